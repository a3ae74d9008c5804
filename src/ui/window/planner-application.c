/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/planner-application.h"

#include "agent/planner-background.h"
#include "agent/planner-syncer.h"
#include "reminders/planner-follow.h"
#include "reminders/planner-reminder-service.h"
#include "library/planner-library.h"
#include "shell/planner-shell-search.h"
#include "ui/board/planner-board.h"
#include "ui/preferences/planner-data-page.h"
#include "ui/preferences/planner-preferences-dialog.h"
#include "ui/window/planner-window.h"
#include "words/planner-clock.h"
#include "words/planner-desktop-clock.h"

#include <glib/gi18n.h>

struct _PlannerApplication
{
  AdwApplication parent_instance;

  PlannerLibrary *library;           /* owned, from startup on */
  GSettings *settings;               /* owned, from startup on */
  PlannerHandover *handover;         /* owned */
  PlannerReminderService *reminders; /* owned, from startup on */
  PlannerBackground *background;     /* owned, from startup on */
  PlannerSyncer *syncer;             /* owned, from startup on */
  PlannerDesktopClock *clock;        /* owned, nullable */
  PlannerShellSearch *search;        /* owned */
  PlannerWindow *window;             /* weak, nullable */
  PlannerBoard *board;               /* weak, nullable */
  GError *error;                     /* owned, nullable: why the library did not load */
  gboolean loaded;
  gboolean choosing; /* whether the attendee has just asked for reminders while no window is open */
  gboolean stale;    /* whether another process changed the database while the library was loading */

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

G_DEFINE_FINAL_TYPE (PlannerApplication, planner_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *accels[3];
} accels[] = {
  { "app.quit", { "<Control>q" } },          { "window.close", { "<Control>w" } },
  { "win.show-sidebar", { "F9" } },          { "win.show-timetable", { "<Control>t" } },
  { "win.search", { "<Control>f" } },        { "win.star-current", { "<Control>d" } },
  { "win.refresh", { "F5", "<Control>r" } }, { "win.add-conference", { "<Control>n" } },
  { "win.print", { "<Control>p" } },         { "app.preferences", { "<Control>comma" } },
};

static void
show_wanted (PlannerApplication *self)
{
  g_autofree char *offered = NULL;
  g_autofree char *session = NULL;
  g_autofree char *search = NULL;

  if (!self->window || !self->loaded || self->error)
    return;

  offered = g_steal_pointer (&self->offered);
  session = g_steal_pointer (&self->wanted_session);
  search = g_steal_pointer (&self->wanted_search);
  if (session)
    planner_window_open_session (self->window, session);
  else if (search)
    planner_window_search (self->window, search);
  else if (self->wants_my_schedule)
    planner_window_show_my_schedule (self->window);
  if (offered)
    planner_window_offer_address (self->window, offered);
  self->wants_my_schedule = FALSE;
}

static void
show_library (PlannerApplication *self)
{
  planner_window_library_loaded (self->window, self->error);
  show_wanted (self);
}

static void
calendar_failed_cb (PlannerApplication *self, const char *sentence)
{
  if (self->window)
    planner_window_show_message (self->window, sentence);
}

/* Other computers may have written while the attendee used another program. */
static void
active_changed_cb (PlannerApplication *self)
{
  if (self->window && gtk_window_is_active (GTK_WINDOW (self->window)))
    planner_syncer_run (self->syncer);
}

static void
show_window (PlannerApplication *self)
{
  if (self->window == NULL)
    {
      PlannerWindow *window = planner_window_new (GTK_APPLICATION (self), self->library, self->settings);

      g_set_weak_pointer (&self->window, window);
      g_signal_connect_object (window, "notify::is-active", G_CALLBACK (active_changed_cb), self,
                               G_CONNECT_SWAPPED);
      if (self->loaded)
        show_library (self);
      else
        planner_window_show_loading (self->window);
    }

  gtk_window_present (GTK_WINDOW (self->window));
}

static void
stop_waiting (PlannerApplication *self)
{
  if (self->patience == 0)
    return;

  g_clear_handle_id (&self->patience, g_source_remove);
  show_window (self);
  g_application_release (G_APPLICATION (self));
}

static void
patience_over_cb (gpointer data)
{
  stop_waiting (data);
}

/* The system may have withdrawn the permission to run in the background. */
static void
update_handover (PlannerApplication *self)
{
  planner_handover_set_background (self->handover, planner_reminder_service_is_needed (self->reminders) &&
                                                       planner_background_get_state (self->background) !=
                                                           PLANNER_BACKGROUND_REFUSED);
}

static void
choice_changed_cb (PlannerApplication *self)
{
  self->choosing = g_settings_get_boolean (self->settings, "remind-when-closed");
}

/* The window says at once that the system refuses what the attendee has just chosen, and not at each start. */
static void
background_changed_cb (PlannerApplication *self)
{
  const PlannerBackgroundState state = planner_background_get_state (self->background);

  update_handover (self);
  if (!self->choosing || state == PLANNER_BACKGROUND_ASKING || state == PLANNER_BACKGROUND_OFF)
    return;

  self->choosing = FALSE;
  if (self->window && state != PLANNER_BACKGROUND_ALLOWED)
    planner_window_show_message (self->window, planner_background_describe (state));
}

static void
keep_reminders (PlannerApplication *self)
{
  planner_reminder_service_start (self->reminders, planner_library_get_store (self->library),
                                  planner_library_get_worker (self->library));
  planner_reminder_service_follow (self->reminders, self->library);
  g_settings_bind (self->settings, "remind-when-closed", self->background, "wanted", G_SETTINGS_BIND_GET);
  planner_syncer_start (self->syncer);
}

/* Another process changed the database. */
static void
reload (PlannerApplication *self)
{
  if (!self->loaded)
    self->stale = TRUE;
  else if (!self->error)
    planner_library_reload_async (self->library, NULL, NULL, NULL);
}

/* Returns: (transfer none) (nullable): the board of a place as in planner_handover_ask_board() */
static PlannerBoard *
create_board (PlannerApplication *self, const char *place)
{
  const char *room = strchr (place, ':');
  g_autofree char *number = room ? g_strndup (place, (gsize) (room - place)) : NULL;
  PlannerConference *conference = NULL;
  gint64 id;

  if (number && g_ascii_string_to_signed (number, 10, 1, G_MAXINT64, &id, NULL))
    conference = planner_library_find (self->library, id);
  if (!conference)
    return NULL;

  return planner_board_new (GTK_APPLICATION (self), conference, room[1] ? room + 1 : NULL,
                            planner_library_get_time_source (self->library));
}

/* If the board cannot be shown, the window opens and says why where it can. */
static void
show_board (PlannerApplication *self)
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
loaded_cb (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerApplication) self = data;

