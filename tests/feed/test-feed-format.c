/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/planner-feed-format.h"

typedef struct
{
  const char *generator;
  PlannerFeedFormat format;
  const char *name;
} GeneratorCase;

static const GeneratorCase generators[] = {
  { "pretalx", PLANNER_FEED_FORMAT_PRETALX, "pretalx" },
  { "https://pretalx.com/", PLANNER_FEED_FORMAT_PRETALX, "pretalx" },
  { "wafer 0.14.0", PLANNER_FEED_FORMAT_WAFER, "wafer" },
  { "voc/schedule/39c3", PLANNER_FEED_FORMAT_VOC, "voc" },
  { "tools of the c3voc", PLANNER_FEED_FORMAT_VOC, "voc" },
};

static void
test_generators (void)
{
  PlannerFeedFormat format = PLANNER_FEED_FORMAT_ICAL;

  for (guint i = 0; i < G_N_ELEMENTS (generators); i++)
    {
      g_assert_true (planner_feed_format_find_by_generator (generators[i].generator, &format));
      g_assert_cmpint (format, ==, generators[i].format);
      g_assert_cmpstr (planner_feed_format_get_name (format), ==, generators[i].name);
    }
  g_assert_false (planner_feed_format_find_by_generator (NULL, &format));
  g_assert_false (planner_feed_format_find_by_generator ("", &format));
  g_assert_false (planner_feed_format_find_by_generator ("invoc", &format));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed/generator-names-the-format", test_generators);

  return g_test_run ();
}
