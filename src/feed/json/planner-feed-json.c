/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reads the JSON schedule that frab introduced. pretalx, wafer and the tools of the c3voc write it too. GOTC adds members to
 * it; see data/agenda/README.md.
 */

#include "feed/json/planner-feed-json.h"
#include "feed/json/planner-feed-conclar.h"
#include "feed/json/planner-feed-coscup.h"
#include "feed/json/planner-feed-json-overrides.h"
#include "feed/json/planner-feed-json-sessions.h"
#include "feed/json/planner-feed-json-parse.h"
#include "feed/json/planner-feed-json-things.h"
#include "feed/json/planner-feed-json-translations.h"
#include "feed/json/planner-feed-open-event.h"
#include "feed/json/planner-feed-sessionize.h"
#include "feed/build/planner-feed-builder-finish.h"
#include "feed/build/planner-feed-time.h"
#include "feed/planner-feed-unread.h"
#include "model/planner-string-table.h"

#define MAX_SOURCES 100

/* The formats in JSON that differ from frab's. Each has a test of the members that it must have. */
static const struct
{
  const char *name;
  PlannerFeedFormat format;
  gboolean (*is_written_in) (JsonNode *root);
  gboolean (*read) (PlannerBuilder *builder, JsonNode *root, GError **error);
} dialects[] = {
  { "Sessionize’s JSON", PLANNER_FEED_FORMAT_SESSIONIZE, planner_feed_sessionize_is,
    planner_feed_sessionize_read },
  { "Open Event’s JSON", PLANNER_FEED_FORMAT_OPEN_EVENT, planner_feed_open_event_is,
    planner_feed_open_event_read },
  { "ConClár’s or KonOpas’ JSON", PLANNER_FEED_FORMAT_CONCLAR, planner_feed_conclar_is,
    planner_feed_conclar_read },
  { "COSCUP’s session.json", PLANNER_FEED_FORMAT_COSCUP, planner_feed_coscup_is, planner_feed_coscup_read },
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

/* Returns: (nullable) (transfer full): the notes on sources, one a line */
static char *
dup_sources (PlannerJsonReader *reader, const PlannerPlace *place)
{
  JsonArray *array = planner_json_get_array (reader->schedule, "sources");
  g_autoptr (GString) sources = g_string_new (NULL);

  for (guint i = 0; array && i < MIN (json_array_get_length (array), MAX_SOURCES); i++)
    {
      g_autofree char *source =
          planner_json_dup_node (place, json_array_get_element (array, i), "sources", PLANNER_TEXT_LINE);

      if (source && sources->len > 0)
        g_string_append_c (sources, '\n');
      if (source)
        g_string_append (sources, source);
    }

  return sources->len > 0 ? g_strdup (sources->str) : NULL;
}

static void
read_conference (PlannerJsonReader *reader)
{
  PlannerBuilder *builder = reader->builder;
  PlannerAgenda *agenda = builder->agenda;
  const PlannerPlace place = { NULL, reader->conference_path, reader->report };
  const PlannerPlace schedule_place = { NULL, reader->schedule_path, reader->report };

  planner_json_add_fields (&place, agenda, planner_agenda_fields, builder->language, reader->conference);
  planner_json_add_own_translations (reader, &place, agenda, planner_agenda_fields, reader->conference);
  for (guint i = 0; i < reader->translations->len; i++)
    {
      const PlannerJsonTranslations *kept = &g_array_index (reader->translations, PlannerJsonTranslations, i);
      JsonObject *conference = planner_json_get_object (kept->collections, "conference");

      if (conference)
        planner_json_add_fields (&place, agenda, planner_agenda_fields, kept->language, conference);
    }
  agenda->acronym = planner_json_dup_line (&place, reader->conference, "acronym");
  agenda->version = planner_json_dup_line (&schedule_place, reader->schedule, "version");
  agenda->url = planner_json_dup_line (&place, reader->conference, "url");
  if (!agenda->url)
    agenda->url = planner_json_dup_line (&schedule_place, reader->schedule, "url");
  agenda->registration_url = planner_json_dup_line (&place, reader->conference, "registration_url");
  agenda->coordinates = planner_json_dup_line (&place, reader->conference, "coordinates");
  agenda->sources = dup_sources (reader, &schedule_place);
  builder->base_url = planner_json_dup_line (&schedule_place, reader->schedule, "base_url");
  if (!builder->base_url)
    builder->base_url = planner_json_dup_line (&place, reader->conference, "base_url");
  builder->start_date = planner_json_dup_line (&place, reader->conference, "start");
  read_zone_name (reader);
}

static PlannerFeedFormat
find_format (const PlannerJsonReader *reader, const char *generator)
{
  const guint n_sessions = reader->builder->drafts->len;
  PlannerFeedFormat format;

  if (reader->is_gotc)
    return PLANNER_FEED_FORMAT_GOTC;
  if (reader->is_voc)
    return PLANNER_FEED_FORMAT_VOC;
  if (planner_feed_format_find_by_generator (generator, &format))
    return format;
  if (n_sessions > 0 && reader->n_event_codes == n_sessions)
    return PLANNER_FEED_FORMAT_PRETALX;
  if (reader->n_persons > 0 && reader->n_person_codes == reader->n_persons)
    return PLANNER_FEED_FORMAT_PRETALX;
  /* Only the tools of the c3voc merge schedules of pretalx with others. */
  if (reader->n_event_codes > 0 || reader->n_person_codes > 0)
    return PLANNER_FEED_FORMAT_VOC;

  return PLANNER_FEED_FORMAT_FRAB;
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
  if (!reader->conference &&
      (planner_json_get (reader->schedule, "days") || planner_json_get_events (reader->schedule)))
    reader->conference = reader->schedule;
  if (reader->conference)
    return TRUE;

  if (!planner_feed_unread_set_json (root, error))
    g_set_error_literal (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_NOT_A_SCHEDULE,
                         "This is JSON, but not a schedule: there is no “schedule” with a “conference”.");

  return FALSE;
}

static PlannerAgenda *
read_dialect (PlannerBuilder *builder, guint i, JsonNode *root, GError **error)
{
  g_debug ("Reading %s", dialects[i].name);
  planner_builder_set_format (builder, dialects[i].format);
  if (!dialects[i].read (builder, root, error))
    return NULL;
  if (planner_builder_has_content (builder))
    return planner_builder_finish (builder, error);

  g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_OTHER_FORMAT,
               "This looks like %s, but none of its sessions has a title or a time; ask "
               "the organizers for the schedule as JSON, XML or iCalendar.",
               dialects[i].name);

  return NULL;
}

