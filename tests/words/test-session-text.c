/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "words/planner-session-text.h"

static PlannerSession *
make_session (const char *url)
{
  PlannerSession *session = planner_session_new ();

  planner_text_add (&session->title, "", "R&D <3");
  session->start_utc = PLANNER_TIME_UNKNOWN;
  session->zone = g_time_zone_new_identifier ("Asia/Shanghai");
  session->url = g_strdup (url);

  return session;
}

static void
test_lines (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  PlannerSession *session = make_session ("https://example.org/1");
  g_autofree char *text = NULL;

  g_ptr_array_add (agenda->sessions, session);
  session->start_utc = G_GINT64_CONSTANT (1685152800);
  session->duration_s = 45 * 60;
  text = planner_format_session_text (session, "2023-05-27");
  g_assert_cmpstr (
      text, ==, "R&D <3\nSaturday, 27 May 2023, 10:00 – 10:45\nRoom to be announced\nhttps://example.org/1");
}

static void
test_missing (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  PlannerSession *session = make_session (NULL);
  g_autofree char *text = NULL;

  g_ptr_array_add (agenda->sessions, session);
  text = planner_format_session_text (session, "2023-05-27");
  g_assert_cmpstr (text, ==, "R&D <3\nSaturday, 27 May 2023, Time to be announced\nRoom to be announced");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/session-text/lines", test_lines);
  g_test_add_func ("/words/session-text/leaves-out-what-is-missing", test_missing);

  return g_test_run ();
}
