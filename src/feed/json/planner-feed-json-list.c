/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads lists of objects, which the formats of several programs have in common. */

#include "feed/json/planner-feed-json-list.h"
#include "model/planner-string-table.h"

/**
 * planner_json_get_item:
 * @array: (nullable): an array
 *
 * Returns: (nullable) (transfer none): the item at @i, or %NULL when there is none, or when it is no object
 */
JsonObject *
planner_json_get_item (JsonArray *array, guint i)
{
  JsonNode *node = array && i < json_array_get_length (array) ? json_array_get_element (array, i) : NULL;

  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * planner_json_index_by_id:
 * @array: (nullable): objects with a member "id"
 * @where: the place of @array in the schedule
 *
 * Returns: (transfer full): the objects, borrowed from the tree, by their id
 */
GHashTable *
planner_json_index_by_id (PlannerBuilder *builder, JsonArray *array, const char *where)
{
  GHashTable *by_id = planner_string_table_new (g_free, NULL);
  const PlannerPlace place = { NULL, where, builder->report };

  for (guint i = 0; array && i < MIN (json_array_get_length (array), PLANNER_FEED_MAX_SESSIONS); i++)
    {
      JsonObject *object = planner_json_get_item (array, i);
      char *id = object ? planner_json_dup_line (&place, object, "id") : NULL;

      if (id)
        g_hash_table_insert (by_id, id, object);
    }

  return by_id;
}

/**
 * planner_json_note_no_session:
 * @node: an item of a list of sessions that is no object
 * @where: the place of @node in the schedule
 *
 * Reports the item, unless it is null.
 */
void
planner_json_note_no_session (PlannerBuilder *builder, JsonNode *node, const char *where)
{
  if (!JSON_NODE_HOLDS_NULL (node))
    planner_report_add (builder->report, PLANNER_SEVERITY_SKIPPED, where, PLANNER_PROBLEM_BAD_TYPE,
                        "This is not a session; it is left out.");
}
