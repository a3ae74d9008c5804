/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds shared stars in an agenda. */

#include "feed/planner-feed.h"
#include "share/planner-star-match.h"
#include "share/planner-star-reader.h"

#define EVENT(guid, id, slug, title, start, url, person)                                                     \
  "{\"guid\":\"" guid "\",\"id\":" id ",\"slug\":\"" slug "\",\"title\":\"" title                            \
  "\",\"date\":\"2026-07-01T" start ":00+02:00\",\"start\":\"" start                                         \
  "\",\"duration\":\"01:00\",\"room\":\"Hall\",\"url\":\"" url                                               \
  "\",\"persons\":[{\"id\":1,\"public_name\":\"" person "\"}]}"
#define SCHEDULE                                                                                              \
  "{\"schedule\":{\"version\":\"1\",\"conference\":{\"title\":\"Test\",\"time_zone_name\":\"Europe/Berlin\"," \
  "\"days\":[{\"index\":1,\"date\":\"2026-07-01\",\"rooms\":{\"Hall\":[" EVENT (                              \
      "guid-a", "11", "test-11-opening", "Opening", "10:00", "https://example.org/talk/ABC9XY/",              \
      "Ada") "," EVENT ("guid-b", "12", "test-12-lunch", "Lunch", "12:00", "https://example.org/food/",       \
                        "Bob") "," EVENT ("guid-c", "13", "test-13-lunch", "Lunch", "13:00",                  \
                                          "https://example.org/food/",                                        \
                                          "Eve") "," EVENT ("guid-d", "14", "test-14-closing",                \
                                                            "C\xc3\xa9l\xc3\xa9"                              \
                                                            "bration",                                        \
                                                            "14:00", "http://example.org/14",                 \
                                                            "Ann") "]}}]}}}"

static PlannerAgenda *
read_schedule (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (SCHEDULE, sizeof SCHEDULE - 1);
  g_autoptr (GError) error = NULL;
  PlannerAgenda *agenda = planner_feed_read (bytes, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return agenda;
}

static char *
hash_link (const char *key)
{
  const guint32 hash = GUINT32_TO_BE (planner_star_hash (key));
  g_autofree char *encoded = g_base64_encode ((const guint8 *) &hash, sizeof hash);

  encoded[6] = '\0';
  g_strdelimit (encoded, "+", '-');
  g_strdelimit (encoded, "/", '_');

  return g_strconcat ("gotc-planner:stars?v=1&s=", encoded, NULL);
}

static void
assert_found (const char *text, const char *expected)
{
  g_autoptr (PlannerAgenda) agenda = read_schedule ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerSharedStars) stars = planner_shared_stars_read_text (text, &error);
  g_autoptr (GPtrArray) sessions = NULL;
  const PlannerSession *session;

  g_test_message ("%s", text);
  g_assert_no_error (error);
  sessions = planner_shared_stars_match (stars, agenda);
  g_assert_cmpuint (sessions->len, ==, stars->stars->len);
  session = sessions->pdata[0];
  g_assert_cmpstr (session ? session->guid : NULL, ==, expected);
}

#define FILE_STAR(members) "{\"format\":\"gotc-planner-stars\",\"version\":1,\"stars\":[{" members "}]}"
#define CALENDAR(uid, title, start, url)                                                                     \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:" uid "\r\nDTSTART:20260701T" start     \
  "00Z\r\nSUMMARY:" title "\r\nURL:" url "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

static void
test_criteria (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { FILE_STAR ("\"guid\":\"guid-b\""), "guid-b" },
    { FILE_STAR ("\"guid\":\"other\""), NULL },
    { FILE_STAR ("\"slug\":\"test-13-lunch\""), "guid-c" },
    { FILE_STAR ("\"title\":\"Opening\",\"speakers\":\"Ada\""), "guid-a" },
    { FILE_STAR ("\"title\":\"Lunch\",\"start\":\"2026-07-01T11:00:00Z\""), "guid-c" },
    { FILE_STAR ("\"title\":\"Lunch\",\"start\":\"2026-07-01T15:00:00Z\""), NULL },
    { FILE_STAR ("\"title\":\"Lunch\""), NULL },
    { FILE_STAR ("\"title\":\"CELEBRATION\""), "guid-d" },
    { FILE_STAR ("\"id\":14"), "guid-d" },
    { FILE_STAR ("\"id\":14,\"title\":\"Somebody else\""), NULL },
    { FILE_STAR ("\"url\":\"https://example.org/14/\""), "guid-d" },
    { FILE_STAR ("\"url\":\"https://example.org/food/\""), NULL },
    { FILE_STAR ("\"url\":\"x\""), NULL },
    { FILE_STAR ("\"title\":\"\""), NULL },
    { CALENDAR ("guid-c", "Lunch", "1100", "https://example.org/"), "guid-c" },
    { CALENDAR ("14@2026@be.digitalia.fosdem", "Renamed", "1200", "https://example.org/14"), "guid-d" },
    { CALENDAR ("12@2026@be.digitalia.fosdem", "Lunch", "1000", "https://example.org/food/"), "guid-b" },
    { CALENDAR ("pretalx-test-ABC9XY@example.org", "Opening - Ada", "0800",
                "https://example.org/talk/ABC9XY/"),
      "guid-a" },
    { "Opening\nMittwoch, 1. Juli 2026, 10:00, Hall\n\nhttps://example.org/elsewhere", "guid-a" },
    { "{\"lectures\":[{\"lecture_id\":\"guid-d\"}]}", "guid-d" },
    { "{\"lectures\":[{\"lecture_id\":\"11\",\"title\":\"Opening\"}]}", "guid-a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_found (cases[i].text, cases[i].expected);
}

static void
test_hash (void)
{
  g_autofree char *known = hash_link ("guid-c");
  g_autofree char *unknown = hash_link ("guid-z");

  assert_found (known, "guid-c");
  assert_found (unknown, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/share/star-match/V11/what-identifies-session", test_criteria);
  g_test_add_func ("/share/star-match/V11/hash-of-link", test_hash);

  return g_test_run ();
}
