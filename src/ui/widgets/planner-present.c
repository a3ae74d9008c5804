/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/planner-present.h"

#include "library/planner-entry.h"
#include "plan/planner-moment.h"
#include "reminders/planner-wall-clock.h"

struct _PlannerPresent
{
  GObject parent_instance;

  PlannerTimeSource *time_source; /* owned */
  PlannerAgenda *agenda;          /* owned, nullable */
  GListModel *starred;            /* owned, nullable */
  guint update_later;             /* source id, after the starred sessions have changed */
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

static gint64
find_next_change (PlannerPresent *self)
{
  gint64 change_utc =
      self->agenda ? planner_agenda_get_next_change (self->agenda, self->now_utc) : PLANNER_NEVER;

  for (guint i = 0; self->starred && i < g_list_model_get_n_items (self->starred); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (self->starred, i);

      change_utc = MIN (change_utc,
                        planner_session_get_next_change (planner_entry_get_session (entry), self->now_utc));
    }

  return change_utc;
}

static void
set_timer (PlannerPresent *self)
{
  self->next_utc = self->active ? find_next_change (self) : PLANNER_NEVER;
  if (self->timer)
    planner_wall_clock_set (self->timer,
                            self->next_utc == PLANNER_NEVER
                                ? PLANNER_WALL_CLOCK_NEVER
                                : planner_time_source_to_system_us (self->time_source, self->next_utc));
}

static void
update_later_cb (gpointer data)
{
  PlannerPresent *self = data;

  self->update_later = 0;
  planner_present_update (self);
}

/* The change of the list may be one step of a larger change. */
static void
starred_changed_cb (PlannerPresent *self)
{
  if (self->update_later == 0)
    self->update_later = g_idle_add_once (update_later_cb, self);
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

  g_clear_pointer (&self->timer, planner_wall_clock_free);
  g_clear_handle_id (&self->update_later, g_source_remove);
  if (self->starred)
    g_signal_handlers_disconnect_by_data (self->starred, self);
  g_clear_object (&self->starred);
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

/**
 * planner_present_get_next_utc:
 *
 * For tests, which cannot wait until an hour has passed.
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
 * planner_present_set_starred:
 * @starred: (nullable) (element-type PlannerEntry): the sessions on screen that may belong to other agendas
 *
 * The present changes for these sessions, too, and soon after the list has changed.
 */
void
planner_present_set_starred (PlannerPresent *self, GListModel *starred)
{
  g_return_if_fail (PLANNER_IS_PRESENT (self));

  if (self->starred)
    g_signal_handlers_disconnect_by_data (self->starred, self);
  g_set_object (&self->starred, starred);
  if (starred)
    g_signal_connect_swapped (starred, "items-changed", G_CALLBACK (starred_changed_cb), self);
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
      g_clear_pointer (&self->timer, planner_wall_clock_free);
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
