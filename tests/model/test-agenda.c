/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-agenda-bytes.h"
#include "model/planner-session-equal.h"

#include <string.h>

static const char *const english[] = { "en", NULL };
static const char *const chinese[] = { "zh_CN", NULL };

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

static void
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
  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS; i++)
    session->search[i] = g_strdup_printf ("field %u", i);
}

/* One session has all fields. The other has only a title and a day; its time is to be announced. */
static PlannerAgenda *
make_agenda (void)
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
  planner_agenda_seal (agenda, english);

  return g_steal_pointer (&agenda);
}

static void
assert_text (const PlannerText *text, const char *variants)
{
  g_autofree char *joined = text->variants ? g_strjoinv ("|", text->variants) : NULL;

  g_assert_cmpstr (joined, ==, variants);
}

static void
assert_zone (GTimeZone *zone, const char *identifier)
{
  g_assert_cmpstr (g_time_zone_get_identifier (zone), ==, identifier);
}

static void
assert_forum (const PlannerForum *forum)
{
  g_assert_cmpstr (forum->name, ==, "Rust");
  assert_text (&forum->title, "|Rust|zh_CN|主论坛");
  assert_text (&forum->description, "|All about it");
  g_assert_cmpint (forum->kind, ==, PLANNER_FORUM_FEATURED);
  g_assert_cmpstr (forum->color, ==, "#aabbcc");
  g_assert_cmpuint (forum->n_sessions, ==, 1);
}

static void
assert_room (const PlannerRoom *room)
{
  g_assert_cmpstr (room->name, ==, "Attic");
  assert_text (&room->title, "|Attic");
  assert_text (&room->description, "|Second floor");
  g_assert_cmpstr (room->url, ==, "https://example.org/map");
}

static void
assert_speaker (const PlannerSpeaker *speaker, const char *id)
{
  g_assert_cmpstr (speaker->id, ==, id);
  g_assert_cmpstr (speaker->name.shown, ==, id);
  assert_text (&speaker->role, "|Maintainer");
  assert_text (&speaker->organisation, "|Foundation");
  assert_text (&speaker->biography, "|Writes code");
  g_assert_cmpstr (speaker->url, ==, "https://example.org/speaker");
}

static void
assert_links (const PlannerSession *session)
{
  g_assert_cmpstr (session->url, ==, "https://example.org/1");
  g_assert_cmpstr (session->stream_url, ==, "https://example.org/2");
  g_assert_cmpstr (session->feedback_url, ==, "https://example.org/3");
  g_assert_cmpuint (session->n_links, ==, 2);
  g_assert_cmpstr (session->links[0].title, ==, "Slides");
  g_assert_cmpstr (session->links[0].url, ==, "https://example.org/4");
  g_assert_null (session->links[1].title);
  g_assert_cmpstr (session->links[1].url, ==, "https://example.org/5");
}

static void
assert_full_session (const PlannerSession *session)
{
  g_assert_cmpstr (session->key, ==, "first");
  g_assert_cmpstr (session->guid, ==, "guid");
  g_assert_cmpstr (session->id, ==, "7");
  g_assert_cmpstr (session->code, ==, "CODE");
  g_assert_cmpstr (session->slug, ==, "slug");
  assert_text (&session->title, "|first|zh_CN|演讲");
  assert_text (&session->subtitle, "|Subtitle");
  assert_text (&session->abstract, "|Abstract");
  assert_text (&session->description, "|Description");
  g_assert_cmpint (session->start_utc, ==, 1685150000);
  g_assert_cmpint (session->duration_s, ==, 2700);
  assert_zone (session->zone, "Europe/Berlin");
  assert_forum (session->forum);
  assert_room (session->room);
  g_assert_cmpuint (session->n_speakers, ==, 2);
  assert_speaker (session->speakers[0], "Cid");
  assert_speaker (session->speakers[1], "Ada");
  g_assert_cmpstr (session->type, ==, "lecture");
  g_assert_cmpstr (session->language, ==, "en");
  assert_links (session);
  g_assert_true (session->cancelled);
  g_assert_false (session->not_recorded);
  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS; i++)
    {
      g_autofree char *expected = g_strdup_printf ("field %u", i);

      g_assert_cmpstr (session->search[i], ==, expected);
    }
}

