/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "words/planner-format-words.h"

#include "feed/planner-feed-format.h"

#include <glib/gi18n.h>

static const char *const descriptions[] = {
  [PLANNER_FEED_FORMAT_PENTABARF] = "Pentabarf",
  [PLANNER_FEED_FORMAT_FRAB] = "frab",
  [PLANNER_FEED_FORMAT_PRETALX] = "pretalx",
  [PLANNER_FEED_FORMAT_WAFER] = "wafer",
  [PLANNER_FEED_FORMAT_VOC] = "c3voc",
  [PLANNER_FEED_FORMAT_GOTC] = "GOTC Planner",
  [PLANNER_FEED_FORMAT_COSCUP] = "COSCUP",
  [PLANNER_FEED_FORMAT_ICAL] = N_ ("Calendar (iCalendar)"),
  [PLANNER_FEED_FORMAT_XCAL] = N_ ("Calendar (xCal)"),
  [PLANNER_FEED_FORMAT_SESSIONIZE] = "Sessionize",
  [PLANNER_FEED_FORMAT_OPEN_EVENT] = "Open Event",
  [PLANNER_FEED_FORMAT_CONCLAR] = "ConClár",
  [PLANNER_FEED_FORMAT_RESEARCHR] = "Researchr",
  [PLANNER_FEED_FORMAT_JSON_LD] = N_ ("Web page (schema.org)"),
  [PLANNER_FEED_FORMAT_CSV] = N_ ("Table (CSV)"),
};

/**
 * planner_describe_format:
 * @format: the format of an agenda; see planner_feed_format_get_name()
 *
 * Returns: (transfer none): the name of the format for people; @format itself if it is unknown
 */
const char *
planner_describe_format (const char *format)
{
  g_return_val_if_fail (format != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (descriptions); i++)
    if (g_str_equal (planner_feed_format_get_name ((PlannerFeedFormat) i), format))
      return _ (descriptions[i]);

  return format;
}
