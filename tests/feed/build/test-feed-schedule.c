/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Times, days and keys of sessions. */

#include "feed/feed-fixture.h"

#define BERLIN "'time_zone_name': 'Europe/Berlin', "
#define TOKYO "'time_zone_name': 'Asia/Tokyo', "

typedef struct
{
  const char *name;
  const char *conference;
  const char *event;
  const char *utc;
  const char *venue;
  int minutes;
} TimeCase;

static const TimeCase times[] = {
  { "T1/session-time-offset", "",
    "'date': '2026-07-01T10:00:00+09:00', 'start': '10:00', 'duration': '00:30'", "2026-07-01T01:00Z",
    "2026-07-01 10:00", 30 },
  { "T1/session-time-offset-and-zone", TOKYO,
    "'date': '2026-07-01T10:00:00+09:00', 'start': '10:00', 'duration': '00:30'", "2026-07-01T01:00Z",
    "2026-07-01 10:00", 30 },
  { "T1/session-time-zone-only", TOKYO, "'start': '10:00', 'duration': '00:30'", "2026-07-01T01:00Z",
    "2026-07-01 10:00", 30 },
  { "T2/session-time-summer", BERLIN, "'date': '2026-03-29', 'start': '10:00', 'duration': '1:00'",
    "2026-03-29T08:00Z", "2026-03-29 10:00", 60 },
  { "T2/session-time-autumn", BERLIN, "'date': '2026-10-25', 'start': '10:00', 'duration': '1:00'",
    "2026-10-25T09:00Z", "2026-10-25 10:00", 60 },
  { "T2/session-time-far", BERLIN, "'date': '2040-07-01', 'start': '10:00', 'duration': '1:00'",
    "2040-07-01T08:00Z", "2040-07-01 10:00", 60 },
  { "T2/session-time-far-with-offset", BERLIN,
    "'date': '2040-07-01T10:00:00+02:00', 'start': '10:00', 'duration': '1:00'", "2040-07-01T08:00Z",
    "2040-07-01 10:00", 60 },
  { "T3/session-time-spring", BERLIN, "'date': '2026-03-29T01:30:00', 'end': '2026-03-29T03:30:00'",
    "2026-03-29T00:30Z", "2026-03-29 01:30", 60 },
  { "T3/session-time-autumn", BERLIN, "'date': '2026-10-25T01:30:00', 'end': '2026-10-25T03:30:00'",
    "2026-10-24T23:30Z", "2026-10-25 01:30", 180 },
  { "T3/session-time-autumn-clock", BERLIN, "'date': '2026-10-25T01:30:00', 'end': '03:30'",
    "2026-10-24T23:30Z", "2026-10-25 01:30", 180 },
  { "T3/session-time-missing", BERLIN, "'date': '2026-03-29', 'start': '02:30', 'duration': '1:00'",
    "2026-03-29T01:30Z", "2026-03-29 03:30", 60 },
  { "T4/session-time-no-zone", "", "'start': '10:00', 'duration': '1:00'", "2026-07-01T10:00Z",
    "2026-07-01 10:00", 60 },
  { "T4/session-time-unknown-zone", "'time_zone_name': 'Berlin', ",
    "'date': '2026-07-01T10:00:00+02:00', 'start': '10:00', 'duration': '1:00'", "2026-07-01T08:00Z",
    "2026-07-01 10:00", 60 },
  { "T4/session-time-posix-zone", "'time_zone_name': 'GMT+8', ",
    "'date': '2026-07-01T10:00:00+02:00', 'start': '10:00', 'duration': '1:00'", "2026-07-01T08:00Z",
    "2026-07-01 10:00", 60 },
  { "T4/session-time-empty-zone", "'time_zone_name': '', ",
    "'date': '2026-07-01T10:00:00+02:00', 'start': '10:00', 'duration': '1:00'", "2026-07-01T08:00Z",
    "2026-07-01 10:00", 60 },
  { "T4/session-time-other-member", "'timezone': 'Asia/Tokyo', ", "'start': '10:00', 'duration': '1:00'",
    "2026-07-01T01:00Z", "2026-07-01 10:00", 60 },
  { "T10/session-time-utc-date", "'time_zone_name': 'Asia/Kolkata', ",
    "'date': '2023-09-10T03:30:00+00:00', 'start': '09:00', 'duration': '00:45'", "2023-09-10T03:30Z",
    "2023-09-10 09:00", 45 },
  { "T10/session-time-utc-zone-local-date", "'time_zone_name': 'UTC', ",
    "'date': '2020-12-14T09:00:00+01:00', 'start': '09:00', 'duration': '00:30'", "2020-12-14T08:00Z",
    "2020-12-14 09:00", 30 },
  { "T10/session-time-seconds", BERLIN,
    "'date': '2026-07-01T10:00:23+02:00', 'start': '10:00', 'duration': '1:00'", "2026-07-01T08:00Z",
    "2026-07-01 10:00", 60 },
  { "F1/session-time-start-empty", BERLIN,
    "'date': '2026-07-01T10:00:00+02:00', 'start': '', 'duration': '1:00'", "2026-07-01T08:00Z",
    "2026-07-01 10:00", 60 },
  { "F1/session-time-start-null", BERLIN,
    "'date': '2026-07-01T10:00:00+02:00', 'start': null, 'duration': '1:00'", "2026-07-01T08:00Z",
    "2026-07-01 10:00", 60 },
  { "F1/session-time-start-dot", BERLIN, "'start': '10.00', 'duration': '1:00'", "2026-07-01T08:00Z",
    "2026-07-01 10:00", 60 },
  { "F1/session-time-start-25", BERLIN, "'date': '2026-07-01', 'start': '25:00', 'duration': '1:00'",
    "2026-07-01T23:00Z", "2026-07-02 01:00", 60 },
  { "F1/session-time-start-25-listed", BERLIN, "'start': '25:00', 'duration': '1:00'", "2026-07-01T23:00Z",
    "2026-07-02 01:00", 60 },
  { "F1/session-time-start-is-stamp", BERLIN, "'start': '2026-07-01T12:35:00+08:00', 'duration': '1:00'",
    "2026-07-01T04:35Z", "2026-07-01 06:35", 60 },
  { "F1/session-time-start-bad", BERLIN, "'start': 'noon', 'duration': '1:00'", "unknown", "unknown", 60 },
  { "F1/session-time-date-bad", BERLIN, "'date': '2026-02-30T10:00:00', 'start': '10:00', 'duration': '1:00'",
    "2026-07-01T08:00Z", "2026-07-01 10:00", 60 },
  { "F1/session-time-duration-number", BERLIN, "'start': '10:00', 'duration': 90", "2026-07-01T08:00Z",
    "2026-07-01 10:00", 90 },
  { "F1/session-time-duration-zero", BERLIN, "'start': '10:00', 'duration': '0:00'", "2026-07-01T08:00Z",
    "2026-07-01 10:00", 0 },
  { "F1/session-time-duration-fraction", BERLIN, "'start': '10:00', 'duration': '135.0:00'",
    "2026-07-01T08:00Z", "2026-07-01 10:00", 135 },
  { "F1/session-time-duration-absurd", BERLIN, "'start': '10:00', 'duration': '6944:11:40'",
    "2026-07-01T08:00Z", "2026-07-01 10:00", 0 },
  { "F1/session-time-duration-object", BERLIN, "'start': '10:00', 'duration': {'x': 1}", "2026-07-01T08:00Z",
    "2026-07-01 10:00", 0 },
  { "F1/session-time-duration-missing", BERLIN, "'start': '10:00'", "2026-07-01T08:00Z", "2026-07-01 10:00",
    0 },
  { "F1/session-time-end-wins", BERLIN,
    "'date': '2026-07-01T10:00:00+02:00', 'end': '2026-07-01T11:15:00+02:00', 'duration': '1:00'",
    "2026-07-01T08:00Z", "2026-07-01 10:00", 75 },
  { "F1/session-time-end-before-start", BERLIN,
    "'date': '2026-07-01T10:00:00+02:00', 'end': '2026-07-01T09:00:00+02:00', 'duration': '1:00'",
    "2026-07-01T08:00Z", "2026-07-01 10:00", 60 },
};

