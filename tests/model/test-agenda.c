/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/agenda-fixture.h"

static void
add_session_at (PlannerAgenda *agenda, const char *key, guint day, gint64 start_utc)
{
  PlannerSession *session = planner_session_new ();

  session->key = g_strdup (key);
  planner_text_add (&session->title, "", key);
  session->zone = g_time_zone_ref (agenda->zone);
  session->day = day;
  session->start_utc = start_utc;
  session->duration_s = 3600;
  g_ptr_array_add (agenda->sessions, session);
}

/* 1782907200 is 2026-07-01T20:00+08:00, and 1782936000 is 2026-07-02T04:00+08:00. */
#define EVENING_UTC G_GINT64_CONSTANT (1782907200)
#define NIGHT_UTC G_GINT64_CONSTANT (1782936000)

/* Seals @agenda, and asserts when its conference begins and ends. */
static void
assert_span (PlannerAgenda *agenda, gint64 expected_first_utc, gint64 expected_last_utc)
{
  gint64 first_utc, last_utc;

  planner_agenda_seal (agenda, g_get_language_names ());
  planner_agenda_find_span (agenda, &first_utc, &last_utc);
  g_assert_cmpint (first_utc, ==, expected_first_utc);
  g_assert_cmpint (last_utc, ==, expected_last_utc);
}

static PlannerAgenda *
make_three_days (void)
{
  PlannerAgenda *agenda = planner_agenda_new ();

  agenda->zone = g_time_zone_new_identifier ("Asia/Shanghai");
  add_day (agenda, "2026-07-01", 0, 1);
  add_day (agenda, "2026-07-02", 1, 1);
  add_day (agenda, "", 2, 1);

  return agenda;
}

static void
test_span (void)
{
  g_autoptr (PlannerAgenda) empty = make_three_days ();
  g_autoptr (PlannerAgenda) timed = make_three_days ();
  g_autoptr (PlannerAgenda) untimed = make_three_days ();

  assert_span (empty, PLANNER_TIME_UNKNOWN, PLANNER_TIME_UNKNOWN);

  add_session_at (timed, "timed", 0, EVENING_UTC);
  add_session_at (timed, "dayless", 2, PLANNER_TIME_UNKNOWN);
  assert_span (timed, EVENING_UTC, EVENING_UTC + 3600);

  add_session_at (untimed, "timed", 0, EVENING_UTC);
  add_session_at (untimed, "dayless", 2, PLANNER_TIME_UNKNOWN);
  add_session_at (untimed, "to be announced", 1, PLANNER_TIME_UNKNOWN);
  assert_span (untimed, EVENING_UTC, NIGHT_UTC + 24 * 3600);
}

static void
test_time_order (void)
{
  const gint64 times[] = { G_MININT64 + 1, -1, 0, 1, G_MAXINT64, PLANNER_TIME_UNKNOWN };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    for (guint j = 0; j < G_N_ELEMENTS (times); j++)
      g_assert_cmpint (planner_time_compare (times[i], times[j]), ==, (i > j) - (i < j));
}

static void
test_time_add (void)
{
  g_assert_cmpint (planner_time_add (1000, 60), ==, 1060);
  g_assert_cmpint (planner_time_add (1000, -60), ==, 940);
  g_assert_cmpint (planner_time_add (G_MAXINT64 - 59, 60), ==, G_MAXINT64);
  g_assert_cmpint (planner_time_add (G_MININT64 + 59, -60), ==, G_MININT64);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/T9/span-includes-days-of-untimed-sessions", test_span);
  g_test_add_func ("/model/unknown-times-sort-last", test_time_order);
  g_test_add_func ("/model/time-sums-do-not-overflow", test_time_add);

  return g_test_run ();
}
