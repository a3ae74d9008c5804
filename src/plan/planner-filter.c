/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-filter.h"

#include "plan/planner-moment.h"
#include "plan/planner-venue-time.h"

#define MINUTE_S 60
#define DAY_S (24 * 60 * MINUTE_S)

G_DEFINE_BOXED_TYPE (PlannerFilter, planner_filter, planner_filter_copy, planner_filter_free)

/* The seconds from 1970-01-01 to midnight of @date, by the clock at the venue. */
static gboolean
find_midnight (const char *date, gint64 *midnight_s)
{
  GDate day, epoch;

  if (!planner_venue_time_parse_date (date, &day))
    return FALSE;
  g_date_clear (&epoch, 1);
  g_date_set_dmy (&epoch, 1, G_DATE_JANUARY, 1970);
  *midnight_s = (gint64) g_date_days_between (&epoch, &day) * DAY_S;

  return TRUE;
}

PlannerFilter *
planner_filter_new (void)
{
  PlannerFilter *filter = g_new0 (PlannerFilter, 1);

  filter->from_min = filter->to_min = PLANNER_FILTER_ANY_MIN;

  return filter;
}

/**
 * planner_filter_new_for_span:
 * @day: a date as in #PlannerDay
 * @start_utc: in seconds since the epoch
 * @end_utc: in seconds since the epoch
 * @zone: the time zone of the venue
 *
 * Returns: (transfer full): a filter for the sessions that take place on @day between these times
 */
PlannerFilter *
planner_filter_new_for_span (const char *day, gint64 start_utc, gint64 end_utc, GTimeZone *zone)
{
  PlannerFilter *filter = planner_filter_new ();
  gint64 midnight_s;

  g_return_val_if_fail (day != NULL && zone != NULL, filter);

  filter->day = g_strdup (day);
  if (find_midnight (day, &midnight_s))
    {
      filter->from_min = (int) ((planner_venue_time_get_s (start_utc, zone) - midnight_s) / MINUTE_S);
      filter->to_min = (int) ((planner_venue_time_get_s (end_utc, zone) - midnight_s) / MINUTE_S);
    }

  return filter;
}

/**
 * planner_filter_new_for_parallel:
 * @day: a date as in #PlannerDay
 * @session: a session of that day with a time
 *
 * Returns: (transfer full): a filter for the sessions that run at some time during @session
 */
PlannerFilter *
planner_filter_new_for_parallel (const char *day, const PlannerSession *session)
{
  PlannerFilter *filter = planner_filter_new_for_span (day, session->start_utc,
                                                       planner_session_get_end_utc (session), session->zone);

  filter->parallel = TRUE;

  return filter;
}

PlannerFilter *
planner_filter_copy (const PlannerFilter *filter)
{
  PlannerFilter *copy;

  g_return_val_if_fail (filter != NULL, NULL);

  copy = g_memdup2 (filter, sizeof *filter);
  copy->day = g_strdup (filter->day);
  copy->room = g_strdup (filter->room);
  copy->forum = g_strdup (filter->forum);
  copy->language = g_strdup (filter->language);
  copy->type = g_strdup (filter->type);

  return copy;
}

void
planner_filter_free (PlannerFilter *filter)
{
  g_return_if_fail (filter != NULL);

  g_free (filter->day);
  g_free (filter->room);
  g_free (filter->forum);
  g_free (filter->language);
  g_free (filter->type);
  g_free (filter);
}

/**
 * planner_filter_has:
 *
 * Returns: whether the filter has this condition
 */
gboolean
planner_filter_has (const PlannerFilter *filter, PlannerFilterPart part)
{
  g_return_val_if_fail (filter != NULL, FALSE);

  switch (part)
    {
    case PLANNER_FILTER_DAY:
      return filter->day != NULL;
    case PLANNER_FILTER_TIME:
      return filter->from_min != PLANNER_FILTER_ANY_MIN || filter->to_min != PLANNER_FILTER_ANY_MIN;
    case PLANNER_FILTER_ROOM:
      return filter->room != NULL;
    case PLANNER_FILTER_FORUM:
      return filter->forum != NULL;
    case PLANNER_FILTER_LANGUAGE:
      return filter->language != NULL;
    case PLANNER_FILTER_TYPE:
      return filter->type != NULL;
    case PLANNER_FILTER_RECORDED:
      return filter->recorded;
    case PLANNER_FILTER_TO_COME:
      return filter->to_come;
    case PLANNER_FILTER_STARRED:
      return filter->starred;
    case PLANNER_FILTER_N_PARTS:
    default:
      return FALSE;
    }
}

/**
 * planner_filter_is_empty:
 *
 * Returns: whether the filter has no conditions, so that every session matches
 */
