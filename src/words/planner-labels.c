/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "words/planner-labels.h"

#include "words/planner-clock.h"
#include "words/planner-days.h"
#include "words/planner-duration.h"

#include <glib/gi18n.h>
#include <string.h>

#define DAY_S (24 * 60 * 60)

/* A day within this distance is named by its weekday and its number only. */
#define NEAR_DAYS 7

static int
count_days_between (GDateTime *from, GDateTime *to)
{
  GDate a, b;

  g_date_clear (&a, 1);
  g_date_clear (&b, 1);
  g_date_set_dmy (&a, (GDateDay) g_date_time_get_day_of_month (from),
                  (GDateMonth) g_date_time_get_month (from), (GDateYear) g_date_time_get_year (from));
  g_date_set_dmy (&b, (GDateDay) g_date_time_get_day_of_month (to), (GDateMonth) g_date_time_get_month (to),
                  (GDateYear) g_date_time_get_year (to));

  return g_date_days_between (&a, &b);
}

/* Takes ownership of @text. */
static char *
add_days_off (char *text, int days)
{
  g_autofree char *owned = text;
  g_autofree char *days_off = NULL;

  if (days == 0)
    return g_steal_pointer (&owned);

  if (days > 0)
    days_off = g_strdup_printf (ngettext ("+%d day", "+%d days", (gulong) days), days);
  else
    days_off = g_strdup_printf (ngettext ("−%d day", "−%d days", (gulong) -days), -days);

  /* Translators: a time and its distance in days, as in "01:00 (+1 day)". */
  return g_strdup_printf (_ ("%s (%s)"), owned, days_off);
}

/* The days from the date at the venue to the date in @local. */
static int
count_days_off (const PlannerSession *session, GTimeZone *local)
{
  g_autoptr (GDateTime) venue = planner_session_dup_start (session);
  g_autoptr (GDateTime) there = planner_time_to_zone (session->start_utc, local ? local : session->zone);

  return venue && there ? count_days_between (venue, there) : 0;
}

static void
append_part (GString *line, const char *separator, const char *part)
{
  g_autofree char *isolated = NULL;

  if (!part || !*part)
    return;

  if (line->len > 0)
    g_string_append (line, separator);
  isolated = planner_isolate (part);
  g_string_append (line, isolated);
}

static void
append_taken_part (GString *line, const char *separator, char *part)
{
  append_part (line, separator, part);
  g_free (part);
}

static gboolean
say_same (const char *a, const char *b)
{
  g_autofree char *plain_a = NULL;
  g_autofree char *plain_b = NULL;

  if (!a || !b)
    return FALSE;

  plain_a = g_strstrip (g_strdup (a));
  plain_b = g_strstrip (g_strdup (b));

  return strcmp (plain_a, plain_b) == 0;
}

static char *
format_times (const PlannerSession *session, gint64 duration_s, GTimeZone *local)
{
  const PlannerClock clock = { .zone = local ? local : session->zone,
                               .twelve_hours = planner_uses_twelve_hours () };

  return add_days_off (planner_format_times (session->start_utc, duration_s, &clock),
                       count_days_off (session, local));
}

/**
 * planner_format_start:
 * @local: (nullable): the time zone to use; %NULL for that of the venue
 *
 * Returns: (transfer full): "10:00" or "Time to be announced"
 */
char *
planner_format_start (const PlannerSession *session, GTimeZone *local)
{
  return format_times (session, 0, local);
}

/**
 * planner_format_time_range:
 * @local: (nullable): the time zone to use; %NULL for that of the venue
 *
 * Returns: (transfer full): "10:00 – 10:45", "10:00" without a duration, or "Time to be announced"
 */
char *
planner_format_time_range (const PlannerSession *session, GTimeZone *local)
{
  return format_times (session, session->duration_s, local);
}

/**
 * planner_format_when:
 * @day_date: the date of the day of the session, used if it has no time
 *
 * Returns: (transfer full): day and time at the venue: "Saturday, 27 May 2023, 10:00 – 10:45"
 */
char *
planner_format_when (const PlannerSession *session, const char *day_date)
{
  g_autofree char *date = planner_dup_date (session->start_utc, session->zone);
  g_autofree char *day = planner_format_day_long (date ? date : day_date);
  g_autofree char *time = planner_format_time_range (session, NULL);

  return planner_format_day_and_time (day, time);
}

