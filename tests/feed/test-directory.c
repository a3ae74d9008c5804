/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads directories of conferences, also hostile ones. */

#include "feed/feed-fixture.h"

#include "feed/planner-directory.h"

#define LISTING(name, start, end, address)                                                                   \
  "{'name':'" name "','start':'" start "','end':'" end "','address':'" address "'}"
#define GOOD LISTING ("Good", "2027-09-11", "2027-09-12", "https://example.org/good.json")

static PlannerDirectory *
read_conferences (const char *conferences)
{
  g_autofree char *text = g_strdup_printf ("{'directory':{'version':1,'conferences':[%s]}}", conferences);
  g_autoptr (GBytes) bytes = make_bytes (text);

  return planner_directory_read (bytes, NULL, NULL);
}

static const PlannerListing *
get_listing (PlannerDirectory *directory, guint i)
{
  g_assert_cmpuint (i, <, directory->listings->len);

  return g_ptr_array_index (directory->listings, i);
}

static void
test_own_format (void)
{
  g_autoptr (GBytes) bytes = make_bytes (
      "{'directory':{'version':1,'name':'Summits','conferences':[{'name':' Tidal\\n 2027','series':'Tidal',"
      "'start':'2027-09-11','end':'2027-09-12','zone':'Asia/Shanghai','address':'https://example.org/t.json',"
      "'website':'http://example.org/','more':{}}]}}");
  g_autoptr (PlannerDirectory) directory = planner_directory_read (bytes, NULL, NULL);
  const PlannerListing *listing = get_listing (directory, 0);
  g_autofree char *end = format_utc (listing->end_utc);

  g_assert_cmpstr (directory->name, ==, "Summits");
  g_assert_cmpstr (listing->name, ==, "Tidal 2027");
  g_assert_cmpstr (listing->series, ==, "Tidal");
  g_assert_cmpstr (listing->start, ==, "2027-09-11");
  g_assert_cmpstr (listing->end, ==, "2027-09-12");
  g_assert_cmpstr (listing->zone, ==, "Asia/Shanghai");
  g_assert_cmpstr (listing->address, ==, "https://example.org/t.json");
  g_assert_cmpstr (listing->website, ==, "http://example.org/");
  g_assert_cmpstr (end, ==, "2027-09-12T16:00Z");
}

static void
test_giggity (void)
{
  g_autoptr (GBytes) bytes = make_bytes (
      "{'version':2027010100,'schedules':[{'version':2027010100,'id':'tidal_2027','url':'http://example.org/t.xml',"
      "'title':'Tidal 2027','start':'2027-09-11','end':'2027-09-12','timezone':'Asia/Shanghai','refresh_interval':1800,"
      "'metadata':{'icon':'https://example.org/i.png','links':[{'url':'https://example.org/','title':'Website'}]}},"
      "{'version':2027010100,'id':'other','url':'https://example.org/o.xml','title':'Other','start':'2027-01-01',"
      "'end':'2027-01-01','metadata':{'links':[{'url':'https://example.org/map.pdf','type':'application/pdf'}]}}]}");
  g_autoptr (PlannerDirectory) directory = planner_directory_read (bytes, NULL, NULL);
  const PlannerListing *listing = get_listing (directory, 0);

  g_assert_cmpstr (listing->name, ==, "Tidal 2027");
  g_assert_cmpstr (listing->zone, ==, "Asia/Shanghai");
  g_assert_cmpstr (listing->address, ==, "http://example.org/t.xml");
  g_assert_cmpstr (listing->website, ==, "https://example.org/");
  g_assert_null (get_listing (directory, 1)->website);
  g_assert_null (get_listing (directory, 1)->zone);
}

