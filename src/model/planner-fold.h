/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannerFoldPlace:
 * @start: in bytes
 * @end: in bytes, exclusive
 *
 * A part of a text that is not folded: one character with its combining marks.
 */
typedef struct
{
  guint start;
  guint end;
} PlannerFoldPlace;

void planner_fold_to (GString *result, const char *text);
char *planner_fold (const char *text);
char *planner_fold_with_places (const char *text, GArray **places);
gboolean planner_fold_equal (const char *a, const char *b);

G_END_DECLS
