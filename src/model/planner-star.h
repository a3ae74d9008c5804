/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-identity.h"
#include "model/planner-lead.h"

G_BEGIN_DECLS

/**
 * PlannerStar:
 * @identity: (owned): the session's identity; its key is the session's key in the stored agenda
 * @snapshot: (owned): the session as it was last seen, by planner_agenda_session_to_bytes()
 * @withdrawn: whether the stored agenda lacks the session
 * @past: whether @withdrawn only means that the schedule dropped the session after its end
 * @plan_b: whether the session is plan B: the attendee goes there only if another one does not take place
 * @lead_s: the lead time of its reminder: seconds, %PLANNER_LEAD_NONE or %PLANNER_LEAD_DEFAULT
 * @note: (owned) (nullable): what the attendee wrote about the session, see planner_note_clean()
 *
 * A starred session.
 */
typedef struct
{
  PlannerIdentity *identity;
  GBytes *snapshot;
  gboolean withdrawn;
  gboolean past;
  gboolean plan_b;
  int lead_s;
  char *note;
} PlannerStar;

PlannerStar *planner_star_new (const PlannerAgenda *agenda, const PlannerSession *session);
void planner_star_free (PlannerStar *star);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerStar, planner_star_free)

G_END_DECLS
