/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean planner_autostart_is_own (void);
gboolean planner_autostart_has_unit (GDBusConnection *bus);
char *planner_autostart_dup_path (void);
gboolean planner_autostart_add (GError **error);
gboolean planner_autostart_remove (GError **error);

G_END_DECLS
