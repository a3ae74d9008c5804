/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When reminders and refreshes are due: lead times, snoozes, and changes of the clock.
 */

#include "reminders/scheduler-fixture.h"

#define MAX_REPORTS 100

static void
test_suspended (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-11), "");
  assert_at (desk, AT (5), "+1/a Kernel late;");
  assert_at (desk, AT (6), "");
}

static void
test_suspended_until_over (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-11), "");
  assert_at (desk, AT (60), "");
}

/* The computer sleeps while the stars are read, until the session is over. */
static void
test_suspended_during_pass (Desk *desk, gconstpointer data)
{
  desk->now_utc = AT (-10);
  planner_scheduler_replan (desk->scheduler);
  desk->now_utc = AT (60);
  assert_said (desk, "");
}

static void
test_starred_while_it_runs (Desk *desk, gconstpointer data)
{
  execute (desk->fixture.path, "UPDATE stars SET planned_utc = start_utc + 1");
  assert_at (desk, AT (1), "");
}

static void
test_clock_set (Desk *desk, gconstpointer data)
{
  star (desk, "late");
  assert_at (desk, AT (-10), "+1/a Kernel;");
  assert_at (desk, AT (-70), "");
  assert_at (desk, AT (-10), "");
  assert_at (desk, AT (115), "-1/a;+1/late Party;");
  assert_at (desk, AT (55), "");
  assert_at (desk, AT (110), "");
}

static void
test_clock_set_forward_past_all (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (9999), "");
  assert_at (desk, AT (-11), "");
  assert_at (desk, AT (-10), "+1/a Kernel;");
}

/* A process that starts with a clock that is wrongly ahead waits until the clock is set. */
static void
test_clock_ahead (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (9999), "");
  g_assert_true (planner_scheduler_has_pending (desk->scheduler));
  start_again (desk);
  assert_at (desk, AT (9999), "");
  g_assert_true (planner_scheduler_has_pending (desk->scheduler));
  g_assert_cmpint (get_next_utc (desk), ==, 0);
  assert_at (desk, AT (-10), "+1/a Kernel;");
  assert_at (desk, AT (9999), "-1/a;");
  g_assert_false (planner_scheduler_has_pending (desk->scheduler));
}

static void
test_clock_far_ahead (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (8 * 24 * 60), "");
  g_assert_false (planner_scheduler_has_pending (desk->scheduler));
}

/* If something was stored after the end of a session, the clock has passed that time, so the session is over. */
static void
test_recorded_later (Desk *desk, gconstpointer data)
{
  execute (desk->fixture.path, "UPDATE conferences SET updated_utc = 1685236800 + 59 * 60");
  assert_at (desk, AT (9999), "");
  g_assert_true (planner_scheduler_has_pending (desk->scheduler));
  execute (desk->fixture.path, "UPDATE conferences SET updated_utc = 1685236800 + 60 * 60");
  assert_at (desk, AT (9999), "");
  g_assert_false (planner_scheduler_has_pending (desk->scheduler));

  execute (desk->fixture.path, "UPDATE conferences SET updated_utc = 0");
  star (desk, "late");
  assert_at (desk, AT (115), "+1/late Party;");
  assert_at (desk, AT (9999), "-1/late;");
  g_assert_false (planner_scheduler_has_pending (desk->scheduler));
}

static void
test_batch (Desk *desk, gconstpointer data)
{
  star (desk, "b");
  star (desk, "c");
  star (desk, "late");
  assert_at (desk, AT (-10), "+1/a Kernel,1/b Compiler,1/c Linker;");
  g_assert_cmpint (get_next_utc (desk), ==, AT (110));
}

static void
test_default_lead (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-31), "");
  g_object_set (desk->scheduler, "default-lead-s", 30 * MINUTE, NULL);
  assert_said (desk, "");
  g_assert_cmpint (get_next_utc (desk), ==, AT (-30));
  g_object_set (desk->scheduler, "default-lead-s", HOUR, NULL);
  assert_said (desk, "+1/a Kernel;");
  g_object_set (desk->scheduler, "default-lead-s", 0, NULL);
  assert_said (desk, "");
  g_assert_cmpint (get_next_utc (desk), ==, AT (0));
}

