/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-filter.h"

#define HOUR 3600
#define AT(hour, minute) ((hour) * 60 + (minute))

/* 2026-07-01 12:00 at the venue, which is two hours ahead of UTC. */
#define NOON_UTC 1782900000

static const char *const rooms[] = { "Hall", "Attic", "Hall + Attic" };

/* The second session is the only one with a star. */
static const struct
{
  const char *title;
  int start_min; /* after 2026-07-01 00:00, or -1 for unknown */
  int duration_min;
  guint day;
  guint room;
  const char *language;
  const char *type;
  gboolean not_recorded;
  gboolean cancelled;
} sessions[] = {
  { "A", AT (10, 0), 60, 0, 0, "en", "talk", FALSE, FALSE },
  { "B", AT (11, 30), 60, 0, 1, "de", "talk", TRUE, FALSE },
  { "C", AT (13, 0), 0, 0, 2, "en", NULL, FALSE, FALSE },
  { "D", AT (13, 0), 30, 0, 1, NULL, "workshop", FALSE, TRUE },
  { "E", AT (25, 0), 60, 0, 0, "en", "party", FALSE, FALSE },
  { "F", AT (34, 0), 60, 1, 0, "en", "talk", FALSE, FALSE },
  { "G", -1, 60, 1, 1, "en", "talk", FALSE, FALSE },
};

static PlannerAgenda *
make_agenda (void)
{
  const char *const days[] = { "2026-07-01", "2026-07-02" };
  PlannerAgenda *agenda = planner_agenda_new ();
  PlannerForum *forum = planner_forum_new ();

  forum->name = g_strdup ("Rust");
  g_ptr_array_add (agenda->forums, forum);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      PlannerDay *day = planner_day_new ();

      day->date = g_strdup (days[i]);
      g_ptr_array_add (agenda->days, day);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      PlannerRoom *room = planner_room_new ();

      room->name = g_strdup (rooms[i]);
      g_ptr_array_add (agenda->rooms, room);
      if (i == 2)
        {
          room->n_parts = 2;
          room->parts = g_new (const PlannerRoom *, 2);
          room->parts[0] = g_ptr_array_index (agenda->rooms, 0);
          room->parts[1] = g_ptr_array_index (agenda->rooms, 1);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (sessions); i++)
    {
      PlannerSession *session = planner_session_new ();

      session->zone = g_time_zone_new_identifier ("Europe/Berlin");
      session->day = sessions[i].day;
      session->start_utc = sessions[i].start_min < 0
                               ? PLANNER_TIME_UNKNOWN
                               : NOON_UTC + (gint64) (sessions[i].start_min - AT (12, 0)) * 60;
      session->duration_s = (gint64) sessions[i].duration_min * 60;
      session->room = g_ptr_array_index (agenda->rooms, sessions[i].room);
      session->forum = i == 0 ? forum : NULL;
      session->language = g_strdup (sessions[i].language);
      session->type = g_strdup (sessions[i].type);
      session->not_recorded = sessions[i].not_recorded;
      session->cancelled = sessions[i].cancelled;
      g_ptr_array_add (agenda->sessions, session);
    }

  return agenda;
}

typedef struct
{
  const char *path;
  PlannerFilter filter;
  const char *titles;
} FilterCase;

#define ANY .from_min = PLANNER_FILTER_ANY_MIN, .to_min = PLANNER_FILTER_ANY_MIN

static const FilterCase filter_cases[] = {
  { "no-condition", { ANY }, "ABCDEFG" },
  { "day", { ANY, .day = (char *) "2026-07-02" }, "FG" },
  { "from", { .from_min = AT (11, 30), .to_min = -1 }, "BCE" },
  { "until", { .from_min = -1, .to_min = AT (12, 30) }, "ABF" },
  { "from-and-until", { .from_min = AT (10, 0), .to_min = AT (12, 29) }, "AF" },
  { "after-midnight", { .from_min = AT (22, 0), .to_min = AT (26, 0) }, "E" },
  { "room", { ANY, .room = (char *) "Attic" }, "BCDG" },
  { "forum", { ANY, .forum = (char *) "Rust" }, "A" },
  { "language", { ANY, .language = (char *) "de" }, "B" },
  { "type", { ANY, .type = (char *) "talk" }, "ABFG" },
  { "recorded", { ANY, .recorded = TRUE }, "ACDEFG" },
  { "still-to-come", { ANY, .to_come = TRUE }, "BCDEFG" },
  { "starred", { ANY, .starred = TRUE }, "B" },
  { "several", { ANY, .day = (char *) "2026-07-01", .language = (char *) "en", .to_come = TRUE }, "CE" },
};

