/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/planner-directory.h"

G_BEGIN_DECLS

PlannerDirectory *planner_bundled_directory_load (void);

G_END_DECLS
