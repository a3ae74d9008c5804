/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean planner_cli_write_file (const char *path, const char *text, gboolean replace, GError **error);

G_END_DECLS
