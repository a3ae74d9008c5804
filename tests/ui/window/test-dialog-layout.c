/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* U7: opens each dialog in windows of several sizes, with text of normal and of double size. */

#include "ui/window/window-fixture.h"

#include "share/planner-star-collect.h"
#include "share/planner-star-link.h"
#include "ui/conference/planner-edit-dialog.h"
#include "ui/conference/planner-friends-dialog.h"
#include "ui/conference/planner-share-dialog.h"
#include "ui/long-schedule.h"
#include "ui/preferences/planner-data-page.h"
#include "ui/preferences/planner-preferences-dialog.h"
#include "ui/sessions/planner-filter-dialog.h"
#include "ui/shown-texts.h"
#include "ui/timetable/planner-rooms-dialog.h"

/* Only the smaller ones can be too small for large text. */
static const struct
{
  int width, height;
} sizes[] = { { 360, 294 }, { 360, 640 }, { 700, 500 }, { 1000, 700 }, { 1580, 980 } };

typedef struct
{
  Fixture window;
  UiShownTexts *texts;
  GApplication *application;
  PlannerBackground *background;
  PlannerReminderService *reminders;
  PlannerSyncer *syncer;
} Dialogs;

static AdwDialog *
get_dialog (Dialogs *dialogs)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (dialogs->window.window));
}

static void
present (Dialogs *dialogs, AdwDialog *dialog)
{
  adw_dialog_present (dialog, GTK_WIDGET (dialogs->window.window));
}

static void
open_add (Dialogs *dialogs)
{
  ui_activate (dialogs->window.window, "win.add-conference", NULL);
}

static void
open_found (Dialogs *dialogs)
{
  g_autofree char *path = g_build_filename (dialogs->window.folder, "found.json", NULL);
  g_autofree char *schedule = long_schedule_make (1);

  g_assert_true (g_file_set_contents (path, schedule, -1, NULL));
  planner_window_offer_address (dialogs->window.window, path);
  g_signal_emit_by_name (ui_find_widget (get_dialog (dialogs), GTK_TYPE_SEARCH_ENTRY), "activate");
  ui_wait_for_label (GTK_WIDGET (get_dialog (dialogs)), "Schedule Found");
}

static void
open_edit (Dialogs *dialogs)
{
  present (dialogs, planner_edit_dialog_new (dialogs->window.conference));
}

static void
open_preferences (Dialogs *dialogs)
{
  AdwDialog *dialog =
      planner_preferences_dialog_new (dialogs->window.settings, dialogs->reminders, dialogs->background);

  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), planner_data_page_new (dialogs->syncer));
  present (dialogs, dialog);
}

static void
open_data (Dialogs *dialogs)
{
  open_preferences (dialogs);
  adw_preferences_dialog_set_visible_page (ADW_PREFERENCES_DIALOG (get_dialog (dialogs)),
                                           ui_find_widget (get_dialog (dialogs), PLANNER_TYPE_DATA_PAGE));
}

static void
open_share (Dialogs *dialogs)
{
  present (dialogs, planner_share_dialog_new (dialogs->window.conference));
}

static void
open_import (Dialogs *dialogs)
{
  ui_activate (dialogs->window.window, "win.import-stars", NULL);
}

static void
open_preview (Dialogs *dialogs)
{
  g_autoptr (PlannerSharedStars) stars = planner_shared_stars_collect (dialogs->window.conference);
  g_autofree char *link = planner_star_link_new (stars);

  planner_window_offer_address (dialogs->window.window, link);
}

static void
add_friend (Dialogs *dialogs, PlannerFriends *friends, const char *name)
{
  planner_friends_add (friends, dialogs->window.conference, name,
                       planner_shared_stars_collect (dialogs->window.conference));
}

static void
open_friends (Dialogs *dialogs)
{
  g_autoptr (PlannerFriends) friends = planner_friends_new (G_LIST_MODEL (dialogs->window.library));

  add_friend (dialogs, friends, "R&D <3");
  add_friend (dialogs, friends, "Maria do Carmo de Vasconcelos e Albuquerque da Silva Figueiredo");
  add_friend (dialogs, friends,
              "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft");
  present (dialogs, planner_friends_dialog_new (friends, dialogs->window.conference, NULL));
}

static void
open_problems (Dialogs *dialogs)
{
  ui_activate (dialogs->window.window, "win.show-problems", NULL);
}

static void
open_filter (Dialogs *dialogs)
{
  g_autoptr (PlannerFilter) filter = planner_filter_new ();

  present (dialogs,
           ADW_DIALOG (planner_filter_dialog_new (planner_conference_get_agenda (dialogs->window.conference),
                                                  filter)));
}

static void
open_rooms (Dialogs *dialogs)
{
  present (dialogs, planner_rooms_dialog_new (dialogs->window.conference));
}

static void
open_shortcuts (Dialogs *dialogs)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/gotc/Planner/shortcuts-dialog.ui");

  present (dialogs, ADW_DIALOG (gtk_builder_get_object (builder, "shortcuts_dialog")));
}

