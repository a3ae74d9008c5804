/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-agenda.h"
#include "plan/planner-refresh-policy.h"
#include "plan/planner-reminders.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* The conference lasts two days and eight hours. */
#define FIRST G_GINT64_CONSTANT (1685268000)
#define LAST (FIRST + 2 * DAY + 8 * HOUR)

/* A number of seconds before or after the start of the first session. */
#define BEFORE(s) (FIRST - (s))
#define AFTER(s) (FIRST + (s))

#define NEVER PLANNER_NEVER

typedef struct
{
  const char *path;
  gint64 updated_utc;
  gint64 now_utc;
  gint64 next_utc;
} RegularCase;

static const RegularCase regular_cases[] = {
  { "year-before", BEFORE (300 * DAY), BEFORE (299 * DAY), BEFORE (293 * DAY) },
  { "week-before-the-month", BEFORE (33 * DAY), BEFORE (32 * DAY), BEFORE (30 * DAY) },
  { "days-before-the-month", BEFORE (30 * DAY + HOUR), BEFORE (30 * DAY), BEFORE (29 * DAY + HOUR) },
  { "month-before", BEFORE (20 * DAY), BEFORE (20 * DAY - HOUR), BEFORE (19 * DAY) },
  { "day-before-the-week", BEFORE (7 * DAY + 10 * HOUR), BEFORE (7 * DAY + 9 * HOUR), BEFORE (7 * DAY) },
  { "week-before", BEFORE (3 * DAY), BEFORE (3 * DAY - HOUR), BEFORE (3 * DAY - 6 * HOUR) },
  { "evening-before", BEFORE (14 * HOUR), BEFORE (13 * HOUR), BEFORE (12 * HOUR) },
  { "conference-day", AFTER (HOUR), AFTER (HOUR + MINUTE), AFTER (2 * HOUR) },
  { "night-between", AFTER (14 * HOUR), AFTER (14 * HOUR + MINUTE), AFTER (15 * HOUR) },
  { "at-once-when-old", BEFORE (9 * DAY), AFTER (HOUR), AFTER (HOUR) },
  { "at-once-when-never", 0, AFTER (HOUR), AFTER (HOUR) },
  { "last-hour", LAST - 2 * HOUR, LAST - 90 * MINUTE, LAST - HOUR },
  { "not-at-the-end", LAST - HOUR, LAST - 10 * MINUTE, NEVER },
  { "not-after-the-end", LAST - 9 * HOUR, LAST + HOUR, NEVER },
  { "not-long-after-the-end", FIRST, LAST + 99 * DAY, NEVER },
  { "after-the-end-when-never", 0, LAST + 99 * DAY, LAST + 99 * DAY },
  { "R5/clock-set-back", AFTER (HOUR), AFTER (MINUTE), AFTER (MINUTE) },
};

static PlannerRefreshState
make_state (gint64 updated_utc)
{
  return (PlannerRefreshState) {
    .first_utc = FIRST, .last_utc = LAST, .updated_utc = updated_utc, .tried_utc = updated_utc
  };
}

static void
test_regular (gconstpointer data)
{
  const RegularCase *regular = data;
  const PlannerRefreshState state = make_state (regular->updated_utc);

  g_assert_cmpint (planner_refresh_next (&state, regular->now_utc), ==, regular->next_utc);
}

typedef struct
{
  const char *path;
  guint failures;
  gint64 updated_utc;
  gint64 tried_utc;
  gint64 now_utc;
  gint64 next_utc;
} FailureCase;

static const FailureCase failure_cases[] = {
  { "first", 1, BEFORE (2 * DAY), BEFORE (DAY), BEFORE (DAY), BEFORE (DAY - 5 * MINUTE) },
  { "second", 2, BEFORE (2 * DAY), BEFORE (DAY), BEFORE (DAY), BEFORE (DAY - 10 * MINUTE) },
  { "fifth", 5, BEFORE (2 * DAY), BEFORE (DAY), BEFORE (DAY), BEFORE (DAY - 80 * MINUTE) },
  { "eighth", 8, BEFORE (2 * DAY), BEFORE (DAY), BEFORE (DAY), BEFORE (DAY - 6 * HOUR) },
  { "millionth", 1000000, BEFORE (2 * DAY), BEFORE (DAY), BEFORE (DAY), BEFORE (DAY - 6 * HOUR) },
  { "largest", G_MAXUINT, BEFORE (2 * DAY), BEFORE (DAY), BEFORE (DAY), BEFORE (DAY - 6 * HOUR) },
  { "eighth-on-conference-day", 8, BEFORE (DAY), AFTER (HOUR), AFTER (HOUR), AFTER (2 * HOUR) },
  { "waited-out", 3, BEFORE (2 * DAY), BEFORE (DAY), BEFORE (HOUR), BEFORE (HOUR) },
  { "of-one-asked-for", 1, AFTER (HOUR), AFTER (HOUR + MINUTE), AFTER (HOUR + 2 * MINUTE), AFTER (2 * HOUR) },
  { "never-yet", 1, 0, AFTER (HOUR), AFTER (HOUR), AFTER (HOUR + 5 * MINUTE) },
  { "never-and-over", 1, 0, LAST + DAY, LAST + 2 * DAY, NEVER },
  { "past-the-end", 1, LAST - 2 * HOUR, LAST - 3 * MINUTE, LAST - 2 * MINUTE, NEVER },
  { "R5/clock-set-back", 8, BEFORE (9 * DAY), BEFORE (DAY), BEFORE (2 * DAY), BEFORE (2 * DAY) },
};

