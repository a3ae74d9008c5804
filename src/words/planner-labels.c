/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "words/planner-labels.h"

#include "words/planner-clock.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

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

static char *
add_days_mark (char *text, int days)
{
  g_autofree char *owned = text;
  g_autofree char *mark = NULL;

  if (days == 0)
    return g_steal_pointer (&owned);

  if (days > 0)
    mark = g_strdup_printf (ngettext ("+%d day", "+%d days", (gulong) days), days);
  else
    mark = g_strdup_printf (ngettext ("−%d day", "−%d days", (gulong) -days), -days);

  /* Translators: a time and how many days it is off, as in "01:00 (+1 day)". */
  return g_strdup_printf (_ ("%s (%s)"), owned, mark);
}

/* How far the date in @local is from the date at the venue. */
static int
count_days_off (const PlannerSession *session, GTimeZone *local)
{
  g_autoptr (GDateTime) venue = planner_session_dup_start (session);
  g_autoptr (GDateTime) there = planner_time_to_zone (session->start_utc, local ? local : session->zone);

  return venue && there ? count_days_between (venue, there) : 0;
}

static GDateTime *
parse_date (const char *date)
{
  int year, month, day;

  if (!date || sscanf (date, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return NULL;

  return g_date_time_new_utc (year, month, day, 0, 0, 0);
}

static char *
format_date (const char *date, const char *format)
{
  g_autoptr (GDateTime) day = parse_date (date);

  return day ? g_date_time_format (day, format) : g_strdup (_ ("Day to be announced"));
}

static const char *
get_long_format (void)
{
  /* Translators: a day with its year for g_date_time_format(), as in "Saturday, 27 May 2023". */
  /* xgettext:no-c-format */
  return _ ("%A, %-d %B %Y");
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

/**
 * planner_format_start:
 * @session: a session
 * @local: (nullable): the zone to show it in, %NULL for the venue's
 *
 * Returns: (transfer full): "10:00" or "Time to be announced"
 */
char *
planner_format_start (const PlannerSession *session, GTimeZone *local)
{
  g_autoptr (GDateTime) start = NULL;

  if (planner_session_has_time (session))
    start = planner_time_to_zone (session->start_utc, local ? local : session->zone);
  if (!start)
    return g_strdup (_ ("Time to be announced"));

  return add_days_mark (planner_format_clock (start, planner_uses_twelve_hours ()),
                        count_days_off (session, local));
}

/**
 * planner_format_time_range:
 * @session: a session
 * @local: (nullable): the zone to show it in, %NULL for the venue's
 *
 * Returns: (transfer full): "10:00 – 10:45", "10:00" for no duration, or "Time to be announced"
 */
char *
planner_format_time_range (const PlannerSession *session, GTimeZone *local)
{
  GTimeZone *zone = local ? local : session->zone;
  g_autoptr (GDateTime) start = planner_time_to_zone (session->start_utc, zone);
  g_autoptr (GDateTime) end = planner_time_to_zone (planner_session_get_end_utc (session), zone);

  if (!start)
    return g_strdup (_ ("Time to be announced"));

  return add_days_mark (planner_format_clock_range (start, end, planner_uses_twelve_hours ()),
                        count_days_off (session, local));
}

/**
 * planner_format_duration:
 * @duration_s: in seconds
 *
 * Returns: (transfer full): "45 min", "1 h 30 min"; "" for none
 */
char *
planner_format_duration (gint64 duration_s)
{
  const gint64 minutes = duration_s / 60;

  if (minutes <= 0)
    return g_strdup ("");
  if (minutes < 60)
    /* Translators: minutes of a duration. */
    return g_strdup_printf (_ ("%d min"), (int) minutes);
  if (minutes % 60 == 0)
    /* Translators: hours of a duration. */
    return g_strdup_printf (_ ("%d h"), (int) (minutes / 60));

  /* Translators: hours and minutes of a duration. */
  return g_strdup_printf (_ ("%d h %d min"), (int) (minutes / 60), (int) (minutes % 60));
}

/**
 * planner_format_day:
 * @date: (nullable): a date as in #PlannerDay
 *
 * Returns: (transfer full): "Saturday, 27 May", or "Day to be announced"
 */
char *
planner_format_day (const char *date)
{
  /* Translators: a day for g_date_time_format(), as in "Saturday, 27 May". */
  /* xgettext:no-c-format */
  return format_date (date, _ ("%A, %-d %B"));
}

/**
 * planner_format_day_short:
 * @date: (nullable): a date as in #PlannerDay
 *
 * Returns: (transfer full): "Sat 27", or "Day to be announced"
 */
char *
planner_format_day_short (const char *date)
{
  /* Translators: a day for g_date_time_format(), as short as can be, as in "Sat 27". */
  /* xgettext:no-c-format */
  return format_date (date, _ ("%a %-d"));
}

/**
 * planner_format_days:
 * @first: (nullable): a date as in #PlannerDay
 * @last: (nullable): the same or a later one
 *
 * Returns: (transfer full): "Saturday, 27 May 2023 – Sunday, 28 May 2023", or one day, or "Day to be announced"
 */
char *
planner_format_days (const char *first, const char *last)
{
  g_autofree char *from = format_date (first, get_long_format ());
  g_autofree char *to = format_date (last, get_long_format ());

  if (g_strcmp0 (first, last) == 0)
    return g_steal_pointer (&from);

  return g_strdup_printf (_ ("%s – %s"), from, to);
}

/**
 * planner_format_when:
 * @session: a session
 * @day_date: the date of its day, said while it has no time
 *
 * Returns: (transfer full): day and time at the venue: "Saturday, 27 May 2023, 10:00 – 10:45"
 */
char *
planner_format_when (const PlannerSession *session, const char *day_date)
{
  g_autoptr (GDateTime) start = planner_session_dup_start (session);
  g_autofree char *time = planner_format_time_range (session, NULL);
  const char *format = get_long_format ();
  g_autofree char *day = start ? g_date_time_format (start, format) : format_date (day_date, format);

  /* Translators: a day and a time, as in "Saturday, 27 May 2023, 10:00 – 10:45". */
  return g_strdup_printf (_ ("%s, %s"), day, time);
}

/**
 * planner_format_local_when:
 * @session: a session
 * @local: the attendee's zone
 *
 * Returns: (nullable) (transfer full): "04:00 – 04:45 (+1 day)", or %NULL where that is the same as at the venue
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
  return g_strdup (session->room && session->room->title.shown ? session->room->title.shown
                                                               : _ ("Room to be announced"));
}

/**
 * planner_format_speaker_details:
 *
 * Returns: (transfer full): "role, organisation" as far as they are known; "" for neither
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
 * planner_format_clash:
 * @titles: what a session clashes with, %NULL-terminated
 *
 * Returns: (transfer full): "Clashes with A Talk, Another Talk"
 */
char *
planner_format_clash (const char *const *titles)
{
  GString *line = g_string_new (NULL);
  g_autofree char *joined = NULL;

  for (guint i = 0; titles[i]; i++)
    append_part (line, C_ ("between titles of sessions", ", "), titles[i]);
  joined = g_string_free_and_steal (line);

  /* Translators: %s is the title of one or more sessions. */
  return *joined ? g_strdup_printf (_ ("Clashes with %s"), joined)
                 : g_strdup (_ ("Clashes with another starred session"));
}

/**
 * planner_format_type:
 *
 * Returns: (transfer full): "Lecture · 45 min · English" as far as it is known; "" for nothing
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

/* Where a line is too narrow, a name goes onto the next one whole. */
static char *
join_words (const char *name)
{
  GString *joined = g_string_new (name);

  g_string_replace (joined, " ", "\u00a0", 0);

  return g_string_free_and_steal (joined);
}

/**
 * planner_format_row_details:
 *
 * Returns: (transfer full): "10:00 – 10:45 · Hall 3 · Cloud Native Summit". What is to be announced is left out: the
 *   heading says it.
 */
char *
planner_format_row_details (const PlannerSession *session, const PlannerRowParts *parts)
{
  const char *separator = " · ";
  GString *line = g_string_new (NULL);

  if (parts->withdrawn)
    append_part (line, separator, _ ("Withdrawn"));
  else if (session->cancelled)
    append_part (line, separator, _ ("Cancelled"));
  if (parts->day_date)
    append_taken_part (line, separator, planner_format_day_short (parts->day_date));
  if (planner_session_has_time (session))
    append_taken_part (line, separator, planner_format_time_range (session, parts->local));
  append_part (line, separator, parts->running);
  append_part (line, separator, session->room ? session->room->title.shown : NULL);
  if (parts->forum && session->forum)
    append_taken_part (line, separator, join_words (session->forum->title.shown));

  return g_string_free_and_steal (line);
}

/**
 * planner_format_row_sentence:
 *
 * Returns: (transfer full): what a screen reader says for a row: title, time, room, state
 */
char *
planner_format_row_sentence (const PlannerSession *session, const PlannerRowParts *parts)
{
  /* Translators: as in "A Talk, 10:00 – 10:45, Hall 3, starred". */
  const char *separator = C_ ("between parts of a sentence read aloud", ", ");
  GString *line = g_string_new (NULL);

  append_part (line, separator, session->title.shown);
  append_part (line, separator, parts->mark);
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
  append_part (line, separator, parts->starred ? _ ("starred") : _ ("not starred"));

  return g_string_free_and_steal (line);
}

/**
 * planner_get_mark_label:
 *
 * Returns: (nullable) (transfer none): what stands on the row of a session whose changes were not seen yet
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
 * Returns: (transfer none): the name of the icon of the button that stars a session, or dismisses a withdrawn one
 */
const char *
planner_get_star_icon (gboolean starred, gboolean withdrawn)
{
  if (withdrawn)
    return "window-close-symbolic";

  return starred ? "starred-symbolic" : "non-starred-symbolic";
}

/**
 * planner_get_star_label:
 *
 * Returns: (transfer none): what that button does
 */
const char *
planner_get_star_label (gboolean starred, gboolean withdrawn)
{
  if (withdrawn)
    return _ ("Dismiss");

  return starred ? _ ("Remove Star") : _ ("Star");
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
