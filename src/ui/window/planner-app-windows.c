/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/window/planner-app-windows.h"

#include "ui/board/planner-board.h"

struct _PlannerAppWindows
{
  GObject parent_instance;

  GtkApplication *application; /* borrowed: it owns this */
  PlannerHandover *handover;   /* owned */
  PlannerLibrary *library;     /* owned, from the start on */
  GSettings *settings;         /* owned, from the start on */
  PlannerSyncer *syncer;       /* owned, from the start on */
  PlannerWindow *window;       /* weak, nullable */
  PlannerBoard *board;         /* weak, nullable */
  gboolean loaded;
  GError *error; /* owned, nullable: why the library did not load */

  /* Requests that are handled once the library is loaded. */
  char *offered;        /* owned, nullable: an address */
  char *wanted_session; /* owned, nullable: an id */
  char *wanted_search;  /* owned, nullable: the text to search for */
  char *wanted_board;   /* owned, nullable: see planner_handover_ask_board() */
  gboolean wants_my_schedule;
  guint patience; /* source id, while the window waits for the library */
};

/* The library usually loads while GTK starts. After this time, the window opens with a spinner. */
#define PATIENCE_MS 200

G_DEFINE_FINAL_TYPE (PlannerAppWindows, planner_app_windows, G_TYPE_OBJECT)

/* A dialog that is closed gives the focus back to the widget that had it before. So the window must be on screen, with a focus,
 * before the dialog opens. */
static void
show_offered (PlannerAppWindows *self)
{
  g_autofree char *offered = NULL;

  if (!self->offered || !gtk_widget_get_mapped (GTK_WIDGET (self->window)))
    return;

  offered = g_steal_pointer (&self->offered);
  planner_window_offer_address (self->window, offered);
}

static void
show_wanted (PlannerAppWindows *self)
{
  g_autofree char *session = NULL;
  g_autofree char *search = NULL;

  if (!self->window || !self->loaded || self->error)
    return;

  session = g_steal_pointer (&self->wanted_session);
  search = g_steal_pointer (&self->wanted_search);
  if (session)
    planner_window_open_session (self->window, session);
  else if (search)
    planner_window_search (self->window, search);
  else if (self->wants_my_schedule)
    planner_window_show_my_schedule (self->window);
  self->wants_my_schedule = FALSE;
  show_offered (self);
}

static void
show_library (PlannerAppWindows *self)
{
  planner_window_library_loaded (self->window, self->error);
  show_wanted (self);
}

/* Other computers may have written while the attendee used another program. */
static void
active_changed_cb (PlannerAppWindows *self)
{
  if (self->window && gtk_window_is_active (GTK_WINDOW (self->window)))
    planner_syncer_run (self->syncer);
}

static void
show_window (PlannerAppWindows *self)
{
  if (self->window == NULL)
    {
      PlannerWindow *window = planner_window_new (self->application, self->library, self->settings);

      g_set_weak_pointer (&self->window, window);
      g_signal_connect_object (window, "notify::is-active", G_CALLBACK (active_changed_cb), self,
                               G_CONNECT_SWAPPED);
      if (self->loaded)
        show_library (self);
      else
        planner_window_show_loading (self->window);
    }

  gtk_window_present (GTK_WINDOW (self->window));
  show_wanted (self);
}

static void
stop_waiting (PlannerAppWindows *self)
{
  if (self->patience == 0)
    return;

  g_clear_handle_id (&self->patience, g_source_remove);
  show_window (self);
  g_application_release (G_APPLICATION (self->application));
}

static void
patience_over_cb (gpointer data)
{
  stop_waiting (data);
}

/* Waits for the library, so that the window is laid out only once. */
static void
ensure_window (PlannerAppWindows *self)
{
  if (planner_handover_has_begun (self->handover))
    {
      planner_handover_ask_window (self->handover);
    }
  else if (self->window || self->loaded)
    {
      show_window (self);
    }
  else if (self->patience == 0)
    {
      g_application_hold (G_APPLICATION (self->application));
      self->patience = g_timeout_add_once (PATIENCE_MS, patience_over_cb, self);
    }
}

