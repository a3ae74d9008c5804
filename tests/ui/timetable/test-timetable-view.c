/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "bench/big-schedule.h"
#include "ui/timetable/planner-timetable-cell.h"
#include "ui/timetable/planner-timetable-pane.h"
#include "ui/timetable/planner-timetable-view.h"

/* 2026-07-01 10:45 in Berlin. */
#define NOW_UTC G_GINT64_CONSTANT (1782895500)

typedef struct
{
  char *folder;
  PlannerLibrary *library;
  PlannerConference *conference; /* borrowed from the library */
  GtkWidget *window;
  GtkWidget *scroller;
  PlannerTimetableView *view;
  char *opened;  /* owned, nullable: the parameter of the last win.show-session */
  char *starred; /* owned, nullable: the parameter of the last win.toggle-star */
} Fixture;

/* Room A: 1 at 10:00, 2 at 10:30 beside it, 3 at 12:00. Room B: 4 at 10:15. Room C: 5 at 14:00. Each lasts an hour. */
static const struct
{
  const char *room, *start;
} events[] = { { "A", "10:00" }, { "A", "10:30" }, { "A", "12:00" }, { "B", "10:15" }, { "C", "14:00" } };

static char *
make_feed (void)
{
  GString *feed =
      g_string_new ("{\"schedule\":{\"version\":\"1\",\"conference\":{\"title\":\"Test\",\"acronym\":\"t\","
                    "\"time_zone_name\":\"Europe/Berlin\",\"days\":[{\"index\":1,\"date\":\"2026-07-01\","
                    "\"rooms\":{");

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      const gboolean same = i > 0 && g_str_equal (events[i].room, events[i - 1].room);

      if (!same)
        g_string_append_printf (feed, "%s\"%s\":[", i > 0 ? "]," : "", events[i].room);
      g_string_append_printf (
          feed,
          "%s{\"guid\":\"" KEY_FORMAT "\",\"id\":%u,\"title\":\"Talk %u\","
          "\"date\":\"2026-07-01T%s:00+02:00\",\"start\":\"%s\",\"duration\":\"01:00\","
          "\"room\":\"%s\",\"track\":\"Rust\",\"persons\":[{\"id\":%u,\"name\":\"Ann %u\"}]}",
          same ? "," : "", i + 1, i + 1, i + 1, events[i].start, events[i].start, events[i].room, i + 1,
          i + 1);
    }
  g_string_append (feed, "]}}]}}}");

  return g_string_free_and_steal (feed);
}

static void
opened_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_set_str (&((Fixture *) data)->opened, g_variant_get_string (parameter, NULL));
}

static void
starred_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_set_str (&((Fixture *) data)->starred, g_variant_get_string (parameter, NULL));
}

static void
add_actions (Fixture *fixture)
{
  const GActionEntry entries[] = {
    { .name = "show-session", .activate = opened_cb, .parameter_type = "s" },
    { .name = "show-room", .activate = opened_cb, .parameter_type = "s" },
    { .name = "toggle-star", .activate = starred_cb, .parameter_type = "s" },
    { .name = "toggle-plan-b", .activate = starred_cb, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
}

static void
show_day (Fixture *fixture, const char *date)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *all = planner_conference_get_entries (fixture->conference);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (all, i);

      if (g_str_equal (planner_entry_get_day (entry)->date, date))
        g_ptr_array_add (entries, g_steal_pointer (&entry));
    }
  planner_timetable_view_set_entries (fixture->view, fixture->conference, entries, NULL);
}

static void
set_up_with_feed (Fixture *fixture, const char *feed, const char *date, gint64 now_utc)
{
  g_autoptr (PlannerFetcher) fetcher = planner_fetcher_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *feed_path = NULL;
  g_autofree char *store_path = NULL;

  fixture->folder = g_dir_make_tmp ("planner-ui-XXXXXX", NULL);
  feed_path = g_build_filename (fixture->folder, "schedule.json", NULL);
  store_path = g_build_filename (fixture->folder, "planner.db", NULL);
  g_assert_true (g_file_set_contents (feed_path, feed, -1, NULL));
  fixture->library = load_library (store_path, fetcher);
  fixture->conference = add_to_library (fixture->library, feed_path, &error);
  g_assert_no_error (error);

  fixture->window = gtk_window_new ();
  fixture->scroller = gtk_scrolled_window_new ();
  fixture->view = g_object_new (PLANNER_TYPE_TIMETABLE_VIEW, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 500);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->scroller), GTK_WIDGET (fixture->view));
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->scroller);
  add_actions (fixture);
  planner_timetable_view_set_now (fixture->view, now_utc);
  show_day (fixture, date);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for_frames (fixture->window);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *feed = make_feed ();

  set_up_with_feed (fixture, feed, "2026-07-01", NOW_UTC);
}

