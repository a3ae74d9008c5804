/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the sessions of Open Event. */

#include "feed/hostile-fixture.h"

#define SESSION                                                                                                  \
  "{'id': 1, 'title': 'Knots', 'subtitle': 'For beginners', 'short-abstract': 'Short', 'long-abstract': 'Long'," \
  " 'starts-at': '2027-03-25T09:00:00+08:00', 'ends-at': '2027-03-25T09:45:00+08:00',"                           \
  " 'session-type': {'id': 1, 'name': 'Talk'}, 'track': {'id': 1, 'name': 'Ropes'}, 'language': 'en',"           \
  " 'slides-url': 'https://x.example/s', 'video-url': null, 'microlocation': {'id': 1, 'name': 'Pier'},"         \
  " 'speakers': [{'id': 3, 'name': 'Ann', 'organisation': 'Port', 'position': 'Sailor'}, {'id': null, 'name': null}],"
#define RELATED(type) "{'data': {'type': '" type "', 'id': '1'}}"

static void
assert_knots (const PlannerAgenda *agenda)
{
  const PlannerSession *session = find_titled (agenda, "Knots");
  g_autofree char *venue = format_venue (session);

  g_assert_cmpstr (agenda->format, ==, "open-event");
  g_assert_cmpstr (venue, ==, "2027-03-25 09:00");
  g_assert_cmpint (session->duration_s, ==, 45 * 60);
  g_assert_cmpstr (session->abstract.shown, ==, "Short");
  g_assert_cmpstr (session->description.shown, ==, "Long");
  g_assert_cmpstr (session->room->title.shown, ==, "Pier");
  g_assert_cmpstr (session->forum->title.shown, ==, "Ropes");
  g_assert_cmpstr (session->type, ==, "Talk");
  g_assert_cmpstr (session->language, ==, "en");
  g_assert_cmpuint (session->n_links, ==, 1);
  g_assert_cmpuint (session->n_speakers, ==, 1);
  g_assert_cmpstr (session->speakers[0]->name.shown, ==, "Ann");
  g_assert_cmpstr (session->speakers[0]->organisation.shown, ==, "Port");
}

static void
test_list (void)
{
  g_autoptr (PlannerAgenda) agenda = read_json ("[null, " SESSION " 'state': 'accepted'}]");

  assert_knots (agenda);
}

/* Some exports write underscores. */
static void
test_underscores (void)
{
  g_autoptr (PlannerAgenda) agenda = read_json (
      "[{'id': 1, 'title': 'Knots', 'starts_at': '2027-03-25T09:00:00+08:00', 'ends_at': "
      "'2027-03-25T09:45:00+08:00', 'session_type': {'name': 'Talk'}, 'track': {'name': 'Ropes'},"
      " 'microlocation': {'name': 'Pier'}, 'short_abstract': 'Short', 'long_abstract': 'Long', 'language': 'en',"
      " 'video_url': 'https://x.example/v', 'speakers': [{'name': 'Ann', 'organization': 'Port'}]}]");

  assert_knots (agenda);
}

static void
test_document (void)
{
  g_autoptr (PlannerAgenda) agenda = read_json (
      "{'data': [{'type': 'session', 'id': '1', 'attributes': {'title': 'Knots', 'short-abstract': 'Short', 'long-abstract':"
      " 'Long', 'starts-at': '2027-03-25T09:00:00+08:00', 'ends-at': '2027-03-25T09:45:00+08:00', 'language': 'en',"
      " 'slides-url': 'https://x.example/s', 'state': 'confirmed'}, 'relationships': {'track': " RELATED ("track") ", 'microlocation': " RELATED (
          "microlocation") ", 'session-type': " RELATED ("session-type") ", 'speakers': {'data': [{'type': 'speaker', 'id': '3'}]}}}], 'included': ["
                                                                         "{'type': 'track', 'id': '1', 'attributes': {'name': 'Ropes'}},"
                                                                         "{'type': 'microlocation', 'id': '1', 'attributes': {'name': 'Pier'}},"
                                                                         "{'type': 'session-type', 'id': '1', 'attributes': {'name': 'Talk'}},"
                                                                         "{'type': 'speaker', 'id': '3', 'attributes': {'name': 'Ann', 'organisation': 'Port'}}]}");

  assert_knots (agenda);
  g_assert_cmpstr (planner_agenda_get_session (agenda, 0)->key, ==, "1");
}

static void
test_states (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda =
      read_json_with ("[" SESSION " 'state': 'confirmed'}, " SESSION " 'state': null}, " SESSION
                      " 'state': 'pending'}," SESSION " 'state': 'rejected'}, " SESSION
                      " 'deleted-at': '2027-01-01T00:00:00Z'}]",
                      NULL, report);

  g_assert_cmpuint (agenda->sessions->len, ==, 2);
  g_assert_cmpstr (find_problem (report, "left-out")->message, ==,
                   "3 sessions are not accepted or confirmed; they are left out.");
}

static void
test_other (void)
{
  assert_refused (make_bytes ("[{'title': 'A', 'starts-at': '2027-03-25T09:00:00Z'}]"),
                  PLANNER_FEED_ERROR_NOT_A_SCHEDULE);
  assert_refused (make_bytes ("{'data': [{'type': 'event', 'attributes': {}}]}"),
                  PLANNER_FEED_ERROR_NOT_A_SCHEDULE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed/open-event-list-is-read", test_list);
  g_test_add_func ("/feed/open-event-underscores-are-read", test_underscores);
  g_test_add_func ("/feed/open-event-document-is-read", test_document);
  g_test_add_func ("/feed/open-event-leaves-out-what-is-not-accepted", test_states);
  g_test_add_func ("/feed/I5/open-event-needs-its-members", test_other);

  return g_test_run ();
}
