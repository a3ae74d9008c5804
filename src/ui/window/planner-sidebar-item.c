/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/planner-sidebar-item.h"

#include "ui/widgets/planner-color.h"
#include "ui/widgets/planner-swatch.h"

#include <glib/gi18n.h>

struct _PlannerSidebarItem
{
  AdwSidebarItem parent_instance;

  char *view; /* owned */
  guint count;
  GtkLabel *counter; /* owned */
};

G_DEFINE_FINAL_TYPE (PlannerSidebarItem, planner_sidebar_item, ADW_TYPE_SIDEBAR_ITEM)

typedef enum
{
  PROP_VIEW = 1,
  PROP_COUNT,
} PlannerSidebarItemProperty;

static GParamSpec *properties[PROP_COUNT + 1];

static GtkWidget *
create_counter (void)
{
  GtkWidget *counter = gtk_label_new (NULL);

  gtk_widget_add_css_class (counter, "dimmed");
  gtk_widget_add_css_class (counter, "numeric");
  gtk_widget_set_valign (counter, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (counter, FALSE);

  return g_object_ref_sink (counter);
}

/* Tooltips of sidebar items are markup. Screen readers read the tooltip as the name of the row. */
static void
update_tooltip (PlannerSidebarItem *self)
{
  const PlannerView *view = self->view ? planner_view_find (self->view) : NULL;
  const char *title = adw_sidebar_item_get_title (ADW_SIDEBAR_ITEM (self));
  g_autofree char *count = view && self->count > 0 ? view->describe_count (self->count) : NULL;
  g_autofree char *text =
      g_strjoin (C_ ("between parts of a sentence read aloud", ", "), title ? title : "", count, NULL);
  g_autofree char *tooltip = g_markup_escape_text (text, -1);

  adw_sidebar_item_set_tooltip (ADW_SIDEBAR_ITEM (self), tooltip);
}

static void
show_count (PlannerSidebarItem *self)
{
  g_autofree char *number = g_strdup_printf ("%'u", self->count);
  g_autofree char *spoken = planner_view_find (self->view)->describe_count (self->count);

  gtk_label_set_label (self->counter, number);
  gtk_widget_set_visible (GTK_WIDGET (self->counter), self->count > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->counter), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  update_tooltip (self);
}

static gboolean
draw_swatch (GBinding *binding, const GValue *color, GValue *paintable, gpointer data)
{
  PlannerForumItem *forum = data;
  GdkRGBA rgba;

  planner_forum_color (planner_forum_item_get_forum (forum), &rgba);
  g_value_take_object (paintable, planner_swatch_new (&rgba));

  return TRUE;
}

static void
planner_sidebar_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannerSidebarItem *self = PLANNER_SIDEBAR_ITEM (object);

  switch ((PlannerSidebarItemProperty) id)
    {
    case PROP_VIEW:
      g_value_set_string (value, self->view);
      break;
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_sidebar_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannerSidebarItem *self = PLANNER_SIDEBAR_ITEM (object);

  switch ((PlannerSidebarItemProperty) id)
    {
    case PROP_VIEW:
      self->view = g_value_dup_string (value);
      break;
    case PROP_COUNT:
      planner_sidebar_item_set_count (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_sidebar_item_finalize (GObject *object)
{
  PlannerSidebarItem *self = PLANNER_SIDEBAR_ITEM (object);

  g_clear_pointer (&self->view, g_free);
  g_clear_object (&self->counter);

  G_OBJECT_CLASS (planner_sidebar_item_parent_class)->finalize (object);
}

static void
planner_sidebar_item_class_init (PlannerSidebarItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = planner_sidebar_item_get_property;
  object_class->set_property = planner_sidebar_item_set_property;
  object_class->finalize = planner_sidebar_item_finalize;

  properties[PROP_VIEW] =
      g_param_spec_string ("view", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COUNT] =
      g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
planner_sidebar_item_init (PlannerSidebarItem *self)
{
  self->counter = GTK_LABEL (create_counter ());
  adw_sidebar_item_set_suffix (ADW_SIDEBAR_ITEM (self), GTK_WIDGET (self->counter));
  g_signal_connect (self, "notify::title", G_CALLBACK (update_tooltip), NULL);
}

/**
 * planner_sidebar_item_new:
 * @view: a view other than a forum's
 *
 * Returns: (transfer full): an item without a count
 */
AdwSidebarItem *
planner_sidebar_item_new (const PlannerView *view)
{
  return g_object_new (PLANNER_TYPE_SIDEBAR_ITEM, "view", view->id, "title", _ (view->title), "icon-name",
                       view->icon_name, NULL);
}

/**
 * planner_sidebar_item_new_for_forum:
 *
 * Returns: (transfer full): an item whose title, count and color follow @forum
 */
AdwSidebarItem *
planner_sidebar_item_new_for_forum (PlannerForumItem *forum)
{
  g_autofree char *view = planner_view_for_forum (planner_forum_item_get_forum (forum)->name);
  AdwSidebarItem *self = g_object_new (PLANNER_TYPE_SIDEBAR_ITEM, "view", view, NULL);

  g_object_bind_property (forum, "title", self, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property (forum, "n-sessions", self, "count", G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (forum, "color", self, "icon-paintable", G_BINDING_SYNC_CREATE, draw_swatch,
                               NULL, g_object_ref (forum), g_object_unref);

  return self;
}

const char *
planner_sidebar_item_get_view (PlannerSidebarItem *self)
{
  g_return_val_if_fail (PLANNER_IS_SIDEBAR_ITEM (self), NULL);

  return self->view;
}

void
planner_sidebar_item_set_count (PlannerSidebarItem *self, guint count)
{
  g_return_if_fail (PLANNER_IS_SIDEBAR_ITEM (self));

  if (self->count == count)
    return;

  self->count = count;
  show_count (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}
