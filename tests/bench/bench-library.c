/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures a star until it is durable, and refreshes: one that the server answers with 304, and one with ten changes.
 *
 * bench-library FOLDER ADDRESS: an empty folder for the database, on a real disk, and the address of a server that sends the
 * big schedule with an ETag. */

#include "files.h"
#include "bench/bench-samples.h"
#include "bench/big-schedule.h"
#include "library/loading.h"

#include "library/planner-conference-refresh.h"
#include "library/planner-import.h"
#include "model/planner-agenda-bytes.h"

#include <sqlite3.h>
#include <string.h>

#define N_ROUNDS 15
#define N_CHANGES 10
#define TITLE "\"title\":"

typedef struct
{
  PlannerLibrary *library;
  sqlite3 *db; /* another database, beside that of the library */
  GBytes *schedule;
} Bench;

/* The processor time of all threads. */
static double
get_process_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static double
get_wall_ms (void)
{
  return (double) g_get_monotonic_time () / 1e3;
}

static void
execute (sqlite3 *db, const char *statement)
{
  g_assert_cmpint (sqlite3_exec (db, statement, NULL, NULL, NULL), ==, SQLITE_OK);
}

/* A database with the settings of Planner's, beside it on the same disk. */
static sqlite3 *
open_plain_database (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "plain.db", NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  execute (db, "PRAGMA journal_mode = WAL");
  execute (db, "PRAGMA synchronous = FULL");
  execute (db, "CREATE TABLE stars (key TEXT PRIMARY KEY, snapshot BLOB)");
  execute (db, "CREATE TABLE agendas (id INTEGER PRIMARY KEY, agenda BLOB)");

  return db;
}

static double
commit_plainly (sqlite3 *db)
{
  const double begin_ms = get_wall_ms ();

  execute (db, "INSERT INTO stars VALUES (hex (randomblob (16)), randomblob (4096))");

  return get_wall_ms () - begin_ms;
}

static double
star (PlannerConference *conference, PlannerEntry *entry)
{
  g_autoptr (GAsyncResult) result = NULL;
  const double begin_ms = get_wall_ms ();

  planner_conference_set_starred_async (conference, entry, TRUE, NULL, keep_result_cb, &result);
  g_assert_true (planner_conference_set_starred_finish (conference, wait_for_result (&result), NULL));

  return get_wall_ms () - begin_ms;
}

static void
measure_stars (Bench *bench, PlannerConference *conference)
{
  for (guint i = 0; i < 4 * N_ROUNDS; i++)
    {
      g_autoptr (PlannerEntry) entry =
          g_list_model_get_item (planner_conference_get_entries (conference), i * 20);

      bench_print ("star", BENCH_REFERENCE, commit_plainly (bench->db));
      bench_print ("star", BENCH_PLANNER, star (conference, entry));
    }
}

static double
refresh (PlannerConference *conference)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const double begin_ms = get_process_ms ();

  planner_conference_refresh_async (conference, NULL, keep_result_cb, &result);
  planner_conference_refresh_finish (conference, wait_for_result (&result), &error);
  g_assert_no_error (error);

  return get_process_ms () - begin_ms;
}

static void
measure_not_modified (Bench *bench, const char *address)
{
  g_autoptr (GError) error = NULL;
  PlannerConference *conference = add_to_library (bench->library, address, &error);

  g_assert_no_error (error);
  refresh (conference);
  for (guint i = 0; i < N_ROUNDS; i++)
    bench_print ("refresh-304", BENCH_PLANNER, refresh (conference));
}

/* Changes the first letter of ten titles. */
static char *
change_titles (const char *text, guint round)
{
  char *changed = g_strdup (text);
  char *title = changed;

  for (guint i = 0; i < N_CHANGES * 60; i++)
    {
      title = strstr (title + 1, TITLE);
      g_assert_nonnull (title);
      if (i % 60 == 30)
        strchr (title + strlen (TITLE), '"')[1] = (char) ('A' + round % 26);
    }

  return changed;
}

static double
import (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  const double begin_ms = get_process_ms ();
  g_autoptr (PlannerAgenda) agenda = planner_import_read (bytes, NULL, NULL, NULL, NULL, NULL);
  const double end_ms = get_process_ms ();

  g_assert_nonnull (agenda);

  return end_ms - begin_ms;
}

static void
write_agenda (sqlite3 *db, GBytes *bytes)
{
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "REPLACE INTO agendas VALUES (1, ?)", -1, &statement, NULL), ==,
                   SQLITE_OK);
  sqlite3_bind_blob64 (statement, 1, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

/* The plain way: reads and imports the file and writes its agenda. A refresh also compares the two editions. */
static double
import_and_write (Bench *bench, const char *path)
{
  const double begin_ms = get_process_ms ();
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) text = g_mapped_file_get_bytes (file);
  PlannerAgenda *agenda = planner_import_read (text, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (GBytes) bytes = planner_agenda_to_bytes (agenda);

  write_agenda (bench->db, bytes);
  planner_agenda_unref (agenda);

  return get_process_ms () - begin_ms;
}

static void
count_cb (PlannerEntry *entry, GParamSpec *pspec, guint *n_changed)
{
  (*n_changed)++;
}

/* Counts the entries whose rows a refresh binds again. */
static void
watch_entries (PlannerConference *conference, guint *n_changed)
{
  GListModel *entries = planner_conference_get_entries (conference);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (entries, i);

      g_signal_connect (entry, "notify::session", G_CALLBACK (count_cb), n_changed);
    }
}

static void
measure_changes (Bench *bench, PlannerConference *conference, const char *path)
{
  g_autofree char *text =
      g_strndup (g_bytes_get_data (bench->schedule, NULL), g_bytes_get_size (bench->schedule));
  guint n_changed = 0;

  watch_entries (conference, &n_changed);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *changed = change_titles (text, i);

      g_assert_true (g_file_set_contents (path, changed, -1, NULL));
      n_changed = 0;
      bench_print ("refresh-ten", BENCH_REFERENCE, import (changed));
      bench_print ("refresh-ten", BENCH_PLANNER, refresh (conference));
      bench_print ("refresh-least", BENCH_REFERENCE, import (changed));
      bench_print ("refresh-least", BENCH_PLANNER, import_and_write (bench, path));
      bench_print ("rebind-ten", BENCH_PLANNER, n_changed);
    }
}

int
main (int argc, char *argv[])
{
  Bench bench = { .schedule = big_schedule_read ("json") };
  g_autofree char *store_path = g_build_filename (argv[1], "planner.db", NULL);
  g_autofree char *path = g_build_filename (argv[1], "schedule.json", NULL);
  g_autoptr (PlannerFetcher) fetcher = planner_fetcher_new ();
  g_autoptr (GError) error = NULL;
  PlannerConference *conference;

  g_assert_cmpint (argc, ==, 3);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bench.schedule, NULL),
                                      (gssize) g_bytes_get_size (bench.schedule), NULL));
  bench.db = open_plain_database (argv[1]);
  bench.library = load_library (store_path, fetcher);
  conference = add_to_library (bench.library, path, &error);
  g_assert_no_error (error);
  measure_stars (&bench, conference);
  measure_changes (&bench, conference, path);
  measure_not_modified (&bench, argv[2]);

  finish_object (bench.library);
  sqlite3_close (bench.db);
  g_bytes_unref (bench.schedule);

  return 0;
}
