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

/**
 * planner_format_free_time:
 * @duration_s: in seconds
 * @n_fitting: the number of sessions to choose from
 *
 * Returns: (transfer full): "Free 1 h 25 min · 24 sessions fit", "Free 30 min"
 */
char *
planner_format_free_time (gint64 duration_s, guint n_fitting)
{
  g_autofree char *duration = planner_format_duration (duration_s);

  if (n_fitting == 0)
    /* Translators: %s is a duration like “30 min”, in which the attendee has no session. */
    return g_strdup_printf (_ ("Free %s"), duration);

  return g_strdup_printf (
      /* Translators: %s is a duration like “30 min”, in which the attendee has no session; %u counts sessions. */
      g_dngettext (GETTEXT_PACKAGE, "Free %s · %u session fits", "Free %s · %u sessions fit", n_fitting),
      duration, n_fitting);
}
