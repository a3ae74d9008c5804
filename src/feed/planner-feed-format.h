/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannerFeedFormat:
 * @PLANNER_FEED_FORMAT_PENTABARF: the XML schedule before its events had guids, as older programs write it
 * @PLANNER_FEED_FORMAT_FRAB: the XML or JSON schedule of frab
 * @PLANNER_FEED_FORMAT_PRETALX: the XML or JSON schedule as pretalx writes it
 * @PLANNER_FEED_FORMAT_WAFER: the XML schedule as wafer writes it
 * @PLANNER_FEED_FORMAT_VOC: the XML or JSON schedule as the tools of the c3voc write or merge it
 * @PLANNER_FEED_FORMAT_GOTC: the JSON schedule with the members that data/agenda/README.md adds
 * @PLANNER_FEED_FORMAT_COSCUP: COSCUP's session.json
 * @PLANNER_FEED_FORMAT_ICAL: iCalendar (RFC 5545)
 * @PLANNER_FEED_FORMAT_XCAL: iCalendar in XML (RFC 6321), also as Pentabarf writes it
 * @PLANNER_FEED_FORMAT_SESSIONIZE: Sessionize's JSON
 * @PLANNER_FEED_FORMAT_OPEN_EVENT: the JSON of Open Event and eventyay
 * @PLANNER_FEED_FORMAT_CONCLAR: the JSON of ConClár and KonOpas
 * @PLANNER_FEED_FORMAT_RESEARCHR: Researchr's conference XML
 * @PLANNER_FEED_FORMAT_JSON_LD: an event of schema.org in a web page
 * @PLANNER_FEED_FORMAT_CSV: a table with a row for each session
 *
 * The formats that the readers know.
 */
typedef enum
{
  PLANNER_FEED_FORMAT_PENTABARF,
  PLANNER_FEED_FORMAT_FRAB,
  PLANNER_FEED_FORMAT_PRETALX,
  PLANNER_FEED_FORMAT_WAFER,
  PLANNER_FEED_FORMAT_VOC,
  PLANNER_FEED_FORMAT_GOTC,
  PLANNER_FEED_FORMAT_COSCUP,
  PLANNER_FEED_FORMAT_ICAL,
  PLANNER_FEED_FORMAT_XCAL,
  PLANNER_FEED_FORMAT_SESSIONIZE,
  PLANNER_FEED_FORMAT_OPEN_EVENT,
  PLANNER_FEED_FORMAT_CONCLAR,
  PLANNER_FEED_FORMAT_RESEARCHR,
  PLANNER_FEED_FORMAT_JSON_LD,
  PLANNER_FEED_FORMAT_CSV,
} PlannerFeedFormat;

const char *planner_feed_format_get_name (PlannerFeedFormat format);
gboolean planner_feed_format_find_by_generator (const char *generator, PlannerFeedFormat *format);

G_END_DECLS
