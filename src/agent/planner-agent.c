/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "agent/planner-agent.h"

#include "reminders/planner-reminder-service.h"
#include "shell/planner-shell-search.h"
#include "words/planner-clock.h"
#include "words/planner-desktop-clock.h"

struct _PlannerAgent
{
  GApplication parent_instance;

  PlannerHandover *handover;         /* owned */
  GSettings *settings;               /* owned, from startup on */
  PlannerReminderService *reminders; /* owned, from startup on */
  PlannerShellSearch *search;        /* owned */
  PlannerDesktopClock *clock;        /* owned, nullable */
  PlannerStore *store;               /* owned, nullable until opened */
  PlannerWorker *worker;             /* owned */
  gboolean reminding;                /* whether @reminders has started */
  gboolean for_search;               /* whether a search started this process */
  guint n_jobs;                      /* how many tasks must end before the agent may end */
  guint end;                         /* the timeout after which the agent ends; 0 for none */
};

G_DEFINE_FINAL_TYPE (PlannerAgent, planner_agent, G_TYPE_APPLICATION)

/* GLib may need several D-Bus calls before a notification has left the process. */
#define LINGER_MS 2000

static void
end_cb (gpointer data)
{
  PlannerAgent *self = data;

  self->end = 0;
  planner_handover_begin (self->handover);
}

/* An agent that only runs for a search sends no reminders if the attendee wants none while the window is closed. Snoozed
 * reminders are sent in any case. */
static void
start_reminders (PlannerAgent *self)
{
  if (self->reminding || !self->store ||
      (self->for_search && !g_settings_get_boolean (self->settings, "remind-when-closed") &&
       !planner_reminder_service_is_needed (self->reminders)))
    return;

  self->reminding = TRUE;
  planner_reminder_service_start (self->reminders, self->store, self->worker);
}

static void
update (PlannerAgent *self)
{
  gboolean needed;

  start_reminders (self);
  needed = planner_reminder_service_is_needed (self->reminders);
  planner_handover_set_background (self->handover, needed);
  g_clear_handle_id (&self->end, g_source_remove);
  if (!needed && self->n_jobs == 0 && !planner_handover_has_begun (self->handover))
    self->end = g_timeout_add_once (LINGER_MS, end_cb, self);
}

static void
begin_job (PlannerAgent *self)
{
  self->n_jobs++;
  update (self);
}

static void
end_job (PlannerAgent *self)
{
  self->n_jobs--;
  update (self);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  PlannerStore *store = planner_store_open (data, &error);

  if (store)
    g_task_return_pointer (task, store, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* Only logs an error of the store: the window program shows it to the attendee. */
static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PlannerAgent *self = PLANNER_AGENT (source);
  g_autoptr (GError) error = NULL;

  self->store = g_task_propagate_pointer (G_TASK (result), &error);
  if (!self->store)
    g_warning ("Cannot open the database: %s", error->message);
  planner_shell_agendas_set_store (planner_shell_search_get_agendas (self->search), self->store,
                                   self->worker);
  end_job (self);
}

/* Runs after the request that started the agent. If that request was for the window, the store is not opened here. */
static gboolean
open_store_cb (gpointer data)
{
  PlannerAgent *self = data;
  g_autoptr (GTask) task = NULL;

  if (planner_handover_has_begun (self->handover))
    return G_SOURCE_REMOVE;

  task = g_task_new (self, NULL, opened_cb, NULL);
  g_task_set_task_data (task, planner_store_dup_default_path (), g_free);
  planner_worker_run (self->worker, task, open_in_thread);

  return G_SOURCE_REMOVE;
}

typedef struct
{
  PlannerAgent *agent;
  gint64 conference_id;
} Refresh;

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Refresh *refresh = data;
  g_autoptr (PlannerAgent) self = refresh->agent;
  g_autoptr (GError) error = NULL;
  const gboolean worked = g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);

  if (!worked)
    g_info ("Cannot refresh conference %" G_GINT64_FORMAT ": %s", refresh->conference_id, error->message);
  planner_reminder_service_refreshed (self->reminders, refresh->conference_id, worked);
  end_job (self);
}

/* Refreshes in another process, so that the memory for reading a schedule is freed when that ends. */
static void
refresh_due_cb (PlannerAgent *self, gint64 conference_id)
{
  g_autofree char *program = planner_handover_dup_program ("gotc-planner-agent");
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, conference_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--refresh", number, NULL);
  Refresh *refresh;

  if (!process)
    {
      g_warning ("Cannot start a process to refresh conference %s: %s", number, error->message);
      planner_reminder_service_refreshed (self->reminders, conference_id, FALSE);
      return;
    }

  refresh = g_new (Refresh, 1);
  *refresh = (Refresh) { g_object_ref (self), conference_id };
  begin_job (self);
  g_subprocess_wait_check_async (process, NULL, refreshed_cb, refresh);
}

static void
open_session_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerAgent *self = data;

  if (planner_handover_ask_session (self->handover, g_variant_get_string (parameter, NULL)))
    planner_handover_begin (self->handover);
}

static void
show_my_schedule_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerAgent *self = data;

  planner_handover_ask_my_schedule (self->handover);
  planner_handover_begin (self->handover);
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerAgent *self = data;

  if (planner_handover_ask_search (self->handover, g_variant_get_string (parameter, NULL)))
    planner_handover_begin (self->handover);
}

static void
show_board_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerAgent *self = data;

  if (planner_handover_ask_board (self->handover, g_variant_get_string (parameter, NULL)))
    planner_handover_begin (self->handover);
}

/* The agent goes on while it has agendas for a search in memory. */
static void
agendas_in_use_cb (PlannerAgent *self, GParamSpec *pspec, PlannerShellAgendas *agendas)
{
  const gboolean in_use = planner_shell_agendas_is_in_use (agendas);

  self->for_search |= in_use && !self->store;
  if (in_use)
    begin_job (self);
  else
    end_job (self);
}

