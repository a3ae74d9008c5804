/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PlannerTimeSource:
 *
 * The current time for all parts of a process. It differs from the system's time by a constant offset, which is 0 except in
 * tests and in the development profile with the environment variable PLANNER_NOW.
 *
 * Signals: changed: the offset was changed.
 */
#define PLANNER_TYPE_TIME_SOURCE (planner_time_source_get_type ())

G_DECLARE_FINAL_TYPE (PlannerTimeSource, planner_time_source, PLANNER, TIME_SOURCE, GObject)

PlannerTimeSource *planner_time_source_new (void);

gint64 planner_time_source_get_now_us (PlannerTimeSource *self);
gint64 planner_time_source_get_now_utc (PlannerTimeSource *self);
void planner_time_source_set_now_us (PlannerTimeSource *self, gint64 now_us);
gint64 planner_time_source_to_system_us (PlannerTimeSource *self, gint64 instant_utc);

gboolean planner_time_source_parse (const char *text, gint64 system_us, gint64 *offset_us);
void planner_time_source_share_offset (void);

G_END_DECLS
