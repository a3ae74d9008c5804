/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-agenda.h"

G_DEFINE_BOXED_TYPE (PlannerAgenda, planner_agenda, planner_agenda_ref, planner_agenda_unref)

static void
forum_free (PlannerForum *forum)
{
  g_free (forum->name);
  planner_text_clear (&forum->title);
  planner_text_clear (&forum->description);
  g_free (forum->color);
  g_free (forum);
}

static void
room_free (PlannerRoom *room)
{
  g_free (room->name);
  planner_text_clear (&room->title);
  planner_text_clear (&room->description);
  g_free (room->url);
  g_free (room);
}

static void
speaker_free (PlannerSpeaker *speaker)
{
  g_free (speaker->id);
  planner_text_clear (&speaker->name);
  planner_text_clear (&speaker->role);
  planner_text_clear (&speaker->organisation);
  planner_text_clear (&speaker->biography);
  g_free (speaker->url);
  g_free (speaker);
}

static void
exhibitor_free (PlannerExhibitor *exhibitor)
{
  planner_text_clear (&exhibitor->name);
  planner_text_clear (&exhibitor->description);
  planner_text_clear (&exhibitor->place);
  g_free (exhibitor->url);
  g_free (exhibitor);
}

static void
day_free (PlannerDay *day)
{
  g_free (day->date);
  g_free (day);
}

static void
session_free (PlannerSession *session)
{
  g_free (session->key);
  g_free (session->guid);
  g_free (session->id);
  g_free (session->code);
  g_free (session->slug);
  planner_text_clear (&session->title);
  planner_text_clear (&session->subtitle);
  planner_text_clear (&session->abstract);
  planner_text_clear (&session->description);
  g_clear_pointer (&session->zone, g_time_zone_unref);
  g_free (session->speakers);
  g_free (session->type);
  g_free (session->language);
  g_free (session->url);
  g_free (session->stream_url);
  g_free (session->feedback_url);
  for (guint i = 0; i < session->n_links; i++)
    {
      g_free (session->links[i].title);
      g_free (session->links[i].url);
    }
  g_free (session->links);
  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS; i++)
    g_free (session->search[i]);
  g_free (session);
}

static void
agenda_clear (PlannerAgenda *agenda)
{
  planner_text_clear (&agenda->title);
  g_free (agenda->acronym);
  g_free (agenda->version);
  g_free (agenda->url);
  g_free (agenda->format);
  g_free (agenda->zone_name);
  g_clear_pointer (&agenda->zone, g_time_zone_unref);
  g_hash_table_unref (agenda->sessions_by_key);
  g_ptr_array_unref (agenda->sessions);
  g_ptr_array_unref (agenda->days);
  g_ptr_array_unref (agenda->exhibitors);
  g_ptr_array_unref (agenda->speakers);
  g_ptr_array_unref (agenda->rooms);
  g_ptr_array_unref (agenda->forums);
}

/**
 * planner_agenda_new:
 *
 * Makes an empty agenda, to be filled and then sealed with planner_agenda_seal() by its maker, before any other
 * code sees it.
 */
PlannerAgenda *
planner_agenda_new (void)
{
  PlannerAgenda *agenda = g_atomic_rc_box_new0 (PlannerAgenda);

  agenda->forums = g_ptr_array_new_with_free_func ((GDestroyNotify) forum_free);
  agenda->rooms = g_ptr_array_new_with_free_func ((GDestroyNotify) room_free);
  agenda->speakers = g_ptr_array_new_with_free_func ((GDestroyNotify) speaker_free);
  agenda->exhibitors = g_ptr_array_new_with_free_func ((GDestroyNotify) exhibitor_free);
  agenda->days = g_ptr_array_new_with_free_func ((GDestroyNotify) day_free);
  agenda->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) session_free);
  agenda->sessions_by_key = g_hash_table_new (g_str_hash, g_str_equal);

  return agenda;
}

PlannerAgenda *
planner_agenda_ref (PlannerAgenda *agenda)
{
  return g_atomic_rc_box_acquire (agenda);
}

void
planner_agenda_unref (PlannerAgenda *agenda)
{
  g_atomic_rc_box_release_full (agenda, (GDestroyNotify) agenda_clear);
}

PlannerForum *
planner_forum_new (void)
{
  return g_new0 (PlannerForum, 1);
}

PlannerRoom *
planner_room_new (void)
{
  return g_new0 (PlannerRoom, 1);
}

PlannerSpeaker *
planner_speaker_new (void)
{
  return g_new0 (PlannerSpeaker, 1);
}

PlannerExhibitor *
planner_exhibitor_new (void)
{
  return g_new0 (PlannerExhibitor, 1);
}

PlannerDay *
planner_day_new (void)
{
  return g_new0 (PlannerDay, 1);
}

PlannerSession *
planner_session_new (void)
{
  PlannerSession *session = g_new0 (PlannerSession, 1);

  session->start_utc = PLANNER_TIME_UNKNOWN;

  return session;
}

