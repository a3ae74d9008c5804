/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-moment.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* 00:00 on the first day of the conference, in UTC, which is the zone of the venue. */
#define DAY_1 G_GINT64_CONSTANT (1738368000)
#define DAY_2 (DAY_1 + DAY)
#define AT(hour, minute) ((hour) * HOUR + (minute) * MINUTE)

static const char *const phases[] = { "unknown", "before", "running", "over" };

typedef struct
{
  const char *path;
  gint64 start_utc, duration_s, now_utc;
  PlannerMoment phase;
  int minutes_left;
  gboolean present;
} PhaseCase;

static const PhaseCase phase_cases[] = {
  { "L2/before-start", DAY_1 + AT (10, 0), HOUR, DAY_1 + AT (9, 59), PLANNER_MOMENT_BEFORE, 61, TRUE },
  { "L2/at-start", DAY_1 + AT (10, 0), HOUR, DAY_1 + AT (10, 0), PLANNER_MOMENT_RUNNING, 60, TRUE },
  { "L2/part-of-minute-counts", DAY_1 + AT (10, 0), HOUR, DAY_1 + AT (10, 54) + 30, PLANNER_MOMENT_RUNNING, 6,
    FALSE },
  { "L2/last-second", DAY_1 + AT (10, 0), HOUR, DAY_1 + AT (11, 0) - 1, PLANNER_MOMENT_RUNNING, 1, FALSE },
  { "L2/at-end", DAY_1 + AT (10, 0), HOUR, DAY_1 + AT (11, 0), PLANNER_MOMENT_OVER, 0, FALSE },
  { "L1/began-short-ago", DAY_1 + AT (10, 0), HOUR, DAY_1 + AT (10, 30) - 1, PLANNER_MOMENT_RUNNING, 31,
    TRUE },
  { "L1/began-long-ago", DAY_1 + AT (10, 0), HOUR, DAY_1 + AT (10, 30), PLANNER_MOMENT_RUNNING, 30, FALSE },
  { "no-duration", DAY_1 + AT (10, 0), 0, DAY_1 + AT (10, 1), PLANNER_MOMENT_OVER, 0, FALSE },
  { "D6/same-time-on-next-day", DAY_1 + AT (10, 0), HOUR, DAY_2 + AT (10, 5), PLANNER_MOMENT_OVER, 0, FALSE },
  { "across-midnight", DAY_1 + AT (22, 0), 4 * HOUR, DAY_2 + AT (1, 30), PLANNER_MOMENT_RUNNING, 30, FALSE },
};

static void
test_phase (gconstpointer data)
{
  const PhaseCase *test = data;
  const PlannerSession session = { .start_utc = test->start_utc, .duration_s = test->duration_s };

  g_assert_cmpstr (phases[planner_session_get_moment (&session, test->now_utc)], ==, phases[test->phase]);
  g_assert_cmpint (planner_session_get_minutes_left (&session, test->now_utc), ==, test->minutes_left);
  g_assert_true (planner_session_is_present (&session, test->now_utc) == test->present);
}

static void
test_unknown (void)
{
  const PlannerSession unknown = { .start_utc = PLANNER_TIME_UNKNOWN };
  const PlannerSession known = { .start_utc = DAY_1, .duration_s = HOUR };

  g_assert_cmpint (planner_session_get_moment (&unknown, DAY_1), ==, PLANNER_MOMENT_UNKNOWN);
  g_assert_cmpint (planner_session_get_moment (&known, PLANNER_TIME_UNKNOWN), ==, PLANNER_MOMENT_UNKNOWN);
  g_assert_false (planner_session_is_present (&unknown, DAY_1));
}

static PlannerSession *
add_session (PlannerAgenda *agenda,
             const char *key,
             const char *room,
             guint day,
             gint64 start_utc,
             gint64 duration_s)
{
  PlannerSession *session = planner_session_new ();

  session->key = g_strdup (key);
  session->start_utc = start_utc;
  session->duration_s = duration_s;
  session->day = day;
  session->zone = g_time_zone_new_utc ();
  for (guint i = 0; room && i < agenda->rooms->len; i++)
    {
      const PlannerRoom *other = g_ptr_array_index (agenda->rooms, i);

      if (g_str_equal (other->name, room))
        session->room = other;
    }
  g_ptr_array_add (agenda->sessions, session);

  return session;
}

static void
add_room (PlannerAgenda *agenda, const char *name)
{
  PlannerRoom *room = planner_room_new ();

  room->name = g_strdup (name);
  g_ptr_array_add (agenda->rooms, room);
}

/* Two days: a morning, a gap, an evening that ends after midnight, and the next morning. */
static PlannerAgenda *
make_agenda (void)
{
  PlannerAgenda *agenda = planner_agenda_new ();

  add_room (agenda, "Hall");
  add_room (agenda, "Attic");
  add_room (agenda, "Empty");
  add_session (agenda, "a", "Hall", 0, DAY_1 + AT (9, 0), HOUR);
  add_session (agenda, "b", "Hall", 0, DAY_1 + AT (10, 30), 30 * MINUTE);
  add_session (agenda, "c", "Attic", 0, DAY_1 + AT (9, 30), HOUR);
  add_session (agenda, "d", "Attic", 0, DAY_1 + AT (9, 30), 2 * HOUR);
  add_session (agenda, "e", NULL, 0, DAY_1 + AT (22, 0), 4 * HOUR);
  add_session (agenda, "f", "Hall", 1, DAY_2 + AT (10, 0), HOUR);
  add_session (agenda, "x", "Hall", 0, DAY_1 + AT (9, 0), HOUR)->cancelled = TRUE;
  add_session (agenda, "t", "Hall", 1, PLANNER_TIME_UNKNOWN, 0);

  return agenda;
}

