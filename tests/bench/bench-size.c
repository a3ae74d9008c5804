/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures how the import and the search grow from 1,351 sessions to 13,510 and 100,000. Prints the processor time of a session
 * in microseconds: that of the smallest schedule is the reference. Texts are short, because a schedule has 32 MiB at most.
 *
 * A small schedule is in the caches of the processor when it is read and searched, a large one is not. The parser of json-glib
 * alone, and one strstr() over the same texts, show how much of the growth is due to that. */

#include "bench/bench-samples.h"
#include "bench/big-schedule.h"

#include "library/planner-import.h"
#include "plan/planner-query.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define N_ROUNDS 8
#define N_REPEATS 5 /* of the smallest schedule in each round */
#define SEARCH_TEXT "plain"

static const struct
{
  guint n_sessions;
  const char *parser_figure;
  const char *import_figure;
  const char *search_figure;
  const char *strstr_figure;
} sizes[] = {
  { 10 * BIG_SESSIONS, "growth-parser-13510", "growth-import-13510", "growth-search-13510",
    "growth-strstr-13510" },
  { 100000, "growth-parser-100000", "growth-import-100000", "growth-search-100000", "growth-strstr-100000" },
};

/* Returns: the number of sessions that match */
typedef guint (*SearchFunc) (const PlannerAgenda *agenda);

static double
parse (const char *text)
{
  const double begin_ms = bench_get_thread_ms ();
  JsonParser *parser = json_parser_new ();

  g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
  g_object_unref (parser);

  return (bench_get_thread_ms () - begin_ms) * 1000;
}

static PlannerAgenda *
import (GBytes *bytes, double *time_us)
{
  g_autoptr (GError) error = NULL;
  const double begin_ms = bench_get_thread_ms ();
  PlannerAgenda *agenda = planner_import_read (bytes, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  *time_us = (bench_get_thread_ms () - begin_ms) * 1000 / agenda->sessions->len;

  return agenda;
}

static guint
search (const PlannerAgenda *agenda)
{
  g_autoptr (PlannerQuery) query = planner_query_new (SEARCH_TEXT);
  guint n_matches = 0;

  for (guint i = 0; i < agenda->sessions->len; i++)
    n_matches += planner_query_rank (query, agenda, planner_agenda_get_session (agenda, i), NULL) > 0;

  return n_matches;
}

static guint
search_plainly (const PlannerAgenda *agenda)
{
  guint n_matches = 0;

  for (guint i = 0; i < agenda->sessions->len; i++)
    for (guint field = 0; field < PLANNER_SEARCH_N_FIELDS; field++)
      n_matches +=
          strstr (planner_search_text_get (&planner_agenda_get_session (agenda, i)->search, field, NULL),
                  SEARCH_TEXT) != NULL;

  return n_matches;
}

static void
measure (guint n_sessions,
         const char *parser_figure,
         const char *import_figure,
         const char *figure,
         SearchFunc find,
         const char *who)
{
  char *text = big_schedule_make_json (n_sessions, 1);
  const double parser_us = parse (text);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  double time_us, begin_ms;
  g_autoptr (PlannerAgenda) agenda = import (bytes, &time_us);

  bench_print (parser_figure, who, parser_us / n_sessions);
  bench_print (import_figure, who, time_us);
  begin_ms = bench_get_thread_ms ();
  g_assert_cmpuint (find (agenda), ==, agenda->sessions->len);
  bench_print (figure, who, (bench_get_thread_ms () - begin_ms) * 1000 / agenda->sessions->len);
}

/* Each search is the first one of its agenda, so that both find the caches in the same state. */
int
main (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        const gboolean plainly = round % 2 == 1;
        const char *figure = plainly ? sizes[i].strstr_figure : sizes[i].search_figure;
        const SearchFunc find = plainly ? search_plainly : search;

        for (guint repeat = 0; repeat < N_REPEATS; repeat++)
          measure (BIG_SESSIONS, sizes[i].parser_figure, sizes[i].import_figure, figure, find,
                   BENCH_REFERENCE);
        measure (sizes[i].n_sessions, sizes[i].parser_figure, sizes[i].import_figure, figure, find,
                 BENCH_PLANNER);
      }

  return 0;
}
