/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-identity.h"

G_BEGIN_DECLS

/**
 * PlannerAgendaMatch:
 * @old_agenda: (borrowed): an edition
 * @agenda: (borrowed): the next edition
 * @successors: (borrowed) (element-type PlannerSession): for each session of @old_agenda the same session in @agenda, or
 *   %NULL; see planner_match_agendas()
 *
 * Two editions of a schedule, and which of their sessions are the same.
 */
typedef struct
{
  const PlannerAgenda *old_agenda;
  const PlannerAgenda *agenda;
  GPtrArray *successors;
} PlannerAgendaMatch;

GPtrArray *planner_match_identities (GPtrArray *identities, GPtrArray *sessions);
gboolean planner_agenda_is_replaced (const PlannerAgenda *old_agenda, const PlannerAgenda *agenda);
gboolean planner_agenda_is_same_conference (const PlannerAgenda *a, const PlannerAgenda *b);
GPtrArray *planner_match_agendas (const PlannerAgenda *old_agenda, const PlannerAgenda *agenda);
GPtrArray *planner_agenda_match_list_new (const PlannerAgendaMatch *match);

G_END_DECLS
