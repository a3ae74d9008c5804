/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/planner-report.h"

G_BEGIN_DECLS

char *planner_feed_bytes_to_text (GBytes *bytes, PlannerReport *report);

G_END_DECLS
