/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/planner-feed.h"

#include <string.h>

GBytes *to_bytes (const char *text);

/* Replaces ' by ", which makes JSON readable within C. */
GBytes *make_bytes (const char *quoted);

/* Reads a schedule and frees the bytes. */
PlannerAgenda *read_whole (GBytes *bytes, const PlannerFeedOptions *options, PlannerReport *report);
PlannerAgenda *read_json_with (const char *quoted, const PlannerFeedOptions *options, PlannerReport *report);
PlannerAgenda *read_json (const char *quoted);

/* These read XML whose attributes have ' as quotation marks. */
PlannerAgenda *read_xml_with (const char *text, const PlannerFeedOptions *options, PlannerReport *report);
PlannerAgenda *read_xml (const char *text);

/* Returns a schedule with one day, 2026-07-01, and one room, "Hall". */
char *make_schedule (const char *conference_members, const char *events);
PlannerAgenda *read_events (const char *conference_members, const char *events);
char *format_utc (gint64 instant_utc);
char *format_venue (const PlannerSession *session);
const PlannerSession *find_titled (const PlannerAgenda *agenda, const char *title);
const char *get_date (const PlannerAgenda *agenda, const char *title);

/* Returns: (nullable): the text in @language, which is empty for texts whose language the schedule does not name */
const char *get_variant (const PlannerText *text, const char *language);

guint count_problems (const PlannerReport *report, const char *code);
const PlannerProblem *find_problem (const PlannerReport *report, const char *code);

/* Prints the time zone of this process, which assert_in_viewer_zones () checks. */
void print_viewer_zone (void);

/* Runs a test in several time zones. A process reads its time zone once, so each runs in another process. */
void assert_in_viewer_zones (const char *test);
