/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/feed-fixture.h"

#define HEADING "title,date,start\n"

static PlannerAgenda *
read_csv_with (const char *text, PlannerReport *report)
{
  static const char *const languages[] = { "en", "C", NULL };
  const PlannerFeedOptions options = { .languages = languages };

  return read_whole (to_bytes (text), &options, report);
}

static PlannerAgenda *
read_csv (const char *text)
{
  return read_csv_with (text, NULL);
}

static char *
dup_seed (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fuzz", "seeds", "csv", name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return text;
}

static void
test_all_columns (void)
{
  g_autofree char *text = dup_seed ("bilingual.csv");
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_csv_with (text, report);
  const PlannerSession *talk = find_titled (agenda, "Harbours");
  g_autofree char *start = format_utc (talk->start_utc);

  g_assert_cmpstr (agenda->format, ==, "csv");
  g_assert_cmpstr (agenda->title.shown, ==, "Harbour Conference");
  g_assert_cmpstr (agenda->zone_name, ==, "Asia/Shanghai");
  g_assert_cmpuint (agenda->sessions->len, ==, 2);
  g_assert_cmpuint (agenda->forums->len, ==, 2);
  g_assert_cmpstr (start, ==, "2027-09-12T06:00Z");
  g_assert_cmpint (talk->duration_s, ==, 90 * 60);
  g_assert_cmpstr (talk->guid, ==, "0d8f1f6c-0000-4000-8000-000000000051");
  g_assert_cmpstr (talk->title.variants[3], ==, "海港");
  g_assert_cmpstr (talk->abstract.shown, ==, "First line\n\"quoted\", second");
  g_assert_cmpstr (talk->forum->title.variants[3], ==, "主论坛");
  g_assert_cmpstr (talk->room->title.shown, ==, "Hall 1");
  g_assert_cmpuint (talk->n_speakers, ==, 2);
  g_assert_cmpstr (talk->speakers[1]->name.shown, ==, "Bo Beispiel");
  g_assert_cmpstr (talk->speakers[1]->role.shown, ==, "Engineer");
  g_assert_cmpstr (talk->speakers[0]->organisation.shown, ==, "Harbour Ltd");
  g_assert_cmpstr (talk->url, ==, "https://harbour.example/1");
  g_assert_cmpstr (talk->stream_url, ==, "https://live.example/1");
  g_assert_cmpstr (talk->type, ==, "talk");
  g_assert_cmpstr (talk->language, ==, "en");
  g_assert_true (find_titled (agenda, "Tea")->cancelled);
  g_assert_null (find_titled (agenda, "Tea")->room);
  g_assert_cmpuint (count_problems (report, "left-out"), ==, 1);
  g_assert_cmpuint (count_problems (report, "unknown-column"), ==, 0);
}

static void
test_spreadsheet (void)
{
  g_autofree char *text = dup_seed ("semicolons.csv");
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_csv_with (text, report);
  const PlannerSession *ropes = find_titled (agenda, "Ropes; and knots");

  g_assert_cmpuint (agenda->sessions->len, ==, 3);
  g_assert_cmpstr (ropes->id, ==, "1");
  g_assert_cmpint (ropes->duration_s, ==, 45 * 60);
  g_assert_cmpstr (find_problem (report, "unknown-column")->value, ==, "notes");
  g_assert_cmpstr (find_problem (report, "bad-start")->where, ==, "row 3/start");
  g_assert_cmpstr (find_problem (report, "extra-cells")->where, ==, "row 3");
  g_assert_cmpstr (find_problem (report, "bad-date")->where, ==, "row 5/date");
}

