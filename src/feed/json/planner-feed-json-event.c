/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads one session of a JSON schedule. */

#include "feed/json/planner-feed-json-event.h"
#include "feed/json/planner-feed-json-overrides.h"
#include "feed/json/planner-feed-json-translations.h"
#include "feed/build/planner-feed-time.h"

/* Some schedules write a single item without a list. */
static void
read_each (PlannerJsonReader *reader,
           const PlannerPlace *place,
           JsonNode *node,
           guint max,
           void (*read) (PlannerJsonReader *, const PlannerPlace *, JsonNode *))
{
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (node && !array)
    read (reader, place, node);
  for (guint i = 0; array && i < MIN (json_array_get_length (array), max + 1); i++)
    if (!JSON_NODE_HOLDS_NULL (json_array_get_element (array, i)))
      read (reader, place, json_array_get_element (array, i));
}

static void
fill_person (PlannerJsonReader *reader,
             const PlannerPlace *place,
             PlannerDraftPerson *person,
             JsonObject *object)
{
  g_autofree char *guid = planner_json_dup_line (place, object, "guid");
  JsonObject *listed = guid ? g_hash_table_lookup (reader->persons, guid) : NULL;

  planner_json_override (reader, object, planner_json_get_object (object, "overrides"));
  planner_json_add_fields (place, person, planner_speaker_fields, reader->builder->language, object);
  if (listed)
    planner_json_add_fields (place, person, planner_speaker_fields, reader->builder->language, listed);
  person->id = planner_json_dup_line (place, object, "id");
  person->code = planner_json_dup_line (place, object, "code");
  person->url = planner_json_dup_line (place, object, "url");
  if (person->name.variants)
    {
      const char *const names[] = { person->id, guid, person->code, person->name.variants[1] };

      planner_json_add_own_translations (reader, place, person, planner_speaker_fields, object);
      planner_json_add_kept_translations (reader, place, person, planner_speaker_fields, "speakers", names,
                                          G_N_ELEMENTS (names));
    }
}

static void
read_person (PlannerJsonReader *reader, const PlannerPlace *place, JsonNode *node)
{
  g_auto (PlannerDraftPerson) person = { 0 };
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (object)
    fill_person (reader, place, &person, object);
  else
    planner_json_add_text (place, &person.name, reader->builder->language, node, "persons",
                           PLANNER_TEXT_LINE);
  if (!person.name.variants)
    {
      planner_place_note (place, PLANNER_SEVERITY_SKIPPED, "persons", PLANNER_PROBLEM_NO_NAME,
                          "A person without a name is left out.");
      return;
    }

  reader->is_gotc |= !reader->is_voc &&
                     (planner_draft_person_has_role (&person) || planner_json_get (object, "organisation"));
  reader->n_persons++;
  reader->n_person_codes += person.code != NULL;
  planner_builder_take_person (reader->builder, place->draft, &person);
}

static JsonNode *
get_persons (PlannerJsonReader *reader, JsonObject *event)
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
read_event_link (PlannerJsonReader *reader, const PlannerPlace *place, JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *title = object ? planner_json_dup_line (place, object, "title") : NULL;
  g_autofree char *url = object ? planner_json_dup_line (place, object, "url")
                                : planner_json_dup_node (place, node, "links", PLANNER_TEXT_LINE);

  if (url)
    planner_builder_add_link (reader->builder, place->draft, title, url);
}

static void
read_event_links (PlannerJsonReader *reader, const PlannerPlace *place, JsonObject *event, const char *member)
{
  read_each (reader, place, planner_json_get (event, member), PLANNER_FEED_MAX_LINKS, read_event_link);
}

/* The guid is that of the event, before overrides. */
static void
read_event_time (PlannerJsonReader *reader, const PlannerPlace *place, JsonObject *event, const char *guid)
{
  PlannerDraftSession *draft = place->draft;
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

/* A session that names its forum or room adds nothing to a title that the schedule lists. */
static void
merge_title (PlannerText *title, const PlannerText *name)
{
  if (!title->variants || name->variants[2])
    planner_text_merge (title, name);
}

/* A track or room is a text, an object with a text for each language, or an object with a name or the slug of a track. */
static void
add_named (PlannerJsonReader *reader,
           const PlannerPlace *place,
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

      planner_text_add (text, reader->builder->language, name ? name : slug);
      return;
    }
  planner_json_add_text (place, text, reader->builder->language, node, member, PLANNER_TEXT_LINE);
}

