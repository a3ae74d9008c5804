/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads what the schema of the common format does not allow in an object; see “schedule.overrides” in data/agenda/README.md. */

#include "feed/json/planner-feed-json-overrides.h"

/**
 * planner_json_override:
 * @object: an object of the schedule
 * @overrides: (nullable): members that replace those of @object
 *
 * Sets all members of @overrides in @object.
 */
void
planner_json_override (PlannerJsonReader *reader, JsonObject *object, JsonObject *overrides)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  if (!overrides)
    return;
  reader->is_gotc = TRUE;
  json_object_iter_init_ordered (&iter, overrides);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    json_object_set_member (object, member, json_node_copy (node));
}

/**
 * planner_json_override_kept:
 * @object: an object of the schedule
 * @collection: such as "events"
 * @name: (nullable): the name of @object in @collection
 *
 * Replaces members of @object by those that the schedule keeps apart.
 */
void
planner_json_override_kept (PlannerJsonReader *reader,
                            JsonObject *object,
                            const char *collection,
                            const char *name)
{
  JsonObject *kept = name ? planner_json_get_object (reader->overrides, collection) : NULL;

  planner_json_override (reader, object, planner_json_get_object (kept, name));
}