static void
assert_bare_session (const PlannerSession *session)
{
  g_assert_cmpstr (session->key, ==, "second");
  g_assert_null (session->guid);
  g_assert_null (session->id);
  g_assert_null (session->code);
  g_assert_null (session->slug);
  assert_text (&session->subtitle, NULL);
  assert_text (&session->abstract, NULL);
  g_assert_false (planner_session_has_time (session));
  g_assert_cmpint (planner_session_get_end_utc (session), ==, PLANNER_TIME_UNKNOWN);
  assert_zone (session->zone, "Asia/Shanghai");
  g_assert_null (session->forum);
  g_assert_null (session->room);
  g_assert_cmpuint (session->n_speakers, ==, 0);
  g_assert_null (session->type);
  g_assert_null (session->url);
  g_assert_cmpuint (session->n_links, ==, 0);
  g_assert_false (session->cancelled);
  g_assert_true (session->not_recorded);
}

static void
assert_conference (const PlannerAgenda *agenda)
{
  assert_text (&agenda->title, "|GOTC|zh_CN|全球开源技术峰会");
  g_assert_cmpstr (agenda->acronym, ==, "gotc");
  g_assert_cmpstr (agenda->version, ==, "1.0");
  g_assert_cmpstr (agenda->url, ==, "https://example.org/");
  g_assert_cmpstr (agenda->format, ==, "gotc");
  g_assert_cmpstr (agenda->zone_name, ==, "Asia/Shanghai");
  assert_zone (agenda->zone, "Asia/Shanghai");
  assert_text (&agenda->venue, "|Science Hall|zh_CN|科学会堂");
  assert_text (&agenda->address, "|Shanghai");
  assert_text (&agenda->hosts, "|A Foundation");
  g_assert_cmpstr (agenda->registration_url, ==, "https://example.org/register");
  g_assert_cmpstr (agenda->coordinates, ==, "31.2,121.6");
}

static PlannerAgenda *
load (GBytes *bytes, const char *const *languages)
{
  PlannerAgenda *agenda = planner_agenda_new_from_bytes (bytes, languages);

  g_assert_nonnull (agenda);

  return agenda;
}

static void
test_round_trip (void)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  g_autoptr (GBytes) bytes = planner_agenda_to_bytes (agenda);
  g_autoptr (PlannerAgenda) loaded = load (bytes, chinese);
  g_autoptr (GBytes) again = planner_agenda_to_bytes (loaded);
  const PlannerDay *day;

  assert_conference (loaded);
  assert_text (&loaded->description, "|About");
  g_assert_cmpstr (loaded->sources, ==, "A\nB");
  g_assert_false (loaded->is_outdated);
  g_assert_cmpstr (loaded->title.shown, ==, "全球开源技术峰会");
  g_assert_cmpuint (loaded->forums->len, ==, 2);
  g_assert_cmpuint (loaded->rooms->len, ==, 2);
  g_assert_cmpuint (loaded->speakers->len, ==, 3);
  g_assert_cmpuint (loaded->days->len, ==, 2);
  g_assert_cmpuint (loaded->sessions->len, ==, 2);
  assert_full_session (planner_agenda_find_session (loaded, "first"));
  assert_bare_session (planner_agenda_find_session (loaded, "second"));
  day = planner_agenda_get_day (loaded, planner_agenda_find_session (loaded, "first"));
  g_assert_cmpstr (day->date, ==, "2023-05-27");
  day = g_ptr_array_index (loaded->days, 1);
  g_assert_cmpstr (day->date, ==, "");
  g_assert_cmpuint (day->first, ==, 1);
  g_assert_cmpuint (day->n_sessions, ==, 1);
  g_assert_true (g_bytes_equal (again, bytes));
}

