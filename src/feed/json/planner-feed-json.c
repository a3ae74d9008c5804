/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reads the JSON form of the schedule format that frab began, as frab, pretalx, wafer and the tools of c3voc write
 * it, and as GOTC does, which adds members and changes none.
 */

#include "feed/json/planner-feed-json.h"
#include "feed/json/planner-feed-coscup.h"
#include "feed/json/planner-feed-json-reader.h"
#include "feed/json/planner-feed-json-text.h"

#include <stdio.h>
#include <string.h>

static const PlannerTextField conference_fields[] = {
  { "title", G_STRUCT_OFFSET (PlannerAgenda, title), PLANNER_TEXT_LINE },
  { NULL },
};

static void
translations_clear (PlannerJsonTranslations *translations)
{
  g_free (translations->language);
}

static void
reader_clear (PlannerJsonReader *reader)
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

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerJsonReader, reader_clear)

static void
read_schedule_translations (PlannerJsonReader *reader)
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
read_to_be_announced (PlannerJsonReader *reader)
{
  JsonObject *object = planner_json_get_object (reader->schedule, "to_be_announced");

  add_guids (reader->no_time, planner_json_get_array (object, "time"));
  add_guids (reader->no_day, planner_json_get_array (object, "day"));
  reader->is_gotc |= object != NULL;
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
read_listing (PlannerJsonReader *reader,
              JsonNode *node,
              const char *path,
              int day,
              const char *room,
              GError **error)
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
      planner_report_add (reader->report, PLANNER_SEVERITY_SKIPPED, path, PLANNER_PROBLEM_BAD_TYPE,
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
      if (event ? !planner_json_read_event (reader, event, item_path, day, room, error)
                : !read_listing (reader, item, item_path, day, room, error))
        return FALSE;
    }
  if (array)
    return TRUE;

  if (get_events (object))
    {
      const PlannerPlace place = { NULL, path, reader->report };
      g_autofree char *own_name = planner_json_dup_line (&place, object, "name");
      g_autofree char *events_path = g_strconcat (path, ".events", NULL);

      return read_listing (reader, get_events (object), events_path, day, own_name ? own_name : room, error);
    }
  if (looks_like_event (object))
    return planner_json_read_event (reader, object, path, day, room, error);

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &item))
    {
      const PlannerPlace place = { NULL, path, reader->report };
      g_autofree char *item_path = planner_json_make_path (path, name);
      g_autofree char *item_room = planner_place_clean (&place, name, NULL, PLANNER_TEXT_LINE);

      if (!read_listing (reader, item, item_path, day, item_room, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_day (PlannerJsonReader *reader, JsonObject *object, const char *path, const char *named, GError **error)
{
  const char *const start_members[] = { "day_start", "start", NULL }, *const end_members[] = { "day_end",
                                                                                               "end", NULL };
  const PlannerPlace place = { NULL, path, reader->report };
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
read_days (PlannerJsonReader *reader, JsonNode *node, const char *path, GError **error)
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
            planner_report_add (reader->report, PLANNER_SEVERITY_SKIPPED, day_path, PLANNER_PROBLEM_BAD_TYPE,
                                "Here is no day; it is left out.");
        }
      return TRUE;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      planner_report_add (reader->report, PLANNER_SEVERITY_SKIPPED, path, PLANNER_PROBLEM_BAD_TYPE,
                          "Here are no days.");
      return TRUE;
    }

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &item))
    {
      const PlannerPlace place = { NULL, path, reader->report };
      g_autofree char *day_path = planner_json_make_path (path, name);
      g_autofree char *date = planner_place_clean (&place, name, NULL, PLANNER_TEXT_LINE);

      if (JSON_NODE_HOLDS_OBJECT (item) &&
          !read_day (reader, json_node_get_object (item), day_path, date, error))
        return FALSE;
    }

  return TRUE;
}

/* Days are in the conference, or, where there is none, in the schedule; sessions may be there without any day. */
static gboolean
read_sessions (PlannerJsonReader *reader, GError **error)
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
read_zone_name (PlannerJsonReader *reader)
{
  JsonObject *const places[] = { reader->conference, reader->schedule, reader->root };
  const char *const paths[] = { reader->conference_path, reader->schedule_path, "$" };

  for (guint i = 0; i < G_N_ELEMENTS (places) && !reader->builder->zone_name; i++)
    for (guint j = 0; planner_zone_names[j] && !reader->builder->zone_name; j++)
      {
        const PlannerPlace place = { NULL, paths[i], reader->report };

        reader->builder->zone_name = planner_json_dup_line (&place, places[i], planner_zone_names[j]);
        if (reader->builder->zone_name)
          reader->builder->zone_where = g_strconcat (paths[i], ".", planner_zone_names[j], NULL);
      }
}

