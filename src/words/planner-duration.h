/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *planner_format_duration (gint64 duration_s);
char *planner_format_lead (int minutes);
char *planner_format_free_time (gint64 duration_s, guint n_fitting);

G_END_DECLS
