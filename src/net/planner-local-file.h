/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GFile *planner_local_file_new (const char *address);
void planner_local_file_open_async (GFile *file,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GInputStream *
planner_local_file_open_finish (GFile *file, GAsyncResult *result, goffset *size_bytes, GError **error);

G_END_DECLS
