/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/planner-feed-format.h"

#include <string.h>

static const char *const names[] = {
  [PLANNER_FEED_FORMAT_PENTABARF] = "pentabarf",
  [PLANNER_FEED_FORMAT_FRAB] = "frab",
  [PLANNER_FEED_FORMAT_PRETALX] = "pretalx",
  [PLANNER_FEED_FORMAT_WAFER] = "wafer",
  [PLANNER_FEED_FORMAT_VOC] = "voc",
  [PLANNER_FEED_FORMAT_GOTC] = "gotc",
  [PLANNER_FEED_FORMAT_COSCUP] = "coscup",
  [PLANNER_FEED_FORMAT_ICAL] = "ical",
  [PLANNER_FEED_FORMAT_XCAL] = "xcal",
  [PLANNER_FEED_FORMAT_SESSIONIZE] = "sessionize",
  [PLANNER_FEED_FORMAT_OPEN_EVENT] = "open-event",
  [PLANNER_FEED_FORMAT_CONCLAR] = "conclar",
  [PLANNER_FEED_FORMAT_RESEARCHR] = "researchr",
  [PLANNER_FEED_FORMAT_JSON_LD] = "json-ld",
  [PLANNER_FEED_FORMAT_CSV] = "csv",
};

/**
 * planner_feed_format_get_name:
 *
 * Returns: the name of the format, which agendas and the command line use; it never changes
 */
const char *
planner_feed_format_get_name (PlannerFeedFormat format)
{
  g_return_val_if_fail (format < G_N_ELEMENTS (names), NULL);

  return names[format];
}

/**
 * planner_feed_format_find_by_generator:
 * @generator: (nullable): the name of the program that wrote the schedule, in lower case
 * @format: (out): the format that this program writes; not set when the program is unknown
 *
 * Returns: whether the program is known
 */
gboolean
planner_feed_format_find_by_generator (const char *generator, PlannerFeedFormat *format)
{
  if (!generator)
    return FALSE;
  if (strstr (generator, names[PLANNER_FEED_FORMAT_PRETALX]))
    *format = PLANNER_FEED_FORMAT_PRETALX;
  else if (strstr (generator, names[PLANNER_FEED_FORMAT_WAFER]))
    *format = PLANNER_FEED_FORMAT_WAFER;
  else if (g_str_has_prefix (generator, names[PLANNER_FEED_FORMAT_VOC]) || strstr (generator, "c3voc"))
    *format = PLANNER_FEED_FORMAT_VOC;
  else
    return FALSE;

  return TRUE;
}