static void
set_up_many (Fixture *fixture, gconstpointer data)
{
  g_autofree char *feed = big_schedule_make_json (BIG_SESSIONS, BIG_SENTENCES);

  set_up_with_feed (fixture, feed, "2026-12-27", 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_iterate ();
  g_assert_null (view);
  finish_object (g_steal_pointer (&fixture->library));
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->opened);
  g_free (fixture->starred);
}

static PlannerTimetableCell *
find_cell (Fixture *fixture, const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child;
       child = gtk_widget_get_next_sibling (child))
    {
      PlannerEntry *entry = PLANNER_IS_TIMETABLE_CELL (child)
                                ? planner_timetable_cell_get_entry (PLANNER_TIMETABLE_CELL (child))
                                : NULL;

      if (entry && g_str_equal (planner_entry_get_session (entry)->title.shown, title))
        return PLANNER_TIMETABLE_CELL (child);
    }

  return NULL;
}

static void
assert_focus (Fixture *fixture, const char *title)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  ui_wait_for_frames (fixture->window);
  g_assert_true (PLANNER_IS_TIMETABLE_CELL (focus));
  g_assert_cmpstr (planner_entry_get_session (
                       planner_timetable_cell_get_entry (PLANNER_TIMETABLE_CELL (focus)))
                       ->title.shown,
                   ==, title);
}

static void
move (Fixture *fixture, GtkDirectionType direction)
{
  gtk_widget_child_focus (fixture->window, direction);
}

/* Runs the key bindings of the view. */
static void
press (Fixture *fixture, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) &&
                        j < g_list_model_get_n_items (G_LIST_MODEL (controller));
           j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
              gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
              gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (fixture->view),
                                          gtk_shortcut_get_arguments (shortcut));
        }
    }
}

static void
test_cells (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = GTK_WIDGET (find_cell (fixture, "Talk 1"));
  GtkWidget *beside = GTK_WIDGET (find_cell (fixture, "Talk 2"));
  GtkWidget *other = GTK_WIDGET (find_cell (fixture, "Talk 4"));
  graphene_rect_t a, b, c;

  g_assert_true (first && beside && other);
  g_assert_true (gtk_widget_compute_bounds (first, GTK_WIDGET (fixture->view), &a));
  g_assert_true (gtk_widget_compute_bounds (beside, GTK_WIDGET (fixture->view), &b));
  g_assert_true (gtk_widget_compute_bounds (other, GTK_WIDGET (fixture->view), &c));
  g_assert_cmpfloat (a.size.height, >=, 60 * 2);
  g_assert_cmpfloat (a.origin.x + a.size.width, <=, b.origin.x);
  g_assert_cmpfloat (b.origin.x + b.size.width, <=, c.origin.x);
  g_assert_cmpfloat (a.origin.y, <, c.origin.y);
  g_assert_cmpfloat (c.origin.y, <, b.origin.y);
  g_assert_nonnull (ui_find_label (GTK_WIDGET (fixture->view), "A"));
  g_assert_nonnull (ui_find_label (GTK_WIDGET (fixture->view), "11:00"));
}

static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  move (fixture, GTK_DIR_TAB_FORWARD);
  assert_focus (fixture, "Talk 3");
  move (fixture, GTK_DIR_UP);
  assert_focus (fixture, "Talk 2");
  move (fixture, GTK_DIR_LEFT);
  assert_focus (fixture, "Talk 1");
  move (fixture, GTK_DIR_LEFT);
  assert_focus (fixture, "Talk 1");
  move (fixture, GTK_DIR_RIGHT);
  assert_focus (fixture, "Talk 2");
  move (fixture, GTK_DIR_RIGHT);
  assert_focus (fixture, "Talk 4");
  move (fixture, GTK_DIR_RIGHT);
  assert_focus (fixture, "Talk 5");
  move (fixture, GTK_DIR_DOWN);
  assert_focus (fixture, "Talk 5");
  press (fixture, GDK_KEY_Home, 0);
  assert_focus (fixture, "Talk 1");
  press (fixture, GDK_KEY_End, 0);
  assert_focus (fixture, "Talk 5");
}

static GtkAccessible *
find_header (Fixture *fixture, const char *room)
{
  GtkWidget *label = ui_find_label (GTK_WIDGET (fixture->view), room);

  return GTK_ACCESSIBLE (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON));
}

