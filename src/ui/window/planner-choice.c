/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which conference and which view the window shows, where the attendee did not choose them. */

#include "ui/window/planner-choice.h"

#include "plan/planner-moment.h"
#include "plan/planner-query.h"
#include "ui/window/planner-view.h"

static gboolean
is_running (PlannerConference *conference)
{
  return planner_agenda_get_moment (planner_conference_get_agenda (conference),
                                    planner_conference_get_now_utc (conference)) == PLANNER_MOMENT_RUNNING;
}

static gboolean
has_match (PlannerConference *conference, const PlannerQuery *query)
{
  const PlannerAgenda *agenda = planner_conference_get_agenda (conference);

  for (guint i = 0; i < agenda->sessions->len; i++)
    if (planner_query_rank (query, agenda, planner_agenda_get_session (agenda, i), NULL) > 0)
      return TRUE;

  return FALSE;
}

/* Returns: (transfer full) (nullable): the conference that starts next, else the one that was added last */
static PlannerConference *
find_next_or_latest (PlannerLibrary *library)
{
  PlannerConference *found = NULL;
  gint64 found_utc = PLANNER_NEVER;

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (library)); i > 0; i--)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (library), i - 1);
      const PlannerSession *next = planner_agenda_find_next (planner_conference_get_agenda (conference),
                                                             planner_conference_get_now_utc (conference));
      const gint64 next_utc = next ? next->start_utc : PLANNER_NEVER;

      if (!found || next_utc < found_utc)
        {
          g_set_object (&found, conference);
          found_utc = next_utc;
        }
    }

  return found;
}

/**
 * planner_choose_conference:
 * @last_id: the id of the conference of the last time, or 0; the library need not have it
 *
 * Returns: (transfer full) (nullable): the last conference if it runs, else another one that runs, else the last one. If the
 *   library does not have that, the one that starts next, else the one that was added last.
 */
PlannerConference *
planner_choose_conference (PlannerLibrary *library, gint64 last_id)
{
  PlannerConference *conference = planner_library_find (library, last_id);

  if (conference && is_running (conference))
    return g_object_ref (conference);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (PlannerConference) other = g_list_model_get_item (G_LIST_MODEL (library), i);

      if (is_running (other))
        return g_steal_pointer (&other);
    }

  return conference ? g_object_ref (conference) : find_next_or_latest (library);
}

/**
 * planner_choose_match:
 * @selected: (nullable): the selected conference; %NULL only if the library has none
 * @text: the text to search for
 *
 * Returns: (transfer none) (nullable): @selected if it has a match, else the latest conference that has one, else @selected
 */
PlannerConference *
planner_choose_match (PlannerLibrary *library, PlannerConference *selected, const char *text)
{
  g_autoptr (PlannerQuery) query = planner_query_new (text);

  if (!selected || has_match (selected, query))
    return selected;

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (library)); i > 0; i--)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (library), i - 1);

      if (has_match (conference, query))
        return conference;
    }

  return selected;
}

/**
 * planner_choose_view:
 * @conference: (nullable): the conference to show
 * @view: a view's id
 *
 * Returns: (transfer none): Now if the conference runs, else @view
 */
const char *
planner_choose_view (PlannerConference *conference, const char *view)
{
  return conference && is_running (conference) ? PLANNER_VIEW_NOW : view;
}
