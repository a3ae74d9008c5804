/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reads the JSON form of the schedule format that frab began, as frab, pretalx, wafer and the tools of c3voc write
 * it, and as GOTC does, which adds members and changes none.
 */

#include "planner-feed-json.h"
#include "planner-feed-json-text.h"
#include "planner-feed-json-value.h"
#include "planner-feed-time.h"

#include <stdio.h>
#include <string.h>

/* The translations of one language, from the member that GOTC adds to the schedule. */
typedef struct
{
  char *language;
  JsonObject *collections; /* borrowed from the tree */
} Translations;

typedef struct
{
  PlannerBuilder *builder; /* owned */
  PlannerReport *report;   /* borrowed */
  JsonObject *root;        /* borrowed, like all of the tree */
  JsonObject *schedule;
  JsonObject *conference;
  char *schedule_path;        /* owned */
  char *conference_path;      /* owned */
  GArray *translations;       /* owned, of Translations */
  GHashTable *no_time;        /* owned, guids */
  GHashTable *no_day;         /* owned, guids */
  GHashTable *forums_by_slug; /* owned, slug to name */
  GHashTable *persons;        /* owned, guid to object; where the schedule lists all of them */
  gboolean is_gotc;
  gboolean is_voc;
  guint n_persons;
  guint n_person_codes;
  guint n_event_codes;
} Reader;

static const PlannerJsonField conference_fields[] = {
  { "title", G_STRUCT_OFFSET (PlannerAgenda, title), PLANNER_TEXT_LINE },
  { NULL },
};
static const PlannerJsonField session_fields[] = {
  { "title", G_STRUCT_OFFSET (PlannerSession, title), PLANNER_TEXT_LINE },
  { "subtitle", G_STRUCT_OFFSET (PlannerSession, subtitle), PLANNER_TEXT_LINE },
  { "abstract", G_STRUCT_OFFSET (PlannerSession, abstract), PLANNER_TEXT_LONG },
  { "description", G_STRUCT_OFFSET (PlannerSession, description), PLANNER_TEXT_LONG },
  { NULL },
};
static const PlannerJsonField forum_fields[] = {
  { "name", G_STRUCT_OFFSET (PlannerForum, title), PLANNER_TEXT_LINE },
  { "description", G_STRUCT_OFFSET (PlannerForum, description), PLANNER_TEXT_LONG },
  { NULL },
};
static const PlannerJsonField room_fields[] = {
  { "name", G_STRUCT_OFFSET (PlannerRoom, title), PLANNER_TEXT_LINE },
  { "description", G_STRUCT_OFFSET (PlannerRoom, description), PLANNER_TEXT_LONG },
  { NULL },
};
static const PlannerJsonField person_fields[] = {
  { "name", G_STRUCT_OFFSET (PlannerDraftPerson, name), PLANNER_TEXT_LINE },
  { "public_name", G_STRUCT_OFFSET (PlannerDraftPerson, name), PLANNER_TEXT_LINE },
  { "full_public_name", G_STRUCT_OFFSET (PlannerDraftPerson, name), PLANNER_TEXT_LINE },
  { "role", G_STRUCT_OFFSET (PlannerDraftPerson, role), PLANNER_TEXT_LINE },
  { "organisation", G_STRUCT_OFFSET (PlannerDraftPerson, organisation), PLANNER_TEXT_LINE },
  { "organization", G_STRUCT_OFFSET (PlannerDraftPerson, organisation), PLANNER_TEXT_LINE },
  { "affiliation", G_STRUCT_OFFSET (PlannerDraftPerson, organisation), PLANNER_TEXT_LINE },
  { "company", G_STRUCT_OFFSET (PlannerDraftPerson, organisation), PLANNER_TEXT_LINE },
  { "biography", G_STRUCT_OFFSET (PlannerDraftPerson, biography), PLANNER_TEXT_LONG },
  { NULL },
};
static const PlannerJsonField exhibitor_fields[] = {
  { "name", G_STRUCT_OFFSET (PlannerExhibitor, name), PLANNER_TEXT_LINE },
  { "description", G_STRUCT_OFFSET (PlannerExhibitor, description), PLANNER_TEXT_LONG },
  { "place", G_STRUCT_OFFSET (PlannerExhibitor, place), PLANNER_TEXT_LINE },
  { NULL },
};

