/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef void (*PlannerBoundedReadFunc) (gsize n_bytes, gpointer user_data);

void planner_bounded_read_async (GInputStream *stream,
                                 gsize max_bytes,
                                 PlannerBoundedReadFunc step,
                                 gpointer step_data,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GBytes *planner_bounded_read_finish (GInputStream *stream, GAsyncResult *result, GError **error);

G_END_DECLS
