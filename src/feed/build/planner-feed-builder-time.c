/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds the start, duration and time zone of each session. The time zone of the attendee's computer plays no part. */

#include "feed/build/planner-feed-builder-time.h"
#include "feed/build/planner-feed-note.h"
#include "feed/build/planner-feed-time.h"

#define DEFAULT_DAY_CHANGE_S (4 * 60 * 60)
#define LATEST_DAY_CHANGE_S (12 * 60 * 60)

/* The start of a session, from its members "date" and "start". */
typedef struct
{
  PlannerStamp date;
  gboolean has_date;
  gint64 clock_s;
  gboolean has_clock;
} Start;

static GTimeZone *
get_fixed_zone (PlannerBuilder *self, int offset_s)
{
  GTimeZone *zone = g_hash_table_lookup (self->zones_by_offset, GINT_TO_POINTER (offset_s));

  if (!zone)
    {
      /* The identifier of g_time_zone_new_offset() also has seconds, such as "+08:00:00". */
      g_autofree char *name = g_strdup_printf ("%c%02d:%02d", offset_s < 0 ? '-' : '+', ABS (offset_s) / 3600,
                                               ABS (offset_s) / 60 % 60);

      zone = g_time_zone_new_identifier (name);
      if (!zone)
        zone = g_time_zone_new_offset (offset_s);
      g_hash_table_insert (self->zones_by_offset, GINT_TO_POINTER (offset_s), zone);
    }

  return zone;
}

/* Returns: the time of day, rounded down to the minute */
static gint64
get_clock (gint64 local_s)
{
  const gint64 clock_s = local_s - planner_feed_floor_to_day (local_s);

  return clock_s - clock_s % 60;
}

static void
count (GHashTable *counts, int value)
{
  const gpointer key = GINT_TO_POINTER (value);

  g_hash_table_insert (counts, key,
                       GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, key)) + 1));
}

static void
count_offset (GHashTable *counts, const char *text)
{
  PlannerStamp stamp;

  if (planner_feed_parse_stamp (text, &stamp) && stamp.has_offset)
    count (counts, stamp.offset_s);
}

static gboolean
find_most_common (GHashTable *counts, int *most_common)
{
  GHashTableIter iter;
  gpointer key, value;
  int best = 0;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_INT (value) > best ||
        (GPOINTER_TO_INT (value) == best && GPOINTER_TO_INT (key) < *most_common))
      {
        best = GPOINTER_TO_INT (value);
        *most_common = GPOINTER_TO_INT (key);
      }

  return best > 0;
}

/* Finds the offset that most sessions have, or most days when sessions have none. */
static gboolean
find_common_offset (PlannerBuilder *self, int *offset_s)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->drafts->len; i++)
    {
      const PlannerDraftSession *draft = g_ptr_array_index (self->drafts, i);

      count_offset (counts, draft->date ? draft->date : draft->start);
    }
  for (guint i = 0; g_hash_table_size (counts) == 0 && i < self->days->len; i++)
    {
      const PlannerDraftDay *day = g_ptr_array_index (self->days, i);

      count_offset (counts, day->start ? day->start : day->end);
    }

  return find_most_common (counts, offset_s);
}

static void
choose_zones (PlannerBuilder *self)
{
  int offset_s = 0;

  self->named_zone = planner_feed_zone_new (self->zone_name, &self->agenda->zone_name);
  if (self->zone_name && !self->named_zone)
    planner_report_add_value (self->report, PLANNER_SEVERITY_REPAIRED, self->zone_where,
                              PLANNER_PROBLEM_BAD_ZONE, self->zone_name,
                              "is not the IANA name of a time zone", "the offsets of the dates are used");

  if (self->named_zone)
    self->fallback_zone = g_time_zone_ref (self->named_zone);
  else if (find_common_offset (self, &offset_s) && !(offset_s == 0 && self->utc_tells_no_zone))
    self->fallback_zone = g_time_zone_ref (get_fixed_zone (self, offset_s));
  else
    {
      self->has_no_zone = TRUE;
      self->fallback_zone = self->options->default_zone ? g_time_zone_ref (self->options->default_zone)
                                                        : g_time_zone_new_utc ();
    }
  self->agenda->zone = g_time_zone_ref (self->fallback_zone);
}

