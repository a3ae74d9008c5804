/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reads the sessions of Open Event and eventyay: a plain list, as in their exports, or a document of JSON:API 1.1, as in
 * their interface for programs. Exports write the names of members with dashes or with underscores.
 */

#include "feed/json/planner-feed-open-event.h"
#include "feed/json/planner-feed-json-list.h"
#include "model/planner-string-table.h"

typedef struct
{
  PlannerBuilder *builder; /* borrowed */
  GHashTable *included;    /* owned, "type/id" to borrowed object */
  guint n_left_out;
} Reader;

static const PlannerTextField session_fields[] = {
  { "title", G_STRUCT_OFFSET (PlannerSession, title), PLANNER_TEXT_LINE },
  { "subtitle", G_STRUCT_OFFSET (PlannerSession, subtitle), PLANNER_TEXT_LINE },
  { "short-abstract", G_STRUCT_OFFSET (PlannerSession, abstract), PLANNER_TEXT_LONG, { "short_abstract" } },
  { "long-abstract", G_STRUCT_OFFSET (PlannerSession, description), PLANNER_TEXT_LONG, { "long_abstract" } },
  { NULL },
};
static const PlannerTextField speaker_fields[] = {
  { "name", G_STRUCT_OFFSET (PlannerDraftPerson, name), PLANNER_TEXT_LINE },
  { "position", G_STRUCT_OFFSET (PlannerDraftPerson, role), PLANNER_TEXT_LINE },
  { "organisation",
    G_STRUCT_OFFSET (PlannerDraftPerson, organisation),
    PLANNER_TEXT_LINE,
    { "organization" } },
  { "long-biography",
    G_STRUCT_OFFSET (PlannerDraftPerson, biography),
    PLANNER_TEXT_LONG,
    { "long_biography", "short-biography", "short_biography" } },
  { NULL },
};

/* Members of a session with an address, and the titles of the links. */
static const char *const links[][2] = {
  { "slides-url", "Slides" },
  { "video-url", "Recording" },
  { "audio-url", "Audio" },
  { "signup-url", "Registration" },
};

static void
reader_clear (Reader *reader)
{
  g_hash_table_unref (reader->included);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* @member: the name with dashes */
static JsonNode *
get (JsonObject *object, const char *member)
{
  JsonNode *node = planner_json_get (object, member);
  g_autofree char *with_underscores = node ? NULL : g_strdelimit (g_strdup (member), "-", '_');

  return node ? node : planner_json_get (object, with_underscores);
}

static char *
dup_line (const PlannerPlace *place, JsonObject *object, const char *member)
{
  return planner_json_dup_node (place, get (object, member), member, PLANNER_TEXT_LINE);
}

static char *
dup_reference (const PlannerPlace *place, JsonObject *object)
{
  g_autofree char *type = planner_json_dup_line (place, object, "type");
  g_autofree char *id = planner_json_dup_line (place, object, "id");

  return type && id ? g_strconcat (type, "/", id, NULL) : NULL;
}

/* The related items of a session are in "included", next to the list of sessions. */
static void
index_included (Reader *reader, JsonArray *included)
{
  const PlannerPlace place = { NULL, "$.included", reader->builder->report };

  for (guint i = 0; included && i < MIN (json_array_get_length (included), PLANNER_FEED_MAX_SESSIONS); i++)
    {
      JsonObject *item = planner_json_get_item (included, i);
      char *reference = dup_reference (&place, item);

      if (reference)
        g_hash_table_insert (reader->included, reference, item);
    }
}

/* Returns: (nullable): the value for the track, room, type or speakers of a session */
static JsonNode *
get_related (JsonObject *session, const char *member)
{
  JsonObject *relationships = planner_json_get_object (session, "relationships");
  JsonNode *node = get (relationships ? relationships : session, member);

  if (relationships)
    node =
        node && JSON_NODE_HOLDS_OBJECT (node) ? planner_json_get (json_node_get_object (node), "data") : NULL;

  return node;
}

/* Returns: (nullable): the object itself, or the attributes of the included item that it refers to */
static JsonObject *
resolve (Reader *reader, const PlannerPlace *place, JsonObject *object)
{
  g_autofree char *reference = dup_reference (place, object);
  JsonObject *item = reference ? g_hash_table_lookup (reader->included, reference) : NULL;

  return item ? planner_json_get_object (item, "attributes") : object;
}

static char *
dup_related_name (Reader *reader, const PlannerPlace *place, JsonObject *session, const char *member)
{
  JsonNode *node = get_related (session, member);

  if (!node || !JSON_NODE_HOLDS_OBJECT (node))
    return planner_json_dup_node (place, node, member, PLANNER_TEXT_LINE);

  return planner_json_dup_line (place, resolve (reader, place, json_node_get_object (node)), "name");
}

static void
read_speaker (Reader *reader, const PlannerPlace *place, JsonObject *object)
{
  g_auto (PlannerDraftPerson) person = { 0 };
  JsonObject *attributes = object ? resolve (reader, place, object) : NULL;

  if (attributes)
    planner_json_add_fields (place, &person, speaker_fields, "", attributes);
  if (!person.name.variants)
    {
      planner_place_note (place, PLANNER_SEVERITY_SKIPPED, "speakers", PLANNER_PROBLEM_NO_NAME,
                          "A speaker without a name is left out.");
      return;
    }
  person.id = planner_json_dup_line (place, object, "id");
  person.url = planner_json_dup_line (place, attributes, "website");
  planner_builder_take_person (reader->builder, place->draft, &person);
}

static void
read_speakers (Reader *reader, const PlannerPlace *place, JsonObject *session)
{
  JsonNode *node = get_related (session, "speakers");
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array && i < MIN (json_array_get_length (array), PLANNER_FEED_MAX_PERSONS + 1); i++)
    read_speaker (reader, place, planner_json_get_item (array, i));
}

