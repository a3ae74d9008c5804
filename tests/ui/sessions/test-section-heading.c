/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "ui/sessions/planner-section-heading.h"
#include "words/planner-days.h"
#include "words/planner-labels.h"

/* Checks the day, which is hidden if @day is %NULL, and the time below it. */
static void
assert_heading (PlannerSectionHeading *heading, const char *day, const char *time)
{
  GtkWidget *first = gtk_widget_get_first_child (adw_bin_get_child (ADW_BIN (heading)));
  GtkWidget *second = gtk_widget_get_next_sibling (first);

  g_assert_true (gtk_widget_get_visible (first) == (day != NULL));
  if (day)
    g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (first)), ==, day);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (second)), ==, time);
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
