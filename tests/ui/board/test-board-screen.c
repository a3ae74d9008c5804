/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A board in full screen, on a private bus with the portal that keeps a screen on. */

#include "files.h"
#include "ui/ui-fixture.h"

#include "ui/board/planner-board.h"

/* 10:00 at the venue on the first day. */
#define START G_GINT64_CONSTANT (2130048000)

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define REQUEST_PATH PORTAL_PATH "/request/1"

#define INHIBIT_IDLE "8"

/* How long the controls stay visible. */
#define VISIBLE_MS 3000

static GTestDBus *stopped;

typedef struct
{
  UiFixture base;
  GTestDBus *bus;
  char *services;  /* the folder of its service file */
  GThread *thread; /* runs the portal, because GTK waits for its answers */
  GMainLoop *loop;
  GAsyncQueue *calls; /* of the portal, of owned strings */
  GtkApplication *application;
  PlannerBoard *board; /* owned by GTK */
} Fixture;

static const char portal_xml[] = "<node>"
                                 "  <interface name='org.freedesktop.portal.Inhibit'>"
                                 "    <method name='CreateMonitor'>"
                                 "      <arg type='s' name='window' direction='in'/>"
                                 "      <arg type='a{sv}' name='options' direction='in'/>"
                                 "      <arg type='o' name='handle' direction='out'/>"
                                 "    </method>"
                                 "    <method name='Inhibit'>"
                                 "      <arg type='s' name='window' direction='in'/>"
                                 "      <arg type='u' name='flags' direction='in'/>"
                                 "      <arg type='a{sv}' name='options' direction='in'/>"
                                 "      <arg type='o' name='handle' direction='out'/>"
                                 "    </method>"
                                 "  </interface>"
                                 "  <interface name='org.freedesktop.DBus.Properties'>"
                                 "    <method name='Get'>"
                                 "      <arg type='s' name='interface' direction='in'/>"
                                 "      <arg type='s' name='name' direction='in'/>"
                                 "      <arg type='v' name='value' direction='out'/>"
                                 "    </method>"
                                 "  </interface>"
                                 "  <interface name='org.freedesktop.portal.Request'>"
                                 "    <method name='Close'/>"
                                 "  </interface>"
                                 "</node>";

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
  g_autofree char *arguments = g_variant_print (parameters, FALSE);

  if (g_str_equal (method, "Get"))
    {
      const guint32 version = strstr (arguments, "portal.Inhibit'") ? 3 : 0;

      g_dbus_method_invocation_return_value (invocation,
                                             g_variant_new ("(v)", g_variant_new_uint32 (version)));
      return;
    }

  /* GTK calls the other method once, when it starts. */
  if (!g_str_equal (method, "CreateMonitor"))
    g_async_queue_push (fixture->calls, g_strconcat (method, arguments, NULL));
  g_dbus_method_invocation_return_value (invocation, g_str_equal (method, "Close")
                                                         ? NULL
                                                         : g_variant_new ("(o)", REQUEST_PATH));
}

static const GDBusInterfaceVTable vtable = { .method_call = called_cb };

static gboolean
ready_cb (gpointer data)
{
  g_async_queue_push (((Fixture *) data)->calls, g_strdup ("ready"));

  return G_SOURCE_REMOVE;
}

static gpointer
run_portal (gpointer data)
{
  Fixture *fixture = data;
  const GDBusConnectionFlags flags =
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION;
  g_autoptr (GMainContext) context = g_main_context_ref (g_main_loop_get_context (fixture->loop));
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (portal_xml, NULL);
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (GVariant) owned = NULL;
  g_autoptr (GSource) ready = g_idle_source_new ();

  g_main_context_push_thread_default (context);
  connection = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (fixture->bus), flags,
                                                       NULL, NULL, NULL);
  for (guint i = 0; node->interfaces[i]; i++)
    g_assert_cmpuint (g_dbus_connection_register_object (connection,
                                                         g_str_has_suffix (node->interfaces[i]->name,
                                                                           "Request")
                                                             ? REQUEST_PATH
                                                             : PORTAL_PATH,
                                                         node->interfaces[i], &vtable, fixture, NULL, NULL),
                      >, 0);
  owned = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", PORTAL_NAME, 0), NULL, G_DBUS_CALL_FLAGS_NONE,
                                       -1, NULL, NULL);
  g_assert_nonnull (owned);
  g_source_set_callback (ready, ready_cb, fixture, NULL);
  g_source_attach (ready, context);
  g_main_loop_run (fixture->loop);
  g_dbus_connection_close_sync (connection, NULL, NULL);
  g_main_context_pop_thread_default (context);

  return NULL;
}

static void
assert_call (Fixture *fixture, const char *expected)
{
  g_autofree char *call = g_async_queue_timeout_pop (fixture->calls, 10 * G_USEC_PER_SEC);

  g_assert_cmpstr (call, ==, expected);
}

static void
assert_no_call (Fixture *fixture)
{
  g_assert_null (g_async_queue_try_pop (fixture->calls));
}

/* GTK uses only portals that D-Bus could start. */
static void
add_service (Fixture *fixture)
{
  g_autofree char *path = NULL;

  fixture->services = g_dir_make_tmp ("planner-services-XXXXXX", NULL);
  path = g_build_filename (fixture->services, PORTAL_NAME ".service", NULL);
  g_assert_true (
      g_file_set_contents (path, "[D-BUS Service]\nName=" PORTAL_NAME "\nExec=/bin/false\n", -1, NULL));
  g_test_dbus_add_service_dir (fixture->bus, fixture->services);
}

