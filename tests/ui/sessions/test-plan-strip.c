/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/shown-texts.h"
#include "ui/ui-fixture.h"

#include "library/planner-conference-refresh.h"
#include "ui/sessions/planner-plan-strip.h"
#include "ui/sessions/planner-session-row.h"

static void
append_in_lab (GString *events, int n, const char *start, const char *title)
{
  g_autoptr (GString) event = g_string_new (NULL);

  ui_append_event (event, n, "2037-07-01", start, title, "Rust");
  g_string_replace (event, "Hall", "Lab", 0);
  g_string_append_printf (events, ",%s", event->str);
}

/* Sessions 1 (10:00) and 2 (10:30) clash, 3 (13:00) is later, and 4 (11:30) fits between; each takes an hour. Session 6 (14:05)
 * is in another room. */
static void
set_up (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *schedule = NULL;
  g_autofree char *path = NULL;

  ui_set_up (fixture, data);
  ui_append_event (first, 1, "2037-07-01", "10:00", "One", "Rust");
  ui_append_event (first, 2, "2037-07-01", "10:30", "Two", "Rust");
  ui_append_event (first, 3, "2037-07-01", "13:00", "Three", "Rust");
  ui_append_event (first, 4, "2037-07-01", "11:30", "Four", "Rust");
  append_in_lab (first, 6, "14:05", "Six");
  ui_append_event (second, 5, "2037-07-02", "10:00", "Five", "Rust");
  schedule = ui_make_schedule ("2", "Test", first, second);
  path = g_build_filename (fixture->folder, "schedule.json", NULL);
  g_assert_true (g_file_set_contents (path, schedule, -1, NULL));
  planner_conference_refresh_async (fixture->conference, NULL, keep_result_cb, &result);
  planner_conference_refresh_finish (fixture->conference, wait_for_result (&result), &error);
  g_assert_no_error (error);
}

static PlannerSessionRow *
make_row (UiFixture *fixture, int n)
{
  PlannerSessionRow *row = g_object_ref_sink (planner_session_row_new ());

  g_object_set (row, "conference", fixture->conference, "entry", ui_find_entry (fixture, n), "show-plan",
                TRUE, NULL);

  return row;
}

static void
assert_no_strip (PlannerSessionRow *row)
{
  g_assert_false (gtk_widget_get_visible (ui_find_widget (row, PLANNER_TYPE_PLAN_STRIP)));
}

static void
assert_target (GtkWidget *label, const char *expected)
{
  GtkWidget *button = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
  GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button));
  g_autofree char *text = g_variant_print (target, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_free_time (UiFixture *fixture, gconstpointer data)
{
  PlannerSessionRow *row = make_row (fixture, 1);
  GtkWidget *label;

  assert_no_strip (row);
  ui_star (fixture, 1, TRUE);
  assert_no_strip (row);
  ui_star (fixture, 3, TRUE);
  label = ui_find_label (GTK_WIDGET (row), "Free 2 h · 1 session fits");
  g_assert_nonnull (label);
  /* 2037-07-01 11:00 and 13:00 in Berlin. */
  assert_target (label, "('11111111-1111-4111-8111-000000000001', 2130051600, 2130058800)");
  ui_star (fixture, 4, TRUE);
  g_assert_nonnull (ui_find_label (GTK_WIDGET (row), "Free 30 min"));
  ui_star (fixture, 1, FALSE);
  assert_no_strip (row);
  g_assert_finalize_object (row);
}

static float
get_left (GtkWidget *widget, gpointer row)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, row, &bounds));

  return bounds.origin.x;
}

/* The button is flat, so that only its content is seen. */
static void
test_free_time_begins_with_texts (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  PlannerSessionRow *row = make_row (fixture, 1);
  GtkWidget *content;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (row));
  gtk_window_present (GTK_WINDOW (window));
  ui_star (fixture, 1, TRUE);
  ui_star (fixture, 6, TRUE);
  ui_wait_for_frames (window);
  content = gtk_widget_get_parent (ui_find_label (GTK_WIDGET (row), "Free 3 h 5 min · 2 sessions fit"));
  g_assert_cmpfloat (get_left (content, row), ==,
                     get_left (ui_find_label (GTK_WIDGET (row), "Hall → Lab"), row));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (row);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer page)
{
  static const char *const followed[] = { "conference", "show-plan", NULL };

  planner_session_row_set_up (item, page, followed);
}

