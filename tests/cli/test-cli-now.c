/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The commands that print what runs and what comes next. "C++ café" runs from 10:00 to 11:00 in the hall, and "Lunch" starts at
 * 10:30 in the yard. */

#include "config.h"

#include "cli/cli-fixture.h"

/* Returns: whether the commands have this time; otherwise the test is skipped */
static gboolean
set_now (const char *time)
{
  g_autofree char *now = g_strdup_printf ("2026-07-01T%s:00+02:00", time);

  if (!DEVELOPMENT)
    {
      g_test_skip ("Only the clock of the development profile can be set.");
      return FALSE;
    }
  g_setenv ("PLANNER_NOW", now, TRUE);

  return TRUE;
}

static void
assert_session (JsonObject *line, const char *title, const char *moment, int minutes)
{
  g_assert_cmpstr (json_object_get_string_member (line, "title"), ==, title);
  g_assert_cmpstr (json_object_get_string_member (line, "moment"), ==, moment);
  g_assert_cmpint (json_object_get_int_member (line, "minutes"), ==, minutes);
}

static void
test_running (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) now = NULL, next = NULL;

  if (!set_now ("10:15"))
    return;
  run (fixture, "add", "schedule.json", NULL);
  run (fixture, "now", "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  now = parse_lines (fixture->output);
  g_assert_cmpuint (now->len, ==, 1);
  assert_session (get_line (now, 0), "C++ café", "running", 45);
  run (fixture, "next", "--json", NULL);
  next = parse_lines (fixture->output);
  g_assert_cmpuint (next->len, ==, 1);
  assert_session (get_line (next, 0), "Lunch", "next", 15);
  run (fixture, "now", NULL);
  g_assert_nonnull (strstr (fixture->output,
                            "Test Conference\n☆ 2026-07-01 10:00 – 11:00 C++ café · Ada · Hall · "
                            "45 min left\n    2/"));
  run (fixture, "next", NULL);
  g_assert_nonnull (strstr (fixture->output, " Lunch · Yard · in 15 min\n"));
}

/* Two sessions run. The starred one comes first, although its room is the second one, and is not repeated there. */
static void
test_mine_first (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) parts = g_strsplit (FEED, "9x", -1);
  g_autofree char *feed = g_strjoinv ("01:00", parts);
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  g_assert_true (g_file_set_contents (fixture->feed, feed, -1, NULL));
  if (!set_now ("10:45"))
    return;
  run (fixture, "add", "schedule.json", NULL);
  run (fixture, "now", "--json", NULL);
  before = parse_lines (fixture->output);
  g_assert_cmpuint (before->len, ==, 2);
  assert_session (get_line (before, 1), "Lunch", "running", 45);

  run (fixture, "star", json_object_get_string_member (get_line (before, 1), "key"), NULL);
  run (fixture, "now", "--json", NULL);
  after = parse_lines (fixture->output);
  g_assert_cmpuint (after->len, ==, 2);
  assert_session (get_line (after, 0), "Lunch", "running", 45);
  assert_session (get_line (after, 1), "C++ café", "running", 15);
}

static void
test_before_and_after (Fixture *fixture, gconstpointer data)
{
  if (!set_now ("08:00"))
    return;
  run (fixture, "add", "schedule.json", NULL);
  run (fixture, "now", NULL);
  g_assert_cmpstr (fixture->output, ==, "Test Conference: Starts today at 10:00\n");
  run (fixture, "now", "--json", NULL);
  g_assert_cmpstr (fixture->output, ==, "");
  run (fixture, "next", NULL);
  g_assert_nonnull (strstr (fixture->output, "C++ café · Ada · Hall · in 2 h\n"));

  set_now ("12:00");
  run (fixture, "now", NULL);
  g_assert_cmpstr (fixture->output, ==, "No conference is running or coming up.\n");
  run (fixture, "now", "--json", NULL);
  g_assert_cmpstr (fixture->output, ==, "");
  run (fixture, "next", "--conference", "test", NULL);
  g_assert_cmpstr (fixture->output, ==, "Test Conference: The Conference Is Over\n");
}

static void
test_nothing_left (Fixture *fixture, gconstpointer data)
{
  if (!set_now ("10:31"))
    return;
  run (fixture, "add", "schedule.json", NULL);
  run (fixture, "next", NULL);
  g_assert_cmpstr (fixture->output, ==, "Test Conference\n    There are no more sessions.\n");
}

static void
test_board (Fixture *fixture, gconstpointer data)
{
  run (fixture, "add", "schedule.json", NULL);
  run (fixture, "board", "--conference", "Other", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "there is no conference “Other”"));
  run (fixture, "board", "--conference", "Test Conference", "--room", "Kitchen", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "there is no room “Kitchen”"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("TZ", "UTC", TRUE);

  add_test ("/cli/L2/now-and-next-follow-the-clock", test_running, NULL);
  add_test ("/cli/starred-sessions-come-first", test_mine_first, NULL);
  add_test ("/cli/L3/before-and-after-the-conference", test_before_and_after, NULL);
  add_test ("/cli/nothing-is-left", test_nothing_left, NULL);
  add_test ("/cli/board-needs-a-known-conference-and-room", test_board, NULL);

  return g_test_run ();
}
