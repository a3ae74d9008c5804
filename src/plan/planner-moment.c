/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-moment.h"

#include "plan/planner-phase.h"
#include "plan/planner-place.h"

#define MINUTE_S 60
#define HOUR_S (60 * MINUTE_S)

/* Lists open at the sessions that started less than this time ago. Schedules start sessions at whole minutes, so all seconds of a
 * minute give the same session. */
#define PRESENT_S (30 * MINUTE_S)

static gint64
floor_minutes (gint64 instant_utc)
{
  const gint64 rest = instant_utc % MINUTE_S;

  return instant_utc - (rest < 0 ? rest + MINUTE_S : rest);
}

static int
count_minutes (gint64 from_utc, gint64 to_utc)
{
  const gint64 seconds = planner_time_add (to_utc, -from_utc);

  return seconds > 0 ? (int) MIN ((seconds + MINUTE_S - 1) / MINUTE_S, G_MAXINT) : 0;
}

/**
 * planner_session_get_moment:
 * @now_utc: the current time in seconds since the epoch, or %PLANNER_TIME_UNKNOWN
 *
 * Unlike planner_session_get_phase(), it distinguishes unknown times.
 */
PlannerMoment
planner_session_get_moment (const PlannerSession *session, gint64 now_utc)
{
  g_return_val_if_fail (session != NULL, PLANNER_MOMENT_UNKNOWN);

  if (!planner_session_has_time (session) || now_utc == PLANNER_TIME_UNKNOWN)
    return PLANNER_MOMENT_UNKNOWN;

  switch (planner_session_get_phase (session, now_utc))
    {
    case PLANNER_PHASE_FUTURE:
      return PLANNER_MOMENT_BEFORE;
    case PLANNER_PHASE_PRESENT:
      return PLANNER_MOMENT_RUNNING;
    case PLANNER_PHASE_PAST:
    default:
      return PLANNER_MOMENT_OVER;
    }
}

/**
 * planner_session_get_minutes_left:
 * @session: a session with a time
 * @now_utc: the current time in seconds since the epoch
 *
 * Returns: how many minutes the session still runs, rounded up
 */
int
planner_session_get_minutes_left (const PlannerSession *session, gint64 now_utc)
{
  g_return_val_if_fail (session != NULL, 0);

  return count_minutes (now_utc, planner_phase_get_over_utc (session->start_utc,
                                                             planner_session_get_end_utc (session)));
}

/**
 * planner_session_get_minutes_until:
 * @session: a session with a time
 * @now_utc: the current time in seconds since the epoch
 *
 * Returns: in how many minutes the session starts, rounded up
 */
int
planner_session_get_minutes_until (const PlannerSession *session, gint64 now_utc)
{
  g_return_val_if_fail (session != NULL, 0);

  return count_minutes (now_utc, session->start_utc);
}

/**
 * planner_session_get_progress:
 * @now_utc: the current time in seconds since the epoch
 *
 * Returns: how much of the session has passed, from 0.0 to 1.0; negative if it does not run
 */
double
planner_session_get_progress (const PlannerSession *session, gint64 now_utc)
{
  if (planner_session_get_moment (session, now_utc) != PLANNER_MOMENT_RUNNING)
    return -1.0;

  return (double) (now_utc - session->start_utc) / (double) MAX (session->duration_s, MINUTE_S);
}

/**
 * planner_session_is_present:
 * @now_utc: the current time in seconds since the epoch
 *
 * Returns: whether the session is to come, or runs and started a short time ago. Lists open at the first such session:
 *   a workshop that runs since the morning does not keep them at the morning.
 */
gboolean
planner_session_is_present (const PlannerSession *session, gint64 now_utc)
{
  const PlannerMoment phase = planner_session_get_moment (session, now_utc);

  return phase == PLANNER_MOMENT_BEFORE ||
         (phase == PLANNER_MOMENT_RUNNING && now_utc - session->start_utc < PRESENT_S);
}

/**
 * planner_agenda_get_moment:
 * @now_utc: the current time in seconds since the epoch
 *
 * Returns: the phase of the conference, from the start of its first session to the end of its last one, nights included
 */
PlannerMoment
planner_agenda_get_moment (const PlannerAgenda *agenda, gint64 now_utc)
{
  gboolean before = FALSE, over = FALSE;

  g_return_val_if_fail (agenda != NULL, PLANNER_MOMENT_UNKNOWN);

  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerMoment phase =
          planner_session_get_moment (planner_agenda_get_session (agenda, i), now_utc);

      if (phase == PLANNER_MOMENT_RUNNING)
        return PLANNER_MOMENT_RUNNING;
      before |= phase == PLANNER_MOMENT_BEFORE;
      over |= phase == PLANNER_MOMENT_OVER;
    }

  if (before && over)
    return PLANNER_MOMENT_RUNNING;
  if (before)
    return PLANNER_MOMENT_BEFORE;

  return over ? PLANNER_MOMENT_OVER : PLANNER_MOMENT_UNKNOWN;
}