static void
test_for_search (void)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  g_autoptr (GBytes) bytes = planner_agenda_to_bytes (agenda);
  g_autoptr (PlannerAgenda) loaded = planner_agenda_new_for_search (bytes, chinese);
  const PlannerSession *session;

  g_assert_nonnull (loaded);
  assert_zone (loaded->zone, "Asia/Shanghai");
  session = planner_agenda_find_session (loaded, "first");
  g_assert_cmpstr (planner_agenda_get_day (loaded, session)->date, ==, "2023-05-27");
  g_assert_cmpstr (session->title.shown, ==, "演讲");
  g_assert_cmpint (session->start_utc, ==, 1685150000);
  g_assert_cmpint (session->duration_s, ==, 2700);
  assert_zone (session->zone, "Europe/Berlin");
  g_assert_true (session->cancelled);
  g_assert_cmpstr (session->room->name, ==, "Attic");
  g_assert_nonnull (session->room->title.shown);
  g_assert_cmpstr (session->forum->name, ==, "Rust");
  g_assert_cmpuint (session->n_speakers, ==, 2);
  g_assert_nonnull (session->speakers[0]->name.shown);
  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS; i++)
    g_assert_cmpstr (session->search[i], ==, planner_agenda_get_session (agenda, 0)->search[i]);

  g_assert_null (session->guid);
  g_assert_null (session->description.variants);
  g_assert_null (session->speakers[0]->biography.variants);
  g_assert_cmpuint (session->n_links, ==, 0);
  assert_bare_session (planner_agenda_find_session (loaded, "second"));
}

static void
test_exhibitors (void)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  g_autoptr (GBytes) bytes = planner_agenda_to_bytes (agenda);
  g_autoptr (PlannerAgenda) loaded = load (bytes, chinese);
  const PlannerExhibitor *exhibitor;

  g_assert_cmpuint (loaded->exhibitors->len, ==, 1);
  exhibitor = g_ptr_array_index (loaded->exhibitors, 0);
  assert_text (&exhibitor->name, "|Market|zh_CN|开源市集");
  g_assert_cmpstr (exhibitor->name.shown, ==, "开源市集");
  assert_text (&exhibitor->description, "|Thirty communities");
  assert_text (&exhibitor->place, "|Left wall");
  g_assert_cmpint (exhibitor->kind, ==, PLANNER_EXHIBITOR_MARKET);
  g_assert_cmpstr (exhibitor->url, ==, "https://example.org/market");
}

static void
test_language (void)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  g_autoptr (GBytes) bytes = planner_agenda_to_bytes (agenda);
  g_autoptr (PlannerAgenda) in_english = load (bytes, english);
  g_autoptr (PlannerAgenda) in_chinese = load (bytes, chinese);

  g_assert_cmpstr (planner_agenda_get_session (in_english, 0)->title.shown, ==, "first");
  g_assert_cmpstr (planner_agenda_get_session (in_chinese, 0)->title.shown, ==, "演讲");
  g_assert_cmpstr (planner_agenda_get_session (in_chinese, 0)->forum->title.shown, ==, "主论坛");
}

static void
test_excerpt (void)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  g_autoptr (GBytes) full = planner_agenda_session_to_bytes (agenda, planner_agenda_get_session (agenda, 0));
  g_autoptr (GBytes) bare = planner_agenda_session_to_bytes (agenda, planner_agenda_get_session (agenda, 1));
  g_autoptr (PlannerAgenda) loaded = load (full, english);
  g_autoptr (PlannerAgenda) loaded_bare = load (bare, english);
  const PlannerDay *day;

  assert_conference (loaded);
  assert_text (&loaded->description, NULL);
  g_assert_null (loaded->sources);
  g_assert_cmpuint (loaded->sessions->len, ==, 1);
  g_assert_cmpuint (loaded->forums->len, ==, 1);
  g_assert_cmpuint (loaded->rooms->len, ==, 1);
  g_assert_cmpuint (loaded->speakers->len, ==, 2);
  g_assert_cmpuint (loaded->exhibitors->len, ==, 0);
  assert_full_session (planner_agenda_get_session (loaded, 0));
  day = planner_agenda_get_day (loaded, planner_agenda_get_session (loaded, 0));
  g_assert_cmpstr (day->date, ==, "2023-05-27");

  assert_bare_session (planner_agenda_get_session (loaded_bare, 0));
  day = planner_agenda_get_day (loaded_bare, planner_agenda_get_session (loaded_bare, 0));
  g_assert_cmpstr (day->date, ==, "");
  g_assert_cmpuint (day->first, ==, 0);
}

