/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Hostile iCalendar data is refused, or read in limited time. */

#include "feed/hostile-fixture.h"
#include "feed/ical/ical-fixture.h"

#include <time.h>

#define WHOLE                                                                                                    \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Days\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260701T080000Z\r\n" \
  "SUMMARY:A long\r\n er \xc3\xa9 title\r\nBEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR"

static void
test_every_cut (void)
{
  assert_every_cut_refused (WHOLE, strlen ("BEGIN:"));
}

static void
test_cut_message (void)
{
  assert_refused_with (g_bytes_new (WHOLE, strlen (WHOLE) - strlen ("\r\nEND:VCALENDAR")),
                       PLANNER_FEED_ERROR_TRUNCATED, "The schedule ends too early, in line 12.");
}

static void
test_empty (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_ical_with ("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", NULL, NULL);

  g_assert_cmpuint (agenda->sessions->len, ==, 0);
}

static void
test_not_a_schedule (void)
{
  assert_refused (to_bytes ("BEGIN:VCARD\nFN:A\nEND:VCARD\n"), PLANNER_FEED_ERROR_OTHER_FORMAT);
  assert_refused (to_bytes ("BEGIN"), PLANNER_FEED_ERROR_NOT_A_SCHEDULE);
}

static void
test_depth (void)
{
  assert_refused (repeat ("BEGIN:VCALENDAR\n", "BEGIN:X-A\n", 100000, ""), PLANNER_FEED_ERROR_TOO_LARGE);
  assert_refused (repeat ("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "BEGIN:VALARM\n", 100000, ""),
                  PLANNER_FEED_ERROR_TOO_LARGE);
}

static void
test_sessions (void)
{
  assert_refused (repeat ("BEGIN:VCALENDAR\n", "BEGIN:VEVENT\nEND:VEVENT\n", PLANNER_FEED_MAX_SESSIONS + 1,
                          "END:VCALENDAR\n"),
                  PLANNER_FEED_ERROR_TOO_LARGE);
}

/* Rules that never end or never match take less than ten seconds of processor time. */
static void
test_rules (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = NULL;
  const clock_t begin = clock ();

  agenda = read_bounded (repeat ("BEGIN:VCALENDAR\n",
                                 "BEGIN:VEVENT\nUID:a\nDTSTART:20260701T080000Z\n"
                                 "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1000000\n"
                                 "RRULE:FREQ=SECONDLY\nRRULE:FREQ=DAILY;UNTIL=99991231T235959Z\nEND:VEVENT\n",
                                 20, "END:VCALENDAR\n"),
                         report);
  g_assert_cmpuint (agenda->sessions->len, ==, 20 * 100);
  g_assert_cmpuint (count_problems (report, "repeats"), ==, 20);
  g_assert_cmpint (clock () - begin, <, 10 * CLOCKS_PER_SEC);
}

static void
test_many_rules (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda =
      read_bounded (repeat ("BEGIN:VCALENDAR\n",
                            "BEGIN:VEVENT\nUID:a\nDTSTART:20260701T080000Z\n"
                            "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2\nEND:VEVENT\n",
                            5000, "END:VCALENDAR\n"),
                    report);

  g_assert_cmpuint (agenda->sessions->len, ==, 5000);
  g_assert_cmpuint (count_problems (report, "repeats"), ==, PLANNER_REPORT_MAX_PROBLEMS);
}

static void
test_zones (void)
{
  GBytes *bytes =
      repeat ("BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:x\n",
              "BEGIN:STANDARD\nDTSTART:16010101T000000\nRRULE:FREQ=YEARLY;BYMONTHDAY=1,2,3,4,5,6,7\n"
              "RRULE:FREQ=SECONDLY\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:STANDARD\n",
              1000,
              "END:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=x:20260701T100000\nEND:VEVENT\nEND:VCALENDAR\n");
  g_autoptr (PlannerAgenda) agenda = read_bounded (bytes, NULL);

  g_assert_true (planner_session_has_time (planner_agenda_get_session (agenda, 0)));
}

static void
test_offsets (void)
{
  g_autoptr (PlannerAgenda) agenda = read_calendar (
      "BEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+999999\n"
      "TZOFFSETTO:+999999999999\nEND:STANDARD\nEND:VTIMEZONE\n"
      "BEGIN:VEVENT\nDTSTART;TZID=x:20260701T100000\nEND:VEVENT\n",
      NULL);
  g_autofree char *utc = format_utc (planner_agenda_get_session (agenda, 0)->start_utc);

  g_assert_cmpstr (utc, ==, "2026-07-01T10:00Z");
}

static void
test_long_line (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda =
      read_bounded (repeat ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:T\nDESCRIPTION:", "é:;,", 4000000,
                            "\nLOCATION:Hall\nEND:VEVENT\nEND:VCALENDAR\n"),
                    report);
  const PlannerSession *session = planner_agenda_get_session (agenda, 0);

  g_assert_cmpuint (strlen (session->abstract.shown), <=, 256 * 1024);
  g_assert_true (g_utf8_validate (session->abstract.shown, -1, NULL));
  g_assert_cmpstr (session->room->name, ==, "Hall");
  g_assert_cmpuint (count_problems (report, "long-line"), ==, 1);
}

