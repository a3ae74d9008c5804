/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-conference-record.h"
#include "plan/planner-matching.h"
#include "store/planner-store.h"

G_BEGIN_DECLS

gboolean planner_store_save_edition (PlannerStore *self,
                                     PlannerConferenceRecord *record,
                                     const PlannerAgendaMatch *match,
                                     GPtrArray *changes,
                                     GError **error);
gboolean
planner_store_save_validators (PlannerStore *self, const PlannerConferenceRecord *record, GError **error);
PlannerAgenda *
planner_store_load_agenda (PlannerStore *self, gint64 id, const char *const *languages, GError **error);
PlannerAgenda *planner_store_load_agenda_for_search (PlannerStore *self,
                                                     gint64 id,
                                                     const char *const *languages,
                                                     GError **error);

/* For the files of this room only. */
gboolean planner_store_write_agenda (sqlite3 *db,
                                     gint64 id,
                                     const PlannerAgenda *agenda,
                                     GBytes *bytes,
                                     GError **error);
gboolean planner_store_write_span (sqlite3 *db, gint64 id, const PlannerAgenda *agenda, GError **error);

G_END_DECLS
