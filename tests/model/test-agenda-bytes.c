/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/agenda-fixture.h"
#include "model/planner-agenda-bytes.h"

#include <string.h>

static const char *const english[] = { "en", NULL };
static const char *const chinese[] = { "zh_CN", NULL };

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
assert_search (const PlannerSession *session)
{
  static const char *const fields[] = { "title", "", "forum", "room", "abstract" };

  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS; i++)
    {
      gsize length;

      g_assert_cmpstr (planner_search_text_get (&session->search, i, &length), ==, fields[i]);
      g_assert_cmpuint (length, ==, strlen (fields[i]));
    }
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
  assert_search (session);
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

static PlannerAgenda *
load_full_agenda (const char *const *languages)
{
  g_autoptr (PlannerAgenda) agenda = make_full_agenda ();
  g_autoptr (GBytes) bytes = planner_agenda_to_bytes (agenda);

  return load (bytes, languages);
}

static void
test_round_trip (void)
{
  g_autoptr (PlannerAgenda) agenda = make_full_agenda ();
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
  g_autoptr (PlannerAgenda) agenda = make_full_agenda ();
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
  assert_search (session);

  g_assert_null (session->guid);
  g_assert_null (session->description.variants);
  g_assert_null (session->speakers[0]->biography.variants);
  g_assert_cmpuint (session->n_links, ==, 0);
  assert_bare_session (planner_agenda_find_session (loaded, "second"));
}

static void
test_exhibitors (void)
{
  g_autoptr (PlannerAgenda) loaded = load_full_agenda (chinese);
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
  g_autoptr (PlannerAgenda) in_english = load_full_agenda (english);
  g_autoptr (PlannerAgenda) in_chinese = load_full_agenda (chinese);

  g_assert_cmpstr (planner_agenda_get_session (in_english, 0)->title.shown, ==, "first");
  g_assert_cmpstr (planner_agenda_get_session (in_chinese, 0)->title.shown, ==, "演讲");
  g_assert_cmpstr (planner_agenda_get_session (in_chinese, 0)->forum->title.shown, ==, "主论坛");
}

static void
test_excerpt (void)
{
  g_autoptr (PlannerAgenda) agenda = make_full_agenda ();
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
  g_autoptr (PlannerAgenda) agenda = make_full_agenda ();
  g_autoptr (GBytes) bytes = planner_agenda_to_bytes (agenda);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < size; i++)
    try_to_load (data, i);
}

static void
test_damaged (void)
{
  g_autoptr (PlannerAgenda) agenda = make_full_agenda ();
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
  g_autoptr (PlannerAgenda) agenda = make_full_agenda ();
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/serialized-agenda-loads-unchanged", test_round_trip);
  g_test_add_func ("/model/agenda/search-reads-only-what-it-needs", test_for_search);
  g_test_add_func ("/model/serialized-exhibitors-load-unchanged", test_exhibitors);
  g_test_add_func ("/model/F6/loading-chooses-the-language", test_language);
  g_test_add_func ("/model/serialized-session-loads-alone", test_excerpt);
  g_test_add_func ("/model/empty-agenda-loads", test_empty);
  g_test_add_func ("/model/I6/truncated-bytes-are-refused", test_truncated);
  g_test_add_func ("/model/I6/damaged-bytes-do-no-harm", test_damaged);
  g_test_add_func ("/model/I6/random-bytes-do-no-harm", test_noise);
  g_test_add_func ("/model/I6/other-layout-is-refused", test_other_layout);
  g_test_add_func ("/model/I6/last-layout-is-loaded", test_last_layout);

  return g_test_run ();
}
