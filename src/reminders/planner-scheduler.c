/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reminders/planner-scheduler.h"

#include "model/planner-lead.h"
#include "model/planner-session-id.h"
#include "reminders/planner-round.h"
#include "reminders/planner-wall-clock.h"

/* Where the store cannot be read, or nobody shows what is due. */
#define RETRY_S 60

/* A plan that is older, as the computer slept while it was made, is made again. */
#define FRESH_S 10

struct _PlannerScheduler
{
  GObject parent_instance;

  PlannerStore *store;   /* owned */
  PlannerWorker *worker; /* owned */
  PlannerNowFunc now;    /* nullable */
  gpointer now_data;     /* borrowed */
  int default_lead_s;
  gboolean metered;
  gboolean refresh_on_metered;

  GSource *clock;         /* owned, nullable until first set */
  GPtrArray *marks;       /* owned: what has happened and is not written yet */
  GHashTable *refreshing; /* owned: numbers of the conferences of refresh-due that were not refreshed yet */
  GHashTable *shown_ids;  /* owned: of what is shown */
  guint32 salt;
  gboolean started;
  gboolean planning; /* from reading the store to telling what is due */
  gboolean again;    /* something has changed meanwhile */
  gint64 remind_utc;
  gboolean waits;
};

G_DEFINE_FINAL_TYPE (PlannerScheduler, planner_scheduler, G_TYPE_OBJECT)

typedef enum
{
  PROP_NEXT_UTC = 1,
  PROP_WAITS,
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

/* Another clock than the system's runs beside it. */
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
make_marks (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) planner_reminder_mark_free);
}

static void
add_marks (PlannerScheduler *self, GPtrArray *marks)
{
  g_ptr_array_extend_and_steal (self->marks, g_ptr_array_ref (marks));
  self->again = TRUE;
}

/* They are tried again with the next plan, before what has happened since. */
static void
put_back_marks (PlannerScheduler *self, GPtrArray *marks)
{
  g_autoptr (GPtrArray) since = g_steal_pointer (&self->marks);

  self->marks = g_ptr_array_ref (marks);
  g_ptr_array_extend_and_steal (self->marks, g_steal_pointer (&since));
}

static void
add_mark (PlannerScheduler *self, PlannerReminderMarkKind kind, gint64 conference_id, const char *key)
{
  PlannerReminderMark *mark = g_new0 (PlannerReminderMark, 1);

  mark->kind = kind;
  mark->at_utc = get_now_utc (self);
  mark->conference_id = conference_id;
  mark->key = g_strdup (key);
  g_ptr_array_add (self->marks, mark);
}

static void
run_round_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (planner_round_run (data, &error))
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
set_waits (PlannerScheduler *self, gboolean waits)
{
  if (self->waits == waits)
    return;

  self->waits = waits;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITS]);
}

/* Before the store says so: what is unstarred or removed at this very moment is to be withdrawn. */
static void
add_shown (PlannerScheduler *self, GPtrArray *due)
{
  for (guint i = 0; i < due->len; i++)
    g_hash_table_add (self->shown_ids, g_strdup (((PlannerDueReminder *) g_ptr_array_index (due, i))->id));
}

/* Returns: whether all are told, or there is nothing to tell */
static gboolean
tell (PlannerScheduler *self, PlannerRound *round)
{
  gboolean told = FALSE;

  if (round->due->len == 0)
    return TRUE;

  g_signal_emit (self, signals[DUE], 0, round->due, &told);
  if (told)
    {
      add_marks (self, round->told_marks);
      add_shown (self, round->due);
    }

  return told;
}

/* What was shown and is not known any more, as its conference was removed. */
static void
add_lost (PlannerScheduler *self, GHashTable *shown_ids, GPtrArray *stale_ids)
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
withdraw (PlannerScheduler *self, PlannerRound *round)
{
  add_lost (self, round->shown_ids, round->stale_ids);
  g_hash_table_unref (self->shown_ids);
  self->shown_ids = g_hash_table_ref (round->shown_ids);
  if (round->stale_ids->len == 0)
    return;

  g_ptr_array_add (round->stale_ids, NULL);
  g_signal_emit (self, signals[STALE], 0, round->stale_ids->pdata);
  if (round->stale_marks->len > 0)
    add_marks (self, round->stale_marks);
}

/* Returns: when the next refresh is to be; those that are under way do not count */
static gint64
refresh (PlannerScheduler *self, const PlannerRound *round)
{
  gint64 next_utc = PLANNER_NEVER;

  for (guint i = 0; i < round->refreshes->len; i++)
    {
      PlannerNextRefresh next = g_array_index (round->refreshes, PlannerNextRefresh, i);

      if (g_hash_table_contains (self->refreshing, &next.conference_id))
        continue;
      if (next.next_utc > round->now_utc)
        {
          next_utc = MIN (next_utc, next.next_utc);
          continue;
        }
      g_hash_table_add (self->refreshing, g_memdup2 (&next.conference_id, sizeof next.conference_id));
      g_signal_emit (self, signals[REFRESH_DUE], 0, next.conference_id);
    }

  return next_utc;
}

/* First what is false goes, then what is true comes: both may have the same place on the screen. */
static void
carry_out (PlannerScheduler *self, PlannerRound *round)
{
  gint64 next_utc = round->next_utc;

  withdraw (self, round);
  if (!tell (self, round))
    next_utc = MIN (next_utc, round->now_utc + RETRY_S);
  next_utc = MIN (next_utc, refresh (self, round));

  set_remind_utc (self, round->remind_utc);
  set_waits (self, round->waits);
  set_clock (self, next_utc);
}

