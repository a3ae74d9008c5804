/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sessions/planner-gradual-model.h"

/* Enough rows to fill a window of the usual size. */
#define FIRST_ITEMS 9

/* The number of rows that can be created within a frame. */
#define MORE_ITEMS 48

/* Up to this many new items are inserted at once, so that the items after them stay on screen. */
#define MAX_INSERTED_ITEMS 24

/* GtkListView creates no more rows than this at once, so all further items can be added together. */
#define ENOUGH_ITEMS 220

struct _PlannerGradualModel
{
  GObject parent_instance;

  GListModel *model; /* owned */
  guint n_shown;     /* the number of items of the model that are visible */
  GtkWidget *view;   /* borrowed, nullable, weak */
  guint more_tick;
};

static void list_model_iface_init (GListModelInterface *iface);
static void section_model_iface_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlannerGradualModel,
                               planner_gradual_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_iface_init))

static void
show (PlannerGradualModel *self, guint n_items)
{
  const guint n_before = self->n_shown;

  self->n_shown = MIN (n_items, g_list_model_get_n_items (self->model));
  if (self->n_shown > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->n_shown - n_before);
}

/* GtkListView uses the rows of removed items for added ones, so as many items are added at once. If many more are added, the
 * others and the items behind them are hidden, and added again gradually. An empty list gets one item first; see
 * planner_gradual_model_show_first(). */
static void
items_changed_cb (PlannerGradualModel *self, guint position, guint n_removed, guint n_added)
{
  const guint n_at_once = position < self->n_shown ? MAX_INSERTED_ITEMS : FIRST_ITEMS;
  guint n_hidden;

  if (position > self->n_shown || (position == self->n_shown && n_removed > 0))
    return;

  n_removed = MIN (n_removed, self->n_shown - position);
  if (n_added > n_removed + n_at_once)
    {
      n_hidden = self->n_shown - position;
      n_added = position == 0 && self->n_shown == 0 ? 1 : MAX (n_removed, FIRST_ITEMS);
      self->n_shown = position + n_added;
      g_list_model_items_changed (G_LIST_MODEL (self), position, n_hidden, n_added);
    }
  else
    {
      self->n_shown += n_added - n_removed;
      g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
    }
}

static void
sections_changed_cb (PlannerGradualModel *self, guint position, guint n_items)
{
  if (position < self->n_shown)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), position,
                                        MIN (n_items, self->n_shown - position));
}

static gboolean
more_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PlannerGradualModel *self = user_data;

  /* Wait for the first frame. */
  if (gtk_widget_get_mapped (widget) &&
      (gtk_widget_get_width (widget) == 0 || planner_gradual_model_show_more (self)))
    return G_SOURCE_CONTINUE;

  self->more_tick = 0;

  return G_SOURCE_REMOVE;
}

/* A hidden view waits until it is shown. Frames until then would use the battery. */
static void
start_ticking (PlannerGradualModel *self)
{
  if (self->view && self->more_tick == 0 && gtk_widget_get_mapped (self->view) &&
      self->n_shown < g_list_model_get_n_items (self->model))
    self->more_tick = gtk_widget_add_tick_callback (self->view, more_tick_cb, self, NULL);
}

static GType
planner_gradual_model_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (PLANNER_GRADUAL_MODEL (model)->model);
}

static guint
planner_gradual_model_get_n_items (GListModel *model)
{
  return PLANNER_GRADUAL_MODEL (model)->n_shown;
}

static gpointer
planner_gradual_model_get_item (GListModel *model, guint position)
{
  PlannerGradualModel *self = PLANNER_GRADUAL_MODEL (model);

  return position < self->n_shown ? g_list_model_get_item (self->model, position) : NULL;
}

static void
planner_gradual_model_get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  PlannerGradualModel *self = PLANNER_GRADUAL_MODEL (model);

  if (position >= self->n_shown)
    {
      *start = self->n_shown;
      *end = G_MAXUINT;
      return;
    }

  gtk_section_model_get_section (GTK_SECTION_MODEL (self->model), position, start, end);
  *end = MIN (*end, self->n_shown);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = planner_gradual_model_get_item_type;
  iface->get_n_items = planner_gradual_model_get_n_items;
  iface->get_item = planner_gradual_model_get_item;
}

static void
section_model_iface_init (GtkSectionModelInterface *iface)
{
  iface->get_section = planner_gradual_model_get_section;
}

static void
planner_gradual_model_dispose (GObject *object)
{
  PlannerGradualModel *self = PLANNER_GRADUAL_MODEL (object);

  if (self->view && self->more_tick)
    gtk_widget_remove_tick_callback (self->view, self->more_tick);
  self->more_tick = 0;
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (planner_gradual_model_parent_class)->dispose (object);
}

static void
planner_gradual_model_class_init (PlannerGradualModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = planner_gradual_model_dispose;
}

static void
planner_gradual_model_init (PlannerGradualModel *self)
{
}

/**
 * planner_gradual_model_new:
 * @model: (transfer none): a model with sections
 */
PlannerGradualModel *
planner_gradual_model_new (GListModel *model)
{
  PlannerGradualModel *self = g_object_new (PLANNER_TYPE_GRADUAL_MODEL, NULL);

  g_return_val_if_fail (GTK_IS_SECTION_MODEL (model), NULL);

  self->model = g_object_ref (model);
  self->n_shown = MIN (g_list_model_get_n_items (model), FIRST_ITEMS);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "sections-changed", G_CALLBACK (sections_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * planner_gradual_model_attach:
 * @view: the list view that shows the model
 *
 * Adds a few more items in each frame of @view, until all are shown.
 */
void
planner_gradual_model_attach (PlannerGradualModel *self, GtkWidget *view)
{
  g_return_if_fail (PLANNER_IS_GRADUAL_MODEL (self));
  g_return_if_fail (!self->view);

  g_set_weak_pointer (&self->view, view);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (start_ticking), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "map", G_CALLBACK (start_ticking), self, G_CONNECT_SWAPPED);
  start_ticking (self);
}

/**
 * planner_gradual_model_show_first:
 *
 * Shows the items that fill a window. An empty model shows only one of many new items until then, so that the view can be
 * scrolled to its top before it is higher than the window.
 */
void
planner_gradual_model_show_first (PlannerGradualModel *self)
{
  g_return_if_fail (PLANNER_IS_GRADUAL_MODEL (self));

  if (self->n_shown < FIRST_ITEMS)
    show (self, FIRST_ITEMS);
}

/**
 * planner_gradual_model_show_more:
 *
 * Shows a few more items.
 *
 * Returns: whether some items are still hidden
 */
gboolean
planner_gradual_model_show_more (PlannerGradualModel *self)
{
  show (self, self->n_shown < ENOUGH_ITEMS ? self->n_shown + MORE_ITEMS : G_MAXUINT);

  return self->n_shown < g_list_model_get_n_items (self->model);
}

void
planner_gradual_model_show_all (PlannerGradualModel *self)
{
  show (self, G_MAXUINT);
}
