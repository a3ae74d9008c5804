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
 * @address: (owned): the address that the schedule was fetched from
 * @shown_agenda: (owned): the agenda in memory
 * @old_agenda: (owned): the stored agenda; the one in memory unless another process has stored a newer one
 * @agenda: (owned) (nullable): the new agenda; %NULL if the schedule is not modified. After saving, %NULL if it has the same
 *   content as @shown_agenda.
 * @replaces_bundled: whether @old_agenda is the bundled edition
 * @successors: (owned) (nullable): after saving or loading, for each session of @shown_agenda its session in @agenda, or %NULL
 * @stars: (owned) (nullable): after saving an agenda or loading, the stars
 * @changes: (owned) (nullable): after saving an agenda or loading, the changes that are not dismissed
 *
 * The data that the worker's thread writes to the store after a refresh, or reads from it after another process has written.
 */
typedef struct
{
  PlannerStore *store;
  PlannerConferenceRecord *record;
  char *address;
  PlannerAgenda *shown_agenda;
  PlannerAgenda *old_agenda;
  PlannerAgenda *agenda;
  gboolean replaces_bundled;
  GPtrArray *successors;
  GPtrArray *stars;
  GPtrArray *changes;
} PlannerEdition;

PlannerEdition *
planner_edition_new (PlannerStore *store, const PlannerConferenceRecord *record, PlannerAgenda *shown_agenda);
void planner_edition_free (PlannerEdition *edition);
gboolean planner_edition_save (PlannerEdition *edition, GError **error);
gboolean planner_edition_load (PlannerEdition *edition, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerEdition, planner_edition_free)

G_END_DECLS