/* @page: has the conference of the rows. Returns: (transfer none): a list on screen whose first session is selected */
static GtkWidget *
present_list (GListStore *entries, PlannerSessionRow *page)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), page);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (
                                gtk_single_selection_new (G_LIST_MODEL (g_object_ref (entries)))),
                            factory);
  gtk_widget_add_css_class (list, "sessions");
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 400);
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_for_frames (window);

  return list;
}

/* Returns: the color at a position in @list, or 0 if it is transparent */
static guint32
get_color_at (GtkWidget *list, float x, float y)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (list);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  const int width = gtk_widget_get_width (list);
  const int height = gtk_widget_get_height (list);
  g_autofree guint32 *pixels = g_new (guint32, width * height);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (list)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * sizeof (guint32));

  return pixels[(int) y * width + (int) x];
}

static void
test_highlight (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GListStore) entries = g_list_store_new (PLANNER_TYPE_ENTRY);
  PlannerSessionRow *page = make_row (fixture, 1);
  GtkWidget *list;
  graphene_rect_t session, plan;
  float x, bar, y;
  guint32 color;

  g_list_store_append (entries, ui_find_entry (fixture, 1));
  list = present_list (entries, page);
  ui_star (fixture, 1, TRUE);
  ui_star (fixture, 3, TRUE);
  ui_wait_for_frames (list);
  g_assert_true (gtk_widget_compute_bounds (ui_find_widget (list, PLANNER_TYPE_SESSION_ROW), list, &session));
  g_assert_true (gtk_widget_compute_bounds (ui_find_widget (list, PLANNER_TYPE_PLAN_STRIP), list, &plan));
  /* No row has a text 60 pixels from its end. */
  x = session.size.width - 60;
  y = session.origin.y + 1;
  /* The picture includes the padding of the list, 6 pixels. */
  bar = session.origin.x + 6 + 2;
  g_assert_cmpuint (get_color_at (list, x, y), !=, 0);
  g_assert_cmpuint (get_color_at (list, x, plan.origin.y), ==, 0);
  g_assert_cmpuint (get_color_at (list, x, plan.origin.y + plan.size.height - 1), ==, 0);

  /* Both highlights are behind the session. */
  color = get_color_at (list, bar, y + 20);
  ui_star (fixture, 3, FALSE);
  ui_wait_for_frames (list);
  g_assert_cmpuint (get_color_at (list, x, y), !=, 0);
  g_assert_cmpuint (get_color_at (list, bar, y + 20), ==, color);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (list)));
  g_object_unref (page);
}

/* 2037-07-01 12:10 in Berlin; session 3 starts at 13:00. */
static void
test_past_free_time (UiFixture *fixture, gconstpointer data)
{
  const gint64 now_utc = 2130055800;
  PlannerSessionRow *row = make_row (fixture, 1);

  ui_star (fixture, 1, TRUE);
  ui_star (fixture, 3, TRUE);
  g_object_set (row, "now-utc", now_utc, NULL);
  g_assert_nonnull (ui_find_label (GTK_WIDGET (row), "Free 50 min"));
  g_object_set (row, "now-utc", now_utc + 60, NULL);
  g_assert_nonnull (ui_find_label (GTK_WIDGET (row), "Free 49 min"));
  g_object_set (row, "now-utc", now_utc + 40 * 60, NULL);
  assert_no_strip (row);
  g_assert_finalize_object (row);
}

static void
test_other_day (UiFixture *fixture, gconstpointer data)
{
  PlannerSessionRow *row = make_row (fixture, 3);

  ui_star (fixture, 3, TRUE);
  ui_star (fixture, 5, TRUE);
  assert_no_strip (row);
  g_assert_finalize_object (row);
}

