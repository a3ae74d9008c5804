/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Times and zones in iCalendar (rule T7), and sessions that repeat. */

#include "feed/ical/ical-fixture.h"

typedef struct
{
  const char *name;
  const char *properties;
  const char *utc;   /* "unknown": to be announced */
  const char *venue; /* "2026-07-01 10:00", or the day */
  int minutes;
} TimeCase;

/* The file describes "Harbour Time" (central European rules) and is for a conference in Asia/Tokyo where it does not tell. */
static const TimeCase times[] = {
  { "T1/utc", "DTSTART:20260701T010000Z\nDTEND:20260701T020000Z\n", "2026-07-01T01:00Z", "2026-07-01 10:00",
    60 },
  { "T7/iana", "DTSTART;TZID=Europe/Berlin:20260701T100000\nDTEND;TZID=Europe/Berlin:20260701T113000\n",
    "2026-07-01T08:00Z", "2026-07-01 10:00", 90 },
  { "T7/date-time", "DTSTART;TZID=Europe/Berlin;VALUE=DATE-TIME:20260701T100000\n", "2026-07-01T08:00Z",
    "2026-07-01 10:00", 0 },
  { "T7/iana-path", "DTSTART;TZID=/harbour.example/20260101_1/America/Argentina/Salta:20260701T100000\n",
    "2026-07-01T13:00Z", "2026-07-01 10:00", 0 },
  { "T7/iana-mangled", "DTSTART;TZID=Europe-Brussels:20260701T100000\n", "2026-07-01T08:00Z",
    "2026-07-01 10:00", 0 },
  { "T7/iana-spaces", "DTSTART;TZID=America/New York:20260701T100000\n", "2026-07-01T14:00Z",
    "2026-07-01 10:00", 0 },
  { "T7/windows", "DTSTART;TZID=W. Europe Standard Time:20260101T100000\n", "2026-01-01T09:00Z",
    "2026-01-01 10:00", 0 },
  { "T7/described-summer",
    "DTSTART;TZID=Harbour Time:20260701T100000\nDTEND;TZID=Harbour Time:20260701T101500\n",
    "2026-07-01T08:00Z", "2026-07-01 10:00", 15 },
  { "T7/described-winter", "DTSTART;TZID=\"Harbour Time\":20261201T100000\n", "2026-12-01T09:00Z",
    "2026-12-01 10:00", 0 },
  { "T2/described-2050", "DTSTART;TZID=Harbour Time:20500701T100000\n", "2050-07-01T08:00Z",
    "2050-07-01 10:00", 0 },
  { "T2/described-before", "DTSTART;TZID=Harbour Time:20260329T013000\n", "2026-03-29T00:30Z",
    "2026-03-29 01:30", 0 },
  { "T2/described-after", "DTSTART;TZID=Harbour Time:20260329T030000\n", "2026-03-29T01:00Z",
    "2026-03-29 03:00", 0 },
  { "T3/described-missing", "DTSTART;TZID=Harbour Time:20260329T023000\n", "2026-03-29T01:30Z", NULL, 0 },
  { "T3/described-twice", "DTSTART;TZID=Harbour Time:20261025T023000\n", "2026-10-25T00:30Z",
    "2026-10-25 02:30", 0 },
  { "T3/described-across",
    "DTSTART;TZID=Harbour Time:20261025T013000\nDTEND;TZID=Harbour Time:20261025T033000\n",
    "2026-10-24T23:30Z", "2026-10-25 01:30", 180 },
  { "T3/iana-across",
    "DTSTART;TZID=Europe/Berlin:20260329T013000\nDTEND;TZID=Europe/Berlin:20260329T033000\n",
    "2026-03-29T00:30Z", "2026-03-29 01:30", 60 },
  { "T7/floating", "DTSTART:20260701T100000\nDTEND:20260701T110000\n", "2026-07-01T01:00Z",
    "2026-07-01 10:00", 60 },
  { "T7/floating-extended", "DTSTART:2026-07-01T10:00:00\nDTEND:2026-07-01T11:00\n", "2026-07-01T01:00Z",
    "2026-07-01 10:00", 60 },
  { "T7/offset", "DTSTART:2026-07-01T10:00:00+02:00\nDTEND:20260701T110000+0200\n", "2026-07-01T08:00Z",
    "2026-07-01 10:00", 60 },
  { "T4/unknown-zone", "DTSTART;TZID=Harbour/Nowhere:20260701T100000\n", "2026-07-01T01:00Z",
    "2026-07-01 10:00", 0 },
  { "T7/windows-hawaii", "DTSTART;TZID=Hawaiian Standard Time:20260809T070000\n", "2026-08-09T17:00Z",
    "2026-08-09 07:00", 0 },
  { "T7/windows-mexico", "DTSTART;TZID=\"Central Standard Time (Mexico)\":20260809T070000\n",
    "2026-08-09T13:00Z", "2026-08-09 07:00", 0 },
  { "T7/old-name", "DTSTART;TZID=Singapore:20260701T100000\n", "2026-07-01T02:00Z", "2026-07-01 10:00", 0 },
  { "T7/old-name-of-city", "DTSTART;TZID=Asia/Calcutta:20260701T100000\n", "2026-07-01T04:30Z",
    "2026-07-01 10:00", 0 },
  { "T7/microsoft-utc", "DTSTART;TZID=\"tzone://Microsoft/Utc\":20260701T010000\n", "2026-07-01T01:00Z",
    "2026-07-01 10:00", 0 },
  { "T7/lower-case-zone", "dtstart;tzid=america/port_of_spain:20260701T100000\n", "2026-07-01T14:00Z",
    "2026-07-01 10:00", 0 },
  { "T7/spaces-in-parameters", "DTSTART ; TZID = Europe/Berlin : 20260701T100000\n", "2026-07-01T08:00Z",
    "2026-07-01 10:00", 0 },
  { "T7/dashes-and-zone",
    "DTSTART;TZID=Europe/Berlin:2026-07-01T101800\nDTEND;TZID=Europe/Berlin:2026-07-01T1148\n",
    "2026-07-01T08:18Z", "2026-07-01 10:18", 90 },
  { "T7/line-without-colon", "DTSTART:20260701T010000Z\nSUMMARY=Knots\nDURATION:PT1H\n", "2026-07-01T01:00Z",
    "2026-07-01 10:00", 60 },
  { "T7/lower-case-duration", "DTSTART:20260701T010000Z\nDURATION:pt1h 30m\n", "2026-07-01T01:00Z",
    "2026-07-01 10:00", 90 },
  { "T7/duration-without-letters", "DTSTART:20260701T010000Z\nDURATION:P30M\n", "2026-07-01T01:00Z",
    "2026-07-01 10:00", 30 },
  { "T9/date-with-midnight", "DTSTART;VALUE=DATE:20260701T000000\nDTEND;VALUE=DATE:20260702T000000\n",
    "unknown", "2026-07-01", 0 },
  { "T7/google", "DTSTART;TZID=GMT+05:30:20260701T100000\n", "2026-07-01T01:00Z", "2026-07-01 10:00", 0 },
  { "T7/duration", "DTSTART:20260701T010000Z\nDURATION:PT1H30M\n", "2026-07-01T01:00Z", "2026-07-01 10:00",
    90 },
  { "T7/duration-weeks", "DTSTART:20260701T010000Z\nDURATION:P1W\n", "2026-07-01T01:00Z", "2026-07-01 10:00",
    10080 },
  { "T7/duration-plus", "DTSTART:20260701T010000Z\nDURATION:+PT45M\n", "2026-07-01T01:00Z",
    "2026-07-01 10:00", 45 },
  { "F1/duration-negative", "DTSTART:20260701T010000Z\nDURATION:-PT45M\n", "2026-07-01T01:00Z",
    "2026-07-01 10:00", 0 },
  { "F1/end-before-start", "DTSTART:20260701T010000Z\nDTEND:20260701T003000Z\n", "2026-07-01T01:00Z",
    "2026-07-01 10:00", 0 },
  { "F1/end-is-date", "DTSTART:20260701T010000Z\nDTEND;VALUE=DATE:20260702\n", "2026-07-01T01:00Z",
    "2026-07-01 10:00", 0 },
  { "F1/hour", "DTSTART:20260701T250000\n", "unknown", "", 0 },
  { "F1/month", "DTSTART:20261301T100000Z\n", "unknown", "", 0 },
  { "T9/all-day", "DTSTART;VALUE=DATE:20260701\nDTEND;VALUE=DATE:20260702\n", "unknown", "2026-07-01", 0 },
  { "T9/all-day-bare", "DTSTART:20260701\n", "unknown", "2026-07-01", 0 },
  { "T9/all-day-zone", "DTSTART;TZID=America/Los_Angeles;VALUE=DATE:20260701\n", "unknown", "2026-07-01", 0 },
  { "T9/nothing", "", "unknown", "", 0 },
};

