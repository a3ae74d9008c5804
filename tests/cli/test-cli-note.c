/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plan B and private notes on the command line.
 */

#include "cli/cli-fixture.h"

#include "model/planner-note.h"

#include <glib/gstdio.h>

/* Returns: (transfer full): the key of the only session of the added conference that the search finds */
static char *
find_key (Fixture *fixture, const char *search)
{
  g_autoptr (GPtrArray) lines = NULL;

  run (fixture, "list", "--json", "--conference", "test", "--search", search, NULL);
  lines = parse_lines (fixture->output);
  g_assert_cmpuint (lines->len, ==, 1);

  return g_strdup (json_object_get_string_member (get_line (lines, 0), "key"));
}

static char *
add_and_find (Fixture *fixture)
{
  run (fixture, "add", "schedule.json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);

  return find_key (fixture, "café");
}

static void
assert_listed (Fixture *fixture, gboolean starred, gboolean plan_b, const char *note)
{
  g_autoptr (GPtrArray) lines = NULL;
  JsonObject *line;

  run (fixture, "list", "--json", "--conference", "test", "--search", "café", NULL);
  lines = parse_lines (fixture->output);
  line = get_line (lines, 0);
  g_assert_cmpint (json_object_get_boolean_member (line, "starred"), ==, starred);
  g_assert_cmpint (json_object_get_boolean_member (line, "plan_b"), ==, plan_b);
  g_assert_cmpstr (json_object_get_string_member_with_default (line, "note", NULL), ==, note);
}

static void
test_plan_b (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = add_and_find (fixture);

  run (fixture, "star", "--plan-b", key, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->output, ==, "★ C++ café · plan B\n");
  assert_listed (fixture, TRUE, TRUE, NULL);
  run (fixture, "list", "--starred", NULL);
  g_assert_nonnull (strstr (fixture->output, "C++ café · Ada · Hall · plan B\n"));

  run (fixture, "star", key, NULL);
  g_assert_cmpstr (fixture->output, ==, "★ C++ café\n");
  assert_listed (fixture, TRUE, FALSE, NULL);
  run (fixture, "star", "--plan-b", key, NULL);
  run (fixture, "unstar", key, NULL);
  assert_listed (fixture, FALSE, FALSE, NULL);
}

static void
test_note (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = add_and_find (fixture);

  run (fixture, "note", key, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->output, ==, "");
  g_assert_cmpstr (fixture->errors, ==, "gotc-planner: this session has no note\n");
  run (fixture, "note", key, "Ask about\nmodules", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->output, ==, "★ C++ café\n");
  assert_listed (fixture, TRUE, FALSE, "Ask about\nmodules");

  run (fixture, "note", key, NULL);
  g_assert_cmpstr (fixture->output, ==, "Ask about\nmodules\n");
  run (fixture, "note", key, "", NULL);
  g_assert_cmpstr (fixture->output, ==, "");
  assert_listed (fixture, TRUE, FALSE, NULL);
}

static void
test_remove_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = add_and_find (fixture);

  run (fixture, "note", key, "", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  assert_listed (fixture, FALSE, FALSE, NULL);
}

static void
test_json (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = add_and_find (fixture);
  g_autoptr (GPtrArray) none = NULL, written = NULL;

  run (fixture, "note", "--json", key, NULL);
  none = parse_lines (fixture->output);
  g_assert_cmpstr (json_object_get_string_member (get_line (none, 0), "key"), ==, key);
  g_assert_true (json_object_get_null_member (get_line (none, 0), "note"));

  run (fixture, "star", key, NULL);
  run (fixture, "note", "--json", key, "Front row", NULL);
  written = parse_lines (fixture->output);
  g_assert_cmpstr (json_object_get_string_member (get_line (written, 0), "note"), ==, "Front row");
}

static void
test_controls (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = add_and_find (fixture);

  run (fixture, "note", key, "red\x1b[31m\xc2\x9b\a\xe2\x80\xae!", NULL);
  run (fixture, "note", key, NULL);
  g_assert_cmpstr (fixture->output, ==, "red[31m!\n");
  run (fixture, "note", "--json", key, NULL);
  g_assert_nonnull (strstr (fixture->output, "\"red[31m\\u202e!\""));
}

static void
test_too_long (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = add_and_find (fixture);
  g_autofree char *text = g_strnfill (PLANNER_NOTE_MAX_BYTES + 1, 'x');

  run (fixture, "note", key, text, NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "64 KiB"));
  assert_listed (fixture, FALSE, FALSE, NULL);
}

static void
test_unknown_key (Fixture *fixture, gconstpointer data)
{
  run (fixture, "note", "2/nothing", "Text", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "2/nothing"));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = add_and_find (fixture);
  g_autofree char *found = NULL;

  run (fixture, "note", key, "Bring the prototype", NULL);
  found = find_key (fixture, "PROTOTYPE bring");
  g_assert_cmpstr (found, ==, key);
}

/* The window writes backups for the attendee alone, too. */
static void
test_private_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "mine.json", NULL);
  GStatBuf status;

  run (fixture, "backup", "mine.json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/cli/U16/star-as-plan-b-and-as-going", test_plan_b, NULL);
  add_test ("/cli/U17/note-is-written-printed-and-removed", test_note, NULL);
  add_test ("/cli/U17/removing-no-note-stars-nothing", test_remove_nothing, NULL);
  add_test ("/cli/U17/note-as-json", test_json, NULL);
  add_test ("/cli/U17/too-long-note-is-refused", test_too_long, NULL);
  add_test ("/cli/U17/note-of-unknown-session", test_unknown_key, NULL);
  add_test ("/cli/U17/search-finds-words-of-notes", test_search, NULL);
  add_test ("/cli/U17/backup-is-for-the-attendee-alone", test_private_backup, NULL);
  add_test ("/cli/V1/note-does-not-control-the-terminal", test_controls, NULL);

  return g_test_run ();
}