/* RFC 4180, section 2. */
static void
test_cells (void)
{
  static const struct
  {
    const char *cell;
    const char *title;
  } cases[] = {
    { "Plain", "Plain" },
    { "\"Comma, in it\"", "Comma, in it" },
    { "\"A \"\"quotation\"\"\"", "A \"quotation\"" },
    { "\"Two\nlines\"", "Two lines" },
    { "  Spaces  ", "Spaces" },
    { "\"Quoted\" and more", "Quoted and more" },
    { "In \"the\" middle", "In \"the\" middle" },
  };
  static const char *const line_ends[] = { "\n", "\r\n", "\r", "" };

  for (guint i = 0; i < G_N_ELEMENTS (cases) * G_N_ELEMENTS (line_ends); i++)
    {
      g_autofree char *text =
          g_strconcat (HEADING, cases[i / 4].cell, ",2027-09-12,14:00", line_ends[i % 4], NULL);
      g_autoptr (PlannerAgenda) agenda = read_csv (text);

      g_assert_cmpuint (agenda->sessions->len, ==, 1);
      g_assert_cmpstr (planner_agenda_get_session (agenda, 0)->title.shown, ==, cases[i / 4].title);
      g_assert_true (planner_session_has_time (planner_agenda_get_session (agenda, 0)));
    }
}

static void
test_header (void)
{
  static const struct
  {
    const char *text;
    gboolean is_schedule;
  } cases[] = {
    { "title,date\nA,2027-09-12\n", TRUE },
    { "\xef\xbb\xbf\"Title\",\"Date\"\nA,2027-09-12\n", TRUE },
    { "TITLE_EN;Room\nA;B\n", TRUE },
    { "title zh-CN\tstart\nA\t2027-09-12T14:00:00+08:00\n", TRUE },
    { "title,track\n", TRUE },
    { "title\nA\n", FALSE },
    { "name,date\nA,2027-09-12\n", FALSE },
    { "The title, the date\n", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = to_bytes (cases[i].text);
      g_autoptr (GError) error = NULL;
      g_autoptr (PlannerAgenda) agenda = planner_feed_read (bytes, NULL, NULL, NULL, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (agenda != NULL, ==, cases[i].is_schedule);
      if (!agenda)
        g_assert_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_NOT_A_SCHEDULE);
    }
}

static void
test_cut_off (void)
{
  g_autoptr (GBytes) bytes = to_bytes (HEADING "\"Cut off,2027-09-12");
  g_autoptr (GError) error = NULL;

  g_assert_null (planner_feed_read (bytes, NULL, NULL, NULL, &error));
  g_assert_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TRUNCATED);
}

static void
test_many_columns (void)
{
  g_autoptr (GString) text = g_string_new ("title,date");
  g_autoptr (PlannerAgenda) agenda = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (text, ",room");
  g_string_append (text, "\nA,2027-09-12");
  for (guint i = 0; i < 300; i++)
    g_string_append (text, i < 299 ? "," : ",Last");
  agenda = read_csv (text->str);
  g_assert_cmpuint (agenda->sessions->len, ==, 1);
  g_assert_null (planner_agenda_get_session (agenda, 0)->room);
}

static void
test_too_many_rows (void)
{
  g_autoptr (GString) text = g_string_new (HEADING);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= PLANNER_FEED_MAX_SESSIONS; i++)
    g_string_append (text, "A,,\n");
  bytes = to_bytes (text->str);
  g_assert_null (planner_feed_read (bytes, NULL, NULL, NULL, &error));
  g_assert_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TOO_LARGE);
}

static void
test_missing_title (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_csv_with (HEADING ",2027-09-12,14:00\n,2027-09-12,\n", report);

  g_assert_cmpuint (agenda->sessions->len, ==, 1);
  g_assert_cmpstr (find_problem (report, "no-title")->where, ==, "row 2/title");
  g_assert_cmpstr (find_problem (report, "left-out")->where, ==, "row 3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feed/F6/csv-columns-are-read-in-all-languages", test_all_columns);
  g_test_add_func ("/feed/F1/csv-of-a-spreadsheet-is-read", test_spreadsheet);
  g_test_add_func ("/feed/csv-cells-follow-rfc-4180", test_cells);
  g_test_add_func ("/feed/csv-is-recognized-by-its-heading", test_header);
  g_test_add_func ("/feed/F5/csv-that-is-cut-off-is-refused", test_cut_off);
  g_test_add_func ("/feed/F4/csv-has-limited-columns", test_many_columns);
  g_test_add_func ("/feed/F4/csv-has-limited-rows", test_too_many_rows);
  g_test_add_func ("/feed/F1/csv-row-without-a-title-is-a-session-when-it-has-a-start", test_missing_title);

  return g_test_run ();
}
