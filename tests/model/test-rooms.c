/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-rooms.h"

#include "model/planner-agenda-bytes.h"

typedef struct
{
  const char *name;
  guint n_parts;
} RoomCase;

/* The schedule has the rooms R0, R1 and "Hall A". */
static const RoomCase cases[] = {
  { "R0", 0 },
  { "R0, R1", 2 },
  { "R0/R1", 2 },
  { "R1; Hall A", 2 },
  { "Hall A + R0 & R1", 3 },
  { "R0, R0", 0 },
  { "R0, R9", 0 },
  { "R0,", 0 },
  { ",", 0 },
  { "R0, R1, 30 Biopolis Street", 0 },
  { "R0, R1, R0, R1", 2 },
};

static PlannerRoom *
add_room (PlannerAgenda *agenda, const char *name)
{
  PlannerRoom *room = planner_room_new ();

  room->name = g_strdup (name);
  planner_text_add (&room->title, "", name);
  g_ptr_array_add (agenda->rooms, room);

  return room;
}

static PlannerAgenda *
make_agenda (void)
{
  PlannerAgenda *agenda = planner_agenda_new ();

  agenda->zone = g_time_zone_new_utc ();
  agenda->format = g_strdup ("frab");
  add_room (agenda, "R0");
  add_room (agenda, "R1");
  add_room (agenda, "Hall A");

  return agenda;
}

static void
test_parts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlannerAgenda) agenda = make_agenda ();
      const PlannerRoom *room = add_room (agenda, cases[i].name);

      planner_rooms_find_parts (agenda->rooms);
      planner_rooms_find_parts (agenda->rooms);
      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (room->n_parts, ==, cases[i].n_parts);
      g_assert_cmpuint (planner_rooms_count_single (agenda->rooms), ==, cases[i].n_parts > 0 ? 3 : 4);
    }
}

static void
test_names (void)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  const PlannerRoom *room = add_room (agenda, "R0, R1");

  planner_rooms_find_parts (agenda->rooms);
  g_assert_true (planner_room_is_named (room, "r1"));
  g_assert_true (planner_room_is_named (room, "r0, r1"));
  g_assert_false (planner_room_is_named (room, "Hall A"));
  g_assert_false (planner_room_is_named (NULL, "R0"));
}

static void
add_session (PlannerAgenda *agenda, const PlannerRoom *room)
{
  PlannerSession *session = planner_session_new ();
  PlannerDay *day = planner_day_new ();

  session->key = g_strdup ("k");
  planner_text_add (&session->title, "", "Both");
  session->zone = g_time_zone_new_utc ();
  session->room = room;
  day->date = g_strdup ("2027-03-25");
  day->n_sessions = 1;
  g_ptr_array_add (agenda->sessions, session);
  g_ptr_array_add (agenda->days, day);
}

/* A session that is stored alone, because it is starred, keeps its rooms. */
static void
test_kept (void)
{
  static const char *const languages[] = { "en", NULL };
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  g_autoptr (PlannerAgenda) read = NULL;
  g_autoptr (GBytes) bytes = NULL;

  add_session (agenda, add_room (agenda, "R0, R1"));
  planner_rooms_find_parts (agenda->rooms);
  planner_agenda_seal (agenda, languages);
  bytes = planner_agenda_session_to_bytes (agenda, planner_agenda_get_session (agenda, 0));
  read = planner_agenda_new_from_bytes (bytes, languages);
  g_assert_nonnull (read);
  g_assert_cmpuint (planner_agenda_get_session (read, 0)->room->n_parts, ==, 2);
  g_assert_cmpstr (planner_agenda_get_session (read, 0)->room->parts[1]->title.shown, ==, "R1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/room-names-list-rooms", test_parts);
  g_test_add_func ("/model/room-has-the-names-of-its-parts", test_names);
  g_test_add_func ("/model/stored-session-keeps-its-rooms", test_kept);

  return g_test_run ();
}
