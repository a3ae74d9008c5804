/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-entry.h"

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *planner_star_toast_new (PlannerEntry *entry);

G_END_DECLS
