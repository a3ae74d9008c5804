/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-timetable.h"

/* 2026-07-01 00:00 in Berlin. */
#define MIDNIGHT_UTC (G_GINT64_CONSTANT (1782856800))
#define MINUTE 60

#define MAX_SESSIONS 8

/* One session of a case. The list of a case ends with a duration of -1. */
typedef struct
{
  int room; /* from 0; -1 for no room */
  int start_min;
  int duration_min;
} SessionCase;

typedef struct
{
  const char *path;
  SessionCase sessions[MAX_SESSIONS];
  int first_hour; /* the hour of the day at which the timetable starts */
  int n_hours;
  const char *
      slots; /* "column.lane/lanes:start-end" for each slot, where start and end are minutes after the origin */
} LayoutCase;

#define END { 0, 0, -1 }
#define AT(hour, minute) ((hour) * 60 + (minute))

static const LayoutCase layout_cases[] = {
  { "no-sessions", { END }, 0, 0, "" },
  { "one-session", { { 0, AT (10, 15), 45 }, END }, 10, 1, "0.0/1:15-60" },
  { "starts-at-the-full-hour", { { 0, AT (10, 59), 61 }, END }, 10, 2, "0.0/1:59-120" },
  { "columns-in-the-order-of-rooms",
    { { 1, AT (10, 0), 60 }, { 0, AT (11, 0), 60 }, END },
    10,
    2,
    "0.0/1:60-120 1.0/1:0-60" },
  { "rooms-without-sessions-have-no-column",
    { { 2, AT (10, 0), 60 }, { 0, AT (10, 0), 60 }, END },
    10,
    1,
    "0.0/1:0-60 1.0/1:0-60" },
  { "sessions-without-room-come-last",
    { { -1, AT (10, 0), 60 }, { 1, AT (10, 0), 60 }, END },
    10,
    1,
    "0.0/1:0-60 1.0/1:0-60" },
  { "touching-sessions-share-a-lane",
    { { 0, AT (10, 0), 60 }, { 0, AT (11, 0), 60 }, END },
    10,
    2,
    "0.0/1:0-60 0.0/1:60-120" },
  { "longer-session-is-on-the-left",
    { { 0, AT (10, 0), 30 }, { 0, AT (10, 0), 60 }, END },
    10,
    1,
    "0.0/2:0-60 0.1/2:0-30" },
  { "free-lane-is-used-again",
    { { 0, AT (10, 0), 180 }, { 0, AT (10, 0), 60 }, { 0, AT (12, 0), 60 }, END },
    10,
    3,
    "0.0/2:0-180 0.1/2:0-60 0.1/2:120-180" },
  { "lanes-count-for-a-chain-of-overlaps",
    { { 0, AT (10, 0), 60 }, { 0, AT (10, 30), 60 }, { 0, AT (11, 0), 60 }, { 0, AT (12, 0), 60 }, END },
    10,
    3,
    "0.0/2:0-60 0.1/2:30-90 0.0/2:60-120 0.0/1:120-180" },
  { "three-at-once",
    { { 0, AT (10, 0), 60 }, { 0, AT (10, 0), 60 }, { 0, AT (10, 0), 60 }, END },
    10,
    1,
    "0.0/3:0-60 0.1/3:0-60 0.2/3:0-60" },
  { "zero-length-has-a-minimum", { { 0, AT (10, 0), 0 }, END }, 10, 1, "0.0/1:0-10" },
  { "two-of-zero-length",
    { { 0, AT (10, 0), 0 }, { 0, AT (10, 5), 0 }, END },
    10,
    1,
    "0.0/2:0-10 0.1/2:5-15" },
  { "across-midnight",
    { { 0, AT (22, 0), 600 }, { 0, AT (25, 0), 60 }, END },
    22,
    10,
    "0.0/2:0-600 0.1/2:180-240" },
  { "endless-session-is-cut", { { 0, AT (10, 0), 60 * 24 * 365 }, END }, 10, 48, "0.0/1:0-2880" },
};

typedef struct
{
  PlannerAgenda *agenda;
  PlannerTimetable *timetable;
} Fixture;

