/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "words/planner-room-words.h"

#include "plan/planner-free-time.h"
#include "words/planner-duration.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

/**
 * planner_format_hidden_rooms:
 * @n_hidden: the number of rooms that are hidden
 * @n_starred: the number of starred sessions of the day in these rooms
 *
 * Returns: (transfer full): "12 rooms hidden", "12 rooms hidden, with 2 of your sessions"
 */
char *
planner_format_hidden_rooms (guint n_hidden, guint n_starred)
{
  g_autofree char *rooms =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u room hidden", "%u rooms hidden", n_hidden),
                       n_hidden);

  if (n_starred == 0)
    return g_steal_pointer (&rooms);

  /* Translators: %s is "12 rooms hidden"; %u counts starred sessions in these rooms on the day that is shown. */
  return g_strdup_printf (_ ("%s, with %u of your sessions"), rooms, n_starred);
}

/**
 * planner_format_walk:
 *
 * A long time between both sessions is left out, because My Schedule shows it as free time.
 *
 * Returns: (transfer full): "K.1.105 → H.2214", "K.1.105 → H.2214, 10 min", "K.1.105 → H.2214, only 5 min", or
 *   "K.1.105 → H.2214, no time between"
 */
char *
planner_format_walk (const PlannerWalk *walk)
{
  g_autofree char *from = planner_isolate (planner_name_room (&walk->from->title));
  g_autofree char *to = planner_isolate (planner_name_room (&walk->to->title));
  g_autofree char *duration = planner_format_duration (walk->between_s);

  if (walk->between_s >= PLANNER_FREE_TIME_MIN_S)
    /* Translators: the way from one room to another, as in "K.1.105 → H.2214". */
    return g_strdup_printf (C_ ("way between rooms", "%s → %s"), from, to);
  if (*duration == '\0')
    /* Translators: the way from one room to another, between sessions of which one starts when the other ends. */
    return g_strdup_printf (_ ("%s → %s, no time between"), from, to);
  if (walk->between_s <= PLANNER_WALK_TIGHT_S)
    /* Translators: the way from one room to another and the short time for it, as in "K.1.105 → H.2214, only 5 min". */
    return g_strdup_printf (_ ("%s → %s, only %s"), from, to, duration);

  /* Translators: the way from one room to another and the time for it, as in "K.1.105 → H.2214, 10 min". */
  return g_strdup_printf (C_ ("way between rooms", "%s → %s, %s"), from, to, duration);
}

/**
 * planner_format_walk_sentence:
 *
 * Returns: (transfer full): what a screen reader says: "then from K.1.105 to H.2214, 10 min"
 */
char *
planner_format_walk_sentence (const PlannerWalk *walk)
{
  const char *from = planner_name_room (&walk->from->title), *to = planner_name_room (&walk->to->title);
  g_autofree char *duration = planner_format_duration (walk->between_s);

  if (*duration == '\0')
    /* Translators: the end of a sentence about a session. Two names of rooms. */
    return g_strdup_printf (_ ("then from %s to %s, no time between"), from, to);
  if (walk->between_s <= PLANNER_WALK_TIGHT_S)
    /* Translators: the end of a sentence about a session. Two names of rooms and a short duration. */
    return g_strdup_printf (_ ("then from %s to %s, only %s"), from, to, duration);

  /* Translators: the end of a sentence about a session. Two names of rooms and a duration. */
  return g_strdup_printf (_ ("then from %s to %s, %s"), from, to, duration);
}
