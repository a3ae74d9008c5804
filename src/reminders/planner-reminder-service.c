/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/planner-string-table.h"
#include "reminders/planner-reminder-service.h"

#include "model/planner-lead.h"
#include "model/planner-session-id.h"
#include "reminders/planner-change-notification.h"
#include "words/planner-clock.h"

struct _PlannerReminderService
{
  GObject parent_instance;

  GApplication *application;   /* borrowed: it owns this */
  GSettings *settings;         /* owned */
  PlannerTimeSource *time;     /* owned */
  PlannerNotifier *notifier;   /* owned */
  PlannerScheduler *scheduler; /* owned, nullable until started */
  PlannerStore *store;         /* owned, nullable until started */
  PlannerWorker *worker;       /* owned, nullable until started */
  GHashTable *snoozed;         /* owned: session ids snoozed in this process and not shown again yet */
  gboolean needed;
};

G_DEFINE_FINAL_TYPE (PlannerReminderService, planner_reminder_service, G_TYPE_OBJECT)

typedef enum
{
  PROP_NEEDED = 1,
} PlannerReminderServiceProperty;

static GParamSpec *properties[PROP_NEEDED + 1];

enum
{
  REFRESH_DUE,
  RELOAD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update_needed (PlannerReminderService *self)
{
  const gboolean wanted =
      g_hash_table_size (self->snoozed) > 0 || g_settings_get_boolean (self->settings, "remind-when-closed");
  const gboolean pending = self->scheduler ? planner_scheduler_has_pending (self->scheduler)
                                           : g_hash_table_size (self->snoozed) > 0;
  const gboolean needed = wanted && pending;

  if (self->needed == needed)
    return;

  self->needed = needed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NEEDED]);
}

static gboolean
shows_local_time (PlannerReminderService *self)
{
  return g_settings_get_boolean (self->settings, "local-time");
}

static gint64
get_now_utc (gpointer time_source)
{
  return planner_time_source_get_now_utc (time_source);
}

static gboolean
due_cb (PlannerReminderService *self, GPtrArray *due)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  const PlannerNotificationClock clock = { local, shows_local_time (self), planner_uses_twelve_hours () };

  if (!planner_notifier_remind (self->notifier, due, get_now_utc (self->time), &clock))
    return FALSE;

  for (guint i = 0; i < due->len; i++)
    g_hash_table_remove (self->snoozed, ((PlannerDueReminder *) g_ptr_array_index (due, i))->id);
  update_needed (self);

  return TRUE;
}

/* This process does not know which reminders a summary of an earlier process shows. It withdraws the summary when none
 * of the conference's reminders is on screen. */
static void
withdraw_earlier_summary (PlannerReminderService *self, const char *id)
{
  gint64 conference_id;
  const char *key;

  if (planner_session_id_parse (id, &conference_id, &key) &&
      !planner_scheduler_shows_any (self->scheduler, conference_id))
    planner_notifier_withdraw_summary (self->notifier, conference_id);
}

static void
stale_cb (PlannerReminderService *self, const char *const *ids)
{
  planner_notifier_withdraw (self->notifier, ids);
  for (; *ids; ids++)
    {
      withdraw_earlier_summary (self, *ids);
      g_hash_table_remove (self->snoozed, *ids);
    }
  update_needed (self);
}

static void
refresh_due_cb (PlannerReminderService *self, gint64 conference_id)
{
  g_signal_emit (self, signals[REFRESH_DUE], 0, conference_id);
}

static void
snooze_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerReminderService *self = data;
  const char *id = g_variant_get_string (parameter, NULL);

  planner_notifier_withdraw (self->notifier, (const char *[]) { id, NULL });
  g_hash_table_add (self->snoozed, g_strdup (id));
  if (self->scheduler)
    planner_scheduler_snooze (self->scheduler, id);
  update_needed (self);
}

