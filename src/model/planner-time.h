/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The start of a session whose time is to be announced. */
#define PLANNER_TIME_UNKNOWN G_MININT64

/* The time of an event that does not happen. */
#define PLANNER_NEVER G_MAXINT64

GTimeZone *planner_time_zone_new (const char *name);
int planner_time_compare (gint64 a_utc, gint64 b_utc);
gint64 planner_time_add (gint64 instant_utc, gint64 seconds);
GDateTime *planner_time_to_zone (gint64 instant_utc, GTimeZone *zone);
char *planner_time_dup_local_zone (void);

G_END_DECLS
