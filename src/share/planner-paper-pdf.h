/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "share/planner-paper.h"

G_BEGIN_DECLS

/**
 * PlannerPaperSize:
 *
 * The size of a sheet and its margins, in points of 1/72 inch.
 */
typedef struct
{
  double width;
  double height;
  double left;
  double right;
  double top;
  double bottom;
} PlannerPaperSize;

/* A4, ISO 216. */
#define PLANNER_PAPER_A4 ((PlannerPaperSize) { 595.28, 841.89, 56.69, 56.69, 56.69, 56.69 })

GBytes *planner_paper_to_pdf (const PlannerPaper *self, const PlannerPaperSize *size, GError **error);

G_END_DECLS
