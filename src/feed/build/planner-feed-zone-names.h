/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *planner_feed_zone_find_old_name (const char *name);
const char *planner_feed_zone_find_windows_name (const char *name);

G_END_DECLS
