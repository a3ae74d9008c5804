/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void planner_list_sync (GListStore *store, GPtrArray *items, GHashTable *changed);

G_END_DECLS
