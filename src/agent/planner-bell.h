/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GDBusConnection *planner_bell_get_session_bus (void);
void planner_bell_ring (GDBusConnection *bus, gint64 conference_id);

G_END_DECLS
