/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "ui/widgets/planner-zone-row.h"

static PlannerZoneRow *
make_row (void)
{
  return g_object_ref_sink (g_object_new (PLANNER_TYPE_ZONE_ROW, NULL));
}

static void
test_local_zone (void)
{
  g_autoptr (PlannerZoneRow) row = NULL;

  g_setenv ("TZ", "Asia/Kolkata", TRUE);
  row = make_row ();
  g_assert_cmpstr (planner_zone_row_get_zone (row), ==, "Asia/Kolkata");
  planner_zone_row_set_zone (row, "Europe/Berlin");
  g_assert_cmpstr (planner_zone_row_get_zone (row), ==, "Europe/Berlin");
  planner_zone_row_set_zone (row, NULL);
  g_assert_cmpstr (planner_zone_row_get_zone (row), ==, "Asia/Kolkata");
  g_setenv ("TZ", "UTC", TRUE);
}

static void
notify_cb (PlannerZoneRow *row, GParamSpec *pspec, guint *n_notified)
{
  ++*n_notified;
}

static void
test_unlisted_zone (void)
{
  g_autoptr (PlannerZoneRow) row = make_row ();
  const guint n = g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (row)));
  guint n_notified = 0;

  g_assert_cmpuint (n, >, 300);
  g_signal_connect (row, "notify::zone", G_CALLBACK (notify_cb), &n_notified);
  g_object_set (row, "zone", "America/Montreal", NULL);
  g_assert_cmpstr (planner_zone_row_get_zone (row), ==, "America/Montreal");
  g_assert_cmpuint (n_notified, ==, 1);
  g_object_set (row, "zone", "America/Montreal", NULL);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (row))), ==, n + 1);
}

/* The list is searched without opening it. */
static void
test_search (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_list_box_new ());
  GtkWidget *row = g_object_new (PLANNER_TYPE_ZONE_ROW, NULL);
  GtkWidget *popover = ui_find_widget (row, GTK_TYPE_POPOVER);
  GtkListView *list = ui_find_widget (popover, GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *found = gtk_list_view_get_model (list);

  gtk_list_box_append (GTK_LIST_BOX (box), row);
  gtk_editable_set_text (ui_find_widget (popover, GTK_TYPE_SEARCH_ENTRY), "new york");
  while (g_list_model_get_n_items (G_LIST_MODEL (found)) != 1)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpstr (planner_zone_row_get_zone (PLANNER_ZONE_ROW (row)), ==, "America/New_York");
  g_object_unref (box);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/zone-row/T4/computers-zone-is-the-default", test_local_zone);
  g_test_add_func ("/ui/zone-row/T4/zone-outside-the-list-is-added", test_unlisted_zone);
  g_test_add_func ("/ui/zone-row/T4/search-finds-part-of-a-name", test_search);

  return g_test_run ();
}
