/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/planner-report.h"

G_BEGIN_DECLS

/**
 * PlannerProblemGroup:
 * @severity: the severity of the problems
 * @code: the kind of the problems
 * @summary: a few words in the attendee's language
 * @rule: (nullable): the rule that the schedule breaks, in English
 * @problems: (element-type PlannerProblem): borrowed from the report, in its order
 *
 * Problems of the same kind and severity.
 */
typedef struct
{
  PlannerSeverity severity;
  PlannerProblemCode code;
  const char *summary;
  const char *rule;
  GPtrArray *problems;
} PlannerProblemGroup;

GPtrArray *planner_problems_group (const PlannerReport *report);
const char *planner_severity_to_words (PlannerSeverity severity);
char *planner_report_to_text (const PlannerReport *report, guint max_alike);

G_END_DECLS
