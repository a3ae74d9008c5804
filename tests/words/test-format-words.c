/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "words/planner-format-words.h"

#include "feed/planner-feed-format.h"

static void
test_known (void)
{
  static const PlannerFeedFormat same[] = { PLANNER_FEED_FORMAT_FRAB, PLANNER_FEED_FORMAT_PRETALX,
                                            PLANNER_FEED_FORMAT_WAFER };

  for (PlannerFeedFormat i = 0; i <= PLANNER_FEED_FORMAT_CSV; i++)
    {
      const char *name = planner_feed_format_get_name (i);
      const char *description = planner_describe_format (name);
      gboolean is_same = FALSE;

      g_assert_nonnull (description);
      for (guint j = 0; j < G_N_ELEMENTS (same); j++)
        is_same |= same[j] == i;
      g_assert_cmpint (g_str_equal (description, name), ==, is_same);
    }
  g_assert_cmpstr (planner_describe_format ("gotc"), ==, "GOTC Planner");
  g_assert_cmpstr (planner_describe_format ("ical"), ==, "Calendar (iCalendar)");
}

static void
test_unknown (void)
{
  g_assert_cmpstr (planner_describe_format ("other"), ==, "other");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/formats/each-has-a-name-for-people", test_known);
  g_test_add_func ("/words/formats/unknown-one-keeps-its-name", test_unknown);

  return g_test_run ();
}
