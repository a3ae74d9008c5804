/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reads the programme of ConClár and KonOpas: a list of items with date, time, length, places and people. The people have
 * descriptions in a second list, which planner_feed_conclar_to_json() puts beside the first when both are in one script.
 */

#include "feed/json/planner-feed-conclar.h"
#include "feed/json/planner-feed-json-list.h"

#include <string.h>

typedef struct
{
  PlannerBuilder *builder; /* borrowed */
  GHashTable *people;      /* owned, id to borrowed object */
} Reader;

static const PlannerTextField session_fields[] = {
  { "title", G_STRUCT_OFFSET (PlannerSession, title), PLANNER_TEXT_LINE },
  { "desc", G_STRUCT_OFFSET (PlannerSession, abstract), PLANNER_TEXT_LONG, { "description" } },
  { NULL },
};

static void
reader_clear (Reader *reader)
{
  g_hash_table_unref (reader->people);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* KonOpas writes ["first name", "last name", "prefix", "suffix"]. */
static char *
join_name (const PlannerPlace *place, JsonArray *parts)
{
  static const guint order[] = { 2, 0, 1, 3 };
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      JsonNode *node =
          order[i] < json_array_get_length (parts) ? json_array_get_element (parts, order[i]) : NULL;
      g_autofree char *part = planner_json_dup_node (place, node, "name", PLANNER_TEXT_LINE);

      if (part)
        g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", part);
    }

  return name->len > 0 ? g_strdup (name->str) : NULL;
}

static char *
dup_name (const PlannerPlace *place, JsonObject *person)
{
  JsonArray *parts = planner_json_get_array (person, "name");

  return parts ? join_name (place, parts) : planner_json_dup_line (place, person, "name");
}

static void
read_person (Reader *reader, const PlannerPlace *place, JsonNode *node)
{
  g_auto (PlannerDraftPerson) person = { 0 };
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonObject *listed;
  g_autofree char *name = NULL;

  person.id = object ? planner_json_dup_line (place, object, "id")
                     : planner_json_dup_node (place, node, "people", PLANNER_TEXT_LINE);
  listed = person.id ? g_hash_table_lookup (reader->people, person.id) : NULL;
  name = dup_name (place, listed && planner_json_get (listed, "name") ? listed : object);
  planner_text_add (&person.name, "", name);
  if (!person.name.variants)
    {
      planner_place_note (place, PLANNER_SEVERITY_SKIPPED, "people", PLANNER_PROBLEM_NO_NAME,
                          "A person without a name is left out.");
      return;
    }
  planner_json_add_text (place, &person.biography, "", planner_json_get (listed, "bio"), "bio",
                         PLANNER_TEXT_LONG);
  planner_builder_take_person (reader->builder, place->draft, &person);
}

static void
read_people (Reader *reader, const PlannerPlace *place, JsonObject *item)
{
  JsonArray *array = planner_json_get_array (item, "people");

  for (guint i = 0; array && i < MIN (json_array_get_length (array), PLANNER_FEED_MAX_PERSONS + 1); i++)
    read_person (reader, place, json_array_get_element (array, i));
}

/* The first place is the room. The others are the parts of the venue around it. */
static void
read_room (Reader *reader, const PlannerPlace *place, JsonObject *item)
{
  JsonArray *places = planner_json_get_array (item, "loc");
  JsonNode *node = places && json_array_get_length (places) > 0 ? json_array_get_element (places, 0)
                   : places                                     ? NULL
                                                                : planner_json_get (item, "loc");
  g_autofree char *name = planner_json_dup_node (place, node, "loc", PLANNER_TEXT_LINE);

  planner_builder_take_room (reader->builder, place->draft, name);
}

/* A tag is a text, perhaps with its category, as "track:Science", or an object. */
static char *
dup_tag (const PlannerPlace *place, JsonNode *node)
{
  static const char *const names[] = { "label", "name", "value", NULL };

  return JSON_NODE_HOLDS_OBJECT (node)
             ? planner_json_dup_first_line (place, json_node_get_object (node), names)
             : planner_json_dup_node (place, node, "tags", PLANNER_TEXT_LINE);
}

static void
take_tag (Reader *reader, const PlannerPlace *place, const char *tag)
{
  PlannerSession *session = place->draft->session;
  const char *colon = strchr (tag, ':');
  const char *value = colon ? colon + 1 + strspn (colon + 1, " ") : tag;

  if (!*value)
    return;
  if (g_ascii_strncasecmp (tag, "type:", strlen ("type:")) == 0)
    g_set_str (&session->type, value);
  else if (!colon || g_ascii_strncasecmp (tag, "track:", strlen ("track:")) == 0)
    planner_builder_take_forum (reader->builder, place->draft, value);
}

