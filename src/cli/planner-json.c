/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes the output of commands for other programs, one JSON object a line. The manual page documents the members. */

#include "cli/planner-json.h"
#include "model/planner-rooms.h"
#include "model/planner-string-table.h"

#include <json-glib/json-glib.h>

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static char *
to_line (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/**
 * planner_file_to_json:
 * @file: the file that a command has written
 *
 * Returns: (transfer full): one line for the file
 */
char *
planner_file_to_json (const char *file)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "file", file);
  json_builder_end_object (builder);

  return to_line (builder);
}

/**
 * planner_calendar_to_json:
 * @file: (nullable): the calendar file that follows My Schedule; %NULL if none does
 *
 * Returns: (transfer full): one line for the calendar file
 */
char *
planner_calendar_to_json (const char *file, guint n_sessions)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "file", file);
  add_int (builder, "sessions", n_sessions);
  json_builder_end_object (builder);

  return to_line (builder);
}

/**
 * planner_sync_to_json:
 * @folder: (nullable): the folder of the attendee's computers; %NULL if the planner does not synchronize
 * @n_others: how many other computers have a file there
 * @skipped: (nullable): a file there that could not be read
 *
 * Returns: (transfer full): one line for a synchronization
 */
char *
planner_sync_to_json (const char *folder, guint n_others, const char *skipped)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "folder", folder);
  add_int (builder, "other_computers", n_others);
  add_string (builder, "skipped", skipped);
  json_builder_end_object (builder);

  return to_line (builder);
}

/**
 * planner_restore_to_json:
 *
 * Returns: (transfer full): one line for what a backup has changed
 */
char *
planner_restore_to_json (const PlannerBackupSummary *summary)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_int (builder, "conferences_added", summary->conferences_added);
  add_int (builder, "conferences_removed", summary->conferences_removed);
  add_int (builder, "stars_added", summary->stars_added);
  add_int (builder, "stars_removed", summary->stars_removed);
  json_builder_end_object (builder);

  return to_line (builder);
}

/**
 * planner_import_to_json:
 *
 * Returns: (transfer full): one line for a star that is imported
 */
char *
planner_import_to_json (const PlannerImportOutput *output)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "key", output->key);
  add_string (builder, "title", output->title);
  add_string (builder, "state", output->state);
  add_boolean (builder, "plan_b", output->plan_b);
  add_boolean (builder, "clashing", output->clashing);
  json_builder_end_object (builder);

  return to_line (builder);
}

/**
 * planner_format_utc:
 * @instant_utc: seconds since the epoch, or %PLANNER_TIME_UNKNOWN
 *
 * Returns: (nullable) (transfer full): the instant after RFC 3339, with a Z
 */
