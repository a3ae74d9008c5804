/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "words/planner-clock.h"
#include "words/planner-days.h"
#include "words/planner-duration.h"
#include "words/planner-clash-words.h"
#include "words/planner-friend-words.h"
#include "words/planner-labels.h"

#include <locale.h>

typedef struct
{
  PlannerSession session;
  PlannerRoom room;
  PlannerForum forum;
} Fixture;

static gint64
to_utc (const char *iso)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);

  g_assert_nonnull (time);

  return g_date_time_to_unix (time);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  *fixture = (Fixture) {
    .session = { .key = (char *) "k",
                 .start_utc = to_utc ("2023-05-27T02:00:00Z"),
                 .duration_s = 45 * 60,
                 .zone = g_time_zone_new_identifier ("Asia/Shanghai"),
                 .room = &fixture->room,
                 .forum = &fixture->forum },
  };
  planner_text_add (&fixture->session.title, "", "R&D <3");
  planner_text_add (&fixture->room.title, "", "Hall 3");
  planner_text_add (&fixture->forum.title, "", "Cloud Native");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  planner_text_clear (&fixture->session.title);
  planner_text_clear (&fixture->session.subtitle);
  planner_text_clear (&fixture->session.abstract);
  planner_text_clear (&fixture->session.description);
  planner_text_clear (&fixture->room.title);
  planner_text_clear (&fixture->forum.title);
  g_time_zone_unref (fixture->session.zone);
}

typedef struct
{
  const char *path;
  const char *start;
  const char *zone;
  const char *local;
  const char *venue_label;
  const char *local_label; /* nullable: the same as at the venue */
} TimeCase;

static const TimeCase time_cases[] = {
  { "/words/labels/T2/spring-switch", "2026-03-29T08:00:00Z", "Europe/Berlin", "Europe/Berlin",
    "10:00 – 10:45", NULL },
  { "/words/labels/T2/autumn-switch", "2026-10-25T09:00:00Z", "Europe/Berlin", "Europe/Berlin",
    "10:00 – 10:45", NULL },
  { "/words/labels/T2/year-2039", "2039-07-01T08:00:00Z", "Europe/Berlin", "Europe/Berlin", "10:00 – 10:45",
    NULL },
  { "/words/labels/T6/another-zone", "2026-07-01T01:00:00Z", "Asia/Tokyo", "Asia/Kolkata", "10:00 – 10:45",
    "06:30 – 07:15" },
  { "/words/labels/T8/same-offset", "2026-07-01T08:00:00Z", "Europe/Berlin", "Europe/Paris", "10:00 – 10:45",
    NULL },
  { "/words/labels/T8/day-before", "2026-07-01T01:00:00Z", "Asia/Tokyo", "America/Los_Angeles",
    "10:00 – 10:45", "18:00 – 18:45 (−1 day)" },
  { "/words/labels/T8/day-after", "2026-07-01T20:00:00Z", "America/Los_Angeles", "Asia/Tokyo",
    "13:00 – 13:45", "05:00 – 05:45 (+1 day)" },
  { "/words/labels/T8/over-the-date-line", "2026-07-01T10:30:00Z", "Pacific/Kiritimati", "Pacific/Pago_Pago",
    "00:30 – 01:15", "23:30 – 00:15 (−2 days)" },
  { "/words/labels/T8/month-end", "2026-02-28T22:00:00Z", "Europe/London", "Asia/Kathmandu", "22:00 – 22:45",
    "03:45 – 04:30 (+1 day)" },
};

static void
test_time (gconstpointer data)
{
  const TimeCase *c = data;
  Fixture fixture;
  g_autoptr (GTimeZone) local = g_time_zone_new_identifier (c->local);
  g_autofree char *venue_label = NULL;
  g_autofree char *local_label = NULL;

  set_up (&fixture, NULL);
  g_time_zone_unref (fixture.session.zone);
  fixture.session.zone = g_time_zone_new_identifier (c->zone);
  fixture.session.start_utc = to_utc (c->start);
  venue_label = planner_format_time_range (&fixture.session, NULL);
  local_label = planner_format_local_when (&fixture.session, local);
  tear_down (&fixture, NULL);

  g_assert_cmpstr (venue_label, ==, c->venue_label);
  g_assert_cmpstr (local_label, ==, c->local_label);
}

