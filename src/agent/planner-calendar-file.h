/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/planner-store.h"

G_BEGIN_DECLS

char *planner_calendar_file_dup_path (GSettings *settings);
void planner_calendar_file_set_path (GSettings *settings, const char *path);
gboolean planner_calendar_file_write (PlannerStore *store,
                                      const char *path,
                                      int default_lead_s,
                                      gint64 now_utc,
                                      guint *n_events,
                                      GError **error);
gboolean planner_calendar_file_write_if_chosen (PlannerStore *store, GSettings *settings, GError **error);

G_END_DECLS
