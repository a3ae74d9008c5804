/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/sessions/planner-day-switch.h"

#include "words/planner-days.h"

#include <glib/gi18n.h>
#include <string.h>

struct _PlannerDaySwitch
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller; /* template child */
  AdwToggleGroup *group;       /* template child */

  GStrv dates; /* owned, nullable */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (PlannerDaySwitch, planner_day_switch, ADW_TYPE_BIN)

typedef enum
{
  PROP_DAY = 1,
} PlannerDaySwitchProperty;

static GParamSpec *properties[PROP_DAY + 1];

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* AdwToggle requires a name, but the date of the unknown day is empty. */
static const char *
get_toggle_name (const char *date)
{
  return *date ? date : "unknown";
}

static void
add_toggle (PlannerDaySwitch *self, const char *date)
{
  AdwToggle *toggle = adw_toggle_new ();
  g_autofree char *label = *date ? planner_format_day_short (date) : g_strdup (_ ("No Date"));
  g_autofree char *tooltip = planner_format_day (date);

  adw_toggle_set_name (toggle, get_toggle_name (date));
  adw_toggle_set_label (toggle, label);
  adw_toggle_set_tooltip (toggle, tooltip);
  adw_toggle_group_add (self->group, toggle);
}

/* All toggles are about equally wide, so the index gives the position. */
static void
scroll_to_active (PlannerDaySwitch *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  const guint n = adw_toggle_group_get_n_toggles (self->group);
  const guint active = adw_toggle_group_get_active (self->group);
  const double upper = gtk_adjustment_get_upper (adjustment);
  const double page = gtk_adjustment_get_page_size (adjustment);

  if (active < n && upper > page)
    gtk_adjustment_set_value (adjustment, upper * (active + 0.5) / n - page / 2);
}

static void
active_changed_cb (PlannerDaySwitch *self)
{
  scroll_to_active (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
  if (!self->updating)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, planner_day_switch_get_day (self));
}

static void
planner_day_switch_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PlannerDaySwitch *self = PLANNER_DAY_SWITCH (object);

  switch ((PlannerDaySwitchProperty) property_id)
    {
    case PROP_DAY:
      g_value_set_string (value, planner_day_switch_get_day (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
planner_day_switch_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  PlannerDaySwitch *self = PLANNER_DAY_SWITCH (object);

  switch ((PlannerDaySwitchProperty) property_id)
    {
    case PROP_DAY:
      planner_day_switch_set_day (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
planner_day_switch_dispose (GObject *object)
{
  PlannerDaySwitch *self = PLANNER_DAY_SWITCH (object);

  self->updating = TRUE;
  /* AdwBin would unparent the child a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_DAY_SWITCH);

  G_OBJECT_CLASS (planner_day_switch_parent_class)->dispose (object);
}

static void
planner_day_switch_finalize (GObject *object)
{
  PlannerDaySwitch *self = PLANNER_DAY_SWITCH (object);

  g_strfreev (self->dates);

  G_OBJECT_CLASS (planner_day_switch_parent_class)->finalize (object);
}

static void
planner_day_switch_class_init (PlannerDaySwitchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = planner_day_switch_get_property;
  object_class->set_property = planner_day_switch_set_property;
  object_class->dispose = planner_day_switch_dispose;
  object_class->finalize = planner_day_switch_finalize;

  properties[PROP_DAY] =
      g_param_spec_string ("day", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", PLANNER_TYPE_DAY_SWITCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-day-switch.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerDaySwitch, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlannerDaySwitch, group);
  gtk_widget_class_bind_template_callback (widget_class, active_changed_cb);
}

static void
planner_day_switch_init (PlannerDaySwitch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * planner_day_switch_get_day:
 *
 * Returns: (nullable) (transfer none): the date of the current day, "" for the unknown day
 */
const char *
planner_day_switch_get_day (PlannerDaySwitch *self)
{
  guint active;

  g_return_val_if_fail (PLANNER_IS_DAY_SWITCH (self), NULL);

  active = adw_toggle_group_get_active (self->group);

  return self->dates && active < g_strv_length (self->dates) ? self->dates[active] : NULL;
}

/**
 * planner_day_switch_set_day:
 * @date: (nullable): the date of one of its days
 *
 * Makes that day the current one, without emitting "chosen". Unknown dates are ignored: a list that scrolls while its
 * sessions are replaced may report a day of the previous sessions.
 */
void
planner_day_switch_set_day (PlannerDaySwitch *self, const char *date)
{
  g_return_if_fail (PLANNER_IS_DAY_SWITCH (self));

  if (!date || g_strcmp0 (date, planner_day_switch_get_day (self)) == 0 || !self->dates ||
      !g_strv_contains ((const char *const *) self->dates, date))
    return;

  self->updating = TRUE;
  adw_toggle_group_set_active_name (self->group, get_toggle_name (date));
  self->updating = FALSE;
}

/**
 * planner_day_switch_set_days:
 * @dates: the dates of the days, %NULL-terminated
 *
 * Sets the days. The current day stays if it is still among them.
 */
void
planner_day_switch_set_days (PlannerDaySwitch *self, const char *const *dates)
{
  g_autofree char *current = NULL;

  g_return_if_fail (PLANNER_IS_DAY_SWITCH (self));

  if (self->dates && g_strv_equal (dates, (const char *const *) self->dates))
    return;

  current = g_strdup (planner_day_switch_get_day (self));
  g_strfreev (self->dates);
  self->dates = g_strdupv ((GStrv) dates);
  self->updating = TRUE;
  adw_toggle_group_remove_all (self->group);
  for (guint i = 0; dates[i]; i++)
    add_toggle (self, dates[i]);
  if (current && g_strv_contains (dates, current))
    adw_toggle_group_set_active_name (self->group, get_toggle_name (current));
  self->updating = FALSE;
}

gboolean
planner_day_switch_has_several (PlannerDaySwitch *self)
{
  g_return_val_if_fail (PLANNER_IS_DAY_SWITCH (self), FALSE);

  return self->dates && self->dates[0] && self->dates[1];
}
