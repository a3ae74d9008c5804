/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Compares real schedules with counts that were taken without the planner. */

#include "files.h"

#include "feed/planner-feed.h"

#include <string.h>

enum
{
  FILE_NAME,
  FORMAT,
  SESSIONS,
  DAYS,
  ROOMS,
  FORUMS,
  SPEAKERS,
  ZONE,
  FIRST_START,
  LAST_END,
  N_COLUMNS
};

static guint
count_forums (const PlannerAgenda *agenda)
{
  guint n = 0;

  for (guint i = 0; i < agenda->forums->len; i++)
    n += ((PlannerForum *) g_ptr_array_index (agenda->forums, i))->n_sessions > 0;

  return n;
}

static guint
count_speaker_ids (const PlannerAgenda *agenda)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < agenda->speakers->len; i++)
    g_hash_table_add (ids, ((PlannerSpeaker *) g_ptr_array_index (agenda->speakers, i))->id);

  return g_hash_table_size (ids);
}

static void
assert_instant (gint64 instant_utc, const char *expected)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  if (g_str_equal (expected, "-"))
    return;
  time = g_date_time_new_from_unix_utc (instant_utc);
  text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_bounds (const PlannerAgenda *agenda, const char *first_start, const char *last_end)
{
  gint64 first_utc = G_MAXINT64, last_utc = G_MININT64;

  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);

      if (!planner_session_has_time (session))
        continue;
      first_utc = MIN (first_utc, session->start_utc);
      last_utc = MAX (last_utc, planner_session_get_end_utc (session));
    }
  assert_instant (first_utc, first_start);
  assert_instant (last_utc, last_end);
}

/* Checks the invariants of every agenda. */
static void
assert_sound (const PlannerAgenda *agenda)
{
  guint n = 0;

  for (guint i = 0; i < agenda->days->len; i++)
    {
      const PlannerDay *day = g_ptr_array_index (agenda->days, i);

      g_assert_cmpuint (day->first, ==, n);
      g_assert_cmpuint (day->n_sessions, >, 0);
      n += day->n_sessions;
    }
  g_assert_cmpuint (n, ==, agenda->sessions->len);
  g_assert_cmpuint (g_hash_table_size (agenda->sessions_by_key), ==, agenda->sessions->len);

  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);
      const PlannerDay *day = planner_agenda_get_day (agenda, session);

      g_assert_true (i >= day->first && i < day->first + day->n_sessions);
      g_assert_nonnull (session->title.shown);
      g_assert_nonnull (session->zone);
      g_assert_null (strpbrk (session->key, " \t\n/"));
      g_assert_true (g_utf8_validate (session->title.shown, -1, NULL));
      g_assert_nonnull (session->search.texts);
    }
}

static char *
find_feed (const char *folder, const char *name)
{
  return g_build_filename (g_getenv ("PLANNER_REAL_FEEDS"), folder, name, NULL);
}

static PlannerAgenda *
read_feed (const char *path, PlannerReport *report, GError **error)
{
  char *contents = NULL;
  gsize length = 0;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) read_error = NULL;

  g_file_get_contents (path, &contents, &length, &read_error);
  g_assert_no_error (read_error);
  bytes = g_bytes_new_take (contents, length);

  return planner_feed_read (bytes, NULL, report, NULL, error);
}

