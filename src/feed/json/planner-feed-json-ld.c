/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reads an event of schema.org with its subEvents, as web pages describe their conference to search engines in JSON-LD. The
 * nodes of "@graph" refer to each other by "@id".
 */

#include "feed/json/planner-feed-json-ld.h"
#include "feed/build/planner-feed-builder-finish.h"
#include "feed/json/planner-feed-json-ld-blocks.h"
#include "feed/json/planner-feed-json-list.h"
#include "feed/json/planner-feed-json-parse.h"
#include "model/planner-string-table.h"

#include <string.h>

#define MAX_DEPTH 10
#define MAX_HOSTS 50

typedef struct
{
  PlannerBuilder *builder; /* owned */
  GPtrArray *trees;        /* owned, of JsonNode */
  GPtrArray *nodes;        /* owned, of borrowed objects: those of the page that may be events */
  GHashTable *by_id;       /* owned, "@id" to borrowed object */
  GHashTable *seen;        /* owned, of borrowed objects: the events that were read */
} Reader;

static const PlannerTextField conference_fields[] = {
  { "name", G_STRUCT_OFFSET (PlannerAgenda, title), PLANNER_TEXT_LINE },
  { "description", G_STRUCT_OFFSET (PlannerAgenda, description), PLANNER_TEXT_LONG },
  { NULL },
};
static const PlannerTextField session_fields[] = {
  { "name", G_STRUCT_OFFSET (PlannerSession, title), PLANNER_TEXT_LINE },
  { "description", G_STRUCT_OFFSET (PlannerSession, abstract), PLANNER_TEXT_LONG },
  { NULL },
};
static const PlannerTextField person_fields[] = {
  { "name", G_STRUCT_OFFSET (PlannerDraftPerson, name), PLANNER_TEXT_LINE },
  { "jobTitle", G_STRUCT_OFFSET (PlannerDraftPerson, role), PLANNER_TEXT_LINE },
  { "description", G_STRUCT_OFFSET (PlannerDraftPerson, biography), PLANNER_TEXT_LONG },
  { NULL },
};

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->builder, planner_builder_free);
  g_ptr_array_unref (reader->nodes);
  g_hash_table_unref (reader->by_id);
  g_hash_table_unref (reader->seen);
  g_ptr_array_unref (reader->trees);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* Returns: (nullable) (transfer none): the member, if it is a string */
static const char *
get_string (JsonObject *object, const char *member)
{
  JsonNode *node = planner_json_get (object, member);

  return node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gboolean
is_event_type (JsonNode *type)
{
  const char *name = JSON_NODE_HOLDS_VALUE (type) && json_node_get_value_type (type) == G_TYPE_STRING
                         ? json_node_get_string (type)
                         : "";

  return g_str_has_suffix (name, "Event") || g_str_has_suffix (name, "Festival") ||
         g_str_has_suffix (name, "Hackathon");
}

/* Most subtypes of Event end with this word, such as EducationEvent. */
static gboolean
is_event (JsonObject *object)
{
  JsonNode *type = planner_json_get (object, "@type");
  JsonArray *types = type && JSON_NODE_HOLDS_ARRAY (type) ? json_node_get_array (type) : NULL;

  for (guint i = 0; types && i < json_array_get_length (types); i++)
    if (is_event_type (json_array_get_element (types, i)))
      return TRUE;

  return type && is_event_type (type);
}

/* Calls a function for a value, or for each value of an array. */
static gboolean
read_each (Reader *reader,
           JsonNode *node,
           guint max,
           gboolean (*read) (Reader *reader, JsonNode *node, gpointer data, GError **error),
           gpointer data,
           GError **error)
{
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (node && !array)
    return read (reader, node, data, error);
  for (guint i = 0; array && i < MIN (json_array_get_length (array), max); i++)
    if (!read (reader, json_array_get_element (array, i), data, error))
      return FALSE;

  return TRUE;
}

/* Returns: (nullable): the object, or the one that it refers to with "@id" */
static JsonObject *
resolve (Reader *reader, JsonNode *node)
{
  JsonObject *object = node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *id = object && json_object_get_size (object) == 1 ? get_string (object, "@id") : NULL;

  return id ? g_hash_table_lookup (reader->by_id, id) : object;
}

static gboolean
collect_node (Reader *reader, JsonNode *node, gpointer data, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *id = get_string (object, "@id");

  if (!object)
    return TRUE;
  g_ptr_array_add (reader->nodes, object);
  if (id && json_object_get_size (object) > 1)
    g_hash_table_insert (reader->by_id, (gpointer) id, object);
  if (!data)
    read_each (reader, planner_json_get (object, "@graph"), G_MAXUINT, collect_node, object, NULL);

  return TRUE;
}

static void
collect_block (Reader *reader, const char *block)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (GError) error = NULL;
  JsonNode *tree = planner_json_parse (block, report, &error);

  if (!tree)
    {
      g_debug ("A block of JSON-LD is left out: %s", error->message);
      return;
    }
  g_ptr_array_add (reader->trees, tree);
  read_each (reader, tree, G_MAXUINT, collect_node, NULL, NULL);
}

