/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

G_BEGIN_DECLS

void planner_conference_refresh_async (PlannerConference *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean planner_conference_refresh_finish (PlannerConference *self, GAsyncResult *result, GError **error);
void planner_conference_cancel_refresh (PlannerConference *self);
gboolean planner_conference_is_refresh_due (PlannerConference *self, gint64 now_utc);

G_END_DECLS
