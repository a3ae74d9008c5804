/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/planner-application.h"

#include "library/planner-library.h"
#include "ui/planner-window.h"

#include <glib/gi18n.h>

struct _PlannerApplication
{
  AdwApplication parent_instance;

  PlannerLibrary *library; /* owned, from startup on */
  GSettings *settings;     /* owned, from startup on */
  PlannerWindow *window;   /* weak, nullable */
  GError *error;           /* owned, nullable: why the library did not load */
  char *offered;           /* owned, nullable: an address that waits for the library */
  gboolean loaded;
  guint patience; /* while the window waits for the library */
};

/* The library is there before GTK has started. Where a disk is slow, the window comes without it. */
#define PATIENCE_MS 200

G_DEFINE_FINAL_TYPE (PlannerApplication, planner_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *accels[3];
} accels[] = {
  { "app.quit", { "<Control>q" } },          { "window.close", { "<Control>w" } },
  { "win.show-sidebar", { "F9" } },          { "win.search", { "<Control>f" } },
  { "win.refresh", { "F5", "<Control>r" } }, { "win.add-conference", { "<Control>n" } },
};

static void
show_library (PlannerApplication *self)
{
  g_autofree char *offered = g_steal_pointer (&self->offered);

  planner_window_library_loaded (self->window, self->error);
  if (offered && !self->error)
    planner_window_offer_address (self->window, offered);
}

static void
show_window (PlannerApplication *self)
{
  if (self->window == NULL)
    {
      PlannerWindow *window = planner_window_new (GTK_APPLICATION (self), self->library, self->settings);

      g_set_weak_pointer (&self->window, window);
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

static void
loaded_cb (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerApplication) self = data;

  self->loaded = TRUE;
  planner_library_load_finish (PLANNER_LIBRARY (library), result, &self->error);
  if (self->window)
    show_library (self);
  stop_waiting (self);
}

/* A window that is shown with all that it has is laid out once. */
static void
ensure_window (PlannerApplication *self)
{
  if (self->window || self->loaded)
    {
      show_window (self);
    }
  else if (self->patience == 0)
    {
      g_application_hold (G_APPLICATION (self));
      self->patience = g_timeout_add_once (PATIENCE_MS, patience_over_cb, self);
    }
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_application_quit (G_APPLICATION (data));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerApplication *self = data;
  AdwAboutDialog *dialog = ADW_ABOUT_DIALOG (adw_about_dialog_new ());

  adw_about_dialog_set_application_name (dialog, _ ("GOTC Planner"));
  adw_about_dialog_set_application_icon (dialog, APP_ID);
  adw_about_dialog_set_version (dialog, APP_VERSION);
  adw_about_dialog_set_developer_name (dialog, _ ("The GOTC Planner authors"));
  adw_about_dialog_set_copyright (dialog, "© 2026 The GOTC Planner authors");
  adw_about_dialog_set_license_type (dialog, GTK_LICENSE_GPL_3_0);
  /* Translators: your name and address, one translator a line. */
  adw_about_dialog_set_translator_credits (dialog, _ ("translator-credits"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self->window));
}

static const GActionEntry action_entries[] = {
  { .name = "quit", .activate = quit_cb },
  { .name = "about", .activate = about_cb },
};

/* GTK reads its own theme as it starts, only for libadwaita to put its own in that place: a tenth of the whole start. */
static void
skip_default_theme (void)
{
  if (g_getenv ("GTK_THEME"))
    return;

  g_setenv ("GTK_THEME", "Adwaita-empty", TRUE);
  gtk_init ();
  gtk_settings_get_default ();
  g_unsetenv ("GTK_THEME");
}

/* The library opens its files in a thread of its own while GTK starts. */
static void
planner_application_startup (GApplication *application)
{
  PlannerApplication *self = PLANNER_APPLICATION (application);
  g_autoptr (PlannerFetcher) fetcher = planner_fetcher_new ();
  g_autofree char *store_path = planner_store_dup_default_path ();

  skip_default_theme ();
  self->library = planner_library_new (store_path, fetcher);
  planner_library_load_async (self->library, NULL, loaded_cb, g_object_ref (self));

  G_APPLICATION_CLASS (planner_application_parent_class)->startup (application);

  self->settings = g_settings_new (APP_ID);
  gtk_window_set_default_icon_name (APP_ID);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].accels);
}

static void
planner_application_activate (GApplication *application)
{
  ensure_window (PLANNER_APPLICATION (application));
}

static void
planner_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  PlannerApplication *self = PLANNER_APPLICATION (application);
  g_autofree char *address = g_file_get_uri (files[0]);

  if (self->window && self->loaded && !self->error)
    planner_window_offer_address (self->window, address);
  else
    g_set_str (&self->offered, address);
  ensure_window (self);
}

static void
planner_application_finalize (GObject *object)
{
  PlannerApplication *self = PLANNER_APPLICATION (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);
  g_clear_error (&self->error);
  g_clear_pointer (&self->offered, g_free);

  G_OBJECT_CLASS (planner_application_parent_class)->finalize (object);
}

static void
planner_application_class_init (PlannerApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = planner_application_finalize;
  application_class->startup = planner_application_startup;
  application_class->activate = planner_application_activate;
  application_class->open = planner_application_open;
}

static void
planner_application_init (PlannerApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), action_entries, G_N_ELEMENTS (action_entries), self);
}

PlannerApplication *
planner_application_new (void)
{
  return g_object_new (PLANNER_TYPE_APPLICATION, "application-id", APP_ID, "resource-base-path",
                       "/org/gotc/Planner", "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}
