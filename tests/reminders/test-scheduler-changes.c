/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reminders when schedules and stars change.
 */

#include "reminders/scheduler-fixture.h"

static const Row moved_rows[] = {
  { "a", "guid-a", "1", "Kernel", START_UTC + 3 * HOUR },
  { "late", "guid-d", "4", "Party", START_UTC + 2 * HOUR },
  { "tba", "guid-e", "5", "Surprise", START_UTC + 4 * HOUR },
};

static const Row renumbered_rows[] = {
  { "x", "guid-a", "1", "Kernel", START_UTC },
  { "late", "guid-d", "4", "Party", START_UTC + 2 * HOUR },
};

static void
test_moved (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-11), "");
  save (desk, moved_rows, G_N_ELEMENTS (moved_rows));
  assert_at (desk, AT (-10), "");
  assert_at (desk, AT (170), "+1/a Kernel;");
}

static void
test_moved_when_shown (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-10), "+1/a Kernel;");
  save (desk, moved_rows, G_N_ELEMENTS (moved_rows));
  assert_at (desk, AT (-9), "-1/a;");
  assert_at (desk, AT (-9), "");
  assert_at (desk, AT (170), "+1/a Kernel;");
}

static void
test_other_key (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-10), "+1/a Kernel;");
  save (desk, renumbered_rows, G_N_ELEMENTS (renumbered_rows));
  assert_at (desk, AT (-9), "-1/a;");
  assert_at (desk, AT (-8), "");
}

static void
tell_queue_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_async_queue_push (data, data);
  g_task_return_boolean (task, TRUE);
}

/* Waits until the worker has run all its tasks, while their callbacks wait in the main thread. */
static void
wait_for_worker (Desk *desk)
{
  g_autoptr (GAsyncQueue) queue = g_async_queue_new ();
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, queue, NULL);
  planner_worker_run (desk->worker, task, tell_queue_in_thread);
  g_async_queue_pop (queue);
}

/* Stars that change after the pass has read them cause another pass. */
static void
test_changed_meanwhile (Desk *desk, gconstpointer data)
{
  desk->now_utc = AT (-10);
  planner_scheduler_replan (desk->scheduler);
  wait_for_worker (desk);
  star (desk, "b");
  unstar (desk, "a");
  planner_scheduler_replan (desk->scheduler);
  assert_said (desk, "+1/a Kernel;-1/a;+1/b Compiler;");
}

static void
test_unstarred (Desk *desk, gconstpointer data)
{
  unstar (desk, "a");
  assert_at (desk, AT (-10), "");
  g_assert_false (planner_scheduler_has_pending (desk->scheduler));
}

static void
test_unstarred_when_shown (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-10), "+1/a Kernel;");
  unstar (desk, "a");
  start_again (desk);
  assert_at (desk, AT (-9), "-1/a;");
  star (desk, "a");
  assert_at (desk, AT (-8), "");
}

/* The attendee who stars the session again has seen its reminder. */
static void
test_unstarred_when_snoozed (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-10), "+1/a Kernel;");
  planner_scheduler_snooze (desk->scheduler, "1/a");
  settle (desk);
  unstar (desk, "a");
  star (desk, "a");
  assert_at (desk, AT (-5), "");
}

static void
set_plan_b (Desk *desk, const char *key, gboolean plan_b)
{
  g_autoptr (GError) error = NULL;

  planner_store_set_plan_b (desk->fixture.store, desk->fixture.id, key, plan_b, &error);
  g_assert_no_error (error);
}

static void
test_plan_b (Desk *desk, gconstpointer data)
{
  set_plan_b (desk, "a", TRUE);
  assert_at (desk, AT (-10), "");
  g_assert_false (planner_scheduler_has_pending (desk->scheduler));
  set_plan_b (desk, "a", FALSE);
  assert_at (desk, AT (-9), "+1/a Kernel;");
}

/* The reminder was sent already, so that it does not come again. */
static void
test_plan_b_when_shown (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-10), "+1/a Kernel;");
  set_plan_b (desk, "a", TRUE);
  start_again (desk);
  assert_at (desk, AT (-9), "-1/a;");
  set_plan_b (desk, "a", FALSE);
  assert_at (desk, AT (-8), "");
}

static void
test_cancelled (Desk *desk, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda (rows, G_N_ELEMENTS (rows));

  assert_at (desk, AT (-10), "+1/a Kernel;");
  ((PlannerSession *) planner_agenda_find_session (agenda, "a"))->cancelled = TRUE;
  save_agenda (desk->fixture.store, desk->fixture.id, agenda);
  assert_at (desk, AT (-9), "-1/a;");
}

static void
test_withdrawn (Desk *desk, gconstpointer data)
{
  save (desk, rows + 1, 1);
  assert_at (desk, AT (-10), "");
  save (desk, rows, G_N_ELEMENTS (rows));
  assert_at (desk, AT (-9), "+1/a Kernel;");
}

static void
test_conference_removed (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-10), "+1/a Kernel;");
  g_assert_true (planner_store_remove_conference (desk->fixture.store, desk->fixture.id, NULL));
  assert_at (desk, AT (-9), "-1/a;");
  assert_at (desk, AT (-9), "");
}

static void
test_conference_removed_meanwhile (Desk *desk, gconstpointer data)
{
  desk->now_utc = AT (-10);
  planner_scheduler_replan (desk->scheduler);
  wait_for_worker (desk);
  g_assert_true (planner_store_remove_conference (desk->fixture.store, desk->fixture.id, NULL));
  assert_said (desk, "+1/a Kernel;-1/a;");
}

static void
test_over (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-10), "+1/a Kernel;");
  assert_at (desk, AT (59), "");
  assert_at (desk, AT (60), "-1/a;");
}

static void
test_time_comes (Desk *desk, gconstpointer data)
{
  unstar (desk, "a");
  star (desk, "tba");
  assert_at (desk, AT (-10), "");
  g_assert_cmpint (get_next_utc (desk), ==, 0);
  g_assert_true (planner_scheduler_has_pending (desk->scheduler));
  save (desk, moved_rows, G_N_ELEMENTS (moved_rows));
  assert_at (desk, AT (-9), "");
  g_assert_cmpint (get_next_utc (desk), ==, AT (230));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("R2/moved-session-reminds-at-new-time", test_moved);
  add ("R2/moved-session-withdraws-shown-reminder", test_moved_when_shown);
  add ("R2/changed-key-replaces-shown-reminder", test_other_key);
  add ("R3/stars-changed-during-a-pass", test_changed_meanwhile);
  add ("R3/unstarred-session-has-no-reminder", test_unstarred);
  add ("R3/unstarring-withdraws-shown-reminder", test_unstarred_when_shown);
  add ("R3/star-again-ends-the-snooze", test_unstarred_when_snoozed);
  add ("U16/plan-b-has-no-reminder", test_plan_b);
  add ("U16/plan-b-withdraws-shown-reminder", test_plan_b_when_shown);
  add ("R3/cancelled-session-has-no-reminder", test_cancelled);
  add ("R3/withdrawn-session-has-no-reminder", test_withdrawn);
  add ("R3/removed-conference-withdraws-reminders", test_conference_removed);
  add ("R3/conference-removed-during-a-pass", test_conference_removed_meanwhile);
  add ("R3/reminder-goes-when-session-ends", test_over);
  add ("T9/session-that-gets-a-time-reminds", test_time_comes);

  return g_test_run ();
}
