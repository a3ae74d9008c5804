/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes and reads the starred session of a backup: what identifies it, and what is shown if the schedule lacks it. */

#include "share/planner-backup-session.h"

#include "model/planner-agenda-bytes.h"
#include "model/planner-fold.h"
#include "share/planner-export-texts.h"
#include "text/planner-safe-link.h"

#define MAX_SPEAKERS 1000
#define MAX_LINKS 1000
#define MAX_DURATION_S (365 * G_GINT64_CONSTANT (86400))

/* The years 1 and 9999, between which GDateTime works. */
#define MIN_UTC G_GINT64_CONSTANT (-62135596800)
#define MAX_UTC G_GINT64_CONSTANT (253402300799)

#define IDENTITY_NAME(name) #name,

static const char *const identity_names[] = { PLANNER_IDENTITY_TEXTS (IDENTITY_NAME) };

static const char *const no_languages[] = { NULL };

static void
write_time (JsonObject *object, gint64 start_utc)
{
  if (start_utc != PLANNER_TIME_UNKNOWN)
    json_object_set_int_member (object, "start_utc", start_utc);
}

static gint64
read_time (PlannerBackupReader *reader, JsonObject *object)
{
  return planner_backup_reader_get_int (reader, object, "start_utc", MIN_UTC, MAX_UTC, PLANNER_TIME_UNKNOWN);
}

/**
 * planner_backup_write_identity:
 *
 * Returns: (transfer full): the identity as JSON
 */
JsonObject *
planner_backup_write_identity (const PlannerIdentity *identity)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < PLANNER_IDENTITY_N_TEXTS; i++)
    if (identity->texts[i] && *identity->texts[i])
      json_object_set_string_member (object, identity_names[i], identity->texts[i]);
  write_time (object, identity->start_utc);

  return object;
}

/**
 * planner_backup_read_identity:
 * @object: (nullable): the identity as JSON
 *
 * Returns: (transfer full): the identity
 */
PlannerIdentity *
planner_backup_read_identity (PlannerBackupReader *reader, JsonObject *object)
{
  PlannerIdentity *identity = g_new0 (PlannerIdentity, 1);

  for (guint i = 0; i < PLANNER_IDENTITY_N_TEXTS; i++)
    identity->texts[i] = g_strdup (
        planner_backup_reader_get_string (reader, object, identity_names[i], PLANNER_BACKUP_MAX_LINE));
  if (!identity->speakers)
    identity->speakers = g_strdup ("");
  identity->start_utc = read_time (reader, object);
  if (!identity->key)
    {
      planner_backup_reader_fail (reader, "a session has no key");
      identity->key = g_strdup ("");
    }

  return identity;
}

static void
write_texts (JsonObject *object, const PlannerTextField *fields, gconstpointer item)
{
  for (const PlannerTextField *field = fields; field->name; field++)
    planner_export_set_variants (object, field->name, planner_text_field_get (field, item));
}

static void
read_texts (PlannerBackupReader *reader, JsonObject *object, const PlannerTextField *fields, gpointer item)
{
  for (const PlannerTextField *field = fields; field->name; field++)
    planner_backup_reader_read_text (reader, object, field->name, planner_text_field_get (field, item));
}

static void
write_strings (JsonObject *object, const PlannerStringField *fields, gconstpointer item)
{
  for (const PlannerStringField *field = fields; field->name; field++)
    planner_export_set_string (object, field->name, *planner_string_field_get (field, item));
}

static void
read_strings (PlannerBackupReader *reader,
              JsonObject *object,
              const PlannerStringField *fields,
              gpointer item)
{
  for (const PlannerStringField *field = fields; field->name; field++)
    *planner_string_field_get (field, item) =
        g_strdup (planner_backup_reader_get_string (reader, object, field->name, PLANNER_BACKUP_MAX_LINE));
}

/* An address that the interface would not open is left out. */
static char *
read_link (PlannerBackupReader *reader, JsonObject *object, const char *member)
{
  const char *url = planner_backup_reader_get_string (reader, object, member, PLANNER_BACKUP_MAX_LINE);

  return url && planner_safe_link_check (url) ? g_strdup (url) : NULL;
}

static JsonObject *
write_forum (const PlannerForum *forum)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", forum->name);
  write_texts (object, planner_forum_fields, forum);
  json_object_set_int_member (object, "kind", forum->kind);
  planner_export_set_string (object, "color", forum->color);

  return object;
}

