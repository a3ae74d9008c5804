/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Absolute addresses of schedules. Most of them are kept as they are without being parsed. */

#include "feed/build/planner-feed-builder.h"

#define N_ADDRESSES 50000

/* Returns: (transfer full) (nullable): the web address as GLib writes it */
static char *
write_plainly (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
  const char *path = uri ? g_uri_get_path (uri) : "";

  if (!uri || !g_uri_get_host (uri) || !*g_uri_get_host (uri) || (*path && *path != '/'))
    return NULL;

  return g_uri_to_string (uri);
}

static char *
make_address (void)
{
  static const char *const pieces[] = {
    "example.org", "a",   "Z",  "1",  ".",   "..", "-",   "/",   "/",  "//", "/.",          "/./b/../c", "?",
    "?x=y&z",      "xn-", "~_", ":8", "u@h", "@",  "%41", "%zz", "#f", " ",  "!$&'()*+,;=", "[::1]",     "ä",
  };
  GString *address = g_string_new (g_test_rand_bit () ? "https://" : "http://");

  for (int n = g_test_rand_int_range (0, 7); n > 0; n--)
    g_string_append (address, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free_and_steal (address);
}

static void
test_random_addresses (void)
{
  const PlannerFeedOptions options = { 0 };
  g_autoptr (PlannerReport) report = planner_report_new ();
  PlannerBuilder *builder = planner_builder_new (&options, report, NULL);

  for (guint i = 0; i < N_ADDRESSES; i++)
    {
      g_autofree char *address = make_address ();
      g_autofree char *written = write_plainly (address);
      g_autofree char *resolved = planner_builder_resolve_link (builder, address);

      g_assert_cmpstr (resolved, ==, written);
    }
  planner_builder_free (builder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed/web-addresses-are-written-as-glib-does", test_random_addresses);

  return g_test_run ();
}