static void
test_none_by_default (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-10), "+1/a Kernel;");
  g_object_set (desk->scheduler, "default-lead-s", PLANNER_LEAD_NONE, NULL);
  assert_said (desk, "-1/a;");
}

static void
test_snooze (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-10), "+1/a Kernel;");
  desk->now_utc = AT (-9);
  planner_scheduler_snooze (desk->scheduler, "1/a");
  assert_said (desk, "");
  g_assert_cmpint (get_next_utc (desk), ==, AT (-4));
  assert_at (desk, AT (-4), "+1/a Kernel;");
  assert_at (desk, AT (-4), "");
  planner_scheduler_snooze (desk->scheduler, "1/a");
  assert_said (desk, "");
  g_assert_cmpint (get_next_utc (desk), ==, AT (0));
}

/* The button is pressed after the process that sent the reminder has ended. */
static void
test_snooze_at_once (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-10), "+1/a Kernel;");
  start_again (desk);
  planner_scheduler_snooze (desk->scheduler, "1/a");
  assert_said (desk, "");
  assert_at (desk, AT (-5), "+1/a Kernel;");
}

static void
test_snooze_strangers (Desk *desk, gconstpointer data)
{
  static const char *const ids[] = { "", "a", "/", "1/", "1/nobody", "x/a", "99999999999999999999/a", "2/a" };

  assert_at (desk, AT (-10), "+1/a Kernel;");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    planner_scheduler_snooze (desk->scheduler, ids[i]);
  assert_said (desk, "");
  g_assert_cmpint (get_next_utc (desk), ==, 0);
}

static void
test_has_pending (Desk *desk, gconstpointer data)
{
  g_assert_true (planner_scheduler_has_pending (desk->scheduler));
  assert_at (desk, AT (-11), "");
  g_assert_true (planner_scheduler_has_pending (desk->scheduler));
  assert_at (desk, AT (-10), "+1/a Kernel;");
  g_assert_true (planner_scheduler_has_pending (desk->scheduler));
  g_assert_cmpuint (desk->n_notified, ==, 0);
  assert_at (desk, AT (60), "-1/a;");
  g_assert_false (planner_scheduler_has_pending (desk->scheduler));
  g_assert_cmpuint (desk->n_notified, ==, 1);
}

/* The main loop has no source that is ready or has a timeout; only the wall clock waits. */
static void
test_idle (Desk *desk, gconstpointer data)
{
  GMainContext *context = g_main_context_default ();
  GPollFD fds[16];
  int priority, timeout_ms;

  assert_at (desk, AT (-600), "");
  g_assert_true (g_main_context_acquire (context));
  /* A thread may still report its end. */
  for (int i = 0; g_main_context_prepare (context, &priority); i++)
    {
      g_assert_cmpint (i, <, MAX_REPORTS);
      g_main_context_iteration (context, FALSE);
    }
  g_main_context_query (context, priority, &timeout_ms, fds, G_N_ELEMENTS (fds));
  g_assert_cmpint (timeout_ms, ==, -1);
  g_main_context_release (context);
}

static gint64
get_running_now (gpointer data)
{
  return ((const Desk *) data)->now_utc + g_get_real_time () / G_USEC_PER_SEC;
}

