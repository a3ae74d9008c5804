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
 * setting “sync-folder” names, and My Schedule with the file that the setting “calendar-file” names. It does so soon after each
 * change of the library, and when planner_syncer_run() is called. The folder is not watched, because the document portal does
 * not report changes.
 *
 * Properties, all read-only strings, and %NULL for none:
 * - folder: the path of the folder
 * - status: a sentence about the last synchronization
 * - calendar: the path of the calendar file
 * - calendar-status: a sentence about the calendar file
 *
 * Signals:
 * - calendar-failed (string): the calendar file could not be written, for another reason than the last time. The string is a
 *   sentence for the attendee.
 */
#define PLANNER_TYPE_SYNCER (planner_syncer_get_type ())

G_DECLARE_FINAL_TYPE (PlannerSyncer, planner_syncer, PLANNER, SYNCER, GObject)

PlannerSyncer *planner_syncer_new (GSettings *settings, PlannerLibrary *library);
PlannerLibrary *planner_syncer_get_library (PlannerSyncer *self);
void planner_syncer_set_folder (PlannerSyncer *self, const char *folder);
void planner_syncer_set_calendar (PlannerSyncer *self, const char *path);
void planner_syncer_start (PlannerSyncer *self);
void planner_syncer_run (PlannerSyncer *self);
void planner_syncer_finish (PlannerSyncer *self);

G_END_DECLS
