/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads schedules that must be refused, and schedules beyond the limits. */

#include "feed/hostile-fixture.h"

#include "feed/build/planner-feed-text.h"

/* A schedule with one day and one room. */
#define HEAD "{\"schedule\": {\"conference\": {\"days\": [{\"date\": \"2026-07-01\", \"rooms\": {\"H\": ["
#define TAIL "]}}]}}}"

static const ErrorCase errors[] = {
  { "I5/refused-empty", "", PLANNER_FEED_ERROR_EMPTY, NULL },
  { "I5/refused-blank", " \r\n\t ", PLANNER_FEED_ERROR_EMPTY, NULL },
  { "I5/refused-mark", "\xef\xbb\xbf", PLANNER_FEED_ERROR_EMPTY, NULL },
  { "I5/refused-html", "<!DOCTYPE html>\n<html><body>Log in</body></html>", PLANNER_FEED_ERROR_WEB_PAGE,
    NULL },
  { "I5/refused-html-late", "\n<!-- a page --><HTML lang='en'>", PLANNER_FEED_ERROR_WEB_PAGE, NULL },
  { "I5/refused-xhtml", "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>",
    PLANNER_FEED_ERROR_WEB_PAGE, NULL },
  { "refused-pdf", "%PDF-1.7", PLANNER_FEED_ERROR_OTHER_FORMAT,
    "This is a PDF document*ask the organizers*" },
  { "refused-archive", "PK\003\004", PLANNER_FEED_ERROR_OTHER_FORMAT,
    "This is an archive or a spreadsheet*" },
  { "refused-xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", PLANNER_FEED_ERROR_OTHER_FORMAT,
    "This is a document of an office program*CSV*" },
  { "refused-gzip", "\x1f\x8b\x08", PLANNER_FEED_ERROR_OTHER_FORMAT,
    "This is a compressed file*ask the organizers*" },
  { "refused-png", "\x89PNG\r\n\x1a\n", PLANNER_FEED_ERROR_OTHER_FORMAT,
    "This is a picture (PNG)*ask the organizers*" },
  { "refused-jpeg", "\xff\xd8\xff\xe0", PLANNER_FEED_ERROR_OTHER_FORMAT, "This is a picture (JPEG)*" },
  { "refused-gif", "GIF89a", PLANNER_FEED_ERROR_OTHER_FORMAT, "This is a picture (GIF)*" },
  { "refused-rtf", "{\\rtf1 Hello}", PLANNER_FEED_ERROR_OTHER_FORMAT,
    "This is a document of a word processor*" },
  { "refused-database", "SQLite format 3", PLANNER_FEED_ERROR_OTHER_FORMAT, "This is a database*" },
  { "refused-yaml", "---\nschedule:\n", PLANNER_FEED_ERROR_OTHER_FORMAT, "This is YAML*ask the organizers*" },
  { "refused-table", "Name,When,Where\nA,B,C\n", PLANNER_FEED_ERROR_OTHER_FORMAT,
    "This is a table*ask the organizers*" },
  { "refused-commas", "Hello, you, there\nNo table\n", PLANNER_FEED_ERROR_NOT_A_SCHEDULE, NULL },
  { "refused-gpx", "<gpx/>", PLANNER_FEED_ERROR_OTHER_FORMAT, "This is GPX*ask the organizers*" },
  { "refused-workbook", "<Workbook/>", PLANNER_FEED_ERROR_OTHER_FORMAT, "This is a spreadsheet*CSV*" },
  { "refused-google", "{'kind': 'calendar#events', 'items': []}", PLANNER_FEED_ERROR_OTHER_FORMAT,
    "*ask the organizers for the address in iCalendar*" },
  { "refused-jscalendar", "{'@type': 'Group', 'entries': []}", PLANNER_FEED_ERROR_OTHER_FORMAT,
    "This is JSCalendar*" },
  { "refused-server-error", "{'error': 'not found'}", PLANNER_FEED_ERROR_OTHER_FORMAT,
    "*check the address*" },
  { "refused-news", "<rss version='2.0'/>", PLANNER_FEED_ERROR_OTHER_FORMAT, "This is RSS*" },
  { "refused-menu", "{'version': 1, 'schedules': []}", PLANNER_FEED_ERROR_DIRECTORY,
    "This is a list of conferences*" },
  { "refused-directory", "{'directory': {'conferences': []}}", PLANNER_FEED_ERROR_DIRECTORY,
    "This is a list of conferences*" },
  { "refused-other-directory", "{'directory': 'x'}", PLANNER_FEED_ERROR_NOT_A_SCHEDULE, NULL },
  { "refused-jcal", "['vcalendar', [], []]", PLANNER_FEED_ERROR_OTHER_FORMAT, "This is jCal*" },
  { "refused-page-of-interface", "{'count': 1, 'next': null, 'results': []}", PLANNER_FEED_ERROR_OTHER_FORMAT,
    "*ask the organizers for the export*" },
  { "refused-words", "Not found", PLANNER_FEED_ERROR_NOT_A_SCHEDULE, NULL },
  { "refused-object", "{}", PLANNER_FEED_ERROR_NOT_A_SCHEDULE, NULL },
  { "refused-array", "[1, 2]", PLANNER_FEED_ERROR_NOT_A_SCHEDULE, NULL },
  { "refused-empty-schedule", "{'schedule': {}}", PLANNER_FEED_ERROR_NOT_A_SCHEDULE, NULL },
  { "refused-null-schedule", "{'schedule': null}", PLANNER_FEED_ERROR_NOT_A_SCHEDULE, NULL },
  { "refused-wrong-conference", "{'schedule': {'conference': []}}", PLANNER_FEED_ERROR_NOT_A_SCHEDULE, NULL },
  { "refused-other-dialect", "{'sessions': [{'id': 'A'}], 'speakers': []}", PLANNER_FEED_ERROR_NOT_A_SCHEDULE,
    NULL },
  { "refused-broken-comma", "{'schedule':\n {'conference': {,}}}", PLANNER_FEED_ERROR_BROKEN,
    "Line 2, column *" },
  { "refused-broken-colon", "{'schedule' {}}", PLANNER_FEED_ERROR_BROKEN,
    "Line 1, column *: a colon is missing." },
  { "refused-broken-comma-between", "{'schedule': {'a': 1 'b': 2}}", PLANNER_FEED_ERROR_BROKEN,
    "Line 1, column *: a comma is missing." },
  { "refused-broken-quote", "{'schedule': {'a': 'b, 'c': 1}}", PLANNER_FEED_ERROR_BROKEN,
    "Line 1, column *" },
  { "refused-broken-trailing", "{'schedule': {}} x", PLANNER_FEED_ERROR_BROKEN, "Line 1, column *" },
  { "refused-broken-comment", "{'schedule': {} /* no */}", PLANNER_FEED_ERROR_BROKEN, "Line 1, column *" },
  { "refused-broken-early-in-cut", "{'a': nonsense,\n 'b': {\n 'c': [1, 2,\n", PLANNER_FEED_ERROR_BROKEN,
    "Line 1, column *" },
  { "F5/cut-off-in-object", "{'schedule': {'conference': {'title': 'Half'", PLANNER_FEED_ERROR_TRUNCATED,
    "*line 1*" },
  { "F5/cut-off-after-repairs-of-the-line",
    "{\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD 'schedule': {'conference': {'title': 'Half'",
    PLANNER_FEED_ERROR_TRUNCATED, "*line 1*" },
  { "F5/cut-off-in-string", "{'schedule': {'conference':\n {'title': 'Ha", PLANNER_FEED_ERROR_TRUNCATED,
    "*line 2*" },
  { "F5/cut-off-in-colon", "{'schedule':", PLANNER_FEED_ERROR_TRUNCATED, NULL },
  { "F5/cut-off-in-comma", "{'schedule': {'a': 1,", PLANNER_FEED_ERROR_TRUNCATED, NULL },
  { "F5/cut-off-in-escape", "{'schedule': {'a': 'b\\", PLANNER_FEED_ERROR_TRUNCATED, NULL },
  { "F5/cut-off-in-escape-u", "{'schedule': {'a': 'b\\u12", PLANNER_FEED_ERROR_TRUNCATED, NULL },
  { "F5/cut-off-in-word", "{'schedule': {'a': tr", PLANNER_FEED_ERROR_TRUNCATED, NULL },
  { "F5/cut-off-in-number", "{'schedule': {'a': 12", PLANNER_FEED_ERROR_TRUNCATED, NULL },
  { "F5/cut-off-in-brace", "{", PLANNER_FEED_ERROR_TRUNCATED, NULL },
  { "F5/cut-off-in-wide", "{'schedule': {'title': '全球开源技术峰会全球开源技术峰会', 'a': [1, ",
    PLANNER_FEED_ERROR_TRUNCATED, NULL },
};