/* What the feed's own texts are in. */
static void
read_language (PlannerJsonReader *reader)
{
  const guint n_places = reader->conference == reader->schedule ? 1 : 2;
  JsonObject *const places[] = { reader->schedule, reader->conference };
  const char *const paths[] = { reader->schedule_path, reader->conference_path };

  for (guint i = 0; i < n_places && !*reader->builder->language; i++)
    {
      const PlannerPlace place = { NULL, paths[i], reader->report };
      g_autofree char *language = planner_json_dup_line (&place, places[i], "language");

      if (planner_place_is_language (&place, language, "language"))
        g_set_str (&reader->builder->language, language);
    }
}

static char *
dup_generator (PlannerJsonReader *reader)
{
  JsonObject *const places[] = { reader->root, reader->schedule };
  const PlannerPlace place = { NULL, "$", reader->report };

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
read_conference (PlannerJsonReader *reader)
{
  PlannerBuilder *builder = reader->builder;
  PlannerAgenda *agenda = builder->agenda;
  const PlannerPlace place = { NULL, reader->conference_path, reader->report };
  const PlannerPlace schedule_place = { NULL, reader->schedule_path, reader->report };

  planner_json_add_fields (&place, agenda, conference_fields, builder->language, reader->conference);
  planner_json_add_own_translations (reader, &place, agenda, conference_fields, reader->conference);
  for (guint i = 0; i < reader->translations->len; i++)
    {
      const PlannerJsonTranslations *kept = &g_array_index (reader->translations, PlannerJsonTranslations, i);
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
tell_format (PlannerJsonReader *reader, const char *generator)
{
  const guint n_sessions = reader->builder->drafts->len;
  const char *told = planner_feed_tell_generator (generator);

  if (reader->is_gotc)
    return "gotc";
  if (reader->is_voc)
    return "voc";
  if (told)
    return told;
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
find_schedule (PlannerJsonReader *reader, JsonNode *root, GError **error)
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
read_tree (PlannerJsonReader *reader, JsonNode *root, GError **error)
{
  g_autofree char *generator = NULL;

  if (planner_feed_coscup_is (root))
    return planner_feed_coscup_read (reader->builder, root, error);
  if (!find_schedule (reader, root, error))
    return NULL;
  generator = dup_generator (reader);
  reader->builder->days_first = generator && strstr (generator, "pretalx");
  read_language (reader);
  read_schedule_translations (reader);
  read_to_be_announced (reader);
  read_conference (reader);
  planner_json_read_things (reader);
  if (!read_sessions (reader, error))
    return NULL;
  reader->builder->agenda->format = g_strdup (tell_format (reader, generator));

  return planner_builder_finish (reader->builder, error);
}

/* The parser's own message is in the language of the locale. */
static const char *
tell_fault (const GError *reason)
{
  switch (reason->code)
    {
    case JSON_PARSER_ERROR_TRAILING_COMMA:
      return "a comma is too many";
    case JSON_PARSER_ERROR_MISSING_COMMA:
      return "a comma is missing";
    case JSON_PARSER_ERROR_MISSING_COLON:
      return "a colon is missing";
    case JSON_PARSER_ERROR_EMPTY_MEMBER_NAME:
      return "a member has no name";
    case JSON_PARSER_ERROR_INVALID_BAREWORD:
      return "a word is without quotation marks";
    default:
      return "this is not well-formed";
    }
}

/* What the parser says begins with "<data>:line:column:" in every language. */
static void
set_parse_error (const GError *reason, const PlannerJsonText *text, GError **error)
{
  guint line = 0, column = 0;

  if (sscanf (reason->message, "<data>:%u:%u", &line, &column) != 2)
    line = column = 0;
  if (text->cut_off &&
      (line > text->blamed_line || (line == text->blamed_line && column >= text->blamed_column)))
    g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TRUNCATED,
                 "The schedule ends too early, in line %u.", text->last_line);
  else
    g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_BROKEN, "Line %u, column %u: %s.", line,
                 column, tell_fault (reason));
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
  g_auto (PlannerJsonReader) reader = {
    .builder = planner_builder_new (options, report, cancellable),
    .report = report,
    .translations = g_array_new (FALSE, FALSE, sizeof (PlannerJsonTranslations)),
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
    planner_report_add (report, PLANNER_SEVERITY_REPAIRED, "$", PLANNER_PROBLEM_BAD_ESCAPE,
                        "%u escapes that stand for no character were replaced.", prepared.n_replaced);
  root = parse (&prepared, error);
  planner_json_text_clear (&prepared);

  return root ? read_tree (&reader, root, error) : NULL;
}
