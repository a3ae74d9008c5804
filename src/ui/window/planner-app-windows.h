/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "agent/planner-handover.h"
#include "agent/planner-syncer.h"
#include "ui/window/planner-window.h"

G_BEGIN_DECLS

/**
 * PlannerAppWindows:
 *
 * The windows of the application: the main window and a board. It opens them, and keeps requests until the library has
 * loaded. While another program replaces this one, it hands the requests over.
 *
 * It adds the actions app.open-session (string: a session id), app.show-my-schedule, app.search (string: the text) and
 * app.show-board (string: see planner_handover_ask_board()) to the application.
 */
#define PLANNER_TYPE_APP_WINDOWS (planner_app_windows_get_type ())

G_DECLARE_FINAL_TYPE (PlannerAppWindows, planner_app_windows, PLANNER, APP_WINDOWS, GObject)

PlannerAppWindows *planner_app_windows_new (GtkApplication *application, PlannerHandover *handover);
void planner_app_windows_start (PlannerAppWindows *self,
                                PlannerLibrary *library,
                                GSettings *settings,
                                PlannerSyncer *syncer);
void planner_app_windows_library_loaded (PlannerAppWindows *self, const GError *error);

void planner_app_windows_activate (PlannerAppWindows *self);
void planner_app_windows_open (PlannerAppWindows *self, GFile **files, int n_files);
void planner_app_windows_close (PlannerAppWindows *self);
PlannerWindow *planner_app_windows_get_main (PlannerAppWindows *self);

G_END_DECLS
