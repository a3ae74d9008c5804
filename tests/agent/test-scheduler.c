/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scheduler with a store of its own and a clock that stands until it is set.
 */

#include "agent/planner-scheduler.h"
#include "plan/planner-reminders.h"

#include "../store/store-fixture.h"

#define ADDRESS "https://example.org/schedule.json"
#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* In minutes after the first session starts. */
#define AT(minutes) (START_UTC + (minutes) * MINUTE)

typedef struct
{
  Fixture fixture;
  PlannerWorker *worker;
  PlannerScheduler *scheduler;
  gint64 now_utc;
  gboolean refuse;  /* the notifications */
  GString *told;    /* what the signals said, since it was last looked at */
  guint n_notified; /* of waits */
} Desk;

static const Row rows[] = {
  { "a", "guid-a", "1", "Kernel", START_UTC },
  { "b", "guid-b", "2", "Compiler", START_UTC },
  { "c", "guid-c", "3", "Linker", START_UTC },
  { "late", "guid-d", "4", "Party", START_UTC + 2 * HOUR },
  { "tba", "guid-e", "5", "Surprise", PLANNER_TIME_UNKNOWN },
};

static const Row moved_rows[] = {
  { "a", "guid-a", "1", "Kernel", START_UTC + 3 * HOUR },
  { "late", "guid-d", "4", "Party", START_UTC + 2 * HOUR },
  { "tba", "guid-e", "5", "Surprise", START_UTC + 4 * HOUR },
};

static const Row renumbered_rows[] = {
  { "x", "guid-a", "1", "Kernel", START_UTC },
  { "late", "guid-d", "4", "Party", START_UTC + 2 * HOUR },
};

static gint64
get_now (gpointer data)
{
  return ((const Desk *) data)->now_utc;
}

static gboolean
due_cb (PlannerScheduler *scheduler, GPtrArray *due, Desk *desk)
{
  for (guint i = 0; i < due->len; i++)
    {
      const PlannerDueReminder *reminder = g_ptr_array_index (due, i);

      g_string_append_printf (desk->told, "%s%s %s%s", i > 0 ? "," : "+", reminder->id,
                              reminder->session->title.shown, reminder->is_late ? " late" : "");
      g_assert_cmpstr (reminder->conference_title, ==, "Conference");
      g_assert_cmpint (reminder->start_utc, ==, reminder->session->start_utc);
    }
  g_string_append_c (desk->told, ';');

  return !desk->refuse;
}

static void
stale_cb (PlannerScheduler *scheduler, const char *const *ids, Desk *desk)
{
  for (; *ids; ids++)
    g_string_append_printf (desk->told, "-%s;", *ids);
}

static void
refresh_due_cb (PlannerScheduler *scheduler, gint64 conference_id, Desk *desk)
{
  g_string_append_printf (desk->told, "refresh %" G_GINT64_FORMAT ";", conference_id);
}

static void
waits_cb (PlannerScheduler *scheduler, GParamSpec *pspec, Desk *desk)
{
  desk->n_notified++;
}

static void
end_scheduler (Desk *desk)
{
  g_assert_finalize_object (g_steal_pointer (&desk->scheduler));
}

static void
begin_scheduler (Desk *desk)
{
  desk->scheduler = planner_scheduler_new (desk->fixture.store, desk->worker, get_now, desk);
  g_signal_connect (desk->scheduler, "due", G_CALLBACK (due_cb), desk);
  g_signal_connect (desk->scheduler, "stale", G_CALLBACK (stale_cb), desk);
  g_signal_connect (desk->scheduler, "notify::waits", G_CALLBACK (waits_cb), desk);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
do_nothing_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_boolean (task, TRUE);
}

