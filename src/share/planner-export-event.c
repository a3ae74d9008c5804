/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Writes a session as an event of the JSON schedule. The schema of the c3voc requires most members, and restricts guids, ids,
 * codes and slugs. Where a session has another value or none, the event gets one that the schema accepts, and the overrides
 * of the schedule have the value of the session; see data/agenda/README.md.
 */

#include "share/planner-export-event.h"
#include "model/planner-string-table.h"
#include "share/planner-export-texts.h"
#include "share/planner-name-uuid.h"

#include <string.h>

#define STAMP "%Y-%m-%dT%H:%M:%S%:z"
#define LAST_MINUTE (24 * 60 - 1)

static void
set_override (JsonObject *overrides, const char *member, const char *value)
{
  if (value)
    json_object_set_string_member (overrides, member, value);
  else
    json_object_set_null_member (overrides, member);
}

static gboolean
is_used_once (PlannerExport *self, const char *guid)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->guids, guid)) == 1;
}

/* Returns: (transfer none): the guid of the event, which no other event has */
static const char *
set_guid (PlannerExport *self, JsonObject *event, JsonObject *overrides, const PlannerSession *session)
{
  g_autofree char *made_up = NULL;

  if (session->guid && g_uuid_string_is_valid (session->guid) && is_used_once (self, session->guid))
    json_object_set_string_member (event, "guid", session->guid);
  else
    {
      made_up = planner_name_uuid_new ("session", session->key);
      json_object_set_string_member (event, "guid", made_up);
      set_override (overrides, "guid", session->guid);
    }

  return json_object_get_string_member (event, "guid");
}

static gboolean
is_number (const char *id)
{
  return id && g_regex_match_simple ("^[1-9][0-9]{0,15}$", id, G_REGEX_DOLLAR_ENDONLY, 0);
}

static void
set_id (PlannerExport *self, JsonObject *event, JsonObject *overrides, const char *id)
{
  g_autofree char *number = NULL;

  if (is_number (id))
    {
      json_object_set_int_member (event, "id", g_ascii_strtoll (id, NULL, 10));
      return;
    }
  do
    {
      g_free (number);
      number = g_strdup_printf ("%u", ++self->last_id);
    }
  while (g_hash_table_contains (self->ids, number));
  json_object_set_int_member (event, "id", self->last_id);
  set_override (overrides, "id", id);
}

static void
set_slug (JsonObject *event, JsonObject *overrides, const char *slug)
{
  g_autofree char *made_up = NULL;

  if (slug && g_regex_match_simple ("^[a-z0-9_-]+[a-z0-9]$", slug, G_REGEX_DOLLAR_ENDONLY, 0))
    {
      json_object_set_string_member (event, "slug", slug);
      return;
    }
  made_up = g_strdup_printf ("session-%" G_GINT64_FORMAT, json_object_get_int_member (event, "id"));
  json_object_set_string_member (event, "slug", made_up);
  set_override (overrides, "slug", slug);
}

static void
set_code (JsonObject *event, JsonObject *overrides, const char *code)
{
  if (!code)
    return;
  if (g_regex_match_simple ("^[A-Z0-9]+$", code, G_REGEX_DOLLAR_ENDONLY, 0))
    json_object_set_string_member (event, "code", code);
  else
    set_override (overrides, "code", code);
}

/**
 * planner_export_format_time:
 * @date: a date, such as "2026-07-01"
 * @minutes: minutes after midnight by the clock, which may be more than a day
 *
 * Returns: (transfer full): the time with its offset
 */
