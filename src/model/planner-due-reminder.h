/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

/**
 * PlannerDueReminder:
 * @id: (owned): the session id, see planner_session_id_new(); a later notification of the same session replaces the first
 * @conference_id: the store's number of the conference
 * @key: (owned): the session's key in the stored agenda
 * @conference_title: (owned):
 * @agenda: (owned): the star's snapshot, which contains @session only
 * @session: (borrowed): from @agenda
 * @start_utc: in seconds since the epoch
 * @end_utc: in seconds since the epoch; equals @start_utc if the session has no duration
 * @lead_s: the lead time in force, in seconds
 * @is_late: whether the session started a minute ago or earlier and still runs
 *
 * A reminder that is due now.
 */
typedef struct
{
  char *id;
  gint64 conference_id;
  char *key;
  char *conference_title;
  PlannerAgenda *agenda;
  const PlannerSession *session;
  gint64 start_utc;
  gint64 end_utc;
  int lead_s;
  gboolean is_late;
} PlannerDueReminder;

void planner_due_reminder_free (PlannerDueReminder *due);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerDueReminder, planner_due_reminder_free)

G_END_DECLS
