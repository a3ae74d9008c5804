/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Links with stars: what is written is read again, and nothing else is accepted. */

#include "share/planner-star-link.h"

#include <string.h>

#define V8_ADDRESS "https://me:secret@example.org/schedule.json"

static PlannerSharedStars *
make_stars (const char *address, guint n)
{
  PlannerSharedStars *stars = planner_shared_stars_new ();

  stars->address = address ? planner_shared_address_new (address) : NULL;
  stars->conference = g_strdup ("Test & Conference 2026");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("key %u", i);
      PlannerSharedStar *star = planner_shared_stars_add (stars);

      star->has_hash = TRUE;
      star->hash = planner_star_hash (key);
    }

  return stars;
}

static void
assert_hashes (const PlannerSharedStars *stars, guint first, guint n)
{
  g_assert_cmpuint (stars->stars->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const PlannerSharedStar *star = g_ptr_array_index (stars->stars, i);
      g_autofree char *key = g_strdup_printf ("key %u", first + i);

      g_assert_true (star->has_hash);
      g_assert_cmpuint (star->hash, ==, planner_star_hash (key));
    }
}

/* SHA-256 of "abc" begins with ba7816bf (FIPS 180-2, appendix B.1). */
static void
test_hash (void)
{
  g_assert_cmphex (planner_star_hash ("abc"), ==, 0xba7816bf);
}

static void
test_form (void)
{
  g_autoptr (PlannerSharedStars) stars = make_stars ("https://example.org/a%20b?x=1&y=ü", 0);
  PlannerSharedStar *star = planner_shared_stars_add (stars);
  g_autofree char *link = NULL;

  star->has_hash = TRUE;
  star->hash = planner_star_hash ("abc");
  link = planner_star_link_new (stars);
  g_assert_cmpstr (
      link, ==, "gotc-planner:stars?v=1&a=https%3A%2F%2Fexample.org%2Fa%2520b%3Fx%3D1%26y%3D%C3%BC&s=ungWvw");
}

static void
test_round_trip (void)
{
  static const guint counts[] = { 1, 2, 3, 80, 81, 1351, PLANNER_SHARED_STARS_MAX };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (PlannerSharedStars) stars = make_stars ("https://example.org/schedule.json", counts[i]);
      g_autofree char *link = planner_star_link_new (stars);
      g_autoptr (GError) error = NULL;
      g_autoptr (PlannerSharedStars) read = planner_star_link_read (link, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (read->address, ==, "https://example.org/schedule.json");
      g_assert_null (read->conference);
      g_assert_cmpuint (read->n_parts, ==, 1);
      assert_hashes (read, 0, counts[i]);
    }
}

static void
test_title (void)
{
  g_autoptr (PlannerSharedStars) stars = make_stars ("file:///home/me/schedule.json", 1);
  g_autofree char *link = planner_star_link_new (stars);
  g_autoptr (PlannerSharedStars) read = planner_star_link_read (link, NULL);

  g_assert_null (strstr (link, "home"));
  g_assert_null (read->address);
  g_assert_cmpstr (read->conference, ==, "Test & Conference 2026");
}

static void
test_parts (void)
{
  g_autoptr (PlannerSharedStars) stars = make_stars ("https://example.org/schedule.json", 200);
  g_auto (GStrv) links = planner_star_links_new (stars);

  g_assert_cmpuint (g_strv_length (links), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (PlannerSharedStars) read = planner_star_link_read (links[i], NULL);

      g_assert_cmpuint (read->part, ==, i + 1);
      g_assert_cmpuint (read->n_parts, ==, 3);
      assert_hashes (read, i * 80, i < 2 ? 80 : 40);
    }
}

/* A code with 80 stars and a long address has 101 modules at most: 3 pixels each on a phone, with the quiet zone. */
static void
test_size (void)
{
  g_autoptr (PlannerSharedStars) stars =
      make_stars ("https://fahrplan.events.ccc.de/congress/2024/fahrplan/schedule/export/schedule.json", 80);
  g_auto (GStrv) links = planner_star_links_new (stars);

  g_assert_cmpuint (g_strv_length (links), ==, 1);
  g_assert_cmpuint (strlen (links[0]), <=, 624);
}

static void
test_password (void)
{
  g_autoptr (PlannerSharedStars) stars = make_stars (V8_ADDRESS, 1);
  g_autofree char *link = planner_star_link_new (stars);

  g_assert_cmpstr (stars->address, ==, "https://example.org/schedule.json");
  g_assert_null (strstr (link, "secret"));
  g_assert_null (strstr (link, "me%3A"));
}

