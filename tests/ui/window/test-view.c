/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/window/planner-view.h"

static PlannerAgenda *
create_agenda (gboolean with_exhibition)
{
  PlannerAgenda *agenda = planner_agenda_new ();
  PlannerForum *forum = planner_forum_new ();

  forum->name = g_strdup ("R&D: forum <3");
  g_ptr_array_add (agenda->forums, forum);
  if (with_exhibition)
    g_ptr_array_add (agenda->rooms, planner_room_new ());
  if (with_exhibition)
    g_ptr_array_add (agenda->exhibitors, planner_exhibitor_new ());

  return agenda;
}

static void
test_forum (void)
{
  g_autofree char *view = planner_view_for_forum ("forum:all");

  g_assert_cmpstr (planner_view_get_forum (view), ==, "forum:all");
  g_assert_null (planner_view_get_forum (PLANNER_VIEW_ALL));
  g_assert_cmpint (planner_view_get_scope (view), ==, PLANNER_SCOPE_FORUM);
  g_assert_cmpint (planner_view_get_scope (PLANNER_VIEW_MY_SCHEDULE), ==, PLANNER_SCOPE_MY_SCHEDULE);
  g_assert_cmpint (planner_view_get_scope (PLANNER_VIEW_ALL), ==, PLANNER_SCOPE_ALL);
}

static void
test_is_in (void)
{
  g_autoptr (PlannerAgenda) agenda = create_agenda (FALSE);
  g_autoptr (PlannerAgenda) with_exhibition = create_agenda (TRUE);

  g_assert_true (planner_view_is_in ("all", agenda, 0));
  g_assert_true (planner_view_is_in ("my-schedule", agenda, 0));
  g_assert_true (planner_view_is_in ("conference", agenda, 0));
  g_assert_true (planner_view_is_in ("forum:R&D: forum <3", agenda, 0));
  g_assert_false (planner_view_is_in ("forum:gone", agenda, 0));
  g_assert_false (planner_view_is_in ("", agenda, 0));
  g_assert_false (planner_view_is_in ("exhibition", agenda, 0));
  g_assert_false (planner_view_is_in ("rooms", agenda, 0));
  g_assert_true (planner_view_is_in ("rooms", with_exhibition, 0));
  g_assert_false (planner_view_is_in ("speakers", with_exhibition, 0));
  g_assert_true (planner_view_is_in ("exhibition", with_exhibition, 0));
  g_assert_false (planner_view_is_in ("changes", agenda, 0));
  g_assert_true (planner_view_is_in ("changes", agenda, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/view/forum-has-prefix-and-scope", test_forum);
  g_test_add_func ("/ui/view/availability-follows-agenda", test_is_in);

  return g_test_run ();
}