static void
read_event_place (PlannerJsonReader *reader,
                  const PlannerPlace *place,
                  JsonObject *event,
                  const char *listed_room)
{
  PlannerSession *session = place->draft->session;
  PlannerText track = { 0 }, room = { 0 };

  add_named (reader, place, &track, event, "track");
  add_named (reader, place, &room, event, "room");
  if (!room.variants)
    planner_text_add (&room, reader->builder->language, listed_room);

  if (track.variants)
    {
      PlannerForum *forum = planner_builder_get_forum (reader->builder, track.shown);

      merge_title (&forum->title, &track);
      session->forum = forum;
    }
  if (room.variants)
    {
      PlannerRoom *found = planner_builder_get_room (reader->builder, room.shown);

      merge_title (&found->title, &room);
      session->room = found;
    }
  planner_text_clear (&track);
  planner_text_clear (&room);
}

static void
read_event_details (PlannerJsonReader *reader, const PlannerPlace *place, JsonObject *event)
{
  static const char *const stream_members[] = { "live_url", "livestream_url", "stream", NULL };
  static const char *const recording_members[] = { "video_download_url", "origin_url", NULL };
  PlannerSession *session = place->draft->session;
  JsonObject *recording = planner_json_get_object (event, "recording");
  g_autofree char *status = planner_json_dup_line (place, event, "status");

  if (!session->stream_url)
    session->stream_url = planner_json_dup_first_line (place, event, stream_members);
  if (!session->feedback_url)
    session->feedback_url = planner_json_dup_line (place, planner_json_get_object (event, "feedback"), "url");
  session->not_recorded =
      planner_json_get_bool (event, "do_not_record") || planner_json_get_bool (recording, "optout");
  session->cancelled = planner_json_get_bool (event, "cancelled") ||
                       planner_json_get_bool (event, "canceled") || planner_feed_is_cancelled (status);
  read_event_links (reader, place, event, "links");
  read_event_links (reader, place, event, "attachments");
  read_event_links (reader, place, recording, "url");
  for (guint i = 0; recording_members[i]; i++)
    read_event_links (reader, place, event, recording_members[i]);
}

/**
 * planner_json_read_event:
 * @path: the place of @event in the schedule
 * @day: the index of the day that lists the session, or -1
 * @room: (nullable): the name of the room that lists the session
 * @error: return location for an error, when cancelled or when the schedule is too large
 *
 * Returns: %FALSE with @error set
 */
gboolean
planner_json_read_event (PlannerJsonReader *reader,
                         JsonObject *event,
                         const char *path,
                         int day,
                         const char *room,
                         GError **error)
{
  PlannerDraftSession *draft = planner_builder_add_session (reader->builder, path, day, error);
  const PlannerPlace place = { draft, path, reader->report };
  g_autofree char *guid = draft ? planner_json_dup_line (&place, event, "guid") : NULL;
  PlannerSession *session;

  if (!draft)
    return FALSE;
  session = draft->session;
  planner_json_override_kept (reader, event, "events", guid);
  for (const PlannerStringField *field = planner_session_strings; field->name; field++)
    *planner_string_field_get (field, session) = planner_json_dup_line (&place, event, field->name);
  reader->n_event_codes += session->code != NULL;

  planner_json_add_fields (&place, session, planner_session_fields, reader->builder->language, event);
  planner_json_add_translations (reader, &place, session, planner_session_fields, event, "sessions",
                                 session->guid);
  read_event_time (reader, &place, event, guid);
  read_event_place (reader, &place, event, room);
  read_each (reader, &place, get_persons (reader, event), PLANNER_FEED_MAX_PERSONS, read_person);
  read_event_details (reader, &place, event);

  return TRUE;
}
