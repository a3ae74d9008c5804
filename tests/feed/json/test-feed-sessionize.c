/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the views of Sessionize. */

#include "feed/hostile-fixture.h"

#define SESSION                                                                                                 \
  "{'id': '11', 'title': 'Knots', 'description': 'd', 'startsAt': '2027-03-25T09:00:00%s', 'endsAt': "          \
  "'2027-03-25T09:45:00%s', 'isServiceSession': false, 'isPlenumSession': false, 'speakers': ['a', 'b', 'x'], " \
  "'categoryItems': [5, 6, 7, 99], 'roomId': 1, 'liveUrl': 'https://live.example/1', 'recordingUrl': "          \
  "'https://video.example/1', 'status': 'Accepted'}"
#define LISTS                                                                                                          \
  "'speakers': [{'id': 'a', 'firstName': 'Ann', 'lastName': 'Example', 'fullName': 'Ann Example', 'bio': 'Sails.', "   \
  "'tagLine': 'Sailor', 'links': [{'title': 'Blog', 'url': 'https://ann.example/'}]}, {'id': 'b', 'fullName': 'Bo'}]," \
  "'questions': [], 'rooms': [{'id': 1, 'name': 'Pier', 'sort': 0}],"                                                  \
  "'categories': [{'id': 1, 'title': 'Track', 'items': [{'id': 5, 'name': 'Ropes'}]},"                                 \
  " {'id': 2, 'title': 'Language', 'items': [{'id': 6, 'name': 'English'}]},"                                          \
  " {'id': 3, 'title': 'Session format', 'items': [{'id': 7, 'name': 'Workshop'}]}]"
#define NAMED                                                                                                       \
  "{'id': '11', 'title': 'Knots', 'startsAt': '2027-03-25T09:00:00', 'endsAt': '2027-03-25T09:45:00', 'roomId': 1," \
  " 'room': 'Pier', 'speakers': [{'id': 'a', 'name': 'Ann Example'}],"                                              \
  " 'categories': [{'id': 1, 'name': 'Track', 'categoryItems': [{'id': 5, 'name': 'Ropes'}]}]}"

static PlannerAgenda *
read_in_paris (const char *quoted, PlannerReport *report)
{
  g_autoptr (GTimeZone) paris = g_time_zone_new_identifier ("Europe/Paris");
  const PlannerFeedOptions options = { .default_zone = paris };

  return read_json_with (quoted, &options, report);
}

static void
assert_knots (const PlannerAgenda *agenda, const char *start)
{
  const PlannerSession *session = find_titled (agenda, "Knots");
  g_autofree char *utc = format_utc (session->start_utc);

  g_assert_cmpstr (agenda->format, ==, "sessionize");
  g_assert_cmpuint (agenda->sessions->len, ==, 1);
  g_assert_cmpstr (utc, ==, start);
  g_assert_cmpint (session->duration_s, ==, 45 * 60);
  g_assert_cmpstr (session->key, ==, "11");
  g_assert_cmpstr (session->room->title.shown, ==, "Pier");
  g_assert_cmpstr (session->forum->title.shown, ==, "Ropes");
  g_assert_cmpstr (session->speakers[0]->name.shown, ==, "Ann Example");
}

static PlannerAgenda *
read_all (const char *offset, PlannerReport *report)
{
  g_autofree char *session = g_strdup_printf (SESSION, offset, offset);
  g_autofree char *text = g_strdup_printf ("{'sessions': [null, 3, %s], " LISTS "}", session);

  return read_in_paris (text, report);
}

