/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Says in plain sentences what the problems of a schedule mean for attendees. */

#include "config.h"

#include "words/planner-problem-effects.h"

#include <glib/gi18n.h>

/* The effects of problems that attendees may notice, the most important first. */
typedef enum
{
  EFFECT_ZONE,
  EFFECT_TIMES,
  EFFECT_LEFT_OUT,
  EFFECT_TITLES,
  EFFECT_NAMES,
  EFFECT_STARS,
  EFFECT_TEXTS,
  EFFECT_LINKS,
  EFFECT_DETAILS,
  EFFECT_NONE,
} Effect;

static const Effect effects[] = {
  [PLANNER_PROBLEM_AFTER_END] = EFFECT_NONE,
  [PLANNER_PROBLEM_ALL_DAY] = EFFECT_TIMES,
  [PLANNER_PROBLEM_BAD_COLOR] = EFFECT_DETAILS,
  [PLANNER_PROBLEM_BAD_DATE] = EFFECT_TIMES,
  [PLANNER_PROBLEM_BAD_DAY_CHANGE] = EFFECT_TIMES,
  [PLANNER_PROBLEM_BAD_DURATION] = EFFECT_TIMES,
  [PLANNER_PROBLEM_BAD_END] = EFFECT_TIMES,
  [PLANNER_PROBLEM_BAD_ESCAPE] = EFFECT_TEXTS,
  [PLANNER_PROBLEM_BAD_LANGUAGE] = EFFECT_DETAILS,
  [PLANNER_PROBLEM_BAD_LINE] = EFFECT_TEXTS,
  [PLANNER_PROBLEM_BAD_REFERENCE] = EFFECT_TEXTS,
  [PLANNER_PROBLEM_BAD_START] = EFFECT_TIMES,
  [PLANNER_PROBLEM_BAD_TAG] = EFFECT_TEXTS,
  [PLANNER_PROBLEM_BAD_TYPE] = EFFECT_DETAILS,
  [PLANNER_PROBLEM_BAD_ZONE] = EFFECT_ZONE,
  [PLANNER_PROBLEM_CHARSET] = EFFECT_NONE,
  [PLANNER_PROBLEM_CONTROL_CHARACTER] = EFFECT_TEXTS,
  [PLANNER_PROBLEM_DAY_DIFFERS] = EFFECT_NONE,
  [PLANNER_PROBLEM_DAY_WINDOWS_IGNORED] = EFFECT_NONE,
  [PLANNER_PROBLEM_EXTRA_CELLS] = EFFECT_DETAILS,
  [PLANNER_PROBLEM_INVALID_UTF8] = EFFECT_TEXTS,
  [PLANNER_PROBLEM_LEFT_OUT] = EFFECT_LEFT_OUT,
  [PLANNER_PROBLEM_LONG_LINE] = EFFECT_TEXTS,
  [PLANNER_PROBLEM_LONG_TEXT] = EFFECT_TEXTS,
  [PLANNER_PROBLEM_MORE_FAULTS] = EFFECT_TEXTS,
  [PLANNER_PROBLEM_NO_BEGIN] = EFFECT_TEXTS,
  [PLANNER_PROBLEM_NO_DURATION] = EFFECT_TIMES,
  [PLANNER_PROBLEM_NO_END] = EFFECT_TEXTS,
  [PLANNER_PROBLEM_NO_NAME] = EFFECT_NAMES,
  [PLANNER_PROBLEM_NO_START] = EFFECT_TIMES,
  [PLANNER_PROBLEM_NO_TITLE] = EFFECT_TITLES,
  [PLANNER_PROBLEM_NO_UID] = EFFECT_STARS,
  [PLANNER_PROBLEM_NO_ZONE] = EFFECT_ZONE,
  [PLANNER_PROBLEM_NOT_FOLDED] = EFFECT_TEXTS,
  [PLANNER_PROBLEM_OUTDATED] = EFFECT_LEFT_OUT,
  [PLANNER_PROBLEM_REPEATS] = EFFECT_TIMES,
  [PLANNER_PROBLEM_SEVERAL_CATEGORIES] = EFFECT_NONE,
  [PLANNER_PROBLEM_START_DIFFERS] = EFFECT_TIMES,
  [PLANNER_PROBLEM_STRAY_CHARACTER] = EFFECT_TEXTS,
  [PLANNER_PROBLEM_STRAY_END_TAG] = EFFECT_TEXTS,
  [PLANNER_PROBLEM_TOO_MANY_LINKS] = EFFECT_LINKS,
  [PLANNER_PROBLEM_TOO_MANY_PERSONS] = EFFECT_NAMES,
  [PLANNER_PROBLEM_TOO_MANY_PROPERTIES] = EFFECT_DETAILS,
  [PLANNER_PROBLEM_UNCLOSED_ELEMENT] = EFFECT_TEXTS,
  [PLANNER_PROBLEM_UNKNOWN_COLUMN] = EFFECT_NONE,
  [PLANNER_PROBLEM_UNKNOWN_ID] = EFFECT_DETAILS,
  [PLANNER_PROBLEM_UNKNOWN_KIND] = EFFECT_DETAILS,
  [PLANNER_PROBLEM_UNKNOWN_ZONE] = EFFECT_ZONE,
  [PLANNER_PROBLEM_UNSAFE_LINK] = EFFECT_LINKS,
  [PLANNER_PROBLEM_ZONE_DIFFERS] = EFFECT_ZONE,
};

