/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scheduler with a store of its own and a clock that stands until it is set.
 */

#pragma once

#include "reminders/planner-scheduler.h"
#include "plan/planner-reminders.h"

#include "store/store-fixture.h"

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

static inline gint64
get_now (gpointer data)
{
  return ((const Desk *) data)->now_utc;
}

static inline gboolean
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

static inline void
stale_cb (PlannerScheduler *scheduler, const char *const *ids, Desk *desk)
{
  for (; *ids; ids++)
    g_string_append_printf (desk->told, "-%s;", *ids);
}

static inline void
waits_cb (PlannerScheduler *scheduler, GParamSpec *pspec, Desk *desk)
{
  desk->n_notified++;
}

static inline void
end_scheduler (Desk *desk)
{
  g_assert_finalize_object (g_steal_pointer (&desk->scheduler));
}

static inline void
begin_scheduler (Desk *desk)
{
  desk->scheduler = planner_scheduler_new (desk->fixture.store, desk->worker, get_now, desk);
  g_signal_connect (desk->scheduler, "due", G_CALLBACK (due_cb), desk);
  g_signal_connect (desk->scheduler, "stale", G_CALLBACK (stale_cb), desk);
  g_signal_connect (desk->scheduler, "notify::waits", G_CALLBACK (waits_cb), desk);
}

static inline void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static inline void
do_nothing_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_boolean (task, TRUE);
}

/* The worker does things in order: what follows a plan, and what follows that, is done when it has come back often enough. */
static inline void
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

static inline void
assert_said (Desk *desk, const char *expected)
{
  settle (desk);
  g_assert_cmpstr (desk->told->str, ==, expected);
  g_string_set_size (desk->told, 0);
}

static inline void
assert_at (Desk *desk, gint64 now_utc, const char *expected)
{
  desk->now_utc = now_utc;
  planner_scheduler_replan (desk->scheduler);
  assert_said (desk, expected);
}

static inline gint64
get_next_utc (Desk *desk)
{
  gint64 next_utc;

  g_object_get (desk->scheduler, "next-utc", &next_utc, NULL);

  return next_utc;
}

static inline void
star (Desk *desk, const char *key)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda (rows, G_N_ELEMENTS (rows));

  add_star (desk->fixture.store, desk->fixture.id, agenda, key);
  execute (desk->fixture.path, "UPDATE stars SET planned_utc = 0");
}

static inline void
unstar (Desk *desk, const char *key)
{
  g_assert_true (planner_store_remove_star (desk->fixture.store, desk->fixture.id, key, NULL));
}

static inline void
save (Desk *desk, const Row *some_rows, guint n_rows)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda (some_rows, n_rows);

  save_agenda (desk->fixture.store, desk->fixture.id, agenda);
  execute (desk->fixture.path, "UPDATE stars SET planned_utc = 0");
}

static inline void
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

static inline void
tear_down (Desk *desk, gconstpointer data)
{
  settle (desk);
  end_scheduler (desk);
  planner_worker_unref (desk->worker);
  g_string_free (desk->told, TRUE);
  fixture_tear_down (&desk->fixture, data);
}

static inline void
start_again (Desk *desk)
{
  settle (desk);
  end_scheduler (desk);
  begin_scheduler (desk);
}

static inline void
add (const char *path, void (*test) (Desk *desk, gconstpointer data))
{
  g_autofree char *full_path = g_strconcat ("/agent/scheduler/", path, NULL);

  g_test_add (full_path, Desk, NULL, set_up, test, tear_down);
}
