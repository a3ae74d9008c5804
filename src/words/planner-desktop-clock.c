/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "words/planner-desktop-clock.h"

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define SETTINGS "org.freedesktop.portal.Settings"
#define NAMESPACE "org.gnome.desktop.interface"
#define KEY "clock-format"

struct _PlannerDesktopClock
{
  GObject parent_instance;

  GDBusConnection *bus;      /* owned */
  GCancellable *cancellable; /* owned */
  guint subscription;
  PlannerDesktopClockFunc func;
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (PlannerDesktopClock, planner_desktop_clock, G_TYPE_OBJECT)

static void
report (PlannerDesktopClock *self, GVariant *value)
{
  g_autoptr (GVariant) inner = g_variant_ref (value);

  /* Read, the older method, has a variant in a variant. */
  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *outer = inner;

      inner = g_variant_get_variant (outer);
      g_variant_unref (outer);
    }

  if (g_variant_is_of_type (inner, G_VARIANT_TYPE_STRING))
    self->func (g_str_equal (g_variant_get_string (inner, NULL), "12h"), self->user_data);
}

static void
changed_cb (GDBusConnection *bus,
            const char *sender,
            const char *path,
            const char *interface,
            const char *signal,
            GVariant *parameters,
            gpointer data)
{
  const char *name, *key;
  g_autoptr (GVariant) value = NULL;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;

  g_variant_get (parameters, "(&s&s@v)", &name, &key, &value);
  if (g_str_equal (name, NAMESPACE) && g_str_equal (key, KEY))
    report (data, value);
}

static void
call (PlannerDesktopClock *self, const char *method, GAsyncReadyCallback callback)
{
  g_dbus_connection_call (self->bus, PORTAL, PORTAL_PATH, SETTINGS, method,
                          g_variant_new ("(ss)", NAMESPACE, KEY), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable, callback, self);
}

/* Returns: whether there is an answer; %TRUE with no effect if @self is gone */
static gboolean
take_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autoptr (GVariant) value = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;
  if (error)
    {
      g_debug ("The Settings portal does not say how to show times: %s", error->message);
      return FALSE;
    }

  value = g_variant_get_child_value (answer, 0);
  report (data, value);

  return TRUE;
}

static void
read_older_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  take_answer (source, result, data);
}

/* Version 1 of the portal has only the older method. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  if (!take_answer (source, result, data))
    call (data, "Read", read_older_cb);
}

static void
planner_desktop_clock_dispose (GObject *object)
{
  PlannerDesktopClock *self = PLANNER_DESKTOP_CLOCK (object);

  g_cancellable_cancel (self->cancellable);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  g_clear_object (&self->cancellable);
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (planner_desktop_clock_parent_class)->dispose (object);
}

static void
planner_desktop_clock_class_init (PlannerDesktopClockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = planner_desktop_clock_dispose;
}

static void
planner_desktop_clock_init (PlannerDesktopClock *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * planner_desktop_clock_new:
 * @bus: the session bus
 * @func: is called when the desktop's choice is known, and when it changes
 *
 * Asks without waiting. Without the portal, @func is never called.
 *
 * Returns: (transfer full): an object that follows the choice as long as it exists
 */
PlannerDesktopClock *
planner_desktop_clock_new (GDBusConnection *bus, PlannerDesktopClockFunc func, gpointer user_data)
{
  PlannerDesktopClock *self;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus) && func != NULL, NULL);

  self = g_object_new (PLANNER_TYPE_DESKTOP_CLOCK, NULL);
  self->bus = g_object_ref (bus);
  self->func = func;
  self->user_data = user_data;
  self->subscription =
      g_dbus_connection_signal_subscribe (bus, PORTAL, SETTINGS, "SettingChanged", PORTAL_PATH, NAMESPACE,
                                          G_DBUS_SIGNAL_FLAGS_NONE, changed_cb, self, NULL);
  call (self, "ReadOne", read_cb);

  return self;
}
