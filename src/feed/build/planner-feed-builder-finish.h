/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/build/planner-feed-builder.h"

G_BEGIN_DECLS

gboolean planner_builder_has_content (const PlannerBuilder *self);
PlannerAgenda *planner_builder_finish (PlannerBuilder *self, GError **error);

G_END_DECLS