char *
planner_format_utc (gint64 instant_utc)
{
  g_autoptr (GDateTime) utc = NULL;

  if (instant_utc != PLANNER_TIME_UNKNOWN)
    utc = g_date_time_new_from_unix_utc (instant_utc);

  return utc ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

static void
add_utc (JsonBuilder *builder, const char *name, gint64 instant_utc)
{
  g_autofree char *text = planner_format_utc (instant_utc);

  add_string (builder, name, text);
}

static void
add_venue_time (JsonBuilder *builder, const char *name, GDateTime *time)
{
  g_autoptr (GDateTime) owned = time;
  g_autofree char *text = time ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%S%:z") : NULL;

  add_string (builder, name, text);
}

static void
add_speakers (JsonBuilder *builder, const PlannerSession *session)
{
  json_builder_set_member_name (builder, "speakers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < session->n_speakers; i++)
    json_builder_add_string_value (builder, session->speakers[i]->name.shown);
  json_builder_end_array (builder);
}

static void
add_rooms (JsonBuilder *builder, const PlannerRoom *room)
{
  json_builder_set_member_name (builder, "rooms");
  json_builder_begin_array (builder);
  for (guint i = 0; room && i < room->n_parts; i++)
    json_builder_add_string_value (builder, room->parts[i]->title.shown);
  if (room && room->n_parts == 0)
    json_builder_add_string_value (builder, room->title.shown);
  json_builder_end_array (builder);
}

static void
add_times (JsonBuilder *builder, const PlannerSession *session)
{
  add_utc (builder, "start", session->start_utc);
  add_utc (builder, "end", planner_session_get_end_utc (session));
  add_venue_time (builder, "start_venue", planner_session_dup_start (session));
  add_venue_time (builder, "end_venue", planner_session_dup_end (session));
}

/**
 * planner_session_to_json:
 *
 * Returns: (transfer full): one line for a session
 */
char *
planner_session_to_json (const PlannerSessionOutput *output)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const PlannerSession *session = output->session;
  const PlannerDay *day = planner_agenda_get_day (output->agenda, session);

  json_builder_begin_object (builder);
  add_string (builder, "key", output->key);
  add_string (builder, "conference", output->conference);
  add_string (builder, "title", session->title.shown);
  add_string (builder, "subtitle", session->subtitle.shown);
  add_times (builder, session);
  add_string (builder, "day", *day->date ? day->date : NULL);
  add_string (builder, "room", session->room ? session->room->title.shown : NULL);
  add_rooms (builder, session->room);
  add_string (builder, "forum", session->forum ? session->forum->title.shown : NULL);
  add_speakers (builder, session);
  add_string (builder, "url", session->url);
  add_boolean (builder, "starred", output->starred);
  add_boolean (builder, "plan_b", output->plan_b);
  add_boolean (builder, "withdrawn", output->withdrawn);
  add_boolean (builder, "cancelled", session->cancelled);
  add_boolean (builder, "clash", output->clashing);
  add_string (builder, "note", output->note);
  add_string (builder, "reminder", output->reminder);
  if (output->moment)
    {
      add_string (builder, "moment", output->moment);
      add_int (builder, "minutes", output->minutes);
    }
  json_builder_end_object (builder);

  return to_line (builder);
}

/**
 * planner_note_to_json:
 * @key: the session id, which commands take as an argument
 * @note: (nullable)
 *
 * Returns: (transfer full): one line for the note of a session
 */
char *
planner_note_to_json (const char *key, const char *note)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "key", key);
  add_string (builder, "note", note);
  json_builder_end_object (builder);

  return to_line (builder);
}

/**
 * planner_conference_to_json:
 *
 * Returns: (transfer full): one line for a conference, with the outcome of a command
 */
char *
planner_conference_to_json (const PlannerConferenceOutput *output)
{
  const PlannerAgendaFacts facts = planner_agenda_get_facts (output->agenda);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_int (builder, "number", output->number);
  add_string (builder, "title", output->title);
  add_string (builder, "acronym", output->agenda->acronym);
  add_string (builder, "address", output->address);
  add_string (builder, "zone", output->agenda->zone_name);
  add_utc (builder, "first_start", facts.first_start_utc);
  add_utc (builder, "last_end", facts.last_end_utc);
  add_int (builder, "sessions", output->agenda->sessions->len);
  add_int (builder, "starred", output->n_starred);
  add_utc (builder, "updated", output->updated_utc > 0 ? output->updated_utc : PLANNER_TIME_UNKNOWN);
  add_boolean (builder, "remind", output->remind);
  if (output->result)
    add_string (builder, "result", output->result);
  if (output->error)
    add_string (builder, "error", output->error->message);
  json_builder_end_object (builder);

  return to_line (builder);
}

static void
add_maybe (JsonBuilder *builder, const char *name, const gboolean *value)
{
  if (value)
    add_boolean (builder, name, *value);
  else
    add_string (builder, name, NULL);
}

/**
 * planner_reminders_to_json:
 *
 * Returns: (transfer full): one line about the times at which reminders come
 */