static PlannerAgenda *
read_for_tokyo (const char *parts, PlannerReport *report)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Tokyo");
  const PlannerFeedOptions options = { .default_zone = zone };
  g_autofree char *described = g_strdup_printf (BERLIN, "Harbour Time");
  g_autofree char *all = g_strconcat (described, parts, NULL);
  g_autofree char *text = make_calendar (all);

  return read_ical_with (text, &options, report);
}

static void
test_time (gconstpointer data)
{
  const TimeCase *expected = data;
  g_autofree char *event = g_strconcat ("BEGIN:VEVENT\nUID:a\n", expected->properties, "END:VEVENT\n", NULL);
  g_autoptr (PlannerAgenda) agenda = read_for_tokyo (event, NULL);
  const PlannerSession *session = planner_agenda_get_session (agenda, 0);
  g_autofree char *utc = format_utc (session->start_utc);
  g_autofree char *venue = format_venue (session);

  g_assert_cmpstr (utc, ==, expected->utc);
  if (g_str_equal (expected->utc, "unknown"))
    g_assert_cmpstr (planner_agenda_get_day (agenda, session)->date, ==, expected->venue);
  else if (expected->venue)
    g_assert_cmpstr (venue, ==, expected->venue);
  g_assert_cmpint (session->duration_s, ==, expected->minutes * 60);
}

