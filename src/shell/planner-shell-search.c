/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "shell/planner-shell-search.h"

#include "plan/planner-quick-search.h"
#include "words/planner-labels.h"

#include <string.h>

struct _PlannerShellSearch
{
  GObject parent_instance;

  GApplication *application;    /* borrowed: it owns this */
  GSettings *settings;          /* owned */
  PlannerTimeSource *time;      /* owned */
  PlannerShellAgendas *agendas; /* owned */
  guint registration;           /* 0 while it is not exported */
};

G_DEFINE_FINAL_TYPE (PlannerShellSearch, planner_shell_search, G_TYPE_OBJECT)

/* The shell sends what the attendee types, a word a term, and asks about the results that it shows. */
#define MAX_TERMS 64
#define MAX_TEXT_BYTES 4096
#define MAX_IDS 256

static const char interface_xml[] = "<node>"
                                    "  <interface name='org.gnome.Shell.SearchProvider2'>"
                                    "    <method name='GetInitialResultSet'>"
                                    "      <arg type='as' name='terms' direction='in'/>"
                                    "      <arg type='as' name='results' direction='out'/>"
                                    "    </method>"
                                    "    <method name='GetSubsearchResultSet'>"
                                    "      <arg type='as' name='previous_results' direction='in'/>"
                                    "      <arg type='as' name='terms' direction='in'/>"
                                    "      <arg type='as' name='results' direction='out'/>"
                                    "    </method>"
                                    "    <method name='GetResultMetas'>"
                                    "      <arg type='as' name='identifiers' direction='in'/>"
                                    "      <arg type='aa{sv}' name='metas' direction='out'/>"
                                    "    </method>"
                                    "    <method name='ActivateResult'>"
                                    "      <arg type='s' name='identifier' direction='in'/>"
                                    "      <arg type='as' name='terms' direction='in'/>"
                                    "      <arg type='u' name='timestamp' direction='in'/>"
                                    "    </method>"
                                    "    <method name='LaunchSearch'>"
                                    "      <arg type='as' name='terms' direction='in'/>"
                                    "      <arg type='u' name='timestamp' direction='in'/>"
                                    "    </method>"
                                    "  </interface>"
                                    "</node>";

/**
 * Request:
 * @search: (owned): the provider
 * @invocation: (owned): the call
 * @words: (owned): search terms, or the ids of results
 *
 * A method call that waits for the agendas.
 */
typedef struct
{
  PlannerShellSearch *search;
  GDBusMethodInvocation *invocation;
  GStrv words;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->search);
  g_clear_object (&request->invocation);
  g_strfreev (request->words);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static gboolean
is_short (char **words, guint max_words, gsize max_bytes)
{
  gsize n_bytes = 0;

  if (g_strv_length (words) > max_words)
    return FALSE;
  for (; *words; words++)
    n_bytes += strlen (*words);

  return n_bytes <= max_bytes;
}

static void
refuse (GDBusMethodInvocation *invocation)
{
  g_info ("Refusing %s with arguments that are too long",
          g_dbus_method_invocation_get_method_name (invocation));
  g_dbus_method_invocation_return_error_literal (invocation, G_DBUS_ERROR, G_DBUS_ERROR_LIMITS_EXCEEDED,
                                                 "The arguments are too long");
}

/* Returns: (nullable) (transfer full): an argument; %NULL, and the call is answered, if it is too long */
static GStrv
dup_words (GDBusMethodInvocation *invocation, guint index, guint max_words, gsize max_bytes)
{
  g_auto (GStrv) words = NULL;

  g_variant_get_child (g_dbus_method_invocation_get_parameters (invocation), index, "^as", &words);
  if (is_short (words, max_words, max_bytes))
    return g_steal_pointer (&words);

  refuse (invocation);

  return NULL;
}

static GStrv
dup_terms (GDBusMethodInvocation *invocation, guint index)
{
  return dup_words (invocation, index, MAX_TERMS, MAX_TEXT_BYTES);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GPtrArray) conferences =
      planner_shell_agendas_get_finish (PLANNER_SHELL_AGENDAS (source), result, NULL);
  PlannerShellSearch *self = request->search;
  g_autofree char *text = g_strjoinv (" ", request->words);
  g_auto (GStrv) ids =
      planner_quick_search_run (conferences, text, planner_time_source_get_now_utc (self->time));

  g_debug ("Answering a search of the desktop with %u sessions", g_strv_length (ids));
  g_dbus_method_invocation_return_value (g_steal_pointer (&request->invocation),
                                         g_variant_new ("(^as)", ids));
}

static GVariant *
serialize_icon (gboolean starred)
{
  g_autoptr (GIcon) icon = g_themed_icon_new (starred ? "starred-symbolic" : APP_ID);

  return g_icon_serialize (icon);
}

static void
add_meta (PlannerShellSearch *self, GVariantBuilder *metas, GPtrArray *conferences, const char *id)
{
  const PlannerSearched *searched = NULL;
  const PlannerSession *session = planner_quick_search_find (conferences, id, &searched);
  g_autoptr (GTimeZone) local =
      g_settings_get_boolean (self->settings, "local-time") ? g_time_zone_new_local () : NULL;
  g_autoptr (GVariant) icon = NULL;
  g_autofree char *description = NULL;

  if (!session)
    return;

  icon = serialize_icon (g_hash_table_contains (searched->starred, session->key));
  description = planner_format_result (session, planner_agenda_get_day (searched->agenda, session)->date,
                                       planner_time_source_get_now_utc (self->time), local);
  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (id));
  g_variant_builder_add (metas, "{sv}", "name", g_variant_new_string (session->title.shown));
  g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (description));
  g_variant_builder_add (metas, "{sv}", "icon", icon);
  g_variant_builder_close (metas);
}