char *
planner_reminders_to_json (const PlannerRemindersOutput *output)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_boolean (builder, "when_closed", output->when_closed);
  add_maybe (builder, "at_log_in", output->at_log_in);
  add_boolean (builder, "after_crash", output->after_crash);
  add_boolean (builder, "notifications", output->notifications);
  if (output->lead_minutes >= 0)
    add_int (builder, "lead_minutes", output->lead_minutes);
  else
    add_string (builder, "lead_minutes", NULL);
  json_builder_end_object (builder);

  return to_line (builder);
}

static const struct
{
  PlannerChangeFlags flag;
  const char *name;
} kinds[] = {
  { PLANNER_CHANGE_NEW, "new" },
  { PLANNER_CHANGE_WITHDRAWN, "withdrawn" },
  { PLANNER_CHANGE_CANCELLED, "cancelled" },
  { PLANNER_CHANGE_RESTORED, "restored" },
  { PLANNER_CHANGE_MOVED, "moved" },
  { PLANNER_CHANGE_ROOM, "room" },
  { PLANNER_CHANGE_TITLE, "title" },
  { PLANNER_CHANGE_SPEAKERS, "speakers" },
  { PLANNER_CHANGE_ABSTRACT, "abstract" },
  { PLANNER_CHANGE_FORUM, "forum" },
  { PLANNER_CHANGE_CLASHES, "clash" },
  { PLANNER_CHANGE_LANGUAGE, "language" },
  { PLANNER_CHANGE_RECORDING, "recording" },
};

static void
add_kinds (JsonBuilder *builder, PlannerChangeFlags flags)
{
  json_builder_set_member_name (builder, "kinds");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (flags & kinds[i].flag)
      json_builder_add_string_value (builder, kinds[i].name);
  json_builder_end_array (builder);
}

static void
add_sketch_speakers (JsonBuilder *builder, const PlannerSketch *sketch)
{
  json_builder_set_member_name (builder, "speakers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sketch->speakers->len; i++)
    json_builder_add_string_value (builder,
                                   ((const PlannerText *) g_ptr_array_index (sketch->speakers, i))->shown);
  json_builder_end_array (builder);
}

static void
add_sketch (JsonBuilder *builder, const char *name, const PlannerSketch *sketch, GTimeZone *zone)
{
  gint64 end_utc;

  json_builder_set_member_name (builder, name);
  if (!sketch)
    {
      json_builder_add_null_value (builder);
      return;
    }

  end_utc = sketch->start_utc == PLANNER_TIME_UNKNOWN ? PLANNER_TIME_UNKNOWN
                                                      : sketch->start_utc + sketch->duration_s;
  json_builder_begin_object (builder);
  add_string (builder, "title", sketch->title.shown);
  add_utc (builder, "start", sketch->start_utc);
  add_utc (builder, "end", end_utc);
  add_venue_time (builder, "start_venue", planner_time_to_zone (sketch->start_utc, zone));
  add_venue_time (builder, "end_venue", planner_time_to_zone (end_utc, zone));
  add_string (builder, "day", *sketch->date ? sketch->date : NULL);
  add_string (builder, "room", sketch->room.shown);
  add_string (builder, "forum", sketch->forum.shown);
  add_sketch_speakers (builder, sketch);
  add_string (builder, "language", sketch->language);
  add_boolean (builder, "cancelled", sketch->cancelled);
  add_boolean (builder, "not_recorded", sketch->not_recorded);
  json_builder_end_object (builder);
}

/**
 * planner_change_to_json:
 *
 * Returns: (transfer full): one line for a change
 */
char *
planner_change_to_json (const PlannerChangeOutput *output)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const PlannerChange *change = output->change;

  json_builder_begin_object (builder);
  add_string (builder, "key", output->key);
  add_string (builder, "conference", output->conference);
  add_string (builder, "title", planner_change_get_sketch (change)->title.shown);
  add_kinds (builder, change->flags);
  add_sketch (builder, "was", change->was, output->agenda->zone);
  add_sketch (builder, "is", change->is, output->agenda->zone);
  add_string (builder, "clash", change->clash_title);
  add_string (builder, "clash_conference", change->clash_conference);
  add_utc (builder, "found", change->found_utc);
  add_boolean (builder, "starred", output->starred);
  add_boolean (builder, "seen", change->seen);
  json_builder_end_object (builder);

  return to_line (builder);
}