typedef struct
{
  const char *name;
  const char *parts;
  const char *default_zone;
  const char *zone_name;
  const char *venue; /* of 2026-07-01T08:00Z */
} ZoneCase;

#define UTC_EVENT "BEGIN:VEVENT\nUID:a\nDTSTART:20260701T080000Z\nEND:VEVENT\n"
#define BERLIN_EVENT "BEGIN:VEVENT\nUID:b\nDTSTART;TZID=Europe/Berlin:20260702T100000\nEND:VEVENT\n"
#define PARIS_EVENT "BEGIN:VEVENT\nUID:c\nDTSTART;TZID=Europe/Paris:20260702T100000\nEND:VEVENT\n"

static const ZoneCase zones[] = {
  { "named", "X-WR-TIMEZONE:America/New_York\n" UTC_EVENT, "Asia/Tokyo", "America/New_York",
    "2026-07-01 04:00" },
  { "named-late", UTC_EVENT "X-WR-TIMEZONE:America/New_York\n", NULL, "America/New_York",
    "2026-07-01 04:00" },
  { "named-windows", "X-WR-TIMEZONE:Tokyo Standard Time\n" UTC_EVENT, NULL, "Asia/Tokyo",
    "2026-07-01 17:00" },
  { "not-named", UTC_EVENT, "Asia/Tokyo", NULL, "2026-07-01 17:00" },
  { "not-known", UTC_EVENT, NULL, NULL, "2026-07-01 08:00" },
  { "named-utc", "X-WR-TIMEZONE:UTC\n" UTC_EVENT, "Asia/Tokyo", NULL, "2026-07-01 17:00" },
  { "named-utc-only", "X-WR-TIMEZONE:UTC\n" UTC_EVENT, NULL, "UTC", "2026-07-01 08:00" },
  { "named-badly", "X-WR-TIMEZONE:Harbour\n" UTC_EVENT, "Asia/Tokyo", NULL, "2026-07-01 17:00" },
  { "written-in", "X-WR-TIMEZONE:America/New_York\n" UTC_EVENT BERLIN_EVENT, "Asia/Tokyo", "Europe/Berlin",
    "2026-07-01 10:00" },
  { "written-in-utc", "BEGIN:VEVENT\nUID:a\nDTSTART;TZID=UTC:20260701T080000\nEND:VEVENT\n", "Asia/Tokyo",
    NULL, "2026-07-01 17:00" },
  { "written-in-two", UTC_EVENT BERLIN_EVENT PARIS_EVENT PARIS_EVENT, NULL, "Europe/Paris",
    "2026-07-01 10:00" },
  { "described", "BEGIN:VTIMEZONE\nTZID:x\nX-LIC-LOCATION:Asia/Kolkata\nEND:VTIMEZONE\n" UTC_EVENT,
    "Asia/Tokyo", "Asia/Kolkata", "2026-07-01 13:30" },
};