/**
 * planner_agenda_has_times:
 *
 * Returns: whether a session has a time; otherwise planner_agenda_get_moment() is always %PLANNER_MOMENT_UNKNOWN
 */
gboolean
planner_agenda_has_times (const PlannerAgenda *agenda)
{
  g_return_val_if_fail (agenda != NULL, FALSE);

  for (guint i = 0; i < agenda->sessions->len; i++)
    if (planner_session_has_time (planner_agenda_get_session (agenda, i)))
      return TRUE;

  return FALSE;
}

/**
 * planner_agenda_find_next:
 * @now_utc: the current time in seconds since the epoch
 *
 * Returns: (nullable) (transfer none): the session that starts first from now on
 */
const PlannerSession *
planner_agenda_find_next (const PlannerAgenda *agenda, gint64 now_utc)
{
  const PlannerSession *next = NULL;

  g_return_val_if_fail (agenda != NULL, NULL);

  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);

      if (planner_session_get_moment (session, now_utc) == PLANNER_MOMENT_BEFORE &&
          (!next || session->start_utc < next->start_utc))
        next = session;
    }

  return next;
}

/**
 * planner_agenda_find_today:
 * @now_utc: the current time in seconds since the epoch
 *
 * Returns: (nullable) (transfer none): the day of the session that started last; %NULL before the first one
 */
const PlannerDay *
planner_agenda_find_today (const PlannerAgenda *agenda, gint64 now_utc)
{
  const PlannerSession *latest = NULL;

  g_return_val_if_fail (agenda != NULL, NULL);

  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);

      if (planner_session_has_time (session) && session->start_utc <= now_utc &&
          (!latest || session->start_utc > latest->start_utc))
        latest = session;
    }

  return latest ? planner_agenda_get_day (agenda, latest) : NULL;
}

static gint64
get_next_midnight (gint64 now_utc, GTimeZone *zone)
{
  g_autoptr (GDateTime) now = planner_time_to_zone (now_utc, zone);
  g_autoptr (GDateTime) tomorrow = now ? g_date_time_add_days (now, 1) : NULL;
  g_autoptr (GDateTime) midnight = NULL;

  if (tomorrow)
    midnight = g_date_time_new (zone, g_date_time_get_year (tomorrow), g_date_time_get_month (tomorrow),
                                g_date_time_get_day_of_month (tomorrow), 0, 0, 0);

  return midnight ? g_date_time_to_unix (midnight) : PLANNER_NEVER;
}

/**
 * planner_session_get_next_change:
 * @now_utc: the current time in seconds since the epoch
 *
 * Returns: the next time, in seconds since the epoch, at which a text about the session changes: the next minute while it runs or
 *   starts within an hour, else an hour before it starts. %PLANNER_NEVER once it is over, or if it has no time.
 */
gint64
planner_session_get_next_change (const PlannerSession *session, gint64 now_utc)
{
  const PlannerMoment moment = planner_session_get_moment (session, now_utc);

  if (moment == PLANNER_MOMENT_BEFORE && session->start_utc - now_utc > HOUR_S)
    return session->start_utc - HOUR_S;

  return moment == PLANNER_MOMENT_RUNNING || moment == PLANNER_MOMENT_BEFORE
             ? floor_minutes (now_utc) + MINUTE_S
             : PLANNER_NEVER;
}

/**
 * planner_agenda_get_next_change:
 * @now_utc: the current time in seconds since the epoch
 *
 * Returns: the next time, in seconds since the epoch, at which a text about the present changes: that of a session, see
 *   planner_session_get_next_change(), and midnight while the conference has not begun. %PLANNER_NEVER once the conference is
 *   over, or if it has no times.
 */
gint64
planner_agenda_get_next_change (const PlannerAgenda *agenda, gint64 now_utc)
{
  const PlannerSession *next = planner_agenda_find_next (agenda, now_utc);
  gint64 change_utc = PLANNER_NEVER;

  for (guint i = 0; i < agenda->sessions->len; i++)
    change_utc =
        MIN (change_utc, planner_session_get_next_change (planner_agenda_get_session (agenda, i), now_utc));
  if (planner_agenda_get_moment (agenda, now_utc) == PLANNER_MOMENT_BEFORE)
    change_utc = MIN (change_utc, get_next_midnight (now_utc, next->zone));

  return change_utc;
}

