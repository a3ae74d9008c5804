/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/shown-texts.h"
#include "ui/ui-fixture.h"

#include "ui/sessions/planner-plan-strip.h"
#include "ui/sessions/planner-row-star.h"
#include "ui/sessions/planner-session-row.h"

static PlannerSessionRow *
make_row (UiFixture *fixture, int n)
{
  PlannerSessionRow *row = g_object_ref_sink (planner_session_row_new ());

  g_object_set (row, "conference", fixture->conference, "entry", ui_find_entry (fixture, n), "show-forum",
                TRUE, NULL);

  return row;
}

static void
assert_sentence (PlannerSessionRow *row, const char *expected)
{
  g_autofree char *sentence = NULL;

  g_object_get (row, "sentence", &sentence, NULL);
  g_assert_cmpstr (sentence, ==, expected);
}

/* Gives the row a place, and so its star. */
static GtkWidget *
get_star (PlannerSessionRow *row)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_VERTICAL, 400, &height, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (row), 400, height, -1, NULL);

  return ui_find_child (row, "star");
}

static const char *
get_star_icon (PlannerSessionRow *row)
{
  return gtk_button_get_icon_name (GTK_BUTTON (get_star (row)));
}

/* Checks the texts after title and speakers, in their order. */
static void G_GNUC_NULL_TERMINATED
assert_parts (PlannerSessionRow *row, ...)
{
  PlannerRowText *texts = planner_session_row_get_text (row);
  const char *expected;
  guint n = 2;
  va_list parts;

  va_start (parts, row);
  while ((expected = va_arg (parts, const char *)))
    {
      PangoLayout *layout = planner_row_text_get_layout (texts, n++, NULL);

      g_assert_nonnull (layout);
      g_assert_cmpstr (pango_layout_get_text (layout), ==, expected);
    }
  va_end (parts);
  g_assert_null (planner_row_text_get_layout (texts, n, NULL));
}

static void
test_literal (UiFixture *fixture, gconstpointer data)
{
  PlannerSessionRow *first = make_row (fixture, 1);
  PlannerSessionRow *second = make_row (fixture, 2);

  g_assert_nonnull (ui_find_label (GTK_WIDGET (first), "R&D <3"));
  g_assert_nonnull (ui_find_label (GTK_WIDGET (first), "Ann <i>O</i> & Co"));
  assert_parts (first, "10:00 – 11:00", "Hall", "Rust & Co", NULL);
  g_assert_nonnull (ui_find_label (GTK_WIDGET (second), "A <b>bold</b> talk"));

  g_assert_finalize_object (first);
  g_assert_finalize_object (second);
}

static void
assert_star_name (PlannerSessionRow *row, const char *name)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_star (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
test_star (UiFixture *fixture, gconstpointer data)
{
  PlannerSessionRow *row = make_row (fixture, 1);

  assert_sentence (row, "R&D <3, Ann <i>O</i> & Co, 10:00 – 11:00, Hall, not starred");
  g_assert_cmpstr (get_star_icon (row), ==, "planner-unstarred-symbolic");

  assert_star_name (row, "Star “R&D <3”");

  ui_star (fixture, 1, TRUE);
  assert_sentence (row, "R&D <3, Ann <i>O</i> & Co, 10:00 – 11:00, Hall, starred");
  assert_star_name (row, "Remove Star from “R&D <3”");
  g_assert_cmpstr (get_star_icon (row), ==, "starred-symbolic");

  ui_star (fixture, 1, FALSE);
  assert_sentence (row, "R&D <3, Ann <i>O</i> & Co, 10:00 – 11:00, Hall, not starred");
  g_assert_finalize_object (row);
}

static GtkWidget *
show_in_window (PlannerSessionRow *row)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (row));
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_for_frames (window);

  return window;
}

/* Nobody sees a star that is off screen, and a list has two hundred rows. */
static void
test_off_screen (UiFixture *fixture, gconstpointer data)
{
  PlannerSessionRow *row = make_row (fixture, 1);
  GtkWidget *widget = GTK_WIDGET (row);
  GtkWidget *window;
  int before, after;

  g_assert_null (ui_find_child (row, "star"));
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 400, &before, NULL, NULL, NULL);
  window = show_in_window (row);
  g_assert_nonnull (ui_find_child (row, "star"));
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 400, &after, NULL, NULL, NULL);
  g_assert_cmpint (after, ==, before);

  gtk_widget_set_child_visible (widget, FALSE);
  g_assert_null (ui_find_child (row, "star"));

  gtk_widget_set_child_visible (widget, TRUE);
  ui_wait_for_frames (window);
  g_assert_nonnull (ui_find_child (row, "star"));

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (row);
}

