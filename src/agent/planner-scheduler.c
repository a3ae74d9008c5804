/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "planner-scheduler.h"

#include "plan/planner-reminders.h"

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
  gint64 next_utc;
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

static void
planner_scheduler_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlannerScheduler *self = PLANNER_SCHEDULER (object);

  switch ((PlannerSchedulerProperty) prop_id)
    {
    case PROP_NEXT_UTC:
      g_value_set_int64 (value, self->next_utc);
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
      g_param_spec_int ("default-lead-s", NULL, NULL, PLANNER_LEAD_NONE, 24 * 60 * 60, 10 * 60, writable);
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
  self->default_lead_s = 10 * 60;
  self->waits = TRUE;
}

void
planner_due_reminder_free (PlannerDueReminder *due)
{
  g_free (due->id);
  g_free (due->key);
  g_free (due->conference_title);
  g_clear_pointer (&due->agenda, planner_agenda_unref);
  g_free (due);
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