static void
test_empty (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlannerAgenda) loaded = NULL;

  agenda->zone = g_time_zone_new_utc ();
  planner_agenda_seal (agenda, english);
  bytes = planner_agenda_to_bytes (agenda);
  loaded = load (bytes, english);
  g_assert_cmpuint (loaded->sessions->len, ==, 0);
  g_assert_null (loaded->title.shown);
  g_assert_null (loaded->zone_name);
}

/* Follows all references of the agenda, so that a sanitizer finds bad ones. */
static void
walk (PlannerAgenda *agenda)
{
  g_autoptr (GBytes) bytes = planner_agenda_to_bytes (agenda);

  g_assert_nonnull (bytes);
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);
      g_autoptr (GDateTime) start = planner_session_dup_start (session);
      g_autoptr (GDateTime) end = planner_session_dup_end (session);
      const PlannerDay *day = planner_agenda_get_day (agenda, session);

      g_assert_nonnull (session->title.shown);
      g_assert_nonnull (session->zone);
      g_assert_nonnull (planner_agenda_find_session (agenda, session->key));
      g_assert_cmpuint (day->first, <=, i);
      g_assert_cmpuint (i, <, day->first + day->n_sessions);
      g_assert_cmpint (session->duration_s, >=, 0);
      g_assert_true (!start == !planner_session_has_time (session));
    }
}

static void
try_to_load (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new_from_bytes (bytes, english);

  if (agenda)
    walk (agenda);
}

static void
test_truncated (void)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  g_autoptr (GBytes) bytes = planner_agenda_to_bytes (agenda);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < size; i++)
    try_to_load (data, i);
}

static void
test_damaged (void)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  g_autoptr (GBytes) bytes = planner_agenda_to_bytes (agenda);
  const gsize size = g_bytes_get_size (bytes);

  for (gsize i = 0; i < size; i++)
    for (guint j = 0; j < 8; j++)
      {
        g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (bytes, NULL), size);

        data[i] ^= j < 4 ? 1 << g_test_rand_int_range (0, 8) : g_test_rand_int_range (1, 256);
        try_to_load (data, size);
      }
}

static void
test_noise (void)
{
  for (guint i = 0; i < 1000; i++)
    {
      guint8 data[200];

      for (guint j = 0; j < sizeof data; j++)
        data[j] = g_test_rand_int_range (0, 256);
      data[0] = 1;
      data[1] = data[2] = data[3] = 0;
      try_to_load (data, g_test_rand_int_range (0, sizeof data));
    }
}

static void
test_other_layout (void)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  g_autoptr (GBytes) bytes = planner_agenda_to_bytes (agenda);
  const gsize size = g_bytes_get_size (bytes);
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
  g_autoptr (GBytes) other = NULL;
  guint32 layout;

  memcpy (&layout, data, sizeof layout);
  layout++;
  memcpy (data, &layout, sizeof layout);
  other = g_bytes_new (data, size);
  g_assert_null (planner_agenda_new_from_bytes (other, english));
}

static void
append_number (GByteArray *bytes, guint32 number)
{
  const guint32 little_endian = GUINT32_TO_LE (number);

  g_byte_array_append (bytes, (const guint8 *) &little_endian, sizeof little_endian);
}

static void
append_string (GByteArray *bytes, const char *string)
{
  append_number (bytes, strlen (string));
  g_byte_array_append (bytes, (const guint8 *) string, strlen (string));
}

