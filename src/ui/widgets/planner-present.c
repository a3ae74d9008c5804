/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/planner-present.h"

#include "plan/planner-moment.h"
#include "reminders/planner-wall-clock.h"

struct _PlannerPresent
{
  GObject parent_instance;

  PlannerTimeSource *time_source; /* owned */
  PlannerAgenda *agenda;          /* owned, nullable */
  gint64 now_utc;
  gint64 next_utc;
  gboolean active;
  GSource *timer; /* owned, nullable: while active */
};

G_DEFINE_FINAL_TYPE (PlannerPresent, planner_present, G_TYPE_OBJECT)

typedef enum
{
  PROP_NOW_UTC = 1,
} PlannerPresentProperty;

static GParamSpec *properties[PROP_NOW_UTC + 1];

static gboolean
time_came_cb (gpointer data)
{
  planner_present_update (data);

  return G_SOURCE_CONTINUE;
}

static void
set_timer (PlannerPresent *self)
{
  self->next_utc = self->active && self->agenda ? planner_agenda_get_next_change (self->agenda, self->now_utc)
                                                : PLANNER_NEVER;
  if (self->timer)
    planner_wall_clock_set (self->timer,
                            self->next_utc == PLANNER_NEVER
                                ? PLANNER_WALL_CLOCK_NEVER
                                : planner_time_source_to_system_us (self->time_source, self->next_utc));
}

static void
stop_timer (PlannerPresent *self)
{
  if (self->timer)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static void
planner_present_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannerPresent *self = PLANNER_PRESENT (object);

  switch ((PlannerPresentProperty) id)
    {
    case PROP_NOW_UTC:
      g_value_set_int64 (value, self->now_utc);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_present_dispose (GObject *object)
{
  PlannerPresent *self = PLANNER_PRESENT (object);

  stop_timer (self);
  g_clear_object (&self->time_source);
  g_clear_pointer (&self->agenda, planner_agenda_unref);

  G_OBJECT_CLASS (planner_present_parent_class)->dispose (object);
}

static void
planner_present_class_init (PlannerPresentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = planner_present_get_property;
  object_class->dispose = planner_present_dispose;

  properties[PROP_NOW_UTC] =
      g_param_spec_int64 ("now-utc", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
planner_present_init (PlannerPresent *self)
{
  self->next_utc = PLANNER_NEVER;
}

/**
 * planner_present_new:
 * @time_source: the current time
 *
 * Returns: (transfer full): an object that is not active
 */
PlannerPresent *
planner_present_new (PlannerTimeSource *time_source)
{
  PlannerPresent *self;

  g_return_val_if_fail (PLANNER_IS_TIME_SOURCE (time_source), NULL);

  self = g_object_new (PLANNER_TYPE_PRESENT, NULL);
  self->time_source = g_object_ref (time_source);
  self->now_utc = planner_time_source_get_now_utc (time_source);
  g_signal_connect_object (time_source, "changed", G_CALLBACK (planner_present_update), self,
                           G_CONNECT_SWAPPED);

  return self;
}

gint64
planner_present_get_now_utc (PlannerPresent *self)
{
  g_return_val_if_fail (PLANNER_IS_PRESENT (self), 0);

  return self->now_utc;
}

/**
 * planner_present_get_next_utc:
 *
 * Returns: when the present changes next, in seconds since the epoch; %PLANNER_NEVER if no timer waits for it
 */
gint64
planner_present_get_next_utc (PlannerPresent *self)
{
  g_return_val_if_fail (PLANNER_IS_PRESENT (self), PLANNER_NEVER);

  return self->next_utc;
}

/**
 * planner_present_set_agenda:
 * @agenda: (nullable): the agenda on screen
 */
void
planner_present_set_agenda (PlannerPresent *self, PlannerAgenda *agenda)
{
  g_return_if_fail (PLANNER_IS_PRESENT (self));

  if (self->agenda == agenda)
    return;

  g_clear_pointer (&self->agenda, planner_agenda_unref);
  if (agenda)
    self->agenda = planner_agenda_ref (agenda);
  planner_present_update (self);
}

/**
 * planner_present_set_active:
 * @active: whether anything that shows the present is on screen
 *
 * Without anything on screen, no timer runs. The present is updated as soon as it is active again.
 */
void
planner_present_set_active (PlannerPresent *self, gboolean active)
{
  g_return_if_fail (PLANNER_IS_PRESENT (self));

  if (self->active == active)
    return;

  self->active = active;
  if (active)
    {
      self->timer = planner_wall_clock_new ();
      g_source_set_callback (self->timer, time_came_cb, self, NULL);
      g_source_attach (self->timer, NULL);
      planner_present_update (self);
    }
  else
    {
      stop_timer (self);
      set_timer (self);
    }
}

/**
 * planner_present_update:
 *
 * Reads the current time. Call it before a page is shown that opens at the present.
 */
void
planner_present_update (PlannerPresent *self)
{
  gint64 now_utc;

  g_return_if_fail (PLANNER_IS_PRESENT (self));

  now_utc = planner_time_source_get_now_utc (self->time_source);
  if (self->now_utc != now_utc)
    {
      self->now_utc = now_utc;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOW_UTC]);
    }
  set_timer (self);
}
