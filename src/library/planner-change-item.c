/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-change-item.h"

struct _PlannerChangeItem
{
  GObject parent_instance;

  PlannerChange *change; /* owned */
  PlannerEntry *entry;   /* owned, nullable */
  gboolean seen;
};

G_DEFINE_FINAL_TYPE (PlannerChangeItem, planner_change_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_CHANGE = 1,
  PROP_ENTRY,
  PROP_SEEN,
} PlannerChangeItemProperty;

static GParamSpec *properties[PROP_SEEN + 1];

static void
planner_change_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlannerChangeItem *self = PLANNER_CHANGE_ITEM (object);

  switch ((PlannerChangeItemProperty) prop_id)
    {
    case PROP_CHANGE:
      g_value_set_pointer (value, self->change);
      break;
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    case PROP_SEEN:
      g_value_set_boolean (value, self->seen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
planner_change_item_finalize (GObject *object)
{
  PlannerChangeItem *self = PLANNER_CHANGE_ITEM (object);

  g_clear_pointer (&self->change, planner_change_unref);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (planner_change_item_parent_class)->finalize (object);
}

static void
planner_change_item_class_init (PlannerChangeItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_change_item_get_property;
  object_class->finalize = planner_change_item_finalize;

  properties[PROP_CHANGE] = g_param_spec_pointer ("change", NULL, NULL, flags);
  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, PLANNER_TYPE_ENTRY, flags);
  properties[PROP_SEEN] = g_param_spec_boolean ("seen", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
planner_change_item_init (PlannerChangeItem *self)
{
}

/**
 * planner_change_item_new:
 * @entry: (nullable): the entry of the session; %NULL for a withdrawn session that was not starred
 *
 * Returns: (transfer full): the item
 */
PlannerChangeItem *
planner_change_item_new (PlannerChange *change, PlannerEntry *entry)
{
  PlannerChangeItem *self = g_object_new (PLANNER_TYPE_CHANGE_ITEM, NULL);

  self->change = planner_change_ref (change);
  self->seen = change->seen;
  g_set_object (&self->entry, entry);

  return self;
}

const PlannerChange *
planner_change_item_get_change (PlannerChangeItem *self)
{
  g_return_val_if_fail (PLANNER_IS_CHANGE_ITEM (self), NULL);

  return self->change;
}

/**
 * planner_change_item_get_entry:
 *
 * Returns: (nullable) (transfer none): the session's entry
 */
PlannerEntry *
planner_change_item_get_entry (PlannerChangeItem *self)
{
  g_return_val_if_fail (PLANNER_IS_CHANGE_ITEM (self), NULL);

  return self->entry;
}

gboolean
planner_change_item_get_starred (PlannerChangeItem *self)
{
  g_return_val_if_fail (PLANNER_IS_CHANGE_ITEM (self), FALSE);

  return self->entry && planner_entry_get_starred (self->entry);
}

gboolean
planner_change_item_get_seen (PlannerChangeItem *self)
{
  g_return_val_if_fail (PLANNER_IS_CHANGE_ITEM (self), FALSE);

  return self->seen;
}

void
planner_change_item_set_seen (PlannerChangeItem *self, gboolean seen)
{
  g_return_if_fail (PLANNER_IS_CHANGE_ITEM (self));

  if (self->seen == seen)
    return;

  self->seen = seen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEEN]);
}
