/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "agent/planner-handover.h"

#include "agent/planner-unit.h"

#include <string.h>
#include <unistd.h>

#define WINDOW_PROGRAM "gotc-planner"
#define AGENT_PROGRAM "gotc-planner-agent"

/* The kernel limits each argument and each environment variable to 128 KiB. */
#define MAX_WORD_BYTES (64 * 1024)

struct _PlannerHandover
{
  GObject parent_instance;

  GApplication *application; /* borrowed: it owns this */
  PlannerWorker *worker;     /* owned, nullable */
  gboolean background;       /* whether the agent follows the window program */
  gboolean begun;
  gboolean over;
  gboolean stopping; /* whether systemd is about to kill this process */

  /* Requests to the window program */
  gboolean window;
  gboolean my_schedule;
  char *session;          /* owned, nullable */
  char *search;           /* owned, nullable */
  char *board;            /* owned, nullable */
  char *uri;              /* owned, nullable */
  char *activation_token; /* owned, nullable */
  char *startup_id;       /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (PlannerHandover, planner_handover, G_TYPE_OBJECT)

/**
 * planner_handover_dup_program:
 * @name: the file name of a program of the planner
 *
 * Returns: (transfer full): its path
 */
char *
planner_handover_dup_program (const char *name)
{
  const char *uninstalled_bin_dir = g_getenv ("GOTC_PLANNER_BIN_DIR");

  return g_build_filename (uninstalled_bin_dir ? uninstalled_bin_dir : BIN_DIR, name, NULL);
}

static char **
make_environment (PlannerHandover *self)
{
  char **environment = g_get_environ ();

  environment = g_environ_unsetenv (environment, "XDG_ACTIVATION_TOKEN");
  environment = g_environ_unsetenv (environment, "DESKTOP_STARTUP_ID");
  if (self->activation_token)
    environment = g_environ_setenv (environment, "XDG_ACTIVATION_TOKEN", self->activation_token, TRUE);
  if (self->startup_id)
    environment = g_environ_setenv (environment, "DESKTOP_STARTUP_ID", self->startup_id, TRUE);

  return environment;
}

/* Starts the program beside this process. When the unit stops, systemd kills only its main process. */
static void
start_process (const char *program, char **command, char **environment)
{
  g_autoptr (GError) error = NULL;

  g_free (command[0]);
  command[0] = g_strdup (program);
  g_debug ("Handing over: starting %s", program);
  if (!g_spawn_async (NULL, command, environment, G_SPAWN_DEFAULT, NULL, NULL, NULL, &error))
    g_critical ("Cannot start %s: %s", program, error->message);
}

static void
become (const char *program, char **command, char **environment)
{
  g_debug ("Handing over: becoming %s", program);
  execve (program, command, environment);
  g_warning ("Cannot start %s: %s", program, g_strerror (errno));
}

/* Starts the agent when the window program cannot be started, so that reminders still come. */
static void
become_agent (char **environment)
{
  g_autofree char *program = planner_handover_dup_program (AGENT_PROGRAM);
  char *command[] = { (char *) AGENT_PROGRAM, NULL };

  become (program, command, environment);
}

/* Returns: (nullable) (transfer full): the command line of the program that replaces this one; %NULL if the process ends */
static char **
dup_command (PlannerHandover *self)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  if (!self->window && !self->background)
    return NULL;

  g_strv_builder_add (words, self->window ? WINDOW_PROGRAM : AGENT_PROGRAM);
  if (self->session)
    g_strv_builder_take (words, g_strconcat ("--open-session=", self->session, NULL));
  else if (self->search)
    g_strv_builder_take (words, g_strconcat ("--search=", self->search, NULL));
  else if (self->board)
    g_strv_builder_take (words, g_strconcat ("--board=", self->board, NULL));
  else if (self->my_schedule)
    g_strv_builder_add (words, "--my-schedule");
  if (self->uri)
    g_strv_builder_add_many (words, "--", self->uri, NULL);

  return g_strv_builder_end (words);
}

static void
replace_process (PlannerHandover *self)
{
  g_auto (GStrv) command = dup_command (self);
  g_auto (GStrv) environment = make_environment (self);
  g_autofree char *program = NULL;

  if (!command)
    return;

  program = planner_handover_dup_program (command[0]);
  if (self->stopping)
    {
      start_process (program, command, environment);
      return;
    }

  become (program, command, environment);
  if (self->window)
    become_agent (environment);
}

static gboolean
is_short (const char *word)
{
  const gboolean fits = strlen (word) <= MAX_WORD_BYTES;

  if (!fits)
    g_info ("Refusing a request with an argument of %" G_GSIZE_FORMAT " bytes", strlen (word));

  return fits;
}

