/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A time that never comes. */
#define PLANNER_WALL_CLOCK_NEVER G_MAXINT64

GSource *planner_wall_clock_new (void);
void planner_wall_clock_set (GSource *source, gint64 instant_us);
void planner_wall_clock_free (GSource *source);

/* Reads as read(2) does. Tests use it, because they cannot set the system time. */
typedef gssize (*PlannerWallClockReadFunc) (int fd, void *buffer, gsize size);

GSource *planner_wall_clock_new_full (int fd, PlannerWallClockReadFunc read_func);

G_END_DECLS
