/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "share/equal.h"

#include "feed/planner-feed.h"

#include <string.h>

static void
assert_text (const PlannerText *a, const PlannerText *b)
{
  g_assert_cmpstrv (a->variants ? a->variants : (char *[]) { NULL },
                    b->variants ? b->variants : (char *[]) { NULL });
}

static void
assert_texts (const PlannerTextField *fields, gconstpointer a, gconstpointer b)
{
  for (; fields->name; fields++)
    assert_text (planner_text_field_get (fields, a), planner_text_field_get (fields, b));
}

static void
assert_strings (const PlannerStringField *fields, gconstpointer a, gconstpointer b)
{
  for (; fields->name; fields++)
    if (!g_str_equal (fields->name, "format"))
      g_assert_cmpstr (*planner_string_field_get (fields, a), ==, *planner_string_field_get (fields, b));
}

static void
assert_forums (const GPtrArray *a, const GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const PlannerForum *x = g_ptr_array_index (a, i), *y = g_ptr_array_index (b, i);

      g_assert_cmpstr (x->name, ==, y->name);
      g_assert_cmpstr (x->color, ==, y->color);
      g_assert_cmpint (x->kind, ==, y->kind);
      g_assert_cmpuint (x->n_sessions, ==, y->n_sessions);
      assert_texts (planner_forum_fields, x, y);
    }
}

static void
assert_rooms (const GPtrArray *a, const GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const PlannerRoom *x = g_ptr_array_index (a, i), *y = g_ptr_array_index (b, i);

      g_assert_cmpstr (x->name, ==, y->name);
      g_assert_cmpstr (x->url, ==, y->url);
      g_assert_cmpuint (x->n_parts, ==, y->n_parts);
      assert_texts (planner_room_fields, x, y);
    }
}

static void
assert_exhibitors (const GPtrArray *a, const GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const PlannerExhibitor *x = g_ptr_array_index (a, i), *y = g_ptr_array_index (b, i);

      g_assert_cmpint (x->kind, ==, y->kind);
      g_assert_cmpstr (x->url, ==, y->url);
      assert_texts (planner_exhibitor_fields, x, y);
    }
}

static void
assert_speakers (const PlannerSession *a, const PlannerSession *b)
{
  g_assert_cmpuint (a->n_speakers, ==, b->n_speakers);
  for (guint i = 0; i < a->n_speakers; i++)
    {
      g_assert_cmpstr (a->speakers[i]->id, ==, b->speakers[i]->id);
      g_assert_cmpstr (a->speakers[i]->url, ==, b->speakers[i]->url);
      assert_texts (planner_speaker_fields, a->speakers[i], b->speakers[i]);
    }
}

static void
assert_links (const PlannerSession *a, const PlannerSession *b)
{
  g_assert_cmpuint (a->n_links, ==, b->n_links);
  for (guint i = 0; i < a->n_links; i++)
    {
      g_assert_cmpstr (a->links[i].url, ==, b->links[i].url);
      g_assert_cmpstr (a->links[i].title, ==, b->links[i].title);
    }
}

static void
assert_times (const PlannerSession *a, const PlannerSession *b)
{
  g_autoptr (GDateTime) a_start = planner_session_dup_start (a);
  g_autoptr (GDateTime) b_start = planner_session_dup_start (b);

  g_assert_cmpint (a->start_utc, ==, b->start_utc);
  g_assert_cmpint (a->duration_s, ==, b->duration_s);
  if (a_start)
    g_assert_cmpint (g_date_time_get_utc_offset (a_start), ==, g_date_time_get_utc_offset (b_start));
}

static void
assert_sessions (const PlannerAgenda *a, const PlannerAgenda *b)
{
  g_assert_cmpuint (a->sessions->len, ==, b->sessions->len);
  for (guint i = 0; i < a->sessions->len; i++)
    {
      const PlannerSession *x = planner_agenda_get_session (a, i), *y = planner_agenda_get_session (b, i);

      g_test_message ("%s: %s", x->key, x->title.shown);
      g_assert_cmpstr (x->key, ==, y->key);
      assert_strings (planner_session_strings, x, y);
      assert_texts (planner_session_fields, x, y);
      assert_times (x, y);
      g_assert_cmpstr (planner_agenda_get_day (a, x)->date, ==, planner_agenda_get_day (b, y)->date);
      g_assert_cmpstr (x->forum ? x->forum->name : NULL, ==, y->forum ? y->forum->name : NULL);
      g_assert_cmpstr (x->room ? x->room->name : NULL, ==, y->room ? y->room->name : NULL);
      g_assert_cmpint (x->cancelled, ==, y->cancelled);
      g_assert_cmpint (x->not_recorded, ==, y->not_recorded);
      assert_speakers (x, y);
      assert_links (x, y);
    }
}

void
assert_equal_agendas (const PlannerAgenda *a, const PlannerAgenda *b)
{
  assert_texts (planner_agenda_fields, a, b);
  assert_strings (planner_agenda_strings, a, b);
  assert_sessions (a, b);
  assert_forums (a->forums, b->forums);
  assert_rooms (a->rooms, b->rooms);
  assert_exhibitors (a->exhibitors, b->exhibitors);
  g_assert_cmpuint (a->speakers->len, ==, b->speakers->len);
}

static PlannerAgenda *
read_bytes (GBytes *bytes, GError **error)
{
  static const char *const languages[] = { "en", "C", NULL };
  const PlannerFeedOptions options = { .languages = languages };

  return planner_feed_read (bytes, &options, NULL, NULL, error);
}

PlannerAgenda *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  PlannerAgenda *agenda = read_bytes (bytes, &error);

  g_assert_no_error (error);

  return agenda;
}

PlannerAgenda *
read_schedule (const char *path)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length = 0;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (contents, length);

  return read_bytes (bytes, NULL);
}

static guint
for_each_in (const char *folder, void (*test) (const char *path))
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_test_message ("%s", folder);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      test (path);
      n++;
    }

  return n;
}

void
for_each_schedule (void (*test) (const char *path))
{
  static const char *const ours[] = { "fuzz/seeds/json", "fuzz/seeds/coscup", "fuzz/seeds/xml",
                                      "fuzz/seeds/ical", "../data/agenda" };
  static const char *const real[] = { "json", "xml", "ical", "other", "../cases" };

  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    {
      g_autofree char *folder = g_test_build_filename (G_TEST_DIST, ours[i], NULL);

      g_assert_cmpuint (for_each_in (folder, test), >, 0);
    }
  for (guint i = 0; g_getenv ("PLANNER_REAL_FEEDS") && i < G_N_ELEMENTS (real); i++)
    {
      g_autofree char *folder = g_build_filename (g_getenv ("PLANNER_REAL_FEEDS"), real[i], NULL);

      for_each_in (folder, test);
    }
}