/* Returns: whether the program that was requested can be started; otherwise the request is forgotten */
static gboolean
can_start_window (PlannerHandover *self)
{
  g_autofree char *program = planner_handover_dup_program (WINDOW_PROGRAM);

  if (access (program, X_OK) == 0)
    return TRUE;

  g_warning ("Cannot start %s: %s", program, g_strerror (errno));
  self->window = self->my_schedule = FALSE;
  g_clear_pointer (&self->session, g_free);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->board, g_free);
  g_clear_pointer (&self->uri, g_free);

  return FALSE;
}

static gboolean
finish_cb (gpointer data)
{
  PlannerHandover *self = data;

  self->over = TRUE;
  g_application_quit (self->application);

  return G_SOURCE_REMOVE;
}

/* Runs @next_cb after the D-Bus messages that have arrived were handled. */
static void
go_on_later (PlannerHandover *self, GSourceFunc next_cb)
{
  g_idle_add_full (G_PRIORITY_LOW, next_cb, g_object_ref (self), g_object_unref);
}

static void
do_nothing_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_boolean (task, TRUE);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  go_on_later (PLANNER_HANDOVER (source), finish_cb);
}

static gboolean
wait_for_worker_cb (gpointer data)
{
  PlannerHandover *self = data;
  g_autoptr (GTask) task = NULL;

  if (!self->worker)
    return finish_cb (data);

  task = g_task_new (self, NULL, written_cb, NULL);
  planner_worker_run (self->worker, task, do_nothing_in_thread);

  return G_SOURCE_REMOVE;
}

static void
released_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerHandover) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (!answer)
    g_info ("Cannot release the bus name: %s", error->message);
  go_on_later (self, wait_for_worker_cb);
}

static void
planner_handover_finalize (GObject *object)
{
  PlannerHandover *self = PLANNER_HANDOVER (object);

  g_clear_pointer (&self->worker, planner_worker_unref);
  g_free (self->session);
  g_free (self->search);
  g_free (self->board);
  g_free (self->uri);
  g_free (self->activation_token);
  g_free (self->startup_id);

  G_OBJECT_CLASS (planner_handover_parent_class)->finalize (object);
}

static void
planner_handover_class_init (PlannerHandoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = planner_handover_finalize;
}

static void
planner_handover_init (PlannerHandover *self)
{
}

/**
 * planner_handover_new:
 * @application: the application of this process, which owns the handover
 *
 * Returns: (transfer full): a handover
 */
PlannerHandover *
planner_handover_new (GApplication *application)
{
  PlannerHandover *self;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);

  self = g_object_new (PLANNER_TYPE_HANDOVER, NULL);
  self->application = application;

  return self;
}

/**
 * planner_handover_set_worker:
 * @worker: the thread that must finish its tasks before the process is replaced
 */
void
planner_handover_set_worker (PlannerHandover *self, PlannerWorker *worker)
{
  g_return_if_fail (PLANNER_IS_HANDOVER (self));

  g_clear_pointer (&self->worker, planner_worker_unref);
  self->worker = planner_worker_ref (worker);
}

/**
 * planner_handover_set_background:
 * @background: whether the process becomes the agent if no window is requested; otherwise it ends
 */
void
planner_handover_set_background (PlannerHandover *self, gboolean background)
{
  g_return_if_fail (PLANNER_IS_HANDOVER (self));

  self->background = background;
}

/**
 * planner_handover_take_platform_data:
 * @platform_data: the platform data of a request, of type a{sv}
 *
 * Keeps the activation token, which lets the window come to the front.
 */
void
planner_handover_take_platform_data (PlannerHandover *self, GVariant *platform_data)
{
  const char *token = NULL;
  const char *startup_id = NULL;

  g_return_if_fail (PLANNER_IS_HANDOVER (self) && platform_data != NULL);

  g_variant_lookup (platform_data, "activation-token", "&s", &token);
  g_variant_lookup (platform_data, "desktop-startup-id", "&s", &startup_id);
  if ((token || startup_id) && is_short (token ? token : "") && is_short (startup_id ? startup_id : ""))
    {
      g_set_str (&self->activation_token, token ? token : startup_id);
      g_set_str (&self->startup_id, startup_id ? startup_id : token);
    }
}

/**
 * planner_handover_ask_window:
 *
 * Requests the window.
 */
void
planner_handover_ask_window (PlannerHandover *self)
{
  g_return_if_fail (PLANNER_IS_HANDOVER (self));

  self->window = TRUE;
}