/* Returns: (nullable): the value itself, or the first value of an array */
static JsonNode *
get_first (JsonNode *node)
{
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  return array && json_array_get_length (array) > 0 ? json_array_get_element (array, 0) : node;
}

/* Returns: (nullable) (transfer full): the name of a place, an organization or a person, or a plain text */
static char *
dup_name (Reader *reader, const PlannerPlace *place, JsonNode *node, const char *member)
{
  JsonNode *first = get_first (node);

  if (!first || JSON_NODE_HOLDS_ARRAY (first))
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (first))
    return planner_json_dup_line (place, resolve (reader, first), "name");

  return planner_json_dup_node (place, first, member, PLANNER_TEXT_LINE);
}

static gboolean
read_performer (Reader *reader, JsonNode *node, gpointer data, GError **error)
{
  const PlannerPlace *place = data;
  g_auto (PlannerDraftPerson) person = { 0 };
  JsonObject *object = resolve (reader, node);
  g_autofree char *name = object ? NULL : dup_name (reader, place, node, "performer");
  g_autofree char *organisation = NULL;

  if (object)
    {
      planner_json_add_fields (place, &person, person_fields, "", object);
      organisation = dup_name (reader, place, planner_json_get (object, "affiliation"), "affiliation");
      if (!organisation)
        organisation = dup_name (reader, place, planner_json_get (object, "worksFor"), "worksFor");
      planner_text_add (&person.organisation, "", organisation);
      person.id = planner_json_dup_line (place, object, "@id");
      person.url = planner_json_dup_line (place, object, "url");
    }
  planner_text_add (&person.name, "", name);
  if (person.name.variants)
    planner_builder_take_person (reader->builder, place->draft, &person);

  return TRUE;
}

static void
read_location (Reader *reader, const PlannerPlace *place, JsonObject *event)
{
  JsonNode *location = planner_json_get (event, "location");
  g_autofree char *room = dup_name (reader, place, location, "location");

  planner_builder_take_room (reader->builder, place->draft, room);
}

static gboolean
read_session (Reader *reader, JsonObject *event, const char *path, GError **error)
{
  PlannerDraftSession *draft = planner_builder_add_session (reader->builder, path, -1, error);
  PlannerPlace place = { draft, path, reader->builder->report };
  const char *status = get_string (event, "eventStatus");

  if (!draft)
    return FALSE;
  draft->session->guid = planner_json_dup_line (&place, event, "@id");
  draft->session->url = planner_json_dup_line (&place, event, "url");
  draft->session->language = planner_json_dup_line (&place, event, "inLanguage");
  draft->session->cancelled = status && g_str_has_suffix (status, "EventCancelled");
  draft->date = planner_json_dup_line (&place, event, "startDate");
  draft->end = planner_json_dup_line (&place, event, "endDate");
  draft->duration = planner_json_dup_line (&place, event, "duration");
  planner_json_add_fields (&place, draft->session, session_fields, "", event);
  read_location (reader, &place, event);

  return read_each (reader, planner_json_get (event, "performer"), PLANNER_FEED_MAX_PERSONS + 1,
                    read_performer, &place, error);
}

/* The place of an event in the schedule, and how deep it is in other events. */
typedef struct
{
  const char *path;
  guint depth;
  guint n;
} Level;

/* An event with events of its own, such as a day, is no session. */
static gboolean
read_event (Reader *reader, JsonNode *node, gpointer data, GError **error)
{
  Level *level = data;
  JsonObject *event = resolve (reader, node);
  JsonNode *children = planner_json_get (event, "subEvent");
  g_autofree char *path = g_strdup_printf ("%s.subEvent[%u]", level->path, level->n++);
  Level own = { path, level->depth + 1, 0 };

  if (!event || level->depth > MAX_DEPTH || !g_hash_table_add (reader->seen, event))
    return TRUE;
  if (children)
    return read_each (reader, children, G_MAXUINT, read_event, &own, error);

  return read_session (reader, event, path, error);
}

/* Returns: (nullable): the event that this event says it is part of */
static JsonObject *
get_parent (Reader *reader, JsonObject *event)
{
  JsonNode *node = is_event (event) ? planner_json_get (event, "superEvent") : NULL;
  const char *id =
      node && JSON_NODE_HOLDS_OBJECT (node) ? get_string (json_node_get_object (node), "@id") : NULL;

  return id ? g_hash_table_lookup (reader->by_id, id) : NULL;
}

/* Returns: (nullable): the first event of the page that has other events */
static JsonObject *
find_conference (Reader *reader)
{
  for (guint i = 0; i < reader->nodes->len; i++)
    {
      JsonObject *object = g_ptr_array_index (reader->nodes, i);
      JsonObject *parent = get_parent (reader, object);

      if (is_event (object) && planner_json_get (object, "subEvent"))
        return object;
      if (parent && is_event (parent) && parent != object)
        return parent;
    }

  return NULL;
}

/* Appends a text to a list with commas. */
static void
append_part (GString *list, const char *part)
{
  if (part && list->len > 0)
    g_string_append (list, ", ");
  if (part)
    g_string_append (list, part);
}

