/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-timetable.h"

#include "plan/planner-room-groups.h"

#include <string.h>

#define MINUTE_S 60
#define HOUR_S 3600

/* A lane that is in use until a session ends. */
typedef struct
{
  int end_min;
  guint lane;
} BusyLane;

/* The sessions that overlap directly or through others. They share the width of their column. */
typedef struct
{
  guint first;
  guint n_lanes;
  int end_min;
  GArray *busy; /* owned: BusyLane, a heap with the earliest end first */
} Cluster;

static gboolean
is_earlier (const GArray *heap, guint a, guint b)
{
  const BusyLane *first = &g_array_index (heap, BusyLane, a), *second = &g_array_index (heap, BusyLane, b);

  return first->end_min != second->end_min ? first->end_min < second->end_min : first->lane < second->lane;
}

static void
swap_lanes (GArray *heap, guint a, guint b)
{
  const BusyLane lane = g_array_index (heap, BusyLane, a);

  g_array_index (heap, BusyLane, a) = g_array_index (heap, BusyLane, b);
  g_array_index (heap, BusyLane, b) = lane;
}

static void
push_lane (GArray *heap, BusyLane lane)
{
  guint i = heap->len;

  g_array_append_val (heap, lane);
  for (; i > 0 && is_earlier (heap, i, (i - 1) / 2); i = (i - 1) / 2)
    swap_lanes (heap, i, (i - 1) / 2);
}

static BusyLane
pop_lane (GArray *heap)
{
  const BusyLane top = g_array_index (heap, BusyLane, 0);
  guint i = 0;

  swap_lanes (heap, 0, heap->len - 1);
  g_array_set_size (heap, heap->len - 1);
  while (TRUE)
    {
      guint least = i;

      for (guint child = 2 * i + 1; child <= 2 * i + 2 && child < heap->len; child++)
        if (is_earlier (heap, child, least))
          least = child;
      if (least == i)
        return top;
      swap_lanes (heap, i, least);
      i = least;
    }
}

static gint64
find_first_start (GPtrArray *sessions)
{
  gint64 first = G_MAXINT64;

  for (guint i = 0; i < sessions->len; i++)
    {
      const PlannerSession *session = g_ptr_array_index (sessions, i);

      if (planner_session_has_time (session))
        first = MIN (first, session->start_utc);
    }

  return first;
}

/* Offsets may include half hours, so the full hour depends on the zone. */
static gint64
get_full_hour (gint64 instant_utc, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant_utc);
  g_autoptr (GDateTime) local = utc ? g_date_time_to_timezone (utc, zone) : NULL;

  if (!local)
    return instant_utc;

  return instant_utc - g_date_time_get_minute (local) * MINUTE_S - g_date_time_get_second (local);
}

/* Returns: (transfer full): the index of each room among the columns of all rooms. Rooms of a group are together. */
static GHashTable *
order_rooms (PlannerTimetable *self)
{
  GHashTable *indices = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->groups->len; i++)
    {
      const PlannerRoomGroup *group = g_ptr_array_index (self->groups, i);

      for (guint j = 0; j < group->rooms->len; j++)
        {
          g_hash_table_insert (indices, g_ptr_array_index (group->rooms, j),
                               GUINT_TO_POINTER (self->group_names->len));
          g_ptr_array_add (self->group_names, group->name);
        }
    }
  g_ptr_array_add (self->group_names, NULL);
  self->n_rooms = self->group_names->len;

  return indices;
}

/* Sessions whose room is to be announced have a column after those of the rooms. */
static guint
get_room_index (const PlannerTimetable *self, GHashTable *indices, const PlannerRoom *room)
{
  return room ? GPOINTER_TO_UINT (g_hash_table_lookup (indices, room)) : self->n_rooms - 1;
}

/* Adds the columns of one other conference, in the order of its sessions. Its sessions without a room share a column. */
static void
order_other (PlannerTimetable *self, GHashTable *indices, GPtrArray *sessions, GPtrArray *others, char *other)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      const PlannerSession *session = g_ptr_array_index (sessions, i);
      gconstpointer key = session->room ? (gconstpointer) session->room : other;

      if (g_ptr_array_index (others, i) != other || g_hash_table_contains (indices, key))
        continue;
      g_hash_table_insert (indices, (gpointer) key, GUINT_TO_POINTER (self->group_names->len));
      g_ptr_array_add (self->group_names, other);
    }
}

