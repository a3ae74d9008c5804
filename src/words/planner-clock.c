/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "words/planner-clock.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <langinfo.h>
#include <string.h>

static gboolean
locale_uses_twelve_hours (void)
{
  const char *format = nl_langinfo (T_FMT);

  return strstr (format, "%r") || strstr (format, "%I") || strstr (format, "%l") || strstr (format, "%p");
}

/* What the attendee chose in the desktop's settings; -1 for no choice. */
static int
read_desktop_clock (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GVariant) chosen = NULL;

  if (source)
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
 * Returns: whether times are shown with AM and PM: as chosen in the desktop's settings, else as usual in the locale.
 *   Looked up once.
 */
gboolean
planner_uses_twelve_hours (void)
{
  static int twelve_hours = -1;

  if (twelve_hours < 0)
    twelve_hours = read_desktop_clock ();
  if (twelve_hours < 0)
    twelve_hours = locale_uses_twelve_hours ();

  return twelve_hours > 0;
}

char *
planner_format_clock (GDateTime *time, gboolean twelve_hours)
{
  if (twelve_hours)
    /* Translators: a time of day with AM or PM for g_date_time_format(). */
    /* xgettext:no-c-format */
    return g_date_time_format (time, _ ("%-I:%M %p"));

  /* Translators: a time of day without AM and PM for g_date_time_format(). */
  /* xgettext:no-c-format */
  return g_date_time_format (time, _ ("%H:%M"));
}

/**
 * planner_format_clock_range:
 * @end: (nullable): the end; %NULL or @start for none
 * @twelve_hours: see planner_uses_twelve_hours()
 *
 * Returns: (transfer full): "10:00 – 10:45", or "10:00" without an end
 */
char *
planner_format_clock_range (GDateTime *start, GDateTime *end, gboolean twelve_hours)
{
  g_autofree char *from = planner_format_clock (start, twelve_hours);
  g_autofree char *to = NULL;

  if (!end || g_date_time_compare (start, end) == 0)
    return g_steal_pointer (&from);

  to = planner_format_clock (end, twelve_hours);

  /* Translators: a range of times, as in "10:00 – 10:45". */
  return g_strdup_printf (_ ("%s – %s"), from, to);
}
