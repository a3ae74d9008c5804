/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures the memory of the idle agent with 50 stars among 1,351 sessions, its context switches in a minute, and the memory of
 * a GApplication that does nothing, on the same bus. */

#include "agent/agent-fixture.h"
#include "bench/bench-samples.h"
#include "bench/big-schedule.h"

#include <string.h>

#define N_STARS 50
#define DEFAULT_IDLE_S 60
#define SETTLE_S 20 /* longer than GLib keeps unused threads */
#define MAX_COUNTS 5
#define DAY_S (24 * 60 * 60)

static double
read_number (const char *path, const char *name)
{
  g_autofree char *text = NULL;
  const char *line;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  line = strstr (text, name);
  g_assert_nonnull (line);

  return g_ascii_strtod (line + strlen (name), NULL);
}

/* Returns: in MB; pages that n processes share count as 1/n (proc(5), smaps_rollup) */
static double
get_memory_mb (guint pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%u/smaps_rollup", pid);

  return read_number (path, "\nPss:") / 1000;
}

/* Returns: (transfer full): the context switches so far of each thread, by its number */
static GHashTable *
read_switches (guint pid)
{
  GHashTable *switches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *folder = g_strdup_printf ("/proc/%u/task", pid);
  g_autoptr (GDir) threads = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (threads); name; name = g_dir_read_name (threads))
    {
      g_autofree char *path = g_build_filename (folder, name, "status", NULL);
      const double n = read_number (path, "\nvoluntary_ctxt_switches:") +
                       read_number (path, "\nnonvoluntary_ctxt_switches:");

      g_hash_table_insert (switches, g_strdup (name), g_memdup2 (&n, sizeof n));
    }

  return switches;
}

/* Returns: the switches between two counts; -1 if a thread has ended, because its last switches are unknown */
static double
subtract_switches (GHashTable *after, GHashTable *before)
{
  GHashTableIter iter;
  gpointer thread, value;
  double n = 0;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &thread, NULL))
    if (!g_hash_table_contains (after, thread))
      return -1;
  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &thread, &value))
    {
      const double *old = g_hash_table_lookup (before, thread);

      n += *(double *) value - (old ? *old : 0);
    }

  return n;
}

static void
wait_for_seconds (guint seconds)
{
  GMainLoop *loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add_seconds_once (seconds, (GSourceOnceFunc) g_main_loop_quit, loop);
  g_main_loop_run (loop);
  g_main_loop_unref (loop);
}

static void
ready_cb (GApplication *application, gpointer data)
{
  g_application_hold (application);
  g_print ("ready\n");
}

static int
run_plain (void)
{
  g_autoptr (GApplication) application = g_application_new ("org.gotc.Bench", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (ready_cb), NULL);

  return g_application_run (application, 0, NULL);
}

static void
measure_plain (const char *program)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--plain", NULL);
  char answer[5];

  g_assert_no_error (error);
  g_input_stream_read_all (g_subprocess_get_stdout_pipe (child), answer, sizeof answer, NULL, NULL, &error);
  g_assert_no_error (error);
  bench_print ("agent-memory", BENCH_REFERENCE,
               get_memory_mb ((guint) atoi (g_subprocess_get_identifier (child))));
  g_subprocess_force_exit (child);
  g_subprocess_wait (child, NULL, NULL);
}

static void
fill_store (AgentFixture *fixture)
{
  int starts_s[BIG_SESSIONS];

  for (guint i = 0; i < BIG_SESSIONS; i++)
    starts_s[i] = DAY_S + (int) i * 60;
  agent_add_conference (fixture, starts_s, BIG_SESSIONS);
  for (guint i = 0; i < N_STARS; i++)
    agent_star (fixture, i);
}

/* Counts again if a thread has ended meanwhile. */
static double
count_switches (guint pid, guint seconds)
{
  for (guint i = 0; i < MAX_COUNTS; i++)
    {
      g_autoptr (GHashTable) before = read_switches (pid);
      g_autoptr (GHashTable) after = NULL;
      double n;

      wait_for_seconds (seconds);
      after = read_switches (pid);
      n = subtract_switches (after, before);
      if (n >= 0)
        return n;
    }
  g_error ("Threads of the agent ended in each of %u counts", MAX_COUNTS);
}

int
main (int argc, char *argv[])
{
  const guint idle_s = argc > 1 ? (guint) atoi (argv[1]) : DEFAULT_IDLE_S;
  AgentFixture fixture = { 0 };
  guint pid;

  if (argc > 1 && g_str_equal (argv[1], "--plain"))
    return run_plain ();

  agent_set_up (&fixture, "gtk");
  fill_store (&fixture);
  agent_start (&fixture);
  agent_wait_until_idle (&fixture);
  pid = agent_get_pid (&fixture);
  wait_for_seconds (SETTLE_S);
  measure_plain (argv[0]);
  bench_print ("agent-memory", BENCH_PLANNER, get_memory_mb (pid));
  bench_print ("agent-switches", BENCH_PLANNER, count_switches (pid, idle_s) * 60 / idle_s);
  agent_tear_down (&fixture, "gtk");

  return 0;
}
