/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannerIcalLines:
 * @text: (owned): the content line, unfolded
 * @start: (borrowed): where the line begins in the schedule
 * @number: the number of the line, from 1
 * @n_stray: the number of lines so far that continue a text without the space that folding needs
 * @n_bad: the number of lines so far that are neither a property nor part of a text; they are left out
 * @n_cut: the number of lines so far that were cut because they were too long
 *
 * Iterates over the content lines of an iCalendar file (RFC 5545, section 3.1). The fields after @n_cut are private.
 */
typedef struct
{
  GString *text;
  const char *start;
  guint number;
  guint n_stray;
  guint n_bad;
  guint n_cut;

  const char *p;
  const char *end;
  char separator;
  guint next_number;
} PlannerIcalLines;

void planner_ical_lines_init (PlannerIcalLines *self, const char *text, gsize length, guint number);
void planner_ical_lines_clear (PlannerIcalLines *self);
gboolean planner_ical_lines_next (PlannerIcalLines *self);

char *planner_ical_line_dup_name (const char *line);
const char *planner_ical_line_get_value (const char *line);
char *planner_ical_line_dup_parameter (const char *line, const char *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerIcalLines, planner_ical_lines_clear)

G_END_DECLS