static gboolean
is_in_room (const PlannerSession *session, const PlannerRoom *room)
{
  return room ? planner_session_is_in_room (session, room->name) : !session->room;
}

/* The day of a session that runs, or else of the next one. After midnight it is still the day before. */
static gboolean
find_current_day (const PlannerAgenda *agenda, gint64 now_utc, guint *day)
{
  const PlannerSession *next = planner_agenda_find_next (agenda, now_utc);
  const PlannerSession *latest = NULL;

  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);

      if (planner_session_get_moment (session, now_utc) == PLANNER_MOMENT_RUNNING &&
          (!latest || session->start_utc > latest->start_utc))
        latest = session;
    }

  if (latest || next)
    *day = latest ? latest->day : next->day;

  return latest || next;
}

/* Several sessions may run in a room at once: each has an item of its own, and the first one has the next session. */
static void
add_room (GArray *rooms, const PlannerAgenda *agenda, const PlannerRoom *room, guint day, gint64 now_utc)
{
  PlannerRoomNow first = { .room = room };
  const guint index = rooms->len;

  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);
      const PlannerMoment phase = planner_session_get_moment (session, now_utc);

      if (session->cancelled || !is_in_room (session, room))
        continue;
      if (phase == PLANNER_MOMENT_RUNNING)
        {
          const PlannerRoomNow item = { .room = room, .running = session };

          g_array_append_val (rooms, item);
        }
      else if (phase == PLANNER_MOMENT_BEFORE && session->day == day &&
               (!first.next || session->start_utc < first.next->start_utc))
        {
          first.next = session;
        }
    }

  if (rooms->len > index)
    g_array_index (rooms, PlannerRoomNow, index).next = first.next;
  else if (first.next)
    g_array_append_val (rooms, first);
}

/**
 * planner_agenda_list_rooms_now:
 * @now_utc: the current time in seconds since the epoch
 *
 * Returns: (transfer full) (element-type PlannerRoomNow): for each room in the order of the agenda, what runs and what comes
 *   next on the current day. Rooms without either are left out, and so are cancelled sessions. A session in several rooms is
 *   with each of them.
 */
GArray *
planner_agenda_list_rooms_now (const PlannerAgenda *agenda, gint64 now_utc)
{
  GArray *rooms = g_array_new (FALSE, FALSE, sizeof (PlannerRoomNow));
  guint day;

  g_return_val_if_fail (agenda != NULL, rooms);

  if (!find_current_day (agenda, now_utc, &day))
    return rooms;

  for (guint i = 0; i < agenda->rooms->len; i++)
    {
      const PlannerRoom *room = g_ptr_array_index (agenda->rooms, i);

      if (room->n_parts == 0)
        add_room (rooms, agenda, room, day, now_utc);
    }
  add_room (rooms, agenda, NULL, day, now_utc);

  return rooms;
}

/**
 * planner_agenda_list_room_now:
 * @room: (nullable): a room of @agenda; %NULL for sessions without a room
 * @now_utc: the current time in seconds since the epoch
 *
 * Returns: (transfer full) (element-type PlannerRoomNow): the same as planner_agenda_list_rooms_now() for one room; empty if
 *   nothing more happens in it on the current day
 */
GArray *
planner_agenda_list_room_now (const PlannerAgenda *agenda, const PlannerRoom *room, gint64 now_utc)
{
  GArray *rooms = g_array_new (FALSE, TRUE, sizeof (PlannerRoomNow));
  guint day;

  g_return_val_if_fail (agenda != NULL, rooms);

  if (find_current_day (agenda, now_utc, &day))
    add_room (rooms, agenda, room, day, now_utc);

  return rooms;
}

/**
 * planner_agenda_find_cancelled_now:
 * @room: (nullable): a room of @agenda; %NULL for sessions without a room
 * @now_utc: the current time in seconds since the epoch
 *
 * Returns: (nullable) (transfer none): the first cancelled session in the room that would run now, or would still come on the
 *   current day
 */
const PlannerSession *
planner_agenda_find_cancelled_now (const PlannerAgenda *agenda, const PlannerRoom *room, gint64 now_utc)
{
  const PlannerSession *first = NULL;
  guint day;

  g_return_val_if_fail (agenda != NULL, NULL);

  if (!find_current_day (agenda, now_utc, &day))
    return NULL;

  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);
      const PlannerMoment moment = planner_session_get_moment (session, now_utc);

      if (session->cancelled && is_in_room (session, room) &&
          (moment == PLANNER_MOMENT_RUNNING || (moment == PLANNER_MOMENT_BEFORE && session->day == day)) &&
          (!first || session->start_utc < first->start_utc))
        first = session;
    }

  return first;
}
