/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

/**
 * PlannerChangeFlags:
 * @PLANNER_CHANGE_NEW: it was not there before
 * @PLANNER_CHANGE_WITHDRAWN: it is not there any more
 * @PLANNER_CHANGE_CANCELLED: it is there, but called off
 * @PLANNER_CHANGE_RESTORED: it is back: no longer withdrawn, or no longer called off
 * @PLANNER_CHANGE_MOVED: another start, length or day; also a time that is announced at last, or taken back
 * @PLANNER_CHANGE_ROOM: another room
 * @PLANNER_CHANGE_TITLE: another title
 * @PLANNER_CHANGE_SPEAKERS: other speakers
 * @PLANNER_CHANGE_ABSTRACT: another subtitle, abstract or description
 * @PLANNER_CHANGE_FORUM: another forum
 * @PLANNER_CHANGE_CLASHES: starred, and now at the same time as another starred session, as it was not before
 */
typedef enum
{
  PLANNER_CHANGE_NEW = 1 << 0,
  PLANNER_CHANGE_WITHDRAWN = 1 << 1,
  PLANNER_CHANGE_CANCELLED = 1 << 2,
  PLANNER_CHANGE_RESTORED = 1 << 3,
  PLANNER_CHANGE_MOVED = 1 << 4,
  PLANNER_CHANGE_ROOM = 1 << 5,
  PLANNER_CHANGE_TITLE = 1 << 6,
  PLANNER_CHANGE_SPEAKERS = 1 << 7,
  PLANNER_CHANGE_ABSTRACT = 1 << 8,
  PLANNER_CHANGE_FORUM = 1 << 9,
  PLANNER_CHANGE_CLASHES = 1 << 10,
} PlannerChangeFlags;

/* What the attendee is told of a starred session without asking: whether, when and where it is. */
#define PLANNER_CHANGE_URGENT                                                                                \
  (PLANNER_CHANGE_WITHDRAWN | PLANNER_CHANGE_CANCELLED | PLANNER_CHANGE_RESTORED | PLANNER_CHANGE_MOVED |    \
   PLANNER_CHANGE_ROOM | PLANNER_CHANGE_CLASHES)

/* What a session's row is marked for: not for a word in its abstract. */
#define PLANNER_CHANGE_VISIBLE (PLANNER_CHANGE_URGENT | PLANNER_CHANGE_TITLE | PLANNER_CHANGE_SPEAKERS)

/**
 * PlannerSketch:
 * @date: of its day at the venue; "" while it is to be announced
 * @start_utc: seconds since the epoch, or %PLANNER_TIME_UNKNOWN
 * @duration_s: in seconds
 * @room_name: (nullable): which tells rooms apart
 * @forum_name: (nullable): which tells forums apart
 * @speakers: (element-type PlannerText): their names
 * @text_digest: of subtitle, abstract and description
 *
 * A session as one edition had it, in what changes tell of. It needs no agenda, and does not change after it is made.
 * Atomically counted: threads may share it.
 */
typedef struct
{
  PlannerText title;
  char *date;
  gint64 start_utc;
  gint64 duration_s;
  char *room_name;
  PlannerText room;
  char *forum_name;
  PlannerText forum;
  GPtrArray *speakers;
  char *text_digest;
  gboolean cancelled;
} PlannerSketch;

PlannerSketch *planner_sketch_new (const PlannerAgenda *agenda, const PlannerSession *session);
PlannerSketch *planner_sketch_new_empty (void);
PlannerSketch *planner_sketch_ref (PlannerSketch *sketch);
void planner_sketch_unref (PlannerSketch *sketch);
PlannerChangeFlags planner_sketch_compare (const PlannerSketch *was, const PlannerSketch *is);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerSketch, planner_sketch_unref)

G_END_DECLS
