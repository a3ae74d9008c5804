/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/planner-store-conferences.h"

G_BEGIN_DECLS

/* The agenda of a past conference that is part of the planner, so that the first start works without a network. */

void planner_bundled_edition_init (void);
gboolean planner_bundled_edition_add_once (PlannerStore *store, GError **error);
gboolean planner_bundled_edition_is_due (const PlannerConferenceRecord *record);
PlannerAgenda *planner_bundled_edition_load (PlannerStore *store, PlannerConferenceRecord *record);

G_END_DECLS