/* Some schedules write the bounds of days in UTC, so an offset of 0 is converted. Other bounds count as local time. */
static gint64
read_window (PlannerBuilder *self, const char *text)
{
  PlannerStamp stamp;

  if (!planner_feed_parse_stamp (text, &stamp) || !stamp.has_clock)
    return PLANNER_FEED_NO_DAY;
  if (stamp.has_offset && stamp.offset_s == 0)
    return stamp.local_s + planner_feed_get_offset (self->fallback_zone, stamp.local_s);

  return stamp.local_s;
}

static gint64
find_date_of_day (PlannerBuilder *self, const PlannerDraftDay *day, guint position)
{
  PlannerStamp stamp;

  if (planner_feed_parse_stamp (day->date, &stamp))
    return planner_feed_floor_to_day (stamp.local_s);
  if (day->window_start_s != PLANNER_FEED_NO_DAY)
    return planner_feed_floor_to_day (day->window_start_s);
  if (planner_feed_parse_stamp (self->start_date, &stamp))
    return planner_feed_floor_to_day (stamp.local_s) + (gint64) position * PLANNER_FEED_DAY_S;

  return PLANNER_FEED_NO_DAY;
}

/* Some schedules write 03:59 or 08:59:59 for the end of a day. */
static gint64
round_window_end (gint64 end_s)
{
  end_s += end_s % 60 == 59 ? 1 : 0;

  return end_s % 3600 == 59 * 60 ? end_s + 60 : end_s;
}

/* Days whose bounds cross midnight show at which time of day the schedule begins a new day. */
static void
count_day_change (const PlannerDraftDay *day, GHashTable *counts)
{
  gint64 length_s, midnight_s, change_s;

  if (day->window_start_s == PLANNER_FEED_NO_DAY || day->window_end_s == PLANNER_FEED_NO_DAY)
    return;
  length_s = day->window_end_s - day->window_start_s;
  midnight_s = planner_feed_floor_to_day (day->window_start_s) + PLANNER_FEED_DAY_S;
  if (length_s <= 0 || length_s > PLANNER_FEED_DAY_S + LATEST_DAY_CHANGE_S || day->window_end_s < midnight_s)
    return;

  change_s = MIN (day->window_end_s - midnight_s, get_clock (day->window_start_s));
  if (change_s <= LATEST_DAY_CHANGE_S)
    count (counts, (int) change_s);
}

static void
read_day_change (PlannerBuilder *self)
{
  gint64 clock_s;

  self->default_day_change_s = DEFAULT_DAY_CHANGE_S;
  if (planner_feed_parse_clock (self->day_change, &clock_s) && clock_s <= LATEST_DAY_CHANGE_S)
    self->default_day_change_s = clock_s;
  else if (self->day_change)
    planner_report_add_value (self->report, PLANNER_SEVERITY_REPAIRED, "$", PLANNER_PROBLEM_BAD_DAY_CHANGE,
                              self->day_change, "is no time at which a day can begin", "it is read as 04:00");
}

static void
read_days (PlannerBuilder *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  int change_s = 0;

  for (guint i = 0; i < self->days->len; i++)
    {
      PlannerDraftDay *day = g_ptr_array_index (self->days, i);
      gint64 end_s = read_window (self, day->end);

      day->window_start_s = read_window (self, day->start);
      day->window_end_s = end_s == PLANNER_FEED_NO_DAY ? end_s : round_window_end (end_s);
      day->date_s = find_date_of_day (self, day, i);
      count_day_change (day, counts);
    }
  read_day_change (self);
  self->day_change_s = find_most_common (counts, &change_s) ? change_s : self->default_day_change_s;
}

static void
note_read_clock (PlannerDraftSession *draft, gint64 clock_s)
{
  g_autofree char *made =
      g_strdup_printf ("it is read as %02d:%02d%s", (int) (clock_s / 3600 % 24), (int) (clock_s / 60 % 60),
                       clock_s >= PLANNER_FEED_DAY_S ? " of the next day" : "");

  planner_draft_note_value (draft, PLANNER_SEVERITY_REPAIRED, "start", PLANNER_PROBLEM_BAD_START,
                            draft->start, "is not written as HH:MM", made);
}

