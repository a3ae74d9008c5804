/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/sessions/planner-filter-chips.h"
#include "ui/sessions/planner-session-lists.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerSessionFilter:
 *
 * Holds the filter of lists of sessions. The attendee changes it in a dialog and with the chips that show it.
 *
 * Signals:
 * - changed: the lists have another filter
 */
#define PLANNER_TYPE_SESSION_FILTER (planner_session_filter_get_type ())

G_DECLARE_FINAL_TYPE (PlannerSessionFilter, planner_session_filter, PLANNER, SESSION_FILTER, GObject)

PlannerSessionFilter *planner_session_filter_new (PlannerSessionLists *lists,
                                                  PlannerFilterChips *chips,
                                                  GtkWidget *button,
                                                  GtkWidget *view);

void planner_session_filter_set (PlannerSessionFilter *self, const PlannerFilter *filter);
gboolean planner_session_filter_is_empty (PlannerSessionFilter *self);
void planner_session_filter_set_agenda (PlannerSessionFilter *self, PlannerAgenda *agenda);
void planner_session_filter_present (PlannerSessionFilter *self);
void planner_session_filter_clear (PlannerSessionFilter *self);
void planner_session_filter_grab_focus (PlannerSessionFilter *self);

G_END_DECLS
