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

PlannerClashes *planner_clashes_new (void);
PlannerClashes *planner_clashes_ref (PlannerClashes *self);
void planner_clashes_unref (PlannerClashes *self);

void
planner_clashes_put (PlannerClashes *self, PlannerEntries *entries, gint64 conference_id, const char *title);
void planner_clashes_remove (PlannerClashes *self, PlannerEntries *entries);
void planner_clashes_update (PlannerClashes *self, gint64 now_utc);
GPtrArray *
planner_clashes_list (PlannerClashes *self, PlannerEntries *entries, PlannerEntry *entry, gint64 now_utc);
gboolean planner_clashes_allow_going (PlannerClashes *self, PlannerEntry *entry, gint64 now_utc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerClashes, planner_clashes_unref)

G_END_DECLS