static void
open_link_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri (data, NULL, &error))
    g_warning ("Cannot open the link of a session: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

static void
link_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_application_release (G_APPLICATION (source));
}

/* Opens the link in a thread, because g_app_info_launch_default_for_uri_async() aborts if the portal returns an error. */
static void
open_link_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerReminderService *self = data;
  const char *uri = g_variant_get_string (parameter, NULL);
  g_autoptr (GTask) task = NULL;

  if (!planner_notification_is_web_link (uri))
    return;

  g_application_hold (self->application);
  task = g_task_new (self->application, NULL, link_opened_cb, NULL);
  g_task_set_task_data (task, g_strdup (uri), g_free);
  g_task_run_in_thread (task, open_link_in_thread);
}

static void
reload_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerReminderService *self = data;
  const gint64 conference_id = g_variant_get_int64 (parameter);

  g_debug ("Another process changed conference %" G_GINT64_FORMAT " in the database", conference_id);
  g_signal_emit (self, signals[RELOAD], 0, conference_id);
  planner_reminder_service_replan (self);
}

static const GActionEntry action_entries[] = {
  { .name = "snooze", .activate = snooze_cb, .parameter_type = "s" },
  { .name = "open-link", .activate = open_link_cb, .parameter_type = "s" },
  { .name = "reload", .activate = reload_cb, .parameter_type = "x" },
};

static gboolean
minutes_to_seconds (GValue *value, GVariant *variant, gpointer data)
{
  g_value_set_int (value, planner_lead_to_seconds (g_variant_get_int32 (variant)));

  return TRUE;
}