static void
test_zone (gconstpointer data)
{
  const ZoneCase *expected = data;
  g_autoptr (GTimeZone) zone =
      expected->default_zone ? g_time_zone_new_identifier (expected->default_zone) : NULL;
  const PlannerFeedOptions options = { .default_zone = zone };
  g_autofree char *text = make_calendar (expected->parts);
  g_autoptr (PlannerAgenda) agenda = read_ical_with (text, &options, NULL);
  const PlannerSession *session = planner_agenda_find_session (agenda, "a");
  g_autofree char *venue = format_venue (session);
  g_autofree char *utc = format_utc (session->start_utc);

  g_assert_cmpstr (utc, ==, "2026-07-01T08:00Z");
  g_assert_cmpstr (agenda->zone_name, ==, expected->zone_name);
  g_assert_cmpstr (venue, ==, expected->venue);
}

/* Forms of VTIMEZONE in which programs write one and the same change of clocks, on 2026-03-29 at 01:00 UTC. */
static const char *const descriptions[] = {
  /* Outlook */
  "BEGIN:STANDARD\nDTSTART:16011028T030000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nTZOFFSETFROM:+0200\n"
  "TZOFFSETTO:+0100\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010325T020000\n"
  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT\n",
  /* without rules */
  "BEGIN:STANDARD\nDTSTART:20251026T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\n"
  "BEGIN:DAYLIGHT\nDTSTART:20260329T020000\nRDATE:20260329T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n"
  "END:DAYLIGHT\n",
  /* a list of dates */
  "BEGIN:STANDARD\nDTSTART:20241027T030000\nRDATE:20251026T030000,20261025T030000\nTZOFFSETFROM:+0200\n"
  "TZOFFSETTO:+0100\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:20240331T020000\n"
  "RDATE:20250330T020000,20260329T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT\n",
  /* Lotus: the clock in the rule, too */
  "BEGIN:STANDARD\nDTSTART:19501029T030000\nRRULE:FREQ=YEARLY;BYMINUTE=0;BYHOUR=3;BYDAY=-1SU;BYMONTH=10\n"
  "TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:19500326T020000\n"
  "RRULE:FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=-1SU;BYMONTH=3\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n"
  "END:DAYLIGHT\n",
  /* a number of years; a later observance follows */
  "BEGIN:STANDARD\nDTSTART:20201025T030000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10;COUNT=9\n"
  "TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:20000326T020000\n"
  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3;COUNT=27\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT\n",
  /* by the days of the month, with an end after it */
  "BEGIN:STANDARD\nDTSTART:19961027T030000\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=SU;"
  "BYMONTHDAY=25,26,27,28,29,30,31\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\n"
  "BEGIN:DAYLIGHT\nDTSTART:19810329T020000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=SU;"
  "BYMONTHDAY=25,26,27,28,29,30,31;UNTIL=20260329T010000Z\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT\n",
};