/**
 * planner_handover_ask_my_schedule:
 *
 * Requests My Schedule of the selected conference.
 */
void
planner_handover_ask_my_schedule (PlannerHandover *self)
{
  g_return_if_fail (PLANNER_IS_HANDOVER (self));

  self->window = TRUE;
  self->my_schedule = TRUE;
}

/**
 * planner_handover_ask_session:
 * @id: a session id
 *
 * Requests the details of a session.
 *
 * Returns: %FALSE if @id is too long for a command line; the request is then ignored
 */
gboolean
planner_handover_ask_session (PlannerHandover *self, const char *id)
{
  g_return_val_if_fail (PLANNER_IS_HANDOVER (self), FALSE);

  if (!is_short (id))
    return FALSE;
  self->window = TRUE;
  g_set_str (&self->session, id);

  return TRUE;
}

/**
 * planner_handover_ask_search:
 * @text: the text to search for
 *
 * Requests a search of all sessions.
 *
 * Returns: %FALSE if @text is too long for a command line; the request is then ignored
 */
gboolean
planner_handover_ask_search (PlannerHandover *self, const char *text)
{
  g_return_val_if_fail (PLANNER_IS_HANDOVER (self), FALSE);

  if (!is_short (text))
    return FALSE;
  self->window = TRUE;
  g_set_str (&self->search, text);

  return TRUE;
}

/**
 * planner_handover_ask_board:
 * @place: the number of a conference, a colon, and the name of a room or nothing
 *
 * Requests the board of a room, or of all rooms.
 *
 * Returns: %FALSE if @place is too long for a command line; the request is then ignored
 */
gboolean
planner_handover_ask_board (PlannerHandover *self, const char *place)
{
  g_return_val_if_fail (PLANNER_IS_HANDOVER (self), FALSE);

  if (!is_short (place))
    return FALSE;
  self->window = TRUE;
  g_set_str (&self->board, place);

  return TRUE;
}

/**
 * planner_handover_ask_open:
 * @files: (array length=n_files): files to open; only the first is used
 *
 * Requests the window with an offer to add the conference of a file.
 *
 * Returns: %FALSE if there is no file, or if its address is too long for a command line; the request is then ignored
 */
gboolean
planner_handover_ask_open (PlannerHandover *self, GFile **files, int n_files)
{
  g_autofree char *uri = NULL;

  g_return_val_if_fail (PLANNER_IS_HANDOVER (self), FALSE);

  if (n_files <= 0)
    return FALSE;
  uri = g_file_get_uri (files[0]);
  if (!is_short (uri))
    return FALSE;
  self->window = TRUE;
  g_set_str (&self->uri, uri);

  return TRUE;
}

/**
 * planner_handover_begin:
 *
 * Releases the bus name and handles the messages that were sent to it before. Then the application quits, and
 * planner_handover_run() continues. If the window program is requested but missing, ignores the request instead.
 */
void
planner_handover_begin (PlannerHandover *self)
{
  GDBusConnection *bus;

  g_return_if_fail (PLANNER_IS_HANDOVER (self));
  if (self->begun || (self->window && !can_start_window (self)))
    return;

  bus = g_application_get_dbus_connection (self->application);
  self->begun = TRUE;
  if (!self->window && !self->background)
    self->stopping = planner_unit_stop ();
  g_debug ("Handing over: releasing the bus name");
  g_application_hold (self->application);
  if (bus && !(g_application_get_flags (self->application) & G_APPLICATION_NON_UNIQUE))
    g_dbus_connection_call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                            "ReleaseName", g_variant_new ("(s)", APP_ID), G_VARIANT_TYPE ("(u)"),
                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, released_cb, g_object_ref (self));
  else
    go_on_later (self, wait_for_worker_cb);
}

/**
 * planner_handover_has_begun:
 *
 * Returns: whether planner_handover_begin() was called; requests are then for the program that follows
 */
gboolean
planner_handover_has_begun (PlannerHandover *self)
{
  g_return_val_if_fail (PLANNER_IS_HANDOVER (self), FALSE);

  return self->begun;
}

/**
 * planner_handover_run:
 *
 * Runs the application. After planner_handover_begin(), replaces the program of this process and does not return, if there
 * is one to replace it with. Starts the agent if the window program cannot be started.
 *
 * Returns: the exit status
 */
int
planner_handover_run (PlannerHandover *self, int argc, char **argv)
{
  int status;

  g_return_val_if_fail (PLANNER_IS_HANDOVER (self), 1);

  status = g_application_run (self->application, argc, argv);
  if (self->over)
    replace_process (self);

  return status;
}