static const char *const forum_kinds[] = {
  "thematic", "main", "featured", "flash-talks", "exhibition", NULL
};
static const char *const exhibitor_kinds[] = { "booth", "stand", "area", "market", NULL };

static void
translations_clear (Translations *translations)
{
  g_free (translations->language);
}

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->builder, planner_builder_free);
  g_free (reader->schedule_path);
  g_free (reader->conference_path);
  g_array_unref (reader->translations);
  g_hash_table_unref (reader->no_time);
  g_hash_table_unref (reader->no_day);
  g_hash_table_unref (reader->forums_by_slug);
  g_hash_table_unref (reader->persons);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* {"zh_CN": {"title": …}}, beside the texts that it translates. */
static void
add_own_translations (Reader *reader,
                      const PlannerJsonPlace *place,
                      gpointer target,
                      const PlannerJsonField *fields,
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

/* The same, kept apart in the schedule, by what names the thing; the first name that is there counts. */
static void
add_kept_translations (Reader *reader,
                       const PlannerJsonPlace *place,
                       gpointer target,
                       const PlannerJsonField *fields,
                       const char *collection,
                       const char *const *names,
                       guint n_names)
{
  for (guint i = 0; i < reader->translations->len; i++)
    {
      const Translations *translations = &g_array_index (reader->translations, Translations, i);
      JsonObject *things = planner_json_get_object (translations->collections, collection);
      JsonObject *thing = NULL;

      for (guint j = 0; things && !thing && j < n_names; j++)
        thing = names[j] ? planner_json_get_object (things, names[j]) : NULL;
      if (thing)
        planner_json_add_fields (place, target, fields, translations->language, thing);
    }
}

static void
add_translations (Reader *reader,
                  const PlannerJsonPlace *place,
                  gpointer target,
                  const PlannerJsonField *fields,
                  JsonObject *object,
                  const char *collection,
                  const char *name)
{
  add_own_translations (reader, place, target, fields, object);
  add_kept_translations (reader, place, target, fields, collection, &name, 1);
}

static void
read_schedule_translations (Reader *reader)
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
        const Translations kept = { g_strdup (language), json_node_get_object (node) };

        g_array_append_val (reader->translations, kept);
        reader->is_gotc = TRUE;
      }
}

static void
add_guids (GHashTable *guids, JsonArray *array)
{
  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        g_hash_table_add (guids, (gpointer) json_node_get_string (node));
    }
}

static void
read_to_be_announced (Reader *reader)
{
  JsonObject *object = planner_json_get_object (reader->schedule, "to_be_announced");

  add_guids (reader->no_time, planner_json_get_array (object, "time"));
  add_guids (reader->no_day, planner_json_get_array (object, "day"));
  reader->is_gotc |= object != NULL;
}

/* Returns: the index in words of the member's word, or fallback */
static guint
read_word (const PlannerJsonPlace *place,
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
  planner_json_note (place, PLANNER_SEVERITY_REPAIRED, member, "unknown-kind", "“%.100s” is no known kind.",
                     word);

  return fallback;
}

static char *
read_link (Reader *reader, const PlannerJsonPlace *place, JsonObject *object, const char *member)
{
  g_autofree char *given = planner_json_dup_line (place, object, member);
  char *url = given ? planner_builder_resolve_link (reader->builder, given) : NULL;

  if (given && !url)
    planner_json_note (place, PLANNER_SEVERITY_SKIPPED, member, "unsafe-link",
                       "“%.200s” is no http, https or mailto address; it is left out.", given);

  return url;
}

static char *
read_color (const PlannerJsonPlace *place, JsonObject *object)
{
  g_autofree char *color = planner_json_dup_line (place, object, "color");

  if (!color && planner_json_get_object (object, "colors"))
    color = planner_json_dup_line (place, planner_json_get_object (object, "colors"), "light");
  if (!color)
    return NULL;
  if (color[0] == '#' && strlen (color) == 7 && strspn (color + 1, "0123456789abcdefABCDEF") == 6)
    return g_steal_pointer (&color);
  if (color[0] == '#' && strlen (color) == 4 && strspn (color + 1, "0123456789abcdefABCDEF") == 3)
    return g_strdup_printf ("#%c%c%c%c%c%c", color[1], color[1], color[2], color[2], color[3], color[3]);
  planner_json_note (place, PLANNER_SEVERITY_SKIPPED, "color", "bad-color",
                     "“%.100s” is no colour such as “#1e66f5”.", color);

  return NULL;
}

