/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reads the JSON of Sessionize, which conferences publish at sessionize.com/api/v2/…/view/. "All" lists sessions, speakers,
 * categories and rooms, which refer to each other by id. "GridSmart" groups the sessions by day and room, "Sessions" by a
 * category; both name speakers and rooms in the sessions. No view names the conference or its time zone.
 */

#include "feed/json/planner-feed-sessionize.h"
#include "feed/json/planner-feed-json-list.h"
#include "model/planner-string-table.h"

#include <string.h>

/* An item of a category, such as "Workshop" of "Session format". */
typedef struct
{
  char *category; /* owned, nullable */
  char *name;     /* owned, nullable */
} Item;

typedef struct
{
  PlannerBuilder *builder; /* borrowed */
  GHashTable *speakers;    /* owned, id to borrowed object */
  GHashTable *rooms;       /* owned, id to borrowed object */
  GHashTable *items;       /* owned, id to owned Item */
} Reader;

static const PlannerTextField session_fields[] = {
  { "title", G_STRUCT_OFFSET (PlannerSession, title), PLANNER_TEXT_LINE },
  { "description", G_STRUCT_OFFSET (PlannerSession, abstract), PLANNER_TEXT_LONG },
  { NULL },
};
static const PlannerTextField speaker_fields[] = {
  { "fullName", G_STRUCT_OFFSET (PlannerDraftPerson, name), PLANNER_TEXT_LINE, { "name" } },
  { "tagLine", G_STRUCT_OFFSET (PlannerDraftPerson, role), PLANNER_TEXT_LINE },
  { "bio", G_STRUCT_OFFSET (PlannerDraftPerson, biography), PLANNER_TEXT_LONG },
  { NULL },
};

static void
item_free (Item *item)
{
  g_free (item->category);
  g_free (item->name);
  g_free (item);
}

