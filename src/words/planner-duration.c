/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "words/planner-duration.h"

#include <glib/gi18n.h>

/**
 * planner_format_duration:
 * @duration_s: in seconds
 *
 * Returns: (transfer full): "45 min", "1 h 30 min"; "" for less than a minute
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
 * planner_format_lead:
 * @minutes: a lead time in minutes, or %PLANNER_LEAD_NONE
 *
 * Returns: (transfer full): "10 Minutes Before", "1 Hour Before", "At Start", "No Reminder"
 */
char *
planner_format_lead (int minutes)
{
  if (minutes < 0)
    return g_strdup (_ ("No Reminder"));
  if (minutes == 0)
    return g_strdup (_ ("At Start"));
  if (minutes % 60 == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d Hour Before", "%d Hours Before",
                                         (gulong) minutes / 60),
                            minutes / 60);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d Minute Before", "%d Minutes Before",
                                       (gulong) minutes),
                          minutes);
}