/* The later ones of an address are freed while the table of addresses is used. */
static void
test_same_address (void)
{
  g_autoptr (PlannerDirectory) directory =
      read_conferences (GOOD "," GOOD "," GOOD "," LISTING ("Other", "2027-09-11", "2027-09-12",
                                                            "https://example.org/other.json") "," GOOD);

  g_assert_cmpuint (directory->listings->len, ==, 2);
  g_assert_cmpstr (get_listing (directory, 0)->name, ==, "Good");
  g_assert_cmpstr (get_listing (directory, 1)->name, ==, "Other");
}

static const char *const bad_listings[] = {
  "null",
  "[]",
  "'Tidal'",
  "{}",
  LISTING ("", "2027-09-11", "2027-09-12", "https://example.org/bad.json"),
  LISTING ("Http", "2027-09-11", "2027-09-12", "http://example.org/bad.json"),
  LISTING ("File", "2027-09-11", "2027-09-12", "file:///etc/passwd"),
  LISTING ("No host", "2027-09-11", "2027-09-12", "https:///bad.json"),
  LISTING ("Password", "2027-09-11", "2027-09-12", "https://user:word@example.org/bad.json"),
  LISTING ("Relative", "2027-09-11", "2027-09-12", "bad.json"),
  LISTING ("No start", "", "2027-09-12", "https://example.org/bad.json"),
  LISTING ("No day", "2027-02-30", "2027-09-12", "https://example.org/bad.json"),
  LISTING ("A time", "2027-09-11T10:00", "2027-09-12", "https://example.org/bad.json"),
  LISTING ("Short", "2027-9-1", "2027-09-12", "https://example.org/bad.json"),
  LISTING ("Backwards", "2027-09-12", "2027-09-11", "https://example.org/bad.json"),
  LISTING ("Twice", "2027-09-11", "2027-09-12", "https://example.org/good.json"),
};

static void
test_bad_listings (void)
{
  g_autofree char *long_name = g_strnfill (PLANNER_DIRECTORY_MAX_NAME_CHARS + 1, 'x');
  g_autofree char *long_path = g_strnfill (PLANNER_DIRECTORY_MAX_ADDRESS_BYTES, 'x');
  g_autofree char *too_long = g_strdup_printf (
      GOOD ",{'name':'%s','start':'2027-09-11','end':'2027-09-12','address':'https://example.org/a'},"
           "{'name':'A','start':'2027-09-11','end':'2027-09-12','address':'https://example.org/%s'}",
      long_name, long_path);
  g_autoptr (PlannerDirectory) directory = read_conferences (too_long);

  g_assert_cmpuint (directory->listings->len, ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_listings); i++)
    {
      g_autofree char *conferences = g_strjoin (",", GOOD, bad_listings[i], NULL);
      g_autoptr (PlannerDirectory) with_bad = read_conferences (conferences);

      g_assert_cmpuint (with_bad->listings->len, ==, 1);
      g_assert_cmpstr (get_listing (with_bad, 0)->name, ==, "Good");
    }
}

/* A zone, series or website that breaks a rule is left out without its conference. */
static void
test_bad_details (void)
{
  g_autoptr (PlannerDirectory) directory = read_conferences (
      "{'name':'A','series':[],'zone':'Mars/Olympus','website':'javascript:x','start':'2027-01-01',"
      "'end':'2027-01-01','address':'https://example.org/a'}");
  const PlannerListing *listing = get_listing (directory, 0);

  g_assert_null (listing->series);
  g_assert_null (listing->zone);
  g_assert_null (listing->website);
}

static void
assert_refused (GBytes *bytes, PlannerFeedError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (planner_directory_read (bytes, NULL, &error));
  g_assert_error (error, PLANNER_FEED_ERROR, (int) code);
  g_bytes_unref (bytes);
}