/**
 * planner_format_local_when:
 * @local: the time zone of the attendee
 *
 * Returns: (nullable) (transfer full): "04:00 – 04:45 (+1 day)", or %NULL if the time at the venue is the same
 */
char *
planner_format_local_when (const PlannerSession *session, GTimeZone *local)
{
  g_autoptr (GDateTime) venue = planner_session_dup_start (session);
  g_autoptr (GDateTime) there = venue ? g_date_time_to_timezone (venue, local) : NULL;

  if (!there || g_date_time_get_utc_offset (venue) == g_date_time_get_utc_offset (there))
    return NULL;

  return planner_format_time_range (session, local);
}

char *
planner_format_room (const PlannerSession *session)
{
  return g_strdup (planner_name_room (session->room ? &session->room->title : &(PlannerText) { 0 }));
}

/**
 * planner_format_session_count:
 *
 * Returns: (transfer full): "1,105 sessions"
 */
char *
planner_format_session_count (guint n)
{
  return g_strdup_printf (ngettext ("%'u session", "%'u sessions", n), n);
}

/**
 * planner_format_speaker_count:
 *
 * Returns: (transfer full): "1,312 speakers"
 */
char *
planner_format_speaker_count (guint n)
{
  return g_strdup_printf (ngettext ("%'u speaker", "%'u speakers", n), n);
}

/**
 * planner_format_room_count:
 *
 * Returns: (transfer full): "35 rooms"
 */
char *
planner_format_room_count (guint n)
{
  return g_strdup_printf (ngettext ("%'u room", "%'u rooms", n), n);
}

/**
 * planner_format_exhibitor_count:
 *
 * Returns: (transfer full): "22 exhibitors"
 */
char *
planner_format_exhibitor_count (guint n)
{
  return g_strdup_printf (ngettext ("%'u exhibitor", "%'u exhibitors", n), n);
}

/**
 * planner_format_speaker_details:
 *
 * Returns: (transfer full): "role, organisation", without what is unknown; "" for neither
 */
char *
planner_format_speaker_details (const PlannerSpeaker *speaker)
{
  GString *line = g_string_new (NULL);

  append_part (line, C_ ("between role and organisation", ", "), speaker->role.shown);
  append_part (line, C_ ("between role and organisation", ", "), speaker->organisation.shown);

  return g_string_free_and_steal (line);
}

/**
 * planner_format_type:
 *
 * Returns: (transfer full): "Lecture · 45 min · English", without what is unknown; "" for nothing
 */
char *
planner_format_type (const PlannerSession *session)
{
  GString *line = g_string_new (NULL);

  append_taken_part (line, " · ", planner_name_type (session->type));
  append_taken_part (line, " · ", planner_format_duration (session->duration_s));
  append_taken_part (line, " · ", planner_name_languages (session->language));

  return g_string_free_and_steal (line);
}

static void
take_row_part (GStrvBuilder *builder, char *part)
{
  if (part && *part)
    g_strv_builder_take (builder, planner_isolate (part));
  g_free (part);
}

/**
 * planner_dup_row_parts:
 *
 * Returns: (transfer full): "10:00 – 10:45", "Hall 3", "Cloud Native Summit", without what is to be announced, since
 *   the heading of the section says so
 */
GStrv
planner_dup_row_parts (const PlannerSession *session, const PlannerRowParts *parts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (parts->withdrawn)
    take_row_part (builder, g_strdup (_ ("Withdrawn")));
  else if (session->cancelled)
    take_row_part (builder, g_strdup (_ ("Cancelled")));
  take_row_part (builder, g_strdup (parts->conference));
  if (parts->plan_b)
    take_row_part (builder, g_strdup (C_ ("session", "Plan B")));
  if (parts->day_date)
    take_row_part (builder, planner_format_day_short (parts->day_date));
  if (planner_session_has_time (session))
    take_row_part (builder, planner_format_time_range (session, parts->local));
  take_row_part (builder, g_strdup (parts->running));
  if (session->room && g_strcmp0 (session->room->title.shown, parts->page_title) != 0)
    take_row_part (builder, g_strdup (session->room->title.shown));
  if (parts->forum && session->forum)
    take_row_part (builder, g_strdup (session->forum->title.shown));
  take_row_part (builder, g_strdup (parts->friends));

  return g_strv_builder_end (builder);
}

