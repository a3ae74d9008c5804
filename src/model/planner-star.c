/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-star.h"

#include "model/planner-agenda-bytes.h"

/**
 * planner_star_new:
 * @session: a session of @agenda
 *
 * Returns: (transfer full): a star of @session for an attendee who is going, not stored yet
 */
PlannerStar *
planner_star_new (const PlannerAgenda *agenda, const PlannerSession *session)
{
  PlannerStar *star;

  g_return_val_if_fail (agenda != NULL && session != NULL, NULL);

  star = g_new0 (PlannerStar, 1);
  star->identity = planner_identity_new (session);
  star->snapshot = planner_agenda_session_to_bytes (agenda, session);
  star->lead_s = PLANNER_LEAD_DEFAULT;

  return star;
}

void
planner_star_free (PlannerStar *star)
{
  if (!star)
    return;

  g_clear_pointer (&star->identity, planner_identity_free);
  g_clear_pointer (&star->snapshot, g_bytes_unref);
  g_free (star->note);
  g_free (star);
}
