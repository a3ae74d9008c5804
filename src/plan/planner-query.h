/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

/**
 * PlannerQuery:
 *
 * The words of a search, folded by planner_fold(). A session matches if its texts and its note contain all of them, be it as parts of
 * longer words. Words that name a day or a time, such as "Sunday 14:00", match sessions of that day or time as well; see
 * planner_query_time_parse(). A query is immutable.
 */
typedef struct _PlannerQuery PlannerQuery;

/**
 * PlannerQueryPlace:
 * @PLANNER_QUERY_PLACE_TITLE: in the title
 * @PLANNER_QUERY_PLACE_NAMES: in the speakers, the forum or the room
 * @PLANNER_QUERY_PLACE_NOTE: in the attendee's note
 * @PLANNER_QUERY_PLACE_ABSTRACT: in the abstract only
 * @PLANNER_QUERY_PLACE_TIME: in no text; the session is at the time that the query names
 *
 * The best place in which a query matches a session, in the order of search results.
 */
typedef enum
{
  PLANNER_QUERY_PLACE_TITLE,
  PLANNER_QUERY_PLACE_NAMES,
  PLANNER_QUERY_PLACE_NOTE,
  PLANNER_QUERY_PLACE_ABSTRACT,
  PLANNER_QUERY_PLACE_TIME,
} PlannerQueryPlace;

/**
 * PlannerQueryHit:
 * @start: in bytes
 * @end: in bytes, exclusive
 *
 * A part of a text that matches a query.
 */
typedef struct
{
  guint start;
  guint end;
} PlannerQueryHit;

#define PLANNER_TYPE_QUERY (planner_query_get_type ())

GType planner_query_get_type (void);

PlannerQuery *planner_query_new (const char *text);
PlannerQuery *planner_query_ref (PlannerQuery *query);
void planner_query_unref (PlannerQuery *query);

gboolean planner_query_is_empty (const PlannerQuery *query);
gboolean planner_query_narrows (const PlannerQuery *query, const PlannerQuery *wider);
guint planner_query_rank (const PlannerQuery *query,
                          const PlannerAgenda *agenda,
                          const PlannerSession *session,
                          const char *note);
PlannerQueryPlace planner_query_get_place (guint rank);
GArray *planner_query_find_hits (const PlannerQuery *query, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerQuery, planner_query_unref)

G_END_DECLS
