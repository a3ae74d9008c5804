/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reminders/scheduler-fixture.h"

gint64
get_desk_now (gpointer data)
{
  return ((const Desk *) data)->now_utc;
}

gboolean
due_cb (PlannerScheduler *scheduler, GPtrArray *due, Desk *desk)
{
  for (guint i = 0; i < due->len; i++)
    {
      const PlannerDueReminder *reminder = g_ptr_array_index (due, i);

      g_string_append_printf (desk->seen, "%s%s %s%s", i > 0 ? "," : "+", reminder->id,
                              reminder->session->title.shown, reminder->is_late ? " late" : "");
      g_assert_cmpstr (reminder->conference_title, ==, "Conference");
      g_assert_cmpint (reminder->start_utc, ==, reminder->session->start_utc);
    }
  g_string_append_c (desk->seen, ';');

  return !desk->refuse;
}

static void
stale_cb (PlannerScheduler *scheduler, const char *const *ids, Desk *desk)
{
  for (; *ids; ids++)
    g_string_append_printf (desk->seen, "-%s;", *ids);
}

static void
has_pending_cb (PlannerScheduler *scheduler, GParamSpec *pspec, Desk *desk)
{
  desk->n_notified++;
}

void
end_scheduler (Desk *desk)
{
  g_assert_finalize_object (g_steal_pointer (&desk->scheduler));
}

static void
begin_scheduler (Desk *desk)
{
  desk->scheduler = planner_scheduler_new (desk->fixture.store, desk->worker, get_desk_now, desk, NULL);
  g_signal_connect (desk->scheduler, "due", G_CALLBACK (due_cb), desk);
  g_signal_connect (desk->scheduler, "stale", G_CALLBACK (stale_cb), desk);
  g_signal_connect (desk->scheduler, "notify::has-pending", G_CALLBACK (has_pending_cb), desk);
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

/* The worker runs its tasks in order. */
void
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

void
assert_said (Desk *desk, const char *expected)
{
  settle (desk);
  g_assert_cmpstr (desk->seen->str, ==, expected);
  g_string_set_size (desk->seen, 0);
}

void
assert_at (Desk *desk, gint64 now_utc, const char *expected)
{
  desk->now_utc = now_utc;
  planner_scheduler_replan (desk->scheduler);
  assert_said (desk, expected);
}

gint64
get_next_utc (Desk *desk)
{
  gint64 next_utc;

  g_object_get (desk->scheduler, "next-utc", &next_utc, NULL);

  return next_utc;
}

void
star (Desk *desk, const char *key)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda (rows, G_N_ELEMENTS (rows));

  add_star (desk->fixture.store, desk->fixture.id, agenda, key);
  execute (desk->fixture.path, "UPDATE stars SET planned_utc = 0");
}

void
unstar (Desk *desk, const char *key)
{
  g_assert_true (planner_store_remove_star (desk->fixture.store, desk->fixture.id, key, NULL));
}

void
save (Desk *desk, const Row *some_rows, guint n_rows)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda (some_rows, n_rows);

  save_agenda (desk->fixture.store, desk->fixture.id, agenda);
  execute (desk->fixture.path, "UPDATE stars SET planned_utc = 0");
}

void
scheduler_set_up (Desk *desk, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda (rows, G_N_ELEMENTS (rows));

  fixture_set_up (&desk->fixture, data);
  desk->fixture.id = add_conference (desk->fixture.store, ADDRESS, agenda);
  desk->worker = planner_worker_new ();
  desk->seen = g_string_new (NULL);
  star (desk, "a");
  begin_scheduler (desk);
}

void
scheduler_tear_down (Desk *desk, gconstpointer data)
{
  settle (desk);
  end_scheduler (desk);
  planner_worker_unref (desk->worker);
  g_string_free (desk->seen, TRUE);
  fixture_tear_down (&desk->fixture, data);
}

void
start_again (Desk *desk)
{
  settle (desk);
  end_scheduler (desk);
  begin_scheduler (desk);
}
