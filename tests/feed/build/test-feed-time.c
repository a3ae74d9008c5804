/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/build/planner-feed-time.h"

typedef struct
{
  const char *text;
  PlannerReading reading;
  gint64 seconds;
} Case;

static const Case clocks[] = {
  { "09:05", PLANNER_READING_WELL, 9 * 3600 + 5 * 60 },
  { "9:05", PLANNER_READING_WELL, 9 * 3600 + 5 * 60 },
  { " 23:59 ", PLANNER_READING_WELL, 23 * 3600 + 59 * 60 },
  { "10:30:15", PLANNER_READING_WELL, 10 * 3600 + 30 * 60 + 15 },
  { "10.00", PLANNER_READING_REPAIRED, 10 * 3600 },
  { "9h30", PLANNER_READING_REPAIRED, 9 * 3600 + 30 * 60 },
  { "14h", PLANNER_READING_REPAIRED, 14 * 3600 },
  { "2:30 PM", PLANNER_READING_REPAIRED, 14 * 3600 + 30 * 60 },
  { "12:15 a.m.", PLANNER_READING_REPAIRED, 15 * 60 },
  { "25:00", PLANNER_READING_REPAIRED, 25 * 3600 },
  { "24:00", PLANNER_READING_REPAIRED, 24 * 3600 },
  { "48:00", PLANNER_READING_NONE, 0 },
  { "10:60", PLANNER_READING_NONE, 0 },
  { "10:5", PLANNER_READING_NONE, 0 },
  { "1000", PLANNER_READING_NONE, 0 },
  { "-1:00", PLANNER_READING_NONE, 0 },
  { "13:00 pm", PLANNER_READING_NONE, 0 },
  { "noon", PLANNER_READING_NONE, 0 },
  { "", PLANNER_READING_NONE, 0 },
  { NULL, PLANNER_READING_NONE, 0 },
};

static const Case durations[] = {
  { "00:30", PLANNER_READING_WELL, 30 * 60 },
  { "1:00", PLANNER_READING_WELL, 3600 },
  { " 01:30 ", PLANNER_READING_WELL, 90 * 60 },
  { "0:00", PLANNER_READING_WELL, 0 },
  { "48:00", PLANNER_READING_WELL, 48 * 3600 },
  { "336:00", PLANNER_READING_WELL, 14 * 24 * 3600 },
  { "336:01", PLANNER_READING_NONE, 0 },
  { "1:02:30", PLANNER_READING_WELL, 3600 + 2 * 60 + 30 },
  { "0:45:00", PLANNER_READING_WELL, 45 * 60 },
  { "0:90", PLANNER_READING_REPAIRED, 90 * 60 },
  { "90", PLANNER_READING_REPAIRED, 90 * 60 },
  { "0", PLANNER_READING_REPAIRED, 0 },
  { "7.5", PLANNER_READING_REPAIRED, 450 },
  { "135.0:00", PLANNER_READING_REPAIRED, 135 * 60 },
  { "6944:11:40", PLANNER_READING_NONE, 0 },
  { "PT1H30M", PLANNER_READING_WELL, 90 * 60 },
  { "P1DT15M", PLANNER_READING_WELL, 24 * 3600 + 15 * 60 },
  { "P1W", PLANNER_READING_WELL, 7 * 24 * 3600 },
  { "PT", PLANNER_READING_NONE, 0 },
  { "P1H", PLANNER_READING_NONE, 0 },
  { "PT5", PLANNER_READING_NONE, 0 },
  { "-1:00", PLANNER_READING_NONE, 0 },
  { "-30", PLANNER_READING_NONE, 0 },
  { "1:-30", PLANNER_READING_NONE, 0 },
  { "1:2:3:4", PLANNER_READING_NONE, 0 },
  { "1:", PLANNER_READING_NONE, 0 },
  { ":30", PLANNER_READING_NONE, 0 },
  { "1E3", PLANNER_READING_NONE, 0 },
  { "0x10", PLANNER_READING_NONE, 0 },
  { "inf", PLANNER_READING_NONE, 0 },
  { "nan", PLANNER_READING_NONE, 0 },
  { "999999999999999999999", PLANNER_READING_NONE, 0 },
  { "an hour", PLANNER_READING_NONE, 0 },
  { "", PLANNER_READING_NONE, 0 },
  { NULL, PLANNER_READING_NONE, 0 },
};

