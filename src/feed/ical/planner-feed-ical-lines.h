/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannerIcalLines:
 * @text: owned: the content line, unfolded
 * @start: borrowed from the feed: where the line begins
 * @number: of the line, from 1
 * @n_stray: how many lines so far went on without being folded as they should
 * @n_cut: how many lines so far were longer than any line may be, and were cut
 *
 * Goes through the content lines of an iCalendar file (RFC 5545, section 3.1). The fields after @n_cut are its own.
 */
typedef struct
{
  GString *text;
  const char *start;
  guint number;
  guint n_stray;
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

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerIcalLines, planner_ical_lines_clear)

G_END_DECLS
