/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <libical/ical.h>

G_BEGIN_DECLS

/**
 * PlannerIcalRule:
 * @rule: what libical reads of it; COUNT and UNTIL are not in it
 * @start_s: the first time, by its own clock, as seconds since 1970-01-01T00:00 of the same clock
 * @count: the number of times, 0 where it is not limited
 * @until_s: the last instant at which a time may be, by the same clock, %G_MAXINT64 where there is none
 * @until_is_utc: whether @until_s is in UTC; the owner of the rule converts it
 *
 * A recurrence rule (RFC 5545, section 3.3.10).
 */
typedef struct
{
  struct icalrecurrencetype rule;
  gint64 start_s;
  guint count;
  gint64 until_s;
  gboolean until_is_utc;
} PlannerIcalRule;

/**
 * PlannerIcalSpan:
 * @first_s: no earlier time is listed
 * @last_s: no later time is listed
 * @max: no more times are listed
 * @n_tests: (inout): the number of tests that may still be made, for all rules of a file
 *
 * The bounds of an expansion, by the clock of the rule.
 */
typedef struct
{
  gint64 first_s;
  gint64 last_s;
  guint max;
  guint *n_tests;
} PlannerIcalSpan;

#define PLANNER_ICAL_EPOCH_DAY 719163
#define PLANNER_ICAL_MAX_TESTS 5000000

gboolean planner_ical_rule_parse (PlannerIcalRule *self, const char *text, gint64 start_s);
gboolean planner_ical_rule_is_endless (const PlannerIcalRule *self);
gboolean planner_ical_rule_expand (const PlannerIcalRule *self, const PlannerIcalSpan *span, GArray *times);

G_END_DECLS
