/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

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

static void
assert_not_cut (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    assert_not_cut (child);
}

/* The days scroll instead. */
static void
test_narrow (void)
{
  const char *const days[] = { "2026-07-01", "2026-07-02", "2026-07-03", "2026-07-04", "2026-07-05", NULL };
  GtkWidget *window = gtk_window_new ();
  PlannerDaySwitch *day_switch = g_object_new (PLANNER_TYPE_DAY_SWITCH, "visible", TRUE, NULL);

  planner_day_switch_set_days (day_switch, days);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (day_switch));
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 100);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_for_frames (window);

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (day_switch)), <=, 200);
  assert_not_cut (GTK_WIDGET (day_switch));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_iterate ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/day-switch/U7/narrow-window-keeps-dates", test_narrow);
  g_test_add_func ("/ui/day-switch/D4/keeps-current-day", test_days);

  return g_test_run ();
}