static void
order_others (PlannerTimetable *self, GHashTable *indices, GPtrArray *sessions, GPtrArray *others)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  for (guint i = 0; others && i < others->len; i++)
    {
      char *other = g_ptr_array_index (others, i);

      if (other && g_hash_table_add (done, other))
        order_other (self, indices, sessions, others, other);
    }
}

static int
to_minutes (const PlannerTimetable *self, gint64 instant_utc, int max)
{
  return (int) CLAMP ((instant_utc - self->origin_utc) / MINUTE_S, 0, max);
}

static void
add_slots (PlannerTimetable *self, GPtrArray *sessions, GPtrArray *others, GHashTable *rooms)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      const PlannerSession *session = g_ptr_array_index (sessions, i);
      gconstpointer other = others ? g_ptr_array_index (others, i) : NULL;
      PlannerTimetableSlot slot = { .session = session, .position = i };

      if (!planner_session_has_time (session))
        {
          self->n_untimed++;
          continue;
        }
      slot.column =
          other ? GPOINTER_TO_UINT (g_hash_table_lookup (rooms, session->room ? session->room : other))
                : get_room_index (self, rooms, session->room);
      slot.start_min = to_minutes (self, session->start_utc,
                                   PLANNER_TIMETABLE_MAX_MINUTES - PLANNER_TIMETABLE_MIN_MINUTES);
      slot.end_min =
          MAX (to_minutes (self, planner_session_get_end_utc (session), PLANNER_TIMETABLE_MAX_MINUTES),
               slot.start_min + PLANNER_TIMETABLE_MIN_MINUTES);
      g_array_append_val (self->slots, slot);
    }
}

/* Longer sessions come first, so that they are on the left of those beside them. */
static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const PlannerTimetableSlot *first = a, *second = b;

  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;
  if (first->start_min != second->start_min)
    return first->start_min - second->start_min;
  if (first->end_min != second->end_min)
    return second->end_min - first->end_min;

  return first->position < second->position ? -1 : 1;
}

static void
finish_cluster (PlannerTimetable *self, Cluster *cluster, guint end)
{
  for (guint i = cluster->first; i < end; i++)
    g_array_index (self->slots, PlannerTimetableSlot, i).n_lanes = cluster->n_lanes;
  g_array_set_size (cluster->busy, 0);
  cluster->first = end;
  cluster->n_lanes = 0;
  cluster->end_min = 0;
}

static void
place_in_lane (Cluster *cluster, PlannerTimetableSlot *slot)
{
  const gboolean has_free =
      cluster->busy->len > 0 && g_array_index (cluster->busy, BusyLane, 0).end_min <= slot->start_min;

  slot->lane = has_free ? pop_lane (cluster->busy).lane : cluster->n_lanes++;
  push_lane (cluster->busy, (BusyLane) { slot->end_min, slot->lane });
  cluster->end_min = MAX (cluster->end_min, slot->end_min);
}

static void
place_column (PlannerTimetable *self, Cluster *cluster, guint column_index)
{
  PlannerTimetableColumn *column = &g_array_index (self->columns, PlannerTimetableColumn, column_index);
  const guint end = column->first + column->n_slots;

  cluster->first = column->first;
  for (guint i = column->first; i < end; i++)
    {
      PlannerTimetableSlot *slot = &g_array_index (self->slots, PlannerTimetableSlot, i);

      if (slot->start_min >= cluster->end_min)
        finish_cluster (self, cluster, i);
      slot->column = column_index;
      place_in_lane (cluster, slot);
      column->n_lanes = MAX (column->n_lanes, cluster->n_lanes);
    }
  finish_cluster (self, cluster, end);
}

/* Until here, the column of a slot is the index of its room. Rooms without sessions have no column. */
static void
add_columns (PlannerTimetable *self)
{
  Cluster cluster = { .busy = g_array_new (FALSE, FALSE, sizeof (BusyLane)) };

  for (guint i = 0, end; i < self->slots->len; i = end)
    {
      const PlannerTimetableSlot *first = planner_timetable_get_slot (self, i);
      const guint room_index = first->column;
      PlannerTimetableColumn column = { .room = first->session->room, .first = i };

      column.group = g_ptr_array_index (self->group_names, room_index);
      column.other = room_index >= self->n_rooms ? column.group : NULL;
      for (end = i; end < self->slots->len && planner_timetable_get_slot (self, end)->column == room_index;)
        end++;
      column.n_slots = end - i;
      g_array_append_val (self->columns, column);
      place_column (self, &cluster, self->columns->len - 1);
    }
  g_array_unref (cluster.busy);
}

