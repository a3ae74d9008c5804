/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The instant of a clock that only waits for being set. */
#define PLANNER_WALL_CLOCK_NEVER G_MAXINT64

GSource *planner_wall_clock_new (void);
void planner_wall_clock_set (GSource *source, gint64 instant_us);

/* For tests, which may not set the clock of the computer. */
typedef gssize (*PlannerWallClockReadFunc) (int fd, void *buffer, gsize size);

GSource *planner_wall_clock_new_full (int fd, PlannerWallClockReadFunc read_func);

G_END_DECLS
