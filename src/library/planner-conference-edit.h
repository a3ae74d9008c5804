/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

G_BEGIN_DECLS

void planner_conference_edit_async (PlannerConference *self,
                                    const PlannerConferenceEdit *edit,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean planner_conference_edit_finish (PlannerConference *self, GAsyncResult *result, GError **error);
void planner_conference_clear_replaced (PlannerConference *self);

G_END_DECLS