/* An empty agenda as the last version stored it: the title, the five strings of that version, a zone and six lists. */
static void
test_last_layout (void)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlannerAgenda) agenda = NULL;

  append_number (array, 3);
  append_number (array, 2);
  append_string (array, "");
  append_string (array, "GOTC");
  append_string (array, "gotc");
  append_string (array, "1.0");
  append_string (array, "https://example.org/");
  append_string (array, "frab");
  append_string (array, "");
  append_number (array, 1);
  append_string (array, "Asia/Shanghai");
  for (guint i = 0; i < 6; i++)
    append_number (array, 0);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&array));

  agenda = load (bytes, english);
  g_assert_true (agenda->is_outdated);
  g_assert_cmpstr (agenda->title.shown, ==, "GOTC");
  g_assert_cmpstr (agenda->url, ==, "https://example.org/");
  g_assert_null (agenda->zone_name);
  g_assert_null (agenda->venue.shown);
  g_assert_null (agenda->registration_url);
}

static void
add_session_at (PlannerAgenda *agenda, const char *key, guint day, gint64 start_utc)
{
  PlannerSession *session = planner_session_new ();

  session->key = g_strdup (key);
  planner_text_add (&session->title, "", key);
  session->zone = g_time_zone_ref (agenda->zone);
  session->day = day;
  session->start_utc = start_utc;
  session->duration_s = 3600;
  g_ptr_array_add (agenda->sessions, session);
}

/* 1782907200 is 2026-07-01T20:00+08:00, and 1782936000 is 2026-07-02T04:00+08:00. */
#define EVENING_UTC G_GINT64_CONSTANT (1782907200)
#define NIGHT_UTC G_GINT64_CONSTANT (1782936000)

/* Seals @agenda, and asserts when its conference begins and ends. */
static void
assert_span (PlannerAgenda *agenda, gint64 expected_first_utc, gint64 expected_last_utc)
{
  gint64 first_utc, last_utc;

  planner_agenda_seal (agenda, g_get_language_names ());
  planner_agenda_find_span (agenda, &first_utc, &last_utc);
  g_assert_cmpint (first_utc, ==, expected_first_utc);
  g_assert_cmpint (last_utc, ==, expected_last_utc);
}

static PlannerAgenda *
make_three_days (void)
{
  PlannerAgenda *agenda = planner_agenda_new ();

  agenda->zone = g_time_zone_new_identifier ("Asia/Shanghai");
  add_day (agenda, "2026-07-01", 0, 1);
  add_day (agenda, "2026-07-02", 1, 1);
  add_day (agenda, "", 2, 1);

  return agenda;
}

static void
test_span (void)
{
  g_autoptr (PlannerAgenda) empty = make_three_days ();
  g_autoptr (PlannerAgenda) timed = make_three_days ();
  g_autoptr (PlannerAgenda) untimed = make_three_days ();

  assert_span (empty, PLANNER_TIME_UNKNOWN, PLANNER_TIME_UNKNOWN);

  add_session_at (timed, "timed", 0, EVENING_UTC);
  add_session_at (timed, "dayless", 2, PLANNER_TIME_UNKNOWN);
  assert_span (timed, EVENING_UTC, EVENING_UTC + 3600);

  add_session_at (untimed, "timed", 0, EVENING_UTC);
  add_session_at (untimed, "dayless", 2, PLANNER_TIME_UNKNOWN);
  add_session_at (untimed, "to be announced", 1, PLANNER_TIME_UNKNOWN);
  assert_span (untimed, EVENING_UTC, NIGHT_UTC + 24 * 3600);
}

static void
test_time_add (void)
{
  g_assert_cmpint (planner_time_add (1000, 60), ==, 1060);
  g_assert_cmpint (planner_time_add (1000, -60), ==, 940);
  g_assert_cmpint (planner_time_add (G_MAXINT64 - 59, 60), ==, G_MAXINT64);
  g_assert_cmpint (planner_time_add (G_MININT64 + 59, -60), ==, G_MININT64);
}

