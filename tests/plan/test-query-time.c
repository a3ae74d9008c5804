/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-query.h"
#include "plan/planner-query-time.h"

#include "model/planner-fold.h"

#include <locale.h>

#define HOUR 3600

/* 2025-02-01 was a Saturday. The venue is an hour ahead of UTC. */
static const struct
{
  const char *title;
  const char *room;
  guint day;
  const char *start; /* nullable */
  int duration_s;
} sessions[] = {
  { "A", "Janson", 0, "2025-02-01T14:00:00+01", HOUR },
  { "B", "Janson", 1, "2025-02-02T13:50:00+01", HOUR / 2 },
  { "C", "Janson", 1, "2025-02-02T14:20:00+01", HOUR / 2 },
  { "D", "K.1.105", 1, "2025-02-02T13:00:00+01", 2 * HOUR },
  { "E", "K.1.105", 0, "2025-02-01T23:30:00+01", 2 * HOUR },
  { "F", "Janson", 1, "2025-02-02T14:00:00+01", 0 },
  { "G", "Janson", 1, NULL, HOUR },
};

static PlannerAgenda *
make_agenda (void)
{
  PlannerAgenda *agenda = planner_agenda_new ();
  const char *const days[] = { "2025-02-01", "2025-02-02" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      PlannerDay *day = planner_day_new ();

      day->date = g_strdup (days[i]);
      g_ptr_array_add (agenda->days, day);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sessions); i++)
    {
      PlannerSession *session = planner_session_new ();
      g_autofree char *title = planner_fold (sessions[i].title), *room = planner_fold (sessions[i].room);
      g_autoptr (GDateTime) start =
          sessions[i].start ? g_date_time_new_from_iso8601 (sessions[i].start, NULL) : NULL;

      session->zone = g_time_zone_new_identifier ("Europe/Brussels");
      session->day = sessions[i].day;
      session->start_utc = start ? g_date_time_to_unix (start) : PLANNER_TIME_UNKNOWN;
      session->duration_s = sessions[i].duration_s;
      planner_search_text_set (&session->search,
                               (const char *[PLANNER_SEARCH_N_FIELDS]) {
                                   [PLANNER_SEARCH_TITLE] = title, [PLANNER_SEARCH_ROOM] = room });
      g_ptr_array_add (agenda->sessions, session);
    }

  return agenda;
}

typedef struct
{
  const char *path;
  const char *query;
  const char *titles;
} FindCase;

static const FindCase find_cases[] = {
  { "room-day-and-time", "Janson Sunday 14:00", "BF" },
  { "another-order", "14:00 sunday janson", "BF" },
  { "short-day", "Sun 14:00", "BDF" },
  { "day-only", "sunday", "BCDFG" },
  { "capitals-and-comma", "SUNDAY, janson", "BCFG" },
  { "other-day", "Friday", "" },
  { "time-only", "14:00", "ABDF" },
  { "end-is-not-included", "15:00", "" },
  { "hour", "14h", "ABDF" },
  { "hour-and-minutes", "14h25", "ACD" },
  { "german-hour", "14 Uhr", "ABDF" },
  { "chinese-hour", "14点", "ABDF" },
  { "full-width-time", "１４：００", "ABDF" },
  { "twelve-hours", "2 pm", "ABDF" },
  { "twelve-hours-in-one-word", "2:25pm", "ACD" },
  { "twelve-hours-with-points", "2 p.m.", "ABDF" },
  { "after-midnight-on-day-before", "saturday 0:30", "E" },
  { "midnight", "12 am", "E" },
  { "iso-date", "2025-02-02 janson", "BCFG" },
  { "iso-date-of-another-year", "2024-02-02", "" },
  { "date", "2 Feb", "BCDFG" },
  { "date-month-first", "February 2", "BCDFG" },
  { "date-with-ordinal", "Feb 2nd", "BCDFG" },
  { "date-with-year", "2 feb 2025 14:00", "BDF" },
  { "date-of-another-year", "2 feb 2024", "" },
  { "chinese-date", "2月2日", "BCDFG" },
  { "number-is-no-time", "14", "" },
  { "hour-out-of-range", "25:00", "" },
  { "minutes-out-of-range", "14:60", "" },
  { "thirteen-pm", "13 pm", "" },
  { "part-of-a-day", "sund", "" },
};

static char *
find (const char *text)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  g_autoptr (PlannerQuery) query = planner_query_new (text);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < agenda->sessions->len; i++)
    if (planner_query_rank (query, agenda, planner_agenda_get_session (agenda, i), NULL) > 0)
      g_string_append (titles, sessions[i].title);

  return g_string_free_and_steal (titles);
}

static void
test_find (gconstpointer data)
{
  const FindCase *find_case = data;
  g_autofree char *titles = find (find_case->query);

  g_assert_cmpstr (titles, ==, find_case->titles);
}

/* The names of a process's language are read once, so the test runs in a process of its own. */
static void
test_chinese_in_process (void)
{
  const char *const queries[] = { "星期日", "周日", "週日", "日", "二月 2", "sunday" };

  if (!setlocale (LC_ALL, "zh_CN.utf8"))
    {
      g_test_skip ("there is no Chinese locale");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *titles = find (queries[i]);

      g_assert_cmpstr (titles, ==, "BCDFG");
    }
}

static void
test_chinese (void)
{
  if (g_test_subprocess ())
    {
      test_chinese_in_process ();
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

/* The clock goes from 2:00 to 3:00 on 2026-03-29, and from 3:00 to 2:00 on 2026-10-25. */
static void
test_switch_day (void)
{
  static const struct
  {
    const char *start;
    int duration_s;
    int minute;
    gboolean runs;
  } cases[] = {
    { "2026-03-29T01:30:00+01", HOUR, 3 * 60 + 15, TRUE },
    { "2026-03-29T01:30:00+01", HOUR, 3 * 60 + 30, FALSE },
    { "2026-10-25T01:30:00+02", 3 * HOUR, 3 * 60 + 15, TRUE },
    { "2026-10-25T01:30:00+02", 3 * HOUR, 3 * 60 + 30, FALSE },
  };
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  PlannerSession *session = g_ptr_array_index (agenda->sessions, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PlannerQueryTime time = { .minute = cases[i].minute };
      g_autoptr (GDateTime) start = g_date_time_new_from_iso8601 (cases[i].start, NULL);

      session->start_utc = g_date_time_to_unix (start);
      session->duration_s = cases[i].duration_s;
      g_assert_cmpint (planner_query_time_matches (&time, agenda, session), ==, cases[i].runs);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (find_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plan/query-time/S5/", find_cases[i].path, NULL);

      g_test_add_data_func (path, &find_cases[i], test_find);
    }
  g_test_add_func ("/plan/query-time/S5/names-in-chinese", test_chinese);
  g_test_add_func ("/plan/query-time/T3/time-on-a-switch-day", test_switch_day);

  return g_test_run ();
}