  self->loaded = TRUE;
  if (planner_library_load_finish (PLANNER_LIBRARY (library), result, &self->error))
    keep_reminders (self);
  planner_shell_agendas_set_library (planner_shell_search_get_agendas (self->search), self->library);
  if (self->stale)
    reload (self);
  if (self->window)
    show_library (self);
  stop_waiting (self);
  if (self->wanted_board)
    {
      show_board (self);
      g_application_release (G_APPLICATION (self));
    }
}

/* Waits for the library, so that the window is laid out only once. */
static void
ensure_window (PlannerApplication *self)
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
      g_application_hold (G_APPLICATION (self));
      self->patience = g_timeout_add_once (PATIENCE_MS, patience_over_cb, self);
    }
}

/* Quitting is the same as closing the window: a preference decides whether reminders continue. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerApplication *self = data;

  if (self->window)
    gtk_window_destroy (GTK_WINDOW (self->window));
  if (self->board)
    gtk_window_destroy (GTK_WINDOW (self->board));
  planner_handover_begin (self->handover);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerApplication *self = data;
  AdwDialog *dialog = planner_preferences_dialog_new (self->settings, self->reminders, self->background);

  if (self->loaded && !self->error)
    adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), planner_data_page_new (self->syncer));
  adw_dialog_present (dialog, GTK_WIDGET (self->window));
}

static void
open_session_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerApplication *self = data;
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
  PlannerApplication *self = data;

  if (planner_handover_has_begun (self->handover))
    planner_handover_ask_my_schedule (self->handover);
  self->wants_my_schedule = TRUE;
  ensure_window (self);
  show_wanted (self);
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerApplication *self = data;
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
  PlannerApplication *self = data;
  const char *place = g_variant_get_string (parameter, NULL);

  if (planner_handover_has_begun (self->handover))
    {
      planner_handover_ask_board (self->handover, place);
      return;
    }
  if (!self->loaded && !self->wanted_board)
    g_application_hold (G_APPLICATION (self));
  g_set_str (&self->wanted_board, place);
  if (self->loaded)
    show_board (self);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerApplication *self = data;
  AdwAboutDialog *dialog = ADW_ABOUT_DIALOG (adw_about_dialog_new ());
  const char *const developers[] = { _ ("The GOTC Planner authors"), NULL };

  adw_about_dialog_set_application_name (dialog, _ ("GOTC Planner"));
  adw_about_dialog_set_application_icon (dialog, APP_ID);
  adw_about_dialog_set_version (dialog, APP_VERSION);
  adw_about_dialog_set_developer_name (dialog, developers[0]);
  adw_about_dialog_set_developers (dialog, (const char **) developers);
  adw_about_dialog_set_website (dialog, WEBSITE);
  adw_about_dialog_set_issue_url (dialog, ISSUES_URL);
  adw_about_dialog_set_copyright (dialog, "© 2026 The GOTC Planner authors");
  adw_about_dialog_set_license_type (dialog, GTK_LICENSE_GPL_3_0);
  /* Translators: your name and address, one translator per line. */
  adw_about_dialog_set_translator_credits (dialog, _ ("translator-credits"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self->window));
}

