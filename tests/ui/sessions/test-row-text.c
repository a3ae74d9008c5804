/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "ui/sessions/planner-row-text.h"

#define LONG_TITLE                                                                                           \
  "A title of so many words that it needs more than two lines in a narrow window, or even more"

static PlannerRowText *
make_texts (const char *title)
{
  PlannerRowText *texts = g_object_ref_sink (g_object_new (PLANNER_TYPE_ROW_TEXT, NULL));

  planner_row_text_set_title (texts, title, FALSE);
  planner_row_text_set_speakers (texts, "Ann");
  planner_row_text_set_parts (texts, (const char *const[]) { "10:00 – 11:00", "Hall", "Rust", NULL });

  return texts;
}

static int
measure (PlannerRowText *texts, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (GTK_WIDGET (texts), orientation, for_size, NULL, &natural, NULL, NULL);

  return natural;
}

static void
allocate (PlannerRowText *texts, int width)
{
  gtk_widget_allocate (GTK_WIDGET (texts), width, measure (texts, GTK_ORIENTATION_VERTICAL, width), -1, NULL);
}

static graphene_rect_t
get_bounds (PlannerRowText *texts, const char *text)
{
  graphene_rect_t bounds;

  g_assert_nonnull (ui_find_layout (texts, text, &bounds));

  return bounds;
}

static float
get_end (PlannerRowText *texts, const char *text)
{
  const graphene_rect_t bounds = get_bounds (texts, text);

  return bounds.origin.x + bounds.size.width;
}

static void
test_breaks (void)
{
  PlannerRowText *texts = make_texts ("Talk");
  graphene_rect_t hall, rust;
  int width, height;

  allocate (texts, 1000);
  width = (int) get_end (texts, "Rust");
  height = gtk_widget_get_height (GTK_WIDGET (texts));
  allocate (texts, width);
  hall = get_bounds (texts, "Hall");
  rust = get_bounds (texts, "Rust");
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (texts)), ==, height);
  g_assert_cmpfloat (rust.origin.y, ==, hall.origin.y);
  g_assert_cmpfloat (hall.origin.x, >, get_end (texts, "10:00 – 11:00"));

  allocate (texts, width - 1);
  rust = get_bounds (texts, "Rust");
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (texts)), ==, height + (int) rust.size.height);
  g_assert_cmpfloat (get_bounds (texts, "Hall").origin.y, ==, hall.origin.y);
  g_assert_cmpfloat (rust.origin.y, ==, hall.origin.y + hall.size.height);
  g_assert_cmpfloat (rust.origin.x, ==, 0);
  g_assert_finalize_object (texts);
}

static void
test_right_to_left (void)
{
  PlannerRowText *texts = make_texts ("Talk");

  gtk_widget_set_direction (GTK_WIDGET (texts), GTK_TEXT_DIR_RTL);
  allocate (texts, 1000);
  g_assert_cmpfloat (get_bounds (texts, "Hall").origin.x, >, get_bounds (texts, "Rust").origin.x);
  g_assert_cmpfloat (get_end (texts, "Talk"), ==, 1000);
  g_assert_cmpfloat (get_end (texts, "10:00 – 11:00"), ==, 1000);
  g_assert_finalize_object (texts);
}

static void
test_layouts_are_reused (void)
{
  PlannerRowText *texts = make_texts ("Talk");
  PangoLayout *layout = ui_find_layout (texts, "Rust", NULL);

  planner_row_text_set_parts (texts, (const char *const[]) { "Hall", NULL });
  g_assert_null (ui_find_layout (texts, "Rust", NULL));
  planner_row_text_set_parts (texts, (const char *const[]) { "A", "B", "C", NULL });
  g_assert_true (ui_find_layout (texts, "C", NULL) == layout);
  g_assert_cmpuint (ui_count_widgets (GTK_WIDGET (texts)), ==, 1);
  g_assert_finalize_object (texts);
}

/* A refresh that changes nothing must not cost anything. */
static void
test_same_text_keeps_layout (void)
{
  PlannerRowText *texts = make_texts ("Talk");
  PangoLayout *layout;
  guint serial;

  allocate (texts, 300);
  layout = ui_find_layout (texts, "Hall", NULL);
  serial = pango_layout_get_serial (layout);
  planner_row_text_set_parts (texts, (const char *const[]) { "10:00 – 11:00", "Hall", "Rust", NULL });
  allocate (texts, 300);
  g_assert_cmpuint (pango_layout_get_serial (layout), ==, serial);
  g_assert_finalize_object (texts);
}