static void
read_clock (PlannerDraftSession *draft, Start *start)
{
  PlannerStamp stamp;

  if (planner_feed_is_to_be_announced (draft->start))
    {
      draft->time_unknown = TRUE;
      return;
    }
  if (planner_feed_parse_stamp (draft->start, &stamp) && stamp.has_clock)
    {
      if (start->date.has_clock)
        return;
      start->date = stamp;
      start->has_date = TRUE;
      return;
    }

  switch (planner_feed_parse_clock (draft->start, &start->clock_s))
    {
    case PLANNER_READING_NONE:
      planner_draft_note_value (draft, PLANNER_SEVERITY_REPAIRED, "start", PLANNER_PROBLEM_BAD_START,
                                draft->start, "is not a time",
                                start->date.has_clock ? "the date tells it" : "the time is to be announced");
      break;
    case PLANNER_READING_REPAIRED:
      note_read_clock (draft, start->clock_s);
      start->has_clock = TRUE;
      break;
    case PLANNER_READING_WELL:
    default:
      start->has_clock = TRUE;
    }
}

static Start
read_start (PlannerDraftSession *draft)
{
  Start start = { 0 };

  start.has_date = planner_feed_parse_stamp (draft->date, &start.date);
  if (draft->date && !start.has_date && !planner_feed_is_to_be_announced (draft->date))
    planner_draft_note_value (draft, PLANNER_SEVERITY_REPAIRED, "date", PLANNER_PROBLEM_BAD_DATE, draft->date,
                              "is not a date", "the day that lists the session tells it");
  if (draft->start)
    read_clock (draft, &start);

  return start;
}

/* The named zone and the offset of the date may disagree. The member "start" decides, because it is what posters show. */
static GTimeZone *
choose_zone_with_offset (PlannerBuilder *self, PlannerDraftSession *draft, const Start *start)
{
  const gint64 instant_utc = start->date.local_s - start->date.offset_s;
  GTimeZone *const zone = self->named_zone ? self->named_zone : self->options->default_zone;
  GTimeZone *const fixed = get_fixed_zone (self, start->date.offset_s);
  const gint64 shown_s = get_clock (start->clock_s);
  g_autofree char *made = NULL;

  if (!start->has_clock && start->date.offset_s == 0 && self->utc_tells_no_zone)
    return self->fallback_zone;
  if (!start->has_clock)
    return self->named_zone ? zone : fixed;
  if (self->named_zone && get_clock (instant_utc + planner_feed_get_offset (zone, instant_utc)) == shown_s)
    return zone;
  if (get_clock (start->date.local_s) == shown_s)
    {
      self->zone_differs |= self->named_zone != NULL;
      return fixed;
    }
  if (zone && get_clock (instant_utc + planner_feed_get_offset (zone, instant_utc)) == shown_s)
    return zone;
  made = g_strdup_printf ("the date is used, %s", draft->date);
  planner_draft_note_value (draft, PLANNER_SEVERITY_REPAIRED, "start", PLANNER_PROBLEM_START_DIFFERS,
                            draft->start, "is not the time of the date", made);

  return self->named_zone ? zone : fixed;
}

static void
set_instant (PlannerDraftSession *draft, gint64 instant_utc, GTimeZone *zone)
{
  draft->session->start_utc = instant_utc;
  draft->session->zone = g_time_zone_ref (zone);
  draft->local_s = instant_utc + planner_feed_get_offset (zone, instant_utc);
}

static void
place_start (PlannerBuilder *self, PlannerDraftSession *draft)
{
  const Start start = read_start (draft);
  gint64 local_s = start.has_date ? start.date.local_s : draft->listed_day_s;

  if (!start.date.has_clock && !start.has_clock)
    draft->time_unknown = TRUE;
  if (local_s == PLANNER_FEED_NO_DAY)
    draft->day_unknown = TRUE;
  if (draft->day_unknown || draft->time_unknown)
    {
      draft->session->zone = g_time_zone_ref (self->fallback_zone);
      draft->day_s = draft->day_unknown ? PLANNER_FEED_NO_DAY : planner_feed_floor_to_day (local_s);
      return;
    }

  if (start.date.has_offset)
    {
      set_instant (draft, start.date.local_s - start.date.offset_s,
                   choose_zone_with_offset (self, draft, &start));
      return;
    }
  if (!start.date.has_clock)
    local_s = planner_feed_floor_to_day (local_s) + start.clock_s;
  /* A session after midnight that has no date of its own is listed under the day before. */
  if (!start.has_date && start.clock_s < self->day_change_s)
    local_s += PLANNER_FEED_DAY_S;
  self->n_local++;
  set_instant (draft, planner_feed_local_to_utc (local_s, self->fallback_zone), self->fallback_zone);
}

static gboolean
is_utc (const char *zone_name)
{
  return g_strcmp0 (zone_name, "UTC") == 0;
}

