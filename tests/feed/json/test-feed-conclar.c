/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the programme of ConClár and KonOpas. */

#include "feed/hostile-fixture.h"

#define ITEM                                                                                                        \
  "{'id': '7', 'title': 'Knots', 'desc': 'd', 'date': '2027-03-25', 'time': '09:00', 'mins': '45', 'loc': ['Pier'," \
  " 'Harbour'], 'tags': ['type:Panel', 'Ropes', 'age:All'], 'people': [{'id': 'p1', 'name': 'Ann Example'},"        \
  " {'id': 'p2'}, {}], 'links': {'recording': 'https://video.example/1'}}"
#define PEOPLE                                                                                               \
  "[{'id': 'p1', 'name': ['Ann', 'Example', 'Dr.', ''], 'bio': 'Sails.'}, {'id': 'p2', 'name': 'Bo'}]"

static PlannerAgenda *
read_in_paris (const char *quoted, PlannerReport *report)
{
  g_autoptr (GTimeZone) paris = g_time_zone_new_identifier ("Europe/Paris");
  const PlannerFeedOptions options = { .default_zone = paris };

  return read_json_with (quoted, &options, report);
}

static void
assert_knots (const PlannerAgenda *agenda)
{
  const PlannerSession *session = find_titled (agenda, "Knots");
  g_autofree char *utc = format_utc (session->start_utc);

  g_assert_cmpstr (agenda->format, ==, "conclar");
  g_assert_cmpuint (agenda->sessions->len, ==, 1);
  g_assert_cmpstr (utc, ==, "2027-03-25T08:00Z");
  g_assert_cmpint (session->duration_s, ==, 45 * 60);
  g_assert_cmpstr (session->key, ==, "7");
  g_assert_cmpstr (session->abstract.shown, ==, "d");
  g_assert_cmpstr (session->room->title.shown, ==, "Pier");
  g_assert_cmpstr (session->forum->title.shown, ==, "Ropes");
  g_assert_cmpstr (session->type, ==, "Panel");
  g_assert_cmpstr (session->links[0].url, ==, "https://video.example/1");
}

static void
test_list (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_in_paris ("[" ITEM "]", report);

  assert_knots (agenda);
  g_assert_cmpuint (planner_agenda_get_session (agenda, 0)->n_speakers, ==, 1);
  g_assert_cmpuint (count_problems (report, "bad-duration"), ==, 0);
}

static void
assert_people (const PlannerAgenda *agenda)
{
  const PlannerSession *session = planner_agenda_get_session (agenda, 0);

  assert_knots (agenda);
  g_assert_cmpuint (session->n_speakers, ==, 2);
  g_assert_cmpstr (session->speakers[0]->name.shown, ==, "Dr. Ann Example");
  g_assert_cmpstr (session->speakers[0]->biography.shown, ==, "Sails.");
  g_assert_cmpstr (session->speakers[1]->name.shown, ==, "Bo");
}

static void
test_object (void)
{
  g_autoptr (PlannerAgenda) agenda = read_in_paris ("{'program': [" ITEM "], 'people': " PEOPLE "}", NULL);

  assert_people (agenda);
}

static void
test_script (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_in_paris ("// KonOpas; made by a program\n/* two */ var program = [" ITEM "];\nvar people=" PEOPLE
                     ";\n",
                     NULL);

  assert_people (agenda);
}

/* A script is never run, and a script with anything but lists is refused. */
static void
test_other_scripts (void)
{
  assert_refused (make_bytes ("var program = [" ITEM), PLANNER_FEED_ERROR_TRUNCATED);
  assert_refused (make_bytes ("var program = load('x');"), PLANNER_FEED_ERROR_BROKEN);
  assert_refused_with (make_bytes ("\n\nvar program = [oops];"), PLANNER_FEED_ERROR_BROKEN, "Line 3, *");
  assert_refused (make_bytes ("let x = 1"), PLANNER_FEED_ERROR_NOT_A_SCHEDULE);
  assert_refused (make_bytes ("variable = 1"), PLANNER_FEED_ERROR_NOT_A_SCHEDULE);
}

static void
test_other (void)
{
  assert_refused (make_bytes ("[{'title': 'A', 'date': '2027-03-25', 'time': '09:00'}]"),
                  PLANNER_FEED_ERROR_NOT_A_SCHEDULE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed/conclar-list-is-read", test_list);
  g_test_add_func ("/feed/conclar-object-is-read", test_object);
  g_test_add_func ("/feed/conclar-script-is-read", test_script);
  g_test_add_func ("/feed/I5/conclar-other-scripts-are-refused", test_other_scripts);
  g_test_add_func ("/feed/I5/conclar-needs-its-members", test_other);

  return g_test_run ();
}
