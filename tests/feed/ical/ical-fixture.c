/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/ical/ical-fixture.h"

PlannerAgenda *
read_ical_with (const char *text, const PlannerFeedOptions *options, PlannerReport *report)
{
  PlannerAgenda *agenda = read_whole (to_bytes (text), options, report);

  g_assert_cmpstr (agenda->format, ==, "ical");

  return agenda;
}

char *
make_calendar (const char *parts)
{
  return g_strconcat ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\n", parts, "END:VCALENDAR\n", NULL);
}

PlannerAgenda *
read_calendar (const char *parts, PlannerReport *report)
{
  static const char *const languages[] = { "en", "C", NULL };
  const PlannerFeedOptions options = { .languages = languages, .address = "https://harbour.example/a/b.ics" };
  g_autofree char *text = make_calendar (parts);

  return read_ical_with (text, &options, report);
}

PlannerAgenda *
read_event (const char *properties, PlannerReport *report)
{
  g_autofree char *event = g_strconcat ("BEGIN:VEVENT\nUID:a\n", properties, "END:VEVENT\n", NULL);

  return read_calendar (event, report);
}
