/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int planner_store_schema_get_newest (void);
const char *planner_store_schema_get_step (int version);

G_END_DECLS
