/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reminders/planner-scheduler.h"

#include "model/planner-lead.h"
#include "model/planner-session-id.h"
#include "model/planner-string-table.h"
#include "reminders/planner-reminder-pass.h"
#include "reminders/planner-wall-clock.h"

/* The wait after the store could not be read or the reminders could not be shown. */
#define RETRY_S 60

/* A pass that took longer, because the computer was suspended meanwhile, is repeated. */
#define FRESH_S 10

struct _PlannerScheduler
{
  GObject parent_instance;

  PlannerStore *store;     /* owned */
  PlannerWorker *worker;   /* owned */
  PlannerNowFunc now;      /* nullable */
  gpointer now_data;       /* owned if now_free is set */
  GDestroyNotify now_free; /* nullable */
  int default_lead_s;
  gboolean metered;
  gboolean refresh_on_metered;

  GSource *clock;         /* owned, nullable until first set */
  GPtrArray *records;     /* owned: of PlannerReminderRecord: what happened and is not written yet */
  GHashTable *refreshing; /* owned: numbers of the conferences whose refresh is under way */
  GHashTable *refreshed;  /* owned: numbers of the conferences whose refresh ended since the pass began */
  GHashTable *shown_ids;  /* owned: session ids of the notifications on screen */
  guint32 salt;
  gboolean started;
  gboolean planning; /* whether a pass is under way */
  gboolean again;    /* whether another pass must follow it */
  gint64 remind_utc;
  gboolean has_pending;
};

G_DEFINE_FINAL_TYPE (PlannerScheduler, planner_scheduler, G_TYPE_OBJECT)

typedef enum
{
  PROP_NEXT_UTC = 1,
  PROP_HAS_PENDING,
  PROP_DEFAULT_LEAD_S,
  PROP_METERED,
  PROP_REFRESH_ON_METERED,
} PlannerSchedulerProperty;

static GParamSpec *properties[PROP_REFRESH_ON_METERED + 1];

enum
{
  DUE,
  STALE,
  REFRESH_DUE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gint64
get_now_utc (PlannerScheduler *self)
{
  return self->now ? self->now (self->now_data) : g_get_real_time () / G_USEC_PER_SEC;
}

/* An injected clock may differ from the system's: the timer waits for the same span of time. */
static gint64
to_system_us (PlannerScheduler *self, gint64 instant_utc)
{
  gint64 instant_us, ahead_s;

  if (self->now)
    {
      if (__builtin_sub_overflow (instant_utc, get_now_utc (self), &ahead_s) ||
          __builtin_add_overflow (ahead_s, g_get_real_time () / G_USEC_PER_SEC, &instant_utc))
        return PLANNER_WALL_CLOCK_NEVER;
    }

  return __builtin_mul_overflow (instant_utc, G_USEC_PER_SEC, &instant_us) ? PLANNER_WALL_CLOCK_NEVER
                                                                           : instant_us;
}

static gboolean
clock_cb (gpointer user_data)
{
  planner_scheduler_replan (user_data);

  return G_SOURCE_CONTINUE;
}

static void
set_clock (PlannerScheduler *self, gint64 instant_utc)
{
  if (!self->clock)
    {
      self->clock = planner_wall_clock_new ();
      g_source_set_callback (self->clock, clock_cb, self, NULL);
      g_source_attach (self->clock, g_main_context_get_thread_default ());
    }

  planner_wall_clock_set (self->clock, to_system_us (self, instant_utc));
}

static GPtrArray *
make_records (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) planner_reminder_record_free);
}

static void
add_records (PlannerScheduler *self, GPtrArray *records)
{
  g_ptr_array_extend_and_steal (self->records, g_ptr_array_ref (records));
  self->again = TRUE;
}

/* The next pass writes these first, then what happened since. */
static void
put_back_records (PlannerScheduler *self, GPtrArray *records)
{
  g_autoptr (GPtrArray) since = g_steal_pointer (&self->records);

  self->records = g_ptr_array_ref (records);
  g_ptr_array_extend_and_steal (self->records, g_steal_pointer (&since));
}

static void
add_record (PlannerScheduler *self, PlannerReminderRecordKind kind, gint64 conference_id, const char *key)
{
  PlannerReminderRecord *record = g_new0 (PlannerReminderRecord, 1);

  record->kind = kind;
  record->at_utc = get_now_utc (self);
  record->conference_id = conference_id;
  record->key = g_strdup (key);
  g_ptr_array_add (self->records, record);
}

static void
run_pass_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (planner_reminder_pass_run (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
set_remind_utc (PlannerScheduler *self, gint64 remind_utc)
{
  if (self->remind_utc == remind_utc)
    return;

  self->remind_utc = remind_utc;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NEXT_UTC]);
}

