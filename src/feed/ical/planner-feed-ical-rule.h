/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <libical/ical.h>

G_BEGIN_DECLS

/**
 * PlannerIcalRule:
 * @rule: as libical read it
 * @start: the day of the first time
 *
 * A recurrence rule (RFC 5545, section 3.3.10) that can be asked of one day after another: so no rule, however hostile,
 * takes longer than the days it is asked of. Days are counted like GDate's, from 0001-01-01, which is 1.
 */
typedef struct
{
  struct icalrecurrencetype rule;
  GDate start;
} PlannerIcalRule;

#define PLANNER_ICAL_EPOCH_DAY 719163

gboolean planner_ical_rule_init (PlannerIcalRule *self, icalproperty *property, guint start_day);
gboolean planner_ical_rule_matches (const PlannerIcalRule *self, guint day);
gboolean planner_ical_rule_has_month (const PlannerIcalRule *self, guint month);

G_END_DECLS
