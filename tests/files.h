/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* Removes a folder with everything in it. */
void remove_folder (const char *path);

/* Returns: the seconds until a timer of a process ends, rounded up; 0 if none is set */
guint find_timer_s (guint pid);

/* Returns %TRUE and marks the test as skipped when PLANNER_REAL_FEEDS does not name the folder of real schedules. */
gboolean skip_without_real_feeds (void);
