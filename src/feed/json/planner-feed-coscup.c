/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reads the session.json of COSCUP and of other conferences in Taiwan. It lists sessions, speakers, rooms and types, which
 * refer to each other by id. Each text is in Chinese and English.
 */

#include "feed/json/planner-feed-coscup.h"
#include "feed/build/planner-feed-builder-finish.h"

#include <string.h>

typedef struct
{
  PlannerBuilder *builder;
  GHashTable *speakers; /* owned, id to borrowed object */
  GHashTable *rooms;    /* owned, id to borrowed object */
  GHashTable *types;    /* owned, id to borrowed object */
} Reader;

static const PlannerTextField session_fields[] = {
  { "title", G_STRUCT_OFFSET (PlannerSession, title), PLANNER_TEXT_LINE },
  { "description", G_STRUCT_OFFSET (PlannerSession, abstract), PLANNER_TEXT_LONG },
  { NULL },
};
static const PlannerTextField speaker_fields[] = {
  { "name", G_STRUCT_OFFSET (PlannerDraftPerson, name), PLANNER_TEXT_LINE },
  { "bio", G_STRUCT_OFFSET (PlannerDraftPerson, biography), PLANNER_TEXT_LONG },
  { NULL },
};

/* Members of a session with an address, and the titles of the links. */
static const char *const links[][2] = {
  { "slide", "Slides" },
  { "record", "Recording" },
  { "co_write", "Shared notes" },
  { "qa", "Questions" },
};

static void
reader_clear (Reader *reader)
{
  g_hash_table_unref (reader->speakers);
  g_hash_table_unref (reader->rooms);
  g_hash_table_unref (reader->types);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* These conferences call traditional Chinese "zh". */
static const char *
get_language (const char *name)
{
  return g_str_equal (name, "zh") ? "zh_TW" : name;
}

/* {"zh": {"title": …}, "en": {"title": …}} */
static void
add_texts (const PlannerPlace *place, gpointer target, const PlannerTextField *fields, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  guint n = 0;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node) && n < PLANNER_FEED_MAX_LANGUAGES)
    if (planner_feed_is_language (name) && JSON_NODE_HOLDS_OBJECT (node))
      {
        planner_json_add_fields (place, target, fields, get_language (name), json_node_get_object (node));
        n++;
      }
}

static GHashTable *
index_by_id (Reader *reader, JsonObject *root, const char *member)
{
  GHashTable *by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonArray *array = planner_json_get_array (root, member);
  g_autofree char *path = g_strconcat ("$.", member, NULL);
  const PlannerPlace place = { NULL, path, reader->builder->report };

  for (guint i = 0; array && i < MIN (json_array_get_length (array), PLANNER_FEED_MAX_SESSIONS); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      char *id = object ? planner_json_dup_line (&place, object, "id") : NULL;

      if (id)
        g_hash_table_insert (by_id, id, object);
    }

  return by_id;
}

static void
note_unknown (const PlannerPlace *place, const char *member, const char *id)
{
  planner_place_note_value (place, PLANNER_SEVERITY_NOTE, member, PLANNER_PROBLEM_UNKNOWN_ID, id,
                            "is not in the list of its kind", "the id is shown");
}

static void
read_forum (Reader *reader, const PlannerPlace *place, JsonObject *object)
{
  g_autofree char *id = planner_json_dup_line (place, object, "type");
  JsonObject *listed = id ? g_hash_table_lookup (reader->types, id) : NULL;
  PlannerForum *forum;

  if (!id)
    return;
  forum = planner_builder_get_forum (reader->builder, id);
  place->draft->session->forum = forum;
  if (forum->title.variants)
    return;
  if (listed)
    add_texts (place, forum, planner_forum_fields, listed);
  else
    note_unknown (place, "type", id);
  if (!forum->title.variants)
    planner_text_add (&forum->title, "", id);
}

static void
add_room_name (Reader *reader, const PlannerPlace *place, const char *id, PlannerRoom *room)
{
  JsonObject *listed = g_hash_table_lookup (reader->rooms, id);

  if (listed)
    add_texts (place, room, planner_room_fields, listed);
  else
    note_unknown (place, "room", id);
  if (!room->title.variants)
    planner_text_add (&room->title, "", id);
}

