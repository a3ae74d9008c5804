/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sessions/planner-shown-selection.h"

struct _PlannerShownSelection
{
  GObject parent_instance;

  GListModel *model;   /* owned; a section model */
  PlannerEntry *entry; /* owned, nullable */
  guint n_reported; /* the number of items that lists know, as a handler of the model may run before ours */
};

static void list_model_iface_init (GListModelInterface *iface);
static void section_model_iface_init (GtkSectionModelInterface *iface);
static void selection_model_iface_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlannerShownSelection,
                               planner_shown_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_iface_init)
                                       G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                              selection_model_iface_init))

typedef enum
{
  PROP_ENTRY = 1,
} PlannerShownSelectionProperty;

static GParamSpec *properties[PROP_ENTRY + 1];

static GType
planner_shown_selection_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (PLANNER_SHOWN_SELECTION (model)->model);
}

static guint
planner_shown_selection_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (PLANNER_SHOWN_SELECTION (model)->model);
}

static gpointer
planner_shown_selection_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (PLANNER_SHOWN_SELECTION (model)->model, position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = planner_shown_selection_get_item_type;
  iface->get_n_items = planner_shown_selection_get_n_items;
  iface->get_item = planner_shown_selection_get_item;
}

static void
planner_shown_selection_get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  gtk_section_model_get_section (GTK_SECTION_MODEL (PLANNER_SHOWN_SELECTION (model)->model), position, start,
                                 end);
}

static void
section_model_iface_init (GtkSectionModelInterface *iface)
{
  iface->get_section = planner_shown_selection_get_section;
}

static gboolean
planner_shown_selection_is_selected (GtkSelectionModel *model, guint position)
{
  PlannerShownSelection *self = PLANNER_SHOWN_SELECTION (model);
  g_autoptr (PlannerEntry) entry = self->entry ? g_list_model_get_item (self->model, position) : NULL;

  return entry && entry == self->entry;
}

static void
selection_model_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = planner_shown_selection_is_selected;
}

static void
planner_shown_selection_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannerShownSelection *self = PLANNER_SHOWN_SELECTION (object);

  switch ((PlannerShownSelectionProperty) id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_entry (PlannerShownSelection *self, PlannerEntry *entry)
{
  const guint n_items = MIN (self->n_reported, g_list_model_get_n_items (self->model));

  if (!g_set_object (&self->entry, entry))
    return;

  if (n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n_items);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}

static void
planner_shown_selection_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((PlannerShownSelectionProperty) id)
    {
    case PROP_ENTRY:
      set_entry (PLANNER_SHOWN_SELECTION (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_shown_selection_dispose (GObject *object)
{
  PlannerShownSelection *self = PLANNER_SHOWN_SELECTION (object);

  g_clear_object (&self->model);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (planner_shown_selection_parent_class)->dispose (object);
}

static void
planner_shown_selection_class_init (PlannerShownSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = planner_shown_selection_get_property;
  object_class->set_property = planner_shown_selection_set_property;
  object_class->dispose = planner_shown_selection_dispose;

  properties[PROP_ENTRY] =
      g_param_spec_object ("entry", NULL, NULL, PLANNER_TYPE_ENTRY,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
planner_shown_selection_init (PlannerShownSelection *self)
{
}

static void
items_changed_cb (PlannerShownSelection *self, guint position, guint n_removed, guint n_added)
{
  self->n_reported = g_list_model_get_n_items (self->model);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

/**
 * planner_shown_selection_new:
 * @model: a model of #PlannerEntry with sections
 *
 * Returns: (transfer full): a model with the items and sections of @model
 */
PlannerShownSelection *
planner_shown_selection_new (GListModel *model)
{
  PlannerShownSelection *self;

  g_return_val_if_fail (GTK_IS_SECTION_MODEL (model), NULL);

  self = g_object_new (PLANNER_TYPE_SHOWN_SELECTION, NULL);
  self->model = g_object_ref (model);
  self->n_reported = g_list_model_get_n_items (model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "sections-changed", G_CALLBACK (gtk_section_model_sections_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}