static void
test_error (gconstpointer data)
{
  const ErrorCase *expected = data;

  assert_refused_with (make_bytes (expected->text), expected->code, expected->words);
}

static void
test_every_cut (void)
{
  g_autofree char *schedule = make_schedule ("'a': true, 'b': -1.5e3, ",
                                             "{'title': 'T\\u00e9\\\\', 'persons': [], 'x': {'y': null}}");

  assert_every_cut_refused (g_strdelimit (schedule, "'", '"'), 1);
}

static void
assert_too_large (GBytes *bytes)
{
  assert_refused (bytes, PLANNER_FEED_ERROR_TOO_LARGE);
}

static void
test_depth (void)
{
  assert_too_large (repeat ("", "[", 10000, ""));
  assert_too_large (repeat ("{\"schedule\": ", "{\"a\": ", 10000, ""));
  assert_too_large (repeat ("", "[", 1000000, ""));
  assert_too_large (repeat ("{\"schedule\": {\"conference\": {\"days\": ", "[", 10000, ""));
}

static void
test_bytes (void)
{
  assert_too_large (repeat ("", " ", PLANNER_FEED_MAX_BYTES + 1, ""));
}

static void
test_values (void)
{
  assert_too_large (repeat ("[1", ",1", 6000000, ""));
  assert_too_large (repeat ("[{}", ",{}", 2000000, ""));
}