static void
test_start_in_local_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_identifier ("America/Los_Angeles");
  g_autofree char *venue = planner_format_start (&fixture->session, NULL);
  g_autofree char *there = planner_format_start (&fixture->session, local);

  g_assert_cmpstr (venue, ==, "10:00");
  g_assert_cmpstr (there, ==, "19:00 (−1 day)");
}

static void
test_no_duration (Fixture *fixture, gconstpointer data)
{
  g_autofree char *label = NULL;

  fixture->session.duration_s = 0;
  label = planner_format_time_range (&fixture->session, NULL);

  g_assert_cmpstr (label, ==, "10:00");
}

/* The time of the end alone would look like one of the same day. */
static void
test_several_days (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    gint64 duration_s;
    const char *range;
  } cases[] = {
    { 24 * 3600 - 60, "10:00 – 09:59" },
    { 24 * 3600, "10:00 – Sun 28, 10:00" },
    { 100 * 3600 + 39 * 60, "10:00 – Wed 31, 14:39" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *range = NULL;

      fixture->session.duration_s = cases[i].duration_s;
      range = planner_format_time_range (&fixture->session, NULL);
      g_assert_cmpstr (range, ==, cases[i].range);
    }
}

/* In Berlin, the clock shows the hour from 02:00 twice, and on Lord Howe Island the half hour from 01:30. */
static void
test_repeated_hour (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *zone;
    const char *start;
    const char *range;
  } cases[] = {
    { "Europe/Berlin", "2025-10-26T00:59:00+02:00", "00:59 – 01:44" },
    { "Europe/Berlin", "2025-10-26T01:15:00+02:00", "01:15 – 02:00 (UTC+2)" },
    { "Europe/Berlin", "2025-10-26T02:30:00+02:00", "02:30 (UTC+2) – 02:15 (UTC+1)" },
    { "Europe/Berlin", "2025-10-26T02:15:00+01:00", "02:15 (UTC+1) – 03:00" },
    { "Europe/Berlin", "2025-10-26T03:00:00+01:00", "03:00 – 03:45" },
    { "Europe/Berlin", "2025-03-30T01:30:00+01:00", "01:30 – 03:15" },
    { "Australia/Lord_Howe", "2025-04-06T01:45:00+11:00", "01:45 (UTC+11) – 02:00" },
    { "Asia/Shanghai", "2025-10-26T02:30:00+08:00", "02:30 – 03:15" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *range = NULL;

      g_time_zone_unref (fixture->session.zone);
      fixture->session.zone = g_time_zone_new_identifier (cases[i].zone);
      fixture->session.start_utc = to_utc (cases[i].start);
      range = planner_format_time_range (&fixture->session, NULL);
      g_assert_cmpstr (range, ==, cases[i].range);
    }
}

static void
test_to_be_announced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_identifier ("America/Los_Angeles");
  g_autofree char *start = NULL;
  g_autofree char *range = NULL;
  g_autofree char *when = NULL;
  g_autofree char *unknown_day = NULL;
  g_autofree char *room = NULL;

  fixture->session.start_utc = PLANNER_TIME_UNKNOWN;
  fixture->session.room = NULL;
  start = planner_format_start (&fixture->session, local);
  range = planner_format_time_range (&fixture->session, NULL);
  when = planner_format_when (&fixture->session, "2023-05-28");
  unknown_day = planner_format_when (&fixture->session, "");
  room = planner_format_room (&fixture->session);

  g_assert_cmpstr (start, ==, "Time to be announced");
  g_assert_cmpstr (range, ==, "Time to be announced");
  g_assert_cmpstr (when, ==, "Sunday, 28 May 2023, Time to be announced");
  g_assert_cmpstr (unknown_day, ==, "Day to be announced, Time to be announced");
  g_assert_cmpstr (room, ==, "Room to be announced");
  g_assert_null (planner_format_local_when (&fixture->session, local));
}

static void
test_when (Fixture *fixture, gconstpointer data)
{
  g_autofree char *when = planner_format_when (&fixture->session, "2023-05-26");

  g_assert_cmpstr (when, ==, "Saturday, 27 May 2023, 10:00 – 10:45");
}