static void
reader_clear (Reader *reader)
{
  g_hash_table_unref (reader->speakers);
  g_hash_table_unref (reader->rooms);
  g_hash_table_unref (reader->items);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static void
index_items (Reader *reader, JsonObject *category, const char *where)
{
  const PlannerPlace place = { NULL, where, reader->builder->report };
  JsonArray *items = planner_json_get_array (category, "items");

  for (guint i = 0; items && i < json_array_get_length (items); i++)
    {
      JsonObject *object = planner_json_get_item (items, i);
      char *id = planner_json_dup_line (&place, object, "id");
      Item *item;

      if (!id || g_hash_table_size (reader->items) >= PLANNER_FEED_MAX_NAMED)
        {
          g_free (id);
          continue;
        }
      item = g_new0 (Item, 1);
      item->category = planner_json_dup_line (&place, category, "title");
      item->name = planner_json_dup_line (&place, object, "name");
      g_hash_table_insert (reader->items, id, item);
    }
}

static void
index_categories (Reader *reader, JsonArray *categories)
{
  for (guint i = 0; categories && i < MIN (json_array_get_length (categories), PLANNER_FEED_MAX_NAMED); i++)
    {
      g_autofree char *path = g_strdup_printf ("$.categories[%u]", i);

      index_items (reader, planner_json_get_item (categories, i), path);
    }
}

/* The organizers name the categories. Most keep the names that Sessionize proposes. */
static void
take_item (Reader *reader, const PlannerPlace *place, const char *category, const char *name)
{
  PlannerSession *session = place->draft->session;
  g_autofree char *folded = category && name ? g_ascii_strdown (category, -1) : NULL;

  if (!folded)
    return;
  if (strstr (folded, "track"))
    planner_builder_take_forum (reader->builder, place->draft, name);
  else if (strstr (folded, "language") && !session->language)
    session->language = g_strdup (name);
  else if ((strstr (folded, "format") || strstr (folded, "type")) && !session->type)
    session->type = g_strdup (name);
}

/* "All" lists the ids of the items. */
static void
read_item_ids (Reader *reader, const PlannerPlace *place, JsonObject *object)
{
  JsonArray *ids = planner_json_get_array (object, "categoryItems");

  for (guint i = 0; ids && i < MIN (json_array_get_length (ids), PLANNER_FEED_MAX_LINKS); i++)
    {
      g_autofree char *id =
          planner_json_dup_node (place, json_array_get_element (ids, i), "categoryItems", PLANNER_TEXT_LINE);
      const Item *item = id ? g_hash_table_lookup (reader->items, id) : NULL;

      if (item)
        take_item (reader, place, item->category, item->name);
    }
}

/* The other views have the categories themselves. */
static void
read_categories (Reader *reader, const PlannerPlace *place, JsonObject *object)
{
  JsonArray *categories = planner_json_get_array (object, "categories");

  for (guint i = 0; categories && i < MIN (json_array_get_length (categories), PLANNER_FEED_MAX_LINKS); i++)
    {
      JsonObject *category = planner_json_get_item (categories, i);
      JsonArray *items = planner_json_get_array (category, "categoryItems");
      g_autofree char *title = planner_json_dup_line (place, category, "name");
      g_autofree char *name = planner_json_dup_line (place, planner_json_get_item (items, 0), "name");

      take_item (reader, place, title, name);
    }
}

static char *
dup_first_link (const PlannerPlace *place, JsonObject *speaker)
{
  JsonArray *addresses = planner_json_get_array (speaker, "links");

  return planner_json_dup_line (place, planner_json_get_item (addresses, 0), "url");
}

/* @node: an id, or an object with the name */
static void
read_speaker (Reader *reader, const PlannerPlace *place, JsonNode *node)
{
  g_auto (PlannerDraftPerson) person = { 0 };
  JsonObject *named = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonObject *listed;

  person.id = named ? planner_json_dup_line (place, named, "id")
                    : planner_json_dup_node (place, node, "speakers", PLANNER_TEXT_LINE);
  listed = person.id ? g_hash_table_lookup (reader->speakers, person.id) : NULL;
  if (listed)
    planner_json_add_fields (place, &person, speaker_fields, "", listed);
  if (named)
    planner_json_add_fields (place, &person, speaker_fields, "", named);
  if (!person.name.variants)
    {
      planner_place_note (place, PLANNER_SEVERITY_SKIPPED, "speakers", PLANNER_PROBLEM_NO_NAME,
                          "A speaker without a name is left out.");
      return;
    }
  person.url = dup_first_link (place, listed);
  planner_builder_take_person (reader->builder, place->draft, &person);
}

static void
read_speakers (Reader *reader, const PlannerPlace *place, JsonObject *object)
{
  JsonArray *array = planner_json_get_array (object, "speakers");

  for (guint i = 0; array && i < MIN (json_array_get_length (array), PLANNER_FEED_MAX_PERSONS + 1); i++)
    read_speaker (reader, place, json_array_get_element (array, i));
}

static void
read_room (Reader *reader, const PlannerPlace *place, JsonObject *object, const char *listed_room)
{
  g_autofree char *id = planner_json_dup_line (place, object, "roomId");
  JsonObject *listed = id ? g_hash_table_lookup (reader->rooms, id) : NULL;
  g_autofree char *name = planner_json_dup_line (place, listed ? listed : object, listed ? "name" : "room");

  planner_builder_take_room (reader->builder, place->draft, name ? name : listed_room);
}

static gboolean
read_session (Reader *reader, JsonObject *object, const char *path, const char *room, GError **error)
{
  PlannerDraftSession *draft = planner_builder_add_session (reader->builder, path, -1, error);
  const PlannerPlace place = { draft, path, reader->builder->report };
  g_autofree char *status = planner_json_dup_line (&place, object, "status");
  g_autofree char *recording = planner_json_dup_line (&place, object, "recordingUrl");

  if (!draft)
    return FALSE;
  draft->session->id = planner_json_dup_line (&place, object, "id");
  draft->session->stream_url = planner_json_dup_line (&place, object, "liveUrl");
  draft->session->cancelled = planner_feed_is_cancelled (status);
  draft->date = planner_json_dup_line (&place, object, "startsAt");
  draft->end = planner_json_dup_line (&place, object, "endsAt");
  planner_json_add_fields (&place, draft->session, session_fields, "", object);
  read_item_ids (reader, &place, object);
  read_categories (reader, &place, object);
  read_room (reader, &place, object, room);
  read_speakers (reader, &place, object);
  if (recording)
    planner_builder_add_link (reader->builder, draft, "Recording", recording);

  return TRUE;
}

static gboolean
read_sessions (Reader *reader, JsonArray *sessions, const char *where, const char *room, GError **error)
{
  for (guint i = 0; sessions && i < json_array_get_length (sessions); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s.sessions[%u]", where, i);
      JsonNode *node = json_array_get_element (sessions, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        planner_json_note_no_session (reader->builder, node, path);
      else if (!read_session (reader, json_node_get_object (node), path, room, error))
        return FALSE;
    }

  return TRUE;
}

/* A day of "GridSmart" or a group of "Sessions". */
static gboolean
read_group (Reader *reader, JsonObject *group, const char *where, GError **error)
{
  JsonArray *rooms = planner_json_get_array (group, "rooms");

  for (guint i = 0; rooms && i < json_array_get_length (rooms); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s.rooms[%u]", where, i);
      const PlannerPlace place = { NULL, path, reader->builder->report };
      JsonObject *room = planner_json_get_item (rooms, i);
      g_autofree char *name = planner_json_dup_line (&place, room, "name");

      if (!read_sessions (reader, planner_json_get_array (room, "sessions"), path, name, error))
        return FALSE;
    }

  return read_sessions (reader, planner_json_get_array (group, "sessions"), where, NULL, error);
}

static gboolean
read_groups (Reader *reader, JsonArray *groups, GError **error)
{
  for (guint i = 0; i < json_array_get_length (groups); i++)
    {
      g_autofree char *path = g_strdup_printf ("$[%u]", i);

      if (!read_group (reader, planner_json_get_item (groups, i), path, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_start (JsonArray *sessions)
{
  for (guint i = 0; sessions && i < json_array_get_length (sessions); i++)
    if (planner_json_get (planner_json_get_item (sessions, i), "startsAt"))
      return TRUE;

  return FALSE;
}

static gboolean
is_all (JsonObject *root)
{
  JsonArray *sessions = planner_json_get_array (root, "sessions");

  return sessions && planner_json_get_array (root, "speakers") && planner_json_get_array (root, "rooms") &&
         (has_start (sessions) ||
          (planner_json_get_array (root, "questions") && planner_json_get_array (root, "categories")));
}

static gboolean
is_group (JsonObject *group)
{
  JsonArray *rooms = planner_json_get_array (group, "rooms");

  for (guint i = 0; rooms && i < json_array_get_length (rooms); i++)
    if (has_start (planner_json_get_array (planner_json_get_item (rooms, i), "sessions")))
      return TRUE;

  return has_start (planner_json_get_array (group, "sessions"));
}

/**
 * planner_feed_sessionize_is:
 * @root: (nullable): a JSON tree
 *
 * Returns: whether the tree is one of the views with sessions
 */
gboolean
planner_feed_sessionize_is (JsonNode *root)
{
  JsonArray *groups = root && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; groups && i < json_array_get_length (groups); i++)
    if (is_group (planner_json_get_item (groups, i)))
      return TRUE;

  return root && JSON_NODE_HOLDS_OBJECT (root) && is_all (json_node_get_object (root));
}

/**
 * planner_feed_sessionize_read:
 * @root: a tree for which planner_feed_sessionize_is() returns %TRUE
 * @error: return location for an error, when cancelled or when the schedule is too large
 *
 * Returns: %FALSE with @error set
 */
gboolean
planner_feed_sessionize_read (PlannerBuilder *builder, JsonNode *root, GError **error)
{
  JsonObject *all = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  g_auto (Reader) reader = {
    .builder = builder,
    .speakers = planner_json_index_by_id (builder, planner_json_get_array (all, "speakers"), "$.speakers"),
    .rooms = planner_json_index_by_id (builder, planner_json_get_array (all, "rooms"), "$.rooms"),
    .items = planner_string_table_new (g_free, (GDestroyNotify) item_free),
  };

  /* Organizers may choose UTC for the times, wherever the venue is. */
  builder->utc_tells_no_zone = TRUE;
  builder->always_utc = TRUE;
  index_categories (&reader, planner_json_get_array (all, "categories"));

  return all ? read_sessions (&reader, planner_json_get_array (all, "sessions"), "$", NULL, error)
             : read_groups (&reader, json_node_get_array (root), error);
}
