/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A session as a text to paste. */

#include "words/planner-session-text.h"

static PlannerSession *
make_session (void)
{
  PlannerSession *session = planner_session_new ();

  session->zone = g_time_zone_new_identifier ("Asia/Shanghai");
  session->start_utc = PLANNER_TIME_UNKNOWN;
  planner_text_add (&session->title, "", "Knots & <ropes>");
  planner_text_choose (&session->title, NULL);

  return session;
}

static void
test_all (void)
{
  g_autoptr (GDateTime) start = g_date_time_new_from_iso8601 ("2023-05-27T02:00:00Z", NULL);
  PlannerSession *session = make_session ();
  PlannerRoom *room = planner_room_new ();
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  g_autofree char *text = NULL;

  g_ptr_array_add (agenda->sessions, session);
  g_ptr_array_add (agenda->rooms, room);
  planner_text_add (&room->title, "", "Hall 3");
  planner_text_choose (&room->title, NULL);
  session->room = room;
  session->start_utc = g_date_time_to_unix (start);
  session->duration_s = 45 * 60;
  session->url = g_strdup ("https://example.org/knots");
  text = planner_format_session_text (session, "2023-05-27");
  g_assert_cmpstr (
      text, ==, "Knots & <ropes>\nSaturday, 27 May 2023, 10:00 – 10:45\nHall 3\nhttps://example.org/knots");
}

static void
test_little (void)
{
  PlannerSession *session = make_session ();
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  g_autofree char *text = NULL;

  g_ptr_array_add (agenda->sessions, session);
  text = planner_format_session_text (session, "2023-05-27");
  g_assert_cmpstr (text, ==,
                   "Knots & <ropes>\nSaturday, 27 May 2023, Time to be announced\nRoom to be announced");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/session-text/has-all-that-is-known", test_all);
  g_test_add_func ("/words/session-text/says-what-is-to-be-announced", test_little);

  return g_test_run ();
}
