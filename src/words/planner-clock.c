/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "words/planner-clock.h"

#include "model/planner-time.h"
#include "words/planner-days.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <langinfo.h>
#include <libportal/portal.h>
#include <string.h>

#define NO_BREAK_SPACE "\u00a0"
#define HALF_DAY_S (12 * 60 * 60)

/* The answer of the Settings portal as a boolean, or -1 before the answer. */
static int portal_twelve_hours = -1;

static gboolean
locale_uses_twelve_hours (void)
{
  const char *format = nl_langinfo (T_FMT);

  return strstr (format, "%r") || strstr (format, "%I") || strstr (format, "%l") || strstr (format, "%p");
}

/* The choice in the settings of the desktop, or -1 if there is none. In a sandbox the settings are not those of the desktop. */
static int
read_desktop_clock (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GVariant) chosen = NULL;

  if (source && !xdp_portal_running_under_sandbox ())
    schema = g_settings_schema_source_lookup (source, "org.gnome.desktop.interface", TRUE);
  if (!schema || !g_settings_schema_has_key (schema, "clock-format"))
    return -1;

  settings = g_settings_new_full (schema, NULL, NULL);
  chosen = g_settings_get_user_value (settings, "clock-format");

  return chosen ? g_strcmp0 (g_variant_get_string (chosen, NULL), "12h") == 0 : -1;
}

/**
 * planner_uses_twelve_hours:
 *
 * Main thread only.
 *
 * Returns: whether times are shown with AM and PM: by planner_clock_set_twelve_hours(), or else the settings of the desktop,
 *   or else the locale
 */
gboolean
planner_uses_twelve_hours (void)
{
  static int twelve_hours = -1;

  if (portal_twelve_hours >= 0)
    return portal_twelve_hours > 0;
  if (twelve_hours < 0)
    twelve_hours = read_desktop_clock ();
  if (twelve_hours < 0)
    twelve_hours = locale_uses_twelve_hours ();

  return twelve_hours > 0;
}

/**
 * planner_clock_set_twelve_hours:
 * @twelve_hours: what the desktop says, see #PlannerDesktopClock
 *
 * Returns: whether planner_uses_twelve_hours() returns another value than before
 */
gboolean
planner_clock_set_twelve_hours (gboolean twelve_hours)
{
  const gboolean before = planner_uses_twelve_hours ();

  portal_twelve_hours = twelve_hours;

  return before != twelve_hours;
}

static char *
replace_taken (char *text, const char *from, const char *to)
{
  GString *replaced = g_string_new_take (text);

  g_string_replace (replaced, from, to, 0);

  return g_string_free_and_steal (replaced);
}

/**
 * planner_format_clock:
 * @twelve_hours: see planner_uses_twelve_hours()
 *
 * A time of day is never broken: its space is a no-break space. Plain text that people search needs
 * planner_clock_to_plain().
 *
 * Returns: (transfer full): "10:00" or "10:00 AM"
 */
char *
planner_format_clock (GDateTime *time, gboolean twelve_hours)
{
  if (twelve_hours)
    /* Translators: a time of day with AM or PM for g_date_time_format(). */
    /* xgettext:no-c-format */
    return replace_taken (g_date_time_format (time, _ ("%-I:%M %p")), " ", NO_BREAK_SPACE);

  /* Translators: a time of day without AM and PM for g_date_time_format(). */
  /* xgettext:no-c-format */
  return g_date_time_format (time, _ ("%H:%M"));
}

/**
 * planner_clock_to_plain:
 * @times: (transfer full): times of planner_format_clock()
 *
 * Returns: (transfer full): the times with spaces as people type them
 */
char *
planner_clock_to_plain (char *times)
{
  return replace_taken (times, NO_BREAK_SPACE, " ");
}

/* "UTC+8", "UTC−9:30" */
static char *
format_offset (GDateTime *time)
{
  const int offset_minutes = (int) (g_date_time_get_utc_offset (time) / G_TIME_SPAN_MINUTE);
  const char *sign = offset_minutes < 0 ? "−" : "+";
  const int hours = ABS (offset_minutes) / 60;
  const int minutes = ABS (offset_minutes) % 60;

  if (offset_minutes == 0)
    return g_strdup ("UTC");
  if (minutes == 0)
    return g_strdup_printf ("UTC%s%d", sign, hours);

  return g_strdup_printf ("UTC%s%d:%02d", sign, hours, minutes);
}

