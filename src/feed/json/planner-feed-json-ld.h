/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/build/planner-feed-builder.h"

G_BEGIN_DECLS

PlannerAgenda *planner_feed_json_ld_read (const char *page,
                                          const PlannerFeedOptions *options,
                                          PlannerReport *report,
                                          GCancellable *cancellable,
                                          GError **error);

G_END_DECLS