static void
test_clash (UiFixture *fixture, gconstpointer data)
{
  PlannerSessionRow *row = make_row (fixture, 1);
  GtkWidget *label;

  ui_star (fixture, 1, TRUE);
  ui_star (fixture, 2, TRUE);
  label = ui_find_label (GTK_WIDGET (row), "Keep This One");
  g_assert_nonnull (label);
  assert_target (label, "'"
                        "11111111-1111-4111-8111-000000000001"
                        "'");
  ui_star (fixture, 2, FALSE);
  g_assert_null (ui_find_label (GTK_WIDGET (row), "Keep This One"));
  g_assert_finalize_object (row);
}

static void
test_walk (UiFixture *fixture, gconstpointer data)
{
  PlannerSessionRow *row = make_row (fixture, 3);
  const gint64 start_utc = planner_entry_get_session (ui_find_entry (fixture, 6))->start_utc;
  g_autofree char *sentence = NULL;

  ui_star (fixture, 3, TRUE);
  assert_no_strip (row);
  ui_star (fixture, 6, TRUE);
  g_assert_nonnull (ui_find_label (GTK_WIDGET (row), "Hall → Lab, only 5 min"));
  g_object_get (row, "sentence", &sentence, NULL);
  g_assert_true (g_str_has_suffix (sentence, "starred, then from Hall to Lab, only 5 min"));
  g_object_set (row, "now-utc", start_utc, NULL);
  assert_no_strip (row);
  g_object_set (row, "now-utc", start_utc - 60, NULL);
  g_assert_nonnull (ui_find_label (GTK_WIDGET (row), "Hall → Lab, only 5 min"));
  ui_star (fixture, 6, FALSE);
  assert_no_strip (row);
  g_assert_finalize_object (row);
}

/* Session 2 runs at the same time as 1, and 4 starts when 2 ends. */
static void
test_make_going (UiFixture *fixture, gconstpointer data)
{
  PlannerSessionRow *row = make_row (fixture, 2);
  GtkWidget *label;

  ui_star (fixture, 1, TRUE);
  ui_set_plan_b (fixture, 2, TRUE);
  ui_set_plan_b (fixture, 4, TRUE);
  assert_no_strip (row);
  ui_star (fixture, 1, FALSE);
  label = ui_find_label (GTK_WIDGET (row), "Go to This One");
  g_assert_nonnull (label);
  assert_target (label, "'11111111-1111-4111-8111-000000000002'");

  ui_set_plan_b (fixture, 2, FALSE);
  assert_no_strip (row);
  g_assert_finalize_object (row);
}

static void
test_free_time_at_plan_b (UiFixture *fixture, gconstpointer data)
{
  PlannerSessionRow *row = make_row (fixture, 1);

  ui_star (fixture, 1, TRUE);
  ui_star (fixture, 3, TRUE);
  ui_set_plan_b (fixture, 4, TRUE);
  g_assert_nonnull (ui_find_label (GTK_WIDGET (row), "Free 2 h · 1 session fits"));
  ui_set_plan_b (fixture, 4, FALSE);
  g_assert_nonnull (ui_find_label (GTK_WIDGET (row), "Free 30 min"));
  ui_set_plan_b (fixture, 1, TRUE);
  g_assert_null (ui_find_label (GTK_WIDGET (row), "Free 30 min"));
  g_assert_finalize_object (row);
}

int
main (int argc, char *argv[])
{
  const struct
  {
    const char *path;
    void (*test) (UiFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/ui/plan-strip/free-time-until-the-next-session", test_free_time },
    { "/ui/plan-strip/free-time-begins-where-texts-begin", test_free_time_begins_with_texts },
    { "/ui/plan-strip/highlight-of-a-session-leaves-out-its-plan", test_highlight },
    { "/ui/plan-strip/L2/no-free-time-in-the-past", test_past_free_time },
    { "/ui/plan-strip/no-free-time-over-night", test_other_day },
    { "/ui/plan-strip/way-to-another-room", test_walk },
    { "/ui/plan-strip/U16/make-plan-b-going", test_make_going },
    { "/ui/plan-strip/U16/plan-b-takes-no-free-time", test_free_time_at_plan_b },
    { "/ui/plan-strip/U3/keep-one-of-clashing-sessions", test_clash },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_load_style ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, UiFixture, NULL, set_up, tests[i].test, ui_tear_down);

  return g_test_run ();
}
