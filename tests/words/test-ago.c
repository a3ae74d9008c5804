/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "words/planner-ago.h"

#include "model/planner-time.h"

#define WEEK_S (7 * 24 * 60 * 60)
#define NOW G_GINT64_CONSTANT (1685145600) /* 2023-05-27 00:00 UTC */

typedef struct
{
  const char *path;
  gint64 age_s;
  const char *expected;
} Case;

static const Case cases[] = {
  { "/words/ago/now", 0, "Updated just now" },
  { "/words/ago/seconds", 59, "Updated just now" },
  { "/words/ago/a-minute", 60, "Updated 1 minute ago" },
  { "/words/ago/minutes", 59 * 60 + 59, "Updated 59 minutes ago" },
  { "/words/ago/an-hour", 60 * 60, "Updated 1 hour ago" },
  { "/words/ago/hours", 24 * 60 * 60 - 1, "Updated 23 hours ago" },
  { "/words/ago/a-day", 24 * 60 * 60, "Updated 1 day ago" },
  { "/words/ago/days", 7 * 24 * 60 * 60 - 1, "Updated 6 days ago" },
  { "/words/ago/date", 7 * 24 * 60 * 60, "Updated on 05/20/23" },
  { "/words/ago/clock-set-back", -3600, "Updated just now" },
  { "/words/ago/never", NOW, "Not fetched yet" },
  { "/words/ago/beyond-all-dates", G_MAXINT64 - NOW, "Updated long ago" },
};

static void
test_ago (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *text = planner_format_updated (NOW - test->age_s, NOW);

  g_assert_cmpstr (text, ==, test->expected);
}

/* The text stays the same until the next change, and is another one then. */
static void
test_next_change (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const gint64 updated_utc = NOW - cases[i].age_s;
      const gint64 next_utc = planner_updated_get_next_change (updated_utc, NOW);
      g_autofree char *before = NULL, *after = NULL;

      g_assert_cmpint (next_utc == PLANNER_NEVER, ==, cases[i].age_s >= WEEK_S);
      if (next_utc == PLANNER_NEVER)
        continue;
      before = planner_format_updated (updated_utc, next_utc - 1);
      after = planner_format_updated (updated_utc, next_utc);
      g_assert_cmpint (next_utc, >, NOW);
      g_assert_cmpstr (before, ==, cases[i].expected);
      g_assert_cmpstr (after, !=, cases[i].expected);
    }
  g_assert_cmpint (planner_updated_get_next_change (NOW - WEEK_S, NOW), ==, PLANNER_NEVER);
}

static void
test_failed (void)
{
  const gint64 day_s = 24 * 60 * 60;
  g_autofree char *now = planner_format_not_updated (NOW, NOW);
  g_autofree char *hours = planner_format_not_updated (NOW, NOW + day_s - 1);
  g_autofree char *day = planner_format_not_updated (NOW, NOW + day_s);
  g_autofree char *never = planner_format_not_updated (0, NOW);

  g_assert_cmpstr (now, ==, "Refresh failed · as of 00:00");
  g_assert_cmpstr (hours, ==, now);
  g_assert_cmpstr (day, ==, "Refresh failed · as of 05/27/23");
  g_assert_cmpstr (never, ==, "Not fetched yet");
  g_assert_cmpint (planner_not_updated_get_next_change (NOW, NOW + 1), ==, NOW + day_s);
  g_assert_cmpint (planner_not_updated_get_next_change (NOW, NOW + day_s), ==, PLANNER_NEVER);
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_ago);

  g_test_add_func ("/words/ago/L2/next-change", test_next_change);
  g_test_add_func ("/words/ago/failed-refresh", test_failed);

  return g_test_run ();
}