/* The month is left out while no other day has this name. */
static char *
format_result_day (const PlannerSession *session, const char *day_date, gint64 now_utc, GTimeZone *local)
{
  g_autofree char *date = planner_dup_date (session->start_utc, local ? local : session->zone);
  const char *shown = date ? date : day_date;
  const gboolean is_near =
      date && ABS (planner_time_add (session->start_utc, -now_utc)) < NEAR_DAYS * (gint64) DAY_S;

  return is_near || !*shown ? planner_format_day_short (shown) : planner_format_dates (shown, shown);
}

/**
 * planner_format_result:
 * @day_date: the date of the day of the session, used if it has no time
 * @now_utc: the current time in seconds since the epoch
 * @local: (nullable): the time zone to use; %NULL for that of the venue
 *
 * Returns: (transfer full): a line below the title of a session that a search found: "Sat 27, 14:00 · Hall 3 · Ada"
 */
char *
planner_format_result (const PlannerSession *session, const char *day_date, gint64 now_utc, GTimeZone *local)
{
  GString *line = g_string_new (session->cancelled ? _ ("Cancelled") : NULL);
  g_autofree char *day = format_result_day (session, day_date, now_utc, local);
  g_autofree char *start = planner_format_start (session, local);

  if (planner_session_has_time (session))
    append_taken_part (line, " · ", planner_format_day_and_time (day, start));
  else
    append_part (line, " · ", day);
  append_part (line, " · ", session->room ? session->room->title.shown : NULL);
  append_taken_part (line, " · ", planner_session_dup_speaker_names (session));

  return g_string_free_and_steal (line);
}

/**
 * planner_format_row_details:
 *
 * Returns: (transfer full): the parts of planner_dup_row_parts() on one line: "10:00 – 10:45 · Hall 3"
 */
char *
planner_format_row_details (const PlannerSession *session, const PlannerRowParts *parts)
{
  g_auto (GStrv) texts = planner_dup_row_parts (session, parts);

  return g_strjoinv (" · ", texts);
}

/**
 * planner_get_star_state:
 *
 * Returns: (transfer none): whether a session is starred, and how, for a sentence that is read aloud
 */
const char *
planner_get_star_state (gboolean starred, gboolean plan_b)
{
  if (plan_b)
    return _ ("starred as plan B");

  return starred ? _ ("starred") : _ ("not starred");
}

/**
 * planner_format_row_sentence:
 *
 * Returns: (transfer full): the sentence of a row for screen readers: title, speakers, time, room, state
 */
char *
planner_format_row_sentence (const PlannerSession *session, const PlannerRowParts *parts)
{
  /* Translators: as in "A Talk, 10:00 – 10:45, Hall 3, starred". */
  const char *separator = C_ ("between parts of a sentence read aloud", ", ");
  GString *line = g_string_new (NULL);

  append_part (line, separator, session->title.shown);
  append_part (line, separator, parts->conference);
  append_part (line, separator, parts->mark);
  append_taken_part (line, separator, planner_session_dup_speaker_names (session));
  if (parts->withdrawn)
    append_part (line, separator, _ ("withdrawn"));
  else if (session->cancelled)
    append_part (line, separator, _ ("cancelled"));
  if (parts->day_date)
    append_taken_part (line, separator, planner_format_day (parts->day_date));
  append_taken_part (line, separator, planner_format_time_range (session, parts->local));
  append_part (line, separator, parts->running);
  if (parts->over)
    /* Translators: the state of a session that has ended, read aloud. */
    append_part (line, separator, _ ("over"));
  append_taken_part (line, separator, planner_format_room (session));
  append_part (line, separator, parts->clash);
  append_part (line, separator, parts->friends);
  append_part (line, separator, planner_get_star_state (parts->starred, parts->plan_b));
  append_part (line, separator, parts->walk);

  return g_string_free_and_steal (line);
}

/**
 * planner_format_cell_title:
 *
 * Returns: (transfer full): the title in a cell of a timetable, where there may be no room for more: "Plan B: A Talk"
 */
