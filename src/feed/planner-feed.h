/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"
#include "feed/planner-feed-error.h"
#include "feed/planner-feed-options.h"
#include "feed/planner-report.h"

G_BEGIN_DECLS

PlannerAgenda *planner_feed_read (GBytes *bytes,
                                  const PlannerFeedOptions *options,
                                  PlannerReport *report,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