static void
test_time (gconstpointer data)
{
  const TimeCase *expected = data;
  g_autofree char *event = g_strdup_printf ("{'title': 'Talk', 'guid': 'g', %s}", expected->event);
  g_autoptr (PlannerAgenda) agenda = read_events (expected->conference, event);
  const PlannerSession *session = find_titled (agenda, "Talk");
  g_autofree char *utc = format_utc (session->start_utc);
  g_autofree char *venue = format_venue (session);

  g_assert_cmpstr (utc, ==, expected->utc);
  g_assert_cmpstr (venue, ==, expected->venue);
  g_assert_cmpint (session->duration_s, ==, expected->minutes * 60);
}

/* Times do not depend on the time zone of the computer. */
static void
test_viewer_zones (void)
{
  assert_in_viewer_zones ("/feed/T1/times/subprocess");
}

static void
test_in_viewer_zone (void)
{
  print_viewer_zone ();
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    test_time (&times[i]);
}

static void
test_default_zone (void)
{
  g_autoptr (GTimeZone) shanghai = g_time_zone_new_identifier ("Asia/Shanghai");
  const PlannerFeedOptions options = { .default_zone = shanghai };
  g_autofree char *bare = make_schedule ("", "{'title': 'Talk', 'start': '10:00', 'duration': '1:00'}");
  g_autofree char *with_offset =
      make_schedule ("'time_zone_name': 'Berlin', ",
                     "{'title': 'Talk', 'date': '2026-07-01T10:00:00+02:00', 'duration': '1:00'}");
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_json_with (bare, &options, NULL);
  g_autoptr (PlannerAgenda) other = read_json_with (with_offset, &options, report);
  g_autofree char *utc = format_utc (find_titled (agenda, "Talk")->start_utc);

  g_assert_cmpstr (utc, ==, "2026-07-01T02:00Z");
  g_assert_cmpstr (g_time_zone_get_identifier (agenda->zone), ==, "Asia/Shanghai");
  g_assert_null (agenda->zone_name);
  g_assert_cmpstr (g_time_zone_get_identifier (other->zone), ==, "+02:00");
  g_assert_null (other->zone_name);
  g_assert_cmpstr (find_problem (report, "bad-zone")->where, ==, "$.schedule.conference.time_zone_name");
}