/* The focus comes back to the star with the row. */
static void
test_focused_star (UiFixture *fixture, gconstpointer data)
{
  PlannerSessionRow *row = make_row (fixture, 1);
  GtkWidget *window = show_in_window (row);
  GtkWidget *star = ui_find_child (row, "star");

  gtk_widget_set_sensitive (star, TRUE);
  g_assert_true (gtk_widget_grab_focus (star));
  gtk_widget_set_child_visible (GTK_WIDGET (row), FALSE);
  g_assert_true (ui_find_child (row, "star") == star);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (row);
}

/* The place that a row keeps for its star is the size that style.css gives the star. */
static void
test_star_size (UiFixture *fixture, gconstpointer data)
{
  PlannerSessionRow *row = make_row (fixture, 1);
  GtkWidget *window = show_in_window (row);
  GtkWidget *star = ui_find_child (row, "star");
  int minimum, natural;

  ui_load_style ();
  ui_wait_for_frames (window);
  gtk_widget_measure (star, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, PLANNER_ROW_STAR_WIDTH);
  g_assert_cmpint (natural, ==, PLANNER_ROW_STAR_WIDTH);
  gtk_widget_measure (star, GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, PLANNER_ROW_STAR_HEIGHT);
  g_assert_cmpint (natural, ==, PLANNER_ROW_STAR_HEIGHT);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (row);
}

static double
get_middle (gpointer widget, gpointer row)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, row, &bounds));

  return bounds.origin.y + bounds.size.height / 2;
}

/* The star and the icon of a clash are beside the first line of the title, also with large text. */
static void
test_icons_beside_title (UiFixture *fixture, gconstpointer data)
{
  PlannerSessionRow *row = make_row (fixture, 1);
  GtkWidget *window = show_in_window (row);
  graphene_rect_t bounds;

  ui_star (fixture, 1, TRUE);
  ui_star (fixture, 2, TRUE);
  ui_load_style ();
  for (int scale = 1; scale <= 2; scale++)
    {
      PangoLayout *title;
      PangoRectangle line;
      double middle;

      ui_set_text_scale (scale);
      ui_wait_for_frames (window);
      title = ui_find_layout (row, "R&D <3", &bounds);
      pango_layout_line_get_pixel_extents (pango_layout_get_line_readonly (title, 0), NULL, &line);
      middle = bounds.origin.y + line.height / 2.0;
      g_assert_cmpfloat_with_epsilon (get_middle (ui_find_child (row, "star"), row), middle, 4);
      g_assert_cmpfloat_with_epsilon (get_middle (ui_find_child (row, "warning"), row), middle, 4);
    }
  ui_set_text_scale (1);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (row);
}

/* A window gets its new size later than its row gets a plan. */
static void
test_old_height (UiFixture *fixture, gconstpointer data)
{
  PlannerSessionRow *row = make_row (fixture, 1);
  GtkWidget *plan;
  int height;

  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_VERTICAL, 400, &height, NULL, NULL, NULL);
  g_object_set (row, "show-plan", TRUE, NULL);
  plan = ui_find_widget (row, PLANNER_TYPE_PLAN_STRIP);
  gtk_widget_set_visible (plan, TRUE);
  gtk_widget_allocate (GTK_WIDGET (row), 400, height, -1, NULL);
  g_assert_cmpint (gtk_widget_get_height (plan), ==, 0);

  g_assert_finalize_object (row);
}

static void
test_plan_b (UiFixture *fixture, gconstpointer data)
{
  PlannerSessionRow *row = make_row (fixture, 1);

  ui_set_plan_b (fixture, 1, TRUE);
  assert_parts (row, "Plan B", "10:00 – 11:00", "Hall", "Rust & Co", NULL);
  assert_sentence (row, "R&D <3, Ann <i>O</i> & Co, 10:00 – 11:00, Hall, starred as plan B");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "plan-b"));

  ui_set_plan_b (fixture, 1, FALSE);
  assert_parts (row, "10:00 – 11:00", "Hall", "Rust & Co", NULL);
  assert_sentence (row, "R&D <3, Ann <i>O</i> & Co, 10:00 – 11:00, Hall, starred");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "plan-b"));
  g_assert_finalize_object (row);
}

