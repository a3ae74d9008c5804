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

static inline PlannerAgenda *
read_ical_with (const char *text, const PlannerFeedOptions *options, PlannerReport *report)
{
  PlannerAgenda *agenda = read_whole (to_bytes (text), options, report);

  g_assert_cmpstr (agenda->format, ==, "ical");

  return agenda;
}

/* A calendar with these components and properties, whose lines end in line feeds. */
static inline char *
make_calendar (const char *parts)
{
  return g_strconcat ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\n", parts, "END:VCALENDAR\n", NULL);
}

static inline PlannerAgenda *
read_calendar (const char *parts, PlannerReport *report)
{
  static const char *const languages[] = { "en", "C", NULL };
  const PlannerFeedOptions options = { .languages = languages, .address = "https://harbour.example/a/b.ics" };
  g_autofree char *text = make_calendar (parts);

  return read_ical_with (text, &options, report);
}

/* A calendar of one session, with these properties. */
static inline PlannerAgenda *
read_event (const char *properties, PlannerReport *report)
{
  g_autofree char *event = g_strconcat ("BEGIN:VEVENT\nUID:a\n", properties, "END:VEVENT\n", NULL);

  return read_calendar (event, report);
}
