/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/planner-color.h"

static void
test_color (void)
{
  GdkRGBA feed, first, again, bad;

  planner_forum_color ("Rust", "#102030", &feed);
  planner_forum_color ("Rust", NULL, &first);
  planner_forum_color ("Rust", NULL, &again);
  planner_forum_color ("Rust", "no colour", &bad);

  g_assert_cmpint ((int) (feed.red * 255 + 0.5f), ==, 0x10);
  g_assert_cmpint ((int) (feed.green * 255 + 0.5f), ==, 0x20);
  g_assert_cmpint ((int) (feed.blue * 255 + 0.5f), ==, 0x30);
  g_assert_true (gdk_rgba_equal (&first, &again));
  g_assert_true (gdk_rgba_equal (&first, &bad));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/color/forum-keeps-its-colour", test_color);

  return g_test_run ();
}