static void
choose_languages (PlannerAgenda *agenda, const char *const *languages)
{
  planner_text_choose (&agenda->title, languages);
  for (guint i = 0; i < agenda->forums->len; i++)
    {
      PlannerForum *forum = g_ptr_array_index (agenda->forums, i);

      planner_text_choose (&forum->title, languages);
      planner_text_choose (&forum->description, languages);
    }
  for (guint i = 0; i < agenda->rooms->len; i++)
    {
      PlannerRoom *room = g_ptr_array_index (agenda->rooms, i);

      planner_text_choose (&room->title, languages);
      planner_text_choose (&room->description, languages);
    }
  for (guint i = 0; i < agenda->speakers->len; i++)
    {
      PlannerSpeaker *speaker = g_ptr_array_index (agenda->speakers, i);

      planner_text_choose (&speaker->name, languages);
      planner_text_choose (&speaker->role, languages);
      planner_text_choose (&speaker->organisation, languages);
      planner_text_choose (&speaker->biography, languages);
    }
  for (guint i = 0; i < agenda->exhibitors->len; i++)
    {
      PlannerExhibitor *exhibitor = g_ptr_array_index (agenda->exhibitors, i);

      planner_text_choose (&exhibitor->name, languages);
      planner_text_choose (&exhibitor->description, languages);
      planner_text_choose (&exhibitor->place, languages);
    }
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      PlannerSession *session = g_ptr_array_index (agenda->sessions, i);

      planner_text_choose (&session->title, languages);
      planner_text_choose (&session->subtitle, languages);
      planner_text_choose (&session->abstract, languages);
      planner_text_choose (&session->description, languages);
    }
}

/**
 * planner_agenda_seal:
 * @agenda: a filled agenda
 * @languages: the reader's languages, best first
 *
 * Chooses the language of every text, counts the forums' sessions and indexes the sessions by place and key. After that
 * the agenda does not change any more.
 */
void
planner_agenda_seal (PlannerAgenda *agenda, const char *const *languages)
{
  choose_languages (agenda, languages);

  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      PlannerSession *session = g_ptr_array_index (agenda->sessions, i);

      if (session->forum)
        ((PlannerForum *) session->forum)->n_sessions++;
      session->position = i;
      g_hash_table_insert (agenda->sessions_by_key, session->key, session);
    }
}

/**
 * planner_agenda_find_session:
 * @agenda: an agenda
 * @key: the key of a session
 *
 * Returns: (nullable) (transfer none): the session
 */
const PlannerSession *
planner_agenda_find_session (const PlannerAgenda *agenda, const char *key)
{
  return g_hash_table_lookup (agenda->sessions_by_key, key);
}

const PlannerSession *
planner_agenda_get_session (const PlannerAgenda *agenda, guint index)
{
  return g_ptr_array_index (agenda->sessions, index);
}

const PlannerDay *
planner_agenda_get_day (const PlannerAgenda *agenda, const PlannerSession *session)
{
  return g_ptr_array_index (agenda->days, session->day);
}

gboolean
planner_session_has_time (const PlannerSession *session)
{
  return session->start_utc != PLANNER_TIME_UNKNOWN;
}

/**
 * planner_session_get_end_utc:
 *
 * Returns: seconds since the epoch, or %PLANNER_TIME_UNKNOWN
 */
gint64
planner_session_get_end_utc (const PlannerSession *session)
{
  return planner_session_has_time (session) ? session->start_utc + session->duration_s : PLANNER_TIME_UNKNOWN;
}

/**
 * planner_session_dup_start:
 *
 * Returns: (nullable) (transfer full): the start in venue time, %NULL while it is to be announced
 */
GDateTime *
planner_session_dup_start (const PlannerSession *session)
{
  return planner_time_to_zone (session->start_utc, session->zone);
}

/**
 * planner_session_dup_end:
 *
 * Returns: (nullable) (transfer full): the end in venue time, %NULL while the start is to be announced
 */
GDateTime *
planner_session_dup_end (const PlannerSession *session)
{
  return planner_time_to_zone (planner_session_get_end_utc (session), session->zone);
}

/* A day of the conference ends in the night after it. */
static gboolean
find_extent (const PlannerAgenda *agenda, const PlannerSession *session, gint64 *start_utc, gint64 *end_utc)
{
  const PlannerDay *day = planner_agenda_get_day (agenda, session);
  g_autofree char *text = g_strconcat (day ? day->date : "", "T04:00:00", NULL);
  g_autoptr (GDateTime) start = NULL;
  g_autoptr (GDateTime) end = NULL;

  if (planner_session_has_time (session))
    {
      *start_utc = session->start_utc;
      *end_utc = planner_session_get_end_utc (session);
      return TRUE;
    }

  start = g_date_time_new_from_iso8601 (text, agenda->zone);
  end = start ? g_date_time_add_days (start, 1) : NULL;
  if (!end)
    return FALSE;
  *start_utc = g_date_time_to_unix (start);
  *end_utc = g_date_time_to_unix (end);

  return TRUE;
}

/**
 * planner_agenda_find_span:
 * @first_utc: (out): when the first session starts, or %PLANNER_TIME_UNKNOWN where no day is known
 * @last_utc: (out): when the last one ends, or %PLANNER_TIME_UNKNOWN
 *
 * A session whose time is to be announced takes the whole of its day.
 */
void
planner_agenda_find_span (const PlannerAgenda *agenda, gint64 *first_utc, gint64 *last_utc)
{
  *first_utc = *last_utc = PLANNER_TIME_UNKNOWN;
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      gint64 start_utc, end_utc;

      if (!find_extent (agenda, planner_agenda_get_session (agenda, i), &start_utc, &end_utc))
        continue;
      if (*first_utc == PLANNER_TIME_UNKNOWN || start_utc < *first_utc)
        *first_utc = start_utc;
      *last_utc = MAX (*last_utc, end_utc);
    }
}
