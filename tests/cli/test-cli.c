/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The output of the commands, and their errors when the store cannot be used. */

#include "store/database.h"
#include "cli/cli-fixture.h"

#include <locale.h>

static const char *const command_names[] = {
  "check", "convert", "add",    "conferences", "edit",    "remove",  "now",    "next",    "list", "export",
  "star",  "unstar",  "remind", "note",        "refresh", "changes", "backup", "restore", "sync", "reminders",
};

static void
test_usage (Fixture *fixture, gconstpointer data)
{
  run (fixture, "--help", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (command_names); i++)
    {
      g_autofree char *line = g_strdup_printf ("\n  %-11s ", command_names[i]);

      g_assert_nonnull (strstr (fixture->output, line));
    }
  run (fixture, "--version", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  run (fixture, "star", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  run (fixture, "list", "--nonsense", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
}

static void
test_command_help (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (command_names); i++)
    {
      g_autofree char *usage = g_strdup_printf ("gotc-planner %s [OPTION", command_names[i]);

      run (fixture, command_names[i], "--help", NULL);
      g_assert_cmpint (fixture->status, ==, 0);
      g_assert_nonnull (strstr (fixture->output, usage));
    }
  run (fixture, "list", "--help", NULL);
  g_assert_nonnull (strstr (fixture->output, "--day=YYYY-MM-DD"));
  g_assert_nonnull (strstr (fixture->output, "Only sessions of this day"));
}

static void
test_unknown_command (Fixture *fixture, gconstpointer data)
{
  run (fixture, "lsit", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "there is no command “lsit”"));
}

/* A login on another computer often has a locale that this one lacks. */
static void
test_missing_locale (Fixture *fixture, gconstpointer data)
{
  g_autofree char *locale = g_strdup (g_getenv ("LC_ALL"));

  g_setenv ("LC_ALL", data, TRUE);
  run (fixture, "add", fixture->feed, NULL);
  run (fixture, "list", "--search", "café", NULL);
  g_setenv ("LC_ALL", locale, TRUE);
  g_assert_cmpstr (fixture->errors, ==, "");
  g_assert_nonnull (strstr (fixture->output, "10:00 – 11:00 C++ café"));
}

static void
test_complete (Fixture *fixture, gconstpointer data)
{
  run (fixture, "--complete", "", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (command_names); i++)
    g_assert_nonnull (strstr (fixture->output, command_names[i]));
  run (fixture, "--complete", "re", NULL);
  g_assert_cmpstr (fixture->output, ==, "remove\nremind\nrefresh\nrestore\nreminders\n");
  run (fixture, "--complete", "list", "--s", NULL);
  g_assert_cmpstr (fixture->output, ==, "--starred\n--search=\n");
  run (fixture, "--complete", "star", "--z", NULL);
  g_assert_cmpstr (fixture->output, ==, "");
  run (fixture, "--complete", "edit", "--", NULL);
  g_assert_cmpstr (fixture->output, ==, "--json\n--zone=\n--title=\n--address=\n--remind=\n--help\n");
}

/* ESC [ is C0, U+009B (CSI) is C1, U+202E turns the text after it around. */
#define CONTROLS                                                                                             \
  "\x1b[31m"                                                                                                 \
  "\xc2\x9b"                                                                                                 \
  "31m"                                                                                                      \
  "\x7f"                                                                                                     \
  "\xe2\x80\xae"

static void
assert_no_controls (const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      g_assert_false (c < 0x20 && c != '\n');
      g_assert_false (c >= 0x7f && c <= 0x9f);
      g_assert_false (c >= 0x202a && c <= 0x202e);
      g_assert_false (c >= 0x2066 && c <= 0x2069);
    }
}