static guint
count_speakers (const PlannerAgenda *agenda)
{
  g_autoptr (GHashTable) ids = planner_string_table_new (NULL, NULL);

  for (guint i = 0; i < agenda->speakers->len; i++)
    g_hash_table_add (ids, ((const PlannerSpeaker *) g_ptr_array_index (agenda->speakers, i))->id);

  return g_hash_table_size (ids);
}

PlannerAgendaFacts
planner_agenda_get_facts (const PlannerAgenda *agenda)
{
  PlannerAgendaFacts facts = { .n_speakers = count_speakers (agenda),
                               .first_start_utc = PLANNER_TIME_UNKNOWN,
                               .last_end_utc = PLANNER_TIME_UNKNOWN };

  for (guint i = 0; i < agenda->forums->len; i++)
    facts.n_forums += ((const PlannerForum *) g_ptr_array_index (agenda->forums, i))->n_sessions > 0;
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);

      if (!planner_session_has_time (session))
        continue;
      if (facts.first_start_utc == PLANNER_TIME_UNKNOWN || session->start_utc < facts.first_start_utc)
        facts.first_start_utc = session->start_utc;
      facts.last_end_utc = MAX (facts.last_end_utc, planner_session_get_end_utc (session));
    }

  return facts;
}

static void
add_facts (JsonBuilder *builder, const PlannerAgenda *agenda)
{
  const PlannerAgendaFacts facts = planner_agenda_get_facts (agenda);

  add_string (builder, "format", agenda->format);
  add_string (builder, "title", agenda->title.shown);
  add_string (builder, "description", agenda->description.shown);
  add_string (builder, "venue", agenda->venue.shown);
  add_string (builder, "venue_address", agenda->address.shown);
  add_string (builder, "coordinates", agenda->coordinates);
  add_string (builder, "hosts", agenda->hosts.shown);
  add_string (builder, "url", agenda->url);
  add_string (builder, "registration_url", agenda->registration_url);
  add_string (builder, "zone", agenda->zone_name);
  add_int (builder, "sessions", agenda->sessions->len);
  add_int (builder, "days", planner_agenda_count_days (agenda));
  add_int (builder, "rooms", planner_rooms_count_single (agenda->rooms));
  add_int (builder, "forums", facts.n_forums);
  add_int (builder, "speakers", facts.n_speakers);
  add_utc (builder, "first_start", facts.first_start_utc);
  add_utc (builder, "last_end", facts.last_end_utc);
}

static void
add_problems (JsonBuilder *builder, const PlannerReport *report)
{
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < planner_report_get_n_problems (report); i++)
    {
      const PlannerProblem *problem = planner_report_get_problem (report, i);
      const PlannerProblemKind *kind = planner_problem_code_get_kind (problem->code);

      json_builder_begin_object (builder);
      add_string (builder, "severity", planner_severity_to_string (problem->severity));
      add_string (builder, "where", problem->where);
      add_string (builder, "code", kind->name);
      add_string (builder, "message", problem->message);
      add_string (builder, "value", problem->value);
      add_string (builder, "made", problem->made);
      add_string (builder, "rule", kind->rule);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * planner_check_to_json:
 * @file: the file or address as it was given
 * @address: (nullable): where the schedule was found
 * @agenda: (nullable): what was read
 * @error: (nullable): why nothing was read
 *
 * Returns: (transfer full): one line for a feed
 */
char *
planner_check_to_json (const char *file,
                       const char *address,
                       const PlannerAgenda *agenda,
                       const PlannerReport *report,
                       const GError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "file", file);
  if (agenda)
    {
      add_string (builder, "address", address);
      add_facts (builder, agenda);
    }
  else
    add_string (builder, "error", error->message);
  add_problems (builder, report);
  json_builder_end_object (builder);

  return to_line (builder);
}