static void
set_has_pending (PlannerScheduler *self, gboolean has_pending)
{
  if (self->has_pending == has_pending)
    return;

  self->has_pending = has_pending;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_PENDING]);
}

/* Done before the store has recorded them, so that a session unstarred at this moment is withdrawn too. */
static void
add_shown (PlannerScheduler *self, GPtrArray *due)
{
  for (guint i = 0; i < due->len; i++)
    g_hash_table_add (self->shown_ids, g_strdup (((PlannerDueReminder *) g_ptr_array_index (due, i))->id));
}

/* Returns: whether all due reminders were shown */
static gboolean
show_due (PlannerScheduler *self, PlannerReminderPass *pass)
{
  gboolean shown = FALSE;

  if (pass->due->len == 0)
    return TRUE;

  g_signal_emit (self, signals[DUE], 0, pass->due, &shown);
  if (shown)
    {
      add_records (self, pass->shown_records);
      add_shown (self, pass->due);
    }

  return shown;
}

/* Adds notifications whose conference was removed: the store no longer lists them. */
static void
add_orphaned (PlannerScheduler *self, GHashTable *shown_ids, GPtrArray *stale_ids)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->shown_ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (shown_ids, id) &&
        !g_ptr_array_find_with_equal_func (stale_ids, id, g_str_equal, NULL))
      g_ptr_array_add (stale_ids, g_strdup (id));
}

static void
withdraw (PlannerScheduler *self, PlannerReminderPass *pass)
{
  add_orphaned (self, pass->shown_ids, pass->stale_ids);
  g_hash_table_unref (self->shown_ids);
  self->shown_ids = g_hash_table_ref (pass->shown_ids);
  if (pass->stale_ids->len == 0)
    return;

  g_ptr_array_add (pass->stale_ids, NULL);
  g_signal_emit (self, signals[STALE], 0, pass->stale_ids->pdata);
  if (pass->withdrawn_records->len > 0)
    add_records (self, pass->withdrawn_records);
}

/* The pass does not know of a refresh that ended after it read the store; its result is left to the next pass.
 *
 * Returns: when the next refresh is due, those under way excluded */
static gint64
refresh (PlannerScheduler *self, const PlannerReminderPass *pass)
{
  gint64 next_utc = PLANNER_NEVER;

  for (guint i = 0; i < pass->refreshes->len; i++)
    {
      PlannerNextRefresh next = g_array_index (pass->refreshes, PlannerNextRefresh, i);

      if (g_hash_table_contains (self->refreshing, &next.conference_id) ||
          g_hash_table_contains (self->refreshed, &next.conference_id))
        continue;
      if (next.next_utc > pass->now_utc)
        {
          next_utc = MIN (next_utc, next.next_utc);
          continue;
        }
      g_debug ("Refresh of conference %" G_GINT64_FORMAT " is due", next.conference_id);
      g_hash_table_add (self->refreshing, g_memdup2 (&next.conference_id, sizeof next.conference_id));
      g_signal_emit (self, signals[REFRESH_DUE], 0, next.conference_id);
    }

  return next_utc;
}

/* Withdraws before it shows: both may use the same notification id. */
static void
carry_out (PlannerScheduler *self, PlannerReminderPass *pass)
{
  gint64 next_utc = pass->next_utc;

  withdraw (self, pass);
  if (!show_due (self, pass))
    next_utc = MIN (next_utc, pass->now_utc + RETRY_S);
  next_utc = MIN (next_utc, refresh (self, pass));

  set_remind_utc (self, pass->remind_utc);
  set_has_pending (self, pass->has_pending);
  set_clock (self, next_utc);
}

static gboolean
is_fresh (PlannerScheduler *self, const PlannerReminderPass *pass)
{
  const gint64 now_utc = get_now_utc (self);

  return now_utc >= pass->now_utc && now_utc - pass->now_utc <= FRESH_S;
}

static void
end_pass (PlannerScheduler *self, PlannerReminderPass *pass, const GError *error)
{
  if (!pass->are_records_written)
    put_back_records (self, pass->records);

  if (error)
    {
      g_info ("Cannot read the reminders, trying again in %d seconds: %s", RETRY_S, error->message);
      set_clock (self, get_now_utc (self) + RETRY_S);
    }
  else if (is_fresh (self, pass))
    carry_out (self, pass);
  else
    self->again = TRUE;
}

static void
pass_run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *weak_self = user_data;
  g_autoptr (PlannerScheduler) self = g_weak_ref_get (weak_self);
  g_autoptr (GError) error = NULL;

  g_weak_ref_clear (weak_self);
  g_free (weak_self);
  g_task_propagate_boolean (G_TASK (result), &error);
  if (!self)
    return;

  end_pass (self, g_task_get_task_data (G_TASK (result)), error);
  self->planning = FALSE;
  if (self->again)
    planner_scheduler_replan (self);
}

