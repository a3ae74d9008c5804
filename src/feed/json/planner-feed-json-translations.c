/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the translations of the texts in a JSON schedule. */

#include "feed/json/planner-feed-json-translations.h"

/**
 * planner_json_read_schedule_translations:
 *
 * Collects the translations that the schedule keeps apart from the sessions.
 */
void
planner_json_read_schedule_translations (PlannerJsonReader *reader)
{
  JsonObject *translations = planner_json_get_object (reader->schedule, "translations");
  JsonObjectIter iter;
  const char *language;
  JsonNode *node;

  if (!translations)
    return;
  json_object_iter_init_ordered (&iter, translations);
  while (reader->translations->len < PLANNER_FEED_MAX_LANGUAGES &&
         json_object_iter_next_ordered (&iter, &language, &node))
    if (planner_feed_is_language (language) && JSON_NODE_HOLDS_OBJECT (node))
      {
        const PlannerJsonTranslations kept = { g_strdup (language), json_node_get_object (node) };

        g_array_append_val (reader->translations, kept);
        reader->is_gotc = TRUE;
      }
}

/**
 * planner_json_add_own_translations:
 * @target: a structure
 * @fields: the texts of @target
 * @object: (nullable): the object that @target is read from
 *
 * Adds translations from the member "translations" of @object: {"zh_CN": {"title": …}}.
 */
void
planner_json_add_own_translations (PlannerJsonReader *reader,
                                   const PlannerPlace *place,
                                   gpointer target,
                                   const PlannerTextField *fields,
                                   JsonObject *object)
{
  JsonObject *translations = planner_json_get_object (object, "translations");
  JsonObjectIter iter;
  const char *language;
  JsonNode *node;
  guint n = 0;

  if (!translations)
    return;
  json_object_iter_init_ordered (&iter, translations);
  while (n++ < PLANNER_FEED_MAX_LANGUAGES && json_object_iter_next_ordered (&iter, &language, &node))
    if (planner_feed_is_language (language) && JSON_NODE_HOLDS_OBJECT (node))
      {
        reader->is_gotc = TRUE;
        planner_json_add_fields (place, target, fields, language, json_node_get_object (node));
      }
}

/**
 * planner_json_add_kept_translations:
 * @target: a structure
 * @fields: the texts of @target
 * @collection: such as "tracks"
 * @names: the names that the collection may use for @target; the first that it has counts; %NULL is skipped
 *
 * Adds translations that the schedule keeps apart from the sessions.
 */
void
planner_json_add_kept_translations (PlannerJsonReader *reader,
                                    const PlannerPlace *place,
                                    gpointer target,
                                    const PlannerTextField *fields,
                                    const char *collection,
                                    const char *const *names,
                                    guint n_names)
{
  for (guint i = 0; i < reader->translations->len; i++)
    {
      const PlannerJsonTranslations *translations =
          &g_array_index (reader->translations, PlannerJsonTranslations, i);
      JsonObject *things = planner_json_get_object (translations->collections, collection);
      JsonObject *thing = NULL;

      for (guint j = 0; things && !thing && j < n_names; j++)
        thing = names[j] ? planner_json_get_object (things, names[j]) : NULL;
      if (thing)
        planner_json_add_fields (place, target, fields, translations->language, thing);
    }
}

/**
 * planner_json_add_translations:
 * @object: (nullable): the object that @target is read from
 * @name: (nullable): the name of @target in @collection
 *
 * Adds translations from @object and from the schedule.
 */
void
planner_json_add_translations (PlannerJsonReader *reader,
                               const PlannerPlace *place,
                               gpointer target,
                               const PlannerTextField *fields,
                               JsonObject *object,
                               const char *collection,
                               const char *name)
{
  planner_json_add_own_translations (reader, place, target, fields, object);
  planner_json_add_kept_translations (reader, place, target, fields, collection, &name, 1);
}
