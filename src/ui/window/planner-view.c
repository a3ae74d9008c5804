/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/window/planner-view.h"

#define FORUM_PREFIX "forum:"

static gboolean
has_forum (PlannerAgenda *agenda, const char *name)
{
  for (guint i = 0; i < agenda->forums->len; i++)
    {
      const PlannerForum *forum = g_ptr_array_index (agenda->forums, i);

      if (g_str_equal (forum->name, name))
        return TRUE;
    }

  return FALSE;
}

char *
planner_view_for_forum (const char *name)
{
  return g_strconcat (FORUM_PREFIX, name, NULL);
}

/**
 * planner_view_get_forum:
 *
 * Returns: (nullable): the forum's name, borrowed from @view; %NULL if @view is not a forum's
 */
const char *
planner_view_get_forum (const char *view)
{
  return g_str_has_prefix (view, FORUM_PREFIX) ? view + strlen (FORUM_PREFIX) : NULL;
}

PlannerScope
planner_view_get_scope (const char *view)
{
  if (planner_view_get_forum (view) != NULL)
    return PLANNER_SCOPE_FORUM;

  return g_str_equal (view, PLANNER_VIEW_MY_SCHEDULE) ? PLANNER_SCOPE_MY_SCHEDULE : PLANNER_SCOPE_ALL;
}

/**
 * planner_view_is_in:
 *
 * Whether the conference has such a view, in this edition.
 */
gboolean
planner_view_is_in (const char *view, PlannerAgenda *agenda)
{
  const char *forum = planner_view_get_forum (view);

  if (forum != NULL)
    return has_forum (agenda, forum);
  if (g_str_equal (view, PLANNER_VIEW_EXHIBITION))
    return agenda->exhibitors->len > 0;

  return g_str_equal (view, PLANNER_VIEW_ALL) || g_str_equal (view, PLANNER_VIEW_MY_SCHEDULE);
}
