/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "shell/planner-shell-agendas.h"

G_BEGIN_DECLS

/**
 * PlannerShellSearch:
 *
 * The search provider for GNOME Shell: the D-Bus interface org.gnome.Shell.SearchProvider2. A result is a session, identified
 * by its session id. Every process on the session bus can call it.
 */
#define PLANNER_TYPE_SHELL_SEARCH (planner_shell_search_get_type ())

G_DECLARE_FINAL_TYPE (PlannerShellSearch, planner_shell_search, PLANNER, SHELL_SEARCH, GObject)

PlannerShellSearch *planner_shell_search_new (GApplication *application);
PlannerShellAgendas *planner_shell_search_get_agendas (PlannerShellSearch *self);

gboolean planner_shell_search_export (PlannerShellSearch *self,
                                      GDBusConnection *connection,
                                      const char *application_path,
                                      GError **error);
void planner_shell_search_unexport (PlannerShellSearch *self, GDBusConnection *connection);

G_END_DECLS
