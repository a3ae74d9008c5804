/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannerRule:
 * @code: the code of a problem; see #PlannerProblem
 * @summary: what such problems are, in a few English words that are to be translated
 * @rule: what the documentation of the format says, in English, and where
 *
 * What a schedule goes against. data/agenda/README.md has a line on each.
 */
typedef struct
{
  const char *code;
  const char *summary;
  const char *rule;
} PlannerRule;

const PlannerRule *planner_rule_find (const char *code);

G_END_DECLS
