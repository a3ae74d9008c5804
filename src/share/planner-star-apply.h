/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

G_BEGIN_DECLS

void planner_stars_apply_async (PlannerConference *conference,
                                GPtrArray *added,
                                GPtrArray *removed,
                                GHashTable *plan_b,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean planner_stars_apply_finish (GAsyncResult *result, GError **error);

G_END_DECLS