static const GActionEntry action_entries[] = {
  { .name = "open-session", .activate = open_session_cb, .parameter_type = "s" },
  { .name = "show-my-schedule", .activate = show_my_schedule_cb },
  { .name = "search", .activate = search_cb, .parameter_type = "s" },
  { .name = "show-board", .activate = show_board_cb, .parameter_type = "s" },
};

/* If another process of the planner owns the bus name, this process ends. */
static gboolean
planner_agent_local_command_line (GApplication *application, char ***arguments, int *exit_status)
{
  g_autoptr (GError) error = NULL;

  *exit_status = EXIT_SUCCESS;
  if (!g_application_register (application, NULL, &error))
    {
      g_info ("Cannot register on the session bus: %s", error->message);
    }
  else if (!g_application_get_dbus_connection (application))
    {
      g_printerr ("gotc-planner-agent: no session bus\n");
      *exit_status = EXIT_FAILURE;
      g_application_quit (application);
    }

  return TRUE;
}

static gboolean
planner_agent_dbus_register (GApplication *application,
                             GDBusConnection *connection,
                             const char *path,
                             GError **error)
{
  return G_APPLICATION_CLASS (planner_agent_parent_class)
             ->dbus_register (application, connection, path, error) &&
         planner_shell_search_export (PLANNER_AGENT (application)->search, connection, path, error);
}

static void
planner_agent_dbus_unregister (GApplication *application, GDBusConnection *connection, const char *path)
{
  planner_shell_search_unexport (PLANNER_AGENT (application)->search, connection);

  G_APPLICATION_CLASS (planner_agent_parent_class)->dbus_unregister (application, connection, path);
}

static void
twelve_hours_cb (gboolean twelve_hours, gpointer data)
{
  planner_clock_set_twelve_hours (twelve_hours);
}

static void
planner_agent_startup (GApplication *application)
{
  PlannerAgent *self = PLANNER_AGENT (application);
  g_autoptr (PlannerTimeSource) time_source = planner_time_source_new ();

  G_APPLICATION_CLASS (planner_agent_parent_class)->startup (application);

  self->settings = g_settings_new (APP_ID);
  if (g_application_get_dbus_connection (application))
    self->clock =
        planner_desktop_clock_new (g_application_get_dbus_connection (application), twelve_hours_cb, NULL);
  self->reminders = planner_reminder_service_new (application, self->settings, time_source);
  g_signal_connect_object (self->reminders, "notify::needed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::remind-when-closed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminders, "refresh-due", G_CALLBACK (refresh_due_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminders, "reload", G_CALLBACK (planner_shell_agendas_reload),
                           planner_shell_search_get_agendas (self->search), G_CONNECT_SWAPPED);
  g_application_hold (application);
  begin_job (self);
  g_idle_add_full (G_PRIORITY_LOW, open_store_cb, g_object_ref (self), g_object_unref);
}

static void
planner_agent_before_emit (GApplication *application, GVariant *platform_data)
{
  planner_handover_take_platform_data (PLANNER_AGENT (application)->handover, platform_data);
}

static void
planner_agent_activate (GApplication *application)
{
  PlannerAgent *self = PLANNER_AGENT (application);

  planner_handover_ask_window (self->handover);
  planner_handover_begin (self->handover);
}

static void
planner_agent_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  PlannerAgent *self = PLANNER_AGENT (application);

  if (planner_handover_ask_open (self->handover, files, n_files))
    planner_handover_begin (self->handover);
}

static void
planner_agent_finalize (GObject *object)
{
  PlannerAgent *self = PLANNER_AGENT (object);

  g_clear_handle_id (&self->end, g_source_remove);
  g_clear_object (&self->clock);
  g_clear_object (&self->search);
  g_clear_object (&self->reminders);
  g_clear_object (&self->settings);
  g_clear_object (&self->store);
  g_clear_object (&self->handover);
  g_clear_pointer (&self->worker, planner_worker_unref);

  G_OBJECT_CLASS (planner_agent_parent_class)->finalize (object);
}

static void
planner_agent_class_init (PlannerAgentClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = planner_agent_finalize;
  application_class->local_command_line = planner_agent_local_command_line;
  application_class->dbus_register = planner_agent_dbus_register;
  application_class->dbus_unregister = planner_agent_dbus_unregister;
  application_class->startup = planner_agent_startup;
  application_class->before_emit = planner_agent_before_emit;
  application_class->activate = planner_agent_activate;
  application_class->open = planner_agent_open;
}

static void
planner_agent_init (PlannerAgent *self)
{
  self->worker = planner_worker_new ();
  self->handover = planner_handover_new (G_APPLICATION (self));
  planner_handover_set_worker (self->handover, self->worker);
  self->search = planner_shell_search_new (G_APPLICATION (self));
  g_signal_connect_object (planner_shell_search_get_agendas (self->search), "notify::in-use",
                           G_CALLBACK (agendas_in_use_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (self), action_entries, G_N_ELEMENTS (action_entries), self);
}

PlannerAgent *
planner_agent_new (void)
{
  return g_object_new (PLANNER_TYPE_AGENT, "application-id", APP_ID, "flags",
                       G_APPLICATION_IS_SERVICE | G_APPLICATION_HANDLES_OPEN, NULL);
}

/**
 * planner_agent_get_handover:
 *
 * Returns: (transfer none): the handover, which runs this application
 */
PlannerHandover *
planner_agent_get_handover (PlannerAgent *self)
{
  g_return_val_if_fail (PLANNER_IS_AGENT (self), NULL);

  return self->handover;
}