static void
test_controls (Fixture *fixture, gconstpointer data)
{
  static const char schedule[] =
      "{\"schedule\":{\"conference\":{\"title\":\"T\xc2\x9b"
      "\xe2\x80\xae\",\"days\":[{\"date\":\"2026-07-01\","
      "\"rooms\":{\"H\xc2\x9b"
      "all\xe2\x80\xae\":[{\"id\":1,\"title\":\"S\\u009b\\u202e\x7f\",\"start\":\"no\xc2\x9b\","
      "\"url\":\"x:\x7f\xe2\x80\xae\",\"duration\":\"\xc2\x85"
      "9\"}]}}]}}}";
  static const char *const commands[][3] = {
    { "check", "schedule.json" },
    { "check", "--json", "schedule.json" },
    { "add", "schedule.json" },
    { "list" },
    { "list", "--json" },
    { "refresh" },
    { "refresh", "--json" },
    { "changes" },
    { "conferences" },
    { "conferences", "--json" },
    { "now", "--conference=2" },
    { "next", "--conference=2" },
    { "edit", "2", "--title=" CONTROLS "x" },
    { "edit", "2", "--remind=" CONTROLS },
    { "remind", CONTROLS, CONTROLS },
    { "remove", CONTROLS },
    { "remove", "2" },
    { "remove", "--undo", CONTROLS },
    { "remove", "--undo", "--json" },
    { "star", "x/" CONTROLS },
    { "check", CONTROLS ".json" },
    { "list", "--" CONTROLS },
    { "check", "http://\xe2\x80\xae/x" },
  };

  g_file_set_contents (fixture->feed, schedule, -1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      run (fixture, commands[i][0], commands[i][1], commands[i][2], NULL);
      g_assert_cmpuint (strlen (fixture->output) + strlen (fixture->errors), >, 1);
      assert_no_controls (fixture->output);
      assert_no_controls (fixture->errors);
    }
}

/* People search the output for “10:00 AM”, as they type it. */
static void
test_plain_times (Fixture *fixture, gconstpointer data)
{
  g_autofree char *old_locale = g_strdup (g_getenv ("LC_ALL"));
  g_autofree char *old = g_strdup (setlocale (LC_TIME, NULL));

  if (!setlocale (LC_TIME, "en_US.UTF-8"))
    {
      g_test_skip ("needs the locale en_US.UTF-8");
      return;
    }

  setlocale (LC_TIME, old);
  run (fixture, "add", "schedule.json", NULL);
  g_setenv ("LC_ALL", "en_US.UTF-8", TRUE);
  run (fixture, "list", "--search", "café", NULL);
  g_assert_nonnull (strstr (fixture->output, " 10:00 AM – 11:00 AM C++ café"));
  run (fixture, "star", "2/11111111-1111-4111-8111-111111111111", NULL);
  run (fixture, "share", "--text", NULL);
  g_setenv ("LC_ALL", old_locale ? old_locale : "C.UTF-8", TRUE);
  g_assert_nonnull (strstr (fixture->output, "10:00 AM – 11:00 AM  C++ café"));
}

/* Another program that reads JSON gets the characters as they are in the schedule. */
static void
test_json_keeps_characters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;

  g_file_set_contents (
      fixture->feed,
      "{\"schedule\":{\"conference\":{\"title\":\"T\xe2\x80\xae\",\"days\":[{\"date\":\"2026-07-01\","
      "\"rooms\":{\"Hall\":[{\"id\":1,\"title\":\"S\",\"start\":\"10:00\"}]}}]}}}",
      -1, NULL);
  run (fixture, "check", "--json", "schedule.json", NULL);
  g_assert_nonnull (strstr (fixture->output, "T\\u202e"));
  lines = parse_lines (fixture->output);
  g_assert_cmpstr (json_object_get_string_member (get_line (lines, 0), "title"), ==, "T\xe2\x80\xae");
}