typedef struct
{
  const char *text;
  const char *local;
  gboolean has_clock;
  gboolean has_offset;
  int offset_minutes;
} StampCase;

static const StampCase stamps[] = {
  { "2026-07-01", "2026-07-01T00:00:00Z", FALSE, FALSE, 0 },
  { "2026-7-1", "2026-07-01T00:00:00Z", FALSE, FALSE, 0 },
  { "2026-07-01T10:00:00+09:00", "2026-07-01T10:00:00Z", TRUE, TRUE, 540 },
  { "2026-07-01T10:00:00-03:30", "2026-07-01T10:00:00Z", TRUE, TRUE, -210 },
  { "2026-07-01T10:00:00.123456+0530", "2026-07-01T10:00:00Z", TRUE, TRUE, 330 },
  { "2026-07-01T10:00+14", "2026-07-01T10:00:00Z", TRUE, TRUE, 840 },
  { "2026-07-01T10:00:00Z", "2026-07-01T10:00:00Z", TRUE, TRUE, 0 },
  { "2026-07-01 10:00", "2026-07-01T10:00:00Z", TRUE, FALSE, 0 },
  { "2026-07-01 10:00:00 +02:00", "2026-07-01T10:00:00Z", TRUE, TRUE, 120 },
  { "2026-07-01T24:00:00", "2026-07-02T00:00:00Z", TRUE, FALSE, 0 },
  { "20260701T101530Z", "2026-07-01T10:15:30Z", TRUE, TRUE, 0 },
  { "20260701", "2026-07-01T00:00:00Z", FALSE, FALSE, 0 },
  { "2028-02-29", "2028-02-29T00:00:00Z", FALSE, FALSE, 0 },
  { "2040-12-31T23:59:59+00:00", "2040-12-31T23:59:59Z", TRUE, TRUE, 0 },
  { "2026-02-29", NULL },
  { "2026-13-01", NULL },
  { "2026-00-10", NULL },
  { "0000-00-00", NULL },
  { "9999-01-01", NULL },
  { "2026-07-01T25:00", NULL },
  { "2026-07-01T10:60", NULL },
  { "2026-07-01Tten", NULL },
  { "2026-07-01T10:00:00+99:00", NULL },
  { "2026-07-01T10:00:00+99:99", NULL },
  { "2026-07-01T10:00:00+18:01", NULL },
  { "2026-07-01T10:00:00 CEST", NULL },
  { "2026-07-01 and more", NULL },
  { "01.07.2026", NULL },
  { "Wednesday", NULL },
  { "", NULL },
  { NULL, NULL },
};

typedef struct
{
  const char *local;
  const char *zone;
  const char *utc;
} LocalCase;

/* The offset at a date far in the future follows the rules of the time zone. */
static const LocalCase switches[] = {
  { "2026-03-20T10:00", "Europe/Berlin", "2026-03-20T09:00:00Z" },
  { "2026-03-29T10:00", "Europe/Berlin", "2026-03-29T08:00:00Z" },
  { "2026-03-29T01:59", "Europe/Berlin", "2026-03-29T00:59:00Z" },
  { "2026-10-25T10:00", "Europe/Berlin", "2026-10-25T09:00:00Z" },
  { "2026-10-24T10:00", "Europe/Berlin", "2026-10-24T08:00:00Z" },
  { "2038-07-01T10:00", "Europe/Berlin", "2038-07-01T08:00:00Z" },
  { "2040-07-01T10:00", "Europe/Berlin", "2040-07-01T08:00:00Z" },
  { "2040-01-15T10:00", "Europe/Berlin", "2040-01-15T09:00:00Z" },
  { "2099-07-01T10:00", "Europe/Berlin", "2099-07-01T08:00:00Z" },
  { "2041-07-01T10:00", "America/Los_Angeles", "2041-07-01T17:00:00Z" },
  { "2041-07-01T10:00", "Australia/Sydney", "2041-07-01T00:00:00Z" },
  { "2041-01-01T10:00", "Australia/Sydney", "2040-12-31T23:00:00Z" },
  { "2050-07-01T10:00", "Asia/Shanghai", "2050-07-01T02:00:00Z" },
};