/* Nobody sees a text that is off screen, and a list has two hundred rows. */
static void
test_off_screen (void)
{
  PlannerRowText *texts = make_texts ("Talk");
  GtkWidget *window = gtk_window_new ();
  graphene_rect_t before, after;
  PangoLayout *layout;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (texts));
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_for_frames (window);
  layout = ui_find_layout (texts, "Rust", &before);
  g_object_add_weak_pointer (G_OBJECT (layout), (gpointer *) &layout);
  gtk_widget_set_child_visible (GTK_WIDGET (texts), FALSE);
  g_assert_null (layout);

  gtk_widget_set_child_visible (GTK_WIDGET (texts), TRUE);
  g_assert_nonnull (ui_find_layout (texts, "Rust", &after));
  g_assert_true (graphene_rect_equal (&before, &after));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (texts);
}

static void
test_long_title (void)
{
  PlannerRowText *texts = make_texts (LONG_TITLE);
  PangoLayout *layout;

  allocate (texts, 300);
  layout = ui_find_layout (texts, LONG_TITLE, NULL);
  g_assert_cmpint (pango_layout_get_line_count (layout), ==, 2);
  g_assert_true (pango_layout_is_ellipsized (layout));
  g_assert_cmpfloat (get_end (texts, LONG_TITLE), <=, 300);
  g_assert_cmpint (measure (texts, GTK_ORIENTATION_HORIZONTAL, -1), <, 100);
  g_assert_finalize_object (texts);
}

static void
test_pill (void)
{
  PlannerRowText *texts = make_texts (LONG_TITLE);
  GtkWidget *pill;
  graphene_rect_t bounds;

  planner_row_text_set_speakers (texts, LONG_TITLE LONG_TITLE);
  planner_row_text_set_pill (texts, "Changed");
  allocate (texts, 400);
  pill = ui_find_widget (texts, GTK_TYPE_LABEL);
  g_assert_true (gtk_widget_compute_bounds (pill, GTK_WIDGET (texts), &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, ==, 400);
  g_assert_cmpfloat (bounds.origin.x, >, get_end (texts, LONG_TITLE));
  g_assert_cmpfloat (bounds.origin.x, <, get_end (texts, LONG_TITLE LONG_TITLE));

  planner_row_text_set_pill (texts, NULL);
  allocate (texts, 400);
  g_assert_false (gtk_widget_get_visible (pill));
  g_assert_cmpfloat (bounds.origin.x, <, get_end (texts, LONG_TITLE));
  g_assert_finalize_object (texts);
}

static void
test_narrow_pill (gconstpointer data)
{
  const gboolean rtl = GPOINTER_TO_INT (data);
  PlannerRowText *texts = make_texts (LONG_TITLE);
  graphene_rect_t title, pill;

  gtk_widget_set_direction (GTK_WIDGET (texts), rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  planner_row_text_set_pill (texts, "Changed");
  allocate (texts, 150);
  title = get_bounds (texts, LONG_TITLE);
  g_assert_true (
      gtk_widget_compute_bounds (ui_find_widget (texts, GTK_TYPE_LABEL), GTK_WIDGET (texts), &pill));
  g_assert_cmpfloat (title.size.width, >, 100);
  g_assert_cmpfloat (pill.origin.y, >=, title.origin.y + title.size.height);
  g_assert_cmpfloat (pill.origin.y + pill.size.height, <=, get_bounds (texts, "Ann").origin.y);
  g_assert_cmpfloat (pill.origin.x, ==, rtl ? 150 - pill.size.width : 0);
  g_assert_finalize_object (texts);
}

/* GTK changes the context of a widget when the font or the size of all texts changes. */
static void
test_larger_text (void)
{
  PlannerRowText *texts = make_texts ("Talk");
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (texts));
  g_autoptr (PangoFontDescription) font =
      pango_font_description_copy (pango_context_get_font_description (context));
  const int height = measure (texts, GTK_ORIENTATION_VERTICAL, 300);

  pango_font_description_set_absolute_size (font, 2 * pango_font_description_get_size (font));
  pango_context_set_font_description (context, font);
  gtk_widget_queue_resize (GTK_WIDGET (texts));
  g_assert_cmpint (measure (texts, GTK_ORIENTATION_VERTICAL, 300), >, height * 3 / 2);
  g_assert_finalize_object (texts);
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