static gboolean
is_fresh (PlannerScheduler *self, const PlannerRound *round)
{
  const gint64 now_utc = get_now_utc (self);

  return now_utc >= round->now_utc && now_utc - round->now_utc <= FRESH_S;
}

static void
end_round (PlannerScheduler *self, PlannerRound *round, const GError *error)
{
  if (!round->are_marks_written)
    put_back_marks (self, round->marks);

  if (error)
    {
      g_info ("%s", error->message);
      set_clock (self, get_now_utc (self) + RETRY_S);
    }
  else if (is_fresh (self, round))
    carry_out (self, round);
  else
    self->again = TRUE;
}

static void
round_run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *weak_self = user_data;
  g_autoptr (PlannerScheduler) self = g_weak_ref_get (weak_self);
  g_autoptr (GError) error = NULL;

  g_weak_ref_clear (weak_self);
  g_free (weak_self);
  g_task_propagate_boolean (G_TASK (result), &error);
  if (!self)
    return;

  end_round (self, g_task_get_task_data (G_TASK (result)), error);
  self->planning = FALSE;
  if (self->again)
    planner_scheduler_replan (self);
}

static PlannerRound *
make_round (PlannerScheduler *self)
{
  PlannerRound *round = planner_round_new (self->store, g_steal_pointer (&self->marks));

  self->marks = make_marks ();
  round->now_utc = get_now_utc (self);
  round->default_lead_s = self->default_lead_s;
  round->metered = self->metered;
  round->refresh_on_metered = self->refresh_on_metered;
  round->salt = self->salt;

  return round;
}

/* The round may outlive the scheduler: what has happened is written all the same. */
static void
start_round (PlannerScheduler *self)
{
  GWeakRef *weak_self = g_new0 (GWeakRef, 1);
  g_autoptr (GTask) task = NULL;

  g_weak_ref_init (weak_self, self);
  task = g_task_new (NULL, NULL, round_run_cb, weak_self);
  g_task_set_source_tag (task, start_round);
  g_task_set_task_data (task, make_round (self), (GDestroyNotify) planner_round_free);
  planner_worker_run (self->worker, task, run_round_in_thread);
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
    case PROP_WAITS:
      g_value_set_boolean (value, self->waits);
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
    case PROP_WAITS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
planner_scheduler_finalize (GObject *object)
{
  PlannerScheduler *self = PLANNER_SCHEDULER (object);

  if (self->clock)
    g_source_destroy (self->clock);
  g_clear_pointer (&self->clock, g_source_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->refreshing, g_hash_table_unref);
  g_clear_pointer (&self->shown_ids, g_hash_table_unref);
  g_clear_object (&self->store);
  g_clear_pointer (&self->worker, planner_worker_unref);

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
  properties[PROP_WAITS] = g_param_spec_boolean ("waits", NULL, NULL, TRUE, readable);
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
  self->marks = make_marks ();
  self->refreshing = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->shown_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->salt = g_random_int ();
  self->remind_utc = PLANNER_NEVER;
  self->waits = TRUE;
}

/**
 * planner_scheduler_new:
 * @store: what the stars are read from
 * @worker: the thread that reads and writes the store: the one of the library, or another
 * @now: (nullable): for tests; %NULL for the clock of the system
 */
PlannerScheduler *
planner_scheduler_new (PlannerStore *store, PlannerWorker *worker, PlannerNowFunc now, gpointer now_data)
{
  PlannerScheduler *self = g_object_new (PLANNER_TYPE_SCHEDULER, NULL);

  self->store = g_object_ref (store);
  self->worker = planner_worker_ref (worker);
  self->now = now;
  self->now_data = now_data;

  return self;
}

/**
 * planner_scheduler_replan:
 *
 * To be called first of all, and after stars, lead times or agendas have changed. Calls in a row are done as one.
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
  start_round (self);
}

/**
 * planner_scheduler_snooze:
 * @id: of a reminder that was shown, also by a process before this one
 *
 * Lets it come again in five minutes, but not past the start. Where the session has started, nothing happens.
 */
void
planner_scheduler_snooze (PlannerScheduler *self, const char *id)
{
  gint64 conference_id;
  const char *key;

  g_return_if_fail (PLANNER_IS_SCHEDULER (self));

  if (!planner_session_id_parse (id, &conference_id, &key))
    return;

  add_mark (self, PLANNER_MARK_SNOOZED, conference_id, key);
  planner_scheduler_replan (self);
}

/**
 * planner_scheduler_refreshed:
 * @worked: whether the feed was fetched and read, or found not to be modified
 *
 * To be called after every refresh, whoever asked for it.
 */
void
planner_scheduler_refreshed (PlannerScheduler *self, gint64 conference_id, gboolean worked)
{
  g_return_if_fail (PLANNER_IS_SCHEDULER (self));

  g_hash_table_remove (self->refreshing, &conference_id);
  add_mark (self, worked ? PLANNER_MARK_REFRESHED : PLANNER_MARK_FAILED, conference_id, NULL);
  planner_scheduler_replan (self);
}

/**
 * planner_scheduler_waits:
 *
 * Returns: whether a reminder may still come, or something that is shown is to be withdrawn; %TRUE until it is known
 */
gboolean
planner_scheduler_waits (PlannerScheduler *self)
{
  return self->waits;
}

/**
 * planner_scheduler_shows_any:
 *
 * Returns: whether a reminder that was told has not been withdrawn yet, by this process or another
 */
gboolean
planner_scheduler_shows_any (PlannerScheduler *self)
{
  g_return_val_if_fail (PLANNER_IS_SCHEDULER (self), FALSE);

  return g_hash_table_size (self->shown_ids) > 0;
}