/* Returns: (transfer none) (nullable): the board of a place as in planner_handover_ask_board() */
static PlannerBoard *
create_board (PlannerAppWindows *self, const char *place)
{
  const char *room = strchr (place, ':');
  g_autofree char *number = room ? g_strndup (place, (gsize) (room - place)) : NULL;
  PlannerConference *conference = NULL;
  gint64 id;

  if (number && g_ascii_string_to_signed (number, 10, 1, G_MAXINT64, &id, NULL))
    conference = planner_library_find (self->library, id);
  if (!conference)
    return NULL;

  return planner_board_new (self->application, conference, room[1] ? room + 1 : NULL,
                            planner_library_get_time_source (self->library));
}

/* If the board cannot be shown, the window opens and says why where it can. */
static void
show_board (PlannerAppWindows *self)
{
  g_autofree char *place = g_steal_pointer (&self->wanted_board);
  PlannerBoard *board = self->error ? NULL : create_board (self, place);

  if (!board)
    {
      g_debug ("Cannot show the board of “%s”", place);
      show_window (self);
      return;
    }

  if (self->board)
    gtk_window_destroy (GTK_WINDOW (self->board));
  g_set_weak_pointer (&self->board, board);
  gtk_window_fullscreen (GTK_WINDOW (board));
  gtk_window_present (GTK_WINDOW (board));
}

static void
open_session_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerAppWindows *self = data;
  const char *id = g_variant_get_string (parameter, NULL);

  if (planner_handover_has_begun (self->handover))
    planner_handover_ask_session (self->handover, id);
  g_set_str (&self->wanted_session, id);
  ensure_window (self);
  show_wanted (self);
}

static void
show_my_schedule_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerAppWindows *self = data;

  if (planner_handover_has_begun (self->handover))
    planner_handover_ask_my_schedule (self->handover);
  self->wants_my_schedule = TRUE;
  ensure_window (self);
  show_wanted (self);
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerAppWindows *self = data;
  const char *text = g_variant_get_string (parameter, NULL);

  if (planner_handover_has_begun (self->handover))
    planner_handover_ask_search (self->handover, text);
  g_set_str (&self->wanted_search, text);
  ensure_window (self);
  show_wanted (self);
}

/* The board opens once the library is loaded, without the window. */
static void
show_board_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerAppWindows *self = data;
  const char *place = g_variant_get_string (parameter, NULL);

  if (planner_handover_has_begun (self->handover))
    {
      planner_handover_ask_board (self->handover, place);
      return;
    }
  if (!self->loaded && !self->wanted_board)
    g_application_hold (G_APPLICATION (self->application));
  g_set_str (&self->wanted_board, place);
  if (self->loaded)
    show_board (self);
}

static const GActionEntry action_entries[] = {
  { .name = "open-session", .activate = open_session_cb, .parameter_type = "s" },
  { .name = "show-my-schedule", .activate = show_my_schedule_cb },
  { .name = "search", .activate = search_cb, .parameter_type = "s" },
  { .name = "show-board", .activate = show_board_cb, .parameter_type = "s" },
};

static void
planner_app_windows_finalize (GObject *object)
{
  PlannerAppWindows *self = PLANNER_APP_WINDOWS (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->board);
  g_clear_object (&self->handover);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);
  g_clear_object (&self->syncer);
  g_clear_error (&self->error);
  g_clear_pointer (&self->offered, g_free);
  g_clear_pointer (&self->wanted_session, g_free);
  g_clear_pointer (&self->wanted_search, g_free);
  g_clear_pointer (&self->wanted_board, g_free);

  G_OBJECT_CLASS (planner_app_windows_parent_class)->finalize (object);
}

static void
planner_app_windows_class_init (PlannerAppWindowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = planner_app_windows_finalize;
}

static void
planner_app_windows_init (PlannerAppWindows *self)
{
}

/**
 * planner_app_windows_new:
 * @application: the application; it must keep the returned object alive
 * @handover: gets the requests while another program replaces this one
 *
 * Returns: (transfer full): windows that wait for planner_app_windows_start()
 */
