/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the lists of tracks, rooms, exhibitors and persons of a JSON schedule. */

#include "feed/json/planner-feed-json-things.h"
#include "feed/json/planner-feed-json-overrides.h"
#include "feed/json/planner-feed-json-translations.h"

#include <string.h>

/* The indexes are the values of PlannerForumKind. */
static const char *const forum_kinds[] = {
  "thematic", "main", "featured", "flash-talks", "exhibition", NULL
};

/* The indexes are the values of PlannerExhibitorKind. */
static const char *const exhibitor_kinds[] = { "booth", "stand", "area", "market", NULL };

/* Returns: the index of the member's value in words, or fallback */
static guint
read_word (const PlannerPlace *place,
           JsonObject *object,
           const char *member,
           const char *const *words,
           guint fallback)
{
  g_autofree char *word = planner_json_dup_line (place, object, member);

  if (!word)
    return fallback;
  g_strdelimit (word, " _", '-');
  for (guint i = 0; words[i]; i++)
    if (g_ascii_strcasecmp (words[i], word) == 0)
      return i;
  planner_place_note_value (place, PLANNER_SEVERITY_REPAIRED, member, PLANNER_PROBLEM_UNKNOWN_KIND, word,
                            "is no known kind", "the usual one is taken");

  return fallback;
}

static char *
read_link (PlannerJsonReader *reader, const PlannerPlace *place, JsonObject *object, const char *member)
{
  g_autofree char *given = planner_json_dup_line (place, object, member);
  char *url = given ? planner_builder_resolve_link (reader->builder, given) : NULL;

  if (given && !url)
    planner_place_note_value (place, PLANNER_SEVERITY_SKIPPED, member, PLANNER_PROBLEM_UNSAFE_LINK, given,
                              "is no http, https or mailto address", "it is left out");

  return url;
}

static char *
read_color (const PlannerPlace *place, JsonObject *object)
{
  g_autofree char *color = planner_json_dup_line (place, object, "color");

  if (!color && planner_json_get_object (object, "colors"))
    color = planner_json_dup_line (place, planner_json_get_object (object, "colors"), "light");

  return planner_place_parse_color (place, color);
}

static void
read_track (PlannerJsonReader *reader, const PlannerPlace *place, JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *name = object ? planner_json_dup_line (place, object, "name")
                                 : planner_json_dup_node (place, node, NULL, PLANNER_TEXT_LINE);
  g_autofree char *slug = object ? planner_json_dup_line (place, object, "slug") : NULL;
  PlannerForum *forum;

  if (!name)
    {
      planner_place_note (place, PLANNER_SEVERITY_SKIPPED, NULL, PLANNER_PROBLEM_NO_NAME,
                          "A track without a name is left out.");
      return;
    }
  forum = planner_builder_get_forum (reader->builder, name);
  if (slug)
    g_hash_table_insert (reader->forums_by_slug, g_steal_pointer (&slug), g_strdup (name));
  if (object)
    planner_json_override (reader, object, planner_json_get_object (object, "overrides"));
  if (object)
    planner_json_add_fields (place, forum, planner_forum_fields, reader->builder->language, object);
  else
    planner_text_add (&forum->title, reader->builder->language, name);
  planner_json_add_translations (reader, place, forum, planner_forum_fields, object, "tracks", name);
  if (!forum->color)
    forum->color = read_color (place, object);
  forum->kind = read_word (place, object, "kind", forum_kinds, forum->kind);
  reader->is_gotc |= planner_json_get (object, "kind") || planner_json_get (object, "description");
}

/* Some schedules write translations as description_de and description_en. */
static void
read_suffixed_descriptions (const PlannerPlace *place, PlannerRoom *room, JsonObject *object)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      const char *language = member + strlen ("description_");

      if (g_str_has_prefix (member, "description_") && planner_feed_is_language (language))
        planner_json_add_text (place, &room->description, language, node, member, PLANNER_TEXT_LONG);
    }
}

static void
read_room (PlannerJsonReader *reader, const PlannerPlace *place, JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *name = object ? planner_json_dup_line (place, object, "name") : NULL;
  PlannerRoom *room;

  if (!name)
    return;
  room = planner_builder_get_room (reader->builder, name);
  planner_json_override_kept (reader, object, "rooms", name);
  planner_json_add_fields (place, room, planner_room_fields, reader->builder->language, object);
  read_suffixed_descriptions (place, room, object);
  planner_json_add_translations (reader, place, room, planner_room_fields, object, "rooms", name);
  if (!room->url)
    room->url = read_link (reader, place, object, "url");
}

static void
read_exhibitor (PlannerJsonReader *reader, const PlannerPlace *place, JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *name = object ? planner_json_dup_line (place, object, "name") : NULL;
  PlannerExhibitor *exhibitor;

  if (!name)
    {
      planner_place_note (place, PLANNER_SEVERITY_SKIPPED, NULL, PLANNER_PROBLEM_NO_NAME,
                          "An exhibitor without a name is left out.");
      return;
    }
  exhibitor = planner_builder_add_exhibitor (reader->builder);
  planner_json_add_fields (place, exhibitor, planner_exhibitor_fields, reader->builder->language, object);
  planner_json_add_translations (reader, place, exhibitor, planner_exhibitor_fields, object, "exhibitors",
                                 name);
  exhibitor->kind = read_word (place, object, "kind", exhibitor_kinds, PLANNER_EXHIBITOR_BOOTH);
  exhibitor->url = read_link (reader, place, object, "url");
  reader->is_gotc = TRUE;
}

static void
read_named (PlannerJsonReader *reader,
            JsonObject *object,
            const char *path,
            const char *member,
            void (*read) (PlannerJsonReader *, const PlannerPlace *, JsonNode *))
{
  JsonArray *array = planner_json_get_array (object, member);

  for (guint i = 0; array && i < json_array_get_length (array) && i < PLANNER_FEED_MAX_NAMED; i++)
    {
      g_autofree char *item_path = g_strdup_printf ("%s.%s[%u]", path, member, i);
      const PlannerPlace place = { NULL, item_path, reader->report };

      read (reader, &place, json_array_get_element (array, i));
    }
}

static void
read_listed_person (PlannerJsonReader *reader, const PlannerPlace *place, JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *guid = object ? planner_json_dup_line (place, object, "guid") : NULL;

  if (guid)
    g_hash_table_insert (reader->persons, g_steal_pointer (&guid), object);
}

/**
 * planner_json_read_things:
 *
 * Reads the lists that sessions refer to. Call it before the sessions are read.
 */
void
planner_json_read_things (PlannerJsonReader *reader)
{
  read_named (reader, reader->conference, reader->conference_path, "tracks", read_track);
  read_named (reader, reader->conference, reader->conference_path, "rooms", read_room);
  if (reader->schedule != reader->conference)
    read_named (reader, reader->schedule, reader->schedule_path, "rooms", read_room);
  read_named (reader, reader->schedule, reader->schedule_path, "persons", read_listed_person);
  read_named (reader, reader->schedule, reader->schedule_path, "exhibitors", read_exhibitor);
}
