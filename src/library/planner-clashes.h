/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-entries.h"

G_BEGIN_DECLS

/**
 * PlannerClashes:
 *
 * The clashes among the sessions of several conferences where the attendee is going. Reference-counted. Main thread only.
 */
typedef struct _PlannerClashes PlannerClashes;

/**
 * PlannerEntryClash:
 * @entry: (owned): the other entry
 * @conference_id: the number of the other conference; 0 if both sessions are of the same one
 * @conference_title: (owned) (nullable): the title of the other conference; %NULL if both sessions are of the same one
 *
 * Another session where the attendee is going, at the same time.
 */
typedef struct
{
  PlannerEntry *entry;
  gint64 conference_id;
  char *conference_title;
} PlannerEntryClash;

/**
 * PlannerElsewhere:
 * @conference_id: the number of the conference
 * @title: (owned): its title
 * @starred: (owned): its starred sessions, a #GListModel of #PlannerEntry
 *
 * Another conference than the one that is shown.
 */
typedef struct
{
  gint64 conference_id;
  char *title;
  GListModel *starred;
} PlannerElsewhere;

void planner_elsewhere_free (PlannerElsewhere *elsewhere);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerElsewhere, planner_elsewhere_free)

PlannerClashes *planner_clashes_new (void);
PlannerClashes *planner_clashes_ref (PlannerClashes *self);
void planner_clashes_unref (PlannerClashes *self);

void
planner_clashes_put (PlannerClashes *self, PlannerEntries *entries, gint64 conference_id, const char *title);
void planner_clashes_remove (PlannerClashes *self, PlannerEntries *entries);
void planner_clashes_update (PlannerClashes *self, gint64 now_utc);
GPtrArray *
planner_clashes_list (PlannerClashes *self, PlannerEntries *entries, PlannerEntry *entry, gint64 now_utc);
GListModel *planner_clashes_get_starred (PlannerClashes *self);
GPtrArray *planner_clashes_list_elsewhere (PlannerClashes *self, PlannerEntries *entries);
PlannerElsewhere *planner_clashes_find_elsewhere (PlannerClashes *self, PlannerEntry *entry);
gboolean planner_clashes_allow_going (PlannerClashes *self, PlannerEntry *entry, gint64 now_utc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerClashes, planner_clashes_unref)

G_END_DECLS