static void
test_sessions (void)
{
  assert_too_large (repeat (HEAD "{\"id\": 0}", ",{\"id\":1}", PLANNER_FEED_MAX_SESSIONS, TAIL));
}

/* The largest number of sessions, all equal. Each gets its own key, in linear time. */
static void
test_many_alike (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda =
      read_bounded (repeat (HEAD "{\"id\": 1}", ",{\"id\":1}", PLANNER_FEED_MAX_SESSIONS - 1, TAIL), report);

  g_assert_cmpuint (agenda->sessions->len, ==, PLANNER_FEED_MAX_SESSIONS);
  g_assert_cmpuint (g_hash_table_size (agenda->sessions_by_key), ==, PLANNER_FEED_MAX_SESSIONS);
  g_assert_cmpuint (planner_report_get_n_problems (report), ==, PLANNER_REPORT_MAX_PROBLEMS);
}

static char *
repeat_chars (char c, gsize n)
{
  char *text = g_malloc (n + 1);

  memset (text, c, n);
  text[n] = '\0';

  return text;
}

/* 100,000 sessions with the same guid would take 25 GB for copies of one translation. */
static void
test_shared_translation (void)
{
  g_autofree char *abstract = repeat_chars ('x', PLANNER_FEED_MAX_TEXT_BYTES);
  g_autofree char *start = g_strdup_printf (
      "{\"schedule\": {\"translations\": {\"de\": {\"sessions\": {\"g\": {\"abstract\": \"%s\"}}}}, \"conference\": "
      "{\"days\": [{\"date\": \"2026-07-01\", \"rooms\": {\"H\": [{\"id\": 1}",
      abstract);

  assert_too_large (repeat (start, ",{\"guid\":\"g\"}", 90000, TAIL));
}

/* The biography of a person, or the name of a room, is part of many sessions. */
static void
test_shared_person (void)
{
  g_autofree char *biography = repeat_chars ('x', PLANNER_FEED_MAX_TEXT_BYTES);
  g_autofree char *start = g_strdup_printf (
      "{\"schedule\": {\"translations\": {\"de\": {\"speakers\": {\"p\": {\"biography\": \"%s\"}}}}, "
      "\"conference\": {\"days\": [{\"date\": \"2026-07-01\", \"rooms\": {\"H\": [{\"id\": 1}",
      biography);

  assert_too_large (repeat (start, ",{\"persons\":[{\"id\":\"p\",\"name\":\"P\"}]}", 50000, TAIL));
}

static void
test_shared_room (void)
{
  g_autofree char *room = repeat_chars ('x', 1000000);
  g_autofree char *start = g_strdup_printf (
      "{\"schedule\": {\"conference\": {\"days\": [{\"date\": \"2026-07-01\", \"rooms\": {\"%s\": [{\"id\": 1}",
      room);

  assert_too_large (repeat (start, ",{\"id\":1}", 90000, TAIL));
}

/* The place of a problem is short even when the names in its path are long. */
static void
test_long_place (void)
{
  g_autofree char *name = repeat_chars ('n', 10000);
  GString *text = g_string_new ("{\"schedule\": {\"conference\": {\"days\": [{\"rooms\": ");
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "{\"%s\": ", name);
  g_string_append (text, "[{\"id\": 1, \"start\": \"noon\"}]");
  for (guint i = 0; i < 100; i++)
    g_string_append_c (text, '}');
  g_string_append (text, "}]}}}");
  agenda = read_bounded (g_string_free_to_bytes (text), report);

  g_assert_cmpuint (agenda->sessions->len, ==, 1);
  g_assert_cmpuint (strlen (find_problem (report, "bad-start")->where), <, 600);
}