/* The worker does things in order: what follows a plan, and what follows that, is done when it has come back often enough. */
static void
settle (Desk *desk)
{
  for (guint i = 0; i < 6; i++)
    {
      gboolean done = FALSE;
      g_autoptr (GTask) task = g_task_new (NULL, NULL, done_cb, &done);

      planner_worker_run (desk->worker, task, do_nothing_in_thread);
      while (!done)
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
assert_said (Desk *desk, const char *expected)
{
  settle (desk);
  g_assert_cmpstr (desk->told->str, ==, expected);
  g_string_set_size (desk->told, 0);
}

static void
assert_at (Desk *desk, gint64 now_utc, const char *expected)
{
  desk->now_utc = now_utc;
  planner_scheduler_replan (desk->scheduler);
  assert_said (desk, expected);
}

static gint64
get_next_utc (Desk *desk)
{
  gint64 next_utc;

  g_object_get (desk->scheduler, "next-utc", &next_utc, NULL);

  return next_utc;
}

static void
star (Desk *desk, const char *key)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda (rows, G_N_ELEMENTS (rows));

  add_star (desk->fixture.store, desk->fixture.id, agenda, key);
  execute (desk->fixture.path, "UPDATE stars SET planned_utc = 0");
}

static void
unstar (Desk *desk, const char *key)
{
  g_assert_true (planner_store_remove_star (desk->fixture.store, desk->fixture.id, key, NULL));
}

static void
save (Desk *desk, const Row *some_rows, guint n_rows)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda (some_rows, n_rows);

  save_agenda (desk->fixture.store, desk->fixture.id, agenda);
  execute (desk->fixture.path, "UPDATE stars SET planned_utc = 0");
}

static void
set_up (Desk *desk, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda (rows, G_N_ELEMENTS (rows));

  fixture_set_up (&desk->fixture, data);
  desk->fixture.id = add_conference (desk->fixture.store, ADDRESS, agenda);
  desk->worker = planner_worker_new ();
  desk->told = g_string_new (NULL);
  star (desk, "a");
  begin_scheduler (desk);
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  settle (desk);
  end_scheduler (desk);
  planner_worker_unref (desk->worker);
  g_string_free (desk->told, TRUE);
  fixture_tear_down (&desk->fixture, data);
}

static void
start_again (Desk *desk)
{
  settle (desk);
  end_scheduler (desk);
  begin_scheduler (desk);
}

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
tell_queue_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_async_queue_push (data, data);
  g_task_return_boolean (task, TRUE);
}

/* Until the other thread has done all, but this one has not heard of it. */
static void
wait_for_worker (Desk *desk)
{
  g_autoptr (GAsyncQueue) queue = g_async_queue_new ();
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, queue, NULL);
  planner_worker_run (desk->worker, task, tell_queue_in_thread);
  g_async_queue_pop (queue);
}

/* What changes after the stars were read is not forgotten. */
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
test_refresh_between (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-10), "+1/a Kernel;");
  save (desk, rows, G_N_ELEMENTS (rows));
  assert_at (desk, AT (-9), "");
}

/* Shown, but killed before that was kept: the same notification comes again, in its own place. */
static void
test_killed (Desk *desk, gconstpointer data)
{
  assert_at (desk, AT (-10), "+1/a Kernel;");
  execute (desk->fixture.path, "DELETE FROM told; UPDATE stars SET shown_key = NULL, shown_start_utc = NULL");
  start_again (desk);
  assert_at (desk, AT (-10), "+1/a Kernel;");
  assert_at (desk, AT (-10), "");
}

static void
test_not_handed_over (Desk *desk, gconstpointer data)
{
  desk->refuse = TRUE;
  assert_at (desk, AT (-10), "+1/a Kernel;");
  g_assert_true (planner_scheduler_waits (desk->scheduler));
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
  g_assert_true (planner_scheduler_waits (desk->scheduler));
  execute (desk->fixture.path, "ALTER TABLE elsewhere RENAME TO told");
  assert_at (desk, AT (-10), "+1/a Kernel;");
}

