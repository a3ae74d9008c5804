/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-change-list.h"
#include "library/planner-clashes.h"
#include "library/planner-conference-state.h"
#include "library/planner-entry.h"
#include "library/planner-hidden-rooms.h"
#include "library/planner-stored-conference.h"
#include "model/planner-time-source.h"
#include "store/planner-worker.h"
#include "net/planner-fetcher.h"
#include "store/planner-store-stars.h"

G_BEGIN_DECLS

/**
 * PlannerConference:
 *
 * A conference: its agenda, the entries of its sessions, the stars, and the state of its refresh. Main thread only.
 *
 * Properties, all read-only:
 * - id (int64): the store's number of the conference
 * - title, address (strings)
 * - agenda (boxed #PlannerAgenda)
 * - entries (#GListModel of #PlannerEntry): all sessions in the order of the agenda
 * - starred (#GListModel of #PlannerEntry): the starred sessions, including withdrawn ones, by time
 * - n-starred (unsigned)
 * - n-going (unsigned): the number of starred sessions that are not plan B; notified after each change of stars or degrees
 * - forums (#GListModel of #PlannerForumItem)
 * - changes (#PlannerChangeList)
 * - state (#PlannerConferenceState), progress (double, 0.0 to 1.0, or -1.0 for unknown)
 * - updated-utc (int64): when the last refresh succeeded, in seconds since the epoch; 0 for never
 * - replaced-utc (int64): when another conference, such as next year's, was found at the address; 0 if the attendee knows it
 * - error (boxed #GError, nullable): the error of the last refresh; %NULL if it succeeded
 *
 * Signals:
 * - star-changed (#PlannerEntry): the attendee has changed the lead time or the note of a session, and the change is durable
 */
#define PLANNER_TYPE_CONFERENCE (planner_conference_get_type ())

G_DECLARE_FINAL_TYPE (PlannerConference, planner_conference, PLANNER, CONFERENCE, GObject)

PlannerConference *planner_conference_new (PlannerStore *store,
                                           PlannerWorker *worker,
                                           PlannerFetcher *fetcher,
                                           PlannerTimeSource *time_source,
                                           const PlannerStoredConference *stored);

gint64 planner_conference_get_id (PlannerConference *self);
const char *planner_conference_get_title (PlannerConference *self);
const PlannerConferenceRecord *planner_conference_get_record (PlannerConference *self);
const char *planner_conference_get_address (PlannerConference *self);
PlannerAgenda *planner_conference_get_agenda (PlannerConference *self);
GListModel *planner_conference_get_entries (PlannerConference *self);
GListModel *planner_conference_get_starred (PlannerConference *self);
guint planner_conference_get_n_starred (PlannerConference *self);
guint planner_conference_get_n_going (PlannerConference *self);
GListModel *planner_conference_get_forums (PlannerConference *self);
PlannerChangeList *planner_conference_get_changes (PlannerConference *self);
PlannerViewState *planner_conference_get_view_state (PlannerConference *self);
PlannerHiddenRooms *planner_conference_get_hidden_rooms (PlannerConference *self);
PlannerConferenceState planner_conference_get_state (PlannerConference *self);
double planner_conference_get_progress (PlannerConference *self);
gint64 planner_conference_get_updated_utc (PlannerConference *self);
gboolean planner_conference_is_bundled (PlannerConference *self);
const GError *planner_conference_get_error (PlannerConference *self);

PlannerEntry *planner_conference_find_entry (PlannerConference *self, const char *key);
gboolean planner_conference_has_entry (PlannerConference *self, PlannerEntry *entry);

gint64 planner_conference_get_now_utc (PlannerConference *self);
gint64 planner_conference_to_system_us (PlannerConference *self, gint64 instant_utc);

G_END_DECLS
