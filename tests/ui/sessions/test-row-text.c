/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "ui/sessions/planner-row-text-sizes.h"
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
  g_assert_true (gtk_widget_compute_bounds (ui_find_widget (row, GTK_TYPE_LABEL), GTK_WIDGET (row), &pill));
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

/* A layout as a row draws it, with nothing kept from other texts. */
static PangoLayout *
make_line (PangoContext *context, const char *string, gboolean is_part, int limit)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  if (is_part)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, string, -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, limit < 0 ? -1 : limit * PANGO_SCALE);

  return layout;
}

/* The lines of a title as a row draws it. */
static PangoLayout *
make_title (PangoContext *context, const char *string, int limit)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, string, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -2);
  pango_layout_set_width (layout, limit < 0 ? -1 : limit * PANGO_SCALE);

  return layout;
}

/* A title gets its second line at the width at which Pango breaks it. */
static void
check_title (PangoContext *context, const char *string)
{
  g_autoptr (PangoLayout) line = make_title (context, string, -1);
  int width;

  pango_layout_get_pixel_size (line, &width, NULL);
  for (int limit = -1; limit <= 2 * width; limit += MAX (1, width / 20))
    {
      g_autoptr (PangoLayout) title = make_title (context, string, limit);
      int expected;

      pango_layout_get_pixel_size (title, NULL, &expected);
      g_assert_cmpint (planner_row_text_measure_string (context, PLANNER_ROW_TEXT_TITLE, string, limit), ==,
                       expected);
    }
}

static void
check_sizes (PangoContext *context, const char *string)
{
  static const int limits[] = { -1, 400, 60, 10, 0 };
  g_autoptr (PangoLayout) part = make_line (context, string, TRUE, -1);
  const PlannerRowTextSize *size;
  int expected_width, expected_height;

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (PangoLayout) line = make_line (context, string, FALSE, limits[i]);

      pango_layout_get_pixel_size (line, NULL, &expected_height);
      g_assert_cmpint (planner_row_text_measure_string (context, PLANNER_ROW_TEXT_SPEAKERS, string,
                                                        limits[i]),
                       ==, expected_height);
    }

  check_title (context, string);
  pango_layout_get_pixel_size (part, &expected_width, &expected_height);
  size = planner_row_text_measure_part (context, string);
  g_assert_cmpint (size->width, ==, expected_width);
  g_assert_cmpint (size->height, ==, expected_height);
  g_assert_cmpint (size->baseline, ==, PANGO_PIXELS (pango_layout_get_baseline (part)));
}

static void
check_all_sizes (PangoContext *context)
{
  static const char *const strings[] = {
    "Ann, Bob",      "Saal 1",   "{R&D} <3 [~] `a|b` \\o/ ^_^ \"x\" 'y' 100 %, #1 $2 @3 *4 +5; 6?",
    "10:00 – 11:00", "2026",     "Zoë Ångström, Łukasz",
    "Ștefan 한국어", "教室 102", "王小明, Ann",
    "قاعة ٣",        "علي, Ann", "🎉 Party",
    "ภาษาไทย",       LONG_TITLE, LONG_TITLE " 王小明",
    "a\nb",          ""
  };

  /* The second time, the sizes of parts are known. */
  for (int i = 0; i < 2; i++)
    for (gsize n = 0; n < G_N_ELEMENTS (strings); n++)
      check_sizes (context, strings[n]);
}

/* Sizes that are kept for repeated texts are those of a new layout, in each script, language and font. */
static void
test_sizes (void)
{
  static const char *const languages[] = { "en", "zh-cn", "ar", "de", "ja" };
  static const char *const fonts[] = { "Sans 11", "Serif 22", "Monospace 8" };
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (PangoContext) context = gtk_widget_create_pango_context (widget);

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (fonts); j++)
      {
        g_autoptr (PangoFontDescription) font = pango_font_description_from_string (fonts[j]);

        pango_context_set_language (context, pango_language_from_string (languages[i]));
        pango_context_set_font_description (context, font);
        check_all_sizes (context);
      }
  g_assert_finalize_object (widget);
}

/* The list of sizes is limited, and the sizes stay right when it is full. */
static void
test_many_sizes (void)
{
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (PangoContext) context = gtk_widget_create_pango_context (widget);

  for (int i = 0; i < 1200; i++)
    {
      g_autofree char *room = g_strdup_printf ("Room %d", i);

      planner_row_text_measure_part (context, room);
    }
  check_sizes (context, "Room 0");
  check_sizes (context, "Room 1199");
  g_assert_finalize_object (widget);
}

static float
get_baseline (PlannerSessionRow *row, const char *text)
{
  graphene_rect_t bounds;
  PangoLayout *layout = ui_find_layout (row, text, &bounds);

  return bounds.origin.y + (float) PANGO_PIXELS (pango_layout_get_baseline (layout));
}

/* The fonts of other scripts have other heights. */
static void
test_baseline (void)
{
  PlannerSessionRow *row = make_row ("Talk");
  const char *const parts[] = { "TR 214", "學生社群大亂鬥", "ภาษาไทย", "Rust", NULL };

  planner_row_text_set_parts (planner_session_row_get_text (row), parts);
  place (row, 1000);
  for (gsize i = 1; parts[i]; i++)
    {
      g_assert_cmpfloat (get_baseline (row, parts[i]), ==, get_baseline (row, parts[0]));
      g_assert_cmpfloat (get_bounds (row, parts[i]).origin.x, >, get_end (row, parts[i - 1]));
    }
  g_assert_finalize_object (row);
}

/* The row is measured without hits and without the strike. */
static void
test_hits_keep_size (void)
{
  PlannerSessionRow *row = make_row (LONG_TITLE);
  PlannerRowText *texts = planner_session_row_get_text (row);
  g_autoptr (PlannerQuery) query = planner_query_new ("many");
  graphene_rect_t before, after;
  const int height = place (row, 300);

  before = get_bounds (row, LONG_TITLE);
  planner_row_text_set_query (texts, query);
  planner_row_text_set_title (texts, LONG_TITLE, TRUE);
  g_assert_cmpint (place (row, 300), ==, height);
  after = get_bounds (row, LONG_TITLE);
  g_assert_true (graphene_rect_equal (&before, &after));
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
  g_test_add_func ("/ui/row-text/U7/kept-sizes-are-those-of-layouts", test_sizes);
  g_test_add_func ("/ui/row-text/many-sizes-stay-right", test_many_sizes);
  g_test_add_func ("/ui/row-text/U7/parts-share-a-baseline", test_baseline);
  g_test_add_func ("/ui/row-text/U7/hits-keep-the-size", test_hits_keep_size);

  return g_test_run ();
}