static void
test_address (void)
{
  static const struct
  {
    const char *address;
    const char *expected;
  } cases[] = {
    { "https://example.org/s.json", "https://example.org/s.json" },
    { "http://example.org/", "http://example.org/" },
    { "https://me@example.org/", "https://example.org/" },
    { "https://a:b@c:d@example.org/", "https://example.org/" },
    { "file:///etc/passwd", NULL },
    { "/etc/passwd", NULL },
    { "javascript:alert(1)", NULL },
    { "https:///path", NULL },
    { "https://", NULL },
    { "", NULL },
    { "https://example.org/\n", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = planner_shared_address_new (cases[i].address);

      g_test_message ("%s", cases[i].address);
      g_assert_cmpstr (address, ==, cases[i].expected);
    }
}

static void
test_hostile (void)
{
  static const struct
  {
    const char *link;
    int code; /* -1 for a link that is read */
  } cases[] = {
    { "gotc-planner:stars?v=1&s=ungWvw", -1 },
    { "GOTC-PLANNER:stars?v=1&s=ungWvw", -1 },
    { "gotc-planner:stars?s=ungWvw&v=1&new=parameter", -1 },
    { "gotc-planner:stars?v=2&s=ungWvw", PLANNER_SHARED_ERROR_NEWER },
    { "gotc-planner:", PLANNER_SHARED_ERROR_BROKEN },
    { "gotc-planner:stars", PLANNER_SHARED_ERROR_BROKEN },
    { "gotc-planner:stars?", PLANNER_SHARED_ERROR_BROKEN },
    { "gotc-planner:stars?v=1", PLANNER_SHARED_ERROR_BROKEN },
    { "gotc-planner:stars?v=1&s=", PLANNER_SHARED_ERROR_EMPTY },
    { "gotc-planner:stars?s=ungWvw", PLANNER_SHARED_ERROR_BROKEN },
    { "gotc-planner:stars?v=1&v=1&s=ungWvw", PLANNER_SHARED_ERROR_BROKEN },
    { "gotc-planner:stars?v=1&s=ungWvw&s=ungWvw", PLANNER_SHARED_ERROR_BROKEN },
    { "gotc-planner:stars?v=1&s=ungWv", PLANNER_SHARED_ERROR_BROKEN },
    { "gotc-planner:stars?v=1&s=ungWvwA", PLANNER_SHARED_ERROR_BROKEN },
    { "gotc-planner:stars?v=1&s=ungWvw==", PLANNER_SHARED_ERROR_BROKEN },
    { "gotc-planner:stars?v=1&s=ung%20vw", PLANNER_SHARED_ERROR_BROKEN },
    { "gotc-planner:stars?v=1&s=ungWvw%", PLANNER_SHARED_ERROR_BROKEN },
    { "gotc-planner:stars?v=1&c=%00&s=ungWvw", PLANNER_SHARED_ERROR_BROKEN },
    { "gotc-planner:stars?v=1&c=%FF%FE&s=ungWvw", PLANNER_SHARED_ERROR_BROKEN },
    { "gotc-planner:stars?v=1&a=file%3A%2F%2F%2Fetc%2Fpasswd&s=ungWvw", PLANNER_SHARED_ERROR_BROKEN },
    { "gotc-planner:stars?v=1&a=javascript%3Aalert(1)&s=ungWvw", PLANNER_SHARED_ERROR_BROKEN },
    { "gotc-planner:stars?v=1&p=0.1&s=ungWvw", PLANNER_SHARED_ERROR_BROKEN },
    { "gotc-planner:stars?v=1&p=3.2&s=ungWvw", PLANNER_SHARED_ERROR_BROKEN },
    { "gotc-planner:stars?v=1&p=1.100&s=ungWvw", PLANNER_SHARED_ERROR_BROKEN },
    { "gotc-planner:stars?v=1&p=1.2.3&s=ungWvw", PLANNER_SHARED_ERROR_BROKEN },
    { "gotc-planner:stars?v=1&p=-1.2&s=ungWvw", PLANNER_SHARED_ERROR_BROKEN },
    { "https://example.org/", PLANNER_SHARED_ERROR_BROKEN },
    { "", PLANNER_SHARED_ERROR_BROKEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlannerSharedStars) stars = planner_star_link_read (cases[i].link, &error);

      g_test_message ("%s", cases[i].link);
      if (cases[i].code < 0)
        {
          g_assert_no_error (error);
          g_assert_cmpuint (stars->stars->len, ==, 1);
          continue;
        }
      g_assert_null (stars);
      g_assert_error (error, PLANNER_SHARED_ERROR, cases[i].code);
    }
}

static void
test_too_long (void)
{
  g_autofree char *long_address = g_strnfill (3000, 'a');
  g_autofree char *many = g_strnfill (8 * 1024 * 1024, 'A');
  g_autofree char *with_address =
      g_strconcat ("gotc-planner:stars?v=1&a=https%3A%2F%2Fexample.org%2F", long_address, "&s=ungWvw", NULL);
  g_autofree char *with_stars = g_strconcat ("gotc-planner:stars?v=1&s=", many, NULL);
  g_autoptr (PlannerSharedStars) more = make_stars (NULL, PLANNER_SHARED_STARS_MAX + 1);
  g_autofree char *with_more = planner_star_link_new (more);
  g_autoptr (GError) error = NULL;

  g_assert_null (planner_star_link_read (with_address, &error));
  g_assert_error (error, PLANNER_SHARED_ERROR, PLANNER_SHARED_ERROR_BROKEN);
  g_clear_error (&error);
  g_assert_null (planner_star_link_read (with_stars, &error));
  g_assert_error (error, PLANNER_SHARED_ERROR, PLANNER_SHARED_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (planner_star_link_read (with_more, &error));
  g_assert_error (error, PLANNER_SHARED_ERROR, PLANNER_SHARED_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/share/star-link/key-hash-is-stable", test_hash);
  g_test_add_func ("/share/star-link/form-is-documented-one", test_form);
  g_test_add_func ("/share/star-link/V10/all-stars-are-read-again", test_round_trip);
  g_test_add_func ("/share/star-link/V8/file-name-stays-here", test_title);
  g_test_add_func ("/share/star-link/many-stars-need-several-links", test_parts);
  g_test_add_func ("/share/star-link/eighty-stars-fit-one-code", test_size);
  g_test_add_func ("/share/star-link/V8/password-stays-here", test_password);
  g_test_add_func ("/share/star-link/V8/only-web-addresses-are-shared", test_address);
  g_test_add_func ("/share/star-link/V10/damaged-links-are-refused", test_hostile);
  g_test_add_func ("/share/star-link/V10/long-links-are-refused", test_too_long);

  return g_test_run ();
}