static void
test_zone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;

  g_file_set_contents (
      fixture->feed,
      "{\"schedule\":{\"conference\":{\"title\":\"Harbour\",\"days\":[{\"date\":\"2026-07-01\","
      "\"rooms\":{\"Hall\":[{\"id\":1,\"title\":\"S\",\"start\":\"10:00\"}]}}]}}}",
      -1, NULL);
  run (fixture, "add", "--zone=Nowhere/City", "schedule.json", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "Nowhere/City"));
  run (fixture, "add", "--zone=../../../etc/hostname", "schedule.json", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  run (fixture, "add", "--zone=/etc/hostname", "schedule.json", NULL);
  g_assert_cmpint (fixture->status, ==, 1);

  run (fixture, "add", "--zone=Asia/Kolkata", "schedule.json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  run (fixture, "list", "--json", "--conference=Harbour", NULL);
  lines = parse_lines (fixture->output);
  g_assert_cmpstr (json_object_get_string_member (get_line (lines, 0), "start"), ==, "2026-07-01T04:30:00Z");
}

static void
test_check_json (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;
  JsonObject *line;
  JsonObject *problem;

  run (fixture, "check", "--json", "schedule.json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  lines = parse_lines (fixture->output);
  g_assert_cmpuint (lines->len, ==, 1);
  line = get_line (lines, 0);
  g_assert_cmpstr (json_object_get_string_member (line, "file"), ==, "schedule.json");
  g_assert_cmpstr (json_object_get_string_member (line, "title"), ==, "Test Conference");
  g_assert_cmpstr (json_object_get_string_member (line, "zone"), ==, "Europe/Berlin");
  g_assert_cmpint (json_object_get_int_member (line, "sessions"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (line, "days"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (line, "rooms"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (line, "forums"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (line, "speakers"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (line, "first_start"), ==, "2026-07-01T08:00:00Z");
  g_assert_cmpstr (json_object_get_string_member (line, "last_end"), ==, "2026-07-01T09:00:00Z");

  problem = json_array_get_object_element (json_object_get_array_member (line, "problems"), 0);
  g_assert_cmpstr (json_object_get_string_member (problem, "severity"), ==, "repaired");
  g_assert_cmpstr (json_object_get_string_member (problem, "where"), ==,
                   "$.schedule.conference.days[0].rooms['Hall'][1].duration");
}

/* Two sessions of this schedule have no day. */
static void
test_check_day_to_be_announced (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "agenda", "gotc-2023.json", NULL);
  g_autoptr (GPtrArray) lines = NULL;

  run (fixture, "check", path, NULL);
  g_assert_nonnull (strstr (fixture->output, "29 sessions, 2 days, "));
  run (fixture, "check", "--json", path, NULL);
  lines = parse_lines (fixture->output);
  g_assert_cmpint (json_object_get_int_member (get_line (lines, 0), "days"), ==, 2);
}

static void
test_check_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;

  run (fixture, "check", "--json", "missing.json", "schedule.json", ".", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  lines = parse_lines (fixture->output);
  g_assert_cmpuint (lines->len, ==, 3);
  g_assert_true (json_object_has_member (get_line (lines, 0), "error"));
  g_assert_false (json_object_has_member (get_line (lines, 1), "error"));
  g_assert_true (json_object_has_member (get_line (lines, 2), "error"));
}

static void
test_fresh_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;

  run (fixture, "list", "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  lines = parse_lines (fixture->output);
  g_assert_cmpuint (lines->len, >, 20);
  for (guint i = 0; i < lines->len; i++)
    {
      /* No source gives a time or a room of GOTC 2023. */
      g_assert_true (json_object_get_null_member (get_line (lines, i), "start"));
      g_assert_true (json_object_get_null_member (get_line (lines, i), "room"));
      g_assert_false (json_object_get_boolean_member (get_line (lines, i), "starred"));
    }
}

typedef struct
{
  const char *name;
  const char *option;
  const char *value;
  guint n_lines;
} FilterCase;

static const FilterCase filter_cases[] = {
  { "day", "--day", "2026-07-01", 2 },         { "other-day", "--day", "2026-07-02", 0 },
  { "forum", "--forum", "main", 1 },           { "room", "--room", "Yard", 1 },
  { "conference", "--conference", "test", 2 }, { "quotes", "--search", "\"'*%_ AND", 0 },
};

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  const FilterCase *test = data;
  g_autoptr (GPtrArray) lines = NULL;

  run (fixture, "add", "schedule.json", NULL);
  run (fixture, "list", "--json", test->option, test->value, "--conference", "test", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  lines = parse_lines (fixture->output);
  g_assert_cmpuint (lines->len, ==, test->n_lines);
}

static void
test_star (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *key = NULL;

  run (fixture, "add", "schedule.json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  run (fixture, "list", "--json", "--conference", "test", "--search", "c++ CAFE", NULL);
  lines = parse_lines (fixture->output);
  g_assert_cmpuint (lines->len, ==, 1);
  key = g_strdup (json_object_get_string_member (get_line (lines, 0), "key"));
  g_assert_cmpstr (json_object_get_string_member (get_line (lines, 0), "start_venue"), ==,
                   "2026-07-01T10:00:00+02:00");

  run (fixture, "star", key, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_clear_pointer (&lines, g_ptr_array_unref);
  run (fixture, "list", "--json", "--starred", NULL);
  lines = parse_lines (fixture->output);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpstr (json_object_get_string_member (get_line (lines, 0), "key"), ==, key);
  g_assert_true (json_object_get_boolean_member (get_line (lines, 0), "starred"));

  run (fixture, "unstar", key, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  run (fixture, "list", "--json", "--starred", NULL);
  g_assert_cmpstr (fixture->output, ==, "");

  run (fixture, "star", "2/nothing", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "2/nothing"));
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) halves = g_strsplit (FEED, "10:30", -1);
  g_autofree char *moved = g_strjoinv ("11:30", halves);
  g_autoptr (GPtrArray) none = NULL, lines = NULL, starred = NULL;
  JsonObject *line;

  run (fixture, "add", "schedule.json", NULL);
  run (fixture, "changes", "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  none = parse_lines (fixture->output);
  g_assert_cmpuint (none->len, ==, 0);

  g_assert_true (g_file_set_contents (fixture->feed, moved, -1, NULL));
  run (fixture, "refresh", "--conference", "test", NULL);
  run (fixture, "changes", "--json", "--conference", "test", NULL);
  lines = parse_lines (fixture->output);
  g_assert_cmpuint (lines->len, ==, 1);
  line = get_line (lines, 0);
  g_assert_cmpstr (json_object_get_string_member (line, "title"), ==, "Lunch");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (line, "kinds"), 0), ==,
                   "moved");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (line, "was"), "start"), ==,
                   "2026-07-01T08:30:00Z");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (line, "is"), "start_venue"),
                   ==, "2026-07-01T11:30:00+02:00");
  g_assert_false (json_object_get_boolean_member (line, "seen"));

  run (fixture, "star", json_object_get_string_member (line, "key"), NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  run (fixture, "changes", "--json", "--starred", NULL);
  starred = parse_lines (fixture->output);
  g_assert_cmpuint (starred->len, ==, 1);
  run (fixture, "changes", NULL);
  g_assert_nonnull (strstr (fixture->output, "10:30 → 11:30"));
}

static void
assert_none (Fixture *fixture, const char *sentence)
{
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->output, ==, "");
  g_assert_cmpstr (fixture->errors, ==, sentence);
}

/* Standard output has only what is listed, so that programs can count its lines. */
static void
test_none (Fixture *fixture, gconstpointer data)
{
  run (fixture, "changes", NULL);
  assert_none (fixture, "gotc-planner: nothing has changed\n");
  run (fixture, "changes", "--json", NULL);
  assert_none (fixture, "gotc-planner: nothing has changed\n");
  run (fixture, "changes", "--starred", NULL);
  assert_none (fixture, "gotc-planner: no starred session has changed\n");
  run (fixture, "list", "--starred", NULL);
  assert_none (fixture, "gotc-planner: no session is starred\n");
  run (fixture, "list", "--search", "qwertz", NULL);
  assert_none (fixture, "gotc-planner: no session matches\n");
  run (fixture, "list", "--starred", "--day", "1999-01-01", "--json", NULL);
  assert_none (fixture, "gotc-planner: no session matches\n");
}

static void
test_no_conferences (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "list", "changes", "conferences", "refresh" };

  run (fixture, "remove", "1", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      run (fixture, words[i], NULL);
      assert_none (fixture, "gotc-planner: there is no conference; add one with “gotc-planner add”\n");
    }
  run (fixture, "board", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpstr (fixture->errors, ==,
                   "gotc-planner: there is no conference; add one with “gotc-planner add”\n");
}

typedef struct
{
  const char *name;
  const char *sql;     /* what a newer or another program has done to the file, or */
  goffset damage_from; /* where the disk has lost it */
  const char *sentence;
} StoreCase;

static const StoreCase store_cases[] = {
  { "newer", "PRAGMA user_version = 999", 0, "saved by a newer version of the planner" },
  { "foreign", "PRAGMA application_id = 7", 0, "cannot be read or saved" },
  { "corrupt-head", NULL, 0, "is damaged. It was not changed" },
  { "corrupt", NULL, 4096, "is damaged. It was not changed" },
};

static char *
find_database (Fixture *fixture)
{
  static const char *const folders[] = { "gotc-planner", "gotc-planner-devel" };

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, folders[i], "planner.db", NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  g_assert_not_reached ();
}

static void
spoil (const char *path, const StoreCase *test)
{
  g_autofree char *contents = NULL;
  gsize size;

  execute (path, test->sql ? test->sql : "PRAGMA journal_mode = DELETE");
  if (test->sql)
    return;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  memset (contents + test->damage_from, 0xff, 512);
  g_assert_true (g_file_set_contents (path, contents, (gssize) size, NULL));
}

/* Each has its own sentence, in reading and in writing, and the file stays as it was. */
static void
test_store (Fixture *fixture, gconstpointer data)
{
  const StoreCase *test = data;
  g_autofree char *path = NULL, *before = NULL, *after = NULL;
  gsize size_before, size_after;

  run (fixture, "list", NULL);
  path = find_database (fixture);
  spoil (path, test);
  g_assert_true (g_file_get_contents (path, &before, &size_before, NULL));

  run (fixture, "list", NULL);
  g_assert_cmpint (fixture->status, !=, 0);
  g_test_message ("%s", fixture->errors);
  g_assert_nonnull (strstr (fixture->errors, test->sentence));
  run (fixture, "add", "schedule.json", NULL);
  g_assert_cmpint (fixture->status, !=, 0);
  g_assert_nonnull (strstr (fixture->errors, test->sentence));

  g_assert_true (g_file_get_contents (path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size_before, after, size_after);
}

/* The XDG Base Directory Specification requires that. */
static void
test_relative_folder (Fixture *fixture, gconstpointer data)
{
  char *arguments[] = { (char *) g_getenv ("PLANNER_PROGRAM"), (char *) "list", NULL };
  g_autofree char *relative = g_build_filename (fixture->folder, "relative", NULL);
  g_autofree char *expected = g_build_filename (fixture->folder, ".local", "share", NULL);
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  int status;

  environment = g_environ_setenv (environment, "XDG_DATA_HOME", "relative", TRUE);
  environment = g_environ_setenv (environment, "HOME", fixture->folder, TRUE);
  g_spawn_sync (fixture->folder, arguments, environment, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_false (g_file_test (relative, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (expected, G_FILE_TEST_IS_DIR));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/cli/help/lists-all-commands", test_usage, NULL);
  add_test ("/cli/help/describes-each-command", test_command_help, NULL);
  add_test ("/cli/help/names-an-unknown-command", test_unknown_command, NULL);
  add_test ("/cli/locale/takes-and-prints-unicode-with-a-missing-locale", test_missing_locale, "xx_XX.UTF-8");
  add_test ("/cli/locale/takes-and-prints-unicode-with-the-locale-c", test_missing_locale, "C");
  add_test ("/cli/completion/lists-commands-and-options", test_complete, NULL);
  add_test ("/cli/V1/no-control-character-reaches-the-terminal", test_controls, NULL);
  add_test ("/cli/times-have-plain-spaces", test_plain_times, NULL);
  add_test ("/cli/V2/json-keeps-directional-characters-as-escapes", test_json_keeps_characters, NULL);
  add_test ("/cli/T4/add-takes-a-time-zone", test_zone, NULL);
  add_test ("/cli/I7/relative-data-folder-is-ignored", test_relative_folder, NULL);
  add_test ("/cli/check/prints-facts-and-problems-as-json", test_check_json, NULL);
  add_test ("/cli/check/counts-only-days-with-a-date", test_check_day_to_be_announced, NULL);
  add_test ("/cli/check/reports-unreadable-schedules", test_check_unreadable, NULL);
  add_test ("/cli/list/shows-the-bundled-conference-at-first", test_fresh_list, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (filter_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/list/%s", filter_cases[i].name);

      add_test (path, test_filter, &filter_cases[i]);
    }
  add_test ("/cli/star/is-stored-and-removed", test_star, NULL);
  add_test ("/cli/changes/prints-old-and-new-values", test_changes, NULL);
  add_test ("/cli/commands-say-that-they-find-nothing", test_none, NULL);
  add_test ("/cli/commands-say-that-there-is-no-conference", test_no_conferences, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (store_cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/cli/I6/", store_cases[i].name, "-database-is-left-as-it-is", NULL);

      add_test (path, test_store, &store_cases[i]);
    }

  return g_test_run ();
}