static void
assert_header_focus (Fixture *fixture, const char *room)
{
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (find_header (fixture, room)));
}

/* Up from the first session of a column reaches the header, which opens the room. */
static void
test_headers (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_Home, 0);
  move (fixture, GTK_DIR_UP);
  assert_header_focus (fixture, "A");
  move (fixture, GTK_DIR_RIGHT);
  assert_header_focus (fixture, "B");
  move (fixture, GTK_DIR_LEFT);
  move (fixture, GTK_DIR_LEFT);
  assert_header_focus (fixture, "A");
  g_signal_emit_by_name (find_header (fixture, "A"), "clicked");
  g_assert_cmpstr (fixture->opened, ==, "A");
  press (fixture, GDK_KEY_s, 0);
  g_assert_null (fixture->starred);
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->view), GTK_DIR_UP));
  move (fixture, GTK_DIR_DOWN);
  assert_focus (fixture, "Talk 1");
}

static void
test_arrows_rtl (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_direction (GTK_WIDGET (fixture->view), GTK_TEXT_DIR_RTL);
  press (fixture, GDK_KEY_Home, 0);
  assert_focus (fixture, "Talk 1");
  move (fixture, GTK_DIR_LEFT);
  assert_focus (fixture, "Talk 2");
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_Home, 0);
  press (fixture, GDK_KEY_Return, 0);
  g_assert_true (g_str_has_suffix (fixture->opened, "1"));
  g_assert_null (fixture->starred);
  press (fixture, GDK_KEY_s, 0);
  g_assert_true (g_str_has_suffix (fixture->starred, "1"));
  press (fixture, GDK_KEY_End, 0);
  press (fixture, GDK_KEY_d, GDK_CONTROL_MASK);
  g_assert_true (g_str_has_suffix (fixture->starred, "5"));
  g_clear_pointer (&fixture->starred, g_free);
  press (fixture, GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_true (g_str_has_suffix (fixture->starred, "5"));
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  PlannerTimetableCell *cell = find_cell (fixture, "Talk 4");

  gtk_test_accessible_assert_role (fixture->view, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Timetable");
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "10:15 – 11:15, B, Talk 4, Ann 4, not starred");
  gtk_test_accessible_assert_role (find_header (fixture, "A"), GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_test_accessible_assert_property (find_header (fixture, "A"), GTK_ACCESSIBLE_PROPERTY_LABEL, "A");
  gtk_test_accessible_assert_role (ui_find_label (GTK_WIDGET (fixture->view), "11:00"),
                                   GTK_ACCESSIBLE_ROLE_ROW_HEADER);

  planner_entry_set_starred (planner_timetable_cell_get_entry (cell), TRUE);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "10:15 – 11:15, B, Talk 4, Ann 4, starred");
  planner_entry_set_plan_b (planner_timetable_cell_get_entry (cell), TRUE);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "10:15 – 11:15, B, Talk 4, Ann 4, starred as plan B");
  g_assert_true (find_cell (fixture, "Talk 4") == cell);
}

static GtkAdjustment *
get_vertical (Fixture *fixture)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fixture->scroller));
}

/* The cells scroll below the name of the room. */
static float
get_header_height (Fixture *fixture)
{
  GtkWidget *room = gtk_widget_get_parent (ui_find_label (GTK_WIDGET (fixture->view), "A"));
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (room, GTK_WIDGET (fixture->view), &bounds));

  return bounds.origin.y + bounds.size.height;
}

static void
test_now (Fixture *fixture, gconstpointer data)
{
  const double at_now = gtk_adjustment_get_value (get_vertical (fixture));
  GtkWidget *now = ui_find_label (GTK_WIDGET (fixture->view), "10:45");

  g_assert_nonnull (now);
  g_assert_true (gtk_widget_get_child_visible (now));
  planner_timetable_view_set_now (fixture->view, NOW_UTC + 60);
  ui_wait_for_frames (fixture->window);
  g_assert_nonnull (ui_find_label (GTK_WIDGET (fixture->view), "10:46"));
  g_assert_cmpfloat (gtk_adjustment_get_value (get_vertical (fixture)), ==, at_now);

  planner_timetable_view_set_now (fixture->view, NOW_UTC + 3 * 60 * 60);
  planner_timetable_view_open_at_now (fixture->view);
  ui_wait_for_frames (fixture->window);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_vertical (fixture)), >, at_now);

  planner_timetable_view_set_now (fixture->view, NOW_UTC + 24 * 60 * 60);
  ui_wait_for_frames (fixture->window);
  g_assert_false (gtk_widget_get_child_visible (now));
}