static void
test_facts (gconstpointer data)
{
  const char *const *row = data;
  g_autofree char *path = find_feed (row[FORMAT], row[FILE_NAME]);
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (GError) error = NULL;
  const gint64 begin = g_get_monotonic_time ();
  g_autoptr (PlannerAgenda) agenda = read_feed (path, report, &error);

  g_assert_no_error (error);
  g_test_message ("%s: %d ms, format %s, zone %s, %u days, %u speakers, %u problems", row[FILE_NAME],
                  (int) ((g_get_monotonic_time () - begin) / 1000), agenda->format, agenda->zone_name,
                  agenda->days->len, agenda->speakers->len, planner_report_get_n_problems (report));
  for (guint i = 0; i < MIN (planner_report_get_n_problems (report), 20); i++)
    {
      const PlannerProblem *problem = planner_report_get_problem (report, i);

      g_test_message ("%s %s %s: %s", planner_severity_to_string (problem->severity), problem->where,
                      planner_problem_code_get_kind (problem->code)->name, problem->message);
    }

  assert_sound (agenda);
  g_assert_cmpuint (agenda->sessions->len, ==, g_ascii_strtoull (row[SESSIONS], NULL, 10));
  g_assert_cmpuint (agenda->rooms->len, ==, g_ascii_strtoull (row[ROOMS], NULL, 10));
  g_assert_cmpuint (count_forums (agenda), ==, g_ascii_strtoull (row[FORUMS], NULL, 10));
  g_assert_cmpuint (count_speaker_ids (agenda), ==, g_ascii_strtoull (row[SPEAKERS], NULL, 10));
  g_assert_cmpstr (agenda->zone_name ? agenda->zone_name : "-", ==, row[ZONE]);
  assert_bounds (agenda, row[FIRST_START], row[LAST_END]);
}

/* One conference in several formats. What all formats contain is equal. */
static const char *const klimacamp[][2] = {
  { "json", "klimacamp2015.json" },
  { "ical", "klimacamp2015.ics" },
};

static PlannerAgenda *
read_klimacamp (guint index)
{
  g_autofree char *path = find_feed (klimacamp[index][0], klimacamp[index][1]);
  g_autoptr (GError) error = NULL;
  PlannerAgenda *agenda = read_feed (path, NULL, &error);

  g_assert_no_error (error);
  assert_sound (agenda);

  return agenda;
}

static void
assert_formats_agree (void)
{
  g_autoptr (PlannerAgenda) first = read_klimacamp (0);

  for (guint i = 1; i < G_N_ELEMENTS (klimacamp); i++)
    {
      g_autoptr (PlannerAgenda) other = read_klimacamp (i);

      g_assert_cmpuint (other->sessions->len, ==, first->sessions->len);
      g_assert_cmpuint (other->days->len, ==, first->days->len);
      for (guint j = 0; j < first->sessions->len; j++)
        {
          const PlannerSession *a = planner_agenda_get_session (first, j);
          const PlannerSession *b = planner_agenda_find_session (other, a->key);

          g_assert_nonnull (b);
          g_assert_cmpstr (a->title.shown, ==, b->title.shown);
          g_assert_cmpstr (a->abstract.shown, ==, b->abstract.shown);
          g_assert_cmpstr (a->room->name, ==, b->room->name);
          g_assert_cmpint (a->start_utc, ==, b->start_utc);
          g_assert_cmpint (a->duration_s, ==, b->duration_s);
          g_assert_cmpstr (planner_agenda_get_day (first, a)->date, ==,
                           planner_agenda_get_day (other, b)->date);
        }
    }
}

static void
test_formats_agree (void)
{
  if (!skip_without_real_feeds ())
    assert_formats_agree ();
}

static gboolean
is_read (const char *format)
{
  return g_str_equal (format, "json") || g_str_equal (format, "xml");
}

static void
add_facts (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("PLANNER_REAL_FEEDS"), "facts.tsv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &contents, NULL, NULL))
    return;
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 1; lines[i]; i++)
    {
      char **row = g_strsplit (lines[i], "\t", -1);

      if (g_strv_length (row) > LAST_END && is_read (row[FORMAT]))
        {
          g_autofree char *name = g_strconcat ("/feed/real-file-", row[FILE_NAME], NULL);

          g_test_add_data_func_full (name, row, test_facts, (GDestroyNotify) g_strfreev);
        }
      else
        g_strfreev (row);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  if (g_getenv ("PLANNER_REAL_FEEDS"))
    add_facts ();
  g_test_add_func ("/feed/I3/real-formats-agree", test_formats_agree);

  return g_test_run ();
}
