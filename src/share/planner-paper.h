/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

G_BEGIN_DECLS

/**
 * PlannerPaperRow:
 * @day: (nullable): the heading of a day; the other texts are then %NULL
 * @time: the time of a session, or ""
 * @title: its title
 * @details: where it is and who speaks, in lines
 *
 * A row of a programme on paper. All texts are owned.
 */
typedef struct
{
  char *day;
  char *time;
  char *title;
  char *details;
} PlannerPaperRow;

/**
 * PlannerPaper:
 * @title: the first line
 * @subtitle: the second line, or ""
 * @rows: (element-type PlannerPaperRow)
 *
 * A programme on paper: sessions by day and time. All texts are owned.
 */
typedef struct
{
  char *title;
  char *subtitle;
  GPtrArray *rows;
} PlannerPaper;

PlannerPaper *planner_paper_new (PlannerConference *conference, const char *title, const GPtrArray *entries);
void planner_paper_free (PlannerPaper *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerPaper, planner_paper_free)

G_END_DECLS