static void
test_refused (void)
{
  GString *many = g_string_new ("{\"directory\":{\"conferences\":[0");
  char *large = g_malloc0 (PLANNER_DIRECTORY_MAX_BYTES + 1);

  for (guint i = 0; i < PLANNER_DIRECTORY_MAX_CONFERENCES; i++)
    g_string_append (many, ",0");
  g_string_append (many, "]}}");
  assert_refused (g_string_free_to_bytes (many), PLANNER_FEED_ERROR_TOO_LARGE);
  assert_refused (g_bytes_new_take (large, PLANNER_DIRECTORY_MAX_BYTES + 1), PLANNER_FEED_ERROR_TOO_LARGE);
  assert_refused (make_bytes ("{'directory':{'conferences':[]}}"), PLANNER_FEED_ERROR_EMPTY);
  assert_refused (make_bytes ("{'directory':{'conferences':'x'}}"), PLANNER_FEED_ERROR_EMPTY);
  assert_refused (make_bytes ("[]"), PLANNER_FEED_ERROR_EMPTY);
  assert_refused (make_bytes ("{'directory':"), PLANNER_FEED_ERROR_TRUNCATED);
}

static void
test_order (void)
{
  static const char *const names[] = { "Runs", "Next", "Later", "Just over", "Over", "Long over" };
  g_autoptr (PlannerDirectory) directory = read_conferences (
      LISTING ("Over", "2026-09-01", "2026-09-02", "https://example.org/1") "," LISTING ("Later", "2027-09-01", "2027-09-02", "https://example.org/2") "," LISTING (
          "Runs", "2026-11-27", "2026-11-28",
          "https://example.org/3") "," LISTING ("Just over", "2026-11-26", "2026-11-27",
                                                "https://example.org/4") "," LISTING ("Long over",
                                                                                      "2025-09-01",
                                                                                      "2025-09-02",
                                                                                      "https://example.org/5") "," LISTING ("Next",
                                                                                                                            "2026-11-29",
                                                                                                                            "2026-11-29",
                                                                                                                            "https://example.org/6"));
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 28, 12, 0, 0);
  g_autoptr (GPtrArray) sorted = planner_directory_sort (directory, g_date_time_to_unix (now));

  g_assert_cmpuint (sorted->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < sorted->len; i++)
    {
      const PlannerListing *listing = g_ptr_array_index (sorted, i);

      g_assert_cmpstr (listing->name, ==, names[i]);
      g_assert_cmpint (planner_listing_is_over (listing, g_date_time_to_unix (now)), ==, i > 2);
    }
}

static void
test_series (void)
{
  g_autoptr (PlannerDirectory) directory = read_conferences (
      "{'name':'A 2','series':'A','start':'2027-01-01','end':'2027-01-02','address':'https://example.org/1'},"
      "{'name':'A 2, other rooms','series':'A','start':'2027-01-01','end':'2027-01-02','address':'https://example.org/2'},"
      "{'name':'A 1','series':'A','start':'2026-01-01','end':'2026-01-02','address':'https://example.org/3'}," GOOD);

  g_assert_false (planner_directory_has_newer (directory, get_listing (directory, 0)));
  g_assert_false (planner_directory_has_newer (directory, get_listing (directory, 1)));
  g_assert_true (planner_directory_has_newer (directory, get_listing (directory, 2)));
  g_assert_false (planner_directory_has_newer (directory, get_listing (directory, 3)));
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = make_bytes ("{'directory':{'conferences':[" GOOD "]}}");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (planner_directory_read (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feed/directory/own-format", test_own_format);
  g_test_add_func ("/feed/directory/menu-of-giggity", test_giggity);
  g_test_add_func ("/feed/directory/address-is-taken-once", test_same_address);
  g_test_add_func ("/feed/directory/bad-entries-are-left-out", test_bad_listings);
  g_test_add_func ("/feed/directory/bad-details-are-left-out", test_bad_details);
  g_test_add_func ("/feed/directory/limits-and-empty-directories-are-refused", test_refused);
  g_test_add_func ("/feed/directory/next-conferences-come-first", test_order);
  g_test_add_func ("/feed/directory/series-has-a-newer-conference", test_series);
  g_test_add_func ("/feed/directory/reading-can-be-cancelled", test_cancelled);

  return g_test_run ();
}
