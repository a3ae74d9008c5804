/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * R1: a reminder comes once, though the planner is killed, the desktop refuses it, or the disk is full.
 */

#include "files.h"
#include "reminders/scheduler-fixture.h"

#include <unistd.h>

static void
test_once (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-11), "");
  g_assert_cmpint (get_next_utc (desk), ==, AT (-10));
  assert_at (desk, AT (-10), "+1/a Kernel;");
  g_assert_cmpint (get_next_utc (desk), ==, 0);
  assert_at (desk, AT (-10), "");
  assert_at (desk, AT (-5), "");
  start_again (desk);
  assert_at (desk, AT (-5), "");
}

static void
test_refresh_between (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-10), "+1/a Kernel;");
  save (desk, rows, G_N_ELEMENTS (rows));
  assert_at (desk, AT (-9), "");
}

/* A process killed before it records a reminder shows it again, under the same id. */
static void
test_killed (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-10), "+1/a Kernel;");
  execute (desk->fixture.path, "DELETE FROM told; UPDATE stars SET shown_key = NULL, shown_start_utc = NULL");
  start_again (desk);
  assert_at (desk, AT (-10), "+1/a Kernel;");
  assert_at (desk, AT (-10), "");
}

/* It is tried again in a minute. */
static void
test_not_handed_over (Desk *desk, gconstpointer data)
{
  execute (desk->fixture.path, "UPDATE conferences SET updated_utc = 1685236800 - 15 * 60");
  desk->refuse = TRUE;
  assert_at (desk, AT (-10), "+1/a Kernel;");
  g_assert_cmpuint (find_timer_s ((guint) getpid ()), >, 0);
  g_assert_cmpuint (find_timer_s ((guint) getpid ()), <=, 60);
  g_assert_true (planner_scheduler_has_pending (desk->scheduler));
  desk->refuse = FALSE;
  assert_at (desk, AT (-9), "+1/a Kernel;");
  assert_at (desk, AT (-9), "");
}

static void
test_full_disk (Desk *desk, gconstpointer data)
{
  execute (desk->fixture.path,
           "CREATE TRIGGER fault BEFORE INSERT ON told BEGIN SELECT raise (ABORT, 'full'); END");
  assert_at (desk, AT (-10), "+1/a Kernel;");
  assert_at (desk, AT (-9), "");
  assert_answer (desk->fixture.path, "SELECT count(*) FROM told", "0");
  planner_scheduler_snooze (desk->scheduler, "1/a");
  assert_said (desk, "");
  assert_at (desk, AT (-4), "+1/a Kernel;");
  unstar (desk, "a");
  execute (desk->fixture.path, "DROP TRIGGER fault");
  assert_at (desk, AT (-3), "-1/a;");
}

static void
test_full_disk_for_a_while (Desk *desk, gconstpointer data)
{
  execute (desk->fixture.path,
           "CREATE TRIGGER fault BEFORE INSERT ON told BEGIN SELECT raise (ABORT, 'full'); END");
  assert_at (desk, AT (-10), "+1/a Kernel;");
  execute (desk->fixture.path, "DROP TRIGGER fault");
  assert_at (desk, AT (-9), "");
  assert_answer (desk->fixture.path, "SELECT count(*) FROM told", "1");
}

static void
test_unreadable_store (Desk *desk, gconstpointer data)
{
  execute (desk->fixture.path, "ALTER TABLE told RENAME TO elsewhere");
  assert_at (desk, AT (-10), "");
  g_assert_true (planner_scheduler_has_pending (desk->scheduler));
  execute (desk->fixture.path, "ALTER TABLE elsewhere RENAME TO told");
  assert_at (desk, AT (-10), "+1/a Kernel;");
}

/* A snapshot of another version of the planner cannot be read. */
static void
test_upgrade (Desk *desk, gconstpointer data)
{
  execute (desk->fixture.path, "UPDATE stars SET snapshot = x'00'");
  assert_at (desk, AT (-10), "+1/a Kernel;");
  assert_at (desk, AT (-10), "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("R1/shown-once", test_once);
  add ("R1/refresh-repeats-nothing", test_refresh_between);
  add ("R1/killed-before-recording-replaces-itself", test_killed);
  add ("R1/retried-when-not-sent", test_not_handed_over);
  add ("R1/full-disk-repeats-nothing", test_full_disk);
  add ("R1/full-disk-then-room-again", test_full_disk_for_a_while);
  add ("R1/unreadable-store-is-retried", test_unreadable_store);
  add ("R1/unreadable-snapshot-still-reminds", test_upgrade);

  return g_test_run ();
}
