/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes an agenda as the JSON schedule that frab introduced, as the schema of the c3voc requires it. */

#include "config.h"

#include "share/planner-export-json.h"

#include "share/planner-export-day-change.h"
#include "share/planner-export-event.h"
#include "share/planner-export-texts.h"
#include "share/planner-name-uuid.h"

#include <string.h>

#define SCHEMA "https://c3voc.de/schedule/schema.json"
#define MINUTES_PER_DAY (24 * 60)
#define NO_DATE "1970-01-01" /* for a schedule in which no session has a day */

/* The indexes are the values of PlannerForumKind and PlannerExhibitorKind. */
static const char *const forum_kinds[] = { NULL, "main", "featured", "flash-talks", "exhibition" };
static const char *const exhibitor_kinds[] = { "booth", "stand", "area", "market" };

/* The reader takes an object with one of these members for a session, and not for a list of rooms. */
static const char *const reserved[] = { "date",  "duration", "events", "guid", "name",
                                        "start", "talks",    "title",  NULL };

/* Returns: (transfer full): at least four of the characters a-z, 0-9 and _ */
static char *
make_acronym (const PlannerAgenda *agenda)
{
  const char *name = agenda->acronym ? agenda->acronym : agenda->title.variants[1];
  g_autoptr (GString) acronym = g_string_new (NULL);

  if (agenda->acronym && g_regex_match_simple ("^[a-z0-9_-][a-z0-9_]{3,}(-2[0-9]{3}-[a-z]+)?$",
                                               agenda->acronym, G_REGEX_DOLLAR_ENDONLY, 0))
    return g_strdup (agenda->acronym);
  for (const char *p = name; *p && acronym->len < 50; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (acronym, g_ascii_tolower (*p));
    else if (acronym->len > 0 && acronym->str[acronym->len - 1] != '_')
      g_string_append_c (acronym, '_');
  if (acronym->len > 0 && acronym->str[acronym->len - 1] == '_')
    g_string_truncate (acronym, acronym->len - 1);

  return acronym->len < 4 ? g_strconcat ("conf_", acronym->str, NULL) : g_strdup (acronym->str);
}

static void
set_acronym (JsonObject *conference, JsonObject *overrides, const PlannerAgenda *agenda)
{
  g_autofree char *acronym = make_acronym (agenda);

  json_object_set_string_member (conference, "acronym", acronym);
  if (!agenda->acronym)
    json_object_set_null_member (overrides, "acronym");
  else if (!g_str_equal (acronym, agenda->acronym))
    json_object_set_string_member (overrides, "acronym", agenda->acronym);
}

/* A zone without the name of a place, such as "+08:00", is in the dates. */
static const char *
find_zone_name (const PlannerAgenda *agenda)
{
  const char *zone = g_time_zone_get_identifier (agenda->zone);

  return agenda->zone_name ? agenda->zone_name : strchr (zone, '/') ? zone : NULL;
}

/* The schema accepts UTC and names such as Europe/Berlin, but not EST5EDT. */
static void
set_zone (JsonObject *conference, JsonObject *overrides, const PlannerAgenda *agenda)
{
  const char *name = find_zone_name (agenda);
  const gboolean is_accepted =
      name && g_regex_match_simple ("^([A-Z][a-z]+/[A-Z][a-z]+)|UTC$", name, G_REGEX_DOLLAR_ENDONLY, 0);

  planner_export_set_string (is_accepted ? conference : overrides, "time_zone_name", name);
}

/* Sessions refer to forums and rooms by name. A title that differs from the name becomes an override. */
static void
set_name (JsonObject *object,
          JsonObject *overrides,
          const char *name,
          const PlannerText *title,
          const char *language)
{
  planner_export_set_text (object, overrides, "name", title, language);
  if (!json_object_has_member (overrides, "name") &&
      g_strcmp0 (json_object_get_string_member_with_default (object, "name", NULL), name) != 0)
    planner_export_set_variants (overrides, "name", title);
  json_object_set_string_member (object, "name", name);
}

static JsonArray *
export_tracks (const PlannerExport *self)
{
  JsonArray *tracks = json_array_new ();

  for (guint i = 0; i < self->agenda->forums->len; i++)
    {
      const PlannerForum *forum = g_ptr_array_index (self->agenda->forums, i);
      JsonObject *track = json_object_new (), *overrides = json_object_new ();

      set_name (track, overrides, forum->name, &forum->title, self->language);
      planner_export_set_text (track, overrides, "description", &forum->description, self->language);
      planner_export_set_string (track, "color", forum->color);
      planner_export_set_string (track, "kind", forum_kinds[forum->kind]);
      planner_export_take_overrides (track, "overrides", overrides);
      json_array_add_object_element (tracks, track);
    }

  return tracks;
}

static JsonArray *
export_rooms (const PlannerExport *self, JsonObject *all_overrides)
{
  JsonArray *rooms = json_array_new ();

  for (guint i = 0; i < self->agenda->rooms->len; i++)
    {
      const PlannerRoom *room = g_ptr_array_index (self->agenda->rooms, i);
      JsonObject *object = json_object_new (), *overrides = json_object_new ();
      g_autofree char *guid = planner_name_uuid_new ("room", room->name);

      set_name (object, overrides, room->name, &room->title, self->language);
      json_object_set_string_member (object, "guid", guid);
      planner_export_set_text (object, overrides, "description", &room->description, self->language);
      planner_export_set_string (object, "url", room->url);
      planner_export_take_overrides (all_overrides, room->name, overrides);
      json_array_add_object_element (rooms, object);
    }

  return rooms;
}

/* Exhibitors are not in the schema, so that their texts need no overrides. */
static JsonArray *
export_exhibitors (const PlannerExport *self)
{
  JsonArray *exhibitors = json_array_new ();

  for (guint i = 0; i < self->agenda->exhibitors->len; i++)
    {
      const PlannerExhibitor *exhibitor = g_ptr_array_index (self->agenda->exhibitors, i);
      JsonObject *object = json_object_new ();

      for (const PlannerTextField *field = planner_exhibitor_fields; field->name; field++)
        planner_export_set_text (object, object, field->name, planner_text_field_get (field, exhibitor),
                                 self->language);
      json_object_set_string_member (object, "kind", exhibitor_kinds[exhibitor->kind]);
      planner_export_set_string (object, "url", exhibitor->url);
      json_array_add_object_element (exhibitors, object);
    }

  return exhibitors;
}

static JsonArray *
get_events_in (JsonObject *rooms, const PlannerRoom *room)
{
  const char *name = room && !g_strv_contains (reserved, room->name) ? room->name : "";

  if (!json_object_has_member (rooms, name))
    json_object_set_array_member (rooms, name, json_array_new ());

  return json_object_get_array_member (rooms, name);
}

static void
add_events (PlannerExport *self, const PlannerDay *day, const char *date, JsonObject *rooms)
{
  for (guint i = 0; i < day->n_sessions; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (self->agenda, day->first + i);

      json_array_add_object_element (get_events_in (rooms, session->room),
                                     planner_export_event (self, session, date));
    }
}

static JsonObject *
export_day (PlannerExport *self, const PlannerDay *day, guint index, int change_minutes)
{
  JsonObject *object = json_object_new (), *rooms = json_object_new ();
  const char *date = *day->date ? day->date : NO_DATE;
  g_autofree char *start = planner_export_format_time (date, change_minutes, self->agenda->zone);
  g_autofree char *end =
      planner_export_format_time (date, change_minutes + MINUTES_PER_DAY, self->agenda->zone);

  json_object_set_int_member (object, "index", index);
  json_object_set_string_member (object, "date", date);
  json_object_set_string_member (object, "day_start", start);
  json_object_set_string_member (object, "day_end", end);
  add_events (self, day, date, rooms);
  json_object_set_object_member (object, "rooms", rooms);

  return object;
}

/* Sessions without a day are listed on the last day. */
static JsonArray *
export_days (PlannerExport *self)
{
  const GPtrArray *days = self->agenda->days;
  const int change_minutes = planner_export_find_day_change (self->agenda);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < days->len; i++)
    {
      const PlannerDay *day = g_ptr_array_index (days, i);
      const PlannerDay *last = i > 0 ? g_ptr_array_index (days, i - 1) : NULL;

      if (*day->date || !last)
        json_array_add_object_element (array, export_day (self, day, i + 1, change_minutes));
      else
        add_events (self, day, last->date,
                    json_object_get_object_member (json_array_get_object_element (array, i - 1), "rooms"));
    }

  return array;
}