static const GActionEntry action_entries[] = {
  { .name = "quit", .activate = quit_cb },
  { .name = "about", .activate = about_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "open-session", .activate = open_session_cb, .parameter_type = "s" },
  { .name = "show-my-schedule", .activate = show_my_schedule_cb },
  { .name = "search", .activate = search_cb, .parameter_type = "s" },
  { .name = "show-board", .activate = show_board_cb, .parameter_type = "s" },
};

static const GOptionEntry option_entries[] = {
  { "open-session", 0, 0, G_OPTION_ARG_STRING, NULL, NULL, NULL },
  { "my-schedule", 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  { "search", 0, 0, G_OPTION_ARG_STRING, NULL, NULL, NULL },
  { "board", 0, 0, G_OPTION_ARG_STRING, NULL, NULL, NULL },
  G_OPTION_ENTRY_NULL,
};

static void
refresh_due_cb (PlannerApplication *self, gint64 conference_id)
{
  PlannerConference *conference = planner_library_find (self->library, conference_id);

  if (conference && planner_conference_get_state (conference) == PLANNER_CONFERENCE_IDLE)
    planner_conference_refresh_async (conference, NULL, NULL, NULL);
}

static void
start_reminders (PlannerApplication *self)
{
  self->reminders = planner_reminder_service_new (G_APPLICATION (self), self->settings,
                                                  planner_library_get_time_source (self->library));
  self->background = planner_background_new ();
  planner_handover_set_worker (self->handover, planner_library_get_worker (self->library));
  g_signal_connect_object (self->reminders, "refresh-due", G_CALLBACK (refresh_due_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminders, "reload", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminders, "notify::needed", G_CALLBACK (update_handover), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->background, "notify::state", G_CALLBACK (background_changed_cb), self,
                           G_CONNECT_SWAPPED);
  /* This handler runs before the binding of the same setting, which requests it. */
  g_signal_connect_object (self->settings, "changed::remind-when-closed", G_CALLBACK (choice_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
show_times_again (PlannerConference *conference)
{
  GListModel *entries = planner_conference_get_entries (conference);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (entries, i);

      g_object_notify (G_OBJECT (entry), "session");
    }
  g_object_notify (G_OBJECT (conference), "agenda");
}

/* The answer of the portal may come after the first rows are shown. */
static void
twelve_hours_cb (gboolean twelve_hours, gpointer data)
{
  PlannerApplication *self = data;

  if (!planner_clock_set_twelve_hours (twelve_hours))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->library)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (self->library), i);

      show_times_again (conference);
    }
}

static gboolean
planner_application_dbus_register (GApplication *application,
                                   GDBusConnection *connection,
                                   const char *path,
                                   GError **error)
{
  return G_APPLICATION_CLASS (planner_application_parent_class)
             ->dbus_register (application, connection, path, error) &&
         planner_shell_search_export (PLANNER_APPLICATION (application)->search, connection, path, error);
}

static void
planner_application_dbus_unregister (GApplication *application, GDBusConnection *connection, const char *path)
{
  planner_shell_search_unexport (PLANNER_APPLICATION (application)->search, connection);

  G_APPLICATION_CLASS (planner_application_parent_class)->dbus_unregister (application, connection, path);
}

/* The library loads in a worker thread while GTK starts. */
static void
planner_application_startup (GApplication *application)
{
  PlannerApplication *self = PLANNER_APPLICATION (application);
  g_autoptr (PlannerFetcher) fetcher = planner_fetcher_new ();
  g_autofree char *store_path = planner_store_dup_default_path ();

  self->library = planner_library_new (store_path, fetcher);
  planner_library_load_async (self->library, NULL, loaded_cb, g_object_ref (self));

  G_APPLICATION_CLASS (planner_application_parent_class)->startup (application);

  /* A page that opens may give its first text the focus. It must not look selected. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  self->settings = g_settings_new (APP_ID);
  if (g_application_get_dbus_connection (application))
    self->clock =
        planner_desktop_clock_new (g_application_get_dbus_connection (application), twelve_hours_cb, self);
  start_reminders (self);
  self->syncer = planner_syncer_new (self->settings, self->library);
  g_signal_connect_object (self->syncer, "calendar-failed", G_CALLBACK (calendar_failed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_set_default_icon_name (APP_ID);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].accels);
}

static void
planner_application_activate (GApplication *application)
{
  PlannerApplication *self = PLANNER_APPLICATION (application);

  if (!self->wanted_board)
    ensure_window (self);
}

static void
planner_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  PlannerApplication *self = PLANNER_APPLICATION (application);

  if (n_files == 0) /* a D-Bus message may have none */
    return;

  if (planner_handover_has_begun (self->handover))
    planner_handover_ask_open (self->handover, files, n_files);
  g_free (self->offered);
  self->offered = g_file_get_uri (files[0]);
  ensure_window (self);
  show_wanted (self);
}

static void
planner_application_before_emit (GApplication *application, GVariant *platform_data)
{
  PlannerApplication *self = PLANNER_APPLICATION (application);

  if (planner_handover_has_begun (self->handover))
    planner_handover_take_platform_data (self->handover, platform_data);

  G_APPLICATION_CLASS (planner_application_parent_class)->before_emit (application, platform_data);
}

/* In the process that already runs, the window does not come to the front. */
static int
open_board (GApplication *application, const char *place)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "show-board", g_variant_new_string (place));
  if (!g_application_get_is_remote (application))
    return -1;

  return g_dbus_connection_flush_sync (g_application_get_dbus_connection (application), NULL, NULL) ? 0 : 1;
}

