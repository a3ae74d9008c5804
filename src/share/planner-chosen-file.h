/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *planner_chosen_file_read (const char *path, gsize max_bytes, gboolean follow_links, GError **error);
gboolean planner_chosen_file_write (const char *path, const char *text, int mode, GError **error);
int planner_chosen_file_get_io_code (const GError *error);

G_END_DECLS