/* Only room C has a session at 14:15, and only the rooms A and B are on screen. */
static void
test_column_of_now (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *horizontal = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (fixture->view));

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 420, 500);
  ui_wait_for_frames (fixture->window);
  planner_timetable_view_open_at_now (fixture->view);
  ui_wait_for_frames (fixture->window);
  g_assert_cmpfloat (gtk_adjustment_get_value (horizontal), ==, 0);

  planner_timetable_view_set_now (fixture->view, NOW_UTC + (3 * 60 + 30) * 60);
  planner_timetable_view_open_at_now (fixture->view);
  ui_wait_for_frames (fixture->window);
  g_assert_cmpfloat (gtk_adjustment_get_value (horizontal), >, 0);

  planner_timetable_view_set_now (fixture->view, NOW_UTC);
  planner_timetable_view_open_at_now (fixture->view);
  ui_wait_for_frames (fixture->window);
  g_assert_cmpfloat (gtk_adjustment_get_value (horizontal), ==, 0);
}

/* Returns the top of the first text that a node draws, or -1 if there is none. */
static float
find_text (GskRenderNode *node, float y)
{
  graphene_rect_t bounds;
  float x, dy, found = -1;

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_TEXT_NODE:
      gsk_render_node_get_bounds (node, &bounds);
      return y + bounds.origin.y;
    case GSK_CLIP_NODE:
      return find_text (gsk_clip_node_get_child (node), y);
    case GSK_TRANSFORM_NODE:
      gsk_transform_to_translate (gsk_transform_node_get_transform (node), &x, &dy);
      return find_text (gsk_transform_node_get_child (node), y + dy);
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node) && found < 0; i++)
        found = find_text (gsk_container_node_get_child (node, i), y);
      return found;
    default:
      return -1;
    }
}

/* Counts the lines at now that are drawn, which are two pixels high: those as wide as the view, and those at the ends of cells. */
static void
count_now_lines (GskRenderNode *node, guint *n_wide, guint *n_narrow)
{
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  if (bounds.size.height == 2 && bounds.size.width > 100)
    ++*n_wide;
  else if (bounds.size.height == 2 && bounds.size.width <= 6)
    ++*n_narrow;
  else if (gsk_render_node_get_node_type (node) == GSK_CLIP_NODE)
    count_now_lines (gsk_clip_node_get_child (node), n_wide, n_narrow);
  else if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      count_now_lines (gsk_container_node_get_child (node, i), n_wide, n_narrow);
}

/* A line on top of a session that runs would strike through its text. */
static void
test_now_line (Fixture *fixture, gconstpointer data)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  guint n_wide = 0, n_narrow = 0;

  GTK_WIDGET_GET_CLASS (fixture->view)->snapshot (GTK_WIDGET (fixture->view), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  count_now_lines (node, &n_wide, &n_narrow);
  g_assert_cmpuint (n_wide, <=, 1);
  g_assert_cmpuint (n_narrow, >=, 2);
}

static float
find_title (GtkWidget *cell)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  GTK_WIDGET_GET_CLASS (cell)->snapshot (cell, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);

  return find_text (node, 0);
}

/* The title of a long session must not scroll away while the session is visible. */
static void
test_title_stays (Fixture *fixture, gconstpointer data)
{
  PlannerTimetableCell *cell = find_cell (fixture, "Talk 1");
  GtkWidget *widget = GTK_WIDGET (cell);
  graphene_rect_t bounds;
  float hidden;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (fixture->view), &bounds));
  hidden = bounds.size.height / 2;
  gtk_adjustment_set_value (get_vertical (fixture), gtk_adjustment_get_value (get_vertical (fixture)) +
                                                        bounds.origin.y - get_header_height (fixture) +
                                                        hidden);
  ui_wait_for_frames (fixture->window);
  g_assert_true (find_cell (fixture, "Talk 1") == cell);
  g_assert_cmpfloat (find_title (widget), >=, hidden - 2);
  g_assert_true (planner_timetable_cell_is_star_at (cell, gtk_widget_get_width (widget) - 12, hidden + 12));
  g_assert_false (planner_timetable_cell_is_star_at (cell, gtk_widget_get_width (widget) - 12, 12));

  gtk_adjustment_set_value (get_vertical (fixture),
                            gtk_adjustment_get_value (get_vertical (fixture)) + bounds.size.height / 2 - 2);
  ui_wait_for_frames (fixture->window);
  g_assert_cmpfloat (find_title (widget), <, bounds.size.height - 8);
}

