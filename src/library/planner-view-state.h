/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/planner-store-conferences.h"
#include "store/planner-worker.h"

G_BEGIN_DECLS

/**
 * PlannerViewState:
 *
 * How this installation shows a conference. The state is stored as a dictionary. Main thread only.
 *
 * Properties: show-timetable (boolean): whether the attendee prefers the timetable to the list
 */
#define PLANNER_TYPE_VIEW_STATE (planner_view_state_get_type ())

G_DECLARE_FINAL_TYPE (PlannerViewState, planner_view_state, PLANNER, VIEW_STATE, GObject)

PlannerViewState *
planner_view_state_new (PlannerStore *store, PlannerWorker *worker, const PlannerConferenceRecord *record);

GVariant *planner_view_state_lookup (PlannerViewState *self, const char *key, const GVariantType *type);
void planner_view_state_set (PlannerViewState *self, const char *key, GVariant *value);

gboolean planner_view_state_get_show_timetable (PlannerViewState *self);
void planner_view_state_set_show_timetable (PlannerViewState *self, gboolean show_timetable);

G_END_DECLS