static int
get_offset_s (GTimeZone *zone, gint64 utc)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc));
}

/* Returns: whether the clock shows the time twice, because it is set back within half a day */
static gboolean
is_repeated (GDateTime *time)
{
  GTimeZone *zone = g_date_time_get_timezone (time);
  const gint64 utc = g_date_time_to_unix (time);
  const int step_s = get_offset_s (zone, utc - HALF_DAY_S) - get_offset_s (zone, utc + HALF_DAY_S);
  int offset_s;

  if (step_s <= 0)
    return FALSE;

  offset_s = get_offset_s (zone, utc);

  return get_offset_s (zone, utc + step_s) == offset_s - step_s ||
         get_offset_s (zone, utc - step_s) == offset_s + step_s;
}

/* "10:00", or "02:30 (UTC+2)" in an hour that occurs twice */
static char *
format_instant (GDateTime *time, gboolean twelve_hours)
{
  g_autofree char *clock = planner_format_clock (time, twelve_hours);
  g_autofree char *offset = NULL;

  if (!is_repeated (time))
    return g_steal_pointer (&clock);

  offset = format_offset (time);

  /* Translators: a time and its time zone, as in "02:30 (UTC+2)". */
  return g_strdup_printf (_ ("%s (%s)"), clock, offset);
}

/* After 24 hours or more, the time alone would be read as one of the same day. */
static char *
format_end (GDateTime *end, gint64 duration_s, gboolean twelve_hours)
{
  g_autofree char *time = format_instant (end, twelve_hours);
  g_autofree char *date = NULL;
  g_autofree char *day = NULL;

  if (duration_s < G_TIME_SPAN_DAY / G_TIME_SPAN_SECOND)
    return g_steal_pointer (&time);

  date = g_date_time_format (end, "%F");
  day = planner_format_day_short (date);

  return planner_format_day_and_time (day, time);
}

/**
 * planner_format_times:
 * @start_utc: in seconds since the epoch, or %PLANNER_TIME_UNKNOWN
 * @duration_s: in seconds; 0 if there is no end to show
 *
 * Returns: (transfer full): "10:00 – 10:45", "10:00 – Mon 29, 10:45" for more than a day, "02:30 (UTC+2) – 02:00 (UTC+1)" when
 *   the clock is set back, "10:00" without a duration, or "Time to be announced"
 */
char *
planner_format_times (gint64 start_utc, gint64 duration_s, const PlannerClock *clock)
{
  g_autoptr (GDateTime) start = planner_time_to_zone (start_utc, clock->zone);
  g_autoptr (GDateTime) end = start ? planner_time_to_zone (start_utc + duration_s, clock->zone) : NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!start)
    return g_strdup (_ ("Time to be announced"));

  from = format_instant (start, clock->twelve_hours);
  if (!end || duration_s == 0)
    return g_steal_pointer (&from);
  to = format_end (end, duration_s, clock->twelve_hours);

  return planner_format_range (from, to);
}

/**
 * planner_format_zone:
 *
 * Returns: (transfer full): the IANA name of a zone, or "UTC+01:00" for one that is only an offset. Without a letter, the sign would
 *   go to the other end in a script that is written from right to left.
 */
char *
planner_format_zone (GTimeZone *zone)
{
  const char *name = g_time_zone_get_identifier (zone);

  return g_strconcat (*name == '+' || *name == '-' ? "UTC" : "", name, NULL);
}

/**
 * planner_dup_zone_name:
 * @local: the zone of the computer
 *
 * Returns: (nullable) (transfer full): the name of the zone of @time, as in "UTC+8"; %NULL if the computer's clock shows the
 *   same time
 */
char *
planner_dup_zone_name (GDateTime *time, GTimeZone *local)
{
  g_autoptr (GDateTime) local_time = g_date_time_to_timezone (time, local);

  if (local_time && g_date_time_get_utc_offset (local_time) == g_date_time_get_utc_offset (time))
    return NULL;

  return format_offset (time);
}