static void
test_folds (void)
{
  g_autoptr (PlannerAgenda) agenda = read_bounded (repeat ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:T", "\n x",
                                                           5000000, "\nEND:VEVENT\nEND:VCALENDAR\n"),
                                                   NULL);

  g_assert_cmpuint (strlen (planner_agenda_get_session (agenda, 0)->title.shown), ==, 8 * 1024);
}

static void
test_properties (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda =
      read_bounded (repeat ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:T\n",
                            "ATTENDEE;CN=A:invalid:nomail\nATTACH:http://x.example/\n", 200000,
                            "END:VEVENT\nEND:VCALENDAR\n"),
                    report);

  g_assert_cmpuint (planner_agenda_get_session (agenda, 0)->n_speakers, ==, 1);
  g_assert_cmpuint (planner_agenda_get_session (agenda, 0)->n_links, ==, 100);
  g_assert_cmpuint (count_problems (report, "too-many-properties"), ==, 1);
}

static void
test_parameters (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_bounded (repeat ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:T\nDTSTART", ";TZID=a\"b", 100000,
                            ":20260701T080000Z\nEND:VEVENT\nEND:VCALENDAR\n"),
                    NULL);

  g_assert_cmpuint (agenda->sessions->len, ==, 1);
}

static void
test_cancel (void)
{
  assert_cancelled_before (to_bytes (WHOLE));
}

static void
test_cancel_meanwhile (void)
{
  assert_cancelled_meanwhile (repeat ("BEGIN:VCALENDAR\n", "BEGIN:VEVENT\nUID:a\nSUMMARY:T\nEND:VEVENT\n",
                                      PLANNER_FEED_MAX_SESSIONS, "END:VCALENDAR\n"));
}

static gpointer
read_in_thread (gpointer data)
{
  g_autofree char *parts = g_strdup_printf (
      BERLIN "BEGIN:VEVENT\nUID:1\nSUMMARY:T\nDTSTART;TZID=x:20260701T100000\nDTEND:20260701T090000Z\n"
             "RRULE:FREQ=DAILY;COUNT=20\nEND:VEVENT\n",
      "x");
  guint n = 0;

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (PlannerAgenda) agenda = read_calendar (parts, NULL);

      n += agenda->sessions->len;
    }

  return GUINT_TO_POINTER (n);
}

/* Found by the fuzzer: what begins like a beginning is none, to us and to libical alike. */
static void
test_half_begin (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_calendar ("BEGIN:VTIMEZONE\n\nBEGIN\xff\xff:STANDARD\nEND:VTIMEZONE\n"
                     "BEGIN:VEVENT\nUID:1\nSUMMARY:T\nEND:VEVENT\n",
                     NULL);

  g_assert_cmpuint (agenda->sessions->len, ==, 1);
  g_assert_cmpstr (planner_agenda_get_session (agenda, 0)->title.shown, ==, "T");
}

/* Several conferences are read at once. */
static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_in_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 50 * 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed/ical/limits/F5/every-cut", test_every_cut);
  g_test_add_func ("/feed/ical/limits/F5/message", test_cut_message);
  g_test_add_func ("/feed/ical/limits/I5/empty", test_empty);
  g_test_add_func ("/feed/ical/limits/I5/not-a-schedule", test_not_a_schedule);
  g_test_add_func ("/feed/ical/limits/F4/depth", test_depth);
  g_test_add_func ("/feed/ical/limits/F4/sessions", test_sessions);
  g_test_add_func ("/feed/ical/limits/F4/rules", test_rules);
  g_test_add_func ("/feed/ical/limits/F4/many-rules", test_many_rules);
  g_test_add_func ("/feed/ical/limits/F4/zones", test_zones);
  g_test_add_func ("/feed/ical/limits/F4/offsets", test_offsets);
  g_test_add_func ("/feed/ical/limits/F4/long-line", test_long_line);
  g_test_add_func ("/feed/ical/limits/F4/folds", test_folds);
  g_test_add_func ("/feed/ical/limits/F4/properties", test_properties);
  g_test_add_func ("/feed/ical/limits/F4/parameters", test_parameters);
  g_test_add_func ("/feed/ical/limits/F3/half-begin", test_half_begin);
  g_test_add_func ("/feed/ical/limits/F4/cancel", test_cancel);
  g_test_add_func ("/feed/ical/limits/F4/cancel-meanwhile", test_cancel_meanwhile);
  g_test_add_func ("/feed/ical/limits/threads", test_threads);

  return g_test_run ();
}
