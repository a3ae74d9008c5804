/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reads the session.json of COSCUP and of other conferences in Taiwan. It lists sessions, speakers, rooms and types, which
 * refer to each other by id. Each text is in Chinese and English.
 */

#include "feed/json/planner-feed-coscup.h"
#include "feed/json/planner-feed-json-list.h"

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

static PlannerRoom *
get_room (Reader *reader, const PlannerPlace *place, const char *id)
{
  JsonObject *listed = g_hash_table_lookup (reader->rooms, id);
  PlannerRoom *room = planner_builder_get_room (reader->builder, id);

  if (room->title.variants)
    return room;
  if (listed)
    add_texts (place, room, planner_room_fields, listed);
  else
    note_unknown (place, "room", id);
  if (!room->title.variants)
    planner_text_add (&room->title, "", id);

  return room;
}

/* Joins the names of all rooms of a session, its own room first. */
static char *
join_rooms (Reader *reader, const PlannerPlace *place, JsonObject *object, const char *own)
{
  JsonArray *others = planner_json_get_array (object, "broadcast");
  g_autoptr (GString) names = g_string_new (own);

  for (guint i = 0; others && i < MIN (json_array_get_length (others), PLANNER_FEED_MAX_LINKS); i++)
    {
      g_autofree char *name =
          planner_json_dup_node (place, json_array_get_element (others, i), "broadcast", PLANNER_TEXT_LINE);

      if (!name || g_strcmp0 (name, own) == 0)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
      get_room (reader, place, name);
    }

  return names->len > 0 ? g_strdup (names->str) : NULL;
}

/*
 * A session that is broadcast to other rooms stays one session, so that it does not clash with itself. Its room has the names
 * of all of them, and planner_rooms_find_parts() finds them again.
 */
static void
read_room (Reader *reader, const PlannerPlace *place, JsonObject *object)
{
  g_autofree char *own = planner_json_dup_line (place, object, "room");
  g_autofree char *all = join_rooms (reader, place, object, own);
  PlannerRoom *room;

  if (own)
    place->draft->session->room = get_room (reader, place, own);
  if (!all || g_strcmp0 (own, all) == 0)
    return;
  room = planner_builder_get_room (reader->builder, all);
  planner_text_add (&room->title, "", all);
  place->draft->session->room = room;
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
      else
        planner_json_note_no_session (reader->builder, node, path);
    }

  return TRUE;
}

/* Other programs write lists of the same names, but not the texts of their sessions in several languages. */
static gboolean
has_texts (JsonArray *sessions)
{
  for (guint i = 0; i < json_array_get_length (sessions); i++)
    {
      JsonObject *object = planner_json_get_item (sessions, i);

      if (planner_json_get_object (object, "zh") || planner_json_get_object (object, "en"))
        return TRUE;
    }

  return json_array_get_length (sessions) == 0;
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
  JsonArray *sessions = planner_json_get_array (object, "sessions");

  return sessions && planner_json_get_array (object, "speakers") &&
         (planner_json_get_array (object, "session_types") || planner_json_get_array (object, "rooms")) &&
         has_texts (sessions);
}

/**
 * planner_feed_coscup_read:
 * @root: a tree for which planner_feed_coscup_is() returns %TRUE
 * @error: return location for an error, when cancelled or when the schedule is too large
 *
 * Returns: %FALSE with @error set
 */
gboolean
planner_feed_coscup_read (PlannerBuilder *builder, JsonNode *root, GError **error)
{
  JsonObject *object = json_node_get_object (root);
  g_auto (Reader) reader = {
    .builder = builder,
    .speakers = planner_json_index_by_id (builder, planner_json_get_array (object, "speakers"), "$.speakers"),
    .rooms = planner_json_index_by_id (builder, planner_json_get_array (object, "rooms"), "$.rooms"),
    .types = planner_json_index_by_id (builder, planner_json_get_array (object, "session_types"),
                                       "$.session_types"),
  };

  return read_sessions (&reader, planner_json_get_array (object, "sessions"), error);
}