static void
read_track (Reader *reader, const PlannerJsonPlace *place, JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *name = object ? planner_json_dup_line (place, object, "name")
                                 : planner_json_dup_node (place, node, NULL, PLANNER_TEXT_LINE);
  g_autofree char *slug = object ? planner_json_dup_line (place, object, "slug") : NULL;
  PlannerForum *forum;

  if (!name)
    {
      planner_json_note (place, PLANNER_SEVERITY_SKIPPED, NULL, "no-name",
                         "A track without a name is left out.");
      return;
    }
  forum = planner_builder_get_forum (reader->builder, name);
  if (slug)
    g_hash_table_insert (reader->forums_by_slug, g_steal_pointer (&slug), g_strdup (name));
  if (!object)
    return;

  planner_json_add_fields (place, forum, forum_fields, "", object);
  add_translations (reader, place, forum, forum_fields, object, "tracks", name);
  if (!forum->color)
    forum->color = read_color (place, object);
  forum->kind = read_word (place, object, "kind", forum_kinds, forum->kind);
  reader->is_gotc |= planner_json_get (object, "kind") || planner_json_get (object, "description");
}

/* description_de, description_en: how a description is translated where it is not an object yet. */
static void
read_suffixed_descriptions (const PlannerJsonPlace *place, PlannerRoom *room, JsonObject *object)
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
read_room (Reader *reader, const PlannerJsonPlace *place, JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *name = object ? planner_json_dup_line (place, object, "name") : NULL;
  PlannerRoom *room;

  if (!name)
    return;
  room = planner_builder_get_room (reader->builder, name);
  planner_json_add_fields (place, room, room_fields, "", object);
  read_suffixed_descriptions (place, room, object);
  add_translations (reader, place, room, room_fields, object, "rooms", name);
  if (!room->url)
    room->url = read_link (reader, place, object, "url");
}

static void
read_exhibitor (Reader *reader, const PlannerJsonPlace *place, JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *name = object ? planner_json_dup_line (place, object, "name") : NULL;
  PlannerExhibitor *exhibitor;

  if (!name)
    {
      planner_json_note (place, PLANNER_SEVERITY_SKIPPED, NULL, "no-name",
                         "An exhibitor without a name is left out.");
      return;
    }
  exhibitor = planner_builder_add_exhibitor (reader->builder);
  planner_json_add_fields (place, exhibitor, exhibitor_fields, "", object);
  add_translations (reader, place, exhibitor, exhibitor_fields, object, "exhibitors", name);
  exhibitor->kind = read_word (place, object, "kind", exhibitor_kinds, PLANNER_EXHIBITOR_BOOTH);
  exhibitor->url = read_link (reader, place, object, "url");
  reader->is_gotc = TRUE;
}

static void
read_named (Reader *reader,
            JsonObject *object,
            const char *path,
            const char *member,
            void (*read) (Reader *, const PlannerJsonPlace *, JsonNode *))
{
  JsonArray *array = planner_json_get_array (object, member);

  for (guint i = 0; array && i < json_array_get_length (array) && i < PLANNER_FEED_MAX_NAMED; i++)
    {
      g_autofree char *item_path = g_strdup_printf ("%s.%s[%u]", path, member, i);
      const PlannerJsonPlace place = { NULL, item_path, reader->report };

      read (reader, &place, json_array_get_element (array, i));
    }
}

/* What the schedule tells of a person apart from the sessions. */
static void
read_listed_person (Reader *reader, const PlannerJsonPlace *place, JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *guid = object ? planner_json_dup_line (place, object, "guid") : NULL;

  if (guid)
    g_hash_table_insert (reader->persons, g_steal_pointer (&guid), object);
}

static void
fill_person (Reader *reader, const PlannerJsonPlace *place, PlannerDraftPerson *person, JsonObject *object)
{
  g_autofree char *guid = planner_json_dup_line (place, object, "guid");
  JsonObject *listed = guid ? g_hash_table_lookup (reader->persons, guid) : NULL;

  planner_json_add_fields (place, person, person_fields, "", object);
  if (listed)
    planner_json_add_fields (place, person, person_fields, "", listed);
  person->id = planner_json_dup_line (place, object, "id");
  person->code = planner_json_dup_line (place, object, "code");
  person->url = planner_json_dup_line (place, object, "url");
  if (person->name.variants)
    {
      const char *const names[] = { person->id, guid, person->code, person->name.variants[1] };

      add_own_translations (reader, place, person, person_fields, object);
      add_kept_translations (reader, place, person, person_fields, "speakers", names, G_N_ELEMENTS (names));
    }
  /* That a speaker speaks goes without saying. */
  if (person->role.shown && g_ascii_strcasecmp (person->role.shown, "speaker") == 0)
    planner_text_clear (&person->role);
}