static PlannerRoom *
add_room (PlannerAgenda *agenda)
{
  PlannerRoom *room = planner_room_new ();

  room->name = g_strdup_printf ("Room %u", agenda->rooms->len);
  g_ptr_array_add (agenda->rooms, room);

  return room;
}

static void
add_session (PlannerAgenda *agenda, const SessionCase *of)
{
  PlannerSession *session = planner_session_new ();

  session->start_utc = MIDNIGHT_UTC + of->start_min * MINUTE;
  session->duration_s = (gint64) of->duration_min * MINUTE;
  session->room = of->room >= 0 ? g_ptr_array_index (agenda->rooms, of->room) : NULL;
  g_ptr_array_add (agenda->sessions, session);
}

static void
lay_out (Fixture *fixture, const SessionCase *sessions)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  fixture->agenda = planner_agenda_new ();
  for (guint i = 0; i < 3; i++)
    add_room (fixture->agenda);
  for (guint i = 0; sessions[i].duration_min >= 0; i++)
    add_session (fixture->agenda, &sessions[i]);
  fixture->timetable = planner_timetable_new (fixture->agenda, fixture->agenda->sessions, NULL, zone);
}

static void
clear (Fixture *fixture)
{
  g_clear_pointer (&fixture->timetable, planner_timetable_free);
  g_clear_pointer (&fixture->agenda, planner_agenda_unref);
}

static char *
describe (PlannerTimetable *timetable)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < timetable->slots->len; i++)
    {
      const PlannerTimetableSlot *slot = planner_timetable_get_slot (timetable, i);

      g_string_append_printf (text, "%s%u.%u/%u:%d-%d", i > 0 ? " " : "", slot->column, slot->lane,
                              slot->n_lanes, slot->start_min, slot->end_min);
    }

  return g_string_free_and_steal (text);
}

static void
test_layout (gconstpointer data)
{
  const LayoutCase *layout = data;
  Fixture fixture;
  g_autofree char *slots = NULL;

  lay_out (&fixture, layout->sessions);
  slots = describe (fixture.timetable);
  g_assert_cmpstr (slots, ==, layout->slots);
  g_assert_cmpint (fixture.timetable->n_minutes, ==, layout->n_hours * 60);
  if (layout->n_hours > 0)
    g_assert_cmpint (fixture.timetable->origin_utc, ==, MIDNIGHT_UTC + layout->first_hour * 60 * MINUTE);
  clear (&fixture);
}

static void
test_half_hour_zone (void)
{
  const SessionCase sessions[] = { { 0, AT (10, 15), 45 }, END };
  g_autoptr (GTimeZone) kolkata = g_time_zone_new_identifier ("Asia/Kolkata");
  g_autoptr (PlannerTimetable) timetable = NULL;
  Fixture fixture;

  lay_out (&fixture, sessions);
  timetable = planner_timetable_new (fixture.agenda, fixture.agenda->sessions, NULL, kolkata);
  g_assert_cmpint (timetable->origin_utc, ==, MIDNIGHT_UTC + AT (9, 30) * MINUTE);
  g_assert_cmpint (planner_timetable_get_slot (timetable, 0)->start_min, ==, 45);
  clear (&fixture);
}

/* The rooms of other conferences follow those of the conference, each conference by itself. */
static void
test_others (void)
{
  const SessionCase sessions[] = { { 0, AT (10, 0), 60 },  { 1, AT (10, 0), 60 },
                                   { 2, AT (11, 0), 60 },  { -1, AT (10, 0), 60 },
                                   { 1, AT (12, 0), 60 },  { -1, AT (12, 0), 60 },
                                   { -1, AT (13, 0), 60 }, END };
  const char *a = "A", *b = "B", *conferences[] = { a, b, NULL, NULL, b, a, b };
  const char *expected[] = { NULL, NULL, a, a, b, b };
  g_autoptr (PlannerAgenda) elsewhere = planner_agenda_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (PlannerTimetable) timetable = NULL;
  g_autofree char *slots = NULL;
  Fixture fixture;

  lay_out (&fixture, sessions);
  add_room (elsewhere);
  add_room (elsewhere);
  for (guint i = 0; i < G_N_ELEMENTS (conferences); i++)
    {
      PlannerSession *session = g_ptr_array_index (fixture.agenda->sessions, i);

      g_ptr_array_add (others, (gpointer) conferences[i]);
      if (conferences[i] && session->room)
        session->room = g_ptr_array_index (elsewhere->rooms, conferences[i] == b);
    }
  timetable = planner_timetable_new (fixture.agenda, fixture.agenda->sessions, others, utc);
  slots = describe (timetable);
  g_assert_cmpstr (slots, ==,
                   "0.0/1:60-120 1.0/1:0-60 2.0/1:0-60 3.0/1:120-180 4.0/1:0-60 4.0/1:120-180 5.0/1:180-240");
  g_assert_cmpuint (timetable->columns->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < timetable->columns->len; i++)
    {
      g_assert_true (planner_timetable_get_column (timetable, i)->other == expected[i]);
      if (expected[i])
        g_assert_true (planner_timetable_get_column (timetable, i)->group == expected[i]);
    }
  clear (&fixture);
}