/* A group of which only one room has a column needs no heading. Another conference needs one. */
static void
drop_lone_groups (PlannerTimetable *self)
{
  for (guint i = 0, end; i < self->columns->len; i = end)
    {
      PlannerTimetableColumn *first = &g_array_index (self->columns, PlannerTimetableColumn, i);

      for (end = i + 1; end < self->columns->len; end++)
        if (planner_timetable_get_column (self, end)->group != first->group)
          break;
      if (end == i + 1 && !first->other)
        first->group = NULL;
    }
}

static void
measure (PlannerTimetable *self)
{
  int end_min = 0;

  for (guint i = 0; i < self->slots->len; i++)
    end_min = MAX (end_min, planner_timetable_get_slot (self, i)->end_min);
  self->n_minutes = (end_min + 59) / 60 * 60;
}

/**
 * planner_timetable_new:
 * @agenda: the agenda whose rooms come first
 * @sessions: (element-type PlannerSession): the sessions to lay out, in any order
 * @others: (nullable) (element-type utf8): for each session, the title of its conference if it is not of @agenda, else %NULL.
 *   Sessions of one conference have the same pointer. The caller keeps the titles and these sessions.
 * @zone: the zone in which the timetable starts at a full hour
 *
 * Takes O(n log n) time. Sessions that overlap in one room are placed side by side. A session without a duration takes
 * %PLANNER_TIMETABLE_MIN_MINUTES.
 *
 * Returns: (transfer full): the layout, which keeps a reference to @agenda
 */
PlannerTimetable *
planner_timetable_new (PlannerAgenda *agenda, GPtrArray *sessions, GPtrArray *others, GTimeZone *zone)
{
  PlannerTimetable *self = NULL;
  g_autoptr (GHashTable) rooms = NULL;
  gint64 first;

  g_return_val_if_fail (agenda != NULL && sessions != NULL && zone != NULL, NULL);
  g_return_val_if_fail (!others || others->len == sessions->len, NULL);

  self = g_new0 (PlannerTimetable, 1);
  self->agenda = planner_agenda_ref (agenda);
  self->columns = g_array_new (FALSE, FALSE, sizeof (PlannerTimetableColumn));
  self->slots = g_array_new (FALSE, FALSE, sizeof (PlannerTimetableSlot));
  first = find_first_start (sessions);
  self->origin_utc = first == G_MAXINT64 ? 0 : get_full_hour (first, zone);
  self->groups = planner_room_groups_find (agenda->rooms);
  self->group_names = g_ptr_array_new ();
  rooms = order_rooms (self);
  order_others (self, rooms, sessions, others);

  add_slots (self, sessions, others, rooms);
  g_array_sort (self->slots, compare_slots);
  add_columns (self);
  drop_lone_groups (self);
  measure (self);

  return self;
}

void
planner_timetable_free (PlannerTimetable *timetable)
{
  g_array_unref (timetable->columns);
  g_array_unref (timetable->slots);
  g_ptr_array_unref (timetable->group_names);
  g_ptr_array_unref (timetable->groups);
  planner_agenda_unref (timetable->agenda);
  g_free (timetable);
}

const PlannerTimetableSlot *
planner_timetable_get_slot (const PlannerTimetable *timetable, guint index)
{
  g_return_val_if_fail (index < timetable->slots->len, NULL);

  return &g_array_index (timetable->slots, PlannerTimetableSlot, index);
}

const PlannerTimetableColumn *
planner_timetable_get_column (const PlannerTimetable *timetable, guint index)
{
  g_return_val_if_fail (index < timetable->columns->len, NULL);

  return &g_array_index (timetable->columns, PlannerTimetableColumn, index);
}

/* The next start after the end of a slot, or the last end before its start. Prefers the same lane. */
static guint
find_in_column (const PlannerTimetable *self, const PlannerTimetableSlot *from, gboolean down)
{
  const PlannerTimetableColumn *column = planner_timetable_get_column (self, from->column);
  guint best = PLANNER_TIMETABLE_NONE;
  int least = G_MAXINT;

  for (guint i = column->first; i < column->first + column->n_slots; i++)
    {
      const PlannerTimetableSlot *slot = planner_timetable_get_slot (self, i);
      const int distance = down ? slot->start_min - from->end_min : from->start_min - slot->end_min;

      if (distance >= 0 && (distance < least || (distance == least && slot->lane == from->lane)))
        {
          best = i;
          least = distance;
        }
    }

  return best;
}

static gboolean
overlaps (const PlannerTimetableSlot *a, const PlannerTimetableSlot *b)
{
  return a->start_min < b->end_min && b->start_min < a->end_min;
}