static void
start_portal (Fixture *fixture)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autofree char *display = g_strdup (g_getenv ("DISPLAY"));

  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  add_service (fixture);
  g_test_dbus_up (fixture->bus);
  g_setenv ("DISPLAY", display, TRUE); /* which g_test_dbus_up() unsets */
  fixture->calls = g_async_queue_new_full (g_free);
  fixture->loop = g_main_loop_new (context, FALSE);
  fixture->thread = g_thread_new ("portal", run_portal, fixture);
  assert_call (fixture, "ready");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  PlannerTimeSource *time_source;
  g_autoptr (GError) error = NULL;

  start_portal (fixture);
  adw_init ();
  ui_tolerate_frame_timings ();
  fixture->application = gtk_application_new ("org.gotc.Test.Board", G_APPLICATION_DEFAULT_FLAGS);
  g_application_register (G_APPLICATION (fixture->application), NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (g_application_get_dbus_connection (G_APPLICATION (fixture->application)));

  ui_set_up (&fixture->base, NULL);
  time_source = planner_library_get_time_source (fixture->base.library);
  planner_time_source_set_now_us (time_source, START * G_USEC_PER_SEC);
  fixture->board = planner_board_new (fixture->application, fixture->base.conference, "Hall", time_source);
  gtk_window_present (GTK_WINDOW (fixture->board));
  ui_wait_for_frames (GTK_WIDGET (fixture->board));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *board = GTK_WIDGET (fixture->board);

  g_object_add_weak_pointer (G_OBJECT (board), (gpointer *) &board);
  gtk_window_destroy (GTK_WINDOW (fixture->board));
  ui_iterate ();
  g_assert_null (board);
  assert_no_call (fixture);
  ui_tear_down (&fixture->base, NULL);
  g_clear_object (&fixture->application);
  g_main_loop_quit (fixture->loop);
  g_thread_join (fixture->thread);
  g_main_loop_unref (fixture->loop);
  g_async_queue_unref (fixture->calls);
  /* GTK keeps its connection, and freeing the bus would wait for that. */
  g_test_dbus_stop (fixture->bus);
  stopped = g_steal_pointer (&fixture->bus);
  remove_folder (fixture->services);
  g_free (fixture->services);
}

static gboolean
shows_controls (Fixture *fixture)
{
  return adw_toolbar_view_get_reveal_top_bars (ui_find_widget (fixture->board, ADW_TYPE_TOOLBAR_VIEW));
}

static const char *
get_cursor (Fixture *fixture)
{
  GdkCursor *cursor = gtk_widget_get_cursor (GTK_WIDGET (fixture->board));

  return cursor ? gdk_cursor_get_name (cursor) : NULL;
}

/* Without a window manager, a window enters and leaves full screen only while it is not visible. */
static void
press_hidden (Fixture *fixture, guint key)
{
  gtk_widget_set_visible (GTK_WIDGET (fixture->board), FALSE);
  g_assert_true (ui_press (fixture->board, key, 0));
  gtk_window_present (GTK_WINDOW (fixture->board));
  ui_wait_for_frames (GTK_WIDGET (fixture->board));
}

static void
assert_inhibited (Fixture *fixture)
{
  g_autofree char *call = g_async_queue_timeout_pop (fixture->calls, 10 * G_USEC_PER_SEC);

  g_assert_nonnull (call);
  g_assert_true (g_str_has_prefix (call, "Inhibit("));
  g_assert_nonnull (strstr (call, ", " INHIBIT_IDLE ", {"));
  g_assert_nonnull (strstr (call, "'The board is on screen'"));
}

static void
check_full_screen (Fixture *fixture)
{
  g_assert_true (shows_controls (fixture));
  assert_no_call (fixture);
  press_hidden (fixture, GDK_KEY_F11);
  g_assert_true (gtk_window_is_fullscreen (GTK_WINDOW (fixture->board)));
  assert_inhibited (fixture);
  g_assert_false (shows_controls (fixture));
  g_assert_cmpstr (get_cursor (fixture), ==, "none");

  press_hidden (fixture, GDK_KEY_Escape);
  g_assert_false (gtk_window_is_fullscreen (GTK_WINDOW (fixture->board)));
  assert_call (fixture, "Close()");
  g_assert_true (shows_controls (fixture));
  g_assert_null (get_cursor (fixture));
}

static void
over_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
wait_for_ms (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add_once (ms, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* The controls stay while one of them has the focus. */
static void
check_controls (Fixture *fixture)
{
  GtkWidget *button = ui_find_widget (fixture->board, GTK_TYPE_MENU_BUTTON);

  press_hidden (fixture, GDK_KEY_F11);
  assert_inhibited (fixture);
  g_assert_true (ui_press (fixture->board, GDK_KEY_Tab, 0));
  g_assert_true (shows_controls (fixture));
  g_assert_null (get_cursor (fixture));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->board)), button));

  wait_for_ms (VISIBLE_MS + 1000);
  g_assert_true (shows_controls (fixture));
  gtk_window_set_focus (GTK_WINDOW (fixture->board), NULL);
  while (shows_controls (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_cursor (fixture), ==, "none");
}

/* The desktop may lock the screen again when the board is closed. */
static void
check_close (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->board));
  ui_iterate ();
  assert_call (fixture, "Close()");
  fixture->board = planner_board_new (fixture->application, fixture->base.conference, NULL,
                                      planner_library_get_time_source (fixture->base.library));
}

/* One test, because GTK supports only one application per process. */
static void
test_screen (Fixture *fixture, gconstpointer data)
{
  check_full_screen (fixture);
  check_controls (fixture);
  check_close (fixture);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("GDK_DEBUG"); /* so that GTK uses the portal */

  g_test_add ("/ui/board/L6/full-screen-stays-on-and-hides-the-controls", Fixture, NULL, set_up, test_screen,
              tear_down);

  status = g_test_run ();
  g_assert_nonnull (stopped);

  return status;
}
