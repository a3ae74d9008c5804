/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/feed-fixture.h"

#define BERLIN                                                                                               \
  "BEGIN:VTIMEZONE\r\nTZID:%s\r\n"                                                                           \
  "BEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"                  \
  "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\n"                                               \
  "BEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"                 \
  "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"

PlannerAgenda *read_ical_with (const char *text, const PlannerFeedOptions *options, PlannerReport *report);

/* Returns a calendar with these components and properties, whose lines end in line feeds. */
char *make_calendar (const char *parts);
PlannerAgenda *read_calendar (const char *parts, PlannerReport *report);

/* Reads a calendar with one session that has these properties. */
PlannerAgenda *read_event (const char *properties, PlannerReport *report);
