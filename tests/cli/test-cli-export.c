/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes My Schedule and other sessions as a calendar. */

#include "cli/cli-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define ADA_UID "UID:11111111-1111-4111-8111-111111111111\r\n"
#define LUNCH_UID "UID:22222222-2222-4222-8222-222222222222\r\n"
#define OTHER                                                                                                 \
  "{\"schedule\":{\"version\":\"1\",\"conference\":{\"title\":\"Other Conference\","                          \
  "\"time_zone_name\":\"Europe/Berlin\",\"days\":[{\"index\":1,\"date\":\"2026-08-01\",\"rooms\":{\"Hall\":[" \
  "{\"guid\":\"33333333-3333-4333-8333-333333333333\",\"title\":\"Elsewhere\","                               \
  "\"date\":\"2026-08-01T10:00:00+02:00\",\"duration\":\"01:00\"}]}}]}}}"

/* Returns: (transfer full): the key of the first session that the search finds */
static char *
find_key (Fixture *fixture, const char *words)
{
  g_autoptr (GPtrArray) lines = NULL;

  run (fixture, "list", "--json", "--search", words, NULL);
  lines = parse_lines (fixture->output);
  g_assert_cmpuint (lines->len, >, 0);

  return g_strdup (json_object_get_string_member (get_line (lines, 0), "key"));
}

static char *
star (Fixture *fixture, const char *words)
{
  char *key = find_key (fixture, words);

  run (fixture, "star", key, NULL);
  g_assert_cmpint (fixture->status, ==, 0);

  return key;
}

static void
assert_output (Fixture *fixture, gboolean has_ada, gboolean has_lunch)
{
  g_assert_cmpstr (fixture->errors, ==, "");
  g_assert_cmpint (fixture->status, ==, 0);
  g_test_message ("%s", fixture->output);
  g_assert_true (g_str_has_prefix (fixture->output, "BEGIN:VCALENDAR\r\n"));
  g_assert_true ((strstr (fixture->output, ADA_UID) != NULL) == has_ada);
  g_assert_true ((strstr (fixture->output, LUNCH_UID) != NULL) == has_lunch);
}