static void
set_bounds (JsonObject *conference, JsonArray *days)
{
  const guint n = json_array_get_length (days);
  const char *first =
      n > 0 ? json_object_get_string_member (json_array_get_object_element (days, 0), "date") : NO_DATE;
  const char *last =
      n > 0 ? json_object_get_string_member (json_array_get_object_element (days, n - 1), "date") : NO_DATE;

  json_object_set_string_member (conference, "start", first);
  json_object_set_string_member (conference, "end", last);
  json_object_set_int_member (conference, "daysCount", n);
  json_object_set_string_member (conference, "timeslot_duration", "00:15");
}

/* The schema allows only the description and the address of the website in the conference; the rest are overrides. */
static void
set_facts (JsonObject *conference, JsonObject *overrides, const PlannerExport *self)
{
  const PlannerAgenda *agenda = self->agenda;

  planner_export_set_text (conference, overrides, "description", &agenda->description, self->language);
  planner_export_set_string (conference, "url", agenda->url);
  planner_export_set_text (overrides, overrides, "venue", &agenda->venue, self->language);
  planner_export_set_text (overrides, overrides, "address", &agenda->address, self->language);
  planner_export_set_text (overrides, overrides, "hosts", &agenda->hosts, self->language);
  planner_export_set_string (overrides, "registration_url", agenda->registration_url);
  planner_export_set_string (overrides, "coordinates", agenda->coordinates);
}

