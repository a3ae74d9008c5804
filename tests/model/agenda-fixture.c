/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/agenda-fixture.h"

static void
add_exhibitor (PlannerAgenda *agenda)
{
  PlannerExhibitor *exhibitor = planner_exhibitor_new ();

  planner_text_add (&exhibitor->name, "", "Market");
  planner_text_add (&exhibitor->name, "zh_CN", "开源市集");
  planner_text_add (&exhibitor->description, "", "Thirty communities");
  planner_text_add (&exhibitor->place, "", "Left wall");
  exhibitor->kind = PLANNER_EXHIBITOR_MARKET;
  exhibitor->url = g_strdup ("https://example.org/market");
  g_ptr_array_add (agenda->exhibitors, exhibitor);
}

static PlannerForum *
add_forum (PlannerAgenda *agenda, const char *name)
{
  PlannerForum *forum = planner_forum_new ();

  forum->name = g_strdup (name);
  planner_text_add (&forum->title, "", name);
  planner_text_add (&forum->title, "zh_CN", "主论坛");
  planner_text_add (&forum->description, "", "All about it");
  forum->kind = PLANNER_FORUM_FEATURED;
  forum->color = g_strdup ("#aabbcc");
  g_ptr_array_add (agenda->forums, forum);

  return forum;
}

static PlannerRoom *
add_room (PlannerAgenda *agenda, const char *name)
{
  PlannerRoom *room = planner_room_new ();

  room->name = g_strdup (name);
  planner_text_add (&room->title, "", name);
  planner_text_add (&room->description, "", "Second floor");
  room->url = g_strdup ("https://example.org/map");
  g_ptr_array_add (agenda->rooms, room);

  return room;
}

static PlannerSpeaker *
add_speaker (PlannerAgenda *agenda, const char *name)
{
  PlannerSpeaker *speaker = planner_speaker_new ();

  speaker->id = g_strdup (name);
  planner_text_add (&speaker->name, "", name);
  planner_text_add (&speaker->role, "", "Maintainer");
  planner_text_add (&speaker->organisation, "", "Foundation");
  planner_text_add (&speaker->biography, "", "Writes code");
  speaker->url = g_strdup ("https://example.org/speaker");
  g_ptr_array_add (agenda->speakers, speaker);

  return speaker;
}

void
add_day (PlannerAgenda *agenda, const char *date, guint first, guint n_sessions)
{
  PlannerDay *day = planner_day_new ();

  day->date = g_strdup (date);
  day->first = first;
  day->n_sessions = n_sessions;
  g_ptr_array_add (agenda->days, day);
}

static PlannerSession *
add_session (PlannerAgenda *agenda, const char *key, guint day)
{
  PlannerSession *session = planner_session_new ();

  session->key = g_strdup (key);
  session->day = day;
  session->zone = g_time_zone_ref (agenda->zone);
  planner_text_add (&session->title, "", key);
  g_ptr_array_add (agenda->sessions, session);

  return session;
}

static void
fill_session (PlannerAgenda *agenda, PlannerSession *session)
{
  session->guid = g_strdup ("guid");
  session->id = g_strdup ("7");
  session->code = g_strdup ("CODE");
  session->slug = g_strdup ("slug");
  planner_text_add (&session->title, "zh_CN", "演讲");
  planner_text_add (&session->subtitle, "", "Subtitle");
  planner_text_add (&session->abstract, "", "Abstract");
  planner_text_add (&session->description, "", "Description");
  session->start_utc = 1685150000;
  session->duration_s = 2700;
  g_clear_pointer (&session->zone, g_time_zone_unref);
  session->zone = g_time_zone_new_identifier ("Europe/Berlin");
  session->forum = g_ptr_array_index (agenda->forums, 1);
  session->room = g_ptr_array_index (agenda->rooms, 1);
  session->speakers = g_new (const PlannerSpeaker *, 2);
  session->speakers[session->n_speakers++] = g_ptr_array_index (agenda->speakers, 2);
  session->speakers[session->n_speakers++] = g_ptr_array_index (agenda->speakers, 0);
  session->type = g_strdup ("lecture");
  session->language = g_strdup ("en");
  session->url = g_strdup ("https://example.org/1");
  session->stream_url = g_strdup ("https://example.org/2");
  session->feedback_url = g_strdup ("https://example.org/3");
  session->links = g_new0 (PlannerLink, 2);
  session->links[session->n_links++] =
      (PlannerLink) { g_strdup ("Slides"), g_strdup ("https://example.org/4") };
  session->links[session->n_links++] = (PlannerLink) { NULL, g_strdup ("https://example.org/5") };
  session->cancelled = TRUE;
  planner_search_text_set (&session->search, (const char *[]) { "title", "", "forum", "room", "abstract" });
}

PlannerAgenda *
make_full_agenda (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();

  planner_text_add (&agenda->title, "", "GOTC");
  planner_text_add (&agenda->title, "zh_CN", "全球开源技术峰会");
  agenda->acronym = g_strdup ("gotc");
  agenda->version = g_strdup ("1.0");
  agenda->url = g_strdup ("https://example.org/");
  agenda->format = g_strdup ("gotc");
  agenda->zone_name = g_strdup ("Asia/Shanghai");
  agenda->zone = g_time_zone_new_identifier ("Asia/Shanghai");
  planner_text_add (&agenda->description, "", "About");
  planner_text_add (&agenda->venue, "", "Science Hall");
  planner_text_add (&agenda->venue, "zh_CN", "科学会堂");
  planner_text_add (&agenda->address, "", "Shanghai");
  planner_text_add (&agenda->hosts, "", "A Foundation");
  agenda->registration_url = g_strdup ("https://example.org/register");
  agenda->coordinates = g_strdup ("31.2,121.6");
  agenda->sources = g_strdup ("A\nB");
  add_forum (agenda, "Main");
  add_forum (agenda, "Rust");
  add_room (agenda, "Hall");
  add_room (agenda, "Attic");
  add_speaker (agenda, "Ada");
  add_speaker (agenda, "Bob");
  add_speaker (agenda, "Cid");
  add_exhibitor (agenda);
  add_day (agenda, "2023-05-27", 0, 1);
  add_day (agenda, "", 1, 1);
  fill_session (agenda, add_session (agenda, "first", 0));
  add_session (agenda, "second", 1)->not_recorded = TRUE;
  planner_agenda_seal (agenda, (const char *const[]) { "en", NULL });

  return g_steal_pointer (&agenda);
}