char *
planner_export_format_time (const char *date, int minutes, GTimeZone *zone)
{
  g_autofree char *noon = g_strconcat (date, "T12:00:00", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (noon, zone);
  g_autoptr (GDateTime) day = time ? g_date_time_add_days (time, minutes / (LAST_MINUTE + 1)) : NULL;
  g_autoptr (GDateTime) exact = NULL;

  minutes %= LAST_MINUTE + 1;
  if (day)
    exact = g_date_time_new (zone, g_date_time_get_year (day), g_date_time_get_month (day),
                             g_date_time_get_day_of_month (day), minutes / 60, minutes % 60, 0);

  return exact ? g_date_time_format (exact, STAMP) : g_strconcat (date, "T00:00:00+00:00", NULL);
}

static void
set_duration (JsonObject *event, JsonObject *overrides, const PlannerSession *session)
{
  const gint64 minutes = session->duration_s / 60;
  g_autoptr (GDateTime) end = planner_session_dup_end (session);
  g_autofree char *duration =
      g_strdup_printf ("%02" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT, minutes / 60, minutes % 60);
  g_autofree char *end_text = end ? g_date_time_format (end, STAMP) : NULL;

  json_object_set_string_member (event, "duration", duration);
  if (session->duration_s > 0)
    planner_export_set_string (event, "end", end_text);
  else
    set_override (overrides, "duration", NULL);
}

/* A session without a time gets the last minute of its day, which data/agenda/README.md describes. */
static void
set_time (PlannerExport *self,
          JsonObject *event,
          JsonObject *overrides,
          const PlannerSession *session,
          const char *date,
          const char *guid)
{
  g_autoptr (GDateTime) start = planner_session_dup_start (session);
  g_autofree char *stamp = start ? g_date_time_format (start, STAMP)
                                 : planner_export_format_time (date, LAST_MINUTE, self->agenda->zone);
  g_autofree char *clock = g_strndup (stamp + strlen ("YYYY-MM-DDT"), strlen ("HH:MM"));

  json_object_set_string_member (event, "date", stamp);
  json_object_set_string_member (event, "start", clock);
  set_duration (event, overrides, session);
  if (!start)
    json_array_add_string_element (*planner_agenda_get_day (self->agenda, session)->date ? self->no_time
                                                                                         : self->no_day,
                                   guid);
}

static void
set_texts (PlannerExport *self, JsonObject *event, JsonObject *overrides, const PlannerSession *session)
{
  static const char *const required[] = { "subtitle", "abstract", "description" };

  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    json_object_set_null_member (event, required[i]);
  for (const PlannerTextField *field = planner_session_fields; field->name; field++)
    planner_export_set_text (event, overrides, field->name, planner_text_field_get (field, session),
                             self->language);
}

static void
set_string_or_null (JsonObject *event, const char *member, const char *value)
{
  json_object_set_null_member (event, member);
  planner_export_set_string (event, member, value);
}

static void
set_details (JsonObject *event, JsonObject *overrides, const PlannerSession *session)
{
  set_string_or_null (event, "track", session->forum ? session->forum->name : NULL);
  set_string_or_null (event, "language", session->language);
  json_object_set_string_member (event, "room", session->room ? session->room->name : "");
  json_object_set_string_member (event, "type", session->type ? session->type : "");
  json_object_set_string_member (event, "url", session->url ? session->url : "");
  planner_export_set_string (event, "feedback_url", session->feedback_url);
  planner_export_set_string (overrides, "stream_url", session->stream_url);
  if (session->not_recorded)
    json_object_set_boolean_member (event, "do_not_record", TRUE);
  if (session->cancelled)
    json_object_set_boolean_member (overrides, "cancelled", TRUE);
}

static JsonObject *
export_person (PlannerExport *self, const PlannerSpeaker *speaker)
{
  JsonObject *person = json_object_new (), *overrides = json_object_new ();

  if (is_number (speaker->id))
    json_object_set_int_member (person, "id", g_ascii_strtoll (speaker->id, NULL, 10));
  else if (!g_str_equal (speaker->id, speaker->name.variants[1]))
    set_override (overrides, "id", speaker->id);
  planner_export_set_text (person, overrides, "name", &speaker->name, self->language);
  planner_export_set_text (person, overrides, "role", &speaker->role, self->language);
  planner_export_set_text (person, overrides, "organisation", &speaker->organisation, self->language);
  planner_export_set_text (person, overrides, "biography", &speaker->biography, self->language);
  planner_export_set_string (person, "url", speaker->url);
  planner_export_take_overrides (person, "overrides", overrides);

  return person;
}

static void
set_persons (PlannerExport *self, JsonObject *event, const PlannerSession *session)
{
  JsonArray *persons = json_array_new ();

  for (guint i = 0; i < session->n_speakers; i++)
    json_array_add_object_element (persons, export_person (self, session->speakers[i]));
  json_object_set_array_member (event, "persons", persons);
}

static void
set_links (JsonObject *event, const PlannerSession *session)
{
  JsonArray *links = json_array_new ();

  for (guint i = 0; i < session->n_links; i++)
    {
      JsonObject *link = json_object_new ();

      json_object_set_string_member (link, "url", session->links[i].url);
      json_object_set_string_member (link, "title", session->links[i].title);
      json_array_add_object_element (links, link);
    }
  json_object_set_array_member (event, "links", links);
}

/**
 * planner_export_event:
 * @date: the date of the day that lists the event
 *
 * Returns: (transfer full): an event with all members that the schema requires
 */
JsonObject *
planner_export_event (PlannerExport *self, const PlannerSession *session, const char *date)
{
  JsonObject *event = json_object_new (), *overrides = json_object_new ();
  const char *guid = set_guid (self, event, overrides, session);

  set_id (self, event, overrides, session->id);
  set_slug (event, overrides, session->slug);
  set_code (event, overrides, session->code);
  set_time (self, event, overrides, session, date, guid);
  set_texts (self, event, overrides, session);
  set_details (event, overrides, session);
  set_persons (self, event, session);
  set_links (event, session);
  planner_export_take_overrides (self->overrides, guid, overrides);

  return event;
}

static void
count_guid (PlannerExport *self, const char *guid)
{
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->guids, guid));

  g_hash_table_insert (self->guids, (gpointer) guid, GUINT_TO_POINTER (n + 1));
}

/**
 * planner_export_init:
 * @self: (out): free it with planner_export_clear()
 * @agenda: borrowed
 */
void
planner_export_init (PlannerExport *self, const PlannerAgenda *agenda)
{
  *self = (PlannerExport) {
    .agenda = agenda,
    .language = planner_export_find_language (agenda),
    .overrides = json_object_new (),
    .no_time = json_array_new (),
    .no_day = json_array_new (),
    .guids = planner_string_table_new (NULL, NULL),
    .ids = planner_string_table_new (NULL, NULL),
  };
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);

      if (session->guid)
        count_guid (self, session->guid);
      if (session->id)
        g_hash_table_add (self->ids, session->id);
    }
}

void
planner_export_clear (PlannerExport *self)
{
  g_clear_pointer (&self->overrides, json_object_unref);
  g_clear_pointer (&self->no_time, json_array_unref);
  g_clear_pointer (&self->no_day, json_array_unref);
  g_hash_table_unref (self->guids);
  g_hash_table_unref (self->ids);
}
