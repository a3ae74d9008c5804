/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-star-change.h"
#include "store/planner-worker.h"

G_BEGIN_DECLS

/**
 * PlannerStarWriter:
 *
 * Writes the attendee's changes to the store, in the order in which they were made. While it is held, changes wait, because
 * the keys of entries and store differ while an edition is being saved. Main thread only.
 */
typedef struct _PlannerStarWriter PlannerStarWriter;

PlannerStarWriter *planner_star_writer_new (PlannerWorker *worker);
void planner_star_writer_free (PlannerStarWriter *self);
void planner_star_writer_hold (PlannerStarWriter *self);
gboolean planner_star_writer_is_held (PlannerStarWriter *self);
void planner_star_writer_release (PlannerStarWriter *self);
void planner_star_writer_write_async (PlannerStarWriter *self,
                                      PlannerStarChange *change,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
const PlannerStarChange *planner_star_writer_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
