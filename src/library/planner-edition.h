/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/planner-store-conferences.h"

G_BEGIN_DECLS

/**
 * PlannerEdition:
 * @store: (owned): the store to save it in
 * @record: (owned): the record of its conference, as it should be stored
 * @old_agenda: (owned) (nullable): the stored agenda
 * @agenda: (owned) (nullable): the new agenda; %NULL if the schedule is not modified, or has the same content
 * @replaces_bundled: whether @old_agenda is the bundled edition
 * @successors: (owned) (nullable): after saving, for each session of @old_agenda its session in @agenda, or %NULL
 * @stars: (owned) (nullable): after saving, the stars as matched with @agenda
 * @changes: (owned) (nullable): after saving, the changes that are not dismissed
 *
 * The result of a refresh, which the worker's thread writes to the store.
 */
typedef struct
{
  PlannerStore *store;
  PlannerConferenceRecord *record;
  PlannerAgenda *old_agenda;
  PlannerAgenda *agenda;
  gboolean replaces_bundled;
  GPtrArray *successors;
  GPtrArray *stars;
  GPtrArray *changes;
} PlannerEdition;

PlannerEdition *planner_edition_new (PlannerStore *store, const PlannerConferenceRecord *record);
void planner_edition_free (PlannerEdition *edition);
gboolean planner_edition_save (PlannerEdition *edition, GError **error);

G_END_DECLS
