/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "ui/widgets/planner-parts-line.h"

static GtkWidget *
make_line (void)
{
  PlannerPartsLine *line = g_object_ref_sink (g_object_new (PLANNER_TYPE_PARTS_LINE, NULL));

  planner_parts_line_set_parts (line, (const char *const[]) { "10:00 – 11:00", "Hall", "Rust", NULL });

  return GTK_WIDGET (line);
}

static int
measure (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (widget, orientation, for_size, NULL, &natural, NULL, NULL);

  return natural;
}

static graphene_rect_t
get_bounds (GtkWidget *line, const char *text)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (ui_find_label (line, text), line, &bounds));

  return bounds;
}

static void
allocate (GtkWidget *line, int width)
{
  gtk_widget_allocate (line, width, measure (line, GTK_ORIENTATION_VERTICAL, width), -1, NULL);
}

static void
test_breaks (void)
{
  GtkWidget *line = make_line ();
  const int width = measure (line, GTK_ORIENTATION_HORIZONTAL, -1);
  const int height = measure (line, GTK_ORIENTATION_VERTICAL, width);

  allocate (line, width);
  g_assert_cmpfloat (get_bounds (line, "Rust").origin.y, ==, 0);
  g_assert_cmpfloat (get_bounds (line, "Hall").origin.x, >, get_bounds (line, "10:00 – 11:00").size.width);

  allocate (line, width - 1);
  g_assert_cmpint (gtk_widget_get_height (line), ==, 2 * height);
  g_assert_cmpfloat (get_bounds (line, "Hall").origin.y, ==, 0);
  g_assert_cmpfloat (get_bounds (line, "Rust").origin.y, ==, (float) height);
  g_assert_cmpfloat (get_bounds (line, "Rust").origin.x, ==, 0);
  g_assert_finalize_object (line);
}

static void
test_right_to_left (void)
{
  GtkWidget *line = make_line ();

  gtk_widget_set_direction (line, GTK_TEXT_DIR_RTL);
  allocate (line, 1000);
  g_assert_cmpfloat (get_bounds (line, "Hall").origin.x, >, get_bounds (line, "Rust").origin.x);
  g_assert_finalize_object (line);
}

static void
test_labels_are_reused (void)
{
  GtkWidget *line = make_line ();
  const guint n_widgets = ui_count_widgets (line);

  planner_parts_line_set_parts (PLANNER_PARTS_LINE (line), (const char *const[]) { "Hall", NULL });
  g_assert_null (ui_find_label (line, "Rust"));
  planner_parts_line_set_parts (PLANNER_PARTS_LINE (line), (const char *const[]) { "A", "B", "C", NULL });
  g_assert_nonnull (ui_find_label (line, "C"));
  g_assert_cmpuint (ui_count_widgets (line), ==, n_widgets);
  g_assert_finalize_object (line);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/parts-line/U7/part-that-does-not-fit-starts-a-line", test_breaks);
  g_test_add_func ("/ui/parts-line/U4/right-to-left-starts-on-the-right", test_right_to_left);
  g_test_add_func ("/ui/parts-line/U1/labels-are-reused", test_labels_are_reused);

  return g_test_run ();
}
