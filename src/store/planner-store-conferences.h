/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"
#include "model/planner-conference-record.h"
#include "store/planner-store.h"

G_BEGIN_DECLS

GPtrArray *planner_store_list_conferences (PlannerStore *self, GError **error);
gboolean planner_store_add_conference (PlannerStore *self,
                                       PlannerConferenceRecord *record,
                                       const PlannerAgenda *agenda,
                                       GError **error);
gboolean planner_store_add_conference_once (PlannerStore *self,
                                            const char *name,
                                            PlannerConferenceRecord *record,
                                            const PlannerAgenda *agenda,
                                            GError **error);
PlannerConferenceRecord *planner_store_find_conference (PlannerStore *self, gint64 id, GError **error);
gboolean planner_store_edit_conference (PlannerStore *self,
                                        gint64 id,
                                        const PlannerConferenceEdit *edit,
                                        GError **error);
gboolean planner_store_clear_replaced (PlannerStore *self, gint64 id, GError **error);
gboolean planner_store_set_view_state (PlannerStore *self,
                                       gint64 id,
                                       const char *key,
                                       GVariant *value,
                                       GError **error);
gboolean planner_store_remove_conference (PlannerStore *self, gint64 id, GError **error);
gboolean planner_store_restore_conference (PlannerStore *self, gint64 id, GError **error);
GPtrArray *planner_store_list_removed_conferences (PlannerStore *self, GError **error);
gboolean planner_store_purge_conferences (PlannerStore *self, gint64 before_utc, GError **error);

G_END_DECLS
