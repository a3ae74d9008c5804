/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/planner-string-table.h"
#include "reminders/planner-notifier.h"

#include "model/planner-session-id.h"

#include <glib/gi18n.h>

struct _PlannerNotifier
{
  GObject parent_instance;

  GApplication *application; /* borrowed: it owns this */
  GCancellable *cancellable; /* owned */
  GHashTable *summarized;    /* owned: session ids of the reminders that this process showed in summaries */
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

/* GLib sends the body unescaped to one of three services. The portal and org.gtk.Notifications show it as plain text;
 * org.freedesktop.Notifications may treat it as markup. Finds out whether GLib will use that one, and whether it does. */
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
set_default_action (GNotification *notification, const PlannerNotification *content)
{
  GVariant *target = content->target ? g_variant_new_string (content->target) : NULL;

  g_notification_set_default_action_and_target_value (notification, content->action, target);
}

static GNotification *
make_notification (PlannerNotifier *self, const PlannerNotification *content)
{
  GNotification *notification = g_notification_new (content->title);

  set_body (self, notification, content->body);
  set_default_action (notification, content);
  if (content->is_urgent)
    g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  if (content->snooze)
    g_notification_add_button_with_target_value (notification, _ ("Snooze"), "app.snooze",
                                                 g_variant_new_string (content->snooze));
  if (content->link)
    g_notification_add_button_with_target_value (notification, _ ("Open Link"), "app.open-link",
                                                 g_variant_new_string (content->link));

  return notification;
}

static gboolean
is_of_conference (gpointer id, gpointer value, gpointer conference_id)
{
  gint64 number;
  const char *key;

  return planner_session_id_parse (id, &number, &key) && number == *(gint64 *) conference_id;
}

static void
forget_summary (PlannerNotifier *self, gint64 conference_id)
{
  g_hash_table_foreach_remove (self->summarized, is_of_conference, &conference_id);
}

static void
remember_summary (PlannerNotifier *self, const PlannerNotification *content)
{
  gint64 conference_id;
  const char *key;

  if (content->is_summary && planner_session_id_parse (content->reminders[0], &conference_id, &key))
    forget_summary (self, conference_id);
  for (char **id = content->reminders; *id; id++)
    if (content->is_summary)
      g_hash_table_add (self->summarized, g_strdup (*id));
    else
      g_hash_table_remove (self->summarized, *id);
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
  g_clear_pointer (&self->summarized, g_hash_table_unref);

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
  self->summarized = planner_string_table_new (g_free, NULL);
}

/**
 * planner_notifier_new:
 * @application: a registered application that owns the notifier and has the actions of the notifications
 *
 * Returns: (transfer full): a notifier
 */
PlannerNotifier *
planner_notifier_new (GApplication *application)
{
  PlannerNotifier *self;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);

  self = g_object_new (PLANNER_TYPE_NOTIFIER, NULL);
  self->application = application;
  find_out_markup (self);

  return self;
}

/**
 * planner_notifier_send:
 * @content: the notification
 *
 * Sends a notification without waiting for it to leave this process; see planner_notifier_flush().
 *
 * Returns: whether there is a session bus
 */
gboolean
planner_notifier_send (PlannerNotifier *self, const PlannerNotification *content)
{
  g_autoptr (GNotification) notification = NULL;

  g_return_val_if_fail (PLANNER_IS_NOTIFIER (self), FALSE);
  g_return_val_if_fail (content, FALSE);

  if (!g_application_get_dbus_connection (self->application))
    return FALSE;

  g_debug ("Sending notification %s", content->id);

  notification = make_notification (self, content);
  g_application_send_notification (self->application, content->id, notification);
  remember_summary (self, content);

  return TRUE;
}

/**
 * planner_notifier_flush:
 *
 * Waits until all notifications were written to the bus. Only then may they be recorded as shown.
 *
 * Returns: whether they were
 */
gboolean
planner_notifier_flush (PlannerNotifier *self)
{
  GDBusConnection *bus = g_application_get_dbus_connection (self->application);

  return bus && g_dbus_connection_flush_sync (bus, NULL, NULL);
}

/**
 * planner_notifier_remind:
 * @due: (element-type PlannerDueReminder): reminders that are due at one time, by start
 * @now_utc: the current time in seconds since the epoch
 * @clock: how times are shown
 *
 * Returns: whether all were written to the bus
 */
gboolean
planner_notifier_remind (PlannerNotifier *self,
                         GPtrArray *due,
                         gint64 now_utc,
                         const PlannerNotificationClock *clock)
{
  g_autoptr (GPtrArray) notifications = planner_notifications_for_reminders (due, now_utc, clock);

  for (guint i = 0; i < notifications->len; i++)
    if (!planner_notifier_send (self, g_ptr_array_index (notifications, i)))
      return FALSE;

  return planner_notifier_flush (self);
}

/**
 * planner_notifier_withdraw_summary:
 * @conference_id: the number of a conference
 *
 * Withdraws the summary of the conference, sent by this process or an earlier one. Does nothing if there is none.
 */
void
planner_notifier_withdraw_summary (PlannerNotifier *self, gint64 conference_id)
{
  g_autofree char *id = planner_notification_dup_summary_id (conference_id);

  g_return_if_fail (PLANNER_IS_NOTIFIER (self));

  g_debug ("Withdrawing notification %s", id);
  forget_summary (self, conference_id);
  g_application_withdraw_notification (self->application, id);
}

/* Withdraws a summary with the last reminder that it shows. */
static void
withdraw_from_summary (PlannerNotifier *self, const char *id)
{
  gint64 conference_id;
  const char *key;

  if (g_hash_table_remove (self->summarized, id) && planner_session_id_parse (id, &conference_id, &key) &&
      !g_hash_table_find (self->summarized, is_of_conference, &conference_id))
    planner_notifier_withdraw_summary (self, conference_id);
}

/**
 * planner_notifier_withdraw:
 * @ids: (array zero-terminated=1): session ids of reminders
 *
 * Withdraws the notifications of these reminders, and each summary with the last reminder that it shows.
 */
void
planner_notifier_withdraw (PlannerNotifier *self, const char *const *ids)
{
  g_return_if_fail (PLANNER_IS_NOTIFIER (self));

  for (; *ids; ids++)
    {
      g_autofree char *id = g_strconcat ("reminder-", *ids, NULL);

      g_debug ("Withdrawing notification %s", id);
      g_application_withdraw_notification (self->application, id);
      withdraw_from_summary (self, *ids);
    }
}
