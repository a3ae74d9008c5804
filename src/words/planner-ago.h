/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *planner_format_updated (gint64 updated_utc, gint64 now_utc);
gint64 planner_updated_get_next_change (gint64 updated_utc, gint64 now_utc);
char *planner_format_not_updated (gint64 updated_utc, gint64 now_utc);
gint64 planner_not_updated_get_next_change (gint64 updated_utc, gint64 now_utc);

G_END_DECLS
