/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The commands that list, edit and remove conferences and choose lead times, and what all commands print for programs. */

#include "cli/cli-fixture.h"

/* Returns: (transfer full): the objects that a command prints, the only one of which is @line */
static GPtrArray *
parse_one (Fixture *fixture, JsonObject **line)
{
  GPtrArray *lines = parse_lines (fixture->output);

  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpuint (lines->len, ==, 1);
  *line = get_line (lines, 0);

  return lines;
}

static void
assert_result (Fixture *fixture, const char *title, const char *result)
{
  JsonObject *line;
  g_autoptr (GPtrArray) lines = parse_one (fixture, &line);

  g_assert_cmpstr (json_object_get_string_member (line, "title"), ==, title);
  g_assert_cmpstr (json_object_get_string_member (line, "result"), ==, result);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  cli_set_up (fixture, data);
  run (fixture, "add", "--json", "schedule.json", NULL);
  assert_result (fixture, "Test Conference", "added");
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;
  JsonObject *line;

  run (fixture, "conferences", "--json", NULL);
  lines = parse_lines (fixture->output);
  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_true (json_object_get_null_member (get_line (lines, 0), "updated"));
  line = get_line (lines, 1);
  g_assert_cmpint (json_object_get_int_member (line, "number"), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (line, "title"), ==, "Test Conference");
  g_assert_cmpstr (json_object_get_string_member (line, "acronym"), ==, "test");
  g_assert_cmpstr (json_object_get_string_member (line, "zone"), ==, "Europe/Berlin");
  g_assert_cmpstr (json_object_get_string_member (line, "first_start"), ==, "2026-07-01T08:00:00Z");
  g_assert_cmpint (json_object_get_int_member (line, "sessions"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (line, "starred"), ==, 0);
  g_assert_true (json_object_get_boolean_member (line, "remind"));
  g_assert_false (json_object_get_null_member (line, "updated"));
  g_assert_false (json_object_has_member (line, "result"));
  run (fixture, "conferences", NULL);
  g_assert_nonnull (strstr (fixture->output,
                            "\n2 Test Conference\n    Wednesday, 1 July 2026 · 2 sessions, 1 day · "
                            "Updated just now\n    file:///"));
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  run (fixture, "edit", "test", "--title", " Mine\nthis year ", "--remind", "off", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->output, "2 Mine this year\n"));
  run (fixture, "edit", "--json", "MINE THIS YEAR", "--remind=on", NULL);
  assert_result (fixture, "Mine this year", "edited");
  g_assert_nonnull (strstr (fixture->output, "\"remind\":true"));
  run (fixture, "edit", "--json", "2", "--title=", NULL);
  assert_result (fixture, "Test Conference", "edited");
}

/* With another address or zone, the schedule is read again. */
static void
test_edit_schedule (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) parts = g_strsplit (FEED, "Test Conference", -1);
  g_autofree char *feed = g_strjoinv ("Elsewhere", parts);
  g_autofree char *path = g_build_filename (fixture->folder, "other.json", NULL);

  g_assert_true (g_file_set_contents (path, feed, -1, NULL));
  run (fixture, "edit", "--json", "2", "--address", "other.json", NULL);
  assert_result (fixture, "Elsewhere", "edited");
  g_assert_nonnull (strstr (fixture->output, "other.json\""));
  run (fixture, "edit", "--json", "2", "--zone", "Asia/Tokyo", NULL);
  assert_result (fixture, "Elsewhere", "edited");
  run (fixture, "edit", "2", "--address", "missing.json", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpstr (fixture->errors, !=, "");
}

static void
test_password (Fixture *fixture, gconstpointer data)
{
  static const char *const commands[][3] = {
    { "edit", "--address=http://ada:secret@localhost:1/x.json", "2" },
    { "edit", "--json", "2" },
    { "edit", "--title=x", "2" },
    { "conferences" },
    { "conferences", "--json" },
    { "refresh", "--json" },
    { "remove", "--json", "2" },
    { "remove", "--json", "--undo" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      run (fixture, commands[i][0], commands[i][1], commands[i][2], NULL);
      g_assert_null (strstr (fixture->output, "secret"));
      g_assert_null (strstr (fixture->errors, "secret"));
      if (g_str_equal (commands[i][0], "conferences"))
        g_assert_nonnull (strstr (fixture->output, "localhost:1/x.json"));
    }
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  JsonObject *line;

  run (fixture, "list", "--json", "--search=lunch", NULL);
  lines = parse_one (fixture, &line);
  key = g_strdup (json_object_get_string_member (line, "key"));
  run (fixture, "star", key, NULL);
  run (fixture, "remove", "--json", "test", NULL);
  assert_result (fixture, "Test Conference", "removed");
  run (fixture, "conferences", NULL);
  g_assert_null (strstr (fixture->output, "Test Conference"));
  run (fixture, "remove", "1", NULL);
  g_assert_cmpint (fixture->status, ==, 0);

  run (fixture, "remove", "--undo", "test conference", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->output, ==, "Brought Test Conference back.\n");
  run (fixture, "list", "--json", "--starred", NULL);
  g_assert_nonnull (strstr (fixture->output, key));
  run (fixture, "remove", "--undo", "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->output, "\"number\":1,"));
  run (fixture, "remove", "--undo", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
}

static void
test_remind (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *word;
    const char *reminder;
    const char *text;
  } cases[] = { { "15", "15", "★ Lunch · 15 Minutes Before\n" },
                { "0", "0", "★ Lunch · At Start\n" },
                { "off", "off", "★ Lunch · No Reminder\n" },
                { "default", "default", "★ Lunch · Default Reminder\n" } };
  static const char *const wrong[] = {
    "", "7", "-1", "-2", "1000000", "99999999999999999999", "10 min", "on"
  };
  g_autofree char *key = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  JsonObject *line;

  run (fixture, "list", "--json", "--search=lunch", NULL);
  lines = parse_one (fixture, &line);
  g_assert_true (json_object_get_null_member (line, "reminder"));
  key = g_strdup (json_object_get_string_member (line, "key"));
  run (fixture, "remind", key, "15", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "only a starred session"));

  run (fixture, "star", "--json", key, NULL);
  g_assert_nonnull (strstr (fixture->output, "\"starred\":true"));
  g_assert_nonnull (strstr (fixture->output, "\"reminder\":\"default\""));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *member = g_strdup_printf ("\"reminder\":\"%s\"", cases[i].reminder);

      run (fixture, "remind", key, cases[i].word, NULL);
      g_assert_cmpint (fixture->status, ==, 0);
      g_assert_true (g_str_has_prefix (fixture->output, cases[i].text));
      run (fixture, "remind", "--json", key, cases[i].word, NULL);
      g_assert_nonnull (strstr (fixture->output, member));
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      run (fixture, "remind", "--", key, wrong[i], NULL);
      g_assert_cmpint (fixture->status, ==, 1);
    }
  run (fixture, "unstar", "--json", key, NULL);
  g_assert_nonnull (strstr (fixture->output, "\"starred\":false"));
  g_assert_nonnull (strstr (fixture->output, "\"reminder\":null"));
}

