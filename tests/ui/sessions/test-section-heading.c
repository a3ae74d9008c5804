/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "ui/sessions/planner-section-heading.h"
#include "words/planner-days.h"
#include "words/planner-labels.h"

/* Checks that the heading shows @day, if any, and @time below it. */
static void
assert_heading (PlannerSectionHeading *heading, const char *day, const char *time)
{
  const char *const expected[] = { day ? day : time, day ? time : NULL };
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (heading)); child;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      {
        g_assert_cmpuint (n, <, G_N_ELEMENTS (expected));
        g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (child)), ==, expected[n++]);
      }
  g_assert_cmpuint (n, ==, day ? 2 : 1);
}

static void
test_follows (UiFixture *fixture, gconstpointer data)
{
  PlannerEntry *entry = ui_find_entry (fixture, 1), *other = ui_find_entry (fixture, 2);
  const PlannerSession *session = planner_entry_get_session (other);
  g_autofree char *day = planner_format_day (planner_entry_get_day (entry)->date);
  g_autofree char *time = planner_format_start (planner_entry_get_session (entry), NULL);
  g_autofree char *moved = planner_format_start (session, NULL);
  g_autoptr (GListStore) entries = g_list_store_new (PLANNER_TYPE_ENTRY);
  PlannerSectionHeading *heading = planner_section_heading_new (G_LIST_MODEL (entries));

  g_list_store_append (entries, entry);
  g_list_store_append (entries, other);
  g_object_ref_sink (heading);
  g_object_set (heading, "start", 0, "entry", entry, NULL);
  assert_heading (heading, day, time);

  g_assert_cmpstr (moved, !=, time);
  planner_entry_set_session (entry, planner_entry_get_agenda (other), session);
  assert_heading (heading, day, moved);

  g_object_set (heading, "start", 1, NULL);
  assert_heading (heading, NULL, moved);

  g_object_set (heading, "start", 0, NULL);
  assert_heading (heading, day, moved);

  g_assert_finalize_object (heading);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/section-heading/follows-a-session-that-moves", UiFixture, NULL, ui_set_up, test_follows,
              ui_tear_down);

  return g_test_run ();
}