/* Joins the names of all rooms of a session, its own room first. */
static char *
join_rooms (const PlannerPlace *place, JsonObject *object, const char *own)
{
  JsonArray *others = planner_json_get_array (object, "broadcast");
  g_autoptr (GString) names = g_string_new (own);

  for (guint i = 0; others && i < MIN (json_array_get_length (others), PLANNER_FEED_MAX_LINKS); i++)
    {
      g_autofree char *name =
          planner_json_dup_node (place, json_array_get_element (others, i), "broadcast", PLANNER_TEXT_LINE);

      if (name && g_strcmp0 (name, own) != 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }

  return names->len > 0 ? g_strdup (names->str) : NULL;
}

/* A session that is broadcast to other rooms stays one session, so that it does not clash with itself. */
static void
read_room (Reader *reader, const PlannerPlace *place, JsonObject *object)
{
  g_autofree char *own = planner_json_dup_line (place, object, "room");
  g_autofree char *all = join_rooms (place, object, own);
  PlannerRoom *room;

  if (!all)
    return;
  room = planner_builder_get_room (reader->builder, all);
  place->draft->session->room = room;
  if (room->title.variants)
    return;
  if (g_strcmp0 (own, all) == 0)
    add_room_name (reader, place, own, room);
  else
    planner_text_add (&room->title, "", all);
}

static void
read_speaker (Reader *reader, const PlannerPlace *place, JsonNode *node)
{
  g_auto (PlannerDraftPerson) person = { 0 };
  JsonObject *listed;

  person.id = planner_json_dup_node (place, node, "speakers", PLANNER_TEXT_LINE);
  listed = person.id ? g_hash_table_lookup (reader->speakers, person.id) : NULL;
  if (!person.id)
    return;
  if (listed)
    add_texts (place, &person, speaker_fields, listed);
  if (!person.name.variants)
    {
      planner_place_note (place, PLANNER_SEVERITY_SKIPPED, "speakers", PLANNER_PROBLEM_NO_NAME,
                          "The speaker “%.100s” has no name and is left out.", person.id);
      return;
    }
  /* Some speakers write "-" because they have to write something. */
  if (person.biography.shown && g_str_equal (person.biography.shown, "-"))
    planner_text_clear (&person.biography);
  planner_builder_take_person (reader->builder, place->draft, &person);
}

static void
read_speakers (Reader *reader, const PlannerPlace *place, JsonObject *object)
{
  JsonArray *array = planner_json_get_array (object, "speakers");

  for (guint i = 0; array && i < MIN (json_array_get_length (array), PLANNER_FEED_MAX_PERSONS + 1); i++)
    read_speaker (reader, place, json_array_get_element (array, i));
}

/* The member "language" is a word in any language; the tags contain the code. */
static char *
dup_language (const PlannerPlace *place, JsonObject *object)
{
  JsonArray *tags = planner_json_get_array (object, "tags");

  for (guint i = 0; tags && i < json_array_get_length (tags); i++)
    {
      g_autofree char *tag =
          planner_json_dup_node (place, json_array_get_element (tags, i), "tags", PLANNER_TEXT_LINE);

      if (tag && planner_feed_is_language (tag))
        return g_steal_pointer (&tag);
    }

  return planner_json_dup_line (place, object, "language");
}

static void
read_links (Reader *reader, const PlannerPlace *place, JsonObject *object)
{
  PlannerSession *session = place->draft->session;

  session->url = planner_json_dup_line (place, object, "uri");
  session->stream_url = planner_json_dup_line (place, object, "live");
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *url = planner_json_dup_line (place, object, links[i][0]);

      if (url)
        planner_builder_add_link (reader->builder, place->draft, links[i][1], url);
    }
}

static gboolean
read_session (Reader *reader, JsonObject *object, const char *path, GError **error)
{
  PlannerDraftSession *draft = planner_builder_add_session (reader->builder, path, -1, error);
  const PlannerPlace place = { draft, path, reader->builder->report };

  if (!draft)
    return FALSE;
  /* The ids are the codes of the sessions in pretalx. */
  draft->session->code = planner_json_dup_line (&place, object, "id");
  draft->session->language = dup_language (&place, object);
  draft->date = planner_json_dup_line (&place, object, "start");
  draft->end = planner_json_dup_line (&place, object, "end");
  add_texts (&place, draft->session, session_fields, object);
  read_forum (reader, &place, object);
  read_room (reader, &place, object);
  read_speakers (reader, &place, object);
  read_links (reader, &place, object);

  return TRUE;
}

static gboolean
read_sessions (Reader *reader, JsonArray *sessions, GError **error)
{
  for (guint i = 0; i < json_array_get_length (sessions); i++)
    {
      g_autofree char *path = g_strdup_printf ("$.sessions[%u]", i);
      JsonNode *node = json_array_get_element (sessions, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        {
          if (!read_session (reader, json_node_get_object (node), path, error))
            return FALSE;
        }
      else if (!JSON_NODE_HOLDS_NULL (node))
        planner_report_add (reader->builder->report, PLANNER_SEVERITY_SKIPPED, path, PLANNER_PROBLEM_BAD_TYPE,
                            "This is not a session; it is left out.");
    }

  return TRUE;
}

/**
 * planner_feed_coscup_is:
 * @root: (nullable): a JSON tree
 *
 * Returns: whether the tree has the lists of this format
 */
gboolean
planner_feed_coscup_is (JsonNode *root)
{
  JsonObject *object = root && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  return planner_json_get_array (object, "sessions") && planner_json_get_array (object, "speakers") &&
         (planner_json_get_array (object, "session_types") || planner_json_get_array (object, "rooms"));
}

/**
 * planner_feed_coscup_read:
 * @root: a tree for which planner_feed_coscup_is() returns %TRUE
 *
 * Returns: (nullable) (transfer full): the agenda, or %NULL with @error set; see planner_feed_read()
 */
PlannerAgenda *
planner_feed_coscup_read (PlannerBuilder *builder, JsonNode *root, GError **error)
{
  JsonObject *object = json_node_get_object (root);
  g_auto (Reader) reader = { .builder = builder };

  reader.speakers = index_by_id (&reader, object, "speakers");
  reader.rooms = index_by_id (&reader, object, "rooms");
  reader.types = index_by_id (&reader, object, "session_types");
  planner_builder_set_format (builder, PLANNER_FEED_FORMAT_COSCUP);
  if (!read_sessions (&reader, planner_json_get_array (object, "sessions"), error))
    return NULL;

  return planner_builder_finish (builder, error);
}