/* Parts of the first session that are no text and no string of its own. */
static void
change_part (PlannerAgenda *agenda, guint part)
{
  PlannerSession *session = g_ptr_array_index (agenda->sessions, 0);
  PlannerForum *forum = (PlannerForum *) session->forum;
  PlannerRoom *room = (PlannerRoom *) session->room;
  PlannerSpeaker *speaker = (PlannerSpeaker *) session->speakers[0];

  switch (part)
    {
    case 0:
      g_set_str (&session->key, "other");
      break;
    case 1:
      session->start_utc++;
      break;
    case 2:
      session->duration_s++;
      break;
    case 3:
      session->cancelled = !session->cancelled;
      break;
    case 4:
      session->not_recorded = !session->not_recorded;
      break;
    case 5:
      g_set_str (&forum->color, "#000000");
      break;
    case 6:
      planner_text_add (&forum->description, "fr", "other");
      break;
    case 7:
      session->forum = NULL;
      break;
    case 8:
      g_set_str (&room->url, NULL);
      break;
    case 9:
      planner_text_add (&room->title, "fr", "other");
      break;
    case 10:
      session->room = NULL;
      break;
    case 11:
      planner_text_add (&speaker->biography, "fr", "other");
      break;
    case 12:
      session->n_speakers--;
      break;
    case 13:
      g_set_str (&session->links[0].title, "other");
      break;
    case 14:
      g_set_str (&((PlannerDay *) g_ptr_array_index (agenda->days, session->day))->date, "2030-01-01");
      break;
    case 15:
      g_time_zone_unref (session->zone);
      session->zone = g_time_zone_new_utc ();
      break;
    default:
      g_assert_not_reached ();
    }
}

#define N_PARTS 16

static gboolean
first_is_equal (const PlannerAgenda *a, const PlannerAgenda *b)
{
  return planner_session_is_equal (a, planner_agenda_get_session (a, 0), b,
                                   planner_agenda_get_session (b, 0));
}

/* Any difference that can be shown makes two editions of a session different. */
static void
test_session_is_equal (void)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ();

  for (guint part = 0; part < N_PARTS; part++)
    {
      g_autoptr (PlannerAgenda) other = make_agenda ();

      g_assert_true (first_is_equal (agenda, other));
      change_part (other, part);
      g_assert_false (first_is_equal (agenda, other));
    }
  for (const PlannerTextField *field = planner_session_fields; field->name; field++)
    {
      g_autoptr (PlannerAgenda) other = make_agenda ();

      planner_text_add (planner_text_field_get (field, planner_agenda_get_session (other, 0)), "fr", "other");
      g_assert_false (first_is_equal (agenda, other));
    }
  for (const PlannerStringField *field = planner_session_strings; field->name; field++)
    {
      g_autoptr (PlannerAgenda) other = make_agenda ();

      g_set_str (planner_string_field_get (field, planner_agenda_get_session (other, 0)), NULL);
      g_assert_false (first_is_equal (agenda, other));
    }
}

/* The position of a session in its agenda does not count, because it is not shown. */
static void
test_session_is_equal_at_other_position (void)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  g_autoptr (PlannerAgenda) other = make_agenda ();

  ((PlannerSession *) g_ptr_array_index (other->sessions, 0))->position = 1;
  g_assert_true (first_is_equal (agenda, other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/serialized-agenda-loads-unchanged", test_round_trip);
  g_test_add_func ("/model/agenda/search-reads-only-what-it-needs", test_for_search);
  g_test_add_func ("/model/T9/span-includes-days-of-untimed-sessions", test_span);
  g_test_add_func ("/model/serialized-exhibitors-load-unchanged", test_exhibitors);
  g_test_add_func ("/model/F6/loading-chooses-the-language", test_language);
  g_test_add_func ("/model/serialized-session-loads-alone", test_excerpt);
  g_test_add_func ("/model/empty-agenda-loads", test_empty);
  g_test_add_func ("/model/time-sums-do-not-overflow", test_time_add);
  g_test_add_func ("/model/I6/truncated-bytes-are-refused", test_truncated);
  g_test_add_func ("/model/I6/damaged-bytes-do-no-harm", test_damaged);
  g_test_add_func ("/model/I6/random-bytes-do-no-harm", test_noise);
  g_test_add_func ("/model/I6/other-layout-is-refused", test_other_layout);
  g_test_add_func ("/model/I6/last-layout-is-loaded", test_last_layout);
  g_test_add_func ("/model/session-is-equal/any-shown-difference-counts", test_session_is_equal);
  g_test_add_func ("/model/session-is-equal/position-does-not-count",
                   test_session_is_equal_at_other_position);

  return g_test_run ();
}
