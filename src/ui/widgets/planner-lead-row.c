/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/planner-lead-row.h"

#include "model/planner-lead.h"
#include "words/planner-duration.h"

#include <glib/gi18n.h>

struct _PlannerLeadRow
{
  AdwComboRow parent_instance;

  int lead_s;
  int default_minutes;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (PlannerLeadRow, planner_lead_row, ADW_TYPE_COMBO_ROW)

typedef enum
{
  PROP_LEAD_S = 1,
  PROP_DEFAULT_MINUTES,
} PlannerLeadRowProperty;

static GParamSpec *properties[PROP_DEFAULT_MINUTES + 1];

static guint chosen_signal;

/* The choices are the default lead time, then planner_lead_choices. */
#define N_CHOICES (1 + PLANNER_LEAD_N_CHOICES)

static int
get_choice_s (guint index)
{
  return index == 0 ? PLANNER_LEAD_DEFAULT : planner_lead_to_seconds (planner_lead_choices[index - 1]);
}

/* Short, because the chosen item has little space. */
static char *
format_default (int minutes)
{
  g_autofree char *usual = minutes > 0 ? planner_format_duration (minutes * G_GINT64_CONSTANT (60))
                                       : planner_format_lead (minutes);

  /* Translators: %s is how long before, as in “Default (10 min)”, or “At Start”, or “No Reminder”. */
  return g_strdup_printf (_ ("Default (%s)"), usual);
}

static char *
format_choice (PlannerLeadRow *self, int lead_s)
{
  if (lead_s == PLANNER_LEAD_DEFAULT)
    return format_default (self->default_minutes);

  return planner_format_lead (planner_lead_to_minutes (lead_s));
}

static guint
find_choice (int lead_s)
{
  for (guint i = 0; i < N_CHOICES; i++)
    if (get_choice_s (i) == lead_s)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static GListModel *
make_choices (PlannerLeadRow *self)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  for (guint i = 0; i < N_CHOICES; i++)
    gtk_string_list_take (choices, format_choice (self, get_choice_s (i)));

  return G_LIST_MODEL (choices);
}

static void
update_selected (PlannerLeadRow *self)
{
  self->is_updating = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), find_choice (self->lead_s));
  self->is_updating = FALSE;
}

static void
update_choices (PlannerLeadRow *self)
{
  g_autoptr (GListModel) choices = make_choices (self);

  self->is_updating = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), choices);
  update_selected (self);
}

/* While a property is set, notifications are queued, so this also compares with the stored lead time. */
static void
selected_cb (PlannerLeadRow *self)
{
  const guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (!self->is_updating && selected < N_CHOICES && get_choice_s (selected) != self->lead_s)
    g_signal_emit (self, chosen_signal, 0, get_choice_s (selected));
}

static void
planner_lead_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannerLeadRow *self = PLANNER_LEAD_ROW (object);

  switch ((PlannerLeadRowProperty) id)
    {
    case PROP_LEAD_S:
      g_value_set_int (value, self->lead_s);
      break;
    case PROP_DEFAULT_MINUTES:
      g_value_set_int (value, self->default_minutes);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_default_minutes (PlannerLeadRow *self, int minutes)
{
  if (self->default_minutes == minutes)
    return;

  self->default_minutes = minutes;
  update_choices (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DEFAULT_MINUTES]);
}

/* Updates the selection even if the value is the same: the selected item may be a choice that could not be stored. */
static void
set_lead_s (PlannerLeadRow *self, int lead_s)
{
  const gboolean changed = self->lead_s != lead_s;

  self->lead_s = lead_s;
  update_selected (self);
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEAD_S]);
}

static void
planner_lead_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannerLeadRow *self = PLANNER_LEAD_ROW (object);

  switch ((PlannerLeadRowProperty) id)
    {
    case PROP_LEAD_S:
      set_lead_s (self, g_value_get_int (value));
      break;
    case PROP_DEFAULT_MINUTES:
      set_default_minutes (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_lead_row_class_init (PlannerLeadRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_lead_row_get_property;
  object_class->set_property = planner_lead_row_set_property;

  properties[PROP_LEAD_S] =
      g_param_spec_int ("lead-s", NULL, NULL, PLANNER_LEAD_DEFAULT, G_MAXINT, PLANNER_LEAD_DEFAULT, flags);
  properties[PROP_DEFAULT_MINUTES] = g_param_spec_int ("default-minutes", NULL, NULL, PLANNER_LEAD_NONE,
                                                       G_MAXINT, PLANNER_LEAD_USUAL_MINUTES, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
planner_lead_row_init (PlannerLeadRow *self)
{
  self->lead_s = PLANNER_LEAD_DEFAULT;
  self->default_minutes = PLANNER_LEAD_USUAL_MINUTES;
  update_choices (self);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}
