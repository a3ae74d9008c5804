/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-entry.h"
#include "store/planner-store-stars.h"

G_BEGIN_DECLS

/**
 * PlannerEntries:
 * @agenda: (owned): the edition that is shown
 * @all: (owned): an entry for each session of @agenda, in the order of @agenda
 * @starred: (owned): the entries of starred sessions, including withdrawn ones, by time
 * @forums: (owned): an item for each forum of @agenda
 *
 * The agenda and the stars of a conference as lists. A new edition updates the objects in the lists in place.
 */
typedef struct
{
  PlannerAgenda *agenda;
  GListStore *all;
  GListStore *starred;
  GListStore *forums;

  /*< private >*/
  GHashTable *by_key; /* owned: key → owned entry */
} PlannerEntries;

PlannerEntries *planner_entries_new (void);
void planner_entries_free (PlannerEntries *self);

void planner_entries_set_agenda (PlannerEntries *self,
                                 PlannerAgenda *agenda,
                                 GPtrArray *successors,
                                 GPtrArray *stars);
void planner_entries_set_stars (PlannerEntries *self, GPtrArray *stars);
void planner_entries_set_star (PlannerEntries *self, PlannerEntry *entry, const PlannerStar *star);

PlannerEntry *planner_entries_find (PlannerEntries *self, const char *key);

G_END_DECLS