static void
test_description (gconstpointer data)
{
  g_autofree char *parts =
      g_strconcat ("BEGIN:VTIMEZONE\nTZID:x\n", (const char *) data, "END:VTIMEZONE\n",
                   "BEGIN:VEVENT\nUID:1\nSUMMARY:1\nDTSTART;TZID=x:20260329T013000\nEND:VEVENT\n"
                   "BEGIN:VEVENT\nUID:2\nSUMMARY:2\nDTSTART;TZID=x:20260329T033000\nEND:VEVENT\n",
                   NULL);
  g_autoptr (PlannerAgenda) agenda = read_calendar (parts, NULL);
  g_autofree char *before = format_utc (find_titled (agenda, "1")->start_utc);
  g_autofree char *after = format_utc (find_titled (agenda, "2")->start_utc);

  g_assert_cmpstr (before, ==, "2026-03-29T00:30Z");
  g_assert_cmpstr (after, ==, "2026-03-29T01:30Z");
}

typedef struct
{
  const char *name;
  const char *properties;
  const char *days; /* of July 2026 or "MM-DD", in order */
} RepeatCase;

/* All begin on Wednesday, 2026-07-01, at 10:00; the conference's last other session is on the 10th. */
static const RepeatCase repeats[] = {
  { "daily", "RRULE:FREQ=DAILY;COUNT=3\n", "07-01 07-02 07-03" },
  { "every-other-day", "RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3\n", "07-01 07-03 07-05" },
  { "until-utc", "RRULE:FREQ=DAILY;UNTIL=20260703T080000Z\n", "07-01 07-02 07-03" },
  { "until-before", "RRULE:FREQ=DAILY;UNTIL=20260703T075959Z\n", "07-01 07-02" },
  { "until-date", "RRULE:FREQ=DAILY;UNTIL=20260703\n", "07-01 07-02 07-03" },
  { "work-days", "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=5\n", "07-01 07-02 07-03 07-06 07-07" },
  { "daily-by-day", "RRULE:FREQ=DAILY;BYDAY=SA,SU;COUNT=3\n", "07-01 07-04 07-05" },
  { "weekly", "RRULE:FREQ=WEEKLY;COUNT=3\n", "07-01 07-08 07-15" },
  { "every-other-week", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,SU;WKST=MO;COUNT=4\n",
    "07-01 07-05 07-15 07-19" },
  { "every-other-week-sunday", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,SU;WKST=SU;COUNT=4\n",
    "07-01 07-12 07-15 07-26" },
  { "monthly", "RRULE:FREQ=MONTHLY;COUNT=3\n", "07-01 08-01 09-01" },
  { "first-wednesday", "RRULE:FREQ=MONTHLY;BYDAY=1WE;COUNT=3\n", "07-01 08-05 09-02" },
  { "last-day", "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3\n", "07-01 07-31 08-31" },
  { "yearly", "RRULE:FREQ=YEARLY;COUNT=2\n", "07-01 07-01" },
  { "endless", "RRULE:FREQ=DAILY;INTERVAL=3\n", "07-01 07-04 07-07 07-10" },
  { "exceptions", "RRULE:FREQ=DAILY;COUNT=4\nEXDATE;TZID=Europe/Berlin:20260702T100000,20260703T100000\n",
    "07-01 07-04" },
  { "exception-utc", "RRULE:FREQ=DAILY;COUNT=2\nEXDATE:20260702T080000Z\n", "07-01" },
  { "exception-date", "RRULE:FREQ=DAILY;COUNT=2\nEXDATE;VALUE=DATE:20260702\n", "07-01" },
  { "dates", "RDATE;TZID=Europe/Berlin:20260705T100000,20260703T100000\n", "07-01 07-03 07-05" },
  { "date-twice", "RRULE:FREQ=DAILY;COUNT=2\nRDATE;TZID=Europe/Berlin:20260702T100000\n", "07-01 07-02" },
  { "clock-of-start-in-rule", "RRULE:FREQ=DAILY;COUNT=3;BYHOUR=10;BYMINUTE=0;BYSECOND=0\n",
    "07-01 07-02 07-03" },
  { "until-without-z", "RRULE:FREQ=DAILY;UNTIL=20260703T100000\n", "07-01 07-02 07-03" },
  { "until-without-z-before", "RRULE:FREQ=DAILY;UNTIL=20260703T095959\n", "07-01 07-02" },
  { "count-that-means-nothing", "RRULE:FREQ=WEEKLY;UNTIL=20260716;COUNT=-1\n", "07-01 07-08 07-15" },
  { "lower-case", "rrule:freq=daily; count = 2\n", "07-01 07-02" },
  { "last-work-day", "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3\n", "07-01 07-31 08-31" },
  { "week-number", "RRULE:FREQ=YEARLY;BYWEEKNO=28,30;COUNT=3\n", "07-01 07-08 07-22" },
  { "year-day", "RRULE:FREQ=YEARLY;BYYEARDAY=184,-180;COUNT=3\n", "07-01 07-03 07-05" },
  { "date-in-utc", "RDATE:20260705T080000Z\n", "07-01 07-05" },
  { "date-in-other-zone", "RDATE;TZID=America/New_York:20260705T040000\n", "07-01 07-05" },
  { "exception-rule", "RRULE:FREQ=DAILY;COUNT=5\nEXRULE:FREQ=DAILY;INTERVAL=2;COUNT=3\n", "07-02 07-04" },
  { "F1/misspelt", "RRULE:FREQ=DAILY;UNTL=20260703T000000Z\n", "07-01" },
  { "F1/hourly", "RRULE:FREQ=HOURLY;COUNT=3\n", "07-01" },
  { "F1/nonsense", "RRULE:FREQ=SOMETIMES\n", "07-01" },
  { "F4/never", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2\n", "07-01" },
  { "F4/zero-interval", "RRULE:FREQ=DAILY;INTERVAL=0;COUNT=2\n", "07-01" },
};

static void
test_repeat (gconstpointer data)
{
  const RepeatCase *expected = data;
  g_autofree char *parts = g_strconcat (
      "BEGIN:VEVENT\nUID:breakfast\nSUMMARY:Breakfast\nDTSTART;TZID=Europe/Berlin:20260701T100000\n"
      "DTEND;TZID=Europe/Berlin:20260701T103000\n",
      expected->properties, "END:VEVENT\nBEGIN:VEVENT\nUID:last\nSUMMARY:Last\n",
      "DTSTART;TZID=Europe/Berlin:20260710T180000\nEND:VEVENT\n", NULL);
  g_autoptr (PlannerAgenda) agenda = read_calendar (parts, NULL);
  g_autoptr (GString) days = g_string_new (NULL);

  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);
      g_autofree char *venue = format_venue (session);

      if (!g_str_equal (session->title.shown, "Breakfast"))
        continue;
      g_assert_true (g_str_has_suffix (venue, " 10:00"));
      g_assert_cmpint (session->duration_s, ==, 30 * 60);
      venue[10] = '\0';
      g_string_append_printf (days, "%s%s", days->len > 0 ? " " : "", venue + 5);
    }

  g_assert_cmpstr (days->str, ==, expected->days);
}