PlannerAppWindows *
planner_app_windows_new (GtkApplication *application, PlannerHandover *handover)
{
  PlannerAppWindows *self = g_object_new (PLANNER_TYPE_APP_WINDOWS, NULL);

  self->application = application;
  self->handover = g_object_ref (handover);
  g_action_map_add_action_entries (G_ACTION_MAP (application), action_entries, G_N_ELEMENTS (action_entries),
                                   self);

  return self;
}

/**
 * planner_app_windows_start:
 * @library: may still be loading; see planner_app_windows_library_loaded()
 * @settings: the settings of the window
 * @syncer: runs when the window becomes active
 *
 * Sets what the windows need. Call it once, when the application starts up and before it handles a request.
 */
void
planner_app_windows_start (PlannerAppWindows *self,
                           PlannerLibrary *library,
                           GSettings *settings,
                           PlannerSyncer *syncer)
{
  g_return_if_fail (PLANNER_IS_APP_WINDOWS (self));

  self->library = g_object_ref (library);
  self->settings = g_object_ref (settings);
  self->syncer = g_object_ref (syncer);
}

/**
 * planner_app_windows_library_loaded:
 * @error: (nullable): why the library could not be loaded
 *
 * Handles the requests that wait for the library.
 */
void
planner_app_windows_library_loaded (PlannerAppWindows *self, const GError *error)
{
  g_return_if_fail (PLANNER_IS_APP_WINDOWS (self));

  self->loaded = TRUE;
  self->error = error ? g_error_copy (error) : NULL;
  if (self->window)
    show_library (self);
  stop_waiting (self);
  if (self->wanted_board)
    {
      show_board (self);
      g_application_release (G_APPLICATION (self->application));
    }
}

/**
 * planner_app_windows_activate:
 *
 * Opens the main window, or brings it to the front. Nothing happens while a board waits for the library.
 */
void
planner_app_windows_activate (PlannerAppWindows *self)
{
  g_return_if_fail (PLANNER_IS_APP_WINDOWS (self));

  if (!self->wanted_board)
    ensure_window (self);
}

/**
 * planner_app_windows_open:
 * @files: (array length=n_files): what was opened; only the first one is used
 *
 * Offers to add the conference of a file or an address, or to import the stars of a link.
 */
void
planner_app_windows_open (PlannerAppWindows *self, GFile **files, int n_files)
{
  g_return_if_fail (PLANNER_IS_APP_WINDOWS (self) && n_files > 0);

  if (planner_handover_has_begun (self->handover))
    planner_handover_ask_open (self->handover, files, n_files);
  g_free (self->offered);
  self->offered = g_file_get_uri (files[0]);
  ensure_window (self);
  show_wanted (self);
}

/* A window that has an open dialog closes only that. A dialog that stays, because it is just being opened, ends the loop. */
static void
close_dialogs (PlannerWindow *window)
{
  AdwApplicationWindow *adw_window = ADW_APPLICATION_WINDOW (window);
  AdwDialog *dialog, *closed = NULL;

  while ((dialog = adw_application_window_get_visible_dialog (adw_window)) && dialog != closed)
    {
      adw_dialog_force_close (dialog);
      closed = dialog;
    }
}

/* The window stores what it shows before it closes. */
static void
close_window (PlannerWindow *window)
{
  close_dialogs (window);
  gtk_window_close (GTK_WINDOW (window));
}

/**
 * planner_app_windows_close:
 *
 * Closes the main window and the board.
 */
void
planner_app_windows_close (PlannerAppWindows *self)
{
  g_return_if_fail (PLANNER_IS_APP_WINDOWS (self));

  if (self->window)
    close_window (self->window);
  if (self->window)
    gtk_window_destroy (GTK_WINDOW (self->window));
  if (self->board)
    gtk_window_destroy (GTK_WINDOW (self->board));
}

/**
 * planner_app_windows_get_main:
 *
 * Returns: (transfer none) (nullable): the main window while it is open
 */
PlannerWindow *
planner_app_windows_get_main (PlannerAppWindows *self)
{
  g_return_val_if_fail (PLANNER_IS_APP_WINDOWS (self), NULL);

  return self->window;
}