/* The injected clock runs, but differs from the system time. */
static void
test_fires (Desk *desk, gconstpointer data)
{
  end_scheduler (desk);
  desk->now_utc = AT (-10) - 1 - g_get_real_time () / G_USEC_PER_SEC;
  desk->scheduler = planner_scheduler_new (desk->fixture.store, desk->worker, get_running_now, desk, NULL);
  g_signal_connect (desk->scheduler, "due", G_CALLBACK (due_cb), desk);
  planner_scheduler_replan (desk->scheduler);
  while (desk->seen->len == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_said (desk, "+1/a Kernel;");
}

static void
refresh_due_cb (PlannerScheduler *scheduler, gint64 conference_id, Desk *desk)
{
  g_string_append_printf (desk->seen, "refresh %" G_GINT64_FORMAT ";", conference_id);
}

static void
follow_refreshes (Desk *desk)
{
  execute (desk->fixture.path, "UPDATE conferences SET updated_utc = 1685236800 - 86400");
  g_signal_connect (desk->scheduler, "refresh-due", G_CALLBACK (refresh_due_cb), desk);
}

static void
test_refresh (Desk *desk, gconstpointer data)
{
  follow_refreshes (desk);
  assert_at (desk, AT (-700), "refresh 1;");
  assert_at (desk, AT (-699), "");
  execute (desk->fixture.path, "UPDATE conferences SET updated_utc = 1685236800 - 699 * 60");
  planner_scheduler_refreshed (desk->scheduler, 1, TRUE);
  assert_said (desk, "");
  assert_at (desk, AT (-639), "");
  assert_at (desk, AT (-632), "refresh 1;");
  planner_scheduler_refreshed (desk->scheduler, 1, FALSE);
  assert_said (desk, "");
  assert_at (desk, AT (-628), "");
  start_again (desk);
  g_signal_connect (desk->scheduler, "refresh-due", G_CALLBACK (refresh_due_cb), desk);
  assert_at (desk, AT (-628), "");
  assert_at (desk, AT (-626), "refresh 1;");
}

/* A refresh ends after the pass has read the database: the pass must not start it again. */
static void
test_refresh_ends_during_pass (Desk *desk, gconstpointer data)
{
  follow_refreshes (desk);
  assert_at (desk, AT (-700), "refresh 1;");
  planner_scheduler_replan (desk->scheduler);
  planner_scheduler_refreshed (desk->scheduler, 1, FALSE);
  assert_said (desk, "");
  assert_at (desk, AT (-699), "");
  assert_at (desk, AT (-640), "refresh 1;");
}

static void
test_refresh_on_metered (Desk *desk, gconstpointer data)
{
  follow_refreshes (desk);
  g_object_set (desk->scheduler, "metered", TRUE, NULL);
  assert_at (desk, AT (-700), "");
  g_object_set (desk->scheduler, "refresh-on-metered", TRUE, NULL);
  assert_said (desk, "refresh 1;");
}

static void
test_five_thousand (Desk *desk, gconstpointer data)
{
  double plan_s;

  execute (desk->fixture.path,
           "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
           "INSERT INTO stars (conference_id, key, title, start_utc, snapshot, withdrawn, starred_utc) "
           "SELECT 1, 'k' || i, 'Talk', s.start_utc + i * 60, s.snapshot, 0, 0 FROM n, stars s "
           "WHERE s.key = 'a'");
  g_test_timer_start ();
  assert_at (desk, AT (-11), "");
  plan_s = g_test_timer_elapsed ();
  g_test_minimized_result (plan_s, "5,000 stars read and planned in %.1f ms, in another thread",
                           plan_s * 1000);
  g_assert_cmpint (get_next_utc (desk), ==, AT (-10));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("R4/late-after-suspend", test_suspended);
  add ("R4/none-after-suspend-past-the-end", test_suspended_until_over);
  add ("R4/none-after-suspend-during-a-pass", test_suspended_during_pass);
  add ("R4/none-if-starred-while-running", test_starred_while_it_runs);
  add ("R5/clock-set-back-repeats-nothing", test_clock_set);
  add ("R5/clock-set-far-forward-loses-nothing", test_clock_set_forward_past_all);
  add ("R5/clock-ahead-waits-until-it-is-set", test_clock_ahead);
  add ("R5/session-of-last-week-is-over", test_clock_far_ahead);
  add ("R5/later-record-proves-that-all-is-over", test_recorded_later);
  add ("R6/several-at-one-minute-are-one-batch", test_batch);
  add ("R7/default-lead-changes", test_default_lead);
  add ("R7/no-reminders-by-default", test_none_by_default);
  add ("R9/snoozed-reminder-comes-again", test_snooze);
  add ("R9/snooze-by-a-later-process", test_snooze_at_once);
  add ("R9/snooze-ignores-unknown-ids", test_snooze_strangers);
  add ("scheduler/has-pending-until-all-is-over", test_has_pending);
  add ("scheduler/idle-without-timeouts", test_idle);
  add ("scheduler/injected-clock-fires", test_fires);
  add ("scheduler/refresh-and-back-off", test_refresh);
  add ("M6/refresh-that-ends-during-a-pass-is-not-repeated", test_refresh_ends_during_pass);
  add ("scheduler/metered-network-waits", test_refresh_on_metered);
  add ("scheduler/five-thousand-stars", test_five_thousand);

  return g_test_run ();
}
