/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/planner-worker.h"

G_BEGIN_DECLS

/**
 * PlannerHandover:
 *
 * Turns the agent into the window program and back. One process at a time owns the planner's bus name. For a handover it
 * releases the name, collects the requests that arrived by then, finishes writing to the store, and replaces its program
 * with execve(2). A later request starts another agent by D-Bus activation, so no request is lost.
 */
#define PLANNER_TYPE_HANDOVER (planner_handover_get_type ())

G_DECLARE_FINAL_TYPE (PlannerHandover, planner_handover, PLANNER, HANDOVER, GObject)

PlannerHandover *planner_handover_new (GApplication *application);

void planner_handover_set_worker (PlannerHandover *self, PlannerWorker *worker);
void planner_handover_set_background (PlannerHandover *self, gboolean background);

void planner_handover_take_platform_data (PlannerHandover *self, GVariant *platform_data);
void planner_handover_ask_window (PlannerHandover *self);
void planner_handover_ask_my_schedule (PlannerHandover *self);
gboolean planner_handover_ask_session (PlannerHandover *self, const char *id);
gboolean planner_handover_ask_search (PlannerHandover *self, const char *text);
gboolean planner_handover_ask_board (PlannerHandover *self, const char *place);
gboolean planner_handover_ask_open (PlannerHandover *self, GFile **files, int n_files);

void planner_handover_begin (PlannerHandover *self);
gboolean planner_handover_has_begun (PlannerHandover *self);
int planner_handover_run (PlannerHandover *self, int argc, char **argv);

char *planner_handover_dup_program (const char *name);

G_END_DECLS