static void
bind_scheduler (PlannerReminderService *self)
{
  g_settings_bind_with_mapping (self->settings, "lead-minutes", self->scheduler, "default-lead-s",
                                G_SETTINGS_BIND_GET, minutes_to_seconds, NULL, NULL, NULL);
  g_settings_bind (self->settings, "refresh-on-metered", self->scheduler, "refresh-on-metered",
                   G_SETTINGS_BIND_GET);
  g_object_bind_property (g_network_monitor_get_default (), "network-metered", self->scheduler, "metered",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->scheduler, "due", G_CALLBACK (due_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scheduler, "stale", G_CALLBACK (stale_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scheduler, "refresh-due", G_CALLBACK (refresh_due_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scheduler, "notify::has-pending", G_CALLBACK (update_needed), self,
                           G_CONNECT_SWAPPED);
}

static void
planner_reminder_service_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((PlannerReminderServiceProperty) id)
    {
    case PROP_NEEDED:
      g_value_set_boolean (value, PLANNER_REMINDER_SERVICE (object)->needed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_reminder_service_finalize (GObject *object)
{
  PlannerReminderService *self = PLANNER_REMINDER_SERVICE (object);

  g_clear_object (&self->scheduler);
  g_clear_object (&self->store);
  g_clear_pointer (&self->worker, planner_worker_unref);
  g_clear_object (&self->notifier);
  g_clear_object (&self->settings);
  g_clear_object (&self->time);
  g_clear_pointer (&self->snoozed, g_hash_table_unref);

  G_OBJECT_CLASS (planner_reminder_service_parent_class)->finalize (object);
}

static void
planner_reminder_service_class_init (PlannerReminderServiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = planner_reminder_service_get_property;
  object_class->finalize = planner_reminder_service_finalize;

  properties[PROP_NEEDED] =
      g_param_spec_boolean ("needed", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[REFRESH_DUE] = g_signal_new ("refresh-due", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[RELOAD] = g_signal_new ("reload", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
planner_reminder_service_init (PlannerReminderService *self)
{
  self->snoozed = planner_string_table_new (g_free, NULL);
}

/**
 * planner_reminder_service_new:
 * @application: a registered application that owns the service and has the actions open-session and show-my-schedule
 * @settings: the settings of the planner
 * @time_source: the current time
 *
 * Adds the actions snooze, open-link and reload to @application.
 *
 * Returns: (transfer full): a service that waits for planner_reminder_service_start()
 */
PlannerReminderService *
planner_reminder_service_new (GApplication *application, GSettings *settings, PlannerTimeSource *time_source)
{
  PlannerReminderService *self;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (PLANNER_IS_TIME_SOURCE (time_source), NULL);

  self = g_object_new (PLANNER_TYPE_REMINDER_SERVICE, NULL);
  self->application = application;
  self->settings = g_object_ref (settings);
  self->time = g_object_ref (time_source);
  self->notifier = planner_notifier_new (application);
  g_signal_connect_object (settings, "changed::remind-when-closed", G_CALLBACK (update_needed), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (application), action_entries, G_N_ELEMENTS (action_entries),
                                   self);

  return self;
}

/**
 * planner_reminder_service_start:
 *
 * @store: the open store
 * @worker: the thread that reads and writes @store
 *
 * Starts planning reminders. Call it once.
 */
void
planner_reminder_service_start (PlannerReminderService *self, PlannerStore *store, PlannerWorker *worker)
{
  GHashTableIter iter;
  gpointer id;

  g_return_if_fail (PLANNER_IS_REMINDER_SERVICE (self));
  g_return_if_fail (PLANNER_IS_STORE (store));
  g_return_if_fail (self->scheduler == NULL);

  self->store = g_object_ref (store);
  self->worker = planner_worker_ref (worker);
  self->scheduler =
      planner_scheduler_new (store, worker, get_now_utc, g_object_ref (self->time), g_object_unref);
  bind_scheduler (self);
  g_hash_table_iter_init (&iter, self->snoozed);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    planner_scheduler_snooze (self->scheduler, id);
  planner_scheduler_replan (self->scheduler);
  update_needed (self);
}

/**
 * planner_reminder_service_replan:
 *
 * Plans reminders again. Call it after stars, lead times or agendas have changed.
 */
void
planner_reminder_service_replan (PlannerReminderService *self)
{
  g_return_if_fail (PLANNER_IS_REMINDER_SERVICE (self));

  if (self->scheduler)
    planner_scheduler_replan (self->scheduler);
}

/**
 * planner_reminder_service_refreshed:
 * @conference_id: the number of the conference
 * @worked: whether the schedule was read, or was not modified
 *
 * Records the end of a refresh, and notifies of the changes to starred sessions. Call it after every refresh, whatever
 * started it.
 */
void
planner_reminder_service_refreshed (PlannerReminderService *self, gint64 conference_id, gboolean worked)
{
  g_return_if_fail (PLANNER_IS_REMINDER_SERVICE (self));

  if (!self->scheduler)
    return;

  planner_scheduler_refreshed (self->scheduler, conference_id, worked);
  if (worked)
    planner_change_notification_send (self->notifier, self->store, self->worker, conference_id,
                                      shows_local_time (self));
}

/**
 * planner_reminder_service_send_test:
 *
 * Sends a notification in the same way as a reminder.
 */
void
planner_reminder_service_send_test (PlannerReminderService *self)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  const PlannerNotificationClock clock = { local, shows_local_time (self), planner_uses_twelve_hours () };
  g_autoptr (PlannerNotification) content = NULL;

  g_return_if_fail (PLANNER_IS_REMINDER_SERVICE (self));

  content = planner_notification_for_test (g_settings_get_int (self->settings, "lead-minutes"),
                                           get_now_utc (self->time), &clock);
  planner_notifier_send (self->notifier, content);
}

/**
 * planner_reminder_service_is_needed:
 *
 * Returns: whether the planner must keep running without a window, because reminders are pending and the attendee wants
 *   them then
 */
gboolean
planner_reminder_service_is_needed (PlannerReminderService *self)
{
  g_return_val_if_fail (PLANNER_IS_REMINDER_SERVICE (self), FALSE);

  return self->needed;
}