static void
read_person (Reader *reader, const PlannerJsonPlace *place, JsonNode *node)
{
  g_auto (PlannerDraftPerson) person = { 0 };
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (object)
    fill_person (reader, place, &person, object);
  else
    planner_json_add_text (place, &person.name, "", node, "persons", PLANNER_TEXT_LINE);
  if (!person.name.variants)
    {
      planner_json_note (place, PLANNER_SEVERITY_SKIPPED, "persons", "no-name",
                         "A person without a name is left out.");
      return;
    }

  reader->is_gotc |= !reader->is_voc && (person.role.variants || planner_json_get (object, "organisation"));
  reader->n_persons++;
  reader->n_person_codes += person.code != NULL;
  planner_builder_take_person (reader->builder, place->draft, &person);
}

static JsonNode *
get_persons (Reader *reader, JsonObject *event)
{
  JsonNode *node = planner_json_get (event, "persons");

  if (!node)
    node = planner_json_get (event, "speakers");
  if (node)
    return node;
  node = planner_json_get (event, "participants");
  reader->is_voc |= node != NULL;

  return node;
}

static void
read_persons (Reader *reader, const PlannerJsonPlace *place, JsonObject *event)
{
  JsonNode *node = get_persons (reader, event);

  if (!node)
    return;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      read_person (reader, place, node);
      return;
    }
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)) && i <= PLANNER_FEED_MAX_PERSONS;
       i++)
    {
      JsonNode *item = json_array_get_element (json_node_get_array (node), i);

      if (!JSON_NODE_HOLDS_NULL (item))
        read_person (reader, place, item);
    }
}

static void
read_event_link (Reader *reader, const PlannerJsonPlace *place, JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *title = object ? planner_json_dup_line (place, object, "title") : NULL;
  g_autofree char *url = object ? planner_json_dup_line (place, object, "url")
                                : planner_json_dup_node (place, node, "links", PLANNER_TEXT_LINE);

  if (url)
    planner_builder_add_link (reader->builder, place->draft, title, url);
}

static void
read_event_links (Reader *reader, const PlannerJsonPlace *place, JsonObject *event, const char *member)
{
  JsonNode *node = planner_json_get (event, member);

  if (!node)
    return;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      read_event_link (reader, place, node);
      return;
    }
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)) && i <= PLANNER_FEED_MAX_LINKS;
       i++)
    read_event_link (reader, place, json_array_get_element (json_node_get_array (node), i));
}

static void
read_event_time (Reader *reader, const PlannerJsonPlace *place, JsonObject *event)
{
  PlannerDraftSession *draft = place->draft;
  const char *guid = draft->session->guid;
  g_autofree char *time = planner_json_dup_line (place, event, "time");
  g_autofree char *day = planner_json_dup_line (place, event, "day");

  draft->date = planner_json_dup_line (place, event, "date");
  draft->start = planner_json_dup_line (place, event, "start");
  draft->end = planner_json_dup_line (place, event, "end");
  draft->duration = planner_json_dup_line (place, event, "duration");
  draft->day_unknown =
      planner_feed_is_to_be_announced (day) || (guid && g_hash_table_contains (reader->no_day, guid));
  draft->time_unknown = draft->day_unknown || planner_feed_is_to_be_announced (time) ||
                        (guid && g_hash_table_contains (reader->no_time, guid));
  reader->is_gotc |= planner_feed_is_to_be_announced (time) || planner_feed_is_to_be_announced (day);
}

/* A track or room is a text, a text for each language, or an object with a name or the slug of a track. */
static void
add_named (Reader *reader,
           const PlannerJsonPlace *place,
           PlannerText *text,
           JsonObject *event,
           const char *member)
{
  JsonNode *node = planner_json_get (event, member);
  JsonObject *object = node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (planner_json_get (object, "name"))
    node = planner_json_get (object, "name");
  else if (planner_json_get (object, "slug"))
    {
      g_autofree char *slug = planner_json_dup_line (place, object, "slug");
      const char *name = slug ? g_hash_table_lookup (reader->forums_by_slug, slug) : NULL;

      planner_text_add (text, "", name ? name : slug);
      return;
    }
  planner_json_add_text (place, text, "", node, member, PLANNER_TEXT_LINE);
}