static char *
list_starts (const PlannerAgenda *agenda)
{
  GString *starts = g_string_new (NULL);

  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);
      g_autofree char *utc = format_utc (session->start_utc);
      const gboolean has_time = planner_session_has_time (session);

      g_string_append_printf (starts, "%s%s+%d", i > 0 ? " " : "",
                              has_time ? utc : planner_agenda_get_day (agenda, session)->date,
                              (int) (session->duration_s / 60));
    }

  return g_string_free_and_steal (starts);
}

typedef struct
{
  const char *name;
  const char *parts;
  const char *starts; /* with the length in minutes */
  const char *code;   /* of a problem */
} SeriesCase;

#define EVENT(properties) "BEGIN:VEVENT\nUID:a\nSUMMARY:T\n" properties "END:VEVENT\n"

static const SeriesCase series[] = {
  { "until-without-z-in-the-west",
    EVENT (
        "DTSTART;TZID=America/Los_Angeles:20260602T180000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20260603T235959\n"),
    "2026-06-03T01:00Z+60 2026-06-04T01:00Z+60", NULL },
  { "date-in-utc-across-clock-change",
    EVENT ("DTSTART;TZID=Europe/Berlin:20261020T100000\nDURATION:PT1H\nRDATE:20261105T090000Z\n"),
    "2026-10-20T08:00Z+60 2026-11-05T09:00Z+60", NULL },
  { "period-with-own-length",
    EVENT ("DTSTART:20260702T080000Z\nDTEND:20260702T090000Z\n"
           "RDATE;VALUE=PERIOD:20260703T080000Z/20260703T083000Z,20260704T080000Z/PT2H\n"),
    "2026-07-02T08:00Z+60 2026-07-03T08:00Z+30 2026-07-04T08:00Z+120", NULL },
  { "two-clocks-a-day",
    EVENT ("DTSTART:20260702T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3;BYHOUR=15,9\n"),
    "2026-07-02T09:00Z+60 2026-07-02T15:00Z+60 2026-07-03T09:00Z+60", NULL },
  { "misspelt", EVENT ("DTSTART:20260702T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTL=20260708T000000Z\n"),
    "2026-07-02T09:00Z+60", "repeats" },
  { "endless", EVENT ("DTSTART:20260702T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY\n"), "2026-07-02T09:00Z+60",
    "repeats" },
  { "all-day-exception-with-clock",
    EVENT (
        "DTSTART;VALUE=DATE:20260705\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;TZID=Europe/Berlin:20260706T000000\n"),
    "2026-07-05+0 2026-07-07+0", NULL },
  { "all-day-override-with-clock",
    EVENT ("DTSTART;VALUE=DATE:20260705\nRRULE:FREQ=DAILY;COUNT=3\n")
        EVENT ("RECURRENCE-ID;TZID=Europe/Berlin:20260706T000000\nDTSTART;VALUE=DATE:20260709\n"),
    "2026-07-05+0 2026-07-07+0 2026-07-09+0", NULL },
  { "this-and-future",
    EVENT ("DTSTART:20260705T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4\n") EVENT (
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20260707T090000Z\nDTSTART:20260707T103000Z\nDURATION:PT30M\n"),
    "2026-07-05T09:00Z+60 2026-07-06T09:00Z+60 2026-07-07T10:30Z+30 2026-07-08T10:30Z+30", NULL },
  { "higher-sequence",
    EVENT ("SEQUENCE:3\nDTSTART:20260705T110000Z\nDURATION:PT1H\n")
        EVENT ("SEQUENCE:1\nDTSTART:20260705T090000Z\nDURATION:PT1H\n"),
    "2026-07-05T11:00Z+60", "outdated" },
  { "described-although-named",
    "BEGIN:VTIMEZONE\nTZID:GMT\nBEGIN:DAYLIGHT\nDTSTART:20000326T020000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\n"
    "END:DAYLIGHT\nEND:VTIMEZONE\n" EVENT (
        "DTSTART;TZID=GMT:20260723T102000\nDTEND;TZID=GMT:20260723T105000\n"),
    "2026-07-23T09:20Z+30", "zone-differs" },
};

static void
test_series (gconstpointer data)
{
  const SeriesCase *expected = data;
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_calendar (expected->parts, report);
  g_autofree char *starts = list_starts (agenda);

  g_assert_cmpstr (starts, ==, expected->starts);
  if (expected->code)
    g_assert_cmpuint (count_problems (report, expected->code), ==, 1);
}

/* The clock stays when the offset changes between two times. */
static void
test_repeat_across_change (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_event ("SUMMARY:T\nDTSTART;TZID=Europe/Berlin:20260328T100000\nRRULE:FREQ=DAILY;COUNT=2\n", NULL);
  g_autofree char *first = format_utc (planner_agenda_get_session (agenda, 0)->start_utc);
  g_autofree char *second = format_utc (planner_agenda_get_session (agenda, 1)->start_utc);

  g_assert_cmpstr (first, ==, "2026-03-28T09:00Z");
  g_assert_cmpstr (second, ==, "2026-03-29T08:00Z");
}

#define DAILY                                                                                                \
  "BEGIN:VEVENT\nUID:daily\nSUMMARY:Daily\nDTSTART;TZID=Europe/Berlin:20260701T100000\nRRULE:FREQ=DAILY;COUNT=3\nEND:VEVENT\n"
#define MOVED                                                                                                \
  "BEGIN:VEVENT\nUID:daily\nSUMMARY:Moved\nRECURRENCE-ID;TZID=Europe/Berlin:20260702T100000\nDTSTART:20260702T120000Z\nEND:VEVENT\n"

/* One time of a repeated session is another: its key stays, so that stars do. */
static void
test_override (void)
{
  g_autoptr (PlannerAgenda) before = read_calendar (DAILY, NULL);
  g_autoptr (PlannerAgenda) after = read_calendar (MOVED DAILY, NULL);
  const PlannerSession *session = planner_agenda_find_session (before, "daily%2F20260702T080000Z");
  const PlannerSession *moved = planner_agenda_find_session (after, "daily%2F20260702T080000Z");

  g_assert_cmpuint (before->sessions->len, ==, 3);
  g_assert_cmpuint (after->sessions->len, ==, 3);
  g_assert_cmpstr (session->title.shown, ==, "Daily");
  g_assert_cmpstr (moved->title.shown, ==, "Moved");
  g_assert_cmpint (moved->start_utc - session->start_utc, ==, 4 * 60 * 60);
}

/* Seen from anywhere, times are the same. */
static void
test_viewer (void)
{
  static const char *const viewers[] = { "UTC", "America/Los_Angeles", "Asia/Kolkata" };

  for (guint i = 0; i < G_N_ELEMENTS (viewers); i++)
    {
      g_autoptr (PlannerAgenda) agenda = NULL;
      g_autofree char *venue = NULL;

      g_setenv ("TZ", viewers[i], TRUE);
      agenda =
          read_calendar (BERLIN_EVENT "BEGIN:VEVENT\nUID:f\nDTSTART:20260701T100000\nEND:VEVENT\n", NULL);
      venue = format_venue (planner_agenda_find_session (agenda, "f"));
      g_assert_cmpstr (venue, ==, "2026-07-01 10:00");
      g_assert_cmpint (planner_agenda_find_session (agenda, "f")->start_utc, ==, 1782892800);
    }
  g_unsetenv ("TZ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/ical/time/", times[i].name, NULL);

      g_test_add_data_func (path, &times[i], test_time);
    }
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/ical/zone/T4/", zones[i].name, NULL);

      g_test_add_data_func (path, &zones[i], test_zone);
    }
  for (guint i = 0; i < G_N_ELEMENTS (descriptions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/feed/ical/description/T7/%u", i);

      g_test_add_data_func (path, descriptions[i], test_description);
    }
  for (guint i = 0; i < G_N_ELEMENTS (repeats); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/ical/repeat/", repeats[i].name, NULL);

      g_test_add_data_func (path, &repeats[i], test_repeat);
    }
  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/ical/series/T7/", series[i].name, NULL);

      g_test_add_data_func (path, &series[i], test_series);
    }
  g_test_add_func ("/feed/ical/repeat/T2/across-change", test_repeat_across_change);
  g_test_add_func ("/feed/ical/repeat/I3/override", test_override);
  g_test_add_func ("/feed/ical/time/T1/viewer", test_viewer);

  return g_test_run ();
}
