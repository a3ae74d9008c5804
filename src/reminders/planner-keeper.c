/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reminders/planner-keeper.h"

#include "model/planner-lead.h"
#include "reminders/planner-announcement.h"

struct _PlannerKeeper
{
  GObject parent_instance;

  GApplication *application;   /* borrowed: it owns this */
  GSettings *settings;         /* owned */
  PlannerNotifier *notifier;   /* owned */
  PlannerScheduler *scheduler; /* owned, nullable until started */
  PlannerStore *store;         /* owned, nullable until started */
  PlannerWorker *worker;       /* owned, nullable until started */
  GHashTable *snoozed;         /* owned: ids that the attendee has asked this process to tell again */
  gboolean needed;
};

G_DEFINE_FINAL_TYPE (PlannerKeeper, planner_keeper, G_TYPE_OBJECT)

typedef enum
{
  PROP_NEEDED = 1,
} PlannerKeeperProperty;

static GParamSpec *properties[PROP_NEEDED + 1];

enum
{
  REFRESH_DUE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update_needed (PlannerKeeper *self)
{
  const gboolean wanted =
      g_hash_table_size (self->snoozed) > 0 || g_settings_get_boolean (self->settings, "remind-when-closed");
  const gboolean needed = wanted && self->scheduler && planner_scheduler_waits (self->scheduler);

  if (self->needed == needed)
    return;

  self->needed = needed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NEEDED]);
}

static gboolean
due_cb (PlannerKeeper *self, GPtrArray *due)
{
  if (!planner_notifier_remind (self->notifier, due, g_get_real_time () / G_USEC_PER_SEC))
    return FALSE;

  for (guint i = 0; i < due->len; i++)
    g_hash_table_remove (self->snoozed, ((PlannerDueReminder *) g_ptr_array_index (due, i))->id);
  update_needed (self);

  return TRUE;
}

static void
stale_cb (PlannerKeeper *self, const char *const *ids)
{
  planner_notifier_withdraw (self->notifier, ids);
  /* Which reminders a summary told that an earlier process sent is not known. */
  if (!planner_scheduler_shows_any (self->scheduler))
    planner_notifier_withdraw_summary (self->notifier);
  for (; *ids; ids++)
    g_hash_table_remove (self->snoozed, *ids);
  update_needed (self);
}

static void
refresh_due_cb (PlannerKeeper *self, gint64 conference_id)
{
  g_signal_emit (self, signals[REFRESH_DUE], 0, conference_id);
}

static void
snooze_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerKeeper *self = data;
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
    g_warning ("%s", error->message);
  g_task_return_boolean (task, TRUE);
}

static void
link_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_application_release (G_APPLICATION (source));
}

/* GLib's asynchronous function ends the process where the portal answers with an error. */
static void
open_link_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerKeeper *self = data;
  const char *uri = g_variant_get_string (parameter, NULL);
  g_autoptr (GTask) task = NULL;

  if (!planner_notice_is_web_link (uri))
    return;

  g_application_hold (self->application);
  task = g_task_new (self->application, NULL, link_opened_cb, NULL);
  g_task_set_task_data (task, g_strdup (uri), g_free);
  g_task_run_in_thread (task, open_link_in_thread);
}

static const GActionEntry action_entries[] = {
  { .name = "snooze", .activate = snooze_cb, .parameter_type = "s" },
  { .name = "open-link", .activate = open_link_cb, .parameter_type = "s" },
};

static gboolean
minutes_to_seconds (GValue *value, GVariant *variant, gpointer data)
{
  g_value_set_int (value, planner_lead_to_seconds (g_variant_get_int32 (variant)));

  return TRUE;
}

static void
bind_scheduler (PlannerKeeper *self)
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
  g_signal_connect_object (self->scheduler, "notify::waits", G_CALLBACK (update_needed), self,
                           G_CONNECT_SWAPPED);
}

static void
planner_keeper_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((PlannerKeeperProperty) id)
    {
    case PROP_NEEDED:
      g_value_set_boolean (value, PLANNER_KEEPER (object)->needed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_keeper_finalize (GObject *object)
{
  PlannerKeeper *self = PLANNER_KEEPER (object);

  g_clear_object (&self->scheduler);
  g_clear_object (&self->store);
  g_clear_pointer (&self->worker, planner_worker_unref);
  g_clear_object (&self->notifier);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->snoozed, g_hash_table_unref);

  G_OBJECT_CLASS (planner_keeper_parent_class)->finalize (object);
}

static void
planner_keeper_class_init (PlannerKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = planner_keeper_get_property;
  object_class->finalize = planner_keeper_finalize;

  properties[PROP_NEEDED] =
      g_param_spec_boolean ("needed", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[REFRESH_DUE] = g_signal_new ("refresh-due", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
planner_keeper_init (PlannerKeeper *self)
{
  self->snoozed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * planner_keeper_new:
 * @application: a registered application, which owns the keeper and has the actions open-session and show-my-schedule
 */
PlannerKeeper *
planner_keeper_new (GApplication *application, GSettings *settings)
{
  PlannerKeeper *self = g_object_new (PLANNER_TYPE_KEEPER, NULL);

  self->application = application;
  self->settings = g_object_ref (settings);
  self->notifier = planner_notifier_new (application);
  g_signal_connect_object (settings, "changed::remind-when-closed", G_CALLBACK (update_needed), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (application), action_entries, G_N_ELEMENTS (action_entries),
                                   self);

  return self;
}

/**
 * planner_keeper_start:
 *
 * To be called once, when the store is open.
 */
void
planner_keeper_start (PlannerKeeper *self, PlannerStore *store, PlannerWorker *worker)
{
  GHashTableIter iter;
  gpointer id;

  g_return_if_fail (self->scheduler == NULL);

  self->store = g_object_ref (store);
  self->worker = planner_worker_ref (worker);
  self->scheduler = planner_scheduler_new (store, worker, NULL, NULL);
  bind_scheduler (self);
  g_hash_table_iter_init (&iter, self->snoozed);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    planner_scheduler_snooze (self->scheduler, id);
  planner_scheduler_replan (self->scheduler);
  update_needed (self);
}

/**
 * planner_keeper_replan:
 *
 * To be called after stars, lead times or agendas have changed.
 */
void
planner_keeper_replan (PlannerKeeper *self)
{
  if (self->scheduler)
    planner_scheduler_replan (self->scheduler);
}

/**
 * planner_keeper_refreshed:
 *
 * To be called after every refresh, whoever asked for it. Tells what it has changed.
 */
void
planner_keeper_refreshed (PlannerKeeper *self, gint64 conference_id, gboolean worked)
{
  if (!self->scheduler)
    return;

  planner_scheduler_refreshed (self->scheduler, conference_id, worked);
  if (worked)
    planner_announcement_send (self->notifier, self->store, self->worker, conference_id);
}

/**
 * planner_keeper_send_test:
 *
 * Sends a notification on the way that reminders go.
 */
void
planner_keeper_send_test (PlannerKeeper *self)
{
  g_autoptr (PlannerNotice) notice =
      planner_notice_for_test (g_settings_get_int (self->settings, "lead-minutes"));

  planner_notifier_send (self->notifier, notice);
}

gboolean
planner_keeper_is_needed (PlannerKeeper *self)
{
  return self->needed;
}
