/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean planner_uses_twelve_hours (void);
char *planner_format_clock (GDateTime *time, gboolean twelve_hours);
char *planner_format_clock_range (GDateTime *start, GDateTime *end, gboolean twelve_hours);

G_END_DECLS
