/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

/* Shorter breaks between two sessions are for the way from one to the other. */
#define PLANNER_FREE_TIME_MIN_S (15 * 60)

/**
 * PlannerFreeTime:
 * @start_utc: the end of the sessions before it, or the current minute if that is later, in seconds since the epoch
 * @end_utc: the start of the session after it, in seconds since the epoch
 * @next: (borrowed): a session that starts at @end_utc
 * @n_fitting: the number of sessions of the agenda that take place within it
 *
 * A time between two sessions of the attendee.
 */
typedef struct
{
  gint64 start_utc;
  gint64 end_utc;
  const PlannerSession *next;
  guint n_fitting;
} PlannerFreeTime;

gboolean planner_free_time_find (GPtrArray *own,
                                 GPtrArray *listed,
                                 const PlannerSession *session,
                                 const PlannerAgenda *agenda,
                                 gint64 now_utc,
                                 PlannerFreeTime *free_time);
gboolean planner_free_time_find_present (GPtrArray *own,
                                         gint64 now_utc,
                                         const PlannerAgenda *agenda,
                                         PlannerFreeTime *free_time);

G_END_DECLS
