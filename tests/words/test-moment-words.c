/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-agenda.h"
#include "words/planner-moment-words.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* 10:00 in the zone of the venue, UTC+2. */
#define START G_GINT64_CONSTANT (1782892800)

typedef struct
{
  const char *path;
  gint64 before_s;
  const char *countdown;
} CountdownCase;

static const CountdownCase countdown_cases[] = {
  { "days", 3 * DAY, "Starts in 3 days" },
  { "calendar-days", 2 * DAY - 5 * HOUR, "Starts in 2 days" },
  { "tomorrow", 12 * HOUR, "Starts tomorrow" },
  { "after-midnight", 9 * HOUR, "Starts today at 10:00" },
  { "hour", HOUR, "Starts in 1 h" },
  { "minutes", 10 * MINUTE - 30, "Starts in 10 min" },
};

static PlannerSession *
make_session (void)
{
  PlannerSession *session = planner_session_new ();

  session->start_utc = START;
  session->zone = g_time_zone_new_offset (2 * HOUR);

  return session;
}

static void
test_countdown (gconstpointer data)
{
  const CountdownCase *test = data;
  PlannerSession *session = make_session ();
  g_autofree char *countdown = planner_format_countdown (session, START - test->before_s);

  g_assert_cmpstr (countdown, ==, test->countdown);
  g_time_zone_unref (session->zone);
  g_free (session);
}

static void
test_left (void)
{
  g_autofree char *left = planner_format_minutes_left (5);
  g_autofree char *running = planner_format_running (85);

  g_assert_cmpstr (left, ==, "5 min left");
  g_assert_cmpstr (running, ==, "running, 1 h 25 min left");
}

static void
test_next (void)
{
  PlannerSession *session = make_session ();
  g_autofree char *soon = planner_format_next (session, START - 10 * MINUTE, NULL);
  g_autofree char *later = planner_format_next (session, START - HOUR - 1, NULL);

  g_assert_cmpstr (soon, ==, "10:00, in 10 min");
  g_assert_cmpstr (later, ==, "10:00");
  g_time_zone_unref (session->zone);
  g_free (session);
}

static void
test_free (void)
{
  PlannerSession *session = make_session ();
  const PlannerFreeTime free_time = { .start_utc = START - HOUR, .end_utc = START, .next = session };
  g_autofree char *begun = planner_format_free_span (&free_time, START - HOUR, NULL);
  g_autofree char *later = planner_format_free_span (&free_time, START - HOUR - 1, NULL);
  g_autofree char *one = planner_format_fitting (1);
  g_autofree char *many = planner_format_fitting (24);

  g_assert_cmpstr (begun, ==, "Free until 10:00");
  g_assert_cmpstr (later, ==, "Free 09:00 – 10:00");
  g_assert_cmpstr (one, ==, "1 session fits");
  g_assert_cmpstr (many, ==, "24 sessions fit");
  g_time_zone_unref (session->zone);
  g_free (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (countdown_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/words/moment/L3/countdown/", countdown_cases[i].path, NULL);

      g_test_add_data_func (path, &countdown_cases[i], test_countdown);
    }
  g_test_add_func ("/words/moment/L2/time-left-in-words", test_left);
  g_test_add_func ("/words/moment/U5/next-session-in-words", test_next);
  g_test_add_func ("/words/moment/free-time-in-words", test_free);

  return g_test_run ();
}
