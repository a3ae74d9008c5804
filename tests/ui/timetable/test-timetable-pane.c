/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "library/planner-conference-refresh.h"
#include "ui/sessions/planner-whole-day.h"
#include "ui/timetable/planner-rooms-dialog.h"
#include "ui/timetable/planner-timetable-cell.h"
#include "ui/timetable/planner-timetable-pane.h"
#include "ui/timetable/planner-timetable-view.h"

typedef struct
{
  UiFixture base;
  GtkWidget *window;
  GtkWidget *pane;
} Fixture;

/* Rooms H.1, H.2 and Aula, with a session each on the first day. */
static const char *const rooms[] = { "H.1", "H.2", "Aula" };

static void
add_schedule (Fixture *fixture)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *schedule = NULL;
  g_autofree char *path = g_build_filename (fixture->base.folder, "schedule.json", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autoptr (GString) event = g_string_new (NULL);
      g_autofree char *title = g_strdup_printf ("Talk %u", i + 1);

      ui_append_event (event, (int) i + 1, "2037-07-01", "10:00", title, "Rust");
      g_string_replace (event, "Hall", rooms[i], 0);
      g_string_append_printf (first, "%s%s", i > 0 ? "," : "", event->str);
    }
  schedule = ui_make_schedule ("2", "Test", first, second);
  g_assert_true (g_file_set_contents (path, schedule, -1, NULL));
  planner_conference_refresh_async (fixture->base.conference, NULL, keep_result_cb, &result);
  planner_conference_refresh_finish (fixture->base.conference, wait_for_result (&result), &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_set_up (&fixture->base, data);
  add_schedule (fixture);
  fixture->window = adw_window_new ();
  fixture->pane = g_object_new (PLANNER_TYPE_TIMETABLE_PANE, "conference", fixture->base.conference,
                                "entries", planner_conference_get_entries (fixture->base.conference), "day",
                                "2037-07-01", "hide-rooms", TRUE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 500);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->pane);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for_frames (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_iterate ();
  ui_tear_down (&fixture->base, data);
}

static PlannerHiddenRooms *
get_hidden (Fixture *fixture)
{
  return planner_conference_get_hidden_rooms (fixture->base.conference);
}

/* Hides or shows the first @n rooms. */
static void
hide (Fixture *fixture, guint n, gboolean hidden)
{
  const GPtrArray *all = planner_conference_get_agenda (fixture->base.conference)->rooms;
  g_autoptr (GPtrArray) some = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (some, g_ptr_array_index (all, i));
  planner_hidden_rooms_hide (get_hidden (fixture), some, hidden);
  ui_wait_for_frames (fixture->window);
}

/* Widgets that wait to be used again keep their texts, but are not mapped. */
static GtkWidget *
find_mapped (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_mapped (child, text);

  return found;
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  return find_mapped (fixture->pane, text) != NULL;
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t heading, room, other;

  g_assert_true (shows (fixture, "H"));
  g_assert_true (gtk_widget_compute_bounds (ui_find_label (fixture->pane, "H"), fixture->pane, &heading));
  g_assert_true (gtk_widget_compute_bounds (ui_find_label (fixture->pane, "H.2"), fixture->pane, &room));
  g_assert_true (gtk_widget_compute_bounds (ui_find_label (fixture->pane, "Aula"), fixture->pane, &other));
  g_assert_cmpfloat (heading.origin.y + heading.size.height, <=, room.origin.y);
  g_assert_cmpfloat (heading.origin.x + heading.size.width, >=, room.origin.x + room.size.width);
  g_assert_cmpfloat (heading.origin.x + heading.size.width, <=, other.origin.x);
}

