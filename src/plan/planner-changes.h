/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-change.h"
#include "plan/planner-matching.h"

G_BEGIN_DECLS

/**
 * PlannerOtherStar:
 * @agenda: (owned): the agenda of @session
 * @conference_title: (owned): the title of its conference
 *
 * A starred session of another conference.
 */
typedef struct
{
  PlannerAgenda *agenda;
  const PlannerSession *session;
  char *conference_title;
} PlannerOtherStar;

PlannerOtherStar *
planner_other_star_new (PlannerAgenda *agenda, const PlannerSession *session, const char *conference_title);
void planner_other_star_free (PlannerOtherStar *star);

GPtrArray *planner_changes_find (const PlannerAgendaMatch *match,
                                 GHashTable *starred_keys,
                                 GHashTable *plan_b_keys,
                                 GPtrArray *other_stars,
                                 gint64 now_utc);

G_END_DECLS
