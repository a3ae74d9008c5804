/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/build/planner-feed-draft.h"
#include "feed/build/planner-feed-text.h"

G_BEGIN_DECLS

/**
 * PlannerPlace:
 * @draft: (nullable): borrowed; the session that is being read, which takes the problems
 * @where: borrowed; the place when no session is being read; see #PlannerProblem
 * @report: borrowed; takes the problems when no session is being read
 *
 * The place of a value in the schedule, for problems with the value.
 */
typedef struct
{
  PlannerDraftSession *draft;
  const char *where;
  PlannerReport *report;
} PlannerPlace;

void planner_place_note (const PlannerPlace *place,
                         PlannerSeverity severity,
                         const char *member,
                         PlannerProblemCode code,
                         const char *format,
                         ...) G_GNUC_PRINTF (5, 6);
void planner_place_note_value (const PlannerPlace *place,
                               PlannerSeverity severity,
                               const char *member,
                               PlannerProblemCode code,
                               const char *value,
                               const char *finding,
                               const char *made);
char *
planner_place_clean (const PlannerPlace *place, const char *text, const char *member, PlannerTextKind kind);
char *planner_place_parse_color (const PlannerPlace *place, const char *text);
gboolean planner_place_is_language (const PlannerPlace *place, const char *name, const char *member);

/* Add a problem to a session; see planner_place_note() and planner_place_note_value(). */
#define planner_draft_note(session, ...)                                                                     \
  planner_place_note (&(const PlannerPlace) { .draft = (session) }, __VA_ARGS__)
#define planner_draft_note_value(session, ...)                                                               \
  planner_place_note_value (&(const PlannerPlace) { .draft = (session) }, __VA_ARGS__)

G_END_DECLS
