/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "agent/agent-fixture.h"
#include "store/database.h"

#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

static void
received_free (Received *received)
{
  g_free (received->id);
  g_clear_pointer (&received->content, g_variant_unref);
  g_free (received);
}

static const char server_xml[] =
    "<node>"
    "  <interface name='org.gtk.Notifications'>"
    "    <method name='AddNotification'>"
    "      <arg type='s'/><arg type='s'/><arg type='a{sv}'/>"
    "    </method>"
    "    <method name='RemoveNotification'><arg type='s'/><arg type='s'/></method>"
    "  </interface>"
    "  <interface name='org.freedesktop.portal.Notification'>"
    "    <method name='AddNotification'><arg type='s'/><arg type='a{sv}'/></method>"
    "    <method name='RemoveNotification'><arg type='s'/></method>"
    "    <property name='version' type='u' access='read'/>"
    "  </interface>"
    "  <interface name='org.freedesktop.portal.Background'>"
    "    <method name='RequestBackground'>"
    "      <arg type='s'/><arg type='a{sv}'/><arg type='o' direction='out'/>"
    "    </method>"
    "    <property name='version' type='u' access='read'/>"
    "  </interface>"
    "  <interface name='org.freedesktop.portal.OpenURI'>"
    "    <method name='OpenURI'>"
    "      <arg type='s'/><arg type='s'/><arg type='a{sv}'/><arg type='o' direction='out'/>"
    "    </method>"
    "    <property name='version' type='u' access='read'/>"
    "  </interface>"
    "  <interface name='org.freedesktop.portal.NetworkMonitor'>"
    "    <method name='GetAvailable'><arg type='b' direction='out'/></method>"
    "    <method name='GetMetered'><arg type='b' direction='out'/></method>"
    "    <method name='GetConnectivity'><arg type='u' direction='out'/></method>"
    "    <property name='version' type='u' access='read'/>"
    "  </interface>"
    "</node>";

static void
agent_answer_portal (AgentFixture *fixture, GVariant *parameters, GDBusMethodInvocation *invocation)
{
  g_autoptr (GVariant) options =
      g_variant_get_child_value (parameters, g_variant_n_children (parameters) - 1);
  g_autofree char *sender = g_strdup (g_dbus_method_invocation_get_sender (invocation));
  g_autofree char *element = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree char *path = NULL;
  const char *token = "none";

  g_variant_lookup (options, "handle_token", "&s", &token);
  path = g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", element, token);
  if (g_variant_n_children (parameters) == 3)
    {
      char *uri = NULL;

      g_variant_get_child (parameters, 1, "s", &uri);
      g_ptr_array_add (fixture->opened, uri);
    }
  else
    {
      g_ptr_array_add (fixture->calls, g_variant_ref (options));
    }
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", path));
  g_dbus_connection_emit_signal (fixture->connection, sender, path, "org.freedesktop.portal.Request",
                                 "Response",
                                 g_variant_new_parsed ("(%u, {'background': <%b>, 'autostart': <%b>})",
                                                       fixture->portal_response, fixture->portal_grants,
                                                       fixture->portal_grants),
                                 NULL);
}