static PlannerReminderPass *
make_pass (PlannerScheduler *self)
{
  PlannerReminderPass *pass = planner_reminder_pass_new (self->store, g_steal_pointer (&self->records));

  self->records = make_records ();
  g_hash_table_remove_all (self->refreshed);
  pass->now_utc = get_now_utc (self);
  pass->default_lead_s = self->default_lead_s;
  pass->metered = self->metered;
  pass->refresh_on_metered = self->refresh_on_metered;
  pass->salt = self->salt;

  return pass;
}

/* The pass may outlive the scheduler; it still writes the records. */
static void
start_pass (PlannerScheduler *self)
{
  GWeakRef *weak_self = g_new0 (GWeakRef, 1);
  g_autoptr (GTask) task = NULL;

  g_weak_ref_init (weak_self, self);
  task = g_task_new (NULL, NULL, pass_run_cb, weak_self);
  g_task_set_source_tag (task, start_pass);
  g_task_set_task_data (task, make_pass (self), (GDestroyNotify) planner_reminder_pass_free);
  planner_worker_run (self->worker, task, run_pass_in_thread);
}

static void
planner_scheduler_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlannerScheduler *self = PLANNER_SCHEDULER (object);

  switch ((PlannerSchedulerProperty) prop_id)
    {
    case PROP_NEXT_UTC:
      g_value_set_int64 (value, self->remind_utc == PLANNER_NEVER ? 0 : self->remind_utc);
      break;
    case PROP_HAS_PENDING:
      g_value_set_boolean (value, self->has_pending);
      break;
    case PROP_DEFAULT_LEAD_S:
      g_value_set_int (value, self->default_lead_s);
      break;
    case PROP_METERED:
      g_value_set_boolean (value, self->metered);
      break;
    case PROP_REFRESH_ON_METERED:
      g_value_set_boolean (value, self->refresh_on_metered);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
replan_after (PlannerScheduler *self, gboolean changed, PlannerSchedulerProperty property)
{
  if (!changed)
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  if (self->started)
    planner_scheduler_replan (self);
}

static gboolean
set_boolean (gboolean *field, gboolean value)
{
  const gboolean changed = *field != value;

  *field = value;

  return changed;
}

static void
planner_scheduler_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  PlannerScheduler *self = PLANNER_SCHEDULER (object);

  switch ((PlannerSchedulerProperty) prop_id)
    {
    case PROP_DEFAULT_LEAD_S:
      replan_after (self, set_boolean (&self->default_lead_s, g_value_get_int (value)), PROP_DEFAULT_LEAD_S);
      break;
    case PROP_METERED:
      replan_after (self, set_boolean (&self->metered, g_value_get_boolean (value)), PROP_METERED);
      break;
    case PROP_REFRESH_ON_METERED:
      replan_after (self, set_boolean (&self->refresh_on_metered, g_value_get_boolean (value)),
                    PROP_REFRESH_ON_METERED);
      break;
    case PROP_NEXT_UTC:
    case PROP_HAS_PENDING:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
planner_scheduler_finalize (GObject *object)
{
  PlannerScheduler *self = PLANNER_SCHEDULER (object);

  g_clear_pointer (&self->clock, planner_wall_clock_free);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->refreshing, g_hash_table_unref);
  g_clear_pointer (&self->refreshed, g_hash_table_unref);
  g_clear_pointer (&self->shown_ids, g_hash_table_unref);
  g_clear_object (&self->store);
  g_clear_pointer (&self->worker, planner_worker_unref);
  if (self->now_free)
    self->now_free (self->now_data);

  G_OBJECT_CLASS (planner_scheduler_parent_class)->finalize (object);
}

static void
planner_scheduler_class_init (PlannerSchedulerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->get_property = planner_scheduler_get_property;
  object_class->set_property = planner_scheduler_set_property;
  object_class->finalize = planner_scheduler_finalize;

  properties[PROP_NEXT_UTC] =
      g_param_spec_int64 ("next-utc", NULL, NULL, G_MININT64, G_MAXINT64, 0, readable);
  properties[PROP_HAS_PENDING] = g_param_spec_boolean ("has-pending", NULL, NULL, TRUE, readable);
  properties[PROP_DEFAULT_LEAD_S] =
      g_param_spec_int ("default-lead-s", NULL, NULL, PLANNER_LEAD_NONE, 24 * 60 * 60,
                        PLANNER_LEAD_USUAL_MINUTES * 60, writable);
  properties[PROP_METERED] = g_param_spec_boolean ("metered", NULL, NULL, FALSE, writable);
  properties[PROP_REFRESH_ON_METERED] =
      g_param_spec_boolean ("refresh-on-metered", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[DUE] =
      g_signal_new ("due", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled,
                    NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_PTR_ARRAY);
  signals[STALE] = g_signal_new ("stale", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRV);
  signals[REFRESH_DUE] = g_signal_new ("refresh-due", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
planner_scheduler_init (PlannerScheduler *self)
{
  self->default_lead_s = planner_lead_to_seconds (PLANNER_LEAD_USUAL_MINUTES);
  self->records = make_records ();
  self->refreshing = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->refreshed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->shown_ids = planner_string_table_new (g_free, NULL);
  self->salt = g_random_int ();
  self->remind_utc = PLANNER_NEVER;
  self->has_pending = TRUE;
}

/**
 * planner_scheduler_new:
 * @store: the store that has the stars and records
 * @worker: the thread that reads and writes the store
 * @now: (nullable): the clock; %NULL for the system clock
 * @now_data: (nullable): passed to @now
 * @now_free: (nullable): frees @now_data
 *
 * Returns: (transfer full): a scheduler that is idle until planner_scheduler_replan()
 */
PlannerScheduler *
planner_scheduler_new (PlannerStore *store,
                       PlannerWorker *worker,
                       PlannerNowFunc now,
                       gpointer now_data,
                       GDestroyNotify now_free)
{
  PlannerScheduler *self;

  g_return_val_if_fail (PLANNER_IS_STORE (store), NULL);
  g_return_val_if_fail (worker, NULL);

  self = g_object_new (PLANNER_TYPE_SCHEDULER, NULL);
  self->store = g_object_ref (store);
  self->worker = planner_worker_ref (worker);
  self->now = now;
  self->now_data = now_data;
  self->now_free = now_free;

  return self;
}

/**
 * planner_scheduler_replan:
 *
 * Starts planning. Call it again after stars, lead times or agendas have changed. Several calls during one pass cause
 * one more pass.
 */
void
planner_scheduler_replan (PlannerScheduler *self)
{
  g_return_if_fail (PLANNER_IS_SCHEDULER (self));

  self->started = TRUE;
  self->again = self->planning;
  if (self->planning)
    return;

  self->planning = TRUE;
  start_pass (self);
}

/**
 * planner_scheduler_snooze:
 * @id: "CONFERENCE/KEY" of a reminder that was shown, by this process or an earlier one; anything else is ignored
 *
 * Shows the reminder again in five minutes, or at the start if that is earlier. Does nothing after the start.
 */
void
planner_scheduler_snooze (PlannerScheduler *self, const char *id)
{
  gint64 conference_id;
  const char *key;

  g_return_if_fail (PLANNER_IS_SCHEDULER (self));

  if (!planner_session_id_parse (id, &conference_id, &key))
    return;

  add_record (self, PLANNER_RECORD_SNOOZED, conference_id, key);
  planner_scheduler_replan (self);
}

/**
 * planner_scheduler_refreshed:
 * @worked: whether the schedule was read, or was not modified
 *
 * Records the end of a refresh. Call it after every refresh, whatever started it.
 */
void
planner_scheduler_refreshed (PlannerScheduler *self, gint64 conference_id, gboolean worked)
{
  g_return_if_fail (PLANNER_IS_SCHEDULER (self));

  g_hash_table_remove (self->refreshing, &conference_id);
  g_hash_table_add (self->refreshed, g_memdup2 (&conference_id, sizeof conference_id));
  add_record (self, worked ? PLANNER_RECORD_REFRESHED : PLANNER_RECORD_FAILED, conference_id, NULL);
  planner_scheduler_replan (self);
}

/**
 * planner_scheduler_has_pending:
 *
 * Returns: whether a reminder may still become due, or a notification is to be withdrawn later; %TRUE until the first
 *   pass has ended
 */
gboolean
planner_scheduler_has_pending (PlannerScheduler *self)
{
  g_return_val_if_fail (PLANNER_IS_SCHEDULER (self), FALSE);

  return self->has_pending;
}

/**
 * planner_scheduler_shows_any:
 * @conference_id: a conference
 *
 * Returns: whether a reminder of the conference is on screen, sent by this process or an earlier one
 */
gboolean
planner_scheduler_shows_any (PlannerScheduler *self, gint64 conference_id)
{
  GHashTableIter iter;
  gpointer id;
  gint64 number;
  const char *key;

  g_return_val_if_fail (PLANNER_IS_SCHEDULER (self), FALSE);

  g_hash_table_iter_init (&iter, self->shown_ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (planner_session_id_parse (id, &number, &key) && number == conference_id)
      return TRUE;

  return FALSE;
}
