/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/planner-store-conferences.h"

G_BEGIN_DECLS

/**
 * PlannerStoredConference:
 * @record: (owned):
 * @agenda: (owned): an empty agenda if the stored one cannot be read
 * @stars: (owned) (element-type PlannerStar):
 * @changes: (owned) (element-type PlannerChange):
 *
 * A conference as it is stored.
 */
typedef struct
{
  PlannerConferenceRecord *record;
  PlannerAgenda *agenda;
  GPtrArray *stars;
  GPtrArray *changes;
} PlannerStoredConference;

PlannerStoredConference *planner_stored_conference_new (PlannerConferenceRecord *record,
                                                        PlannerAgenda *agenda);
void planner_stored_conference_free (PlannerStoredConference *stored);
PlannerStoredConference *planner_stored_conference_load (PlannerStore *store, gint64 id, GError **error);
GPtrArray *planner_stored_conferences_load (PlannerStore *store, gint64 now_utc, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerStoredConference, planner_stored_conference_free)

G_END_DECLS
