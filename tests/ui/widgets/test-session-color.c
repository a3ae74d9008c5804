/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The color of a withdrawn session wherever it is shown. */

#include "ui/ui-fixture.h"

#include "library/planner-conference-refresh.h"
#include "ui/details/planner-details-page.h"
#include "ui/sessions/planner-session-row.h"
#include "ui/timetable/planner-timetable-cell.h"
#include "ui/widgets/planner-color-bar.h"
#include "ui/widgets/planner-color.h"

/* The schedule drops session 3, whose forum is the second one. */
static void
drop_session (UiFixture *fixture)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "schedule.json", NULL);
  g_autofree char *feed = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ui_append_event (first, 1, "2037-07-01", "10:00", "R&D <3", "Rust & Co");
  ui_append_event (second, 4, "2037-07-02", "12:00", "Another talk", "Food");
  feed = ui_make_schedule ("2", "Test", first, second);
  g_assert_true (g_file_set_contents (path, feed, -1, NULL));
  planner_conference_refresh_async (fixture->conference, NULL, keep_result_cb, &result);
  planner_conference_refresh_finish (fixture->conference, wait_for_result (&result), &error);
  g_assert_no_error (error);
}

static gboolean
has_color (GskRenderNode *node, const GdkRGBA *color)
{
  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_COLOR_NODE:
      return gdk_rgba_equal (gsk_color_node_get_color (node), color);
    case GSK_BORDER_NODE:
      return gdk_rgba_equal (gsk_border_node_get_colors (node), color);
    case GSK_OPACITY_NODE:
      return has_color (gsk_opacity_node_get_child (node), color);
    case GSK_CLIP_NODE:
      return has_color (gsk_clip_node_get_child (node), color);
    case GSK_ROUNDED_CLIP_NODE:
      return has_color (gsk_rounded_clip_node_get_child (node), color);
    case GSK_TRANSFORM_NODE:
      return has_color (gsk_transform_node_get_child (node), color);
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        if (has_color (gsk_container_node_get_child (node, i), color))
          return TRUE;
      return FALSE;
    default:
      return FALSE;
    }
}

static gboolean
draws_color (GtkWidget *widget, const GdkRGBA *color)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gboolean drawn;

  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 400);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_for_frames (window);
  paintable = gtk_widget_paintable_new (widget);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  drawn = has_color (node, color);
  gtk_window_destroy (GTK_WINDOW (window));

  return drawn;
}

static GtkWidget *
make_row (UiFixture *fixture, PlannerEntry *entry)
{
  GtkWidget *row = GTK_WIDGET (planner_session_row_new ());

  g_object_set (row, "conference", fixture->conference, "entry", entry, NULL);

  return row;
}

static GtkWidget *
make_cell (UiFixture *fixture, PlannerEntry *entry)
{
  GtkWidget *cell = planner_timetable_cell_new ();

  planner_timetable_cell_set_entry (PLANNER_TIMETABLE_CELL (cell), fixture->conference, entry, NULL);

  return cell;
}

static void
assert_color_of_details (UiFixture *fixture, PlannerEntry *entry, const GdkRGBA *expected)
{
  GtkWidget *page = g_object_ref_sink (GTK_WIDGET (planner_details_page_new (fixture->conference, entry)));
  g_autoptr (GdkRGBA) color = NULL;

  g_object_get (ui_find_widget (page, PLANNER_TYPE_COLOR_BAR), "color", &color, NULL);
  g_assert_true (gdk_rgba_equal (color, expected));
  g_assert_finalize_object (page);
}

static void
test_withdrawn (UiFixture *fixture, gconstpointer data)
{
  const PlannerForum *forum;
  PlannerEntry *entry;
  GdkRGBA color;

  ui_star (fixture, 3, TRUE);
  drop_session (fixture);
  entry = ui_find_entry (fixture, 3);
  g_assert_true (planner_entry_get_withdrawn (entry));
  forum = g_ptr_array_index (planner_conference_get_agenda (fixture->conference)->forums, 1);
  g_assert_cmpstr (forum->name, ==, "Food");
  planner_forum_color (forum, &color);

  g_assert_true (draws_color (make_row (fixture, entry), &color));
  g_assert_true (draws_color (make_cell (fixture, entry), &color));
  assert_color_of_details (fixture, entry, &color);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/session-color/row-cell-and-details-keep-the-color", UiFixture, NULL, ui_set_up,
              test_withdrawn, ui_tear_down);

  return g_test_run ();
}