static void
test_clash (UiFixture *fixture, gconstpointer data)
{
  PlannerSessionRow *row = make_row (fixture, 1);
  GtkWidget *mark;

  g_assert_null (ui_find_child (row, "warning"));
  ui_star (fixture, 1, TRUE);
  ui_star (fixture, 2, TRUE);

  mark = ui_find_child (row, "warning");
  g_assert_true (gtk_widget_get_visible (mark));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (mark), ==, "Clashes with A <b>bold</b> talk");
  assert_sentence (
      row, "R&D <3, Ann <i>O</i> & Co, 10:00 – 11:00, Hall, Clashes with A <b>bold</b> talk, starred");

  ui_star (fixture, 2, FALSE);
  g_assert_false (gtk_widget_get_visible (mark));
  g_assert_finalize_object (row);
}

static void
test_withdrawn (UiFixture *fixture, gconstpointer data)
{
  PlannerSessionRow *row = make_row (fixture, 1);

  planner_entry_set_withdrawn (ui_find_entry (fixture, 1), "old key");

  assert_parts (row, "Withdrawn", "10:00 – 11:00", "Hall", "Rust & Co", NULL);
  g_assert_cmpstr (get_star_icon (row), ==, "window-close-symbolic");
  planner_entry_set_withdrawn (ui_find_entry (fixture, 1), NULL);
  g_assert_finalize_object (row);
}

static PlannerSession *
make_session (const char *title)
{
  PlannerSession *session = planner_session_new ();

  session->key = g_strdup ("k");
  session->zone = g_time_zone_new_utc ();
  planner_text_add (&session->title, "", title);

  return session;
}

/* Takes @session. */
static PlannerSessionRow *
make_row_of (PlannerSession *session)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  g_autoptr (PlannerEntry) entry = NULL;
  PlannerDay *day = planner_day_new ();
  PlannerSessionRow *row = g_object_ref_sink (planner_session_row_new ());

  day->date = g_strdup ("2026-07-01");
  g_ptr_array_add (agenda->days, day);
  g_ptr_array_add (agenda->sessions, session);
  planner_agenda_seal (agenda, g_get_language_names ());
  entry = planner_entry_new (agenda, session);
  g_object_set (row, "entry", entry, NULL);

  return row;
}

/* A session that does not take place never runs, but its time passes. */
static void
test_cancelled (void)
{
  PlannerSession *session = make_session ("Gone");
  PlannerSessionRow *row;

  session->start_utc = 10 * 3600;
  session->duration_s = 3600;
  session->cancelled = TRUE;
  row = make_row_of (session);

  g_object_set (row, "now-utc", G_GINT64_CONSTANT (10) * 3600 + 60, NULL);
  assert_sentence (row, "Gone, cancelled, 10:00 – 11:00, Room to be announced, not starred");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "running"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "over"));

  g_object_set (row, "now-utc", G_GINT64_CONSTANT (11) * 3600, NULL);
  assert_sentence (row, "Gone, cancelled, 10:00 – 11:00, over, Room to be announced, not starred");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "over"));

  g_assert_finalize_object (row);
}

static int
measure_with_title (const char *title)
{
  PlannerSessionRow *row = make_row_of (make_session (title));
  int height;

  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_VERTICAL, 330, NULL, &height, NULL, NULL);
  g_assert_finalize_object (row);

  return height;
}

static void
test_long_title (void)
{
  g_autofree char *long_title = g_strnfill (1000, 'w');
  g_autoptr (GString) words = g_string_new (NULL);

  for (int i = 0; i < 200; i++)
    g_string_append (words, "word ");

  g_assert_cmpint (measure_with_title (long_title), ==, measure_with_title (words->str));
  g_assert_cmpint (measure_with_title (long_title), <, 80);
}

static void
add (const char *path, void (*test) (UiFixture *, gconstpointer))
{
  g_test_add (path, UiFixture, NULL, ui_set_up, test, ui_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/ui/session-row/X1/texts-are-not-markup", test_literal);
  add ("/ui/session-row/U11/star-is-shown-and-spoken", test_star);
  add ("/ui/session-row/star-is-made-on-screen", test_off_screen);
  add ("/ui/session-row/star-keeps-the-focus", test_focused_star);
  add ("/ui/session-row/star-fits-its-place", test_star_size);
  add ("/ui/session-row/icons-are-beside-title", test_icons_beside_title);
  add ("/ui/session-row/old-height-leaves-no-place-for-the-plan", test_old_height);
  add ("/ui/session-row/U16/plan-b-is-shown-and-spoken", test_plan_b);
  add ("/ui/session-row/U3/clash-is-shown-and-spoken", test_clash);
  add ("/ui/session-row/I4/withdrawn-session-is-labelled", test_withdrawn);
  g_test_add_func ("/ui/session-row/L2/cancelled-session-passes-without-running", test_cancelled);
  g_test_add_func ("/ui/session-row/X2/long-title-keeps-height", test_long_title);

  return g_test_run ();
}
