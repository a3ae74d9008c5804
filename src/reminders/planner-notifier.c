/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reminders/planner-notifier.h"

#include <glib/gi18n.h>

struct _PlannerNotifier
{
  GObject parent_instance;

  GApplication *application; /* borrowed: it owns this */
  GCancellable *cancellable; /* owned */
  GHashTable *summarised;    /* owned: the ids of the reminders that the summary tells */
  gboolean body_is_markup;
};

G_DEFINE_FINAL_TYPE (PlannerNotifier, planner_notifier, G_TYPE_OBJECT)

static void
capabilities_cb (GObject *bus, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree const char **capabilities = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, &error);

  if (!answer)
    return;

  g_variant_get (answer, "(^a&s)", &capabilities);
  PLANNER_NOTIFIER (data)->body_is_markup = g_strv_contains (capabilities, "body-markup");
}

static void
gtk_server_cb (GObject *bus, GAsyncResult *result, gpointer data)
{
  PlannerNotifier *self = data;
  g_autoptr (GError) error = NULL;
  gboolean there = TRUE;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, &error);

  if (!answer)
    return;

  g_variant_get (answer, "(b)", &there);
  if (!there)
    g_dbus_connection_call (G_DBUS_CONNECTION (bus), "org.freedesktop.Notifications",
                            "/org/freedesktop/Notifications", "org.freedesktop.Notifications",
                            "GetCapabilities", NULL, G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE, -1,
                            self->cancellable, capabilities_cb, self);
}

/* GLib gives texts as they are to one of three servers. Two show them as they are; that of freedesktop.org may take the
 * body for markup. It is asked where it is the one that GLib will choose. */
static void
find_out_markup (PlannerNotifier *self)
{
  GDBusConnection *bus = g_application_get_dbus_connection (self->application);

  if (bus && g_strcmp0 (g_getenv ("GIO_USE_PORTALS"), "1") != 0)
    g_dbus_connection_call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                            "NameHasOwner", g_variant_new ("(s)", "org.gtk.Notifications"),
                            G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable,
                            gtk_server_cb, self);
}

static void
set_body (PlannerNotifier *self, GNotification *notification, const char *body)
{
  g_autofree char *escaped = self->body_is_markup ? g_markup_escape_text (body, -1) : NULL;

  g_notification_set_body (notification, escaped ? escaped : body);
}

static void
set_default_action (GNotification *notification, const PlannerNotice *notice)
{
  GVariant *target = notice->target ? g_variant_new_string (notice->target) : NULL;

  g_notification_set_default_action_and_target_value (notification, notice->action, target);
}

static GNotification *
make_notification (PlannerNotifier *self, const PlannerNotice *notice)
{
  GNotification *notification = g_notification_new (notice->title);

  set_body (self, notification, notice->body);
  set_default_action (notification, notice);
  if (notice->pressing)
    g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  if (notice->snooze)
    g_notification_add_button_with_target_value (notification, _ ("Snooze"), "app.snooze",
                                                 g_variant_new_string (notice->snooze));
  if (notice->link)
    g_notification_add_button_with_target_value (notification, _ ("Open Link"), "app.open-link",
                                                 g_variant_new_string (notice->link));

  return notification;
}

static void
remember_summary (PlannerNotifier *self, const PlannerNotice *notice)
{
  const gboolean is_summary = g_str_equal (notice->id, PLANNER_SUMMARY_ID);

  if (is_summary)
    g_hash_table_remove_all (self->summarised);
  for (char **id = notice->reminders; *id; id++)
    if (is_summary)
      g_hash_table_add (self->summarised, g_strdup (*id));
    else
      g_hash_table_remove (self->summarised, *id);
}

static void
planner_notifier_dispose (GObject *object)
{
  PlannerNotifier *self = PLANNER_NOTIFIER (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (planner_notifier_parent_class)->dispose (object);
}

static void
planner_notifier_finalize (GObject *object)
{
  PlannerNotifier *self = PLANNER_NOTIFIER (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->summarised, g_hash_table_unref);

  G_OBJECT_CLASS (planner_notifier_parent_class)->finalize (object);
}

static void
planner_notifier_class_init (PlannerNotifierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = planner_notifier_dispose;
  object_class->finalize = planner_notifier_finalize;
}

static void
planner_notifier_init (PlannerNotifier *self)
{
  self->cancellable = g_cancellable_new ();
  self->summarised = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * planner_notifier_new:
 * @application: a registered application, which owns the notifier and has the actions that notices name
 */
PlannerNotifier *
planner_notifier_new (GApplication *application)
{
  PlannerNotifier *self = g_object_new (PLANNER_TYPE_NOTIFIER, NULL);

  self->application = application;
  find_out_markup (self);

  return self;
}

/**
 * planner_notifier_send:
 *
 * Returns: whether there is a bus to send it to
 */
gboolean
planner_notifier_send (PlannerNotifier *self, const PlannerNotice *notice)
{
  g_autoptr (GNotification) notification = NULL;

  if (!g_application_get_dbus_connection (self->application))
    return FALSE;

  notification = make_notification (self, notice);
  g_application_send_notification (self->application, notice->id, notification);
  remember_summary (self, notice);

  return TRUE;
}

/**
 * planner_notifier_flush:
 *
 * What is recorded as told must have left this process.
 *
 * Returns: whether it has
 */
gboolean
planner_notifier_flush (PlannerNotifier *self)
{
  GDBusConnection *bus = g_application_get_dbus_connection (self->application);

  return bus && g_dbus_connection_flush_sync (bus, NULL, NULL);
}

/**
 * planner_notifier_remind:
 * @due: (element-type PlannerDueReminder): what is to be told at one time, by start
 *
 * Returns: whether all of them were handed to the bus
 */
gboolean
planner_notifier_remind (PlannerNotifier *self, GPtrArray *due, gint64 now_utc)
{
  g_autoptr (GPtrArray) notices = planner_notices_for_reminders (due, now_utc);

  for (guint i = 0; i < notices->len; i++)
    if (!planner_notifier_send (self, g_ptr_array_index (notices, i)))
      return FALSE;

  return planner_notifier_flush (self);
}

void
planner_notifier_withdraw_summary (PlannerNotifier *self)
{
  g_hash_table_remove_all (self->summarised);
  g_application_withdraw_notification (self->application, PLANNER_SUMMARY_ID);
}

/**
 * planner_notifier_withdraw:
 * @ids: (array zero-terminated=1): of reminders
 */
void
planner_notifier_withdraw (PlannerNotifier *self, const char *const *ids)
{
  for (; *ids; ids++)
    {
      g_autofree char *id = g_strconcat ("reminder-", *ids, NULL);

      g_application_withdraw_notification (self->application, id);
      /* A summary goes with the last reminder that it tells. */
      if (g_hash_table_remove (self->summarised, *ids) && g_hash_table_size (self->summarised) == 0)
        planner_notifier_withdraw_summary (self);
    }
}
