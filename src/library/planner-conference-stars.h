/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * These functions change the star, the degree, the note and the lead time of a session. Each writes to the store first. The
 * entry changes once the change is durable, and does not change if writing fails.
 */

#pragma once

#include "library/planner-conference.h"

G_BEGIN_DECLS

void planner_conference_set_starred_async (PlannerConference *self,
                                           PlannerEntry *entry,
                                           gboolean starred,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
gboolean
planner_conference_set_starred_finish (PlannerConference *self, GAsyncResult *result, GError **error);

void planner_conference_set_plan_b_async (PlannerConference *self,
                                          PlannerEntry *entry,
                                          gboolean plan_b,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean planner_conference_set_plan_b_finish (PlannerConference *self, GAsyncResult *result, GError **error);

void planner_conference_set_note_async (PlannerConference *self,
                                        PlannerEntry *entry,
                                        const char *base,
                                        const char *note,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean planner_conference_set_note_finish (PlannerConference *self, GAsyncResult *result, GError **error);

void planner_conference_set_lead_async (PlannerConference *self,
                                        PlannerEntry *entry,
                                        int lead_s,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean planner_conference_set_lead_finish (PlannerConference *self, GAsyncResult *result, GError **error);

G_END_DECLS
