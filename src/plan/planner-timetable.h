/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

/* A slot is never shorter than this, so that there is room for its title. */
#define PLANNER_TIMETABLE_MIN_MINUTES 10

/* A timetable never spans more than this. Schedules may contain sessions of any length. */
#define PLANNER_TIMETABLE_MAX_MINUTES (48 * 60)

#define PLANNER_TIMETABLE_NONE G_MAXUINT

/**
 * PlannerTimetableSlot:
 * @session: owned by the agenda of the timetable
 * @position: the index of @session in the array that the timetable was made from
 * @column: the index of its column
 * @lane: the position among the slots beside it, from 0
 * @n_lanes: the number of lanes that share the width of the column at this time
 * @start_min: minutes after the origin of the timetable
 * @end_min: minutes after the origin of the timetable, at least %PLANNER_TIMETABLE_MIN_MINUTES after @start_min
 *
 * The place of a session in a timetable.
 */
typedef struct
{
  const PlannerSession *session;
  guint position;
  guint column;
  guint lane;
  guint n_lanes;
  int start_min;
  int end_min;
} PlannerTimetableSlot;

/**
 * PlannerTimetableColumn:
 * @room: (nullable): the room; %NULL for sessions whose room is to be announced
 * @other: (nullable): the title of its conference, if that is not the one of the timetable
 * @first: the index of the first slot of this column
 * @n_slots: the number of its slots, which is never 0
 * @n_lanes: the largest number of lanes at any time
 * @group: (nullable): the heading above the columns of a group: the part of the name that its rooms share, if several have a
 *   column, or @other
 */
typedef struct
{
  const PlannerRoom *room;
  const char *other;
  guint first;
  guint n_slots;
  guint n_lanes;
  const char *group;
} PlannerTimetableColumn;

/**
 * PlannerTimetable:
 * @origin_utc: the full hour at or before the first start, in seconds since the epoch
 * @n_minutes: the minutes from the origin to the full hour at or after the last end; 0 without slots
 * @columns: (element-type PlannerTimetableColumn): in the order of the rooms in the agenda; rooms of a group are together. The
 *   rooms of other conferences follow.
 * @slots: (element-type PlannerTimetableSlot): by column, then start, then lane
 * @n_untimed: the number of sessions that are left out because their time is to be announced
 *
 * The layout of some sessions, usually those of one day: rooms as columns, and time downwards.
 */
typedef struct
{
  PlannerAgenda *agenda;
  gint64 origin_utc;
  int n_minutes;
  GArray *columns;
  GArray *slots;
  guint n_untimed;

  /*< private >*/
  GPtrArray *groups; /* owned: PlannerRoomGroup */
  GPtrArray
      *group_names; /* owned: by the index of a room: borrowed from the groups or the caller, nullable */
  guint n_rooms;    /* the number of indices of rooms of the agenda, the last of which is for no room */
} PlannerTimetable;

typedef enum
{
  PLANNER_TIMETABLE_UP,
  PLANNER_TIMETABLE_DOWN,
  PLANNER_TIMETABLE_LEFT,
  PLANNER_TIMETABLE_RIGHT,
} PlannerTimetableDirection;

PlannerTimetable *
planner_timetable_new (PlannerAgenda *agenda, GPtrArray *sessions, GPtrArray *others, GTimeZone *zone);
void planner_timetable_free (PlannerTimetable *timetable);

const PlannerTimetableSlot *planner_timetable_get_slot (const PlannerTimetable *timetable, guint index);
const PlannerTimetableColumn *planner_timetable_get_column (const PlannerTimetable *timetable, guint index);
guint planner_timetable_find_neighbor (const PlannerTimetable *timetable,
                                       guint index,
                                       PlannerTimetableDirection direction);
guint planner_timetable_find_first (const PlannerTimetable *timetable, int from_min);
guint planner_timetable_find_last (const PlannerTimetable *timetable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerTimetable, planner_timetable_free)

G_END_DECLS