static void
read_event_place (Reader *reader, const PlannerJsonPlace *place, JsonObject *event, const char *listed_room)
{
  PlannerSession *session = place->draft->session;
  PlannerText track = { 0 }, room = { 0 };

  add_named (reader, place, &track, event, "track");
  add_named (reader, place, &room, event, "room");
  if (!room.variants)
    planner_text_add (&room, "", listed_room);

  if (track.variants)
    {
      PlannerForum *forum = planner_builder_get_forum (reader->builder, track.shown);

      for (guint i = 0; track.variants[i]; i += 2)
        planner_text_add (&forum->title, track.variants[i], track.variants[i + 1]);
      session->forum = forum;
    }
  if (room.variants)
    {
      PlannerRoom *met = planner_builder_get_room (reader->builder, room.shown);

      for (guint i = 0; room.variants[i]; i += 2)
        planner_text_add (&met->title, room.variants[i], room.variants[i + 1]);
      session->room = met;
    }
  planner_text_clear (&track);
  planner_text_clear (&room);
}

static void
read_event_details (Reader *reader, const PlannerJsonPlace *place, JsonObject *event)
{
  static const char *const stream_members[] = { "stream_url", "live_url", "livestream_url", "stream", NULL };
  static const char *const recording_members[] = { "video_download_url", "origin_url", NULL };
  PlannerSession *session = place->draft->session;
  JsonObject *recording = planner_json_get_object (event, "recording");
  g_autofree char *status = planner_json_dup_line (place, event, "status");

  session->type = planner_json_dup_line (place, event, "type");
  session->language = planner_json_dup_line (place, event, "language");
  session->url = planner_json_dup_line (place, event, "url");
  session->stream_url = planner_json_dup_first_line (place, event, stream_members);
  session->feedback_url = planner_json_dup_line (place, event, "feedback_url");
  if (!session->feedback_url)
    session->feedback_url = planner_json_dup_line (place, planner_json_get_object (event, "feedback"), "url");
  session->not_recorded =
      planner_json_get_bool (event, "do_not_record") || planner_json_get_bool (recording, "optout");
  session->cancelled =
      planner_json_get_bool (event, "cancelled") || planner_json_get_bool (event, "canceled") ||
      (status &&
       (g_ascii_strcasecmp (status, "cancelled") == 0 || g_ascii_strcasecmp (status, "canceled") == 0));
  read_event_links (reader, place, event, "links");
  read_event_links (reader, place, event, "attachments");
  read_event_links (reader, place, recording, "url");
  for (guint i = 0; recording_members[i]; i++)
    read_event_links (reader, place, event, recording_members[i]);
}

static gboolean
read_event (Reader *reader, JsonObject *event, const char *path, int day, const char *room, GError **error)
{
  PlannerDraftSession *draft = planner_builder_add_session (reader->builder, path, day, error);
  const PlannerJsonPlace place = { draft, path, reader->report };
  PlannerSession *session;

  if (!draft)
    return FALSE;
  session = draft->session;
  session->guid = planner_json_dup_line (&place, event, "guid");
  session->id = planner_json_dup_line (&place, event, "id");
  session->code = planner_json_dup_line (&place, event, "code");
  session->slug = planner_json_dup_line (&place, event, "slug");
  reader->n_event_codes += session->code != NULL;

  planner_json_add_fields (&place, session, session_fields, "", event);
  add_translations (reader, &place, session, session_fields, event, "sessions", session->guid);
  read_event_time (reader, &place, event);
  read_event_place (reader, &place, event, room);
  read_persons (reader, &place, event);
  read_event_details (reader, &place, event);

  return TRUE;
}

static gboolean
looks_like_event (JsonObject *object)
{
  return json_object_has_member (object, "title") || json_object_has_member (object, "start") ||
         json_object_has_member (object, "date") || json_object_has_member (object, "guid") ||
         json_object_has_member (object, "duration");
}

static JsonNode *
get_events (JsonObject *object)
{
  JsonNode *events = planner_json_get (object, "events");

  return events ? events : planner_json_get (object, "talks");
}