static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  AdwBanner *banner;

  g_assert_null (ui_find_widget (fixture->pane, ADW_TYPE_BANNER));
  hide (fixture, 1, TRUE);
  banner = ui_find_widget (fixture->pane, ADW_TYPE_BANNER);
  g_assert_false (shows (fixture, "H.1"));
  g_assert_true (shows (fixture, "H.2"));
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_cmpstr (adw_banner_get_title (banner), ==, "1 room hidden");

  ui_star (&fixture->base, 1, TRUE);
  hide (fixture, 2, TRUE);
  g_assert_cmpstr (adw_banner_get_title (banner), ==, "2 rooms hidden, with 1 of your sessions");
  g_assert_false (shows (fixture, "H"));

  planner_hidden_rooms_show_all (get_hidden (fixture));
  ui_wait_for_frames (fixture->window);
  g_assert_true (shows (fixture, "H.1"));
  g_assert_false (adw_banner_get_revealed (banner));
}

static void
test_all_hidden (Fixture *fixture, gconstpointer data)
{
  hide (fixture, 3, TRUE);
  g_assert_true (shows (fixture, "All Rooms Hidden"));
  hide (fixture, 1, FALSE);
  g_assert_false (shows (fixture, "All Rooms Hidden"));
  g_assert_true (shows (fixture, "H.1"));
}

/* My Schedule and filtered lists show all their sessions. */
static void
test_not_hiding (Fixture *fixture, gconstpointer data)
{
  hide (fixture, 1, TRUE);
  g_object_set (fixture->pane, "hide-rooms", FALSE, NULL);
  ui_wait_for_frames (fixture->window);
  g_assert_true (shows (fixture, "H.1"));
  g_assert_false (adw_banner_get_revealed (ui_find_widget (fixture->pane, ADW_TYPE_BANNER)));
}

/* Returns: (transfer none): another conference on the first day, with a session in room H.1 */
static PlannerConference *
add_other (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "other.json", NULL);
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *schedule = NULL;
  PlannerConference *other;

  ui_append_event (first, 7, "2037-07-01", "12:00", "Elsewhere", "Go");
  g_string_replace (first, "Hall", "H.1", 0);
  schedule = ui_make_schedule ("1", "Other", first, second);
  g_assert_true (g_file_set_contents (path, schedule, -1, NULL));
  other = add_to_library (fixture->base.library, path, &error);
  g_assert_no_error (error);

  return other;
}

static void
opened_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_set_str (data, g_variant_get_string (parameter, NULL));
}

/* Also called for the star, which would be that of a session of the conference. */
static void
add_actions (Fixture *fixture, char **opened)
{
  const char *const names[][2] = { { "app", "open-session" }, { "win", "toggle-star" } };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
      const GActionEntry entry = { .name = names[i][1], .activate = opened_cb, .parameter_type = "s" };

      g_action_map_add_action_entries (G_ACTION_MAP (group), &entry, 1, opened);
      gtk_widget_insert_action_group (fixture->window, names[i][0], G_ACTION_GROUP (group));
    }
}

static void
star_first (PlannerConference *conference)
{
  g_autoptr (PlannerEntry) entry = g_list_model_get_item (planner_conference_get_entries (conference), 0);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  planner_conference_set_starred_async (conference, entry, TRUE, NULL, keep_result_cb, &result);
  planner_conference_set_starred_finish (conference, wait_for_result (&result), &error);
  g_assert_no_error (error);
}

