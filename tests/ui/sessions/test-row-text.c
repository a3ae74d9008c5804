/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "ui/sessions/planner-session-row.h"

#define LONG_TITLE                                                                                           \
  "A title of so many words that it needs more than two lines in a narrow window, or even more"

/* A row without a session, which shows nothing but the texts. */
static PlannerSessionRow *
make_row (const char *title)
{
  PlannerSessionRow *row = g_object_ref_sink (planner_session_row_new ());
  PlannerRowText *texts = planner_session_row_get_text (row);

  planner_row_text_set_title (texts, title, FALSE);
  planner_row_text_set_speakers (texts, "Ann");
  planner_row_text_set_parts (texts, (const char *const[]) { "10:00 – 11:00", "Hall", "Rust", NULL });

  return row;
}

/* Gives the texts an area of this width at the origin of the row. Returns: their height */
static int
place (PlannerSessionRow *row, int width)
{
  PlannerRowText *texts = planner_session_row_get_text (row);
  const int height = planner_row_text_measure_height (texts, width);

  planner_row_text_place (texts, &(GdkRectangle) { 0, 0, width, height });

  return height;
}

static graphene_rect_t
get_bounds (PlannerSessionRow *row, const char *text)
{
  graphene_rect_t bounds;

  g_assert_nonnull (ui_find_layout (row, text, &bounds));

  return bounds;
}

static float
get_end (PlannerSessionRow *row, const char *text)
{
  const graphene_rect_t bounds = get_bounds (row, text);

  return bounds.origin.x + bounds.size.width;
}

static void
test_breaks (void)
{
  PlannerSessionRow *row = make_row ("Talk");
  graphene_rect_t hall, rust;
  int width, height, lower;

  height = place (row, 1000);
  width = (int) get_end (row, "Rust");
  g_assert_cmpint (place (row, width), ==, height);
  hall = get_bounds (row, "Hall");
  rust = get_bounds (row, "Rust");
  g_assert_cmpfloat (rust.origin.y, ==, hall.origin.y);
  g_assert_cmpfloat (hall.origin.x, >, get_end (row, "10:00 – 11:00"));

  lower = place (row, width - 1);
  rust = get_bounds (row, "Rust");
  g_assert_cmpint (lower, ==, height + (int) rust.size.height);
  g_assert_cmpfloat (get_bounds (row, "Hall").origin.y, ==, hall.origin.y);
  g_assert_cmpfloat (rust.origin.y, ==, hall.origin.y + hall.size.height);
  g_assert_cmpfloat (rust.origin.x, ==, 0);
  g_assert_finalize_object (row);
}

static void
test_right_to_left (void)
{
  PlannerSessionRow *row = make_row ("Talk");

  gtk_widget_set_direction (GTK_WIDGET (row), GTK_TEXT_DIR_RTL);
  place (row, 1000);
  g_assert_cmpfloat (get_bounds (row, "Hall").origin.x, >, get_bounds (row, "Rust").origin.x);
  g_assert_cmpfloat (get_end (row, "Talk"), ==, 1000);
  g_assert_cmpfloat (get_end (row, "10:00 – 11:00"), ==, 1000);
  g_assert_finalize_object (row);
}

static void
test_layouts_are_reused (void)
{
  PlannerSessionRow *row = make_row ("Talk");
  PlannerRowText *texts = planner_session_row_get_text (row);
  PangoLayout *layout = ui_find_layout (row, "Rust", NULL);

  planner_row_text_set_parts (texts, (const char *const[]) { "Hall", NULL });
  g_assert_null (ui_find_layout (row, "Rust", NULL));
  planner_row_text_set_parts (texts, (const char *const[]) { "A", "B", "C", NULL });
  g_assert_true (ui_find_layout (row, "C", NULL) == layout);
  g_assert_cmpuint (ui_count_widgets (GTK_WIDGET (row)), ==, 1);
  g_assert_finalize_object (row);
}

/* A refresh that changes nothing must not cost anything. */
static void
test_same_text_keeps_layout (void)
{
  PlannerSessionRow *row = make_row ("Talk");
  PlannerRowText *texts = planner_session_row_get_text (row);
  PangoLayout *layout;
  guint serial;

  place (row, 300);
  layout = ui_find_layout (row, "Hall", NULL);
  serial = pango_layout_get_serial (layout);
  planner_row_text_set_parts (texts, (const char *const[]) { "10:00 – 11:00", "Hall", "Rust", NULL });
  place (row, 300);
  g_assert_cmpuint (pango_layout_get_serial (layout), ==, serial);
  g_assert_finalize_object (row);
}

/* Nobody sees a text that is off screen, and a list has two hundred rows. */
static void
test_off_screen (void)
{
  PlannerSessionRow *row = make_row ("Talk");
  GtkWidget *window = gtk_window_new ();
  graphene_rect_t before, after;
  PangoLayout *layout;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (row));
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_for_frames (window);
  layout = ui_find_layout (row, "Rust", &before);
  g_object_add_weak_pointer (G_OBJECT (layout), (gpointer *) &layout);
  gtk_widget_set_child_visible (GTK_WIDGET (row), FALSE);
  g_assert_null (layout);

  gtk_widget_set_child_visible (GTK_WIDGET (row), TRUE);
  g_assert_nonnull (ui_find_layout (row, "Rust", &after));
  g_assert_true (graphene_rect_equal (&before, &after));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (row);
}

