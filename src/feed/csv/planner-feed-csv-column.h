/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLANNER_CSV_UNKNOWN,
  PLANNER_CSV_ABSTRACT,
  PLANNER_CSV_CANCELLED,
  PLANNER_CSV_CONFERENCE,
  PLANNER_CSV_DATE,
  PLANNER_CSV_DESCRIPTION,
  PLANNER_CSV_DURATION,
  PLANNER_CSV_END,
  PLANNER_CSV_FORUM,
  PLANNER_CSV_GUID,
  PLANNER_CSV_ID,
  PLANNER_CSV_LANGUAGE,
  PLANNER_CSV_ORGANISATIONS,
  PLANNER_CSV_ROLES,
  PLANNER_CSV_ROOM,
  PLANNER_CSV_SPEAKERS,
  PLANNER_CSV_START,
  PLANNER_CSV_STREAM_URL,
  PLANNER_CSV_SUBTITLE,
  PLANNER_CSV_TIME_ZONE,
  PLANNER_CSV_TITLE,
  PLANNER_CSV_TYPE,
  PLANNER_CSV_URL,
} PlannerCsvKind;

/**
 * PlannerCsvColumn:
 * @kind: what the cells of the column are
 * @name: owned; the name of the column, as problems show it
 * @language: owned; the language of its texts, "" when the name of the column has none
 */
typedef struct
{
  PlannerCsvKind kind;
  char *name;
  char *language;
} PlannerCsvColumn;

void planner_csv_column_init (PlannerCsvColumn *self, const char *heading);
void planner_csv_column_clear (PlannerCsvColumn *self);

G_END_DECLS
