/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-forum-item.h"

struct _PlannerForumItem
{
  GObject parent_instance;

  PlannerAgenda *agenda;     /* owned */
  const PlannerForum *forum; /* borrowed from agenda */
};

G_DEFINE_FINAL_TYPE (PlannerForumItem, planner_forum_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_NAME = 1,
  PROP_TITLE,
  PROP_COLOR,
  PROP_N_SESSIONS,
} PlannerForumItemProperty;

static GParamSpec *properties[PROP_N_SESSIONS + 1];

static void
planner_forum_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlannerForumItem *self = PLANNER_FORUM_ITEM (object);

  switch ((PlannerForumItemProperty) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->forum->name);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->forum->title.shown);
      break;
    case PROP_COLOR:
      g_value_set_string (value, self->forum->color);
      break;
    case PROP_N_SESSIONS:
      g_value_set_uint (value, self->forum->n_sessions);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
planner_forum_item_finalize (GObject *object)
{
  PlannerForumItem *self = PLANNER_FORUM_ITEM (object);

  g_clear_pointer (&self->agenda, planner_agenda_unref);

  G_OBJECT_CLASS (planner_forum_item_parent_class)->finalize (object);
}

static void
planner_forum_item_class_init (PlannerForumItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_forum_item_get_property;
  object_class->finalize = planner_forum_item_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_COLOR] = g_param_spec_string ("color", NULL, NULL, NULL, flags);
  properties[PROP_N_SESSIONS] = g_param_spec_uint ("n-sessions", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
planner_forum_item_init (PlannerForumItem *self)
{
}

PlannerForumItem *
planner_forum_item_new (PlannerAgenda *agenda, const PlannerForum *forum)
{
  PlannerForumItem *self = g_object_new (PLANNER_TYPE_FORUM_ITEM, NULL);

  self->agenda = planner_agenda_ref (agenda);
  self->forum = forum;

  return self;
}

/**
 * planner_forum_item_set_forum:
 * @agenda: a new edition
 * @forum: the forum with the same name in @agenda
 *
 * Replaces the forum and notifies of the properties that change.
 */
void
planner_forum_item_set_forum (PlannerForumItem *self, PlannerAgenda *agenda, const PlannerForum *forum)
{
  g_autoptr (PlannerAgenda) old_agenda = NULL;
  const PlannerForum *old;

  g_return_if_fail (PLANNER_IS_FORUM_ITEM (self));

  old_agenda = g_steal_pointer (&self->agenda);
  old = self->forum;
  self->agenda = planner_agenda_ref (agenda);
  self->forum = forum;
  if (g_strcmp0 (old->title.shown, forum->title.shown) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  /* The position decides the color of a forum that has none in the schedule. */
  if (g_strcmp0 (old->color, forum->color) != 0 || old->position != forum->position)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLOR]);
  if (old->n_sessions != forum->n_sessions)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SESSIONS]);
}

const PlannerForum *
planner_forum_item_get_forum (PlannerForumItem *self)
{
  g_return_val_if_fail (PLANNER_IS_FORUM_ITEM (self), NULL);

  return self->forum;
}
