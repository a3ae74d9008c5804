/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * These functions save, load and show the editions of a conference. For the library only.
 */

#pragma once

#include "library/planner-conference.h"
#include "library/planner-edition.h"

G_BEGIN_DECLS

PlannerEdition *planner_conference_make_edition (PlannerConference *self);
gboolean planner_conference_take_edition (PlannerConference *self, const PlannerEdition *edition);

void planner_conference_save_edition_async (PlannerConference *self,
                                            PlannerEdition *edition,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
void planner_conference_load_edition_async (PlannerConference *self,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
gboolean planner_conference_edition_finish (PlannerConference *self, GAsyncResult *result, GError **error);

G_END_DECLS