static void
read_tags (Reader *reader, const PlannerPlace *place, JsonObject *item)
{
  JsonArray *tags = planner_json_get_array (item, "tags");

  for (guint i = 0; tags && i < MIN (json_array_get_length (tags), PLANNER_FEED_MAX_LINKS); i++)
    {
      g_autofree char *tag = dup_tag (place, json_array_get_element (tags, i));

      if (tag)
        take_tag (reader, place, tag);
    }
}

/* "mins" is a number of minutes, which is the form of ISO 8601 with other words around it. */
static void
read_time (const PlannerPlace *place, JsonObject *item)
{
  PlannerDraftSession *draft = place->draft;
  g_autofree char *minutes = planner_json_dup_line (place, item, "mins");
  const gboolean is_number = minutes && strspn (minutes, "0123456789") == strlen (minutes);

  draft->date = planner_json_dup_line (place, item, "date");
  draft->start = planner_json_dup_line (place, item, "time");
  if (!draft->date)
    draft->date = planner_json_dup_line (place, item, "datetime");
  if (is_number)
    draft->duration = g_strconcat ("PT", minutes, "M", NULL);
  else
    draft->duration = g_steal_pointer (&minutes);
}

static void
read_links (Reader *reader, const PlannerPlace *place, JsonObject *item)
{
  static const char *const titles[][2] = { { "recording", "Recording" },
                                           { "video", "Recording" },
                                           { "chat", "Chat" } };
  JsonObject *links = planner_json_get_object (item, "links");

  for (guint i = 0; links && i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *url = planner_json_dup_line (place, links, titles[i][0]);

      if (url)
        planner_builder_add_link (reader->builder, place->draft, titles[i][1], url);
    }
}

static gboolean
read_item (Reader *reader, JsonObject *item, const char *path, GError **error)
{
  PlannerDraftSession *draft = planner_builder_add_session (reader->builder, path, -1, error);
  const PlannerPlace place = { draft, path, reader->builder->report };

  if (!draft)
    return FALSE;
  draft->session->id = planner_json_dup_line (&place, item, "id");
  planner_json_add_fields (&place, draft->session, session_fields, "", item);
  read_time (&place, item);
  read_tags (reader, &place, item);
  read_room (reader, &place, item);
  read_people (reader, &place, item);
  read_links (reader, &place, item);

  return TRUE;
}

static gboolean
read_items (Reader *reader, JsonArray *items, const char *where, GError **error)
{
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s[%u]", where, i);
      JsonNode *node = json_array_get_element (items, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        planner_json_note_no_session (reader->builder, node, path);
      else if (!read_item (reader, json_node_get_object (node), path, error))
        return FALSE;
    }

  return TRUE;
}

static JsonArray *
get_items (JsonNode *root)
{
  JsonObject *object = root && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  return root && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root)
                                              : planner_json_get_array (object, "program");
}

static gboolean
is_item (JsonObject *item)
{
  return planner_json_get (item, "title") &&
         ((planner_json_get (item, "date") && planner_json_get (item, "time")) ||
          planner_json_get (item, "datetime")) &&
         planner_json_get (item, "loc") && planner_json_get (item, "people");
}

/**
 * planner_feed_conclar_is:
 * @root: (nullable): a JSON tree
 *
 * Returns: whether the tree is a list of programme items, or an object with this list in "program"
 */
gboolean
planner_feed_conclar_is (JsonNode *root)
{
  JsonArray *items = get_items (root);

  for (guint i = 0; items && i < json_array_get_length (items); i++)
    if (is_item (planner_json_get_item (items, i)))
      return TRUE;

  return FALSE;
}

/**
 * planner_feed_conclar_read:
 * @root: a tree for which planner_feed_conclar_is() returns %TRUE
 * @error: return location for an error, when cancelled or when the schedule is too large
 *
 * Returns: %FALSE with @error set
 */
gboolean
planner_feed_conclar_read (PlannerBuilder *builder, JsonNode *root, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  g_auto (Reader) reader = {
    .builder = builder,
    .people = planner_json_index_by_id (builder, planner_json_get_array (object, "people"), "$.people"),
  };

  return read_items (&reader, get_items (root), object ? "$.program" : "$", error);
}