static const LocalCase edges[] = {
  /* clocks go forward: a time that does not exist moves forward */
  { "2026-03-29T02:00", "Europe/Berlin", "2026-03-29T01:00:00Z" },
  { "2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00Z" },
  { "2026-03-29T03:00", "Europe/Berlin", "2026-03-29T01:00:00Z" },
  { "2026-03-08T02:30", "America/Los_Angeles", "2026-03-08T10:30:00Z" },
  /* clocks go back: the first of two equal times */
  { "2026-10-25T02:00", "Europe/Berlin", "2026-10-25T00:00:00Z" },
  { "2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00Z" },
  { "2026-10-25T03:00", "Europe/Berlin", "2026-10-25T02:00:00Z" },
  { "2026-11-01T01:30", "America/Los_Angeles", "2026-11-01T08:30:00Z" },
  /* clocks change by half an hour */
  { "2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-03T15:45:00Z" },
};

typedef struct
{
  const char *name;
  const char *canonical;
} ZoneCase;

static const ZoneCase zones[] = {
  { "Europe/Berlin", "Europe/Berlin" },
  { "America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires" },
  { "America/Port-au-Prince", "America/Port-au-Prince" },
  { "UTC", "UTC" },
  { "Etc/UTC", "Etc/UTC" },
  { "Etc/GMT+8", "Etc/GMT+8" },
  { "Asia/Calcutta", "Asia/Kolkata" },
  { "Europe/Kiev", "Europe/Kyiv" },
  { "Berlin", NULL },
  { "GMT+8", NULL },
  { "UTC+8", NULL },
  { "EST5EDT,M3.2.0,M11.1.0", NULL },
  { "+01:00", NULL },
  { "Z", NULL },
  { "", NULL },
  { NULL, NULL },
  { "europe/berlin", NULL },
  { "Europe/", NULL },
  { "Europe/Nowhere", NULL },
  { "Europe/Berlin ", NULL },
  { "/usr/share/zoneinfo/Europe/Berlin", NULL },
  { "Europe/../Europe/Berlin", NULL },
  { "../../../etc/passwd", NULL },
  { "localtime", NULL },
  { "posixrules", NULL },
  { "zone.tab", NULL },
  { "Mitteleuropäische Zeit/Berlin", NULL },
};

static char *
format_utc (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

static void
test_clocks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      gint64 seconds = -1;

      g_test_message ("%s", clocks[i].text);
      g_assert_cmpint (planner_feed_parse_clock (clocks[i].text, &seconds), ==, clocks[i].reading);
      if (clocks[i].reading != PLANNER_READING_NONE)
        g_assert_cmpint (seconds, ==, clocks[i].seconds);
    }
}

static void
test_durations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    {
      gint64 seconds = -1;

      g_test_message ("%s", durations[i].text);
      g_assert_cmpint (planner_feed_parse_duration (durations[i].text, FALSE, &seconds), ==,
                       durations[i].reading);
      g_assert_cmpint (seconds, ==, durations[i].seconds);
    }
}

