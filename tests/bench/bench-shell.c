/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures how long the agent takes to answer GNOME Shell for each key that is pressed, over the schedule of 36C3 or one of
 * the same size, and the memory of the agent before the search, after it and once it has freed the agendas. */

#include "agent/agent-fixture.h"

#include "bench/big-schedule.h"

#define N_ROUNDS 10
#define MAX_ANSWER_MS 50.0
#define MAX_IDLE_KB (10 * 1024)
#define NOW "2019-12-27T14:00:00+01:00"

static const char *const searches[] = { "rust", "security", "hacking with", "saal borg", "e" };

static void
add_big_conference (AgentFixture *fixture)
{
  g_autoptr (GBytes) bytes = big_schedule_read ("json");
  g_autoptr (PlannerAgenda) agenda = NULL;
  g_autoptr (PlannerConferenceRecord) record = g_new0 (PlannerConferenceRecord, 1);
  g_autoptr (GError) error = NULL;

  record->address = g_strdup ("https://example.org/schedule.json");
  record->title = g_strdup ("36C3");
  /* Otherwise the agent would refresh it. */
  record->updated_utc = g_get_real_time () / G_USEC_PER_SEC + 365 * 24 * 60 * MINUTE_S;
  agenda = planner_import_read (bytes, record->address, "UTC", NULL, NULL, &error);
  g_assert_no_error (error);
  planner_store_add_conference (fixture->store, record, agenda, &error);
  g_assert_no_error (error);
}

/* Returns: the memory that only the agent uses, and its part of what it shares, in KiB */
static guint64
get_pss_kb (AgentFixture *fixture)
{
  g_autofree char *path = g_strdup_printf ("/proc/%u/smaps_rollup", agent_get_pid (fixture));
  g_autofree char *text = NULL;
  const char *line;

  g_file_get_contents (path, &text, NULL, NULL);
  line = text ? strstr (text, "\nPss:") : NULL;

  return line ? g_ascii_strtoull (line + strlen ("\nPss:"), NULL, 10) : 0;
}

static double
measure_answer (AgentFixture *fixture, const char *text)
{
  g_auto (GStrv) terms = g_strsplit (text, " ", -1);
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (GVariant) found =
      agent_call (fixture, APP_ID, OBJECT_PATH "/SearchProvider", "org.gnome.Shell.SearchProvider2",
                  "GetInitialResultSet", g_variant_new ("(^as)", terms));
  g_autofree const char **ids = NULL;
  g_autoptr (GVariant) metas = NULL;

  g_variant_get (found, "(^a&s)", &ids);
  metas = agent_call (fixture, APP_ID, OBJECT_PATH "/SearchProvider", "org.gnome.Shell.SearchProvider2",
                      "GetResultMetas", g_variant_new ("(@as)", g_variant_new_strv (ids, ids[0] ? 1 : 0)));

  return (double) (g_get_monotonic_time () - start) / 1e3;
}

static void
measure_search (AgentFixture *fixture, const char *text, GArray *times)
{
  for (gsize length = 1; length <= strlen (text); length++)
    {
      g_autofree char *typed = g_strndup (text, length);
      const double time = measure_answer (fixture, typed);

      g_array_append_val (times, time);
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static void
again_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* The agent frees the agendas a while after the last search. */
static guint64
wait_for_idle_pss_kb (AgentFixture *fixture)
{
  guint64 pss_kb = get_pss_kb (fixture);

  for (guint i = 0; i < 30 && pss_kb >= MAX_IDLE_KB; i++)
    {
      gboolean again = FALSE;

      g_timeout_add_once (1000, again_cb, &again);
      while (!again)
        agent_iterate ();
      pss_kb = get_pss_kb (fixture);
    }

  return pss_kb;
}

int
main (void)
{
  const int starts_s[] = { 60 * MINUTE_S };
  AgentFixture fixture = { 0 };
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint64 before_kb, searching_kb, after_kb;
  double first_ms, p50, p95;

  g_setenv ("PLANNER_NOW", NOW, TRUE);
  agent_set_up (&fixture, "");
  fixture.now_utc = 1577451600;
  agent_fill_store (&fixture, starts_s, 1);
  add_big_conference (&fixture);
  agent_start (&fixture);
  agent_wait_until_idle (&fixture);
  before_kb = get_pss_kb (&fixture);
  first_ms = measure_answer (&fixture, "r");
  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
      measure_search (&fixture, searches[i], times);
  searching_kb = get_pss_kb (&fixture);
  after_kb = wait_for_idle_pss_kb (&fixture);

  g_array_sort (times, compare);
  p50 = g_array_index (times, double, times->len / 2);
  p95 = g_array_index (times, double, times->len * 95 / 100);
  g_print ("first answer: %.1f ms; %u keys: %.2f ms (median), %.2f ms (95 %%)\n", first_ms, times->len, p50,
           p95);
  g_print ("agent: %.1f MiB before, %.1f MiB while searching, %.1f MiB afterwards\n",
           (double) before_kb / 1024, (double) searching_kb / 1024, (double) after_kb / 1024);
  agent_set_remind_when_closed (&fixture, FALSE);
  kill ((pid_t) agent_get_pid (&fixture), SIGTERM);
  agent_tear_down (&fixture, "");

  return p95 < MAX_ANSWER_MS && after_kb < MAX_IDLE_KB ? 0 : 1;
}