static void
read_places (Reader *reader, const PlannerPlace *place, JsonObject *session)
{
  g_autofree char *track = dup_related_name (reader, place, session, "track");
  g_autofree char *room = dup_related_name (reader, place, session, "microlocation");

  planner_builder_take_forum (reader->builder, place->draft, track);
  planner_builder_take_room (reader->builder, place->draft, room);
  place->draft->session->type = dup_related_name (reader, place, session, "session-type");
}

static void
read_links (Reader *reader, const PlannerPlace *place, JsonObject *attributes)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *url = dup_line (place, attributes, links[i][0]);

      if (url)
        planner_builder_add_link (reader->builder, place->draft, links[i][1], url);
    }
}

/* Proposals, and sessions that were refused or withdrawn, are no part of the programme. */
static gboolean
is_accepted (const PlannerPlace *place, JsonObject *attributes)
{
  g_autofree char *state = planner_json_dup_line (place, attributes, "state");

  return !get (attributes, "deleted-at") && (!state || g_ascii_strcasecmp (state, "accepted") == 0 ||
                                             g_ascii_strcasecmp (state, "confirmed") == 0);
}

static gboolean
read_session (Reader *reader, JsonObject *session, const char *path, GError **error)
{
  JsonObject *own = planner_json_get_object (session, "attributes");
  JsonObject *attributes = own ? own : session;
  const PlannerPlace list_place = { NULL, path, reader->builder->report };
  PlannerDraftSession *draft = NULL;
  PlannerPlace place = list_place;

  if (!is_accepted (&list_place, attributes))
    {
      reader->n_left_out++;
      return TRUE;
    }
  draft = planner_builder_add_session (reader->builder, path, -1, error);
  if (!draft)
    return FALSE;
  place.draft = draft;
  draft->session->id = planner_json_dup_line (&place, session, "id");
  draft->session->language = planner_json_dup_line (&place, attributes, "language");
  draft->date = dup_line (&place, attributes, "starts-at");
  draft->end = dup_line (&place, attributes, "ends-at");
  planner_json_add_fields (&place, draft->session, session_fields, "", attributes);
  read_places (reader, &place, session);
  read_speakers (reader, &place, session);
  read_links (reader, &place, attributes);

  return TRUE;
}

static gboolean
read_sessions (Reader *reader, JsonArray *sessions, const char *where, GError **error)
{
  for (guint i = 0; i < json_array_get_length (sessions); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s[%u]", where, i);
      JsonNode *node = json_array_get_element (sessions, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        planner_json_note_no_session (reader->builder, node, path);
      else if (!read_session (reader, json_node_get_object (node), path, error))
        return FALSE;
    }
  if (reader->n_left_out > 0)
    planner_report_add (reader->builder->report, PLANNER_SEVERITY_NOTE, where, PLANNER_PROBLEM_LEFT_OUT,
                        "%u sessions are not accepted or confirmed; they are left out.", reader->n_left_out);

  return TRUE;
}

static JsonArray *
get_data (JsonNode *root)
{
  JsonObject *document = root && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  return planner_json_get_array (document, "data");
}

static gboolean
is_listed_session (JsonObject *object)
{
  return planner_json_get (object, "title") && get (object, "starts-at") &&
         (get (object, "microlocation") || planner_json_get (object, "track") ||
          get (object, "session-type"));
}

static gboolean
is_resource (JsonObject *object)
{
  JsonNode *type = planner_json_get (object, "type");

  return type && JSON_NODE_HOLDS_VALUE (type) && json_node_get_value_type (type) == G_TYPE_STRING &&
         g_str_equal (json_node_get_string (type), "session") &&
         planner_json_get_object (object, "attributes");
}

/**
 * planner_feed_open_event_is:
 * @root: (nullable): a JSON tree
 *
 * Returns: whether the tree is a list of sessions, or a document with resources of the type "session"
 */
gboolean
planner_feed_open_event_is (JsonNode *root)
{
  JsonArray *data = get_data (root);
  JsonArray *list = root && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; data && i < json_array_get_length (data); i++)
    if (is_resource (planner_json_get_item (data, i)))
      return TRUE;
  for (guint i = 0; list && i < json_array_get_length (list); i++)
    if (is_listed_session (planner_json_get_item (list, i)))
      return TRUE;

  return FALSE;
}

/**
 * planner_feed_open_event_read:
 * @root: a tree for which planner_feed_open_event_is() returns %TRUE
 * @error: return location for an error, when cancelled or when the schedule is too large
 *
 * Returns: %FALSE with @error set
 */
gboolean
planner_feed_open_event_read (PlannerBuilder *builder, JsonNode *root, GError **error)
{
  JsonArray *data = get_data (root);
  g_auto (Reader) reader = {
    .builder = builder,
    .included = planner_string_table_new (g_free, NULL),
  };

  if (!data)
    return read_sessions (&reader, json_node_get_array (root), "$", error);
  index_included (&reader, planner_json_get_array (json_node_get_object (root), "included"));

  return read_sessions (&reader, data, "$.data", error);
}