static void
read_forum (PlannerBackupReader *reader, JsonObject *object, PlannerAgenda *agenda, PlannerSession *session)
{
  PlannerForum *forum = planner_forum_new ();
  const char *color = planner_backup_reader_get_string (reader, object, "color", PLANNER_BACKUP_MAX_LINE);

  forum->name = g_strdup (planner_backup_reader_require_string (reader, object, "id"));
  read_texts (reader, object, planner_forum_fields, forum);
  forum->kind =
      (PlannerForumKind) planner_backup_reader_get_int (reader, object, "kind", PLANNER_FORUM_THEMATIC,
                                                        PLANNER_FORUM_EXHIBITION, PLANNER_FORUM_THEMATIC);
  if (color && g_regex_match_simple ("^#[0-9a-f]{6}$", color, G_REGEX_DOLLAR_ENDONLY, 0))
    forum->color = g_strdup (color);
  g_ptr_array_add (agenda->forums, forum);
  session->forum = forum;
}

static JsonObject *
write_room (const PlannerRoom *room)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", room->name);
  write_texts (object, planner_room_fields, room);
  planner_export_set_string (object, "url", room->url);

  return object;
}

static void
read_room (PlannerBackupReader *reader, JsonObject *object, PlannerAgenda *agenda, PlannerSession *session)
{
  PlannerRoom *room = planner_room_new ();

  room->name = g_strdup (planner_backup_reader_require_string (reader, object, "id"));
  read_texts (reader, object, planner_room_fields, room);
  room->url = read_link (reader, object, "url");
  g_ptr_array_add (agenda->rooms, room);
  session->room = room;
}

static JsonArray *
write_speakers (const PlannerSession *session)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < session->n_speakers; i++)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", session->speakers[i]->id);
      write_texts (object, planner_speaker_fields, session->speakers[i]);
      planner_export_set_string (object, "url", session->speakers[i]->url);
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
read_speakers (PlannerBackupReader *reader, JsonArray *array, PlannerAgenda *agenda, PlannerSession *session)
{
  const guint n = array ? json_array_get_length (array) : 0;

  session->speakers = g_new0 (const PlannerSpeaker *, n);
  for (guint i = 0; i < n; i++)
    {
      JsonObject *object = planner_backup_reader_get_element (reader, array, i);
      PlannerSpeaker *speaker = planner_speaker_new ();

      speaker->id = g_strdup (planner_backup_reader_require_string (reader, object, "id"));
      read_texts (reader, object, planner_speaker_fields, speaker);
      speaker->url = read_link (reader, object, "url");
      g_ptr_array_add (agenda->speakers, speaker);
      session->speakers[session->n_speakers++] = speaker;
    }
}

static JsonArray *
write_links (const PlannerSession *session)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < session->n_links; i++)
    {
      JsonObject *object = json_object_new ();

      planner_export_set_string (object, "title", session->links[i].title);
      json_object_set_string_member (object, "url", session->links[i].url);
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
read_links (PlannerBackupReader *reader, JsonArray *array, PlannerSession *session)
{
  const guint n = array ? json_array_get_length (array) : 0;

  session->links = g_new0 (PlannerLink, n);
  for (guint i = 0; i < n; i++)
    {
      JsonObject *object = planner_backup_reader_get_element (reader, array, i);
      PlannerLink link = { .url = read_link (reader, object, "url") };

      if (!link.url)
        continue;
      link.title =
          g_strdup (planner_backup_reader_get_string (reader, object, "title", PLANNER_BACKUP_MAX_LINE));
      session->links[session->n_links++] = link;
    }
}

static JsonObject *
write_session (const PlannerAgenda *agenda, const PlannerSession *session)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "key", session->key);
  write_strings (object, planner_session_strings, session);
  write_texts (object, planner_session_fields, session);
  json_object_set_string_member (object, "date", planner_agenda_get_day (agenda, session)->date);
  write_time (object, session->start_utc);
  json_object_set_int_member (object, "duration_s", session->duration_s);
  json_object_set_string_member (object, "zone", g_time_zone_get_identifier (session->zone));
  if (session->forum)
    json_object_set_object_member (object, "forum", write_forum (session->forum));
  if (session->room)
    json_object_set_object_member (object, "room", write_room (session->room));
  json_object_set_array_member (object, "speakers", write_speakers (session));
  json_object_set_array_member (object, "links", write_links (session));
  json_object_set_boolean_member (object, "cancelled", session->cancelled);
  json_object_set_boolean_member (object, "not_recorded", session->not_recorded);

  return object;
}

static GTimeZone *
read_zone (PlannerBackupReader *reader, JsonObject *object)
{
  const char *name = planner_backup_reader_get_string (reader, object, "zone", PLANNER_BACKUP_MAX_LINE);
  GTimeZone *zone = name ? planner_time_zone_new (name) : NULL;

  return zone ? zone : g_time_zone_new_utc ();
}

/* Texts for the search are not stored, because they follow from the others. */
static void
set_search (PlannerSession *session)
{
  g_autofree char *title = session->title.variants ? planner_fold (session->title.variants[1]) : NULL;

  planner_search_text_set (&session->search,
                           (const char *[PLANNER_SEARCH_N_FIELDS]) { [PLANNER_SEARCH_TITLE] = title });
}

