/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/planner-color.h"

static void
test_color (void)
{
  PlannerForum forum = { .name = (char *) "Rust", .color = (char *) "#102030" };
  GdkRGBA feed, first, again, bad;

  planner_forum_color (&forum, &feed);
  forum.color = NULL;
  planner_forum_color (&forum, &first);
  planner_forum_color (&forum, &again);
  forum.color = (char *) "no color";
  planner_forum_color (&forum, &bad);

  g_assert_cmpint ((int) (feed.red * 255 + 0.5f), ==, 0x10);
  g_assert_cmpint ((int) (feed.green * 255 + 0.5f), ==, 0x20);
  g_assert_cmpint ((int) (feed.blue * 255 + 0.5f), ==, 0x30);
  g_assert_true (gdk_rgba_equal (&first, &again));
  g_assert_true (gdk_rgba_equal (&first, &bad));
}

/* Forums that are beside each other in the sidebar. */
static void
test_neighbors (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  GdkRGBA colors[24];

  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      PlannerForum *forum = planner_forum_new ();

      forum->name = g_strdup_printf ("Forum %u", i);
      g_ptr_array_add (agenda->forums, forum);
    }
  planner_agenda_seal (agenda, g_get_language_names ());

  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      planner_forum_color (g_ptr_array_index (agenda->forums, i), &colors[i]);
      for (guint j = i > 5 ? i - 5 : 0; j < i; j++)
        g_assert_false (gdk_rgba_equal (&colors[i], &colors[j]));
    }
}

static void
add_forum (PlannerAgenda *agenda, const char *name)
{
  PlannerForum *forum = planner_forum_new ();

  forum->name = g_strdup (name);
  g_ptr_array_add (agenda->forums, forum);
}

/* A withdrawn session has a copy of its forum, which knows no other forum. */
static void
test_copy (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  PlannerForum copy = { .name = (char *) "Rust" }, other = { .name = (char *) "Go" };
  const PlannerSession withdrawn = { .forum = &copy }, unknown = { .forum = &other };
  GdkRGBA expected, color;

  add_forum (agenda, "C");
  add_forum (agenda, "Rust");
  planner_agenda_seal (agenda, g_get_language_names ());

  planner_forum_color (g_ptr_array_index (agenda->forums, 1), &expected);
  planner_session_color (agenda, &withdrawn, &color);
  g_assert_true (gdk_rgba_equal (&color, &expected));

  planner_forum_color (&other, &expected);
  planner_session_color (agenda, &unknown, &color);
  g_assert_true (gdk_rgba_equal (&color, &expected));
  planner_session_color (NULL, &unknown, &color);
  g_assert_true (gdk_rgba_equal (&color, &expected));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/color/forum-keeps-its-color", test_color);
  g_test_add_func ("/ui/color/withdrawn-session-keeps-color-of-forum", test_copy);
  g_test_add_func ("/ui/color/neighboring-forums-differ", test_neighbors);

  return g_test_run ();
}