static void
test_all (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_all ("", report);
  const PlannerSession *session = find_titled (agenda, "Knots");

  assert_knots (agenda, "2027-03-25T08:00Z");
  g_assert_cmpstr (session->abstract.shown, ==, "d");
  g_assert_cmpstr (session->language, ==, "English");
  g_assert_cmpstr (session->type, ==, "Workshop");
  g_assert_cmpstr (session->stream_url, ==, "https://live.example/1");
  g_assert_cmpstr (session->links[0].title, ==, "Recording");
  g_assert_cmpuint (session->n_speakers, ==, 2);
  g_assert_cmpstr (session->speakers[0]->role.shown, ==, "Sailor");
  g_assert_cmpstr (session->speakers[0]->url, ==, "https://ann.example/");
  g_assert_cmpstr (find_problem (report, "bad-type")->where, ==, "$.sessions[1]");
  g_assert_cmpstr (find_problem (report, "no-name")->where, ==, "$.sessions[2].speakers");
}

/* The times are instants, and the venue has the zone that the attendee chose. */
static void
test_utc (void)
{
  g_autoptr (PlannerAgenda) agenda = read_all ("Z", NULL);
  g_autofree char *venue = format_venue (planner_agenda_get_session (agenda, 0));

  assert_knots (agenda, "2027-03-25T09:00Z");
  g_assert_cmpstr (venue, ==, "2027-03-25 10:00");
}

static void
test_grid (void)
{
  g_autoptr (PlannerAgenda) agenda = read_in_paris (
      "[{'date': '2027-03-25T00:00:00', 'isDefault': true, 'rooms': [{'id': 1, 'name': 'Pier', 'sessions': [" NAMED
      "]}], 'timeSlots': [{'slotStart': '09:00:00', 'rooms': [{'id': 1, 'name': 'Pier', 'session': " NAMED
      "}]}]}]",
      NULL);

  assert_knots (agenda, "2027-03-25T08:00Z");
}

static void
test_groups (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_in_paris ("[{'groupId': 5, 'groupName': 'Ropes', 'sessions': [" NAMED "]}]", NULL);

  assert_knots (agenda, "2027-03-25T08:00Z");
}

/* A schedule without a title or a time was not understood. */
static void
test_no_content (void)
{
  assert_refused_with (
      make_bytes (
          "{'sessions': [{'id': 1, 'name': 'A'}], 'speakers': [], 'rooms': [], 'questions': [], 'categories': []}"),
      PLANNER_FEED_ERROR_OTHER_FORMAT,
      "This looks like Sessionize*, but none of its sessions has a title or a time*");
}

/* Lists of the same names are not this format. */
static void
test_other (void)
{
  assert_refused (make_bytes ("{'sessions': [{'id': 1, 'title': 'A'}], 'speakers': [], 'rooms': []}"),
                  PLANNER_FEED_ERROR_NOT_A_SCHEDULE);
  assert_refused_with (make_bytes ("[{'id': 'a', 'firstName': 'Ann', 'lastName': 'E', 'fullName': 'Ann E'}]"),
                       PLANNER_FEED_ERROR_OTHER_FORMAT, "These are the speakers of Sessionize*");
}

static void
test_many (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_bounded (repeat ("{\"sessions\":[{\"startsAt\":\"2027-03-25T09:00:00\",\"speakers\":[1]}",
                            ",{\"id\":1,\"title\":\"T\",\"speakers\":[1],\"categoryItems\":[1],\"roomId\":1}",
                            20000, "],\"speakers\":[{\"id\":1,\"fullName\":\"A\"}],\"rooms\":[]}"),
                    NULL);

  g_assert_cmpuint (agenda->sessions->len, ==, 20001);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed/T4/sessionize-all-takes-the-default-zone", test_all);
  g_test_add_func ("/feed/T4/sessionize-utc-is-an-instant", test_utc);
  g_test_add_func ("/feed/sessionize-grid-is-read", test_grid);
  g_test_add_func ("/feed/sessionize-groups-are-read", test_groups);
  g_test_add_func ("/feed/I5/sessionize-without-titles-and-times-is-refused", test_no_content);
  g_test_add_func ("/feed/I5/sessionize-needs-its-lists", test_other);
  g_test_add_func ("/feed/sessionize-many-sessions-are-read", test_many);

  return g_test_run ();
}
