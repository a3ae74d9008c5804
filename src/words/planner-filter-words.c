/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "words/planner-filter-words.h"

#include "words/planner-clock.h"
#include "words/planner-days.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

#define MINUTES_PER_DAY (24 * 60)

static const char *
name_room (const char *name, const PlannerAgenda *agenda)
{
  for (guint i = 0; i < agenda->rooms->len; i++)
    {
      const PlannerRoom *room = g_ptr_array_index (agenda->rooms, i);

      if (g_str_equal (room->name, name) && room->title.shown)
        return room->title.shown;
    }

  return name;
}

static const char *
name_forum (const char *name, const PlannerAgenda *agenda)
{
  for (guint i = 0; i < agenda->forums->len; i++)
    {
      const PlannerForum *forum = g_ptr_array_index (agenda->forums, i);

      if (g_str_equal (forum->name, name) && forum->title.shown)
        return forum->title.shown;
    }

  return name;
}

/**
 * planner_format_filter_minute:
 * @minute: after midnight, as in #PlannerFilter
 *
 * Returns: (transfer full): "14:00" or "2:00 PM"
 */
char *
planner_format_filter_minute (int minute)
{
  const int of_day = (minute % MINUTES_PER_DAY + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  g_autoptr (GDateTime) time = g_date_time_new_utc (2000, 1, 1, of_day / 60, of_day % 60, 0);

  return planner_format_clock (time, planner_uses_twelve_hours ());
}

static char *
format_time (const PlannerFilter *filter)
{
  g_autofree char *from = planner_format_filter_minute (filter->from_min);
  g_autofree char *to = planner_format_filter_minute (filter->to_min);

  /* Translators: a filter for sessions; %s is a time of day. */
  if (filter->to_min == PLANNER_FILTER_ANY_MIN)
    return g_strdup_printf (_ ("From %s"), from);
  /* Translators: a filter for sessions; %s is a time of day. */
  if (filter->from_min == PLANNER_FILTER_ANY_MIN)
    return g_strdup_printf (_ ("Until %s"), to);

  return planner_format_range (from, to);
}

/**
 * planner_format_filter_part:
 * @part: a condition that the filter has
 * @agenda: the agenda that is filtered
 *
 * Returns: (transfer full): the condition in a few words: "Sat 27", "13:00 – 14:25" or "Still to Come"
 */
char *
planner_format_filter_part (const PlannerFilter *filter, PlannerFilterPart part, const PlannerAgenda *agenda)
{
  g_return_val_if_fail (filter != NULL && agenda != NULL && planner_filter_has (filter, part), NULL);

  switch (part)
    {
    case PLANNER_FILTER_DAY:
      return planner_format_day_short (filter->day);
    case PLANNER_FILTER_TIME:
      return format_time (filter);
    case PLANNER_FILTER_ROOM:
      return g_strdup (name_room (filter->room, agenda));
    case PLANNER_FILTER_FORUM:
      return g_strdup (name_forum (filter->forum, agenda));
    case PLANNER_FILTER_LANGUAGE:
      return planner_name_languages (filter->language);
    case PLANNER_FILTER_TYPE:
      return planner_name_type (filter->type);
    case PLANNER_FILTER_RECORDED:
    case PLANNER_FILTER_TO_COME:
    case PLANNER_FILTER_STARRED:
    case PLANNER_FILTER_N_PARTS:
    default:
      return g_strdup (planner_get_filter_title (part));
    }
}

/**
 * planner_get_filter_title:
 *
 * Returns: the name of the condition
 */
const char *
planner_get_filter_title (PlannerFilterPart part)
{
  switch (part)
    {
    case PLANNER_FILTER_DAY:
      return _ ("Day");
    case PLANNER_FILTER_TIME:
      return _ ("Time");
    case PLANNER_FILTER_ROOM:
      return _ ("Room");
    case PLANNER_FILTER_FORUM:
      return _ ("Forum");
    case PLANNER_FILTER_LANGUAGE:
      return _ ("Language");
    case PLANNER_FILTER_TYPE:
      return _ ("Type");
    case PLANNER_FILTER_RECORDED:
      return _ ("Recorded");
    case PLANNER_FILTER_TO_COME:
      return _ ("Still to Come");
    case PLANNER_FILTER_STARRED:
      return _ ("Starred");
    case PLANNER_FILTER_N_PARTS:
    default:
      return NULL;
    }
}