static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  run (fixture, "refresh", "--json", "--conference=test", NULL);
  assert_result (fixture, "Test Conference", "unchanged");
  g_assert_true (g_file_set_contents (fixture->feed, "{}", -1, NULL));
  run (fixture, "refresh", "--json", "--conference=test", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->output, "\"result\":\"failed\",\"error\":\""));
}

/* No session and no day is that of the stored schedule. */
static void
test_next_year (Fixture *fixture, gconstpointer data)
{
  static const char *const changes[][2] = {
    { "1111", "3333" },  { "2222", "4444" },    { "2026-", "2027-" },
    { "café", "crème" }, { "Lunch", "Dinner" }, { "Test Conference", "Next Conference" },
  };
  g_autoptr (GString) next = g_string_new (FEED);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_string_replace (next, changes[i][0], changes[i][1], 0);
  g_assert_true (g_file_set_contents (fixture->feed, next->str, -1, NULL));
  run (fixture, "refresh", "--conference=test", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (
      fixture->output, ==,
      "Next Conference: updated\n"
      "  This is now the schedule of “Next Conference”. Your stars of “Test Conference” are kept.\n");
}

static void
test_reminders (Fixture *fixture, gconstpointer data)
{
  JsonObject *line;
  g_autoptr (GPtrArray) lines = NULL;

  run (fixture, "reminders", "--json", NULL);
  lines = parse_one (fixture, &line);
  g_assert_false (json_object_get_boolean_member (line, "when_closed"));
  g_assert_cmpint (json_object_get_int_member (line, "lead_minutes"), ==, 10);
}

static void
test_mistakes (Fixture *fixture, gconstpointer data)
{
  static const char *const commands[][4] = {
    { "edit", "2" },
    { "edit", "none", "--title=x" },
    { "edit", "2", "--remind=perhaps" },
    { "edit", "2", "--zone=Nowhere/City" },
    { "edit", "2", "--address=https://gotc.org/agenda/schedule.json" },
    { "edit", "2", "--address=" },
    { "edit", "2", "--address=ftp://example.org/schedule.json" },
    { "edit", "2", "--address=https://" },
    { "list", "--day=tomorrow" },
    { "list", "--day=2026-02-30" },
    { "list", "--day=2026-7-1" },
    { "export", "--day=" },
    { "remove" },
    { "remove", "none" },
    { "remind", "2/nothing", "5" },
    { "remind", "x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      run (fixture, commands[i][0], commands[i][1], commands[i][2], NULL);
      g_assert_cmpint (fixture->status, ==, 1);
      g_assert_cmpstr (fixture->output, ==, "");
      g_assert_true (g_str_has_prefix (fixture->errors, "gotc-planner") ||
                     g_str_has_prefix (fixture->errors, "Test Conference"));
    }
  run (fixture, "conferences", NULL);
  g_assert_nonnull (strstr (fixture->output, "\n    file:///"));
}

/* A name is only good for a command while one conference has it. */
static void
test_same_name (Fixture *fixture, gconstpointer data)
{
  run (fixture, "edit", "1", "--title", "Test Conference", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  run (fixture, "remove", "test conference", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "several conferences"));
}

#define ADD(path, test) g_test_add ("/cli/" path, Fixture, NULL, set_up, test, cli_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("conferences-are-listed", test_list);
  ADD ("I11/edit-changes-name-and-reminders", test_edit);
  ADD ("I11/edit-changes-address-and-zone", test_edit_schedule);
  ADD ("V8/password-is-never-printed", test_password);
  ADD ("removed-conference-comes-back-with-its-stars", test_remove);
  ADD ("remind-chooses-the-lead-time", test_remind);
  ADD ("refresh-prints-json", test_refresh);
  ADD ("L5/refresh-names-the-new-conference", test_next_year);
  ADD ("reminders-prints-json", test_reminders);
  ADD ("mistakes-are-explained", test_mistakes);
  ADD ("ambiguous-name-is-refused", test_same_name);

  return g_test_run ();
}
