/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "words/planner-search-words.h"

#include <glib/gi18n.h>

/**
 * planner_get_place_label:
 *
 * Returns: the heading of the search results that match in @place
 */
const char *
planner_get_place_label (PlannerQueryPlace place)
{
  switch (place)
    {
    case PLANNER_QUERY_PLACE_TITLE:
      return _ ("In Titles");
    case PLANNER_QUERY_PLACE_NAMES:
      return _ ("In Speakers, Forums and Rooms");
    case PLANNER_QUERY_PLACE_NOTE:
      return _ ("In My Notes");
    case PLANNER_QUERY_PLACE_ABSTRACT:
      return _ ("In Descriptions");
    case PLANNER_QUERY_PLACE_TIME:
    default:
      return _ ("By Day and Time");
    }
}

/**
 * planner_format_n_results:
 * @n: the number of sessions that match a search
 *
 * Returns: (transfer full): "24 results"
 */
char *
planner_format_n_results (guint n)
{
  if (n == 0)
    return g_strdup (_ ("No results"));

  return g_strdup_printf (ngettext ("%'u result", "%'u results", n), n);
}