/* Ids of no session are left out of the answer. */
static void
described_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GPtrArray) conferences =
      planner_shell_agendas_get_finish (PLANNER_SHELL_AGENDAS (source), result, NULL);
  PlannerShellSearch *self = request->search;
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; request->words[i]; i++)
    add_meta (self, &metas, conferences, request->words[i]);
  g_dbus_method_invocation_return_value (g_steal_pointer (&request->invocation),
                                         g_variant_new ("(aa{sv})", &metas));
}

/* @invocation: (transfer full): the call, already answered if @words is %NULL
 * @words: (transfer full) (nullable): the words to answer it from */
static void
wait_for_agendas (PlannerShellSearch *self,
                  GDBusMethodInvocation *invocation,
                  GStrv words,
                  GAsyncReadyCallback callback)
{
  Request *request;

  if (!words)
    return;

  request = g_new (Request, 1);
  *request = (Request) { g_object_ref (self), invocation, words };
  planner_shell_agendas_get_async (self->agendas, callback, request);
}

static void
activate (PlannerShellSearch *self, GDBusMethodInvocation *invocation, const char *action, const char *target)
{
  g_dbus_method_invocation_return_value (invocation, NULL);
  g_action_group_activate_action (G_ACTION_GROUP (self->application), action, g_variant_new_string (target));
}

static void
open_result (PlannerShellSearch *self, GDBusMethodInvocation *invocation, GVariant *parameters)
{
  const char *id;

  g_variant_get_child (parameters, 0, "&s", &id);
  if (strlen (id) <= MAX_TEXT_BYTES)
    activate (self, invocation, "open-session", id);
  else
    refuse (invocation);
}

static void
open_search (PlannerShellSearch *self, GDBusMethodInvocation *invocation)
{
  g_auto (GStrv) terms = dup_terms (invocation, 0);
  g_autofree char *text = terms ? g_strjoinv (" ", terms) : NULL;

  if (text)
    activate (self, invocation, "search", text);
}

/* A word that names a time can match more sessions than what was typed before, so that each search looks at all sessions. */
static void
method_called_cb (GDBusConnection *connection,
                  const char *sender,
                  const char *path,
                  const char *interface,
                  const char *method,
                  GVariant *parameters,
                  GDBusMethodInvocation *invocation,
                  gpointer data)
{
  PlannerShellSearch *self = data;

  if (g_str_equal (method, "GetInitialResultSet"))
    wait_for_agendas (self, invocation, dup_terms (invocation, 0), searched_cb);
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    wait_for_agendas (self, invocation, dup_terms (invocation, 1), searched_cb);
  else if (g_str_equal (method, "GetResultMetas"))
    wait_for_agendas (self, invocation, dup_words (invocation, 0, MAX_IDS, MAX_IDS * MAX_TEXT_BYTES),
                      described_cb);
  else if (g_str_equal (method, "ActivateResult"))
    open_result (self, invocation, parameters);
  else if (g_str_equal (method, "LaunchSearch"))
    open_search (self, invocation);
}

static const GDBusInterfaceVTable vtable = { .method_call = method_called_cb };

static void
planner_shell_search_finalize (GObject *object)
{
  PlannerShellSearch *self = PLANNER_SHELL_SEARCH (object);

  g_clear_object (&self->agendas);
  g_clear_object (&self->time);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (planner_shell_search_parent_class)->finalize (object);
}

static void
planner_shell_search_class_init (PlannerShellSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = planner_shell_search_finalize;
}

static void
planner_shell_search_init (PlannerShellSearch *self)
{
  self->settings = g_settings_new (APP_ID);
  self->time = planner_time_source_new ();
  self->agendas = planner_shell_agendas_new (self->time);
}

/**
 * planner_shell_search_new:
 * @application: the application that owns the provider and has the actions open-session and search
 *
 * Returns: (transfer full): a search provider
 */
PlannerShellSearch *
planner_shell_search_new (GApplication *application)
{
  PlannerShellSearch *self;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);

  self = g_object_new (PLANNER_TYPE_SHELL_SEARCH, NULL);
  self->application = application;

  return self;
}

/**
 * planner_shell_search_get_agendas:
 *
 * Returns: (transfer none): the agendas that are searched
 */
PlannerShellAgendas *
planner_shell_search_get_agendas (PlannerShellSearch *self)
{
  g_return_val_if_fail (PLANNER_IS_SHELL_SEARCH (self), NULL);

  return self->agendas;
}

/**
 * planner_shell_search_export:
 * @connection: the session bus
 * @application_path: the object path of the application
 *
 * Exports the provider at the object path that its .ini file names. Call it before the application owns its bus name.
 *
 * Returns: whether it succeeded
 */
gboolean
planner_shell_search_export (PlannerShellSearch *self,
                             GDBusConnection *connection,
                             const char *application_path,
                             GError **error)
{
  g_autofree char *path = g_strconcat (application_path, "/SearchProvider", NULL);
  g_autoptr (GDBusNodeInfo) node = NULL;

  g_return_val_if_fail (PLANNER_IS_SHELL_SEARCH (self) && G_IS_DBUS_CONNECTION (connection), FALSE);

  node = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  self->registration =
      g_dbus_connection_register_object (connection, path, node->interfaces[0], &vtable, self, NULL, error);

  return self->registration > 0;
}

/**
 * planner_shell_search_unexport:
 *
 * Undoes planner_shell_search_export(). Calls that wait are still answered.
 */
void
planner_shell_search_unexport (PlannerShellSearch *self, GDBusConnection *connection)
{
  g_return_if_fail (PLANNER_IS_SHELL_SEARCH (self));

  if (self->registration > 0)
    g_dbus_connection_unregister_object (connection, self->registration);
  self->registration = 0;
}
