/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-place.h"

#include "model/planner-rooms.h"
#include "plan/planner-moment.h"

static PlannerRoom *
add_room (PlannerAgenda *agenda, const char *name)
{
  PlannerRoom *room = planner_room_new ();

  room->name = g_strdup (name);
  g_ptr_array_add (agenda->rooms, room);

  return room;
}

static PlannerSession *
add_session (PlannerAgenda *agenda, const char *key, const PlannerRoom *room, gint64 start_utc)
{
  PlannerSession *session = planner_session_new ();

  session->key = g_strdup (key);
  session->room = room;
  session->start_utc = start_utc;
  session->duration_s = 60;
  session->zone = g_time_zone_new_utc ();
  g_ptr_array_add (agenda->sessions, session);

  return session;
}

static PlannerAgenda *
make_agenda (void)
{
  PlannerAgenda *agenda = planner_agenda_new ();
  PlannerRoom *hall = add_room (agenda, "Hall");
  PlannerRoom *both = add_room (agenda, "Hall, Attic");

  add_room (agenda, "Attic");
  planner_rooms_find_parts (agenda->rooms);
  add_session (agenda, "hall", hall, 1000);
  add_session (agenda, "both", both, 2000);
  add_session (agenda, "nowhere", NULL, 3000);

  return agenda;
}

static void
test_several_rooms (void)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  g_autofree guint *counts = planner_agenda_count_room_sessions (agenda);

  g_assert_true (planner_session_is_in_room (planner_agenda_get_session (agenda, 0), "Hall"));
  g_assert_false (planner_session_is_in_room (planner_agenda_get_session (agenda, 0), "Attic"));
  g_assert_true (planner_session_is_in_room (planner_agenda_get_session (agenda, 1), "Hall"));
  g_assert_true (planner_session_is_in_room (planner_agenda_get_session (agenda, 1), "Attic"));
  g_assert_true (planner_session_is_in_room (planner_agenda_get_session (agenda, 1), "Hall, Attic"));
  g_assert_false (planner_session_is_in_room (planner_agenda_get_session (agenda, 2), "Hall"));
  g_assert_cmpuint (counts[0], ==, 2);
  g_assert_cmpuint (counts[1], ==, 1);
  g_assert_cmpuint (counts[2], ==, 1);
}

/* The line of each room shows the session, and there is no line for the two rooms together. */
static void
test_several_rooms_now (void)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  g_autoptr (GArray) all = planner_agenda_list_rooms_now (agenda, 2010);
  g_autoptr (GArray) attic =
      planner_agenda_list_room_now (agenda, planner_agenda_find_room (agenda, "Attic"), 1010);

  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpstr (g_array_index (all, PlannerRoomNow, 0).room->name, ==, "Hall");
  g_assert_cmpstr (g_array_index (all, PlannerRoomNow, 0).running->key, ==, "both");
  g_assert_cmpstr (g_array_index (all, PlannerRoomNow, 1).room->name, ==, "Attic");
  g_assert_cmpstr (g_array_index (all, PlannerRoomNow, 1).running->key, ==, "both");
  g_assert_null (g_array_index (all, PlannerRoomNow, 2).room);
  g_assert_cmpuint (attic->len, ==, 1);
  g_assert_null (g_array_index (attic, PlannerRoomNow, 0).running);
  g_assert_cmpstr (g_array_index (attic, PlannerRoomNow, 0).next->key, ==, "both");
}

static void
test_progress (void)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  const PlannerSession *session = planner_agenda_get_session (agenda, 0);

  g_assert_cmpfloat_with_epsilon (planner_session_get_progress (session, 1015), 0.25, 0.001);
  g_assert_cmpfloat (planner_session_get_progress (session, 999), <, 0);
  g_assert_cmpfloat (planner_session_get_progress (session, 1060), <, 0);
}

static void
test_unknown_names (void)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ();

  g_assert_null (planner_agenda_find_room (agenda, "Cellar"));
  g_assert_null (planner_agenda_find_forum (agenda, "Rust"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/place/session-in-several-rooms-is-in-each", test_several_rooms);
  g_test_add_func ("/plan/place/U5/session-in-several-rooms-runs-in-each", test_several_rooms_now);
  g_test_add_func ("/plan/place/progress-of-a-running-session", test_progress);
  g_test_add_func ("/plan/place/unknown-names-find-nothing", test_unknown_names);

  return g_test_run ();
}