static void
test_failures (gconstpointer data)
{
  const FailureCase *failure = data;
  PlannerRefreshState state = make_state (failure->updated_utc);

  state.failures = failure->failures;
  state.tried_utc = failure->tried_utc;
  g_assert_cmpint (planner_refresh_next (&state, failure->now_utc), ==, failure->next_utc);
}

typedef struct
{
  const char *path;
  gint64 first_utc, last_utc;
  gint64 updated_utc;
  gint64 now_utc;
  gint64 next_utc;
} SpanCase;

static const SpanCase span_cases[] = {
  { "T9/no-times-yet", PLANNER_TIME_UNKNOWN, PLANNER_TIME_UNKNOWN, FIRST, FIRST + HOUR, FIRST + DAY },
  { "T9/no-times-and-old", PLANNER_TIME_UNKNOWN, PLANNER_TIME_UNKNOWN, FIRST, FIRST + 9 * DAY,
    FIRST + 9 * DAY },
  { "calendar", FIRST - 99 * DAY, FIRST + 99 * DAY, FIRST, FIRST + HOUR, FIRST + DAY },
  { "calendar-over", FIRST - 99 * DAY, FIRST - DAY, FIRST, FIRST + HOUR, NEVER },
  { "hostile/all-of-time", G_MININT64 + 1, G_MAXINT64, FIRST, FIRST + HOUR, FIRST + DAY },
  { "hostile/earliest", G_MININT64 + 1, G_MININT64 + 2, FIRST, FIRST + HOUR, NEVER },
  { "hostile/latest", G_MAXINT64 - 1, G_MAXINT64, FIRST, FIRST + HOUR, FIRST + 7 * DAY },
};

static void
test_span (gconstpointer data)
{
  const SpanCase *span = data;
  PlannerRefreshState state = make_state (span->updated_utc);

  state.first_utc = span->first_utc;
  state.last_utc = span->last_utc;
  g_assert_cmpint (planner_refresh_next (&state, span->now_utc), ==, span->next_utc);
}

static void
test_metered (void)
{
  PlannerRefreshState state = make_state (BEFORE (9 * DAY));

  state.metered = TRUE;
  g_assert_cmpint (planner_refresh_next (&state, FIRST), ==, NEVER);
  state.refresh_on_metered = TRUE;
  g_assert_cmpint (planner_refresh_next (&state, FIRST), ==, FIRST);
  state.metered = FALSE;
  state.refresh_on_metered = FALSE;
  g_assert_cmpint (planner_refresh_next (&state, FIRST), ==, FIRST);
}

static void
test_jitter (void)
{
  PlannerRefreshState state = make_state (AFTER (HOUR));

  state.jitter = 1.0;
  g_assert_cmpint (planner_refresh_next (&state, AFTER (HOUR)), ==, AFTER (2 * HOUR + 6 * MINUTE));
  state.jitter = 0.5;
  g_assert_cmpint (planner_refresh_next (&state, AFTER (HOUR)), ==, AFTER (2 * HOUR + 3 * MINUTE));
  state.failures = 1;
  state.updated_utc = BEFORE (HOUR);
  g_assert_cmpint (planner_refresh_next (&state, AFTER (HOUR)), ==, AFTER (HOUR + 5 * MINUTE + 15));
  state.jitter = 99;
  g_assert_cmpint (planner_refresh_next (&state, AFTER (HOUR)), ==, AFTER (HOUR + 5 * MINUTE + 30));
}

static void
add_cases (gconstpointer cases, gsize n_cases, gsize size, const char *folder, GTestDataFunc test)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      gconstpointer one = (const char *) cases + i * size;
      g_autofree char *path = g_strconcat ("/plan/refresh-policy/", folder, *(const char *const *) one, NULL);

      g_test_add_data_func (path, one, test);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_cases (regular_cases, G_N_ELEMENTS (regular_cases), sizeof (RegularCase), "regular/", test_regular);
  add_cases (failure_cases, G_N_ELEMENTS (failure_cases), sizeof (FailureCase), "N2/failures/",
             test_failures);
  add_cases (span_cases, G_N_ELEMENTS (span_cases), sizeof (SpanCase), "span/", test_span);
  g_test_add_func ("/plan/refresh-policy/metered", test_metered);
  g_test_add_func ("/plan/refresh-policy/N2/jitter", test_jitter);

  return g_test_run ();
}
