/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "share/planner-shared-stars.h"

G_BEGIN_DECLS

void planner_shared_stars_open_async (GFile *file,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
PlannerSharedStars *planner_shared_stars_open_finish (GFile *file, GAsyncResult *result, GError **error);

G_END_DECLS