static void
agent_server_called_cb (GDBusConnection *connection,
                        const char *sender,
                        const char *path,
                        const char *interface,
                        const char *method,
                        GVariant *parameters,
                        GDBusMethodInvocation *invocation,
                        gpointer data)
{
  AgentFixture *fixture = data;
  const gboolean of_portal = g_str_equal (interface, "org.freedesktop.portal.Notification");
  Received *received;

  if (g_str_equal (method, "RequestBackground") || g_str_equal (method, "OpenURI"))
    {
      agent_answer_portal (fixture, parameters, invocation);
      return;
    }

  if (g_str_has_prefix (method, "Get"))
    {
      g_dbus_method_invocation_return_value (invocation,
                                             g_variant_new_parsed (g_str_equal (method, "GetConnectivity")
                                                                       ? "(@u 1,)"
                                                                       : "(false,)"));
      return;
    }

  received = g_new0 (Received, 1);
  g_variant_get_child (parameters, of_portal ? 0 : 1, "s", &received->id);
  if (g_str_equal (method, "AddNotification"))
    received->content = g_variant_get_child_value (parameters, of_portal ? 1 : 2);
  g_ptr_array_add (fixture->received, received);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static GVariant *
agent_server_property_cb (GDBusConnection *connection,
                          const char *sender,
                          const char *path,
                          const char *interface,
                          const char *property,
                          GError **error,
                          gpointer data)
{
  return g_variant_new_uint32 (2);
}

static const GDBusInterfaceVTable server_vtable = { .method_call = agent_server_called_cb,
                                                    .get_property = agent_server_property_cb };

static void
agent_owner_changed_cb (GDBusConnection *connection,
                        const char *sender,
                        const char *path,
                        const char *interface,
                        const char *signal,
                        GVariant *parameters,
                        gpointer data)
{
  AgentFixture *fixture = data;

  g_free (fixture->owner);
  g_variant_get_child (parameters, 2, "s", &fixture->owner);
  fixture->n_owners += *fixture->owner != '\0';
}

GVariant *
agent_call (AgentFixture *fixture,
            const char *name,
            const char *path,
            const char *interface,
            const char *method,
            GVariant *parameters)
{
  g_autoptr (GError) error = NULL;
  GVariant *answer = g_dbus_connection_call_sync (fixture->connection, name, path, interface, method,
                                                  parameters, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  g_assert_no_error (error);

  return answer;
}

static void
agent_serve (AgentFixture *fixture, const char *name, const char *path, gboolean of_portal)
{
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (server_xml, NULL);
  g_autoptr (GVariant) owned = NULL;

  for (guint i = of_portal ? 1 : 0; i < (of_portal ? 5 : 1); i++)
    g_assert_cmpuint (g_dbus_connection_register_object (fixture->connection, path, node->interfaces[i],
                                                         &server_vtable, fixture, NULL, NULL),
                      >, 0);
  owned = agent_call (fixture, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                      "RequestName", g_variant_new ("(su)", name, 0));
}

/* The programs that the bus starts inherit this environment. */
static void
agent_set_environment (AgentFixture *fixture)
{
  static const char *display;
  const char *const folders[] = { "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, folders[i], NULL);

      g_mkdir (path, 0700);
      g_setenv (folders[i], path, TRUE);
    }
  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
  g_setenv ("TZ", "UTC", TRUE);

  /* g_test_dbus_down() unsets DISPLAY. */
  if (!display)
    display = g_getenv ("DISPLAY") ? g_strdup (g_getenv ("DISPLAY")) : "";
  g_setenv ("DISPLAY", display, TRUE);
}

void
agent_set_remind_when_closed (AgentFixture *fixture, gboolean wanted)
{
  g_autofree char *folder =
      g_build_filename (fixture->folder, "XDG_CONFIG_HOME", "glib-2.0", "settings", NULL);
  g_autofree char *path = g_build_filename (folder, "keyfile", NULL);
  g_autofree char *text =
      g_strdup_printf ("[org/gotc/Planner/Devel]\nremind-when-closed=%s\n", wanted ? "true" : "false");

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
agent_start_bus (AgentFixture *fixture)
{
  g_autofree char *services = g_build_filename (fixture->folder, "services", NULL);
  g_autofree char *path = g_build_filename (services, APP_ID ".service", NULL);
  g_autofree char *text = g_strdup_printf ("[D-BUS Service]\nName=" APP_ID "\nExec=%s/gotc-planner-agent\n",
                                           g_getenv ("GOTC_PLANNER_BIN_DIR"));
  const GDBusConnectionFlags flags =
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION;
  g_autoptr (GError) error = NULL;

  g_mkdir (services, 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_add_service_dir (fixture->bus, services);
  g_test_dbus_up (fixture->bus);
  fixture->connection = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (fixture->bus),
                                                                flags, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->subscription =
      g_dbus_connection_signal_subscribe (fixture->connection, "org.freedesktop.DBus", "org.freedesktop.DBus",
                                          "NameOwnerChanged", "/org/freedesktop/DBus", APP_ID,
                                          G_DBUS_SIGNAL_FLAGS_NONE, agent_owner_changed_cb, fixture, NULL);
}

/* Each session is an hour long. */
static char *
agent_make_feed (AgentFixture *fixture, guint conference, const int *starts_s, guint n)
{
  g_autoptr (GString) events = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GDateTime) start = g_date_time_new_from_unix_utc (fixture->now_utc + starts_s[i]);
      g_autofree char *date = g_date_time_format (start, "%Y-%m-%dT%H:%M:%S+00:00");

      g_string_append_printf (events,
                              "%s{\"guid\":\"session-%u-%u\",\"id\":%u,\"title\":\"R&D <%u\",\"date\":\"%s\","
                              "\"duration\":\"01:00\",\"room\":\"Hall <b>\",\"track\":\"Forum & Co\","
                              "\"stream_url\":\"https://example.org/%u\"}",
                              i > 0 ? "," : "", conference, i, i + 1, i, date, i);
    }

  return g_strdup_printf (
      "{\"schedule\":{\"version\":\"1\",\"conference\":{\"title\":\"Test\",\"acronym\":\"t\","
      "\"time_zone_name\":\"UTC\",\"days\":[{\"index\":1,\"date\":\"2026-07-01\","
      "\"rooms\":{\"Hall\":[%s]}}]}}}",
      events->str);
}

static char *
dup_store_path (AgentFixture *fixture)
{
  return g_build_filename (fixture->folder, "XDG_DATA_HOME",
                           DEVELOPMENT ? "gotc-planner-devel" : "gotc-planner", "planner.db", NULL);
}

void
agent_change_store (AgentFixture *fixture, const char *statement)
{
  g_autofree char *path = dup_store_path (fixture);

  execute (path, statement);
}

static char *
agent_dup_feed_path (AgentFixture *fixture, guint conference)
{
  g_autofree char *name = g_strdup_printf ("schedule-%u.json", conference);

  return g_build_filename (fixture->folder, name, NULL);
}

char *
agent_write_feed (AgentFixture *fixture, guint conference, const int *starts_s, guint n)
{
  g_autofree char *path = agent_dup_feed_path (fixture, conference);
  char *feed = agent_make_feed (fixture, conference, starts_s, n);

  g_assert_true (g_file_set_contents (path, feed, -1, NULL));

  return feed;
}

static void
agent_open_store (AgentFixture *fixture)
{
  g_autofree char *path = dup_store_path (fixture);
  g_autoptr (GError) error = NULL;

  if (fixture->store)
    return;

  fixture->store = planner_store_open (path, &error);
  g_assert_no_error (error);
  /* Otherwise the bundled conference would be added and refreshed. */
  execute (path, "INSERT OR IGNORE INTO named_values (name, value) VALUES ('bundled-given', 'yes')");
}

void
agent_star (AgentFixture *fixture, guint index)
{
  g_autoptr (PlannerStar) star =
      planner_star_new (fixture->agenda, planner_agenda_get_session (fixture->agenda, index));
  g_autoptr (GError) error = NULL;

  planner_store_add_star (fixture->store, fixture->conference_id, star, &error);
  g_assert_no_error (error);
  /* A session that was due before it was starred has no reminder: star it yesterday. */
  agent_change_store (fixture, "UPDATE stars SET planned_utc = 0");
}

void
agent_add_conference (AgentFixture *fixture, const int *starts_s, guint n)
{
  g_autofree char *feed = agent_write_feed (fixture, fixture->n_conferences, starts_s, n);
  g_autofree char *path = agent_dup_feed_path (fixture, fixture->n_conferences++);
  g_autofree char *address = g_strconcat ("file://", path, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (feed, strlen (feed));
  g_autoptr (PlannerConferenceRecord) record = g_new0 (PlannerConferenceRecord, 1);
  g_autoptr (GError) error = NULL;

  agent_open_store (fixture);
  g_clear_pointer (&fixture->agenda, planner_agenda_unref);
  fixture->agenda = planner_import_read (bytes, address, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  record->address = g_steal_pointer (&address);
  record->title = g_strdup ("Test");
  record->updated_utc = fixture->now_utc;
  planner_store_add_conference (fixture->store, record, fixture->agenda, &error);
  g_assert_no_error (error);
  fixture->conference_id = record->id;
}

void
agent_fill_store (AgentFixture *fixture, const int *starts_s, guint n)
{
  agent_add_conference (fixture, starts_s, n);
  for (guint i = 0; i < n; i++)
    agent_star (fixture, i);
}

char *
agent_make_id (AgentFixture *fixture, guint index)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%s", fixture->conference_id,
                          planner_agenda_get_session (fixture->agenda, index)->key);
}

void
agent_set_up (AgentFixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("planner-agent-XXXXXX", NULL);
  fixture->received = g_ptr_array_new_with_free_func ((GDestroyNotify) received_free);
  fixture->calls = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  fixture->opened = g_ptr_array_new_with_free_func (g_free);
  fixture->owner = g_strdup ("");
  fixture->now_utc = g_get_real_time () / G_USEC_PER_SEC;
  fixture->portal_grants = TRUE;
  agent_set_environment (fixture);
  agent_set_remind_when_closed (fixture, TRUE);
  if (g_str_equal (data, "portal"))
    g_setenv ("GIO_USE_PORTALS", "1", TRUE);
  else
    g_unsetenv ("GIO_USE_PORTALS");
  agent_start_bus (fixture);
  if (g_str_equal (data, "gtk"))
    agent_serve (fixture, "org.gtk.Notifications", "/org/gtk/Notifications", FALSE);
  if (g_str_equal (data, "portal"))
    agent_serve (fixture, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", TRUE);
}

/* Returns a file descriptor of a process that was started with folders in @folder, or -1 when there is none. */
static int
agent_open_process (const char *folder)
{
  g_autoptr (GDir) processes = g_dir_open ("/proc", 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (processes)))
    {
      g_autofree char *path = g_build_filename ("/proc", name, "environ", NULL);
      g_autofree char *environment = NULL;
      gsize length = 0;

      if (g_ascii_isdigit (*name) && g_file_get_contents (path, &environment, &length, NULL) &&
          memmem (environment, length, folder, strlen (folder)))
        return (int) syscall (SYS_pidfd_open, (int) g_ascii_strtoll (name, NULL, 10), 0);
    }

  return -1;
}

/* Waits until the programs that the bus started have ended, because they write into the folder. */
static void
agent_wait_for_processes (AgentFixture *fixture)
{
  int descriptor;

  while ((descriptor = agent_open_process (fixture->folder)) >= 0)
    {
      struct pollfd ended = { .fd = descriptor, .events = POLLIN };

      poll (&ended, 1, -1);
      close (descriptor);
    }
}

void
agent_tear_down (AgentFixture *fixture, gconstpointer data)
{
  /* A signal that has arrived may still wait for the main context. */
  g_dbus_connection_signal_unsubscribe (fixture->connection, fixture->subscription);
  g_dbus_connection_close_sync (fixture->connection, NULL, NULL);
  g_clear_object (&fixture->connection);
  if (fixture->bus)
    g_test_dbus_down (fixture->bus);
  g_clear_object (&fixture->bus);
  agent_wait_for_processes (fixture);
  /* A call of the notification service that has arrived may still wait for the main context, too. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->store);
  g_clear_pointer (&fixture->agenda, planner_agenda_unref);
  g_ptr_array_unref (fixture->received);
  g_ptr_array_unref (fixture->calls);
  g_ptr_array_unref (fixture->opened);
  g_free (fixture->owner);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

const char *
agent_find_string (GVariant *dictionary, const char *key)
{
  const char *value = NULL;

  g_variant_lookup (dictionary, key, "&s", &value);

  return value;
}

void
agent_iterate (void)
{
  g_main_context_iteration (NULL, TRUE);
}

void
agent_wait_for_owner (AgentFixture *fixture)
{
  while (*fixture->owner == '\0')
    agent_iterate ();
}

void
agent_wait_for_end (AgentFixture *fixture)
{
  while (*fixture->owner != '\0')
    agent_iterate ();
}

void
agent_wait_for_new_owner (AgentFixture *fixture)
{
  const guint n = fixture->n_owners;

  while (fixture->n_owners == n || *fixture->owner == '\0')
    agent_iterate ();
}

void
agent_start (AgentFixture *fixture)
{
  g_autoptr (GVariant) answer =
      agent_call (fixture, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                  "StartServiceByName", g_variant_new ("(su)", APP_ID, 0));

  agent_wait_for_owner (fixture);
}

guint
agent_get_pid (AgentFixture *fixture)
{
  g_autoptr (GVariant) answer =
      agent_call (fixture, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                  "GetConnectionUnixProcessID", g_variant_new ("(s)", APP_ID));
  guint pid;

  g_variant_get (answer, "(u)", &pid);

  return pid;
}

guint
agent_get_timer_s (AgentFixture *fixture)
{
  return find_timer_s (agent_get_pid (fixture));
}

void
agent_wait_until_idle (AgentFixture *fixture)
{
  while (agent_get_timer_s (fixture) == 0)
    g_main_context_iteration (NULL, FALSE);
}

char *
agent_dup_words (AgentFixture *fixture, const char *file)
{
  g_autofree char *path = g_strdup_printf ("/proc/%u/%s", agent_get_pid (fixture), file);
  char *text = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\0')
      text[i] = ' ';

  return text;
}

char *
agent_dup_command (AgentFixture *fixture)
{
  return agent_dup_words (fixture, "cmdline");
}

void
agent_activate_action (AgentFixture *fixture, const char *action, const char *target)
{
  g_autoptr (GVariantBuilder) targets = g_variant_builder_new (G_VARIANT_TYPE ("av"));
  g_autoptr (GVariant) answer = NULL;

  if (target)
    g_variant_builder_add (targets, "v", g_variant_new_string (target));
  answer = agent_call (fixture, APP_ID, OBJECT_PATH, "org.freedesktop.Application", "ActivateAction",
                       g_variant_new ("(sava{sv})", action, targets, NULL));
}

void
agent_reload (AgentFixture *fixture)
{
  g_autoptr (GVariant) answer =
      agent_call (fixture, APP_ID, OBJECT_PATH, "org.freedesktop.Application", "ActivateAction",
                  g_variant_new_parsed ("('reload', [<int64 0>], @a{sv} {})"));
}

void
agent_activate (AgentFixture *fixture)
{
  g_autoptr (GVariant) answer = agent_call (fixture, APP_ID, OBJECT_PATH, "org.freedesktop.Application",
                                            "Activate", g_variant_new ("(a{sv})", NULL));
}
