/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/planner-feed.h"

#include <string.h>

GBytes *to_bytes (const char *text);

/* JSON is written with ' for ", to be readable within C. */
GBytes *make_bytes (const char *quoted);

/* Frees the bytes. */
PlannerAgenda *read_whole (GBytes *bytes, const PlannerFeedOptions *options, PlannerReport *report);
PlannerAgenda *read_json_with (const char *quoted, const PlannerFeedOptions *options, PlannerReport *report);
PlannerAgenda *read_json (const char *quoted);

/* XML is written with ' for quotation marks, and so it is read. */
PlannerAgenda *read_xml_with (const char *text, const PlannerFeedOptions *options, PlannerReport *report);
PlannerAgenda *read_xml (const char *text);

/* A schedule of one day, 2026-07-01, and one room, "Hall". */
char *make_schedule (const char *conference_members, const char *events);
PlannerAgenda *read_events (const char *conference_members, const char *events);
char *format_utc (gint64 instant_utc);
char *format_venue (const PlannerSession *session);
const PlannerSession *find_titled (const PlannerAgenda *agenda, const char *title);
const char *get_date (const PlannerAgenda *agenda, const char *title);
guint count_problems (const PlannerReport *report, const char *code);
const PlannerProblem *find_problem (const PlannerReport *report, const char *code);

/* Tells the process that ran the test that its zone was taken. */
void print_viewer_zone (void);

/* Runs a test that prints its zone: each zone is a process of its own, for a process reads its zone once. */
void assert_in_viewer_zones (const char *test);