G_STATIC_ASSERT (G_N_ELEMENTS (effects) == PLANNER_PROBLEM_ZONE_DIFFERS + 1);

/* @n: the number of problems with this effect */
static char *
format_effect (Effect effect, guint n)
{
  switch (effect)
    {
    case EFFECT_ZONE:
      return g_strdup (_ ("It is not clear in which time zone the sessions take place. Check the times."));
    case EFFECT_TIMES:
      return g_strdup_printf (ngettext ("%'u time is missing or may be wrong.",
                                        "%'u times are missing or may be wrong.", n),
                              n);
    case EFFECT_LEFT_OUT:
      return g_strdup (_ ("Some entries are not shown, because they are outdated, repeat others, or are "
                          "not part of the programme."));
    case EFFECT_TITLES:
      return g_strdup_printf (ngettext ("%'u session has no title.", "%'u sessions have no title.", n), n);
    case EFFECT_NAMES:
      return g_strdup (_ ("Some speakers, forums or exhibitors are not shown."));
    case EFFECT_STARS:
      return g_strdup (
          _ ("If the organizers change title and time of a session at once, it may lose its star."));
    case EFFECT_TEXTS:
      return g_strdup_printf (ngettext ("%'u text may contain odd characters, or lack a part.",
                                        "%'u texts may contain odd characters, or lack a part.", n),
                              n);
    case EFFECT_LINKS:
      return g_strdup_printf (ngettext ("%'u link is not shown, because it does not work.",
                                        "%'u links are not shown, because they do not work.", n),
                              n);
    case EFFECT_DETAILS:
      return g_strdup_printf (ngettext ("%'u detail is not shown, such as a color or a language.",
                                        "%'u details are not shown, such as a color or a language.", n),
                              n);
    case EFFECT_NONE:
    default:
      return NULL;
    }
}

/**
 * planner_report_dup_effects:
 *
 * Returns: (transfer full): a sentence for everything that attendees may notice, the most important first; empty if
 *   nothing is wrong or missing
 */
GStrv
planner_report_dup_effects (const PlannerReport *report)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  guint n[EFFECT_NONE + 1] = { 0 };

  for (guint i = 0; i < planner_report_get_n_problems (report); i++)
    n[effects[planner_report_get_problem (report, i)->code]]++;
  for (guint i = 0; i < EFFECT_NONE; i++)
    if (n[i] > 0)
      g_strv_builder_take (sentences, format_effect (i, n[i]));

  return g_strv_builder_end (sentences);
}
