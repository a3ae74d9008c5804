/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/planner-application.h"

#include "library/planner-library-reload.h"
#include "shell/planner-shell-search.h"
#include "ui/preferences/planner-data-page.h"
#include "ui/preferences/planner-preferences-dialog.h"
#include "ui/window/planner-about.h"
#include "ui/window/planner-app-reminders.h"
#include "ui/window/planner-app-windows.h"
#include "ui/window/planner-shown-times.h"
#include "words/planner-clock.h"
#include "words/planner-desktop-clock.h"

/* localtime(5) */
#define ZONE_PATH "/etc/localtime"

struct _PlannerApplication
{
  AdwApplication parent_instance;

  PlannerLibrary *library;        /* owned, from startup on */
  GSettings *settings;            /* owned, from startup on */
  PlannerHandover *handover;      /* owned */
  PlannerAppWindows *windows;     /* owned */
  PlannerAppReminders *reminders; /* owned, from startup on */
  PlannerSyncer *syncer;          /* owned, from startup on */
  PlannerShownTimes *times;       /* owned, from startup on */
  PlannerDesktopClock *clock;     /* owned, nullable */
  PlannerShellSearch *search;     /* owned */
  gboolean stale; /* whether another process changed the database while the library was loading */
};

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

static gboolean
has_loaded (PlannerApplication *self)
{
  return planner_library_get_store (self->library) != NULL;
}

/* Another process changed the database. */
static void
reload (PlannerApplication *self)
{
  if (has_loaded (self))
    planner_library_reload_async (self->library, NULL, NULL, NULL);
  else
    self->stale = TRUE;
}

static void
loaded_cb (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerApplication) self = data;
  g_autoptr (GError) error = NULL;

  if (planner_library_load_finish (PLANNER_LIBRARY (library), result, &error))
    {
      planner_app_reminders_start (self->reminders);
      planner_syncer_start (self->syncer);
      if (self->stale)
        reload (self);
    }
  planner_shell_agendas_set_library (planner_shell_search_get_agendas (self->search), self->library);
  planner_app_windows_library_loaded (self->windows, error);
}

static void
problem_cb (PlannerApplication *self, const char *text)
{
  PlannerWindow *window = planner_app_windows_get_main (self->windows);

  if (window)
    planner_window_show_message (window, text);
}

/* Quitting is the same as closing the window: a preference decides whether reminders continue. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerApplication *self = data;

  planner_app_windows_close (self->windows);
  planner_handover_begin (self->handover);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerApplication *self = data;
  AdwDialog *dialog =
      planner_preferences_dialog_new (self->settings, planner_app_reminders_get_service (self->reminders),
                                      planner_app_reminders_get_background (self->reminders));

  if (has_loaded (self))
    adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), planner_data_page_new (self->syncer));
  adw_dialog_present (dialog, GTK_WIDGET (planner_app_windows_get_main (self->windows)));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerApplication *self = data;

  adw_dialog_present (planner_about_dialog_new (), GTK_WIDGET (planner_app_windows_get_main (self->windows)));
}

static const GActionEntry action_entries[] = {
  { .name = "quit", .activate = quit_cb },
  { .name = "about", .activate = about_cb },
  { .name = "preferences", .activate = preferences_cb },
};

static const GOptionEntry option_entries[] = {
  { "open-session", 0, 0, G_OPTION_ARG_STRING, NULL, NULL, NULL },
  { "my-schedule", 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  { "search", 0, 0, G_OPTION_ARG_STRING, NULL, NULL, NULL },
  { "board", 0, 0, G_OPTION_ARG_STRING, NULL, NULL, NULL },
  G_OPTION_ENTRY_NULL,
};

static void
create_reminders (PlannerApplication *self)
{
  self->reminders =
      planner_app_reminders_new (G_APPLICATION (self), self->settings, self->library, self->handover);
  g_signal_connect_object (self->reminders, "refused", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (planner_app_reminders_get_service (self->reminders), "reload", G_CALLBACK (reload),
                           self, G_CONNECT_SWAPPED);
  planner_handover_set_worker (self->handover, planner_library_get_worker (self->library));
}

/* The answer of the portal may come after the first rows are shown. */
static void
twelve_hours_cb (gboolean twelve_hours, gpointer data)
{
  PlannerApplication *self = data;

  if (planner_clock_set_twelve_hours (twelve_hours))
    planner_shown_times_update (self->times);
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
  self->times = planner_shown_times_new (self->library, ZONE_PATH);
  if (g_application_get_dbus_connection (application))
    self->clock =
        planner_desktop_clock_new (g_application_get_dbus_connection (application), twelve_hours_cb, self);
  create_reminders (self);
  self->syncer = planner_syncer_new (self->settings, self->library);
  g_signal_connect_object (self->syncer, "calendar-failed", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  planner_app_windows_start (self->windows, self->library, self->settings, self->syncer);
  gtk_window_set_default_icon_name (APP_ID);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].accels);
}

static void
planner_application_activate (GApplication *application)
{
  planner_app_windows_activate (PLANNER_APPLICATION (application)->windows);
}

static void
planner_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  if (n_files > 0) /* a D-Bus message may have none */
    planner_app_windows_open (PLANNER_APPLICATION (application)->windows, files, n_files);
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

  g_clear_object (&self->clock);
  g_clear_object (&self->times);
  g_clear_object (&self->search);
  g_clear_object (&self->reminders);
  g_clear_object (&self->windows);
  g_clear_object (&self->handover);
  g_clear_object (&self->syncer);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);

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
  self->windows = planner_app_windows_new (GTK_APPLICATION (self), self->handover);
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