/* The nearest lane on that side at the same time. */
static guint
find_beside (const PlannerTimetable *self, const PlannerTimetableSlot *from, gboolean right)
{
  const PlannerTimetableColumn *column = planner_timetable_get_column (self, from->column);
  guint best = PLANNER_TIMETABLE_NONE;
  int least = G_MAXINT;

  for (guint i = column->first; i < column->first + column->n_slots; i++)
    {
      const PlannerTimetableSlot *slot = planner_timetable_get_slot (self, i);
      const int distance = right ? (int) slot->lane - (int) from->lane : (int) from->lane - (int) slot->lane;

      if (distance > 0 && distance < least && overlaps (slot, from))
        {
          best = i;
          least = distance;
        }
    }

  return best;
}

/* The slot that runs at a time or is nearest to it. Among several, the one on the side from which the column is entered. */
static guint
find_nearest (const PlannerTimetable *self, guint column_index, int minute, gboolean last_lane)
{
  const PlannerTimetableColumn *column = planner_timetable_get_column (self, column_index);
  guint best = PLANNER_TIMETABLE_NONE, best_lane = 0;
  int least = G_MAXINT;

  for (guint i = column->first; i < column->first + column->n_slots; i++)
    {
      const PlannerTimetableSlot *slot = planner_timetable_get_slot (self, i);
      const int distance = MAX (0, MAX (slot->start_min - minute, minute - slot->end_min + 1));

      if (distance < least ||
          (distance == least && (last_lane ? slot->lane > best_lane : slot->lane < best_lane)))
        {
          best = i;
          best_lane = slot->lane;
          least = distance;
        }
    }

  return best;
}

/**
 * planner_timetable_find_neighbor:
 * @index: the index of a slot
 * @direction: the direction to look in
 *
 * Up and down stay in the column. Left and right go to a slot beside it, then to the next column.
 *
 * Returns: the index of the next slot in this direction, or %PLANNER_TIMETABLE_NONE at the edge
 */
guint
planner_timetable_find_neighbor (const PlannerTimetable *timetable,
                                 guint index,
                                 PlannerTimetableDirection direction)
{
  const gboolean right = direction == PLANNER_TIMETABLE_RIGHT;
  const PlannerTimetableSlot *from = NULL;
  guint found;

  g_return_val_if_fail (timetable != NULL && index < timetable->slots->len, PLANNER_TIMETABLE_NONE);

  from = planner_timetable_get_slot (timetable, index);
  if (direction == PLANNER_TIMETABLE_UP || direction == PLANNER_TIMETABLE_DOWN)
    return find_in_column (timetable, from, direction == PLANNER_TIMETABLE_DOWN);

  found = find_beside (timetable, from, right);
  if (found != PLANNER_TIMETABLE_NONE)
    return found;
  if (right ? from->column + 1 >= timetable->columns->len : from->column == 0)
    return PLANNER_TIMETABLE_NONE;

  return find_nearest (timetable, right ? from->column + 1 : from->column - 1, from->start_min, !right);
}

/**
 * planner_timetable_find_first:
 * @from_min: minutes after the origin
 *
 * Returns: the index of the slot with the earliest start at or after @from_min, in the first column that has one; or
 *   %PLANNER_TIMETABLE_NONE
 */
guint
planner_timetable_find_first (const PlannerTimetable *timetable, int from_min)
{
  guint best = PLANNER_TIMETABLE_NONE;
  int least = G_MAXINT;

  g_return_val_if_fail (timetable != NULL, PLANNER_TIMETABLE_NONE);

  for (guint i = 0; i < timetable->slots->len; i++)
    {
      const int start_min = planner_timetable_get_slot (timetable, i)->start_min;

      if (start_min >= from_min && start_min < least)
        {
          best = i;
          least = start_min;
        }
    }

  return best;
}

/**
 * planner_timetable_find_last:
 *
 * Returns: the index of the slot with the latest start, in the last column that has one; or %PLANNER_TIMETABLE_NONE
 */
guint
planner_timetable_find_last (const PlannerTimetable *timetable)
{
  guint best = PLANNER_TIMETABLE_NONE;
  int most = -1;

  g_return_val_if_fail (timetable != NULL, PLANNER_TIMETABLE_NONE);

  for (guint i = 0; i < timetable->slots->len; i++)
    if (planner_timetable_get_slot (timetable, i)->start_min >= most)
      {
        best = i;
        most = planner_timetable_get_slot (timetable, i)->start_min;
      }

  return best;
}
