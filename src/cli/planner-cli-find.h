/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "discovery/planner-discovery.h"

G_BEGIN_DECLS

PlannerFound *planner_cli_find_schedule (PlannerFetcher *fetcher,
                                         const char *word,
                                         const char *zone,
                                         PlannerReport *report,
                                         GError **error);

G_END_DECLS
