/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"

G_BEGIN_DECLS

/**
 * PlannerShellAgendas:
 *
 * The agendas of the current conferences for searches from outside the window. In the window program they are those of the
 * library. The agent loads them from the store for a search, and frees them when no search follows for a while.
 *
 * Properties:
 * - in-use (boolean, read-only): whether a search waits for agendas, or agendas are in memory for the next search
 */
#define PLANNER_TYPE_SHELL_AGENDAS (planner_shell_agendas_get_type ())

G_DECLARE_FINAL_TYPE (PlannerShellAgendas, planner_shell_agendas, PLANNER, SHELL_AGENDAS, GObject)

PlannerShellAgendas *planner_shell_agendas_new (PlannerTimeSource *time_source);

void planner_shell_agendas_set_library (PlannerShellAgendas *self, PlannerLibrary *library);
void planner_shell_agendas_set_store (PlannerShellAgendas *self, PlannerStore *store, PlannerWorker *worker);
void planner_shell_agendas_reload (PlannerShellAgendas *self);
gboolean planner_shell_agendas_is_in_use (PlannerShellAgendas *self);

void
planner_shell_agendas_get_async (PlannerShellAgendas *self, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *planner_shell_agendas_get_finish (PlannerShellAgendas *self, GAsyncResult *result, GError **error);

G_END_DECLS
