/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads values of JSON from outside. A value of an unexpected type counts as missing. */

#include "share/planner-star-json.h"

#include "model/planner-time.h"

#include <string.h>

/* Longer texts are ignored: no title or address of a session is so long. */
#define MAX_TEXT_BYTES 4000

/**
 * planner_star_json_dup_node:
 * @node: (nullable): from outside
 *
 * Returns: (transfer full) (nullable): the text or the whole number of @node, or %NULL if it has neither or is empty
 */
char *
planner_star_json_dup_node (JsonNode *node)
{
  const GType type = node && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  const char *text = type == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  return text && *text && strlen (text) <= MAX_TEXT_BYTES ? g_strdup (text) : NULL;
}

/**
 * planner_star_json_dup_string:
 *
 * Returns: (transfer full) (nullable): the text of a member; see planner_star_json_dup_node()
 */
char *
planner_star_json_dup_string (JsonObject *object, const char *member)
{
  return planner_star_json_dup_node (json_object_get_member (object, member));
}

/**
 * planner_star_json_get_time:
 *
 * Returns: the time of a member in the form of ISO 8601 with an offset, in seconds since the epoch, or
 *   %PLANNER_TIME_UNKNOWN
 */
gint64
planner_star_json_get_time (JsonObject *object, const char *member)
{
  g_autofree char *text = planner_star_json_dup_string (object, member);
  g_autoptr (GDateTime) time = text ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return time ? g_date_time_to_unix (time) : PLANNER_TIME_UNKNOWN;
}

/**
 * planner_star_json_foreach:
 * @member: the name of a member that is an array
 * @read_star: called for each object in the array, until there are too many stars
 */
void
planner_star_json_foreach (JsonObject *object,
                           const char *member,
                           PlannerSharedStars *stars,
                           void (*read_star) (PlannerSharedStars *stars, JsonObject *star))
{
  JsonNode *node = json_object_get_member (object, member);
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  const guint n = array ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n && stars->stars->len <= PLANNER_SHARED_STARS_MAX; i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (element))
        read_star (stars, json_node_get_object (element));
    }
}