typedef struct
{
  const char *path;
  gint64 now_utc;
  PlannerMoment phase;
  gint64 next_utc;
  const char *rooms; /* "room:running>next" for each room */
} AgendaCase;

static const AgendaCase agenda_cases[] = {
  { "L3/days-before", DAY_1 - 3 * DAY + AT (12, 0), PLANNER_MOMENT_BEFORE, DAY_1 - 2 * DAY,
    "Hall:->a Attic:->c -:->e " },
  { "L3/night-before", DAY_1 + AT (1, 0), PLANNER_MOMENT_BEFORE, DAY_1 + AT (8, 0),
    "Hall:->a Attic:->c -:->e " },
  { "L3/last-hour-before", DAY_1 + AT (8, 10) + 5, PLANNER_MOMENT_BEFORE, DAY_1 + AT (8, 11),
    "Hall:->a Attic:->c -:->e " },
  { "U5/running-and-next", DAY_1 + AT (9, 45), PLANNER_MOMENT_RUNNING, DAY_1 + AT (9, 46),
    "Hall:a>b Attic:c>- Attic:d>- -:->e " },
  { "U5/touching-end", DAY_1 + AT (10, 0), PLANNER_MOMENT_RUNNING, DAY_1 + AT (10, 1),
    "Hall:->b Attic:c>- Attic:d>- -:->e " },
  { "L2/long-gap", DAY_1 + AT (12, 0), PLANNER_MOMENT_RUNNING, DAY_1 + AT (21, 0), "-:->e " },
  { "D1/after-midnight", DAY_2 + AT (1, 30), PLANNER_MOMENT_RUNNING, DAY_2 + AT (1, 31), "-:e>- " },
  { "L2/night-between", DAY_2 + AT (3, 0), PLANNER_MOMENT_RUNNING, DAY_2 + AT (9, 0), "Hall:->f " },
  { "L3/after-the-end", DAY_2 + AT (11, 0), PLANNER_MOMENT_OVER, PLANNER_NEVER, "" },
};

static const char *
get_key (const PlannerSession *session)
{
  return session ? session->key : "-";
}

static void
test_agenda (gconstpointer data)
{
  const AgendaCase *test = data;
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  g_autoptr (GArray) rooms = planner_agenda_list_rooms_now (agenda, test->now_utc);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rooms->len; i++)
    {
      const PlannerRoomNow *room = &g_array_index (rooms, PlannerRoomNow, i);

      g_string_append_printf (text, "%s:%s>%s ", room->room ? room->room->name : "-", get_key (room->running),
                              get_key (room->next));
    }

  g_assert_cmpstr (phases[planner_agenda_get_moment (agenda, test->now_utc)], ==, phases[test->phase]);
  g_assert_cmpint (planner_agenda_get_next_change (agenda, test->now_utc), ==, test->next_utc);
  g_assert_cmpstr (text->str, ==, test->rooms);
}

static void
test_no_times (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();

  add_session (agenda, "t", NULL, 0, PLANNER_TIME_UNKNOWN, 0);

  g_assert_cmpint (planner_agenda_get_moment (agenda, DAY_1), ==, PLANNER_MOMENT_UNKNOWN);
  g_assert_cmpint (planner_agenda_get_next_change (agenda, DAY_1), ==, PLANNER_NEVER);
  g_assert_null (planner_agenda_find_next (agenda, DAY_1));
  g_assert_false (planner_agenda_has_times (agenda));

  add_session (agenda, "u", NULL, 0, DAY_1, HOUR);

  g_assert_true (planner_agenda_has_times (agenda));
}

/* After midnight it is still the day of the session that began in the evening. */
static void
test_today (void)
{
  const char *const dates[] = { "2025-02-01", "2025-02-02" };
  const struct
  {
    gint64 now_utc;
    const char *date; /* nullable */
  } cases[] = {
    { DAY_1 + AT (8, 59), NULL },           { DAY_1 + AT (9, 0), dates[0] },
    { DAY_1 + AT (20, 0), dates[0] },       { DAY_2 + AT (1, 30), dates[0] },
    { DAY_2 + AT (9, 59), dates[0] },       { DAY_2 + AT (10, 0), dates[1] },
    { DAY_2 + AT (10, 0) + DAY, dates[1] },
  };
  g_autoptr (PlannerAgenda) agenda = make_agenda ();

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      PlannerDay *day = planner_day_new ();

      day->date = g_strdup (dates[i]);
      g_ptr_array_add (agenda->days, day);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PlannerDay *today = planner_agenda_find_today (agenda, cases[i].now_utc);

      g_assert_cmpstr (today ? today->date : NULL, ==, cases[i].date);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (phase_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plan/moment/session/", phase_cases[i].path, NULL);

      g_test_add_data_func (path, &phase_cases[i], test_phase);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (agenda_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plan/moment/agenda/", agenda_cases[i].path, NULL);

      g_test_add_data_func (path, &agenda_cases[i], test_agenda);
    }
  g_test_add_func ("/plan/moment/D1/today-lasts-until-the-next-day-begins", test_today);
  g_test_add_func ("/plan/moment/unknown-times-have-no-phase", test_unknown);
  g_test_add_func ("/plan/moment/conference-without-times-never-changes", test_no_times);

  return g_test_run ();
}
