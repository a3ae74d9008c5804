/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A stand-in for the Settings portal on a private bus. */

#include "words/planner-clock.h"
#include "words/planner-desktop-clock.h"

typedef struct
{
  GTestDBus *bus;
  GDBusConnection *portal;
  GDBusConnection *program;
  const char *method;
  const char *choice;
  int answer;
  guint n_answers;
} Fixture;

static const char portal_xml[] =
    "<node><interface name='org.freedesktop.portal.Settings'>"
    "  <method name='ReadOne'><arg type='s'/><arg type='s'/><arg type='v' direction='out'/></method>"
    "  <method name='Read'><arg type='s'/><arg type='s'/><arg type='v' direction='out'/></method>"
    "  <signal name='SettingChanged'><arg type='s'/><arg type='s'/><arg type='v'/></signal>"
    "</interface></node>";

static void
called_cb (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer data)
{
  Fixture *fixture = data;
  const char *name, *key;
  GVariant *value;

  g_variant_get (parameters, "(&s&s)", &name, &key);
  g_assert_cmpstr (name, ==, "org.gnome.desktop.interface");
  g_assert_cmpstr (key, ==, "clock-format");
  if (!g_str_equal (method, fixture->method))
    {
      g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.DBus.Error.UnknownMethod",
                                                  "No");
      return;
    }

  value = g_variant_new_variant (g_variant_new_string (fixture->choice));
  if (g_str_equal (method, "Read"))
    value = g_variant_new_variant (value);
  g_dbus_method_invocation_return_value (invocation, g_variant_new_tuple (&value, 1));
}

static const GDBusInterfaceVTable vtable = { .method_call = called_cb };

static GDBusConnection *
connect_to (GTestDBus *bus)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection =
      g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (bus),
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                  G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);

  g_assert_no_error (error);

  return connection;
}

static void
serve (Fixture *fixture)
{
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (portal_xml, NULL);
  g_autoptr (GVariant) owned = NULL;

  g_assert_cmpuint (g_dbus_connection_register_object (fixture->portal, "/org/freedesktop/portal/desktop",
                                                       node->interfaces[0], &vtable, fixture, NULL, NULL),
                    >, 0);
  owned = g_dbus_connection_call_sync (fixture->portal, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", "org.freedesktop.portal.Desktop", 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_assert_nonnull (owned);
}

/* @data: the method that the portal has, or NULL for no portal */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
  fixture->portal = connect_to (fixture->bus);
  fixture->program = connect_to (fixture->bus);
  fixture->method = data;
  fixture->choice = "12h";
  fixture->answer = -1;
  if (data)
    serve (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->program);
  g_clear_object (&fixture->portal);
  g_test_dbus_down (fixture->bus);
  g_clear_object (&fixture->bus);
}

static void
answered_cb (gboolean twelve_hours, gpointer data)
{
  Fixture *fixture = data;

  fixture->answer = twelve_hours;
  fixture->n_answers++;
}

static void
wait_for_answer (Fixture *fixture, guint n)
{
  while (fixture->n_answers < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
emit_changed (Fixture *fixture, const char *name, const char *key, GVariant *value)
{
  g_dbus_connection_emit_signal (fixture->portal, NULL, "/org/freedesktop/portal/desktop",
                                 "org.freedesktop.portal.Settings", "SettingChanged",
                                 g_variant_new ("(ssv)", name, key, value), NULL);
}

static void
test_portal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerDesktopClock) clock = planner_desktop_clock_new (fixture->program, answered_cb, fixture);

  g_assert_cmpuint (fixture->n_answers, ==, 0);
  wait_for_answer (fixture, 1);
  g_assert_true (fixture->answer);

  emit_changed (fixture, "org.gnome.desktop.interface", "color-scheme", g_variant_new_string ("24h"));
  emit_changed (fixture, "org.gnome.desktop.interface", "clock-format", g_variant_new_uint32 (24));
  emit_changed (fixture, "org.gnome.desktop.interface", "clock-format", g_variant_new_string ("24h"));
  wait_for_answer (fixture, 2);
  g_assert_false (fixture->answer);
}

/* The error of the bus arrives, and nothing follows from it. */
static void
test_no_portal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerDesktopClock) clock = planner_desktop_clock_new (fixture->program, answered_cb, fixture);

  g_dbus_connection_flush_sync (fixture->program, NULL, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&clock);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_answers, ==, 0);
}

/* The desktop's choice takes precedence over the settings and the locale of this process. */
static void
test_choice (void)
{
  g_assert_false (planner_uses_twelve_hours ());
  g_assert_true (planner_clock_set_twelve_hours (TRUE));
  g_assert_true (planner_uses_twelve_hours ());
  g_assert_false (planner_clock_set_twelve_hours (TRUE));
  g_assert_true (planner_clock_set_twelve_hours (FALSE));
  g_assert_false (planner_uses_twelve_hours ());
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test, data)                                                                                \
  g_test_add ("/words/desktop-clock/" path, Fixture, data, set_up, test, tear_down)
  ADD ("portal-is-followed", test_portal, "ReadOne");
  ADD ("older-portal-is-followed", test_portal, "Read");
  ADD ("portal-may-be-missing", test_no_portal, NULL);
#undef ADD
  g_test_add_func ("/words/desktop-clock/choice-takes-precedence", test_choice);

  return g_test_run ();
}
