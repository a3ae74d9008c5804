/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * PlannerRowTextKind:
 * @PLANNER_ROW_TEXT_TITLE: bold, and up to two lines
 * @PLANNER_ROW_TEXT_SPEAKERS: one small line
 * @PLANNER_ROW_TEXT_PART: one small line with digits of equal width
 *
 * A text in the row of a session.
 */
typedef enum
{
  PLANNER_ROW_TEXT_TITLE,
  PLANNER_ROW_TEXT_SPEAKERS,
  PLANNER_ROW_TEXT_PART,
} PlannerRowTextKind;

/**
 * PlannerRowTextSize:
 * @baseline: from the top
 *
 * The size of a layout of one line, in pixels.
 */
typedef struct
{
  int width;
  int height;
  int baseline;
} PlannerRowTextSize;

PangoAttrList *planner_row_text_make_attributes (PlannerRowTextKind kind);
PangoLayout *
planner_row_text_make_layout (PangoContext *context, PlannerRowTextKind kind, const char *string);
int planner_row_text_measure_string (PangoContext *context,
                                     PlannerRowTextKind kind,
                                     const char *string,
                                     int limit);
const PlannerRowTextSize *planner_row_text_measure_part (PangoContext *context, const char *string);

G_END_DECLS
