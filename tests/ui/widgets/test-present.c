/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/planner-present.h"

#include "library/planner-entry.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define START G_GINT64_CONSTANT (1782892800)

typedef struct
{
  PlannerTimeSource *time_source;
  PlannerPresent *present;
  int n_notified;
} Fixture;

static void
count_cb (Fixture *fixture)
{
  fixture->n_notified++;
}

static void
set_now (Fixture *fixture, gint64 now_utc)
{
  planner_time_source_set_now_us (fixture->time_source, now_utc * G_USEC_PER_SEC);
}

static gint64
get_now_utc (PlannerPresent *present)
{
  gint64 now_utc;

  g_object_get (present, "now-utc", &now_utc, NULL);

  return now_utc;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  PlannerSession *session = planner_session_new ();

  session->start_utc = START;
  session->duration_s = HOUR;
  session->zone = g_time_zone_new_utc ();
  g_ptr_array_add (agenda->sessions, session);
  fixture->time_source = planner_time_source_new ();
  set_now (fixture, START + 10 * MINUTE + 20);
  fixture->present = planner_present_new (fixture->time_source);
  planner_present_set_agenda (fixture->present, agenda);
  g_signal_connect_swapped (fixture->present, "notify::now-utc", G_CALLBACK (count_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->present));
  g_assert_finalize_object (g_steal_pointer (&fixture->time_source));
}

static void
test_next (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (planner_present_get_next_utc (fixture->present), ==, PLANNER_NEVER);
  planner_present_set_active (fixture->present, TRUE);
  g_assert_cmpint (planner_present_get_next_utc (fixture->present), ==, START + 11 * MINUTE);

  set_now (fixture, START - 3 * HOUR);
  g_assert_cmpint (planner_present_get_next_utc (fixture->present), ==, START - HOUR);
  set_now (fixture, START + HOUR);
  g_assert_cmpint (planner_present_get_next_utc (fixture->present), ==, PLANNER_NEVER);
}

/* A session of another agenda starts two hours after the only one of this agenda has ended. */
static void
test_starred (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) other = planner_agenda_new ();
  g_autoptr (GListStore) starred = g_list_store_new (PLANNER_TYPE_ENTRY);
  g_autoptr (PlannerEntry) entry = NULL;
  PlannerSession *session = planner_session_new ();

  session->start_utc = START + 3 * HOUR;
  session->duration_s = HOUR;
  session->zone = g_time_zone_new_utc ();
  g_ptr_array_add (other->sessions, session);
  entry = planner_entry_new (other, session);
  planner_present_set_active (fixture->present, TRUE);
  planner_present_set_starred (fixture->present, G_LIST_MODEL (starred));
  set_now (fixture, START + HOUR);
  g_assert_cmpint (planner_present_get_next_utc (fixture->present), ==, PLANNER_NEVER);

  g_list_store_append (starred, entry);
  while (planner_present_get_next_utc (fixture->present) == PLANNER_NEVER)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (planner_present_get_next_utc (fixture->present), ==, START + 2 * HOUR);
  set_now (fixture, START + 2 * HOUR + 10);
  g_assert_cmpint (planner_present_get_next_utc (fixture->present), ==, START + 2 * HOUR + MINUTE);
  set_now (fixture, START + 4 * HOUR);
  g_assert_cmpint (planner_present_get_next_utc (fixture->present), ==, PLANNER_NEVER);
}

static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  planner_present_set_active (fixture->present, TRUE);
  planner_present_set_active (fixture->present, FALSE);
  g_assert_cmpint (planner_present_get_next_utc (fixture->present), ==, PLANNER_NEVER);

  set_now (fixture, START + 30 * MINUTE);
  fixture->n_notified = 0;
  planner_present_set_active (fixture->present, TRUE);
  g_assert_cmpint (get_now_utc (fixture->present), ==, START + 30 * MINUTE);
  g_assert_cmpint (planner_present_get_next_utc (fixture->present), ==, START + 31 * MINUTE);
}

/* The timer follows the time source, which is half a second before the minute. */
static void
test_timer (Fixture *fixture, gconstpointer data)
{
  planner_present_set_active (fixture->present, TRUE);
  planner_time_source_set_now_us (fixture->time_source,
                                  (START + 20 * MINUTE) * G_USEC_PER_SEC - G_USEC_PER_SEC / 2);
  fixture->n_notified = 0;
  while (fixture->n_notified == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (get_now_utc (fixture->present), >=, START + 20 * MINUTE);
  g_assert_cmpint (planner_present_get_next_utc (fixture->present), ==, START + 21 * MINUTE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/ui/present/L2/waits-only-for-changes", Fixture, NULL, set_up, test_next, tear_down);
  g_test_add ("/ui/present/L2/follows-starred-sessions-of-others", Fixture, NULL, set_up, test_starred,
              tear_down);
  g_test_add ("/ui/present/L2/hidden-window-has-no-timer", Fixture, NULL, set_up, test_hidden, tear_down);
  g_test_add ("/ui/present/L2/advances-at-the-minute", Fixture, NULL, set_up, test_timer, tear_down);

  return g_test_run ();
}