/* Activates the action in this process, or in the one that already runs. */
static int
planner_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  const char *session = NULL;
  const char *search = NULL;
  const char *board = NULL;

  if (!g_application_register (application, NULL, NULL))
    return -1;

  if (g_variant_dict_lookup (options, "board", "&s", &board))
    return open_board (application, board);
  if (g_variant_dict_lookup (options, "open-session", "&s", &session))
    g_action_group_activate_action (G_ACTION_GROUP (application), "open-session",
                                    g_variant_new_string (session));
  else if (g_variant_dict_lookup (options, "search", "&s", &search))
    g_action_group_activate_action (G_ACTION_GROUP (application), "search", g_variant_new_string (search));
  else if (g_variant_dict_contains (options, "my-schedule"))
    g_action_group_activate_action (G_ACTION_GROUP (application), "show-my-schedule", NULL);

  return -1;
}

static void
planner_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  PlannerApplication *self = PLANNER_APPLICATION (application);
  GList *windows = gtk_application_get_windows (application);

  if (windows && !windows->next && windows->data == window)
    {
      planner_syncer_finish (self->syncer);
      planner_handover_begin (self->handover);
    }

  GTK_APPLICATION_CLASS (planner_application_parent_class)->window_removed (application, window);
}

static void
planner_application_finalize (GObject *object)
{
  PlannerApplication *self = PLANNER_APPLICATION (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->board);
  g_clear_object (&self->clock);
  g_clear_object (&self->search);
  g_clear_object (&self->reminders);
  g_clear_object (&self->background);
  g_clear_object (&self->handover);
  g_clear_object (&self->syncer);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);
  g_clear_error (&self->error);
  g_clear_pointer (&self->offered, g_free);
  g_clear_pointer (&self->wanted_session, g_free);
  g_clear_pointer (&self->wanted_search, g_free);
  g_clear_pointer (&self->wanted_board, g_free);

  G_OBJECT_CLASS (planner_application_parent_class)->finalize (object);
}

static void
planner_application_class_init (PlannerApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = planner_application_finalize;
  application_class->dbus_register = planner_application_dbus_register;
  application_class->dbus_unregister = planner_application_dbus_unregister;
  application_class->startup = planner_application_startup;
  application_class->activate = planner_application_activate;
  application_class->open = planner_application_open;
  application_class->before_emit = planner_application_before_emit;
  application_class->handle_local_options = planner_application_handle_local_options;
  GTK_APPLICATION_CLASS (klass)->window_removed = planner_application_window_removed;
}

static void
planner_application_init (PlannerApplication *self)
{
  self->handover = planner_handover_new (G_APPLICATION (self));
  self->search = planner_shell_search_new (G_APPLICATION (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), action_entries, G_N_ELEMENTS (action_entries), self);
  g_application_add_main_option_entries (G_APPLICATION (self), option_entries);
}

PlannerApplication *
planner_application_new (void)
{
  return g_object_new (PLANNER_TYPE_APPLICATION, "application-id", APP_ID, "resource-base-path",
                       "/org/gotc/Planner", "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}

/**
 * planner_application_get_handover:
 *
 * Returns: (transfer none): the handover between window program and agent
 */
PlannerHandover *
planner_application_get_handover (PlannerApplication *self)
{
  return self->handover;
}
