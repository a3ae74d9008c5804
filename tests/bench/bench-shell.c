/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures how long the agent takes to answer GNOME Shell, over the schedule of 36C3 or one of the same size: the answer for
 * which D-Bus starts it, the first answer of an idle agent, for which it loads the agendas, and one for each key that is
 * pressed afterwards. Also measures the memory of the agent once it has freed the agendas. The reference is a call of the same
 * agent that needs no agenda. */

#include "agent/agent-fixture.h"

#include "bench/bench-samples.h"
#include "bench/big-schedule.h"

#define N_FIRST 7
#define N_ROUNDS 10

/* The agent frees the agendas ten seconds after the last search. */
#define IDLE_S 12
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
  record->updated_utc = fixture->now_utc;
  agenda = planner_import_read (bytes, record->address, "UTC", NULL, NULL, &error);
  g_assert_no_error (error);
  planner_store_add_conference (fixture->store, record, agenda, &error);
  g_assert_no_error (error);
}

/* Returns: the memory that only the agent uses, and its part of what it shares, in MB */
static double
get_pss_mb (AgentFixture *fixture)
{
  g_autofree char *path = g_strdup_printf ("/proc/%u/smaps_rollup", agent_get_pid (fixture));
  g_autofree char *text = NULL;
  const char *line;

  g_file_get_contents (path, &text, NULL, NULL);
  line = text ? strstr (text, "\nPss:") : NULL;

  return line ? g_ascii_strtod (line + strlen ("\nPss:"), NULL) / 1000 : 0;
}

/* Returns: the processor time of all threads of the agent, in milliseconds */
static double
get_processor_ms (AgentFixture *fixture)
{
  g_autofree char *folder = g_strdup_printf ("/proc/%u/task", agent_get_pid (fixture));
  g_autoptr (GDir) threads = g_dir_open (folder, 0, NULL);
  const char *name;
  guint64 sum_ns = 0;

  while (threads && (name = g_dir_read_name (threads)))
    {
      g_autofree char *path = g_build_filename (folder, name, "schedstat", NULL);
      g_autofree char *text = NULL;

      if (g_file_get_contents (path, &text, NULL, NULL))
        sum_ns += g_ascii_strtoull (text, NULL, 10);
    }

  return (double) sum_ns / 1e6;
}

static GVariant *
call_provider (AgentFixture *fixture, const char *method, GVariant *parameters)
{
  return agent_call (fixture, APP_ID, OBJECT_PATH "/SearchProvider", "org.gnome.Shell.SearchProvider2",
                     method, parameters);
}

/* Returns: how long the ids of the results and the description of the first one take, in milliseconds */
static double
measure_answer (AgentFixture *fixture, const char *text)
{
  g_auto (GStrv) terms = g_strsplit (text, " ", -1);
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (GVariant) found = call_provider (fixture, "GetInitialResultSet", g_variant_new ("(^as)", terms));
  g_autofree const char **ids = NULL;
  g_autoptr (GVariant) metas = NULL;

  g_variant_get (found, "(^a&s)", &ids);
  metas = call_provider (fixture, "GetResultMetas",
                         g_variant_new ("(@as)", g_variant_new_strv (ids, ids[0] ? 1 : 0)));

  return (double) (g_get_monotonic_time () - start) / 1e3;
}

static void
measure_ping (AgentFixture *fixture, const char *figure)
{
  const gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GVariant) answer = agent_call (fixture, APP_ID, OBJECT_PATH "/SearchProvider",
                                                "org.freedesktop.DBus.Peer", "Ping", NULL);
    }
  bench_print (figure, BENCH_REFERENCE, (double) (g_get_monotonic_time () - start) / 1e3);
}

/* The agent has no agenda in memory. */
static void
measure_first (AgentFixture *fixture)
{
  const double before_ms = get_processor_ms (fixture);

  measure_ping (fixture, "shell-first");
  bench_print ("shell-first", BENCH_PLANNER, measure_answer (fixture, "r"));
  bench_print ("shell-first-processor", BENCH_PLANNER, get_processor_ms (fixture) - before_ms);
}

static void
stop_agent (AgentFixture *fixture)
{
  kill ((pid_t) agent_get_pid (fixture), SIGTERM);
  while (*fixture->owner)
    g_main_context_iteration (NULL, TRUE);
}

/* The agent does not run. */
static void
measure_start (AgentFixture *fixture)
{
  bench_print ("shell-start", BENCH_PLANNER, measure_answer (fixture, "r"));
  bench_print ("shell-start-processor", BENCH_PLANNER, get_processor_ms (fixture));
  agent_wait_for_owner (fixture);
}

static void
measure_keys (AgentFixture *fixture, const char *text)
{
  for (gsize length = 1; length <= strlen (text); length++)
    {
      g_autofree char *typed = g_strndup (text, length);

      measure_ping (fixture, "shell-key");
      bench_print ("shell-key", BENCH_PLANNER, measure_answer (fixture, typed));
    }
}

static void
again_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
wait_for_seconds (guint seconds)
{
  gboolean again = FALSE;

  g_timeout_add_seconds_once (seconds, again_cb, &again);
  while (!again)
    agent_iterate ();
}

int
main (void)
{
  const int starts_s[] = { 60 * MINUTE_S };
  AgentFixture fixture = { 0 };

  g_setenv ("PLANNER_NOW", NOW, TRUE);
  agent_set_up (&fixture, "");
  fixture.now_utc = 1577451600;
  agent_fill_store (&fixture, starts_s, 1);
  add_big_conference (&fixture);
  for (guint i = 0; i < N_FIRST; i++)
    {
      measure_start (&fixture);
      wait_for_seconds (IDLE_S);
      measure_first (&fixture);
      wait_for_seconds (IDLE_S);
      bench_print ("shell-memory", BENCH_PLANNER, get_pss_mb (&fixture));
      stop_agent (&fixture);
    }
  agent_start (&fixture);
  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
      measure_keys (&fixture, searches[i]);
  agent_set_remind_when_closed (&fixture, FALSE);
  kill ((pid_t) agent_get_pid (&fixture), SIGTERM);
  agent_tear_down (&fixture, "");

  return 0;
}
