/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

/**
 * PlannerChangeFlags:
 * @PLANNER_CHANGE_NEW: the session is new
 * @PLANNER_CHANGE_WITHDRAWN: the schedule no longer has the session
 * @PLANNER_CHANGE_CANCELLED: the schedule says that the session is cancelled
 * @PLANNER_CHANGE_RESTORED: the session is no longer withdrawn or cancelled
 * @PLANNER_CHANGE_MOVED: the start, duration or day is different; also when a time becomes known or unknown
 * @PLANNER_CHANGE_ROOM: the room is different
 * @PLANNER_CHANGE_TITLE: the title is different
 * @PLANNER_CHANGE_SPEAKERS: the speakers are different
 * @PLANNER_CHANGE_ABSTRACT: the subtitle, abstract or description is different
 * @PLANNER_CHANGE_FORUM: the forum is different
 * @PLANNER_CHANGE_CLASHES: the session is starred, and overlaps another starred session that it did not overlap before
 * @PLANNER_CHANGE_LANGUAGE: the language is different, and both are known; another region counts as the same language
 * @PLANNER_CHANGE_RECORDING: the session is not recorded any more, or no longer excluded from recording
 *
 * White space never counts as a difference.
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
  PLANNER_CHANGE_LANGUAGE = 1 << 11,
  PLANNER_CHANGE_RECORDING = 1 << 12,
} PlannerChangeFlags;

/* The changes of a starred session that attendees are notified of. */
#define PLANNER_CHANGE_URGENT                                                                                \
  (PLANNER_CHANGE_WITHDRAWN | PLANNER_CHANGE_CANCELLED | PLANNER_CHANGE_RESTORED | PLANNER_CHANGE_MOVED |    \
   PLANNER_CHANGE_ROOM | PLANNER_CHANGE_CLASHES | PLANNER_CHANGE_LANGUAGE | PLANNER_CHANGE_RECORDING)

/* The changes that the row of a session shows. */
#define PLANNER_CHANGE_VISIBLE (PLANNER_CHANGE_URGENT | PLANNER_CHANGE_TITLE | PLANNER_CHANGE_SPEAKERS)

/**
 * PlannerSketch:
 * @date: the date of its day at the venue; "" when the day is to be announced
 * @start_utc: seconds since the epoch, or %PLANNER_TIME_UNKNOWN
 * @duration_s: the duration in seconds
 * @room_name: (nullable): the name that identifies the room
 * @forum_name: (nullable): the name that identifies the forum
 * @speakers: (element-type PlannerText): the names of the speakers
 * @text_digest: (nullable): a hash of all texts of the session but its title; %NULL in a sketch that an earlier version of the
 *   planner stored, which lacks this, the language and the recording
 * @language: (nullable): the languages as in the schedule
 *
 * The parts of a session that changes show, as one edition had them. A sketch does not need its agenda, and is immutable
 * once it is filled. Its reference count is atomic, so threads may share it.
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
  char *language;
  gboolean cancelled;
  gboolean not_recorded;
} PlannerSketch;

PlannerSketch *planner_sketch_new (const PlannerAgenda *agenda, const PlannerSession *session);
PlannerSketch *planner_sketch_new_empty (void);
PlannerSketch *planner_sketch_ref (PlannerSketch *sketch);
void planner_sketch_unref (PlannerSketch *sketch);
gboolean planner_sketch_is_needed (const PlannerAgenda *was_agenda,
                                   const PlannerSession *was,
                                   const PlannerAgenda *is_agenda,
                                   const PlannerSession *is);
PlannerChangeFlags planner_sketch_compare (const PlannerSketch *was, const PlannerSketch *is);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerSketch, planner_sketch_unref)

G_END_DECLS