char *
planner_format_cell_title (const PlannerSession *session, gboolean plan_b)
{
  g_autofree char *title = plan_b ? planner_isolate (session->title.shown) : NULL;

  /* Translators: %s is the title of a session. */
  return title ? g_strdup_printf (_ ("Plan B: %s"), title) : g_strdup (session->title.shown);
}

/**
 * planner_format_cell_sentence:
 *
 * Returns: (transfer full): what a screen reader says for a cell of a timetable: time, room, title, speakers, state
 */
char *
planner_format_cell_sentence (const PlannerSession *session, const PlannerRowParts *parts)
{
  const char *separator = C_ ("between parts of a sentence read aloud", ", ");
  GString *line = g_string_new (NULL);

  append_taken_part (line, separator, planner_format_time_range (session, parts->local));
  append_taken_part (line, separator, planner_format_room (session));
  append_part (line, separator, parts->conference);
  append_part (line, separator, session->title.shown);
  append_taken_part (line, separator, planner_session_dup_speaker_names (session));
  append_part (line, separator, parts->mark);
  if (parts->withdrawn)
    append_part (line, separator, _ ("withdrawn"));
  else if (session->cancelled)
    append_part (line, separator, _ ("cancelled"));
  append_part (line, separator, parts->clash);
  append_part (line, separator, parts->friends);
  append_part (line, separator, planner_get_star_state (parts->starred, parts->plan_b));

  return g_string_free_and_steal (line);
}

/**
 * planner_get_mark_label:
 *
 * Returns: (nullable) (transfer none): the label on the row of a session with changes that the attendee has not seen
 */
const char *
planner_get_mark_label (PlannerMark mark)
{
  switch (mark)
    {
    case PLANNER_MARK_NEW:
      return C_ ("session", "New");
    case PLANNER_MARK_CHANGED:
      return C_ ("session", "Changed");
    case PLANNER_MARK_NONE:
    default:
      return NULL;
    }
}

/**
 * planner_get_star_icon:
 *
 * Returns: (transfer none): the icon name of the button that stars a session, or dismisses a withdrawn one
 */
const char *
planner_get_star_icon (gboolean starred, gboolean withdrawn)
{
  if (withdrawn)
    return "window-close-symbolic";

  /* The theme's icon "non-starred-symbolic" is too pale: it has an opacity of 35 %. */
  return starred ? "starred-symbolic" : "planner-unstarred-symbolic";
}

/**
 * planner_get_star_label:
 *
 * Returns: (transfer none): the label of the button of planner_get_star_icon()
 */
const char *
planner_get_star_label (gboolean starred, gboolean withdrawn)
{
  if (withdrawn)
    return _ ("Dismiss");

  return starred ? _ ("Remove Star") : _ ("Star");
}

/**
 * planner_format_star_name:
 *
 * Returns: (transfer full): what that button does, with the title of the session, for a screen reader
 */
char *
planner_format_star_name (const PlannerSession *session, gboolean starred, gboolean withdrawn)
{
  g_autofree char *title = planner_isolate (session->title.shown);

  if (withdrawn)
    /* Translators: %s is the title of a session. */
    return g_strdup_printf (_ ("Dismiss “%s”"), title);

  /* Translators: %s is the title of a session. */
  return g_strdup_printf (starred ? _ ("Remove Star from “%s”") : _ ("Star “%s”"), title);
}

/**
 * planner_shown_subtitle:
 *
 * Returns: (nullable) (transfer none): the subtitle, unless it repeats the title
 */
const char *
planner_shown_subtitle (const PlannerSession *session)
{
  return say_same (session->subtitle.shown, session->title.shown) ? NULL : session->subtitle.shown;
}

/**
 * planner_shown_abstract:
 *
 * Returns: (nullable) (transfer none): the abstract, unless the description begins with it
 */
const char *
planner_shown_abstract (const PlannerSession *session)
{
  g_autofree char *abstract = NULL;

  if (!session->abstract.shown || !session->description.shown)
    return session->abstract.shown;

  abstract = g_strstrip (g_strdup (session->abstract.shown));

  return g_str_has_prefix (session->description.shown + strspn (session->description.shown, " \n\t"),
                           abstract)
             ? NULL
             : session->abstract.shown;
}