/* The attendee can choose the zone of such a schedule. A schedule whose times all have an offset needs none. */
static void
note_no_zone (PlannerBuilder *self)
{
  const char *zone = g_time_zone_get_identifier (self->fallback_zone);

  if (self->has_no_zone && self->n_local > 0)
    planner_report_add (self->report, PLANNER_SEVERITY_NOTE, "$", PLANNER_PROBLEM_NO_ZONE,
                        "The schedule names no time zone; its times are read as those of %s.", zone);
  else if (self->always_utc && (self->has_no_zone || is_utc (self->agenda->zone_name)))
    planner_report_add (
        self->report, PLANNER_SEVERITY_NOTE, "$", PLANNER_PROBLEM_NO_ZONE,
        "The schedule names no time zone but UTC, which its program writes for every conference; "
        "the times are shown in %s.",
        zone);
}

/* Returns: the end as an instant, or %PLANNER_TIME_UNKNOWN */
static gint64
find_end (PlannerDraftSession *draft)
{
  GTimeZone *zone = draft->session->zone;
  PlannerStamp stamp;
  gint64 clock_s, local_s;

  if (planner_feed_parse_stamp (draft->end, &stamp) && stamp.has_clock)
    return stamp.has_offset ? stamp.local_s - stamp.offset_s
                            : planner_feed_local_to_utc (stamp.local_s, zone);
  if (!planner_feed_parse_clock (draft->end, &clock_s))
    return PLANNER_TIME_UNKNOWN;
  local_s = planner_feed_floor_to_day (draft->local_s) + clock_s;
  if (local_s < draft->local_s)
    local_s += PLANNER_FEED_DAY_S;

  return planner_feed_local_to_utc (local_s, zone);
}

static gboolean
take_end (PlannerDraftSession *draft)
{
  PlannerSession *session = draft->session;
  gint64 end_utc;

  if (!draft->end || !planner_session_has_time (session))
    return FALSE;
  end_utc = find_end (draft);
  if (end_utc != PLANNER_TIME_UNKNOWN && end_utc >= session->start_utc &&
      end_utc - session->start_utc <= PLANNER_FEED_MAX_DURATION_S)
    {
      session->duration_s = end_utc - session->start_utc;
      return TRUE;
    }
  planner_draft_note_value (draft, PLANNER_SEVERITY_REPAIRED, "end", PLANNER_PROBLEM_BAD_END, draft->end,
                            "is no end for this start", "the duration is used");

  return FALSE;
}

static void
place_end (PlannerBuilder *self, PlannerDraftSession *draft)
{
  PlannerSession *session = draft->session;
  PlannerReading reading;
  g_autofree char *made = NULL;

  if (take_end (draft))
    return;
  if (!draft->duration)
    {
      if (planner_session_has_time (session))
        planner_draft_note (draft, PLANNER_SEVERITY_NOTE, NULL, PLANNER_PROBLEM_NO_DURATION,
                            "The session has no duration.");
      return;
    }

  reading = planner_feed_parse_duration (draft->duration, self->days_first, &session->duration_s);
  if (reading == PLANNER_READING_REPAIRED)
    made = g_strdup_printf ("it is read as %d minutes", (int) (session->duration_s / 60));
  if (reading != PLANNER_READING_WELL)
    planner_draft_note_value (draft, PLANNER_SEVERITY_REPAIRED, "duration", PLANNER_PROBLEM_BAD_DURATION,
                              draft->duration,
                              made ? "is not written as HH:MM" : "is no duration of a session",
                              made ? made : "it is left out");
}

/**
 * planner_builder_place_in_time:
 *
 * Sets the start, duration and time zone of every session (rules T1 to T4, T9, T10, F1).
 */
void
planner_builder_place_in_time (PlannerBuilder *self)
{
  choose_zones (self);
  read_days (self);
  for (guint i = 0; i < self->drafts->len; i++)
    {
      PlannerDraftSession *draft = g_ptr_array_index (self->drafts, i);

      draft->listed_day_s = draft->day < 0
                                ? PLANNER_FEED_NO_DAY
                                : ((PlannerDraftDay *) g_ptr_array_index (self->days, draft->day))->date_s;
      place_start (self, draft);
      place_end (self, draft);
    }
  note_no_zone (self);
  if (self->zone_differs)
    planner_report_add_value (self->report, PLANNER_SEVERITY_NOTE, self->zone_where,
                              PLANNER_PROBLEM_ZONE_DIFFERS, self->agenda->zone_name,
                              "does not have the offsets of the dates of sessions",
                              "the offsets of the dates are used");
}