static void
test_day (void)
{
  static const struct
  {
    const char *date;
    const char *label;
    const char *short_label;
  } cases[] = {
    { "2023-05-27", "Saturday, 27 May", "Sat 27" },
    { "2040-02-29", "Wednesday, 29 February", "Wed 29" },
    { "", "Day to be announced", "Day to be announced" },
    { NULL, "Day to be announced", "Day to be announced" },
    { "2023-02-30", "Day to be announced", "Day to be announced" },
    { "soon", "Day to be announced", "Day to be announced" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = planner_format_day (cases[i].date);
      g_autofree char *short_label = planner_format_day_short (cases[i].date);

      g_assert_cmpstr (label, ==, cases[i].label);
      g_assert_cmpstr (short_label, ==, cases[i].short_label);
    }
}

static void
test_days (void)
{
  static const struct
  {
    const char *first;
    const char *last;
    const char *label;
  } cases[] = {
    { "2023-05-27", "2023-05-27", "Saturday, 27 May 2023" },
    { "2023-05-27", "2023-05-28", "Saturday, 27 – Sunday, 28 May 2023" },
    { "2023-05-31", "2023-06-01", "Wednesday, 31 May – Thursday, 1 June 2023" },
    { "2023-12-30", "2024-01-01", "Saturday, 30 December 2023 – Monday, 1 January 2024" },
    { "2023-05-28", "2024-05-28", "Sunday, 28 May 2023 – Tuesday, 28 May 2024" },
    { "", "2023-05-28", "Day to be announced – Sunday, 28 May 2023" },
    { "", "", "Day to be announced" },
    { NULL, NULL, "Day to be announced" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = planner_format_days (cases[i].first, cases[i].last);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *first;
    const char *last;
    const char *label;
  } cases[] = {
    { "2025-02-01", "2025-02-01", "1 Feb 2025" },
    { "2025-02-01", "2025-02-02", "1 – 2 Feb 2025" },
    { "2025-01-31", "2025-02-02", "31 Jan – 2 Feb 2025" },
    { "2024-12-27", "2025-01-02", "27 Dec 2024 – 2 Jan 2025" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = planner_format_dates (cases[i].first, cases[i].last);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

/* In the United States the month comes before the day. */
static void
test_month_first (void)
{
  static const struct
  {
    const char *first;
    const char *last;
    const char *days;
    const char *dates;
  } cases[] = {
    { "2025-02-01", "2025-02-01", "Saturday, February 1, 2025", "Feb 1, 2025" },
    { "2025-02-01", "2025-02-02", "Saturday, February 1 – Sunday, February 2, 2025", "Feb 1 – 2, 2025" },
    { "2025-01-31", "2025-02-02", "Friday, January 31 – Sunday, February 2, 2025", "Jan 31 – Feb 2, 2025" },
    { "2024-12-27", "2025-01-02", "Friday, December 27, 2024 – Thursday, January 2, 2025",
      "Dec 27, 2024 – Jan 2, 2025" },
  };
  g_autofree char *old = g_strdup (setlocale (LC_TIME, NULL));
  g_autofree char *day = NULL;

  if (!setlocale (LC_TIME, "en_US.UTF-8"))
    {
      g_test_skip ("needs the locale en_US.UTF-8");
      return;
    }

  day = planner_format_day ("2025-02-02");
  g_assert_cmpstr (day, ==, "Sunday, February 2");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *days = planner_format_days (cases[i].first, cases[i].last);
      g_autofree char *dates = planner_format_dates (cases[i].first, cases[i].last);

      g_assert_cmpstr (days, ==, cases[i].days);
      g_assert_cmpstr (dates, ==, cases[i].dates);
    }
  setlocale (LC_TIME, old);
}

static void
test_duration (void)
{
  static const struct
  {
    gint64 duration_s;
    const char *label;
  } cases[] = { { 0, "" }, { 2700, "45 min" }, { 3600, "1 h" }, { 5400, "1 h 30 min" }, { 36000, "10 h" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = planner_format_duration (cases[i].duration_s);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

/* A line does not break before “PM”. */
static void
test_clock (void)
{
  static const struct
  {
    int hour;
    const char *twelve;
    const char *twenty_four;
  } cases[] = { { 0, "12:05\u00a0AM", "00:05" },
                { 9, "9:05\u00a0AM", "09:05" },
                { 12, "12:05\u00a0PM", "12:05" },
                { 23, "11:05\u00a0PM", "23:05" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 7, 1, cases[i].hour, 5, 0);
      g_autofree char *twelve = planner_format_clock (time, TRUE);
      g_autofree char *twenty_four = planner_format_clock (time, FALSE);

      g_assert_cmpstr (twelve, ==, cases[i].twelve);
      g_assert_cmpstr (twenty_four, ==, cases[i].twenty_four);
    }
}

static void
test_row_details (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    PlannerRowParts parts;
    const char *label;
  } cases[] = {
    { { 0 }, "10:00 – 10:45 · Hall 3" },
    { { .forum = TRUE }, "10:00 – 10:45 · Hall 3 · Cloud Native" },
    { { .day_date = "2023-05-27" }, "Sat 27 · 10:00 – 10:45 · Hall 3" },
    { { .page_title = "Hall 3" }, "10:00 – 10:45" },
    { { .page_title = "Hall" }, "10:00 – 10:45 · Hall 3" },
    { { .withdrawn = TRUE }, "Withdrawn · 10:00 – 10:45 · Hall 3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = planner_format_row_details (&fixture->session, &cases[i].parts);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_right_to_left_room (Fixture *fixture, gconstpointer data)
{
  g_autofree char *label = NULL;

  planner_text_clear (&fixture->room.title);
  planner_text_add (&fixture->room.title, "", "אולם 3");
  label = planner_format_row_details (&fixture->session, &(PlannerRowParts) { .forum = TRUE });

  g_assert_cmpstr (label, ==, "10:00 – 10:45 · \u2068אולם 3\u2069 · Cloud Native");
}

static void
test_result (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *now;
    const char *local;
    gboolean no_time;
    gboolean cancelled;
    const char *label;
  } cases[] = {
    { "2023-05-26T02:00:00Z", NULL, FALSE, FALSE, "Sat 27, 10:00 · Hall 3 · Ada" },
    { "2023-05-28T02:00:00Z", NULL, FALSE, TRUE, "Cancelled · Sat 27, 10:00 · Hall 3 · Ada" },
    { "2023-05-26T02:00:00Z", "America/Los_Angeles", FALSE, FALSE, "Fri 26, 19:00 (−1 day) · Hall 3 · Ada" },
    { "2023-04-26T02:00:00Z", NULL, FALSE, FALSE, "27 May 2023, 10:00 · Hall 3 · Ada" },
    { "2023-05-26T02:00:00Z", NULL, TRUE, FALSE, "27 May 2023 · Hall 3 · Ada" },
  };
  PlannerSpeaker ada = { 0 };
  const PlannerSpeaker *speakers[] = { &ada };
  const gint64 start_utc = fixture->session.start_utc;

  planner_text_add (&ada.name, "", "Ada");
  fixture->session.speakers = speakers;
  fixture->session.n_speakers = 1;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) local = cases[i].local ? g_time_zone_new_identifier (cases[i].local) : NULL;
      g_autofree char *label = NULL;

      fixture->session.start_utc = cases[i].no_time ? PLANNER_TIME_UNKNOWN : start_utc;
      fixture->session.cancelled = cases[i].cancelled;
      label = planner_format_result (&fixture->session, "2023-05-27", to_utc (cases[i].now), local);
      g_assert_cmpstr (label, ==, cases[i].label);
    }
  planner_text_clear (&ada.name);
}

static void
test_row_sentence (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    PlannerRowParts parts;
    gboolean cancelled;
    const char *label;
  } cases[] = {
    { { 0 }, FALSE, "R&D <3, 10:00 – 10:45, Hall 3, not starred" },
    { { .starred = TRUE }, FALSE, "R&D <3, 10:00 – 10:45, Hall 3, starred" },
    { { .starred = TRUE, .clash = "Clashes with Q&A" },
      FALSE,
      "R&D <3, 10:00 – 10:45, Hall 3, Clashes with Q&A, starred" },
    { { .friends = "Ann is going" }, FALSE, "R&D <3, 10:00 – 10:45, Hall 3, Ann is going, not starred" },
    { { .day_date = "2023-05-27" },
      TRUE,
      "R&D <3, cancelled, Saturday, 27 May, 10:00 – 10:45, Hall 3, not starred" },
    { { .withdrawn = TRUE, .starred = TRUE }, FALSE, "R&D <3, withdrawn, 10:00 – 10:45, Hall 3, starred" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = NULL;

      fixture->session.cancelled = cases[i].cancelled;
      label = planner_format_row_sentence (&fixture->session, &cases[i].parts);
      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_said_once (Fixture *fixture, gconstpointer data)
{
  PlannerSession *session = &fixture->session;

  planner_text_add (&session->subtitle, "", " R&D <3\n");
  planner_text_add (&session->abstract, "", "Short.\n");
  g_assert_null (planner_shown_subtitle (session));
  g_assert_cmpstr (planner_shown_abstract (session), ==, "Short.\n");

  planner_text_add (&session->description, "", "\nShort. And long.");
  g_assert_null (planner_shown_abstract (session));

  planner_text_clear (&session->description);
  planner_text_add (&session->description, "", "Something else.");
  g_assert_cmpstr (planner_shown_abstract (session), ==, "Short.\n");
}

static void
test_speaker_details (void)
{
  PlannerSpeaker speaker = { 0 };
  g_autofree char *nothing = planner_format_speaker_details (&speaker);
  g_autofree char *both = NULL;

  planner_text_add (&speaker.role, "", "Maintainer");
  planner_text_add (&speaker.organisation, "", "GNOME");
  both = planner_format_speaker_details (&speaker);
  planner_text_clear (&speaker.role);
  planner_text_clear (&speaker.organisation);

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (both, ==, "Maintainer, GNOME");
}

static void
test_type (Fixture *fixture, gconstpointer data)
{
  g_autofree char *all = NULL;
  g_autofree char *nothing = NULL;

  fixture->session.type = (char *) "lightning_talk";
  fixture->session.language = (char *) "en";
  all = planner_format_type (&fixture->session);
  fixture->session.type = fixture->session.language = NULL;
  fixture->session.duration_s = 0;
  nothing = planner_format_type (&fixture->session);

  g_assert_cmpstr (all, ==, "Lightning talk · 45 min · English");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_clash (void)
{
  g_autofree char *two = planner_format_clash ((const char *[]) { "R&D <3", "Q&A", NULL });
  g_autofree char *unnamed = planner_format_clash ((const char *[]) { NULL });

  g_assert_cmpstr (two, ==, "Clashes with R&D <3, Q&A");
  g_assert_cmpstr (unnamed, ==, "Clashes with another starred session");
}

static void
test_friends (void)
{
  g_autofree char *nobody = planner_format_friends (NULL);
  g_autofree char *one = planner_format_friends ((const char *[]) { "Ann", NULL });
  g_autofree char *two = planner_format_friends ((const char *[]) { "Ann", "R&D <3", NULL });

  g_assert_null (nobody);
  g_assert_cmpstr (one, ==, "Ann is going");
  g_assert_cmpstr (two, ==, "Ann, R&D <3 are going");
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
test_zone (void)
{
  const char *const cases[][2] = { { "Europe/Berlin", "Europe/Berlin" },
                                   { "+01:00", "UTC+01:00" },
                                   { "-09:30", "UTC-09:30" },
                                   { "UTC", "UTC" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cases[i][0]);
      g_autofree char *name = planner_format_zone (zone);

      g_assert_cmpstr (name, ==, cases[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (time_cases); i++)
    g_test_add_data_func (time_cases[i].path, &time_cases[i], test_time);
  add ("/words/labels/T8/start-in-local-time", test_start_in_local_time);
  add ("/words/labels/T9/to-be-announced", test_to_be_announced);
  add ("/words/labels/no-duration", test_no_duration);
  add ("/words/labels/end-on-another-day", test_several_days);
  add ("/words/labels/T3/repeated-hour-names-its-zone", test_repeated_hour);
  add ("/words/labels/when", test_when);
  g_test_add_func ("/words/labels/day", test_day);
  g_test_add_func ("/words/labels/days", test_days);
  g_test_add_func ("/words/labels/month-before-day", test_month_first);
  g_test_add_func ("/words/labels/dates-say-once-what-repeats", test_dates);
  g_test_add_func ("/words/labels/duration", test_duration);
  g_test_add_func ("/words/labels/clock", test_clock);
  g_test_add_func ("/words/labels/zone", test_zone);
  add ("/words/labels/row-details", test_row_details);
  add ("/words/labels/G1/search-result", test_result);
  add ("/words/labels/X3/right-to-left-room", test_right_to_left_room);
  add ("/words/labels/U4/row-sentence", test_row_sentence);
  add ("/words/labels/repeated-texts-shown-once", test_said_once);
  g_test_add_func ("/words/labels/speaker-details", test_speaker_details);
  add ("/words/labels/type", test_type);
  g_test_add_func ("/words/labels/U3/clash-names-sessions", test_clash);
  g_test_add_func ("/words/labels/V12/friends-are-named", test_friends);

  return g_test_run ();
}
