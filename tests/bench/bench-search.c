/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures the processor time that a search takes for each key of twenty queries, in turn with one strstr() of the typed text
 * over the same folded text. */

#include "bench/bench-samples.h"
#include "bench/big-schedule.h"

#include "feed/planner-feed.h"
#include "model/planner-fold.h"
#include "plan/planner-query.h"

#include <string.h>

#define N_ROUNDS 5

static const char *const searches[] = {
  "rust",
  "security",
  "open source hardware",
  "chaos",
  "saal borg",
  "ada 14:00",
  "sunday 2 pm",
  "e",
  "lightning",
  "workshop",
  "linux kernel",
  "privacy",
  "encryption",
  "music",
  "room 12 tue",
  "session 42",
  "nothing like this",
  "plain",
  "speaker 7",
  "größe",
};

static PlannerAgenda *
read_agenda (GBytes *bytes)
{
  const PlannerFeedOptions options = { 0 };
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (GError) error = NULL;
  PlannerAgenda *agenda = planner_feed_read (bytes, &options, report, NULL, &error);

  g_assert_no_error (error);

  return agenda;
}

/* Searches as the window does: a longer text is searched for only where the shorter one matched. */
static double
measure_key (const PlannerAgenda *agenda, const char *text, const char *before, gboolean *matches)
{
  g_autoptr (PlannerQuery) wider = planner_query_new (before);
  const double begin_ms = bench_get_thread_ms ();
  g_autoptr (PlannerQuery) query = planner_query_new (text);
  const gboolean narrows = planner_query_narrows (query, wider);

  for (guint i = 0; i < agenda->sessions->len; i++)
    matches[i] = (matches[i] || !narrows) &&
                 planner_query_rank (query, agenda, planner_agenda_get_session (agenda, i), NULL) > 0;

  return bench_get_thread_ms () - begin_ms;
}

static double
measure_strstr (const PlannerAgenda *agenda, const char *text)
{
  g_autofree char *folded = planner_fold (text);
  const double begin_ms = bench_get_thread_ms ();
  guint n_matches = 0;
  double end_ms;

  for (guint i = 0; i < agenda->sessions->len; i++)
    for (guint place = 0; place < PLANNER_SEARCH_N_FIELDS; place++)
      n_matches +=
          strstr (planner_search_text_get (&planner_agenda_get_session (agenda, i)->search, place, NULL),
                  folded) != NULL;
  end_ms = bench_get_thread_ms ();
  g_assert_cmpuint (n_matches, <=, agenda->sessions->len * PLANNER_SEARCH_N_FIELDS);

  return end_ms - begin_ms;
}

static void
measure_search (const char *figure, const PlannerAgenda *agenda, const char *text)
{
  g_autofree gboolean *matches = g_new (gboolean, agenda->sessions->len);
  g_autofree char *before = g_strdup ("");

  for (guint i = 0; i < agenda->sessions->len; i++)
    matches[i] = TRUE;
  for (const char *end = text; *end;)
    {
      g_autofree char *typed = NULL;

      end = g_utf8_next_char (end);
      typed = g_strndup (text, (gsize) (end - text));
      bench_print (figure, BENCH_REFERENCE, measure_strstr (agenda, typed));
      bench_print (figure, BENCH_PLANNER, measure_key (agenda, typed, before, matches));
      g_set_str (&before, typed);
    }
}

static void
measure (const char *figure, GBytes *schedule)
{
  g_autoptr (PlannerAgenda) agenda = read_agenda (schedule);

  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
      measure_search (figure, agenda, searches[i]);
}

int
main (void)
{
  g_autoptr (GBytes) schedule = big_schedule_read ("json");
  char *large = big_schedule_make_json (10 * BIG_SESSIONS, BIG_SENTENCES);
  g_autoptr (GBytes) large_schedule = g_bytes_new_take (large, strlen (large));

  measure ("search", schedule);
  measure ("search-large", large_schedule);

  return 0;
}
