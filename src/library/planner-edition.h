/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/planner-store.h"

G_BEGIN_DECLS

/**
 * PlannerEdition:
 * @store: (owned): where it is to be kept
 * @record: (owned): of its conference, as it is to be kept
 * @old_agenda: (owned) (nullable): what is kept so far
 * @agenda: (owned) (nullable): what was read; %NULL where the feed is not modified, or found to be the same
 * @replaces_bundled: @old_agenda is the bundled one
 * @successors: (owned) (nullable): once saved, for each session of @old_agenda its session in @agenda, or %NULL
 * @stars: (owned) (nullable): once saved, the stars as matched with @agenda
 * @changes: (owned) (nullable): once saved, what has changed and was not dismissed
 *
 * What a refresh brings, on its way through the worker's thread into the store.
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