/* My Schedule has the sessions of other conferences in columns of their own. */
static void
test_other_conference (Fixture *fixture, gconstpointer data)
{
  PlannerConference *other = add_other (fixture);
  g_autoptr (GListModel) day = planner_whole_day_new (fixture->base.conference);
  g_autofree char *opened = NULL, *expected = NULL;
  GtkWidget *heading, *room, *view;
  graphene_rect_t heading_bounds, own_bounds;

  add_actions (fixture, &opened);
  ui_star (&fixture->base, 1, TRUE);
  star_first (other);
  g_object_set (fixture->pane, "entries", day, "hide-rooms", FALSE, NULL);
  ui_wait_for_frames (fixture->window);
  heading = find_mapped (fixture->pane, "Other");
  room = find_mapped (fixture->pane, "H.1");
  g_assert_true (heading && room);
  g_assert_true (gtk_widget_compute_bounds (heading, fixture->pane, &heading_bounds));
  g_assert_true (gtk_widget_compute_bounds (room, fixture->pane, &own_bounds));
  g_assert_cmpfloat (own_bounds.origin.x + own_bounds.size.width, <=,
                     heading_bounds.origin.x + heading_bounds.size.width);

  view = ui_find_widget (fixture->pane, PLANNER_TYPE_TIMETABLE_VIEW);
  g_assert_true (gtk_widget_grab_focus (view));
  gtk_widget_child_focus (view, GTK_DIR_RIGHT);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_root_get_focus (GTK_ROOT (fixture->window))),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "12:00 – 13:00, H.1, Other, Elsewhere, Ann <i>O</i> & Co, starred");
  ui_press (view, GDK_KEY_s, 0);
  g_assert_null (opened);
  g_assert_true (ui_press (view, GDK_KEY_Return, 0));
  expected = g_strdup_printf ("%" G_GINT64_FORMAT "/" KEY_FORMAT, planner_conference_get_id (other), 7);
  g_assert_cmpstr (opened, ==, expected);
}

static GtkCheckButton *
find_check (gpointer dialog, const char *name)
{
  GtkWidget *label = ui_find_label (dialog, name);
  GtkWidget *row = gtk_widget_get_ancestor (label, ADW_TYPE_PREFERENCES_ROW);

  return ui_find_widget (row ? row : gtk_widget_get_ancestor (label, ADW_TYPE_PREFERENCES_GROUP),
                         GTK_TYPE_CHECK_BUTTON);
}

static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;
  GtkCheckButton *room, *group;

  gtk_widget_activate_action (fixture->pane, "timetable.choose-rooms", NULL);
  ui_wait_for_frames (fixture->window);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_true (PLANNER_IS_ROOMS_DIALOG (dialog));
  room = find_check (dialog, "H.2");
  group = find_check (dialog, "H");
  gtk_test_accessible_assert_property (room, GTK_ACCESSIBLE_PROPERTY_LABEL, "H.2");
  gtk_test_accessible_assert_property (group, GTK_ACCESSIBLE_PROPERTY_LABEL, "All rooms of H");
  g_assert_false (gtk_widget_get_sensitive (ui_find_button (GTK_WIDGET (dialog), "_Show All")));

  gtk_check_button_set_active (room, FALSE);
  g_assert_cmpuint (
      planner_hidden_rooms_count (get_hidden (fixture),
                                  planner_conference_get_agenda (fixture->base.conference)->rooms),
      ==, 1);
  g_assert_true (gtk_check_button_get_inconsistent (group));
  gtk_check_button_set_active (group, TRUE);
  g_assert_true (gtk_check_button_get_active (room));
  gtk_check_button_set_active (group, FALSE);
  g_assert_false (gtk_check_button_get_active (room));
  g_assert_false (gtk_check_button_get_inconsistent (group));
  g_signal_emit_by_name (ui_find_button (GTK_WIDGET (dialog), "_Show All"), "clicked");
  g_assert_true (gtk_check_button_get_active (room));
  adw_dialog_force_close (dialog);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/ui/timetable/groups-have-headings", test_groups },
    { "/ui/timetable/hidden-rooms-have-no-column", test_hidden },
    { "/ui/timetable/all-rooms-hidden", test_all_hidden },
    { "/ui/timetable/shows-all-rooms-of-own-sessions", test_not_hiding },
    { "/ui/timetable/I8/other-conferences-have-own-columns", test_other_conference },
    { "/ui/U11/rooms-are-chosen-by-name", test_dialog },
  };

  g_test_init (&argc, &argv, NULL);
  ui_tolerate_frame_timings ();
  adw_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
