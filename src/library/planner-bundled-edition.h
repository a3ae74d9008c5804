/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/planner-store.h"

G_BEGIN_DECLS

/* The agenda that the planner brings, so that there is one at the first start without a network. */

gboolean planner_bundled_edition_give_once (PlannerStore *store, GError **error);
PlannerAgenda *planner_bundled_edition_load (PlannerStore *store, PlannerConferenceRecord *record);

G_END_DECLS