/* From a planner that keeps snapshots in another form. */
static void
test_upgrade (Desk *desk, gconstpointer data)
{
  execute (desk->fixture.path, "UPDATE stars SET snapshot = x'00'");
  assert_at (desk, AT (-10), "+1/a Kernel;");
  assert_at (desk, AT (-10), "");
}

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
test_unstarred (Desk *desk, gconstpointer data)
{
  unstar (desk, "a");
  assert_at (desk, AT (-10), "");
  g_assert_false (planner_scheduler_waits (desk->scheduler));
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

/* As when the button was pressed after the program had ended. */
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
test_time_comes (Desk *desk, gconstpointer data)
{
  unstar (desk, "a");
  star (desk, "tba");
  assert_at (desk, AT (-10), "");
  g_assert_cmpint (get_next_utc (desk), ==, 0);
  g_assert_true (planner_scheduler_waits (desk->scheduler));
  save (desk, moved_rows, G_N_ELEMENTS (moved_rows));
  assert_at (desk, AT (-9), "");
  g_assert_cmpint (get_next_utc (desk), ==, AT (230));
}

static void
test_waits (Desk *desk, gconstpointer data)
{
  g_assert_true (planner_scheduler_waits (desk->scheduler));
  assert_at (desk, AT (-11), "");
  g_assert_true (planner_scheduler_waits (desk->scheduler));
  assert_at (desk, AT (-10), "+1/a Kernel;");
  g_assert_true (planner_scheduler_waits (desk->scheduler));
  g_assert_cmpuint (desk->n_notified, ==, 0);
  assert_at (desk, AT (60), "-1/a;");
  g_assert_false (planner_scheduler_waits (desk->scheduler));
  g_assert_cmpuint (desk->n_notified, ==, 1);
}

/* Nothing is ready, and nothing has a deadline but the timer of the wall clock. */
static void
test_idle (Desk *desk, gconstpointer data)
{
  GMainContext *context = g_main_context_default ();
  GPollFD fds[16];
  int priority, timeout_ms;

  assert_at (desk, AT (-600), "");
  while (g_main_context_iteration (context, FALSE))
    ;
  g_assert_true (g_main_context_acquire (context));
  g_assert_false (g_main_context_prepare (context, &priority));
  g_main_context_query (context, priority, &timeout_ms, fds, G_N_ELEMENTS (fds));
  g_assert_cmpint (timeout_ms, ==, -1);
  g_main_context_release (context);
}

static gint64
get_running_now (gpointer data)
{
  return ((const Desk *) data)->now_utc + g_get_real_time () / G_USEC_PER_SEC;
}

/* With a clock that goes, an hour behind or years ahead. */
static void
test_fires (Desk *desk, gconstpointer data)
{
  end_scheduler (desk);
  desk->now_utc = AT (-10) - 1 - g_get_real_time () / G_USEC_PER_SEC;
  desk->scheduler = planner_scheduler_new (desk->fixture.store, desk->worker, get_running_now, desk);
  g_signal_connect (desk->scheduler, "due", G_CALLBACK (due_cb), desk);
  planner_scheduler_replan (desk->scheduler);
  while (desk->told->len == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_said (desk, "+1/a Kernel;");
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

static void
add (const char *path, void (*test) (Desk *desk, gconstpointer data))
{
  g_autofree char *full_path = g_strconcat ("/agent/scheduler/", path, NULL);

  g_test_add (full_path, Desk, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("R1/once", test_once);
  add ("R3/changed-meanwhile", test_changed_meanwhile);
  add ("R1/refresh-between", test_refresh_between);
  add ("R1/killed", test_killed);
  add ("R1/not-handed-over", test_not_handed_over);
  add ("R1/full-disk", test_full_disk);
  add ("R1/full-disk-for-a-while", test_full_disk_for_a_while);
  add ("R1/unreadable-store", test_unreadable_store);
  add ("R1/upgrade", test_upgrade);
  add ("R2/moved", test_moved);
  add ("R2/moved-when-shown", test_moved_when_shown);
  add ("R2/other-key", test_other_key);
  add ("R3/unstarred", test_unstarred);
  add ("R3/unstarred-when-shown", test_unstarred_when_shown);
  add ("R3/cancelled", test_cancelled);
  add ("R3/withdrawn", test_withdrawn);
  add ("R3/conference-removed", test_conference_removed);
  add ("R3/conference-removed-meanwhile", test_conference_removed_meanwhile);
  add ("R3/over", test_over);
  add ("R4/suspended", test_suspended);
  add ("R4/suspended-until-over", test_suspended_until_over);
  add ("R4/starred-while-it-runs", test_starred_while_it_runs);
  add ("R5/clock-set", test_clock_set);
  add ("R5/clock-set-forward-past-all", test_clock_set_forward_past_all);
  add ("R6/batch", test_batch);
  add ("R7/default-lead", test_default_lead);
  add ("R7/none-by-default", test_none_by_default);
  add ("R9/snooze", test_snooze);
  add ("R9/snooze-at-once", test_snooze_at_once);
  add ("R9/snooze-strangers", test_snooze_strangers);
  add ("T9/time-comes", test_time_comes);
  add ("waits", test_waits);
  add ("idle", test_idle);
  add ("fires", test_fires);
  add ("refresh", test_refresh);
  add ("refresh-on-metered", test_refresh_on_metered);
  add ("five-thousand", test_five_thousand);

  return g_test_run ();
}
