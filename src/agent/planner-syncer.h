/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"

G_BEGIN_DECLS

/**
 * PlannerSyncer:
 *
 * Keeps the conferences and stars of an open window in step with the attendee's other computers, through the folder that the
 * setting “sync-folder” names. It synchronizes soon after each change of the library, and when planner_syncer_run() is called.
 * The folder is not watched, because the document portal does not report changes.
 *
 * Properties: folder (string, nullable, read-only): the path of the folder; status (string, nullable, read-only): a sentence
 * about the last synchronization.
 */
#define PLANNER_TYPE_SYNCER (planner_syncer_get_type ())

G_DECLARE_FINAL_TYPE (PlannerSyncer, planner_syncer, PLANNER, SYNCER, GObject)

PlannerSyncer *planner_syncer_new (GSettings *settings, PlannerLibrary *library);
PlannerLibrary *planner_syncer_get_library (PlannerSyncer *self);
const char *planner_syncer_get_folder (PlannerSyncer *self);
const char *planner_syncer_get_status (PlannerSyncer *self);
void planner_syncer_set_folder (PlannerSyncer *self, const char *folder);
void planner_syncer_start (PlannerSyncer *self);
void planner_syncer_run (PlannerSyncer *self);
void planner_syncer_finish (PlannerSyncer *self);

G_END_DECLS
