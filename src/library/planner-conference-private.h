/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-change-list.h"
#include "library/planner-clashes.h"
#include "library/planner-conference-state.h"
#include "library/planner-entries.h"
#include "library/planner-hidden-rooms.h"
#include "library/planner-star-writer.h"
#include "model/planner-conference-record.h"
#include "model/planner-time-source.h"
#include "net/planner-fetcher.h"

G_BEGIN_DECLS

/* For the files planner-conference*.c only. A comment names the file that changes the fields below it. */
struct _PlannerConference
{
  GObject parent_instance;

  PlannerStore *store;            /* owned */
  PlannerWorker *worker;          /* owned */
  PlannerFetcher *fetcher;        /* owned */
  PlannerTimeSource *time_source; /* owned */
  PlannerViewState *view_state;   /* owned */
  PlannerHiddenRooms *hidden;     /* owned */

  /* planner-conference-edition.c */
  PlannerConferenceRecord *record; /* owned */
  PlannerStarWriter *writer;       /* owned; held while an edition is being saved or loaded */
  PlannerChangeList *changes;      /* owned */

  /* planner-conference-edition.c the sessions, planner-conference-stars.c the stars */
  PlannerEntries *entries; /* owned */

  /* planner-conference-clashes.c */
  PlannerClashes *clashes; /* owned, nullable: with the other conferences of the library */

  /* planner-conference-refresh.c */
  PlannerConferenceState state;
  double progress;
  GError *error;             /* owned, nullable */
  GCancellable *cancellable; /* owned, nullable: of the running refresh */
  GPtrArray *refresh_tasks;  /* owned: the tasks that wait for the running refresh */
  char *fetched_address;     /* owned, nullable: of the running refresh */
  gint64 fetched_edition;    /* the edition whose validators the running refresh sends */
  gboolean asked_again;      /* because another process has stored an edition during the refresh */
};

G_END_DECLS