gboolean
planner_filter_is_empty (const PlannerFilter *filter)
{
  g_return_val_if_fail (filter != NULL, TRUE);

  for (guint part = 0; part < PLANNER_FILTER_N_PARTS; part++)
    if (planner_filter_has (filter, part))
      return FALSE;

  return TRUE;
}

/**
 * planner_filter_remove:
 * @part: the condition to remove, which the filter need not have
 */
void
planner_filter_remove (PlannerFilter *filter, PlannerFilterPart part)
{
  g_return_if_fail (filter != NULL);

  switch (part)
    {
    case PLANNER_FILTER_DAY:
      g_clear_pointer (&filter->day, g_free);
      break;
    case PLANNER_FILTER_TIME:
      filter->from_min = filter->to_min = PLANNER_FILTER_ANY_MIN;
      filter->parallel = FALSE;
      break;
    case PLANNER_FILTER_ROOM:
      g_clear_pointer (&filter->room, g_free);
      break;
    case PLANNER_FILTER_FORUM:
      g_clear_pointer (&filter->forum, g_free);
      break;
    case PLANNER_FILTER_LANGUAGE:
      g_clear_pointer (&filter->language, g_free);
      break;
    case PLANNER_FILTER_TYPE:
      g_clear_pointer (&filter->type, g_free);
      break;
    case PLANNER_FILTER_RECORDED:
      filter->recorded = FALSE;
      break;
    case PLANNER_FILTER_TO_COME:
      filter->to_come = FALSE;
      break;
    case PLANNER_FILTER_STARRED:
      filter->starred = FALSE;
      break;
    case PLANNER_FILTER_N_PARTS:
    default:
      break;
    }
}

static gboolean
is_same (const char *wanted, const char *value)
{
  return !wanted || g_strcmp0 (wanted, value) == 0;
}

/* A session may be in several rooms, which are the parts of its room then. */
static gboolean
is_in_room (const char *wanted, const PlannerRoom *room)
{
  if (!wanted || (room && g_str_equal (room->name, wanted)))
    return TRUE;

  for (guint i = 0; room && i < room->n_parts; i++)
    if (is_in_room (wanted, room->parts[i]))
      return TRUE;

  return FALSE;
}

/* A session without a duration takes the instant of its start. */
static gboolean
overlaps (const PlannerFilter *filter, gint64 start_s, gint64 end_s)
{
  const gint64 from_s = (gint64) filter->from_min * MINUTE_S;
  const gint64 to_s = MAX ((gint64) filter->to_min * MINUTE_S, from_s + 1);

  return start_s < to_s && MAX (end_s, start_s + 1) > from_s;
}

/* Without a duration it is not known whether a session ends in time. */
static gboolean
fits (const PlannerFilter *filter, const PlannerAgenda *agenda, const PlannerSession *session)
{
  gint64 midnight_s, start_s, end_s;

  if (!planner_filter_has (filter, PLANNER_FILTER_TIME))
    return TRUE;
  if (!planner_session_has_time (session) || session->cancelled ||
      !find_midnight (planner_agenda_get_day (agenda, session)->date, &midnight_s))
    return FALSE;

  start_s = planner_venue_time_get_s (session->start_utc, session->zone) - midnight_s;
  end_s = planner_venue_time_get_s (planner_session_get_end_utc (session), session->zone) - midnight_s;

  if (filter->parallel)
    return overlaps (filter, start_s, end_s);

  return (filter->from_min == PLANNER_FILTER_ANY_MIN || start_s >= (gint64) filter->from_min * MINUTE_S) &&
         (filter->to_min == PLANNER_FILTER_ANY_MIN ||
          (session->duration_s > 0 && end_s <= (gint64) filter->to_min * MINUTE_S));
}

/**
 * planner_filter_matches:
 * @agenda: the agenda that contains @session
 * @starred: whether the attendee has starred the session
 * @now_utc: the current time in seconds since the epoch, or %PLANNER_TIME_UNKNOWN
 *
 * A cancelled session and one without a time match no filter that limits the time.
 *
 * Returns: whether the session meets all conditions
 */
gboolean
planner_filter_matches (const PlannerFilter *filter,
                        const PlannerAgenda *agenda,
                        const PlannerSession *session,
                        gboolean starred,
                        gint64 now_utc)
{
  g_return_val_if_fail (filter != NULL && agenda != NULL && session != NULL, FALSE);

  return is_same (filter->day, planner_agenda_get_day (agenda, session)->date) &&
         is_in_room (filter->room, session->room) &&
         is_same (filter->forum, session->forum ? session->forum->name : NULL) &&
         is_same (filter->language, session->language) && is_same (filter->type, session->type) &&
         !(filter->recorded && session->not_recorded) && (starred || !filter->starred) &&
         !(filter->to_come && planner_session_get_moment (session, now_utc) == PLANNER_MOMENT_OVER) &&
         fits (filter, agenda, session);
}