static void
test_zone_of_agenda (void)
{
  g_autoptr (PlannerAgenda) named =
      read_events (BERLIN, "{'title': 'Talk', 'date': '2026-07-01T10:00:00+02:00'}");
  g_autoptr (PlannerAgenda) common = read_events ("", "{'title': 'A', 'date': '2026-07-01T10:00:00+01:00'},"
                                                      "{'title': 'B', 'date': '2026-07-01T10:00:00+02:00'},"
                                                      "{'title': 'C', 'date': '2026-07-01T11:00:00+02:00'},"
                                                      "{'title': 'D', 'date': '2026-07-01T12:00:00'}");
  g_autofree char *utc = format_utc (find_titled (common, "D")->start_utc);

  g_assert_cmpstr (named->zone_name, ==, "Europe/Berlin");
  g_assert_cmpstr (g_time_zone_get_identifier (named->zone), ==, "Europe/Berlin");
  g_assert_cmpstr (g_time_zone_get_identifier (common->zone), ==, "+02:00");
  g_assert_cmpstr (g_time_zone_get_identifier (find_titled (common, "A")->zone), ==, "+01:00");
  g_assert_cmpstr (utc, ==, "2026-07-01T10:00Z");
}

/* Times that do not fit the named time zone are reported once, even for many sessions. */
static void
test_zone_differs_once (void)
{
  g_autofree char *schedule =
      make_schedule ("'time_zone_name': 'UTC', ",
                     "{'title': 'A', 'date': '2026-07-01T10:00:00+01:00', 'start': '10:00'},"
                     "{'title': 'B', 'date': '2026-07-01T11:00:00+01:00', 'start': '11:00'}");
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_json_with (schedule, NULL, report);

  g_assert_cmpstr (g_time_zone_get_identifier (find_titled (agenda, "B")->zone), ==, "+01:00");
  g_assert_cmpuint (count_problems (report, "zone-differs"), ==, 1);
}

