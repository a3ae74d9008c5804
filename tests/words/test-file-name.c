/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "words/planner-file-name.h"

#include <string.h>

static void
test_names (void)
{
  static const struct
  {
    const char *title;
    const char *name;
  } cases[] = {
    { "My Schedule – FOSDEM 2025", "My Schedule – FOSDEM 2025.ics" },
    { "TCP/IP: <why> \"so\"?", "TCP-IP- -why- -so--.ics" },
    { " 开源\n技术 ", "开源-技术.ics" },
    { "..", "-...ics" },
    { ".NET", "-.NET.ics" },
    { "\xe2\x80\xae"
      "evil",
      "-evil.ics" },
    { " ", "-.ics" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = planner_file_name_new (cases[i].title, ".ics");

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_long (void)
{
  g_autofree char *title = g_strnfill (1000, 'x');
  g_autofree char *name = planner_file_name_new (title, ".ics");

  g_assert_cmpuint (strlen (name), ==, 64);
  g_assert_true (g_str_has_suffix (name, "x.ics"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/file-name-has-only-allowed-characters", test_names);
  g_test_add_func ("/words/file-name-of-a-long-title-is-cut-off", test_long);

  return g_test_run ();
}
