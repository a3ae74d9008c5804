/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerWindow:
 *
 * The main window. It selects the conference on screen, and has the actions win.select-conference (int64: its id),
 * win.show-sidebar and win.local-time, and those of #PlannerViewActions, #PlannerConferenceActions, #PlannerLibraryActions,
 * #PlannerStarActions and #PlannerExportActions.
 *
 * Properties, construct-only: library (#PlannerLibrary), settings (#GSettings).
 */
#define PLANNER_TYPE_WINDOW (planner_window_get_type ())

G_DECLARE_FINAL_TYPE (PlannerWindow, planner_window, PLANNER, WINDOW, AdwApplicationWindow)

PlannerWindow *planner_window_new (GtkApplication *application, PlannerLibrary *library, GSettings *settings);

void planner_window_show_loading (PlannerWindow *self);
void planner_window_library_loaded (PlannerWindow *self, const GError *error);
void planner_window_offer_address (PlannerWindow *self, const char *address);
void planner_window_open_session (PlannerWindow *self, const char *id);
void planner_window_show_my_schedule (PlannerWindow *self);
void planner_window_search (PlannerWindow *self, const char *text);
void planner_window_show_message (PlannerWindow *self, const char *text);

G_END_DECLS
