/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kills a process that toggles stars many times. Each toggle that it has acknowledged must be stored.
 */

#include "store/store-fixture.h"

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_ROUNDS 200
#define N_SESSIONS 16
#define MAX_LINES 9

static PlannerAgenda *
make_many (void)
{
  Row rows[N_SESSIONS];
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_SESSIONS; i++)
    {
      char *key = g_strdup_printf ("%u", i);
      char *title = g_strnfill (20000 + i, 'a');

      g_ptr_array_add (strings, key);
      g_ptr_array_add (strings, title);
      rows[i] = (Row) { .key = key, .guid = key, .title = title, .start_utc = START_UTC };
    }

  return make_agenda (rows, N_SESSIONS);
}

/* "?7" means that star 7 is about to be toggled, "+7" and "-7" that it is now starred or unstarred. */
static void
say (int out, char what, guint session)
{
  char line[16];
  const int length = g_snprintf (line, sizeof line, "%c%u\n", what, session);

  if (write (out, line, length) != length)
    _exit (1);
}

static gboolean
set_star (PlannerStore *store, gint64 id, const PlannerAgenda *agenda, guint session, gboolean starred)
{
  g_autofree char *key = g_strdup_printf ("%u", session);
  g_autoptr (PlannerStar) star = planner_star_new (agenda, planner_agenda_find_session (agenda, key));

  return starred ? planner_store_add_star (store, id, star, NULL)
                 : planner_store_remove_star (store, id, key, NULL);
}

static void
read_stars (PlannerStore *store, gint64 id, gboolean *starred)
{
  g_autoptr (GPtrArray) stars = planner_store_list_stars (store, id, NULL);

  g_assert_nonnull (stars);
  memset (starred, 0, N_SESSIONS * sizeof *starred);
  for (guint i = 0; i < stars->len; i++)
    {
      const PlannerStar *star = g_ptr_array_index (stars, i);

      starred[g_ascii_strtoull (star->identity->key, NULL, 10)] = TRUE;
    }
}

static void
toggle_until_killed (const char *path, int out, guint32 seed)
{
  g_autoptr (PlannerStore) store = planner_store_open (path, NULL);
  g_autoptr (PlannerAgenda) agenda = make_many ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  gboolean starred[N_SESSIONS];

  read_stars (store, 1, starred);
  while (TRUE)
    {
      const guint session = g_rand_int_range (rand, 0, N_SESSIONS);

      say (out, '?', session);
      if (!set_star (store, 1, agenda, session, !starred[session]))
        return;
      starred[session] = !starred[session];
      say (out, starred[session] ? '+' : '-', session);
    }
}

/* Forks, which is faster than a new program. This process has no threads and has not opened the database. */
static FILE *
start_toggling (const char *path, guint32 seed, pid_t *pid)
{
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  *pid = fork ();
  g_assert_cmpint (*pid, >=, 0);
  if (*pid == 0)
    {
      close (ends[0]);
      toggle_until_killed (path, ends[1], seed);
      _exit (1);
    }
  close (ends[1]);

  return fdopen (ends[0], "r");
}

/* Returns: the session that was being toggled at the kill, or -1 */
static int
take_line (const char *line, gboolean *expected, int pending)
{
  const guint session = g_ascii_strtoull (line + 1, NULL, 10);

  g_assert_cmpuint (session, <, N_SESSIONS);
  if (line[0] == '?')
    return session;
  g_assert_cmpint (session, ==, pending);
  expected[session] = line[0] == '+';

  return -1;
}

static int
toggle_and_kill (const char *path, guint32 seed, guint n_lines, gboolean *expected)
{
  pid_t pid;
  FILE *lines = start_toggling (path, seed, &pid);
  char line[16];
  int status, pending = -1;

  for (guint i = 0; i < n_lines; i++)
    {
      g_assert_nonnull (fgets (line, sizeof line, lines));
      pending = take_line (line, expected, pending);
    }
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  while (fgets (line, sizeof line, lines))
    pending = take_line (line, expected, pending);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  fclose (lines);

  return pending;
}

/* Keeps the log of the killed process, which the next process recovers and checkpoints. */
static sqlite3 *
look_at (const char *path)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);

  return db;
}

static void
check_integrity (sqlite3 *db)
{
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA integrity_check", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "ok");
  sqlite3_finalize (statement);
}

static void
compare (sqlite3 *db, gboolean *expected, int pending)
{
  gboolean starred[N_SESSIONS] = { FALSE };
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT key FROM stars WHERE removed_utc IS NULL", -1, &statement,
                                       NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    starred[sqlite3_column_int (statement, 0)] = TRUE;
  sqlite3_finalize (statement);

  for (int i = 0; i < N_SESSIONS; i++)
    if (i != pending)
      g_assert_cmpint (starred[i], ==, expected[i]);
  memcpy (expected, starred, sizeof starred);
}

static void
test_kill (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = make_many ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  gboolean expected[N_SESSIONS] = { FALSE };

  g_assert_cmpint (add_conference (fixture->store, "https://example.org/schedule.json", agenda), ==, 1);
  g_clear_object (&fixture->store);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const guint n_lines = g_rand_int_range (rand, 1, MAX_LINES + 1);
      const int pending = toggle_and_kill (fixture->path, g_rand_int (rand), n_lines, expected);
      sqlite3 *db = look_at (fixture->path);

      check_integrity (db);
      compare (db, expected, pending);
      sqlite3_close (db);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/store/durability/killed-process", Fixture, NULL, fixture_set_up, test_kill,
              fixture_tear_down);

  return g_test_run ();
}