static void
test_to_be_announced (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_events (BERLIN,
                   "{'title': 'Date only', 'guid': 'a', 'date': '2026-07-01', 'start': ''},"
                   "{'title': 'Said so', 'guid': 'b', 'date': '2026-07-02T00:00:00+02:00', 'start': '00:00',"
                   " 'time': 'to be announced', 'duration': '00:00'},"
                   "{'title': 'Listed', 'guid': 'c'},"
                   "{'title': 'Timed', 'guid': 'd', 'date': '2026-07-01T23:00:00+02:00'}");

  g_assert_cmpuint (agenda->days->len, ==, 2);
  g_assert_cmpstr (get_date (agenda, "Date only"), ==, "2026-07-01");
  g_assert_cmpstr (get_date (agenda, "Said so"), ==, "2026-07-02");
  g_assert_cmpstr (get_date (agenda, "Listed"), ==, "2026-07-01");
  g_assert_false (planner_session_has_time (find_titled (agenda, "Date only")));
  g_assert_false (planner_session_has_time (find_titled (agenda, "Said so")));
  g_assert_cmpint (find_titled (agenda, "Said so")->duration_s, ==, 0);
  g_assert_nonnull (find_titled (agenda, "Said so")->zone);
  g_assert_cmpstr (planner_agenda_get_session (agenda, 0)->title.shown, ==, "Timed");
}

static void
test_night (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_events (BERLIN, "{'title': 'After', 'date': '2026-07-02T01:00:00+02:00', 'duration': '1:00'},"
                           "{'title': 'Across', 'date': '2026-07-01T22:00:00+02:00', 'duration': '4:00'},"
                           "{'title': 'Listed after', 'start': '02:00', 'duration': '1:00'},"
                           "{'title': 'Morning', 'date': '2026-07-02T04:00:00+02:00', 'duration': '1:00'}");
  g_autofree char *listed = format_venue (find_titled (agenda, "Listed after"));

  g_assert_cmpuint (agenda->days->len, ==, 2);
  g_assert_cmpstr (planner_agenda_get_session (agenda, 0)->title.shown, ==, "Across");
  g_assert_cmpstr (planner_agenda_get_session (agenda, 1)->title.shown, ==, "After");
  g_assert_cmpstr (planner_agenda_get_session (agenda, 2)->title.shown, ==, "Listed after");
  g_assert_cmpstr (get_date (agenda, "Listed after"), ==, "2026-07-01");
  g_assert_cmpstr (listed, ==, "2026-07-02 02:00");
  g_assert_cmpstr (get_date (agenda, "Morning"), ==, "2026-07-02");
}

static void
test_party (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_events (BERLIN, "{'title': 'Party', 'date': '2026-07-01T22:00:00+02:00', 'duration': '10:00'}");

  g_assert_cmpuint (agenda->days->len, ==, 1);
  g_assert_cmpstr (get_date (agenda, "Party"), ==, "2026-07-01");
}

static void
test_own_date_wins (void)
{
  g_autofree char *schedule = make_schedule (BERLIN, "{'title': 'A', 'date': '2026-07-05T10:00:00+02:00'},"
                                                     "{'title': 'B', 'date': '2026-07-06T10:00:00+02:00'}");
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_json_with (schedule, NULL, report);

  g_assert_cmpuint (agenda->days->len, ==, 2);
  g_assert_cmpstr (get_date (agenda, "A"), ==, "2026-07-05");
  g_assert_cmpstr (get_date (agenda, "B"), ==, "2026-07-06");
  g_assert_cmpuint (count_problems (report, "day-differs"), ==, 1);
}

#define DAYS(days)                                                                                             \
  "{'schedule': {'conference': {'title': 'C', 'time_zone_name': 'Europe/Berlin', 'start': '2026-07-01', " days \
  "}}}"

