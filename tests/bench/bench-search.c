/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures the processor time that a search takes for each key that is pressed, over the schedule of 36C3 or one of the
 * same size. */

#include "bench/big-feed.h"

#include "feed/planner-feed.h"
#include "plan/planner-query.h"

#include <string.h>
#include <time.h>

#define N_ROUNDS 20
#define MAX_KEY_MS 1.0

static const char *const searches[] = { "rust",      "security",  "open source hardware", "chaos",
                                        "saal borg", "ada 14:00", "sunday 2 pm",          "e" };

static PlannerAgenda *
read_agenda (void)
{
  const PlannerFeedOptions options = { 0 };
  const char *folder = g_getenv ("PLANNER_REAL_FEEDS");
  g_autofree char *path = g_build_filename (folder ? folder : "", "json", "36c3-everything.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (GError) error = NULL;
  PlannerAgenda *agenda;

  if (!folder || !g_file_get_contents (path, &text, NULL, NULL))
    text = make_big_feed ();
  bytes = g_bytes_new (text, strlen (text));
  agenda = planner_feed_read (bytes, &options, report, NULL, &error);
  g_assert_no_error (error);

  return agenda;
}

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* Searches as the window does: a longer text is searched for only where the shorter one matched. */
static double
measure_key (const PlannerAgenda *agenda, const char *text, const char *before, gboolean *matches)
{
  g_autoptr (PlannerQuery) wider = planner_query_new (before);
  const double start = get_cpu_ms ();
  g_autoptr (PlannerQuery) query = planner_query_new (text);
  const gboolean narrows = planner_query_narrows (query, wider);

  for (guint i = 0; i < agenda->sessions->len; i++)
    matches[i] = (matches[i] || !narrows) &&
                 planner_query_rank (query, agenda, planner_agenda_get_session (agenda, i), NULL) > 0;

  return get_cpu_ms () - start;
}

static void
measure_search (const PlannerAgenda *agenda, const char *text, GArray *times)
{
  g_autofree gboolean *matches = g_new (gboolean, agenda->sessions->len);
  g_autofree char *before = g_strdup ("");

  for (guint i = 0; i < agenda->sessions->len; i++)
    matches[i] = TRUE;
  for (gsize length = 1; length <= strlen (text); length++)
    {
      g_autofree char *typed = g_strndup (text, length);
      const double time = measure_key (agenda, typed, before, matches);

      g_array_append_val (times, time);
      g_set_str (&before, typed);
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

int
main (void)
{
  g_autoptr (PlannerAgenda) agenda = read_agenda ();
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double p50, p95;

  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
      measure_search (agenda, searches[i], times);

  g_array_sort (times, compare);
  p50 = g_array_index (times, double, times->len / 2);
  p95 = g_array_index (times, double, times->len * 95 / 100);
  g_print ("%u sessions, %u keys: %.2f ms (median), %.2f ms (95 %%) of processor a key\n",
           agenda->sessions->len, times->len, p50, p95);

  return p95 < MAX_KEY_MS ? 0 : 1;
}
