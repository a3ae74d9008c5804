/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sessions/planner-day-switch.h"

static void
test_days (void)
{
  const char *const days[] = { "2026-07-01", "2026-07-02", "", NULL };
  const char *const one[] = { "2026-07-02", NULL };
  PlannerDaySwitch *day_switch = g_object_ref_sink (g_object_new (PLANNER_TYPE_DAY_SWITCH, NULL));

  planner_day_switch_set_days (day_switch, days);
  g_assert_true (planner_day_switch_has_several (day_switch));
  planner_day_switch_set_day (day_switch, "2026-07-02");
  g_assert_cmpstr (planner_day_switch_get_day (day_switch), ==, "2026-07-02");
  planner_day_switch_set_day (day_switch, "");
  g_assert_cmpstr (planner_day_switch_get_day (day_switch), ==, "");
  planner_day_switch_set_day (day_switch, "2019-12-27");
  g_assert_cmpstr (planner_day_switch_get_day (day_switch), ==, "");

  planner_day_switch_set_days (day_switch, one);
  g_assert_false (planner_day_switch_has_several (day_switch));
  planner_day_switch_set_day (day_switch, "2026-07-01");
  g_assert_cmpstr (planner_day_switch_get_day (day_switch), !=, "2026-07-01");

  g_assert_finalize_object (day_switch);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/day-switch/D4/keeps-current-day", test_days);

  return g_test_run ();
}