static void
test_session_bounds (void)
{
  g_autoptr (GString) event = g_string_new ("{'title': 'T', 'start': '10:00', 'abstract': '");
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = NULL;
  g_autofree char *schedule = NULL;
  const PlannerSession *session;

  for (guint i = 0; i < 300000; i++)
    g_string_append_c (event, 'x');
  g_string_append (event, "', 'persons': [{'name': 'A'}");
  for (guint i = 0; i < 300; i++)
    g_string_append_printf (event, ", {'name': 'P%u'}", i);
  g_string_append (event, "], 'links': ['https://example.org/0'");
  for (guint i = 0; i < 300; i++)
    g_string_append_printf (event, ", 'https://example.org/%u'", i);
  g_string_append (event, "]}");
  schedule = make_schedule ("", event->str);
  agenda = read_json_with (schedule, NULL, report);
  session = planner_agenda_get_session (agenda, 0);

  g_assert_cmpuint (strlen (session->abstract.shown), ==, 256 * 1024);
  g_assert_cmpuint (session->n_speakers, ==, 200);
  g_assert_cmpuint (agenda->speakers->len, ==, 200);
  g_assert_cmpuint (session->n_links, ==, 100);
  g_assert_cmpuint (count_problems (report, "long-text"), ==, 1);
  g_assert_cmpuint (count_problems (report, "too-many-persons"), ==, 1);
  g_assert_cmpuint (count_problems (report, "too-many-links"), ==, 1);
}

static void
test_cancel (void)
{
  g_autofree char *schedule = make_schedule ("", "{'title': 'T'}");

  assert_cancelled_before (make_bytes (schedule));
}

static void
test_cancel_meanwhile (void)
{
  assert_cancelled_meanwhile (
      repeat (HEAD "{\"id\": 1}", ",{\"id\":1}", PLANNER_FEED_MAX_SESSIONS - 1, TAIL));
}

static void
test_report (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();

  for (guint i = 0; i < PLANNER_REPORT_MAX_PROBLEMS + 10; i++)
    planner_report_add (report, PLANNER_SEVERITY_REPAIRED, "$", PLANNER_PROBLEM_BAD_DATE, "Number %u.", i);
  g_assert_cmpuint (planner_report_get_n_problems (report), ==, PLANNER_REPORT_MAX_PROBLEMS);
  g_assert_cmpstr (planner_report_get_problem (report, 7)->message, ==, "Number 7.");
  g_assert_null (planner_report_get_problem (report, PLANNER_REPORT_MAX_PROBLEMS));
  g_assert_cmpstr (planner_severity_to_string (PLANNER_SEVERITY_NOTE), ==, "note");
  g_assert_cmpstr (planner_severity_to_string (PLANNER_SEVERITY_REPAIRED), ==, "repaired");
  g_assert_cmpstr (planner_severity_to_string (PLANNER_SEVERITY_SKIPPED), ==, "skipped");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/", errors[i].name, NULL);

      g_test_add_data_func (path, &errors[i], test_error);
    }
  g_test_add_func ("/feed/F5/every-cut-file-is-refused", test_every_cut);
  g_test_add_func ("/feed/F4/depth-is-limited", test_depth);
  g_test_add_func ("/feed/F4/bytes-are-limited", test_bytes);
  g_test_add_func ("/feed/F4/values-are-limited", test_values);
  g_test_add_func ("/feed/F4/sessions-are-limited", test_sessions);
  g_test_add_func ("/feed/F4/equal-sessions-take-linear-time", test_many_alike);
  g_test_add_func ("/feed/F4/links-and-persons-are-limited", test_session_bounds);
  g_test_add_func ("/feed/F4/shared-translation-is-limited", test_shared_translation);
  g_test_add_func ("/feed/F4/shared-biography-is-limited", test_shared_person);
  g_test_add_func ("/feed/F4/shared-room-name-is-limited", test_shared_room);
  g_test_add_func ("/feed/X2/long-place-is-shortened", test_long_place);
  g_test_add_func ("/feed/F4/cancelled-before-start", test_cancel);
  g_test_add_func ("/feed/F4/cancelled-while-reading", test_cancel_meanwhile);
  g_test_add_func ("/feed/report-lists-problems", test_report);

  return g_test_run ();
}
