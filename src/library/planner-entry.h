/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plan/planner-query.h"

G_BEGIN_DECLS

/**
 * PlannerMark:
 * @PLANNER_MARK_NONE: the session has no change that the attendee has not seen
 * @PLANNER_MARK_NEW: the session is new, and the attendee has not seen it
 * @PLANNER_MARK_CHANGED: the session has changed, and the attendee has not seen the change
 *
 * Which label the rows of a session have: “New”, “Changed” or none.
 */
typedef enum
{
  PLANNER_MARK_NONE,
  PLANNER_MARK_NEW,
  PLANNER_MARK_CHANGED,
} PlannerMark;

#define PLANNER_TYPE_MARK (planner_mark_get_type ())

GType planner_mark_get_type (void);

/**
 * PlannerEntry:
 *
 * A session as an item of lists. An entry outlives editions: a refresh sets its session to that of the new agenda and
 * emits notify::session. Main thread only.
 *
 * Properties:
 * - session (pointer)
 * - starred, withdrawn, past, clashing (booleans)
 * - plan-b (boolean): whether the session is starred as plan B: the attendee goes there only if another one does not take place
 * - note (string, nullable): what the attendee wrote about the starred session
 * - lead-s (int): the lead time of its reminder: in seconds, %PLANNER_LEAD_NONE or %PLANNER_LEAD_DEFAULT
 * - mark (#PlannerMark)
 * - friends (boxed #GStrv, nullable): the names of the friends who go there
 */
#define PLANNER_TYPE_ENTRY (planner_entry_get_type ())

G_DECLARE_FINAL_TYPE (PlannerEntry, planner_entry, PLANNER, ENTRY, GObject)

PlannerEntry *planner_entry_new (PlannerAgenda *agenda, const PlannerSession *session);

PlannerAgenda *planner_entry_get_agenda (PlannerEntry *self);
const PlannerSession *planner_entry_get_session (PlannerEntry *self);
const char *planner_entry_get_key (PlannerEntry *self);
const PlannerDay *planner_entry_get_day (PlannerEntry *self);
gboolean planner_entry_get_starred (PlannerEntry *self);
gboolean planner_entry_get_plan_b (PlannerEntry *self);
gboolean planner_entry_is_going (PlannerEntry *self);
const char *planner_entry_get_note (PlannerEntry *self);
gboolean planner_entry_get_withdrawn (PlannerEntry *self);
gboolean planner_entry_get_past (PlannerEntry *self);
gboolean planner_entry_is_absent (PlannerEntry *self);
gboolean planner_entry_get_clashing (PlannerEntry *self);
int planner_entry_get_lead_s (PlannerEntry *self);
PlannerMark planner_entry_get_mark (PlannerEntry *self);
const char *const *planner_entry_get_friends (PlannerEntry *self);

guint planner_entry_rank (PlannerEntry *self, const PlannerQuery *query);

void planner_entry_set_session (PlannerEntry *self, PlannerAgenda *agenda, const PlannerSession *session);
void planner_entry_set_starred (PlannerEntry *self, gboolean starred);
void planner_entry_set_plan_b (PlannerEntry *self, gboolean plan_b);
void planner_entry_set_note (PlannerEntry *self, const char *note);
void planner_entry_set_withdrawn (PlannerEntry *self, const char *key);
void planner_entry_set_past (PlannerEntry *self, const char *key);
void planner_entry_set_n_clashes (PlannerEntry *self, guint n_clashes);
void planner_entry_set_lead_s (PlannerEntry *self, int lead_s);
void planner_entry_set_mark (PlannerEntry *self, PlannerMark mark);
void planner_entry_set_friends (PlannerEntry *self, const char *const *friends);

int planner_entry_compare (PlannerEntry *a, PlannerEntry *b);

G_END_DECLS
