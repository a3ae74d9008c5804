/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

char *planner_coordinates_normalize (const char *text);
char *planner_agenda_dup_map_uri (const PlannerAgenda *agenda);

G_END_DECLS
