/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

GMenuModel *planner_board_menu_new (const PlannerAgenda *agenda);

G_END_DECLS