static void
test_choice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *lunch = NULL;
  g_autofree char *ada = NULL;

  run (fixture, "add", "schedule.json", NULL);
  ada = star (fixture, "Ada");
  lunch = find_key (fixture, "Lunch");
  run (fixture, "export", NULL);
  assert_output (fixture, TRUE, FALSE);
  g_assert_nonnull (strstr (fixture->output, "TRIGGER:-PT10M\r\n"));
  run (fixture, "export", "--conference=test", "-", NULL);
  assert_output (fixture, TRUE, FALSE);
  run (fixture, "export", "--day=2026-07-01", "--conference=test", NULL);
  assert_output (fixture, TRUE, TRUE);
  run (fixture, "export", "--day=2026-07-01", "--starred", NULL);
  assert_output (fixture, TRUE, FALSE);
  run (fixture, "export", "--forum=main", "--conference=test", NULL);
  assert_output (fixture, TRUE, FALSE);
  run (fixture, "export", lunch, NULL);
  assert_output (fixture, FALSE, TRUE);
  g_assert_null (strstr (fixture->output, "VALARM"));
  run (fixture, "export", lunch, ada, "-", NULL);
  assert_output (fixture, TRUE, TRUE);
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "mine.ics", NULL);
  g_autofree char *key = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  run (fixture, "add", "schedule.json", NULL);
  key = star (fixture, "Ada");
  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  run (fixture, "export", "mine.ics", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "there is a file “mine.ics” already; “--force” replaces it\n"));
  before = dup_contents (fixture, "mine.ics");
  g_assert_cmpstr (before, ==, "mine");
  run (fixture, "export", "--force", key, "mine.ics", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->output, ==, "");
  after = dup_contents (fixture, "mine.ics");
  g_assert_true (g_str_has_prefix (after, "BEGIN:VCALENDAR\r\n"));

  /* The check reads the calendar again, and finds no problem. */
  run (fixture, "check", "--json", "mine.ics", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->output, "\"problems\":[]"));
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *words[3];
    const char *sentence;
  } cases[] = {
    { { "out.ics" }, "no session is starred, so there is nothing to export" },
    { { "--day=2026-07-02", "out.ics" }, "no session matches, so there is nothing to export" },
    { { "99/none", "out.ics" }, "there is no session with the key “99/none”" },
    { { "one.ics", "out.ics" }, "there is no session with the key “one.ics”" },
    { { "1/none", "--starred" }, "choose sessions either by their keys or by options" },
  };
  g_autofree char *path = g_build_filename (fixture->folder, "out.ics", NULL);

  run (fixture, "add", "schedule.json", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      run (fixture, "export", cases[i].words[0], cases[i].words[1], NULL);
      g_test_message ("%s", fixture->errors);
      g_assert_cmpint (fixture->status, ==, 1);
      g_assert_cmpstr (fixture->output, ==, "");
      g_assert_nonnull (strstr (fixture->errors, cases[i].sentence));
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_conferences (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.json", NULL);
  g_autofree char *here = NULL;
  g_autofree char *elsewhere = NULL;

  g_assert_true (g_file_set_contents (path, OTHER, -1, NULL));
  run (fixture, "add", "schedule.json", NULL);
  run (fixture, "add", "other.json", NULL);
  here = star (fixture, "Ada");
  elsewhere = star (fixture, "Elsewhere");
  run (fixture, "export", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpstr (fixture->errors, ==,
                   "gotc-planner: the sessions are of several conferences; choose one with “--conference”\n");
  run (fixture, "export", "--conference=test", NULL);
  assert_output (fixture, TRUE, FALSE);
  g_assert_null (strstr (fixture->output, "Elsewhere"));
}

/* A wrong name is said before a command says that it finds nothing. */
static void
test_unknown_conference (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = {
    "list", "export", "share", "now", "next", "changes", "refresh", "board"
  };

  run (fixture, "add", "schedule.json", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      run (fixture, names[i], "--conference=tset", NULL);
      g_assert_cmpint (fixture->status, ==, 1);
      g_assert_cmpstr (fixture->errors, ==,
                       "gotc-planner: there is no conference “tset”; see “gotc-planner conferences”\n");
    }
}

static void
test_pdf (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *option;
    const char *file;
    const char *start;
  } cases[] = {
    { "--starred", "my.pdf", "%PDF-" },
    { "--to=pdf", "my.bin", "%PDF-" },
    { "--to=ics", "other.pdf", "BEGIN:VCALENDAR" },
    { "--starred", "MY.PDF", "%PDF-" },
    { "--starred", "plan", "BEGIN:VCALENDAR" },
  };
  g_autofree char *ada = NULL;

  run (fixture, "add", "schedule.json", NULL);
  ada = star (fixture, "Ada");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].file, NULL);
      g_autofree char *written = NULL;

      run (fixture, "export", cases[i].option, path, NULL);
      g_assert_cmpstr (fixture->errors, ==, "");
      g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
      g_assert_true (g_str_has_prefix (written, cases[i].start));
    }
  run (fixture, "export", "--to=odt", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpstr (fixture->errors, ==,
                   "gotc-planner: there is no format “odt”; the formats are ics and pdf\n");
}

static void
test_suffix (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "my.json", "my.html", "ics.d/my.zip" };
  g_autofree char *ada = NULL;

  run (fixture, "add", "schedule.json", NULL);
  ada = star (fixture, "Ada");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      run (fixture, "export", names[i], NULL);
      g_assert_cmpint (fixture->status, ==, 1);
      g_assert_cmpstr (
          fixture->errors, ==,
          "gotc-planner: the name of the file ends in neither “.ics” nor “.pdf”; choose a format with "
          "“--to”\n");
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* A name without a suffix is the name of a calendar, also if its first letter or a folder has the dot. */
static void
test_no_suffix (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "mine", ".mine", "mine.d/mine" };
  g_autofree char *folder = g_build_filename (fixture->folder, "mine.d", NULL);
  g_autofree char *ada = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  run (fixture, "add", "schedule.json", NULL);
  ada = star (fixture, "Ada");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *written = NULL;

      run (fixture, "export", names[i], NULL);
      g_assert_cmpstr (fixture->errors, ==, "");
      g_assert_cmpint (fixture->status, ==, 0);
      written = dup_contents (fixture, names[i]);
      g_assert_true (g_str_has_prefix (written, "BEGIN:VCALENDAR\r\n"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/cli/export-writes-the-chosen-sessions", test_choice, NULL);
  add_test ("/cli/export-replaces-a-file-only-by-force", test_file, NULL);
  add_test ("/cli/export-says-why-it-writes-nothing", test_faults, NULL);
  add_test ("/cli/export-writes-one-conference", test_conferences, NULL);
  add_test ("/cli/unknown-conference-is-named", test_unknown_conference, NULL);
  add_test ("/cli/export-writes-pdf-for-the-suffix-or-the-option", test_pdf, NULL);
  add_test ("/cli/export-refuses-the-suffix-of-another-format", test_suffix, NULL);
  add_test ("/cli/export-without-suffix-writes-a-calendar", test_no_suffix, NULL);

  return g_test_run ();
}