static const struct
{
  const char *name;
  void (*open) (Dialogs *dialogs);
} cases[] = {
  { "Add Conference", open_add },
  { "Schedule Found", open_found },
  { "Edit Conference", open_edit },
  { "Preferences", open_preferences },
  { "Your Data", open_data },
  { "Share My Schedule", open_share },
  { "Import Stars", open_import },
  { "Stars Found", open_preview },
  { "Friends", open_friends },
  { "Problems in the Schedule", open_problems },
  { "Filter", open_filter },
  { "Rooms in the Timetable", open_rooms },
  { "Keyboard Shortcuts", open_shortcuts },
};

/* A dialog that needs more room than the window has sticks out of it. */
static void
check_bounds (GtkWidget *window, GtkWidget *dialog)
{
  GtkWidget *content = gtk_window_get_child (GTK_WINDOW (window));
  const graphene_rect_t room = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (content),
                                                   (float) gtk_widget_get_height (content));
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (dialog, content, &bounds));
  if (!graphene_rect_contains_rect (&room, &bounds))
    g_warning ("The dialog sticks out of the window");
}

static void
check_dialog (Dialogs *dialogs, gsize i, int scale, int width, int height)
{
  g_autofree char *place = g_strdup_printf ("%s, text ×%d, %d × %d", cases[i].name, scale, width, height);

  ui_shown_texts_set_place (dialogs->texts, place, width);
  cases[i].open (dialogs);
  ui_wait_for_layout (GTK_WIDGET (dialogs->window.window));
  check_bounds (GTK_WIDGET (dialogs->window.window), GTK_WIDGET (get_dialog (dialogs)));
  ui_shown_texts_check (dialogs->texts, GTK_WIDGET (get_dialog (dialogs)));
  adw_dialog_force_close (get_dialog (dialogs));
  ui_wait_for_layout (GTK_WIDGET (dialogs->window.window));
  ui_shown_texts_set_place (dialogs->texts, NULL, 0);
}

static void
check_sizes (Dialogs *dialogs, int scale)
{
  ui_set_text_scale (scale);
  open_window (&dialogs->window);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes) / scale; i++)
    {
      ui_resize_content (GTK_WIDGET (dialogs->window.window), sizes[i].width, sizes[i].height);
      for (gsize j = 0; j < G_N_ELEMENTS (cases); j++)
        check_dialog (dialogs, j, scale, sizes[i].width, sizes[i].height);
    }
  close_window (&dialogs->window);
  ui_set_text_scale (1);
}

static void
test_dialogs (Dialogs *dialogs, gconstpointer data)
{
  dialogs->texts = ui_shown_texts_new ();
  check_sizes (dialogs, GPOINTER_TO_INT (data));
  ui_shown_texts_report (dialogs->texts);
  ui_shown_texts_free (dialogs->texts);
}

static void
star_all (PlannerConference *conference)
{
  g_autoptr (GPtrArray) entries = long_schedule_list_entries (conference);

  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;

      planner_conference_set_starred_async (conference, g_ptr_array_index (entries, i), TRUE, NULL,
                                            keep_result_cb, &result);
      planner_conference_set_starred_finish (conference, wait_for_result (&result), NULL);
    }
}

static void
set_up_dialogs (Dialogs *dialogs, gconstpointer data)
{
  g_autoptr (PlannerTimeSource) time_source = planner_time_source_new ();
  g_autofree char *path = NULL;
  g_autofree char *schedule = long_schedule_make (1);

  set_up_empty (&dialogs->window, NULL);
  path = g_build_filename (dialogs->window.folder, "long.json", NULL);
  g_assert_true (g_file_set_contents (path, schedule, -1, NULL));
  dialogs->window.conference = add_to_library (dialogs->window.library, path, NULL);
  star_all (dialogs->window.conference);

  dialogs->application = g_application_new (APP_ID, G_APPLICATION_NON_UNIQUE);
  g_application_register (dialogs->application, NULL, NULL);
  dialogs->background = planner_background_new ();
  dialogs->reminders =
      planner_reminder_service_new (dialogs->application, dialogs->window.settings, time_source);
  dialogs->syncer = planner_syncer_new (dialogs->window.settings, dialogs->window.library);
}

static void
tear_down_dialogs (Dialogs *dialogs, gconstpointer data)
{
  g_clear_object (&dialogs->syncer);
  g_clear_object (&dialogs->reminders);
  g_clear_object (&dialogs->background);
  g_clear_object (&dialogs->application);
  tear_down (&dialogs->window, NULL);
}

static void
add_dialogs (const char *path, int scale)
{
  g_test_add (path, Dialogs, GINT_TO_POINTER (scale), set_up_dialogs, test_dialogs, tear_down_dialogs);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_tolerate_frame_timings ();
  ui_load_style ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  add_dialogs ("/ui/dialog-layout/U7/dialogs-fit-in-windows-of-all-sizes", 1);
  add_dialogs ("/ui/dialog-layout/U7/dialogs-fit-with-large-text", 2);

  return g_test_run ();
}
