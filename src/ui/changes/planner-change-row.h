/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerChangeRow:
 *
 * A row for a changed session: its title, and one line for each change.
 *
 * Properties: conference (#PlannerConference, nullable), item (#PlannerChangeItem, nullable), local-time (boolean), sentence
 * (string, read-only: the text for screen readers).
 */
#define PLANNER_TYPE_CHANGE_ROW (planner_change_row_get_type ())

G_DECLARE_FINAL_TYPE (PlannerChangeRow, planner_change_row, PLANNER, CHANGE_ROW, AdwBin)

PlannerChangeRow *planner_change_row_new (void);

G_END_DECLS
