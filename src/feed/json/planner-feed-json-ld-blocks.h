/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *planner_json_ld_find_blocks (const char *page, GCancellable *cancellable);

G_END_DECLS
