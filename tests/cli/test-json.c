/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/planner-json.h"
#include "feed/feed-fixture.h"

#include <json-glib/json-glib.h>

static PlannerSession *
add_session (PlannerAgenda *agenda, const char *key, const char *title, gint64 start_utc)
{
  PlannerSession *session = planner_session_new ();

  session->key = g_strdup (key);
  planner_text_add (&session->title, "", title);
  session->start_utc = start_utc;
  session->duration_s = 5400;
  session->zone = g_time_zone_new_identifier ("Asia/Kolkata");
  g_ptr_array_add (agenda->sessions, session);

  return session;
}

static PlannerAgenda *
make_agenda (void)
{
  PlannerAgenda *agenda = planner_agenda_new ();
  PlannerDay *day = planner_day_new ();

  day->date = g_strdup ("2026-07-01");
  day->n_sessions = 2;
  g_ptr_array_add (agenda->days, day);
  planner_text_add (&agenda->title, "", "Test");
  planner_text_add (&agenda->venue, "", "Pier Hotel");
  planner_text_add (&agenda->address, "", "Hamburg");
  agenda->zone = g_time_zone_new_utc ();
  /* 2026-07-01T04:30Z */
  add_session (agenda, "a", "R&D <3 \"quoted\"", 1782880200);
  add_session (agenda, "b", "Later", PLANNER_TIME_UNKNOWN);
  planner_agenda_seal (agenda, g_get_language_names ());

  return agenda;
}

static JsonObject *
parse (const char *line, JsonNode **root)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (strchr (line, '\n'));
  *root = json_from_string (line, &error);
  g_assert_no_error (error);

  return json_node_get_object (*root);
}

static void
test_session (void)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  const PlannerSessionOutput output = {
    .agenda = agenda,
    .session = planner_agenda_get_session (agenda, 0),
    .key = "7/a",
    .conference = "Test",
    .starred = TRUE,
  };
  g_autofree char *line = planner_session_to_json (&output);
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = parse (line, &root);

  g_assert_cmpstr (json_object_get_string_member (object, "key"), ==, "7/a");
  g_assert_cmpstr (json_object_get_string_member (object, "title"), ==, "R&D <3 \"quoted\"");
  g_assert_cmpstr (json_object_get_string_member (object, "start"), ==, "2026-07-01T04:30:00Z");
  g_assert_cmpstr (json_object_get_string_member (object, "end"), ==, "2026-07-01T06:00:00Z");
  g_assert_cmpstr (json_object_get_string_member (object, "start_venue"), ==, "2026-07-01T10:00:00+05:30");
  g_assert_cmpstr (json_object_get_string_member (object, "day"), ==, "2026-07-01");
  g_assert_true (json_object_get_null_member (object, "room"));
  g_assert_true (json_object_get_boolean_member (object, "starred"));
  g_assert_false (json_object_get_boolean_member (object, "withdrawn"));
}

/* A session in several rooms lists each of them beside their names in one text. */
static void
test_rooms (void)
{
  g_autoptr (PlannerAgenda) agenda = read_events ("'rooms': [{'name': 'R1'}, {'name': 'R2'}], ",
                                                  "{'id': 1, 'title': 'Both', 'room': 'R1, R2'}");
  const PlannerSessionOutput output = {
    .agenda = agenda,
    .session = planner_agenda_get_session (agenda, 0),
    .key = "7/1",
    .conference = "Test",
  };
  g_autofree char *line = planner_session_to_json (&output);
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = parse (line, &root);
  JsonArray *rooms = json_object_get_array_member (object, "rooms");

  g_assert_cmpstr (json_object_get_string_member (object, "room"), ==, "R1, R2");
  g_assert_cmpuint (json_array_get_length (rooms), ==, 2);
  g_assert_cmpstr (json_array_get_string_element (rooms, 0), ==, "R1");
  g_assert_cmpstr (json_array_get_string_element (rooms, 1), ==, "R2");
}

static void
test_unknown_time (void)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  const PlannerSessionOutput output = {
    .agenda = agenda,
    .session = planner_agenda_get_session (agenda, 1),
    .key = "7/b",
    .conference = "Test",
  };
  g_autofree char *line = planner_session_to_json (&output);
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = parse (line, &root);
  const char *members[] = { "start", "end", "start_venue", "end_venue" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_true (json_object_get_null_member (object, members[i]));
  g_assert_cmpstr (json_object_get_string_member (object, "day"), ==, "2026-07-01");
}

static void
test_check (void)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autofree char *line = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object, *problem;

  planner_report_add (report, PLANNER_SEVERITY_SKIPPED, "$.x", PLANNER_PROBLEM_UNSAFE_LINK,
                      "“%s” is no link.", "javascript:");
  planner_report_add_value (report, PLANNER_SEVERITY_REPAIRED, "$.y", PLANNER_PROBLEM_BAD_START, "noon",
                            "is not a time", "the time is to be announced");
  line = planner_check_to_json ("-file with spaces", "https://a.test/b", agenda, report, NULL);
  object = parse (line, &root);
  g_assert_cmpstr (json_object_get_string_member (object, "file"), ==, "-file with spaces");
  g_assert_cmpstr (json_object_get_string_member (object, "address"), ==, "https://a.test/b");
  g_assert_cmpstr (json_object_get_string_member (object, "venue"), ==, "Pier Hotel");
  g_assert_cmpstr (json_object_get_string_member (object, "venue_address"), ==, "Hamburg");
  g_assert_true (json_object_get_null_member (object, "registration_url"));
  g_assert_cmpint (json_object_get_int_member (object, "sessions"), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (object, "first_start"), ==, "2026-07-01T04:30:00Z");
  g_assert_cmpstr (json_object_get_string_member (object, "last_end"), ==, "2026-07-01T06:00:00Z");
  problem = json_array_get_object_element (json_object_get_array_member (object, "problems"), 0);
  g_assert_cmpstr (json_object_get_string_member (problem, "severity"), ==, "skipped");
  g_assert_cmpstr (json_object_get_string_member (problem, "where"), ==, "$.x");
  g_assert_cmpstr (json_object_get_string_member (problem, "code"), ==, "unsafe-link");
  g_assert_cmpstr (json_object_get_string_member (problem, "message"), ==, "“javascript:” is no link.");
  g_assert_true (json_object_get_null_member (problem, "value"));
  g_assert_nonnull (strstr (json_object_get_string_member (problem, "rule"), "mailto"));
  problem = json_array_get_object_element (json_object_get_array_member (object, "problems"), 1);
  g_assert_cmpstr (json_object_get_string_member (problem, "value"), ==, "noon");
  g_assert_cmpstr (json_object_get_string_member (problem, "made"), ==, "the time is to be announced");
  g_assert_nonnull (strstr (json_object_get_string_member (problem, "rule"), "HH:MM"));
}

static void
test_check_error (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "It is a web page.");
  g_autofree char *line = planner_check_to_json ("x", NULL, NULL, report, error);
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = parse (line, &root);

  g_assert_cmpstr (json_object_get_string_member (object, "error"), ==, "It is a web page.");
  g_assert_false (json_object_has_member (object, "sessions"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/json/writes-a-session", test_session);
  g_test_add_func ("/cli/json/lists-each-room", test_rooms);
  g_test_add_func ("/cli/json/T9/unknown-time-is-null", test_unknown_time);
  g_test_add_func ("/cli/json/writes-a-report", test_check);
  g_test_add_func ("/cli/json/writes-an-unreadable-schedule", test_check_error);

  return g_test_run ();
}