static void
test_durations_with_days (void)
{
  static const Case with_days[] = {
    { "1:02:30", PLANNER_READING_WELL, 24 * 3600 + 2 * 3600 + 30 * 60 },
    { "2:00:00", PLANNER_READING_WELL, 48 * 3600 },
    { "0:45:00", PLANNER_READING_WELL, 45 * 60 },
    { "15:00:00", PLANNER_READING_NONE, 0 },
    { "01:30", PLANNER_READING_WELL, 90 * 60 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (with_days); i++)
    {
      gint64 seconds = -1;

      g_test_message ("%s", with_days[i].text);
      g_assert_cmpint (planner_feed_parse_duration (with_days[i].text, TRUE, &seconds), ==,
                       with_days[i].reading);
      g_assert_cmpint (seconds, ==, with_days[i].seconds);
    }
}

static void
test_stamps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (stamps); i++)
    {
      const StampCase *expected = &stamps[i];
      g_autofree char *local = NULL;
      PlannerStamp stamp;

      g_test_message ("%s", expected->text);
      g_assert_cmpint (planner_feed_parse_stamp (expected->text, &stamp), ==,
                       expected->local ? PLANNER_READING_WELL : PLANNER_READING_NONE);
      if (!expected->local)
        {
          g_assert_cmpint (stamp.local_s, ==, 0);
          g_assert_cmpint (stamp.offset_s, ==, 0);
          continue;
        }
      local = format_utc (stamp.local_s);
      g_assert_cmpstr (local, ==, expected->local);
      g_assert_cmpint (stamp.has_clock, ==, expected->has_clock);
      g_assert_cmpint (stamp.has_offset, ==, expected->has_offset);
      g_assert_cmpint (stamp.offset_s, ==, expected->offset_minutes * 60);
    }
}

static void
assert_local_cases (const LocalCase *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GTimeZone) zone = planner_feed_zone_new (cases[i].zone, NULL);
      g_autofree char *utc = NULL;
      PlannerStamp stamp;

      g_test_message ("%s %s", cases[i].local, cases[i].zone);
      g_assert_nonnull (zone);
      g_assert_cmpint (planner_feed_parse_stamp (cases[i].local, &stamp), ==, PLANNER_READING_WELL);
      utc = format_utc (planner_feed_local_to_utc (stamp.local_s, zone));
      g_assert_cmpstr (utc, ==, cases[i].utc);
    }
}

static void
test_switches (void)
{
  assert_local_cases (switches, G_N_ELEMENTS (switches));
}

static void
test_edges (void)
{
  assert_local_cases (edges, G_N_ELEMENTS (edges));
}

static void
test_zones (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *canonical = NULL;
      g_autoptr (GTimeZone) zone = planner_feed_zone_new (zones[i].name, &canonical);

      g_test_message ("%s", zones[i].name);
      g_assert_cmpstr (canonical, ==, zones[i].canonical);
      g_assert_true ((zone != NULL) == (zones[i].canonical != NULL));
    }
}

static void
test_days (void)
{
  g_autofree char *date = planner_feed_format_date (20635 * (gint64) PLANNER_FEED_DAY_S + 3600);

  g_assert_cmpstr (date, ==, "2026-07-01");
  g_assert_cmpint (planner_feed_floor_to_day (PLANNER_FEED_DAY_S - 1), ==, 0);
  g_assert_cmpint (planner_feed_floor_to_day (PLANNER_FEED_DAY_S), ==, PLANNER_FEED_DAY_S);
  g_assert_cmpint (planner_feed_floor_to_day (-1), ==, -PLANNER_FEED_DAY_S);
  g_assert_cmpint (planner_feed_floor_to_day (-PLANNER_FEED_DAY_S), ==, -PLANNER_FEED_DAY_S);
}

static void
test_to_be_announced (void)
{
  g_assert_true (planner_feed_is_to_be_announced ("to be announced"));
  g_assert_true (planner_feed_is_to_be_announced ("TBA"));
  g_assert_false (planner_feed_is_to_be_announced ("10:00"));
  g_assert_false (planner_feed_is_to_be_announced (""));
  g_assert_false (planner_feed_is_to_be_announced (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed/F1/times-of-day-are-parsed", test_clocks);
  g_test_add_func ("/feed/F1/durations-are-parsed", test_durations);
  g_test_add_func ("/feed/F1/durations-with-days-are-parsed", test_durations_with_days);
  g_test_add_func ("/feed/time-stamps-are-parsed", test_stamps);
  g_test_add_func ("/feed/T2/offset-follows-the-date", test_switches);
  g_test_add_func ("/feed/T3/clock-changes-are-resolved", test_edges);
  g_test_add_func ("/feed/T4/only-iana-names-are-zones", test_zones);
  g_test_add_func ("/feed/T9/to-be-announced-is-recognized", test_to_be_announced);
  g_test_add_func ("/feed/times-are-rounded-to-days", test_days);

  return g_test_run ();
}