static PlannerAgenda *
read_tree (PlannerJsonReader *reader, JsonNode *root, GError **error)
{
  g_autofree char *generator = NULL;
  PlannerFeedFormat format;

  for (guint i = 0; i < G_N_ELEMENTS (dialects); i++)
    if (dialects[i].is_written_in (root))
      return read_dialect (reader->builder, i, root, error);
  if (!find_schedule (reader, root, error))
    return NULL;
  generator = dup_generator (reader);
  reader->builder->days_first =
      planner_feed_format_find_by_generator (generator, &format) && format == PLANNER_FEED_FORMAT_PRETALX;
  reader->overrides = planner_json_get_object (reader->schedule, "overrides");
  planner_json_override (reader, reader->conference,
                         planner_json_get_object (reader->overrides, "conference"));
  read_language (reader);
  planner_json_read_schedule_translations (reader);
  read_to_be_announced (reader);
  read_conference (reader);
  planner_json_read_things (reader);
  if (!planner_json_read_sessions (reader, error))
    return NULL;
  planner_builder_set_format (reader->builder, find_format (reader, generator));

  return planner_builder_finish (reader->builder, error);
}

/**
 * planner_feed_json_read:
 * @text: valid UTF-8
 *
 * Reads a schedule in JSON; see planner_feed_read() for the other parameters and the result.
 */
PlannerAgenda *
planner_feed_json_read (const char *text,
                        const PlannerFeedOptions *options,
                        PlannerReport *report,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (JsonNode) root = planner_json_parse (text, report, error);
  g_auto (PlannerJsonReader) reader = {
    .builder = planner_builder_new (options, report, cancellable),
    .report = report,
    .translations = g_array_new (FALSE, FALSE, sizeof (PlannerJsonTranslations)),
    .no_time = planner_string_table_new (NULL, NULL),
    .no_day = planner_string_table_new (NULL, NULL),
    .forums_by_slug = planner_string_table_new (g_free, g_free),
    .persons = planner_string_table_new (g_free, NULL),
  };

  g_array_set_clear_func (reader.translations, (GDestroyNotify) translations_clear);

  return root ? read_tree (&reader, root, error) : NULL;
}
