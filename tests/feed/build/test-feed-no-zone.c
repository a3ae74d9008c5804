/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Schedules that name no time zone are noted in the report, so that the attendee can choose one. */

#include "feed/feed-fixture.h"

#define CALENDAR(head, start)                                                                                \
  "BEGIN:VCALENDAR\nVERSION:2.0\n" head "BEGIN:VEVENT\nUID:a\nSUMMARY:Talk\n" start                          \
  "\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n"
#define FRAB(zone, event)                                                                                    \
  "{\"schedule\":{\"conference\":{\"title\":\"T\"," zone "\"days\":[{\"date\":\"2026-07-01\",\"rooms\":{"    \
  "\"Hall\":[{\"title\":\"Talk\"," event "}]}}]}}}"
#define SESSIONIZE(start)                                                                                    \
  "{\"sessions\":[{\"id\":\"1\",\"title\":\"Talk\",\"startsAt\":\"" start "\"}],\"speakers\":[],"            \
  "\"questions\":[],\"categories\":[],\"rooms\":[]}"
#define SCHED "PRODID:-//democon26.sched.com//EN\n"

typedef struct
{
  const char *name;
  const char *text;
  gboolean noted;
  const char *venue;     /* the start in the zone of the conference, without a default zone */
  const char *in_berlin; /* the start with Europe/Berlin as default zone */
} Case;

static const Case cases[] = {
  { "frab-without-zone", FRAB ("", "\"start\":\"10:00\""), TRUE, "2026-07-01 10:00 +0000",
    "2026-07-01 10:00 +0200" },
  { "frab-with-unknown-zone", FRAB ("\"time_zone_name\":\"Berlin\",", "\"start\":\"10:00\""), TRUE,
    "2026-07-01 10:00 +0000", "2026-07-01 10:00 +0200" },
  { "frab-with-zone", FRAB ("\"time_zone_name\":\"Asia/Tokyo\",", "\"start\":\"10:00\""), FALSE,
    "2026-07-01 10:00 +0900", "2026-07-01 10:00 +0900" },
  { "frab-with-offsets", FRAB ("", "\"date\":\"2026-07-01T10:00:00-03:00\""), FALSE, "2026-07-01 10:00 -0300",
    "2026-07-01 10:00 -0300" },
  { "frab-in-utc", FRAB ("", "\"date\":\"2026-07-01T10:00:00Z\""), FALSE, "2026-07-01 10:00 +0000",
    "2026-07-01 10:00 +0000" },
  { "calendar-without-zone", CALENDAR ("", "DTSTART:20260701T100000"), TRUE, "2026-07-01 10:00 +0000",
    "2026-07-01 10:00 +0200" },
  { "calendar-in-utc", CALENDAR ("", "DTSTART:20260701T100000Z"), FALSE, "2026-07-01 10:00 +0000",
    "2026-07-01 12:00 +0200" },
  { "calendar-with-zone", CALENDAR ("", "DTSTART;TZID=Asia/Tokyo:20260701T100000"), FALSE,
    "2026-07-01 10:00 +0900", "2026-07-01 10:00 +0900" },
  { "calendar-of-sched", CALENDAR (SCHED "X-WR-TIMEZONE:UTC\n", "DTSTART:20260701T100000Z"), TRUE,
    "2026-07-01 10:00 +0000", "2026-07-01 12:00 +0200" },
  { "calendar-of-sched-without-zone", CALENDAR (SCHED, "DTSTART:20260701T100000Z"), TRUE,
    "2026-07-01 10:00 +0000", "2026-07-01 12:00 +0200" },
  { "calendar-of-sched-with-zone", CALENDAR (SCHED "X-WR-TIMEZONE:Asia/Tokyo\n", "DTSTART:20260701T100000Z"),
    FALSE, "2026-07-01 19:00 +0900", "2026-07-01 19:00 +0900" },
  { "calendar-of-indico", CALENDAR ("PRODID:-//CERN//INDICO//EN\n", "DTSTART:20260701T100000Z"), TRUE,
    "2026-07-01 10:00 +0000", "2026-07-01 12:00 +0200" },
  { "sessionize", SESSIONIZE ("2026-07-01T10:00:00"), TRUE, "2026-07-01 10:00 +0000",
    "2026-07-01 10:00 +0200" },
  { "sessionize-in-utc", SESSIONIZE ("2026-07-01T10:00:00Z"), TRUE, "2026-07-01 10:00 +0000",
    "2026-07-01 12:00 +0200" },
  { "no-times", FRAB ("", "\"start\":\"\""), FALSE, NULL, NULL },
};

static void
check (const Case *test, GTimeZone *zone, const char *expected)
{
  const PlannerFeedOptions options = { .default_zone = zone };
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_whole (to_bytes (test->text), &options, report);
  const PlannerSession *session = find_titled (agenda, "Talk");
  g_autoptr (GDateTime) time = planner_time_to_zone (session->start_utc, agenda->zone);
  g_autofree char *start = time ? g_date_time_format (time, "%F %R %z") : NULL;

  g_assert_cmpint (planner_report_has (report, PLANNER_PROBLEM_NO_ZONE), ==, test->noted);
  g_assert_cmpuint (count_problems (report, "no-zone"), ==, test->noted ? 1 : 0);
  g_assert_cmpstr (start, ==, expected);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");

  check (test, NULL, test->venue);
  check (test, berlin, test->in_berlin);
}

/* The report is asked for the note even if it is too full to keep it. */
static void
test_full_report (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = NULL;

  for (guint i = 0; i < PLANNER_REPORT_MAX_PROBLEMS; i++)
    planner_report_add (report, PLANNER_SEVERITY_NOTE, "$", PLANNER_PROBLEM_NO_DURATION, "Full.");
  agenda = read_whole (to_bytes (cases[0].text), NULL, report);
  g_assert_cmpuint (count_problems (report, "no-zone"), ==, 0);
  g_assert_true (planner_report_has (report, PLANNER_PROBLEM_NO_ZONE));
  g_assert_false (planner_report_has (report, PLANNER_PROBLEM_ZONE_DIFFERS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/no-zone/T4/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/feed/no-zone/T4/noted-in-a-full-report", test_full_report);

  return g_test_run ();
}