/* Rooms 0 and 1 share a part of their names. */
static void
test_groups (gconstpointer data)
{
  const gboolean several = GPOINTER_TO_INT (data);
  const SessionCase sessions[] = { { 0, AT (10, 0), 60 }, { several ? 1 : 2, AT (10, 0), 60 }, END };
  const char *names[] = { "H.1301", "H.2214", "Janson" };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (PlannerTimetable) timetable = NULL;
  Fixture fixture;

  lay_out (&fixture, sessions);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_set_str (&((PlannerRoom *) g_ptr_array_index (fixture.agenda->rooms, i))->name, names[i]);
  timetable = planner_timetable_new (fixture.agenda, fixture.agenda->sessions, NULL, utc);
  g_assert_cmpuint (timetable->columns->len, ==, 2);
  g_assert_cmpstr (planner_timetable_get_column (timetable, 0)->group, ==, several ? "H" : NULL);
  clear (&fixture);
}

static void
test_untimed (void)
{
  const SessionCase sessions[] = { { 0, AT (10, 0), 60 }, { 0, AT (11, 0), 60 }, END };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (PlannerTimetable) timetable = NULL;
  Fixture fixture;

  lay_out (&fixture, sessions);
  ((PlannerSession *) g_ptr_array_index (fixture.agenda->sessions, 0))->start_utc = PLANNER_TIME_UNKNOWN;
  timetable = planner_timetable_new (fixture.agenda, fixture.agenda->sessions, NULL, utc);
  g_assert_cmpuint (timetable->n_untimed, ==, 1);
  g_assert_cmpuint (timetable->slots->len, ==, 1);
  g_assert_cmpuint (planner_timetable_get_slot (timetable, 0)->position, ==, 1);
  clear (&fixture);
}

/* Room 0: A 10–12 beside B 10–11 and C 11–12, then D 13–14. Room 1: E 10:30–11, F 15–16. Room 2: G 9–10.
 * Slots by index: A 0, B 1, C 2, D 3, E 4, F 5, G 6. */
static const SessionCase neighbors[] = { { 0, AT (10, 0), 120 }, { 0, AT (10, 0), 60 },
                                         { 0, AT (11, 0), 60 },  { 0, AT (13, 0), 60 },
                                         { 1, AT (10, 30), 30 }, { 1, AT (15, 0), 60 },
                                         { 2, AT (9, 0), 60 },   END };

typedef struct
{
  const char *path;
  char from;
  const char *reached; /* up, down, left, right; "-" at the edge */
} NeighborCase;

static const NeighborCase neighbor_cases[] = {
  { "beside-others", 'A', "-D-B" }, { "in-second-lane", 'B', "-CAE" }, { "below-in-lane", 'C', "BDAE" },
  { "alone", 'D', "A--F" },         { "nearest-time", 'E', "-FBG" },   { "last", 'F', "E-DG" },
  { "edge", 'G', "--E-" },
};

static void
test_neighbors (gconstpointer data)
{
  const NeighborCase *neighbor = data;
  Fixture fixture;
  char reached[5] = "";

  lay_out (&fixture, neighbors);
  for (int i = 0; i < 4; i++)
    {
      const guint found = planner_timetable_find_neighbor (fixture.timetable, (guint) (neighbor->from - 'A'),
                                                           (PlannerTimetableDirection) i);

      reached[i] = found == PLANNER_TIMETABLE_NONE ? '-' : (char) ('A' + found);
    }
  g_assert_cmpstr (reached, ==, neighbor->reached);
  clear (&fixture);
}