static void
test_long_title (void)
{
  PlannerSessionRow *row = make_row (LONG_TITLE);
  PlannerRowText *texts = planner_session_row_get_text (row);
  PangoLayout *layout;

  place (row, 300);
  layout = ui_find_layout (row, LONG_TITLE, NULL);
  g_assert_cmpint (pango_layout_get_line_count (layout), ==, 2);
  g_assert_true (pango_layout_is_ellipsized (layout));
  g_assert_cmpfloat (get_end (row, LONG_TITLE), <=, 300);
  g_assert_cmpint (planner_row_text_measure_width (texts), <, 100);
  g_assert_finalize_object (row);
}

static void
test_pill (void)
{
  PlannerSessionRow *row = make_row (LONG_TITLE);
  PlannerRowText *texts = planner_session_row_get_text (row);
  GtkWidget *pill;
  graphene_rect_t bounds;

  planner_row_text_set_speakers (texts, LONG_TITLE LONG_TITLE);
  planner_row_text_set_pill (texts, "Changed");
  place (row, 400);
  pill = ui_find_widget (row, GTK_TYPE_LABEL);
  g_assert_true (gtk_widget_compute_bounds (pill, GTK_WIDGET (row), &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, ==, 400);
  g_assert_cmpfloat (bounds.origin.x, >, get_end (row, LONG_TITLE));
  g_assert_cmpfloat (bounds.origin.x, <, get_end (row, LONG_TITLE LONG_TITLE));

  planner_row_text_set_pill (texts, NULL);
  place (row, 400);
  g_assert_false (gtk_widget_get_visible (pill));
  g_assert_cmpfloat (bounds.origin.x, <, get_end (row, LONG_TITLE));
  g_assert_finalize_object (row);
}

static void
test_narrow_pill (gconstpointer data)
{
  const gboolean rtl = GPOINTER_TO_INT (data);
  PlannerSessionRow *row = make_row (LONG_TITLE);
  PlannerRowText *texts = planner_session_row_get_text (row);
  graphene_rect_t title, pill;

  gtk_widget_set_direction (GTK_WIDGET (row), rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  planner_row_text_set_pill (texts, "Changed");
  place (row, 150);
  title = get_bounds (row, LONG_TITLE);
  g_assert_true (
      gtk_widget_compute_bounds (ui_find_widget (row, GTK_TYPE_LABEL), GTK_WIDGET (row), &pill));
  g_assert_cmpfloat (title.size.width, >, 100);
  g_assert_cmpfloat (pill.origin.y, >=, title.origin.y + title.size.height);
  g_assert_cmpfloat (pill.origin.y + pill.size.height, <=, get_bounds (row, "Ann").origin.y);
  g_assert_cmpfloat (pill.origin.x, ==, rtl ? 150 - pill.size.width : 0);
  g_assert_finalize_object (row);
}

/* GTK changes the context of a widget when the font or the size of all texts changes. */
static void
test_larger_text (void)
{
  PlannerSessionRow *row = make_row ("Talk");
  PlannerRowText *texts = planner_session_row_get_text (row);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (row));
  g_autoptr (PangoFontDescription) font =
      pango_font_description_copy (pango_context_get_font_description (context));
  const int height = planner_row_text_measure_height (texts, 300);

  pango_font_description_set_absolute_size (font, 2 * pango_font_description_get_size (font));
  pango_context_set_font_description (context, font);
  gtk_widget_queue_resize (GTK_WIDGET (row));
  g_assert_cmpint (planner_row_text_measure_height (texts, 300), >, height * 3 / 2);
  g_assert_finalize_object (row);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/row-text/U7/part-that-does-not-fit-starts-a-line", test_breaks);
  g_test_add_func ("/ui/row-text/text-off-screen-has-no-layout", test_off_screen);
  g_test_add_func ("/ui/row-text/U7/long-title-has-two-lines", test_long_title);
  g_test_add_func ("/ui/row-text/U7/pill-takes-space-from-title-only", test_pill);
  g_test_add_data_func ("/ui/row-text/U7/pill-is-below-a-narrow-title", GINT_TO_POINTER (FALSE),
                        test_narrow_pill);
  g_test_add_data_func ("/ui/row-text/U7/pill-is-below-a-narrow-title-right-to-left", GINT_TO_POINTER (TRUE),
                        test_narrow_pill);
  g_test_add_func ("/ui/row-text/U4/right-to-left-starts-on-the-right", test_right_to_left);
  g_test_add_func ("/ui/row-text/U4/larger-text-is-higher", test_larger_text);
  g_test_add_func ("/ui/row-text/U1/layouts-are-reused", test_layouts_are_reused);
  g_test_add_func ("/ui/row-text/same-text-keeps-its-layout", test_same_text_keeps_layout);

  return g_test_run ();
}
