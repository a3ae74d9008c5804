/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void planner_cli_done_cb (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *planner_cli_wait (GAsyncResult **result);

G_END_DECLS
