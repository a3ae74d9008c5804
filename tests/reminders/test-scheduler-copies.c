/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * R16: the attendee added one conference by two addresses, and starred the session “a” in both copies.
 */

#include "reminders/scheduler-fixture.h"

#define COPY_ADDRESS "https://example.org/copy.json"

static gint64 copy_id;

static void
save_copy (Desk *desk, gint64 start_utc)
{
  const Row moved[] = { { "a", "guid-a", "1", "Kernel", start_utc } };
  g_autoptr (PlannerAgenda) agenda = make_agenda (moved, G_N_ELEMENTS (moved));

  save_agenda (desk->fixture.store, copy_id, agenda);
  execute (desk->fixture.path, "UPDATE stars SET planned_utc = 0");
}

static void
set_up (Desk *desk, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda (rows, G_N_ELEMENTS (rows));

  scheduler_set_up (desk, data);
  copy_id = add_conference (desk->fixture.store, COPY_ADDRESS, agenda);
  add_star (desk->fixture.store, copy_id, agenda, "a");
  execute (desk->fixture.path, "UPDATE stars SET planned_utc = 0");
}

static void
test_one_reminder (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-10), "+1/a Kernel;");
  assert_at (desk, AT (-5), "");
  start_again (desk);
  assert_at (desk, AT (-5), "");
}

static void
test_unstarred_before (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-11), "");
  unstar (desk, "a");
  assert_stars (desk->fixture.store, copy_id, "a Kernel");
  assert_at (desk, AT (-10), "+2/a Kernel;");
}

/* The reminder of the first copy counts for the second one. */
static void
test_unstarred_after (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-10), "+1/a Kernel;");
  unstar (desk, "a");
  assert_at (desk, AT (-5), "-1/a;");
  assert_stars (desk->fixture.store, copy_id, "a Kernel");
}

static void
test_other_unstarred (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-11), "");
  g_assert_true (planner_store_remove_star (desk->fixture.store, copy_id, "a", NULL));
  assert_at (desk, AT (-10), "+1/a Kernel;");
}

static void
test_conference_without_reminders (Desk *desk, gconstpointer data)
{
  execute (desk->fixture.path, "UPDATE conferences SET remind = 0 WHERE id = 1");
  assert_at (desk, AT (-10), "+2/a Kernel;");
}

static void
test_session_without_reminder (Desk *desk, gconstpointer data)
{
  g_assert_true (
      planner_store_set_lead (desk->fixture.store, desk->fixture.id, "a", PLANNER_LEAD_NONE, NULL));
  assert_at (desk, AT (-10), "+2/a Kernel;");
}

static void
test_plan_b (Desk *desk, gconstpointer data)
{
  g_assert_true (planner_store_set_plan_b (desk->fixture.store, desk->fixture.id, "a", TRUE, NULL));
  assert_at (desk, AT (-10), "+2/a Kernel;");
}

/* The first copy has the default, by which no session has a reminder. */
static void
test_own_lead (Desk *desk, gconstpointer data)
{
  g_object_set (desk->scheduler, "default-lead-s", PLANNER_LEAD_NONE, NULL);
  g_assert_true (planner_store_set_lead (desk->fixture.store, copy_id, "a", 20 * MINUTE, NULL));
  assert_at (desk, AT (-20), "+2/a Kernel;");
  assert_at (desk, AT (-10), "");
}

/* One copy is out of date. */
static void
test_other_start (Desk *desk, gconstpointer data)
{
  save_copy (desk, START_UTC + HOUR);
  assert_at (desk, AT (-10), "+1/a Kernel;");
  assert_at (desk, AT (50), "+2/a Kernel;");
}

/* A reminder at the time of both copies is not repeated when they agree again. */
static void
test_same_start_again (Desk *desk, gconstpointer data)
{
  save_copy (desk, START_UTC + HOUR);
  assert_at (desk, AT (-10), "+1/a Kernel;");
  save_copy (desk, START_UTC);
  assert_at (desk, AT (-9), "");
}

static void
add_copies (const char *name, void (*test) (Desk *desk, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/reminders/R16/", name, NULL);

  g_test_add (path, Desk, NULL, set_up, test, scheduler_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_copies ("one-reminder-for-two-copies", test_one_reminder);
  add_copies ("unstarred-copy-leaves-the-other-reminder", test_unstarred_before);
  add_copies ("unstarred-after-its-reminder-repeats-nothing", test_unstarred_after);
  add_copies ("unstarred-second-copy-changes-nothing", test_other_unstarred);
  add_copies ("conference-without-reminders-leaves-them-to-its-copy", test_conference_without_reminders);
  add_copies ("session-without-reminder-leaves-it-to-its-copy", test_session_without_reminder);
  add_copies ("plan-b-leaves-the-reminder-to-its-copy", test_plan_b);
  add_copies ("own-lead-time-counts-more-than-default", test_own_lead);
  add_copies ("other-start-is-another-reminder", test_other_start);
  add_copies ("same-start-again-repeats-nothing", test_same_start_again);

  return g_test_run ();
}