static void
test_odd_days (void)
{
  g_autoptr (PlannerAgenda) agenda = read_json (
      DAYS ("'days': [{'date': '2026-07-09', 'rooms': {'X': [{'title': 'Late', 'start': '10:00'}]}},"
            "{'date': '2026-07-05', 'rooms': {}}, {'date': '2026-07-06'}, null, 7,"
            "{'date': '2026-07-03', 'rooms': {'X': [{'title': 'Early', 'start': '10:00'}], 'Y': []}}]"));
  g_autoptr (PlannerAgenda) none = read_json (DAYS ("'days': []"));
  g_autoptr (PlannerAgenda) undated =
      read_json (DAYS ("'days': [{'rooms': {}}, {'rooms': {'X': [{'title': 'Second', 'start': '10:00'}]}}]"));
  g_autoptr (PlannerAgenda) dayless = read_json (
      DAYS ("'events': [{'title': 'Free', 'date': '2026-07-04T10:00:00+02:00'}, {'title': 'Lost'}]"));

  g_assert_cmpuint (agenda->days->len, ==, 2);
  g_assert_cmpstr (((PlannerDay *) g_ptr_array_index (agenda->days, 0))->date, ==, "2026-07-03");
  g_assert_cmpstr (get_date (agenda, "Late"), ==, "2026-07-09");
  g_assert_cmpuint (none->days->len, ==, 0);
  g_assert_cmpuint (none->sessions->len, ==, 0);
  g_assert_cmpstr (get_date (undated, "Second"), ==, "2026-07-02");
  g_assert_cmpstr (get_date (dayless, "Free"), ==, "2026-07-04");
  g_assert_cmpstr (get_date (dayless, "Lost"), ==, "");
  g_assert_cmpuint (find_titled (dayless, "Lost")->day, ==, 1);
}

/* When days are from 09:00 to 08:59, a session at 08:00 belongs to the day before. */
static void
test_windows (void)
{
  g_autoptr (PlannerAgenda) agenda = read_json (DAYS (
      "'days': [{'date': '2026-07-01', 'day_start': '2026-07-01T09:00:00+02:00', 'day_end': '2026-07-02T08:59:00+02:00',"
      "'rooms': {'X': [{'title': 'Day', 'date': '2026-07-01T10:00:00+02:00'},"
      "{'title': 'Breakfast', 'date': '2026-07-02T08:00:00+02:00'}]}}]"));
  g_autoptr (PlannerAgenda) midnight = read_json (DAYS (
      "'days': [{'date': '2026-07-01', 'day_start': '2026-07-01T00:00:00+02:00', 'day_end': '2026-07-01T23:59:00+02:00',"
      "'rooms': {'X': [{'title': 'Small hours', 'date': '2026-07-01T01:00:00+02:00'}]}}]"));

  g_assert_cmpstr (get_date (agenda, "Breakfast"), ==, "2026-07-01");
  g_assert_cmpstr (get_date (midnight, "Small hours"), ==, "2026-07-01");
}

static void
test_windows_ignored (void)
{
  g_autofree char *empty = g_strdup (DAYS (
      "'days': [{'date': '2026-07-01', 'day_start': '2026-07-01T09:00:00+02:00', 'day_end': '2026-07-01T09:00:00+02:00',"
      "'rooms': {'X': [{'title': 'A', 'date': '2026-07-01T10:00:00+02:00'},"
      "{'title': 'B', 'date': '2026-07-02T03:00:00+02:00'}]}}]"));
  g_autofree char *missing = g_strdup (DAYS (
      "'days': [{'date': '2026-07-01', 'day_start': '2026-08-01T12:00:00+02:00', 'day_end': '2026-08-02T11:00:00+02:00',"
      "'rooms': {'X': [{'title': 'A', 'date': '2026-07-01T10:00:00+02:00'},"
      "{'title': 'B', 'date': '2026-07-02T03:00:00+02:00'}]}}]"));
  const char *const schedules[] = { empty, missing };

  for (guint i = 0; i < G_N_ELEMENTS (schedules); i++)
    {
      g_autoptr (PlannerReport) report = planner_report_new ();
      g_autoptr (PlannerAgenda) agenda = read_json_with (schedules[i], NULL, report);

      g_assert_cmpuint (agenda->sessions->len, ==, 2);
      g_assert_cmpstr (get_date (agenda, "A"), ==, "2026-07-01");
      g_assert_cmpstr (get_date (agenda, "B"), ==, "2026-07-01");
      g_assert_cmpuint (count_problems (report, "day-windows-ignored"), ==, 1);
    }
}