static double
press_and_measure (Fixture *fixture, guint key)
{
  press (fixture, key, GDK_CONTROL_MASK);
  ui_wait_for_frames (fixture->window);

  return gtk_adjustment_get_upper (get_vertical (fixture));
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  const double usual = gtk_adjustment_get_upper (get_vertical (fixture));
  double largest = 0;

  g_assert_cmpfloat (press_and_measure (fixture, GDK_KEY_plus), >, usual);
  g_assert_cmpfloat (press_and_measure (fixture, GDK_KEY_0), ==, usual);
  for (guint i = 0; i < 20; i++)
    largest = press_and_measure (fixture, GDK_KEY_plus);
  g_assert_cmpfloat (press_and_measure (fixture, GDK_KEY_plus), ==, largest);
  g_assert_cmpfloat (largest, <, 10 * usual);
}

static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_End, 0);
  show_day (fixture, "2026-07-01");
  assert_focus (fixture, "Talk 5");
  show_day (fixture, "2026-07-02");
  g_assert_true (planner_timetable_view_is_empty (fixture->view));
  g_assert_false (gtk_widget_grab_focus (GTK_WIDGET (fixture->view)));
  show_day (fixture, "2026-07-01");
  g_assert_false (planner_timetable_view_is_empty (fixture->view));
}

/* A widget for each visible session, and some that wait to be used again. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *horizontal = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (fixture->scroller));
  const guint at_first = ui_count_widgets (GTK_WIDGET (fixture->view));

  g_assert_cmpuint (at_first, <, 60);
  g_assert_cmpfloat (gtk_adjustment_get_upper (horizontal), >, 92 * 100);
  press (fixture, GDK_KEY_Home, 0);
  for (guint i = 0; i < 24; i++)
    {
      gtk_adjustment_set_value (horizontal, i * 640);
      gtk_adjustment_set_value (get_vertical (fixture), (i * 170) % 1200);
      ui_wait_for_frames (fixture->window);
    }
  g_assert_cmpuint (ui_count_widgets (GTK_WIDGET (fixture->view)), <, 80);
  assert_focus (fixture, "Session 0 of many");
  press (fixture, GDK_KEY_End, 0);
  assert_focus (fixture, "Session 367 of many");
}

static void
test_today (Fixture *fixture, gconstpointer data)
{
  GListModel *entries = planner_conference_get_entries (fixture->conference);
  const gint64 noon_utc = G_GINT64_CONSTANT (1798369200); /* 2026-12-27 12:00 in Berlin */
  const struct
  {
    int days;
    const char *today;
  } cases[] = { { -1, NULL }, { 0, "2026-12-27" }, { 2, "2026-12-29" }, { 9, NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *today = planner_find_today (entries, noon_utc + cases[i].days * 24 * 60 * 60);

      g_assert_cmpstr (today, ==, cases[i].today);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ui_tolerate_frame_timings ();
  adw_init ();

  g_test_add ("/ui/F7/timetable-shows-overlaps-side-by-side", Fixture, NULL, set_up, test_cells, tear_down);
  g_test_add ("/ui/U9/timetable-arrows-go-to-neighbors", Fixture, NULL, set_up, test_arrows, tear_down);
  g_test_add ("/ui/U4/timetable-headers-open-rooms-by-keyboard", Fixture, NULL, set_up, test_headers,
              tear_down);
  g_test_add ("/ui/U4/timetable-arrows-right-to-left", Fixture, NULL, set_up, test_arrows_rtl, tear_down);
  g_test_add ("/ui/U4/timetable-opens-and-stars-by-key", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/ui/U11/timetable-names-its-cells", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/ui/L1/timetable-opens-at-now", Fixture, NULL, set_up, test_now, tear_down);
  g_test_add ("/ui/L1/timetable-opens-at-column-of-now", Fixture, NULL, set_up, test_column_of_now,
              tear_down);
  g_test_add ("/ui/timetable/line-at-now-is-below-texts", Fixture, NULL, set_up, test_now_line, tear_down);
  g_test_add ("/ui/timetable/title-stays-visible", Fixture, NULL, set_up, test_title_stays, tear_down);
  g_test_add ("/ui/timetable/zoom", Fixture, NULL, set_up, test_zoom, tear_down);
  g_test_add ("/ui/U2/timetable-keeps-focus-when-sessions-are-replaced", Fixture, NULL, set_up, test_replaced,
              tear_down);
  g_test_add ("/ui/U2/timetable-has-few-widgets-for-many-sessions", Fixture, NULL, set_up_many, test_many,
              tear_down);
  g_test_add ("/ui/L1/timetable-finds-today", Fixture, NULL, set_up_many, test_today, tear_down);

  return g_test_run ();
}