static void
test_ends (void)
{
  const SessionCase none[] = { END };
  Fixture fixture;

  lay_out (&fixture, neighbors);
  g_assert_cmpuint (planner_timetable_find_first (fixture.timetable, 0), ==, 6);
  g_assert_cmpuint (planner_timetable_find_first (fixture.timetable, 61), ==, 4);
  g_assert_cmpuint (planner_timetable_find_first (fixture.timetable, 24 * 60), ==, PLANNER_TIMETABLE_NONE);
  g_assert_cmpuint (planner_timetable_find_last (fixture.timetable), ==, 5);
  clear (&fixture);

  lay_out (&fixture, none);
  g_assert_cmpuint (planner_timetable_find_first (fixture.timetable, 0), ==, PLANNER_TIMETABLE_NONE);
  g_assert_cmpuint (planner_timetable_find_last (fixture.timetable), ==, PLANNER_TIMETABLE_NONE);
  clear (&fixture);
}

static void
assert_no_overlaps (PlannerTimetable *timetable)
{
  for (guint i = 1; i < timetable->slots->len; i++)
    for (guint j = i; j > 0 && j + 200 > i; j--)
      {
        const PlannerTimetableSlot *a = planner_timetable_get_slot (timetable, i);
        const PlannerTimetableSlot *b = planner_timetable_get_slot (timetable, j - 1);

        g_assert_true (a->column != b->column || a->lane != b->lane || b->end_min <= a->start_min);
        g_assert_cmpuint (a->lane, <, a->n_lanes);
      }
}

/* 20,000 sessions at once in one room, and 1,351 in 92 rooms. */
static void
test_many (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  g_autoptr (PlannerTimetable) crowd = NULL;
  g_autoptr (PlannerTimetable) camp = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  for (guint i = 0; i < 92; i++)
    add_room (agenda);
  for (int i = 0; i < 1351; i++)
    add_session (agenda, &(SessionCase) { i % 92, AT (10, 0) + (i * 37) % 600, 5 + (i * 13) % 120 });
  camp = planner_timetable_new (agenda, agenda->sessions, NULL, utc);
  g_assert_cmpuint (camp->columns->len, ==, 92);
  g_assert_cmpuint (camp->slots->len, ==, 1351);
  assert_no_overlaps (camp);

  for (int i = 0; i < 20000; i++)
    add_session (agenda, &(SessionCase) { -1, AT (10, 0), 60 });
  crowd = planner_timetable_new (agenda, agenda->sessions, NULL, utc);
  g_assert_cmpuint (planner_timetable_get_column (crowd, 92)->n_lanes, ==, 20000);
  g_assert_null (planner_timetable_get_column (crowd, 92)->room);
}

static void
add_case (const char *prefix, const char *path, gconstpointer data, GTestDataFunc function)
{
  g_autofree char *name = g_strconcat (prefix, path, NULL);

  g_test_add_data_func (name, data, function);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (layout_cases); i++)
    add_case ("/plan/F7/timetable-", layout_cases[i].path, &layout_cases[i], test_layout);
  for (gsize i = 0; i < G_N_ELEMENTS (neighbor_cases); i++)
    add_case ("/plan/U4/timetable-neighbors-", neighbor_cases[i].path, &neighbor_cases[i], test_neighbors);
  g_test_add_func ("/plan/timetable/other-conferences-follow", test_others);
  g_test_add_data_func ("/plan/timetable/group-of-several-rooms-has-heading", GINT_TO_POINTER (TRUE),
                        test_groups);
  g_test_add_data_func ("/plan/timetable/group-of-one-room-has-no-heading", GINT_TO_POINTER (FALSE),
                        test_groups);
  g_test_add_func ("/plan/timetable/starts-at-full-hour-of-the-zone", test_half_hour_zone);
  g_test_add_func ("/plan/T9/timetable-leaves-out-sessions-without-time", test_untimed);
  g_test_add_func ("/plan/timetable/first-and-last", test_ends);
  g_test_add_func ("/plan/U2/timetable-of-many-sessions", test_many);

  return g_test_run ();
}
