/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/build/planner-feed-builder.h"

G_BEGIN_DECLS

gboolean planner_feed_csv_is (const char *text);
PlannerAgenda *planner_feed_csv_read (const char *text,
                                      const PlannerFeedOptions *options,
                                      PlannerReport *report,
                                      GCancellable *cancellable,
                                      GError **error);

G_END_DECLS