static void
test_duplicate_ids (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_events (BERLIN, "{'title': 'A', 'id': 7, 'guid': 'aaa', 'start': '10:00'},"
                           "{'title': 'B', 'id': 7, 'guid': 'bbb', 'start': '11:00'}");
  g_autoptr (PlannerAgenda) without_guids = read_events (
      BERLIN,
      "{'title': 'A', 'id': 7, 'start': '10:00'}, {'title': 'B', 'id': '7', 'start': '11:00'},"
      "{'title': 'C', 'id': 8, 'start': '11:00'}, {'title': 'D', 'id': 7, 'code': 'XYZ', 'start': '12:00'},"
      "{'title': 'E', 'id': 7, 'slug': 'an e/1', 'start': '12:00'}");

  g_assert_cmpstr (find_titled (agenda, "A")->key, ==, "aaa");
  g_assert_cmpstr (find_titled (agenda, "B")->key, ==, "bbb");
  g_assert_cmpstr (find_titled (agenda, "B")->id, ==, "7");
  g_assert_cmpuint (g_hash_table_size (without_guids->sessions_by_key), ==, 5);
  g_assert_cmpstr (find_titled (without_guids, "C")->key, ==, "8");
  g_assert_cmpstr (find_titled (without_guids, "D")->key, ==, "XYZ");
  g_assert_cmpstr (find_titled (without_guids, "E")->key, ==, "an%20e%2F1");
}

static void
test_duplicate_guids (void)
{
  const char *const slots[] = {
    "{'title': 'Tour', 'guid': 'g', 'date': '2026-07-01T10:00:00+02:00', 'duration': '1:00'}",
    "{'title': 'Tour', 'guid': 'g', 'date': '2026-07-01T12:00:00+02:00', 'duration': '1:00'}",
    "{'title': 'Tour', 'guid': 'g', 'date': '2026-07-01T12:00:00+02:00', 'duration': '1:00', 'room': 'Other'}",
  };
  g_autofree char *forth = g_strjoin (",", slots[0], slots[1], slots[2], NULL);
  g_autofree char *back = g_strjoin (",", slots[2], slots[1], slots[0], NULL);
  g_autoptr (PlannerAgenda) one = read_events (BERLIN, forth);
  g_autoptr (PlannerAgenda) other = read_events (BERLIN, back);

  g_assert_cmpuint (g_hash_table_size (one->sessions_by_key), ==, 3);
  g_assert_nonnull (planner_agenda_find_session (one, "g@20260701T080000Z"));
  g_assert_nonnull (planner_agenda_find_session (one, "g@20260701T100000Z"));
  for (guint i = 0; i < 3; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (one, i);
      const PlannerSession *same = planner_agenda_find_session (other, session->key);

      g_assert_nonnull (same);
      g_assert_cmpint (same->start_utc, ==, session->start_utc);
      g_assert_cmpstr (same->room->name, ==, session->room->name);
    }
}

static void
test_no_identity (void)
{
  const char *const a = "{'title': 'A', 'start': '10:00'}", *const b = "{'title': 'B', 'start': '10:00'}";
  g_autofree char *forth = g_strjoin (",", a, b, a, NULL);
  g_autofree char *back = g_strjoin (",", b, a, a, NULL);
  g_autoptr (PlannerAgenda) one = read_events (BERLIN, forth);
  g_autoptr (PlannerAgenda) other = read_events (BERLIN, back);

  g_assert_cmpuint (g_hash_table_size (one->sessions_by_key), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (one, i);

      g_assert_cmpstr (planner_agenda_find_session (other, session->key)->title.shown, ==,
                       session->title.shown);
    }
}