/* An empty room, or nothing at all, in a list of rooms or events. */
static gboolean
is_no_event (JsonObject *object)
{
  return json_object_get_size (object) == 0 ||
         (json_object_has_member (object, "name") && !looks_like_event (object));
}

/*
 * Events are listed by room ({"Saal 1": [event, …]}), flat ([event, …]) or in rooms ([{"name": …, "events": [event, …]}]);
 * all of these are read at any depth, which is bounded.
 */
static gboolean
read_listing (Reader *reader, JsonNode *node, const char *path, int day, const char *room, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *item;

  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!object && !array)
    {
      planner_report_add (reader->report, PLANNER_SEVERITY_SKIPPED, path, "bad-type",
                          "Here is no session, but a single value; it is left out.");
      return TRUE;
    }

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      g_autofree char *item_path = g_strdup_printf ("%s[%u]", path, i);
      JsonObject *event = NULL;

      item = json_array_get_element (array, i);
      if (JSON_NODE_HOLDS_OBJECT (item) && !get_events (json_node_get_object (item)))
        event = json_node_get_object (item);
      if (event && is_no_event (event))
        continue;
      if (event ? !read_event (reader, event, item_path, day, room, error)
                : !read_listing (reader, item, item_path, day, room, error))
        return FALSE;
    }
  if (array)
    return TRUE;

  if (get_events (object))
    {
      const PlannerJsonPlace place = { NULL, path, reader->report };
      g_autofree char *own_name = planner_json_dup_line (&place, object, "name");
      g_autofree char *events_path = g_strconcat (path, ".events", NULL);

      return read_listing (reader, get_events (object), events_path, day, own_name ? own_name : room, error);
    }
  if (looks_like_event (object))
    return read_event (reader, object, path, day, room, error);

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &item))
    {
      g_autofree char *item_path = planner_json_make_path (path, name);

      if (!read_listing (reader, item, item_path, day, name, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_day (Reader *reader, JsonObject *object, const char *path, const char *named, GError **error)
{
  const char *const start_members[] = { "day_start", "start", NULL }, *const end_members[] = { "day_end",
                                                                                               "end", NULL };
  const PlannerJsonPlace place = { NULL, path, reader->report };
  g_autofree char *date = planner_json_dup_line (&place, object, "date");
  g_autofree char *start = planner_json_dup_first_line (&place, object, start_members);
  g_autofree char *end = planner_json_dup_first_line (&place, object, end_members);
  const int day = planner_builder_add_day (reader->builder, date ? date : named, start, end);
  const char *const members[] = { "rooms", "events", "talks" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *listing_path = g_strconcat (path, ".", members[i], NULL);
      JsonNode *listing = planner_json_get (object, members[i]);

      if (listing && !read_listing (reader, listing, listing_path, day, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_days (Reader *reader, JsonNode *node, const char *path, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *item;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autofree char *day_path = g_strdup_printf ("%s[%u]", path, i);

          item = json_array_get_element (array, i);
          if (JSON_NODE_HOLDS_OBJECT (item))
            {
              if (!read_day (reader, json_node_get_object (item), day_path, NULL, error))
                return FALSE;
            }
          else if (!JSON_NODE_HOLDS_NULL (item))
            planner_report_add (reader->report, PLANNER_SEVERITY_SKIPPED, day_path, "bad-type",
                                "Here is no day; it is left out.");
        }
      return TRUE;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      planner_report_add (reader->report, PLANNER_SEVERITY_SKIPPED, path, "bad-type", "Here are no days.");
      return TRUE;
    }

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &item))
    {
      g_autofree char *day_path = planner_json_make_path (path, name);

      if (JSON_NODE_HOLDS_OBJECT (item) &&
          !read_day (reader, json_node_get_object (item), day_path, name, error))
        return FALSE;
    }

  return TRUE;
}

/* Days are in the conference, or, where there is none, in the schedule; sessions may be there without any day. */
static gboolean
read_sessions (Reader *reader, GError **error)
{
  JsonObject *const places[] = { reader->conference, reader->schedule };
  const char *const paths[] = { reader->conference_path, reader->schedule_path };
  const guint n_places = reader->conference == reader->schedule ? 1 : 2;

  for (guint i = 0; i < n_places; i++)
    {
      JsonNode *days = planner_json_get (places[i], "days");
      JsonNode *events = get_events (places[i]);
      g_autofree char *days_path = g_strconcat (paths[i], ".days", NULL);
      g_autofree char *events_path = g_strconcat (paths[i], ".events", NULL);

      if (days && !read_days (reader, days, days_path, error))
        return FALSE;
      if (events && !read_listing (reader, events, events_path, -1, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static void
read_zone_name (Reader *reader)
{
  static const char *const members[] = { "time_zone_name", "timezone", "time_zone",
                                         "timezone_name",  "tz",       NULL };
  JsonObject *const places[] = { reader->conference, reader->schedule, reader->root };
  const char *const paths[] = { reader->conference_path, reader->schedule_path, "$" };

  for (guint i = 0; i < G_N_ELEMENTS (places) && !reader->builder->zone_name; i++)
    for (guint j = 0; members[j] && !reader->builder->zone_name; j++)
      {
        const PlannerJsonPlace place = { NULL, paths[i], reader->report };

        reader->builder->zone_name = planner_json_dup_line (&place, places[i], members[j]);
        if (reader->builder->zone_name)
          reader->builder->zone_where = g_strconcat (paths[i], ".", members[j], NULL);
      }
}

static char *
dup_generator (Reader *reader)
{
  JsonObject *const places[] = { reader->root, reader->schedule };
  const PlannerJsonPlace place = { NULL, "$", reader->report };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      JsonObject *object = planner_json_get_object (places[i], "generator");
      g_autofree char *name = object ? planner_json_dup_line (&place, object, "name")
                                     : planner_json_dup_line (&place, places[i], "generator");

      if (name)
        return g_ascii_strdown (name, -1);
    }

  return NULL;
}

static void
read_conference (Reader *reader)
{
  PlannerBuilder *builder = reader->builder;
  PlannerAgenda *agenda = builder->agenda;
  const PlannerJsonPlace place = { NULL, reader->conference_path, reader->report };
  const PlannerJsonPlace schedule_place = { NULL, reader->schedule_path, reader->report };

  planner_json_add_fields (&place, agenda, conference_fields, "", reader->conference);
  add_own_translations (reader, &place, agenda, conference_fields, reader->conference);
  for (guint i = 0; i < reader->translations->len; i++)
    {
      const Translations *kept = &g_array_index (reader->translations, Translations, i);
      JsonObject *conference = planner_json_get_object (kept->collections, "conference");

      if (conference)
        planner_json_add_fields (&place, agenda, conference_fields, kept->language, conference);
    }
  agenda->acronym = planner_json_dup_line (&place, reader->conference, "acronym");
  agenda->version = planner_json_dup_line (&schedule_place, reader->schedule, "version");
  agenda->url = planner_json_dup_line (&place, reader->conference, "url");
  if (!agenda->url)
    agenda->url = planner_json_dup_line (&schedule_place, reader->schedule, "url");
  builder->base_url = planner_json_dup_line (&schedule_place, reader->schedule, "base_url");
  if (!builder->base_url)
    builder->base_url = planner_json_dup_line (&place, reader->conference, "base_url");
  builder->start_date = planner_json_dup_line (&place, reader->conference, "start");
  read_zone_name (reader);
}

static const char *
tell_format (Reader *reader, const char *generator)
{
  const guint n_sessions = reader->builder->drafts->len;

  if (reader->is_gotc)
    return "gotc";
  if (reader->is_voc)
    return "voc";
  if (generator && strstr (generator, "pretalx"))
    return "pretalx";
  if (generator && strstr (generator, "wafer"))
    return "wafer";
  if (generator && (g_str_has_prefix (generator, "voc") || strstr (generator, "c3voc")))
    return "voc";
  if (n_sessions > 0 && reader->n_event_codes == n_sessions)
    return "pretalx";
  if (reader->n_persons > 0 && reader->n_person_codes == reader->n_persons)
    return "pretalx";
  /* Only the tools of c3voc merge schedules of pretalx with others. */
  if (reader->n_event_codes > 0 || reader->n_person_codes > 0)
    return "voc";

  return "frab";
}

static gboolean
find_schedule (Reader *reader, JsonNode *root, GError **error)
{
  reader->root = root && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  reader->schedule = planner_json_get_object (reader->root, "schedule");
  reader->schedule_path = g_strdup (reader->schedule ? "$.schedule" : "$");
  if (!reader->schedule && planner_json_get_object (reader->root, "conference"))
    reader->schedule = reader->root;
  reader->conference = planner_json_get_object (reader->schedule, "conference");
  reader->conference_path =
      g_strconcat (reader->schedule_path, reader->conference ? ".conference" : "", NULL);
  if (!reader->conference && (planner_json_get (reader->schedule, "days") || get_events (reader->schedule)))
    reader->conference = reader->schedule;
  if (reader->conference)
    return TRUE;

  g_set_error_literal (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_NOT_A_SCHEDULE,
                       "This is JSON, but not a schedule: there is no “schedule” with a “conference”.");

  return FALSE;
}

static PlannerAgenda *
read_tree (Reader *reader, JsonNode *root, GError **error)
{
  g_autofree char *generator = NULL;

  if (!find_schedule (reader, root, error))
    return NULL;
  generator = dup_generator (reader);
  reader->builder->days_first = generator && strstr (generator, "pretalx");
  read_schedule_translations (reader);
  read_to_be_announced (reader);
  read_conference (reader);
  read_named (reader, reader->conference, reader->conference_path, "tracks", read_track);
  read_named (reader, reader->conference, reader->conference_path, "rooms", read_room);
  if (reader->schedule != reader->conference)
    read_named (reader, reader->schedule, reader->schedule_path, "rooms", read_room);
  read_named (reader, reader->schedule, reader->schedule_path, "persons", read_listed_person);
  read_named (reader, reader->schedule, reader->schedule_path, "exhibitors", read_exhibitor);
  if (!read_sessions (reader, error))
    return NULL;
  reader->builder->agenda->format = g_strdup (tell_format (reader, generator));

  return planner_builder_finish (reader->builder, error);
}

/* What the parser says begins with "<data>:line:column: Parse error: ". */
static void
set_parse_error (const GError *reason, const PlannerJsonText *text, GError **error)
{
  const char *message = strstr (reason->message, "Parse error: ");
  guint line = 0, column = 0;

  message = message ? message + strlen ("Parse error: ") : reason->message;
  if (sscanf (reason->message, "<data>:%u:%u", &line, &column) != 2)
    line = column = 0;
  if (text->cut_off &&
      (line > text->blamed_line || (line == text->blamed_line && column >= text->blamed_column)))
    g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TRUNCATED,
                 "The schedule ends too early, in line %u.", text->last_line);
  else
    g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_BROKEN, "Line %u, column %u: %s", line, column,
                 message);
}

static JsonNode *
parse (const PlannerJsonText *text, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) reason = NULL;

  json_parser_set_strict (parser, TRUE);
  if (json_parser_load_from_data (parser, text->text->str, (gssize) text->text->len, &reason))
    return json_parser_steal_root (parser);
  set_parse_error (reason, text, error);

  return NULL;
}

/**
 * planner_feed_json_read:
 * @text: valid UTF-8
 *
 * Reads a schedule in JSON; see planner_feed_read().
 */
PlannerAgenda *
planner_feed_json_read (const char *text,
                        const PlannerFeedOptions *options,
                        PlannerReport *report,
                        GCancellable *cancellable,
                        GError **error)
{
  g_auto (PlannerJsonText) prepared = { 0 };
  g_autoptr (JsonNode) root = NULL;
  g_auto (Reader) reader = {
    .builder = planner_builder_new (options, report, cancellable),
    .report = report,
    .translations = g_array_new (FALSE, FALSE, sizeof (Translations)),
    .no_time = g_hash_table_new (g_str_hash, g_str_equal),
    .no_day = g_hash_table_new (g_str_hash, g_str_equal),
    .forums_by_slug = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };

  g_array_set_clear_func (reader.translations, (GDestroyNotify) translations_clear);
  planner_json_text_init (&prepared, text);
  if (prepared.too_large)
    {
      g_set_error_literal (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TOO_LARGE,
                           "The JSON is nested deeper, or has more values, than any schedule.");
      return NULL;
    }
  if (prepared.n_replaced > 0)
    planner_report_add (report, PLANNER_SEVERITY_REPAIRED, "$", "bad-escape",
                        "%u escapes that stand for no character were replaced.", prepared.n_replaced);
  root = parse (&prepared, error);
  planner_json_text_clear (&prepared);

  return root ? read_tree (&reader, root, error) : NULL;
}
