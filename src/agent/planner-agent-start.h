/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean planner_agent_start (GDBusConnection *bus, GError **error);
char *planner_agent_start_for_reminders (GDBusConnection *bus, GSettings *settings);

G_END_DECLS