/* Returns: (transfer full): a PostalAddress on one line */
static char *
format_postal_address (Reader *reader, const PlannerPlace *place, JsonObject *address)
{
  static const char *const members[] = { "streetAddress", "postalCode", "addressLocality", "addressRegion",
                                         "addressCountry" };
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *part = dup_name (reader, place, planner_json_get (address, members[i]), members[i]);

      append_part (line, part);
    }

  return g_string_free_and_steal (line);
}

/* The location is a Place with a PostalAddress and GeoCoordinates, or a plain text. */
static void
read_venue (Reader *reader, const PlannerPlace *place, JsonNode *node)
{
  PlannerAgenda *agenda = reader->builder->agenda;
  JsonObject *location = resolve (reader, get_first (node));
  JsonNode *address_node = planner_json_get (location, "address");
  JsonObject *address = resolve (reader, address_node);
  JsonObject *geo = resolve (reader, planner_json_get (location, "geo"));
  g_autofree char *venue = dup_name (reader, place, node, "location");
  g_autofree char *line = address ? format_postal_address (reader, place, address)
                                  : dup_name (reader, place, address_node, "address");
  g_autofree char *latitude = planner_json_dup_line (place, geo, "latitude");
  g_autofree char *longitude = planner_json_dup_line (place, geo, "longitude");

  planner_text_add (&agenda->venue, "", venue);
  planner_text_add (&agenda->address, "", line);
  if (latitude && longitude)
    agenda->coordinates = g_strdup_printf ("%s,%s", latitude, longitude);
}

static gboolean
read_host (Reader *reader, JsonNode *node, gpointer hosts, GError **error)
{
  const PlannerPlace place = { NULL, "$", reader->builder->report };
  g_autofree char *name = dup_name (reader, &place, node, "organizer");

  append_part (hosts, name);

  return TRUE;
}

static void
read_conference (Reader *reader, JsonObject *conference)
{
  PlannerAgenda *agenda = reader->builder->agenda;
  const PlannerPlace place = { NULL, "$", reader->builder->report };
  JsonObject *offer = resolve (reader, get_first (planner_json_get (conference, "offers")));
  g_autoptr (GString) hosts = g_string_new (NULL);

  planner_json_add_fields (&place, agenda, conference_fields, "", conference);
  read_venue (reader, &place, planner_json_get (conference, "location"));
  read_each (reader, planner_json_get (conference, "organizer"), MAX_HOSTS, read_host, hosts, NULL);
  planner_text_add (&agenda->hosts, "", hosts->str);
  agenda->url = planner_json_dup_line (&place, conference, "url");
  agenda->registration_url = planner_json_dup_line (&place, offer, "url");
}

static gboolean
read_events (Reader *reader, JsonObject *conference, GError **error)
{
  Level level = { "$", 1, 0 };

  read_conference (reader, conference);
  g_hash_table_add (reader->seen, conference);
  if (!read_each (reader, planner_json_get (conference, "subEvent"), G_MAXUINT, read_event, &level, error))
    return FALSE;
  for (guint i = 0; i < reader->nodes->len; i++)
    {
      JsonObject *object = g_ptr_array_index (reader->nodes, i);
      g_autofree char *path = g_strdup_printf ("$['@graph'][%u]", i);

      if (get_parent (reader, object) == conference && g_hash_table_add (reader->seen, object) &&
          !read_session (reader, object, path, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_page (Reader *reader, const char *page, GError **error)
{
  g_autoptr (GPtrArray) blocks = planner_json_ld_find_blocks (page, reader->builder->cancellable);
  JsonObject *conference;

  for (guint i = 0; i < blocks->len; i++)
    collect_block (reader, g_ptr_array_index (blocks, i));
  conference = find_conference (reader);
  if (conference && !read_events (reader, conference, error))
    return FALSE;
  if (conference && reader->builder->drafts->len > 0 && planner_builder_has_content (reader->builder))
    return TRUE;

  g_set_error_literal (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_WEB_PAGE,
                       "This is a web page, not a schedule.");

  return FALSE;
}

/**
 * planner_feed_json_ld_read:
 * @page: a web page in valid UTF-8
 * @error: return location for an error; %PLANNER_FEED_ERROR_WEB_PAGE when the page has no event with other events
 *
 * Reads the schedule that a web page describes; see planner_feed_read() for the other parameters and the result.
 */
PlannerAgenda *
planner_feed_json_ld_read (const char *page,
                           const PlannerFeedOptions *options,
                           PlannerReport *report,
                           GCancellable *cancellable,
                           GError **error)
{
  g_auto (Reader) reader = {
    .builder = planner_builder_new (options, report, cancellable),
    .trees = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref),
    .nodes = g_ptr_array_new (),
    .by_id = planner_string_table_new (NULL, NULL),
    .seen = g_hash_table_new (NULL, NULL),
  };

  planner_builder_set_format (reader.builder, PLANNER_FEED_FORMAT_JSON_LD);
  if (!read_page (&reader, page, error))
    return NULL;

  return planner_builder_finish (reader.builder, error);
}