static void
read_day (PlannerBackupReader *reader, JsonObject *object, PlannerAgenda *agenda)
{
  const char *date = planner_backup_reader_get_string (reader, object, "date", PLANNER_BACKUP_MAX_LINE);
  PlannerDay *day = planner_day_new ();

  if (date && !g_regex_match_simple ("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", date, G_REGEX_DOLLAR_ENDONLY, 0))
    planner_backup_reader_fail (reader, "“%s” is not a date", date);
  day->date = g_strdup (date ? date : "");
  day->n_sessions = 1;
  g_ptr_array_add (agenda->days, day);
}

static void
read_parts (PlannerBackupReader *reader, JsonObject *object, PlannerAgenda *agenda, PlannerSession *session)
{
  JsonObject *forum = planner_backup_reader_get_object (reader, object, "forum");
  JsonObject *room = planner_backup_reader_get_object (reader, object, "room");

  if (forum)
    read_forum (reader, forum, agenda, session);
  if (room)
    read_room (reader, room, agenda, session);
  read_speakers (reader, planner_backup_reader_get_array (reader, object, "speakers", MAX_SPEAKERS), agenda,
                 session);
  read_links (reader, planner_backup_reader_get_array (reader, object, "links", MAX_LINKS), session);
}

static void
drop_unsafe (char **url)
{
  if (*url && !planner_safe_link_check (*url))
    g_clear_pointer (url, g_free);
}

static void
read_session (PlannerBackupReader *reader, JsonObject *object, PlannerAgenda *agenda)
{
  PlannerSession *session = planner_session_new ();

  session->key = g_strdup (planner_backup_reader_require_string (reader, object, "key"));
  read_strings (reader, object, planner_session_strings, session);
  drop_unsafe (&session->url);
  drop_unsafe (&session->stream_url);
  drop_unsafe (&session->feedback_url);
  read_texts (reader, object, planner_session_fields, session);
  if (!session->title.variants)
    planner_backup_reader_fail (reader, "a session has no title");
  session->start_utc = read_time (reader, object);
  session->duration_s = planner_backup_reader_get_int (reader, object, "duration_s", 0, MAX_DURATION_S, 0);
  session->zone = read_zone (reader, object);
  read_day (reader, object, agenda);
  read_parts (reader, object, agenda, session);
  session->cancelled = planner_backup_reader_get_flag (reader, object, "cancelled");
  session->not_recorded = planner_backup_reader_get_flag (reader, object, "not_recorded");
  set_search (session);
  g_ptr_array_add (agenda->sessions, session);
}

/**
 * planner_backup_write_snapshot:
 * @snapshot: a session, by planner_agenda_session_to_bytes()
 *
 * Returns: (transfer full) (nullable): the session as JSON; %NULL if the bytes are of another version of the planner
 */
JsonObject *
planner_backup_write_snapshot (GBytes *snapshot)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new_from_bytes (snapshot, no_languages);
  JsonObject *object, *conference;

  if (!agenda || agenda->sessions->len == 0)
    return NULL;

  object = write_session (agenda, planner_agenda_get_session (agenda, 0));
  conference = json_object_new ();
  write_texts (conference, planner_agenda_fields, agenda);
  write_strings (conference, planner_agenda_strings, agenda);
  json_object_set_string_member (conference, "zone", g_time_zone_get_identifier (agenda->zone));
  json_object_set_object_member (object, "conference", conference);

  return object;
}

static PlannerAgenda *
read_agenda (PlannerBackupReader *reader, JsonObject *object)
{
  JsonObject *conference = planner_backup_reader_get_object (reader, object, "conference");
  PlannerAgenda *agenda = planner_agenda_new ();

  read_texts (reader, conference, planner_agenda_fields, agenda);
  read_strings (reader, conference, planner_agenda_strings, agenda);
  drop_unsafe (&agenda->url);
  agenda->zone = read_zone (reader, conference);
  read_session (reader, object, agenda);
  planner_agenda_seal (agenda, no_languages);

  return agenda;
}

/**
 * planner_backup_read_snapshot:
 * @object: (nullable): the session as JSON
 *
 * Returns: (transfer full) (nullable): the session, as by planner_agenda_session_to_bytes(); %NULL with a fault, or if @object
 *   is %NULL
 */
GBytes *
planner_backup_read_snapshot (PlannerBackupReader *reader, JsonObject *object)
{
  g_autoptr (PlannerAgenda) agenda = NULL;
  g_autoptr (PlannerAgenda) copy = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!object)
    return NULL;
  agenda = read_agenda (reader, object);
  if (reader->fault)
    return NULL;

  bytes = planner_agenda_session_to_bytes (agenda, planner_agenda_get_session (agenda, 0));
  copy = planner_agenda_new_from_bytes (bytes, no_languages);
  if (copy)
    return g_steal_pointer (&bytes);
  planner_backup_reader_fail (reader, "a session has values that no schedule has");

  return NULL;
}
