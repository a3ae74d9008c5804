/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "discovery/planner-address.h"

#include <glib/gstdio.h>

/* Typed words and their addresses. None of the files exists; %s is the current folder. */
static const struct
{
  const char *typed;
  const char *address;
} cases[] = {
  { "https://example.org/schedule.json", "https://example.org/schedule.json" },
  { " http://example.org/\n", "http://example.org/" },
  { "HTTPS://example.org", "HTTPS://example.org" },
  { "ftp://example.org/schedule.json", "ftp://example.org/schedule.json" },
  { "webcal://example.org/schedule.ics", "https://example.org/schedule.ics" },
  { "WebCals://example.org:8443/a?b=webcal://c", "https://example.org:8443/a?b=webcal://c" },
  { "file:///srv/schedule.json", "file:///srv/schedule.json" },
  { "example.org", "https://example.org" },
  { "example.org/schedule.json", "https://example.org/schedule.json" },
  { "example.org/?next=http://example.net/", "https://example.org/?next=http://example.net/" },
  { "example.org:8080/schedule.json", "https://example.org:8080/schedule.json" },
  { "localhost/schedule.json", "https://localhost/schedule.json" },
  { "host:8080/schedule.json", "https://host:8080/schedule.json" },
  { "[::1]/schedule.json", "https://[::1]/schedule.json" },
  { "192.0.2.1/schedule.json", "https://192.0.2.1/schedule.json" },
  { "intranet", "https://intranet" },
  { "", "" },
  { "/srv/schedule.json", "file:///srv/schedule.json" },
  { "/srv/100% café", "file:///srv/100%25%20caf%C3%A9" },
  { "missing/file.json", "file://%s/missing/file.json" },
  { "missing/file", "file://%s/missing/file" },
  { "schedule.json", "file://%s/schedule.json" },
  { "Schedule.XML", "file://%s/Schedule.XML" },
  { "talks.ics", "file://%s/talks.ics" },
  { "./example.org", "file://%s/example.org" },
  { "sub/../talks", "file://%s/talks" },
  { ".hidden/talks", "file://%s/.hidden/talks" },
  { "~user/talks", "file://%s/~user/talks" },
};

static void
test_completion (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("planner-address-XXXXXX", &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = planner_address_complete (cases[i].typed, folder);
      g_auto (GStrv) parts = g_strsplit (cases[i].address, "%s", 2);
      g_autofree char *expected = g_strjoinv (folder, parts);

      g_assert_cmpstr (address, ==, expected);
    }
  g_rmdir (folder);
}

static void
test_parents (void)
{
  g_autofree char *home = g_filename_to_uri (g_get_home_dir (), NULL, NULL);
  g_autofree char *in_home = g_build_filename (home, "schedule.json", NULL);
  g_autofree char *tilde = planner_address_complete ("~/schedule.json", "/srv/talks");
  g_autofree char *above = planner_address_complete ("../example.org", "/srv/talks");

  g_assert_cmpstr (tilde, ==, in_home);
  g_assert_cmpstr (above, ==, "file:///srv/example.org");
}

/* An existing file is preferred to a host of the same name. */
static void
test_existing (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("planner-address-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "example.org", NULL);
  g_autofree char *expected = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *address = NULL;

  g_file_set_contents (path, "{}", -1, &error);
  g_assert_no_error (error);
  address = planner_address_complete ("example.org", folder);
  g_assert_cmpstr (address, ==, expected);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/discovery/address/completion", test_completion);
  g_test_add_func ("/discovery/address/parents", test_parents);
  g_test_add_func ("/discovery/address/existing", test_existing);

  return g_test_run ();
}