static char *
list_matches (const PlannerFilter *filter)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < agenda->sessions->len; i++)
    if (planner_filter_matches (filter, agenda, planner_agenda_get_session (agenda, i), i == 1, NOON_UTC))
      g_string_append (titles, sessions[i].title);

  return g_string_free_and_steal (titles);
}

static void
test_matches (gconstpointer data)
{
  const FilterCase *filter_case = data;
  g_autofree char *titles = list_matches (&filter_case->filter);

  g_assert_cmpstr (titles, ==, filter_case->titles);
}

/* Removing every condition that a filter has leaves an empty filter. */
static void
test_remove (gconstpointer data)
{
  const FilterCase *filter_case = data;
  g_autoptr (PlannerFilter) filter = planner_filter_copy (&filter_case->filter);
  g_autofree char *titles = NULL;

  for (guint part = 0; part < PLANNER_FILTER_N_PARTS; part++)
    {
      planner_filter_remove (filter, part);
      g_assert_false (planner_filter_has (filter, part));
    }
  g_assert_true (planner_filter_is_empty (filter));
  titles = list_matches (filter);
  g_assert_cmpstr (titles, ==, "ABCDEFG");
}

static void
test_span (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (PlannerFilter) filter =
      planner_filter_new_for_span ("2026-07-01", NOON_UTC + HOUR, NOON_UTC + 14 * HOUR, zone);
  g_autofree char *titles = list_matches (filter);

  g_assert_cmpstr (filter->day, ==, "2026-07-01");
  g_assert_cmpint (filter->from_min, ==, AT (13, 0));
  g_assert_cmpint (filter->to_min, ==, AT (26, 0));
  g_assert_cmpstr (titles, ==, "E");
}

/* B runs from 11:30 to 12:30, C is at 13:00, and D at the same time is cancelled. */
static void
test_parallel (void)
{
  static const struct
  {
    int from_min;
    int to_min;
    const char *titles;
  } cases[] = {
    { AT (10, 30), AT (11, 45), "AB" }, { AT (11, 0), AT (11, 30), "" },  { AT (12, 0), AT (12, 0), "B" },
    { AT (12, 30), AT (13, 0), "" },    { AT (12, 0), AT (13, 1), "BC" }, { AT (13, 0), AT (13, 0), "C" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PlannerFilter filter = { .day = (char *) "2026-07-01",
                                     .from_min = cases[i].from_min,
                                     .to_min = cases[i].to_min,
                                     .parallel = TRUE };
      g_autofree char *titles = list_matches (&filter);

      g_assert_cmpstr (titles, ==, cases[i].titles);
    }
}

static void
test_parallel_to_session (void)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  g_autoptr (PlannerFilter) filter =
      planner_filter_new_for_parallel ("2026-07-01", planner_agenda_get_session (agenda, 1));

  g_assert_cmpint (filter->from_min, ==, AT (11, 30));
  g_assert_cmpint (filter->to_min, ==, AT (12, 30));
  g_assert_true (filter->parallel);
  planner_filter_remove (filter, PLANNER_FILTER_TIME);
  g_assert_false (filter->parallel);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (filter_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plan/filter/matches/", filter_cases[i].path, NULL);
      g_autofree char *removal = g_strconcat ("/plan/filter/remove/", filter_cases[i].path, NULL);

      g_test_add_data_func (path, &filter_cases[i], test_matches);
      g_test_add_data_func (removal, &filter_cases[i], test_remove);
    }
  g_test_add_func ("/plan/filter/span-of-a-day", test_span);
  g_test_add_func ("/plan/filter/parallel", test_parallel);
  g_test_add_func ("/plan/filter/parallel-to-a-session", test_parallel_to_session);

  return g_test_run ();
}
