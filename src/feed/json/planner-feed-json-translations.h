/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/json/planner-feed-json-reader.h"

G_BEGIN_DECLS

void planner_json_read_schedule_translations (PlannerJsonReader *reader);
void planner_json_add_own_translations (PlannerJsonReader *reader,
                                        const PlannerPlace *place,
                                        gpointer target,
                                        const PlannerTextField *fields,
                                        JsonObject *object);
void planner_json_add_kept_translations (PlannerJsonReader *reader,
                                         const PlannerPlace *place,
                                         gpointer target,
                                         const PlannerTextField *fields,
                                         const char *collection,
                                         const char *const *names,
                                         guint n_names);
void planner_json_add_translations (PlannerJsonReader *reader,
                                    const PlannerPlace *place,
                                    gpointer target,
                                    const PlannerTextField *fields,
                                    JsonObject *object,
                                    const char *collection,
                                    const char *name);

G_END_DECLS
