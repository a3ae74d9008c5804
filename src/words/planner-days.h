/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *planner_dup_date (gint64 instant_utc, GTimeZone *zone);
char *planner_format_day (const char *date);
char *planner_format_day_short (const char *date);
char *planner_format_day_long (const char *date);
char *planner_format_days (const char *first, const char *last);
char *planner_format_dates (const char *first, const char *last);
char *planner_format_range (const char *first, const char *last);
char *planner_format_day_and_time (const char *day, const char *time);

G_END_DECLS
