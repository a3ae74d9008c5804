/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scheduler with its own store and a clock that the test sets.
 */

#pragma once

#include "reminders/planner-scheduler.h"
#include "plan/planner-reminders.h"

#include "store/store-fixture.h"

#define ADDRESS "https://example.org/schedule.json"
#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* The time so many minutes after the first session starts. */
#define AT(minutes) (START_UTC + (minutes) * MINUTE)

typedef struct
{
  Fixture fixture;
  PlannerWorker *worker;
  PlannerScheduler *scheduler;
  gint64 now_utc;
  gboolean refuse;  /* whether the handler of due fails */
  GString *seen;    /* the signals since the last check */
  guint n_notified; /* how often has-pending changed */
} Desk;

static const Row rows[] = {
  { "a", "guid-a", "1", "Kernel", START_UTC },
  { "b", "guid-b", "2", "Compiler", START_UTC },
  { "c", "guid-c", "3", "Linker", START_UTC },
  { "late", "guid-d", "4", "Party", START_UTC + 2 * HOUR },
  { "tba", "guid-e", "5", "Surprise", PLANNER_TIME_UNKNOWN },
};

gint64 get_desk_now (gpointer data);

/* Waits until the passes that follow from each other have ended. */
void settle (Desk *desk);
gboolean due_cb (PlannerScheduler *scheduler, GPtrArray *due, Desk *desk);
void end_scheduler (Desk *desk);
void assert_said (Desk *desk, const char *expected);
void assert_at (Desk *desk, gint64 now_utc, const char *expected);
gint64 get_next_utc (Desk *desk);
void star (Desk *desk, const char *key);
void unstar (Desk *desk, const char *key);
void save (Desk *desk, const Row *some_rows, guint n_rows);
void scheduler_set_up (Desk *desk, gconstpointer data);
void scheduler_tear_down (Desk *desk, gconstpointer data);
void start_again (Desk *desk);

static inline void
add (const char *path, void (*test) (Desk *desk, gconstpointer data))
{
  g_autofree char *full_path = g_strconcat ("/reminders/", path, NULL);

  g_test_add (full_path, Desk, NULL, scheduler_set_up, test, scheduler_tear_down);
}