/* Sessions without a time keep the order of the schedule. Sessions with a time are sorted. */
static void
test_order (void)
{
  static const char *const titles[] = { "Early", "Alpha", "Beta", "Opening", "Break", "Closing" };
  g_autoptr (PlannerAgenda) agenda = read_events (
      BERLIN,
      "{'title': 'Opening', 'day': '2026-07-01', 'time': 'tba', 'track': 'Z', 'guid': 'o'},"
      "{'title': 'Beta', 'start': '10:00', 'track': 'B'}, {'title': 'Alpha', 'start': '10:00', 'track': 'A'},"
      "{'title': 'Break', 'day': '2026-07-01', 'time': 'tba', 'track': 'Z'},"
      "{'title': 'Early', 'start': '09:00'}, {'title': 'Closing', 'time': 'tba', 'track': 'A'}");

  g_assert_cmpuint (agenda->sessions->len, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      g_assert_cmpstr (planner_agenda_get_session (agenda, i)->title.shown, ==, titles[i]);
      g_assert_cmpuint (planner_agenda_get_session (agenda, i)->position, ==, i);
    }
}

/* Two sessions that differ only in their room keep their keys when the schedule lists them in another order. */
static void
test_keys_without_time (void)
{
  const char *const a = "{'title': 'Tour', 'guid': 'g', 'time': 'tba', 'room': 'A'}";
  const char *const b = "{'title': 'Tour', 'guid': 'g', 'time': 'tba', 'room': 'B'}";
  g_autofree char *forth = g_strjoin (",", a, b, NULL);
  g_autofree char *back = g_strjoin (",", b, a, NULL);
  g_autoptr (PlannerAgenda) one = read_events (BERLIN, forth);
  g_autoptr (PlannerAgenda) other = read_events (BERLIN, back);

  for (guint i = 0; i < 2; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (one, i);

      g_assert_cmpstr (planner_agenda_find_session (other, session->key)->room->name, ==,
                       session->room->name);
      g_assert_cmpstr (planner_agenda_get_session (other, 1 - i)->key, ==, session->key);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/", times[i].name, NULL);

      g_test_add_data_func (path, &times[i], test_time);
    }
  g_test_add_func ("/feed/T1/times-do-not-depend-on-the-computer", test_viewer_zones);
  g_test_add_func ("/feed/T1/times/subprocess", test_in_viewer_zone);
  g_test_add_func ("/feed/T4/default-zone-is-used-without-zone", test_default_zone);
  g_test_add_func ("/feed/T4/agenda-has-the-zone-of-the-schedule", test_zone_of_agenda);
  g_test_add_func ("/feed/T10/wrong-zone-is-reported-once", test_zone_differs_once);
  g_test_add_func ("/feed/T9/session-time-is-to-be-announced", test_to_be_announced);
  g_test_add_func ("/feed/D1/night-belongs-to-the-day-before", test_night);
  g_test_add_func ("/feed/D2/party-belongs-to-its-start", test_party);
  g_test_add_func ("/feed/D3/date-of-session-decides-its-day", test_own_date_wins);
  g_test_add_func ("/feed/D4/days-may-be-incomplete", test_odd_days);
  g_test_add_func ("/feed/D7/bounds-of-days-set-the-day-change", test_windows);
  g_test_add_func ("/feed/D7/implausible-bounds-are-ignored", test_windows_ignored);
  g_test_add_func ("/feed/I1/repeated-ids-are-not-keys", test_duplicate_ids);
  g_test_add_func ("/feed/I2/repeated-guids-get-the-start", test_duplicate_guids);
  g_test_add_func ("/feed/I2/sessions-without-identity-get-keys", test_no_identity);
  g_test_add_func ("/feed/T9/untimed-sessions-keep-their-order", test_order);
  g_test_add_func ("/feed/I2/keys-without-time-do-not-depend-on-order", test_keys_without_time);

  return g_test_run ();
}
