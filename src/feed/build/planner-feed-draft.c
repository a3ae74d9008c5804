/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/build/planner-feed-draft.h"

PlannerDraftDay *
planner_draft_day_new (const char *date, const char *start, const char *end)
{
  PlannerDraftDay *day = g_new0 (PlannerDraftDay, 1);

  day->date = g_strdup (date);
  day->start = g_strdup (start);
  day->end = g_strdup (end);

  return day;
}

void
planner_draft_day_free (PlannerDraftDay *day)
{
  g_free (day->date);
  g_free (day->start);
  g_free (day->end);
  g_free (day);
}

/**
 * planner_draft_session_new:
 * @where: the place in the schedule; a long place is shortened
 * @day: the index of the day that lists the session, or -1
 *
 * Returns: (transfer full): a draft with a new session, which the caller adds to the agenda
 */
PlannerDraftSession *
planner_draft_session_new (const char *where, int day)
{
  PlannerDraftSession *draft = g_new0 (PlannerDraftSession, 1);

  draft->session = planner_session_new ();
  draft->where = planner_problem_shorten (where, PLANNER_PROBLEM_MAX_WHERE_CHARS);
  draft->day = day;
  draft->persons = g_ptr_array_new ();
  draft->links = g_array_new (FALSE, TRUE, sizeof (PlannerLink));
  g_array_set_clear_func (draft->links, (GDestroyNotify) planner_link_clear);

  return draft;
}

void
planner_draft_session_free (PlannerDraftSession *draft)
{
  g_free (draft->where);
  g_free (draft->date);
  g_free (draft->start);
  g_free (draft->end);
  g_free (draft->duration);
  g_ptr_array_unref (draft->persons);
  g_array_unref (draft->links);
  g_clear_pointer (&draft->problems, g_ptr_array_unref);
  g_free (draft);
}

/**
 * planner_draft_person_has_role:
 *
 * Returns: whether the role says more than that the person is a speaker
 */
gboolean
planner_draft_person_has_role (const PlannerDraftPerson *person)
{
  return person->role.shown && g_ascii_strcasecmp (person->role.shown, "speaker") != 0;
}

void
planner_draft_person_clear (PlannerDraftPerson *person)
{
  planner_speaker_clear (person);
}