static JsonArray *
export_sources (const char *sources)
{
  g_auto (GStrv) lines = g_strsplit (sources, "\n", -1);
  JsonArray *array = json_array_new ();

  for (guint i = 0; lines[i]; i++)
    json_array_add_string_element (array, lines[i]);

  return array;
}

static JsonObject *
export_conference (PlannerExport *self, JsonObject *overrides)
{
  const PlannerAgenda *agenda = self->agenda;
  JsonObject *conference = json_object_new (), *own = json_object_new (), *rooms = json_object_new ();
  JsonArray *days = export_days (self);

  set_acronym (conference, own, agenda);
  planner_export_set_text (conference, own, "title", &agenda->title, self->language);
  set_bounds (conference, days);
  set_zone (conference, own, agenda);
  set_facts (conference, own, self);
  json_object_set_array_member (conference, "tracks", export_tracks (self));
  json_object_set_array_member (conference, "rooms", export_rooms (self, rooms));
  json_object_set_array_member (conference, "days", days);
  planner_export_take_overrides (overrides, "conference", own);
  planner_export_take_overrides (overrides, "rooms", rooms);

  return conference;
}

static void
set_to_be_announced (PlannerExport *self, JsonObject *schedule)
{
  JsonObject *object = json_object_new ();

  if (json_array_get_length (self->no_time) > 0)
    json_object_set_array_member (object, "time", json_array_ref (self->no_time));
  if (json_array_get_length (self->no_day) > 0)
    json_object_set_array_member (object, "day", json_array_ref (self->no_day));
  planner_export_take_overrides (schedule, "to_be_announced", object);
}

static JsonObject *
export_schedule (PlannerExport *self)
{
  JsonObject *schedule = json_object_new (), *overrides = json_object_new ();

  json_object_set_string_member (schedule, "version", self->agenda->version ? self->agenda->version : "");
  if (*self->language)
    json_object_set_string_member (schedule, "language", self->language);
  json_object_set_object_member (schedule, "conference", export_conference (self, overrides));
  set_to_be_announced (self, schedule);
  if (self->agenda->exhibitors->len > 0)
    json_object_set_array_member (schedule, "exhibitors", export_exhibitors (self));
  if (self->agenda->sources)
    json_object_set_array_member (schedule, "sources", export_sources (self->agenda->sources));
  planner_export_take_overrides (overrides, "events", json_object_ref (self->overrides));
  planner_export_take_overrides (schedule, "overrides", overrides);

  return schedule;
}

static JsonObject *
make_generator (void)
{
  JsonObject *generator = json_object_new ();

  json_object_set_string_member (generator, "name", "gotc-planner");
  json_object_set_string_member (generator, "version", APP_VERSION);

  return generator;
}

/**
 * planner_agenda_to_schedule_json:
 *
 * Writes an agenda as a JSON schedule. Reading it gives an equal agenda, except for the format and what
 * data/agenda/README.md names.
 *
 * Returns: (transfer full): the text, which ends with a line feed
 */
char *
planner_agenda_to_schedule_json (const PlannerAgenda *agenda)
{
  g_auto (PlannerExport) export = { 0 };
  g_autoptr (JsonObject) root = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  g_return_val_if_fail (agenda != NULL, NULL);

  planner_export_init (&export, agenda);
  json_object_set_string_member (root, "$schema", SCHEMA);
  json_object_set_object_member (root, "generator", make_generator ());
  json_object_set_object_member (root, "schedule", export_schedule (&export));
  json_node_set_object (node, root);
  text = json_to_string (node, TRUE);

  return g_strconcat (text, "\n", NULL);
}
