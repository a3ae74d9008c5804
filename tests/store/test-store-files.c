/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * I6: faults of the file and the disk are reported, and no data is lost.
 */

#include "store/faulty-disk.h"
#include "store/store-fixture.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define ADDRESS "https://example.org/schedule.json"

static const Row rows[] = {
  { "a", "guid-a", "1", "Kernel", START_UTC },
  { "b", "guid-b", "2", "Compiler", START_UTC + 3600 },
};

static const Row newer_rows[] = {
  { "b", "guid-a", "2", "Kernel", START_UTC },
};

typedef struct
{
  char *folder;
  char *path;
  char *copy;
  char *part;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = g_dir_make_tmp ("planner-store-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "planner.db", NULL);
  place->copy = g_strconcat (place->path, ".backup-v0", NULL);
  place->part = g_strconcat (place->copy, ".part", NULL);
}

static void
tear_down (Place *place, gconstpointer data)
{
  repair_disk ();
  remove_folder (place->folder);
  g_free (place->folder);
  g_free (place->path);
  g_free (place->copy);
  g_free (place->part);
}

static GBytes *
read_file (const char *path)
{
  char *contents;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

static void
assert_opening_fails (const char *path, PlannerStoreError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerStore) store = planner_store_open (path, &error);

  g_assert_null (store);
  g_assert_error (error, PLANNER_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_nonnull (strstr (error->message, "planner.db"));
}

static void
assert_left_alone (const char *path, PlannerStoreError code, const char *words)
{
  g_autoptr (GBytes) before = read_file (path);
  g_autoptr (GBytes) after = NULL;

  assert_opening_fails (path, code, words);
  after = read_file (path);
  g_assert_true (g_bytes_equal (before, after));
}

/* A closed store with one star. */
static void
make_store (const char *path)
{
  g_autoptr (PlannerStore) store = open_store (path);
  g_autoptr (PlannerAgenda) agenda = make_agenda (rows, G_N_ELEMENTS (rows));

  add_star (store, add_conference (store, ADDRESS, agenda), agenda, "a");
}

static void
test_migration (Place *place, gconstpointer data)
{
  g_autoptr (PlannerStore) store = NULL;

  execute (place->path, "PRAGMA application_id = 0x474f5443; CREATE TABLE notes (text TEXT);"
                        "INSERT INTO notes VALUES ('mine')");
  g_assert_true (g_file_set_contents (place->part, "left by an interruption", -1, NULL));
  store = open_store (place->path);

  g_assert_false (g_file_test (place->part, G_FILE_TEST_EXISTS));
  assert_answer (place->copy, "SELECT text FROM notes", "mine");
  assert_answer (place->copy, "PRAGMA user_version", "0");
  assert_answer (place->copy, "SELECT count(*) FROM sqlite_schema", "1");
  assert_answer (place->path, "SELECT text FROM notes", "mine");
  assert_answer (place->path, "PRAGMA user_version", NEWEST);
}

static void
test_no_copy (Place *place, gconstpointer data)
{
  make_store (place->path);
  g_assert_false (g_file_test (place->copy, G_FILE_TEST_EXISTS));
}

static void
test_failed_migration (Place *place, gconstpointer data)
{
  execute (place->path, "PRAGMA application_id = 0x474f5443; CREATE TABLE stars (key TEXT);"
                        "INSERT INTO stars VALUES ('mine')");
  assert_opening_fails (place->path, PLANNER_STORE_ERROR_FAILED, "stars already exists");

  assert_answer (place->path, "SELECT key FROM stars", "mine");
  assert_answer (place->path, "PRAGMA user_version", "0");
  assert_answer (place->path, "SELECT count(*) FROM sqlite_schema", "1");
  assert_answer (place->copy, "SELECT key FROM stars", "mine");
}

static void
test_migration_full (Place *place, gconstpointer data)
{
  gboolean opened = FALSE;
  guint n_failures = 0;

  execute (place->path, "PRAGMA application_id = 0x474f5443; CREATE TABLE notes (text TEXT);"
                        "INSERT INTO notes VALUES ('mine')");
  for (int n_writes = 0; !opened; n_writes++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlannerStore) store = NULL;

      disk_writes_left = n_writes;
      store = planner_store_open (place->path, &error);
      opened = store != NULL;
      repair_disk ();
      if (!opened)
        {
          g_assert_error (error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_FULL);
          n_failures++;
        }
      assert_answer (place->path, "SELECT text FROM notes", "mine");
      assert_answer (place->path, "PRAGMA user_version", opened ? NEWEST : "0");
      assert_answer (place->path, "PRAGMA integrity_check", "ok");
    }

  g_assert_cmpuint (n_failures, >, 3);
  assert_answer (place->copy, "SELECT text FROM notes", "mine");
}

static void
overwrite (const char *path, gsize offset, gsize size_bytes, guint8 value)
{
  g_autofree guint8 *junk = g_malloc (size_bytes);
  FILE *file = g_fopen (path, "r+");

  memset (junk, value, size_bytes);
  g_assert_cmpint (fseek (file, offset, SEEK_SET), ==, 0);
  g_assert_cmpint (fwrite (junk, 1, size_bytes, file), ==, size_bytes);
  g_assert_cmpint (fclose (file), ==, 0);
}

typedef struct
{
  const char *path;
  gsize offset;
  gsize size_bytes;
  guint8 value;
} Damage;

static const Damage damages[] = {
  { "/store/I6/corrupt/head", 0, 16, 'x' },
  { "/store/I6/corrupt/schema", 100, 3900, 0 },
  { "/store/I6/corrupt/second-page", 4096, 4096, 0xff },
  { "/store/I6/corrupt/all-but-the-first-page", 4096, 8 * 4096, 0x5a },
  { "/store/I6/corrupt/zeroes", 2 * 4096, 4 * 4096, 0 },
};

static void
test_corrupt (Place *place, gconstpointer data)
{
  const Damage *damage = data;

  make_store (place->path);
  overwrite (place->path, damage->offset, damage->size_bytes, damage->value);
  assert_left_alone (place->path, PLANNER_STORE_ERROR_CORRUPT, "damaged");
}

static void
test_truncated (Place *place, gconstpointer data)
{
  make_store (place->path);
  g_assert_cmpint (truncate (place->path, 3 * 4096), ==, 0);
  assert_left_alone (place->path, PLANNER_STORE_ERROR_CORRUPT, "damaged");
}

static void
test_no_database (Place *place, gconstpointer data)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  g_assert_true (g_file_set_contents (place->path, text, -1, NULL));
  assert_left_alone (place->path, PLANNER_STORE_ERROR_CORRUPT, "damaged");
}

static void
test_foreign (Place *place, gconstpointer data)
{
  execute (place->path, "CREATE TABLE theirs (text TEXT)");
  assert_left_alone (place->path, PLANNER_STORE_ERROR_FAILED, "another program");
}

static void
test_newer (Place *place, gconstpointer data)
{
  make_store (place->path);
  execute (place->path, "PRAGMA user_version = 99");
  assert_left_alone (place->path, PLANNER_STORE_ERROR_NEWER, "newer version");
}

/* The write-ahead log of a newer planner that was killed is kept for it. */
static void
test_newer_with_log (Place *place, gconstpointer data)
{
  g_autofree char *log = g_strconcat (place->path, "-wal", NULL);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  sqlite3 *db;

  make_store (place->path);
  g_assert_cmpint (sqlite3_open (place->path, &db), ==, SQLITE_OK);
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_exec (db, "PRAGMA user_version = 99", NULL, NULL, NULL);
  sqlite3_close (db);

  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  before = read_file (log);
  assert_left_alone (place->path, PLANNER_STORE_ERROR_NEWER, "newer version");
  after = read_file (log);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_read_only_file (Place *place, gconstpointer data)
{
  make_store (place->path);
  disk_read_only = TRUE;
  assert_left_alone (place->path, PLANNER_STORE_ERROR_READ_ONLY, "may not write");
}

static void
test_read_only_folder (Place *place, gconstpointer data)
{
  disk_read_only = TRUE;
  assert_opening_fails (place->path, PLANNER_STORE_ERROR_READ_ONLY, "may not write");
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
}

static void
test_file_for_folder (Place *place, gconstpointer data)
{
  g_autofree char *path = g_build_filename (place->folder, "file", "planner.db", NULL);
  g_autofree char *file = g_path_get_dirname (path);

  g_assert_true (g_file_set_contents (file, "text", -1, NULL));
  assert_opening_fails (path, PLANNER_STORE_ERROR_FAILED, "could not be read or written");
}

static void
test_folder_for_file (Place *place, gconstpointer data)
{
  g_assert_cmpint (g_mkdir (place->path, 0700), ==, 0);
  assert_opening_fails (place->path, PLANNER_STORE_ERROR_FAILED, "Is a directory");
}

/* SQLite itself does not wait for this lock. */
static void
test_busy_at_first (Place *place, gconstpointer data)
{
  disk_busy = 3;
  make_store (place->path);
  g_assert_cmpint (disk_busy, ==, 0);
}

static void
test_full_at_first (Place *place, gconstpointer data)
{
  disk_writes_left = 0;
  assert_opening_fails (place->path, PLANNER_STORE_ERROR_FULL, "no space left");
  repair_disk ();
  make_store (place->path);
}

/* The disk is full at each write of a refresh in turn. The refresh is stored completely or not at all. */
static void
test_full (Place *place, gconstpointer data)
{
  g_autoptr (PlannerAgenda) newer = make_agenda (newer_rows, G_N_ELEMENTS (newer_rows));
  g_autoptr (PlannerStore) store = NULL;
  g_autoptr (PlannerConferenceRecord) record = make_record (ADDRESS);
  gboolean saved = FALSE;
  guint n_failures = 0;

  make_store (place->path);
  store = open_store (place->path);
  record->id = 1;
  g_set_str (&record->title, "Newer");

  for (int n_writes = 0; !saved; n_writes++)
    {
      g_autoptr (GError) error = NULL;

      disk_writes_left = n_writes;
      saved = try_save_agenda (store, record, newer, &error);
      repair_disk ();
      if (!saved)
        {
          g_assert_error (error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_FULL);
          n_failures++;
        }
      assert_stars (store, 1, saved ? "b Kernel" : "a Kernel");
      assert_answer (place->path, "SELECT title FROM conferences", saved ? "Newer" : "Conference");
      assert_answer (place->path, "PRAGMA integrity_check", "ok");
    }

  g_assert_cmpuint (n_failures, >, 3);
}

static void
test_full_star (Place *place, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda (rows, G_N_ELEMENTS (rows));
  g_autoptr (PlannerStar) star = planner_star_new (agenda, planner_agenda_find_session (agenda, "b"));
  g_autoptr (PlannerStore) store = NULL;
  g_autoptr (GError) error = NULL;

  make_store (place->path);
  store = open_store (place->path);
  disk_writes_left = 1;
  g_assert_false (planner_store_add_star (store, 1, star, &error));
  g_assert_error (error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_FULL);
  assert_stars (store, 1, "a Kernel");

  repair_disk ();
  g_assert_true (planner_store_add_star (store, 1, star, NULL));
  assert_stars (store, 1, "a Kernel, b Compiler");
}

/* The planner never leaves an empty file, so its content was lost. */
static void
test_empty (Place *place, gconstpointer data)
{
  g_autoptr (PlannerStore) store = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  make_store (place->path);
  g_assert_true (g_file_set_contents (place->path, "", 0, NULL));
  store = planner_store_open (place->path, &error);
  g_assert_error (error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_CORRUPT);
  g_assert_null (store);
  g_assert_cmpint (g_stat (place->path, &info), ==, 0);
  g_assert_cmpint (info.st_size, ==, 0);
}

static void
test_mode (Place *place, gconstpointer data)
{
  g_autoptr (PlannerStore) store = open_store (place->path);
  GStatBuf info;

  g_assert_cmpint (g_stat (place->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* Another program removes the key of a star while the planner is closed, and while it is open. */
static void
test_no_key (Place *place, gconstpointer data)
{
  g_autoptr (PlannerStore) store = NULL;

  make_store (place->path);
  execute (place->path, "UPDATE stars SET key = NULL");
  store = open_store (place->path);
  assert_answer (place->path, "SELECT count(*) FROM stars WHERE key LIKE 'star~1~%'", "1");

  execute (place->path, "UPDATE stars SET key = NULL");
  assert_stars (store, 1, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  install_faulty_disk ();

#define ADD(path, function) g_test_add (path, Place, NULL, set_up, function, tear_down)
  ADD ("/store/I6/migration/copy", test_migration);
  ADD ("/store/I6/migration/no-copy-of-a-new-database", test_no_copy);
  ADD ("/store/I6/migration/failed", test_failed_migration);
  ADD ("/store/I6/migration/disk-is-full", test_migration_full);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    g_test_add (damages[i].path, Place, &damages[i], set_up, test_corrupt, tear_down);
  ADD ("/store/I6/corrupt/truncated", test_truncated);
  ADD ("/store/I6/corrupt/no-database", test_no_database);
  ADD ("/store/I6/corrupt/empty", test_empty);
  ADD ("/store/I6/star-without-key", test_no_key);
  ADD ("/store/V8/only-the-attendee-reads-the-file", test_mode);
  ADD ("/store/I6/database-of-another-program", test_foreign);
  ADD ("/store/I6/newer-version", test_newer);
  ADD ("/store/I6/newer-version-with-log", test_newer_with_log);
  ADD ("/store/I6/read-only/file", test_read_only_file);
  ADD ("/store/I6/read-only/folder", test_read_only_folder);
  ADD ("/store/I6/path/file-for-folder", test_file_for_folder);
  ADD ("/store/I6/path/folder-for-file", test_folder_for_file);
  ADD ("/store/busy-while-creating", test_busy_at_first);
  ADD ("/store/I6/full/creation", test_full_at_first);
  ADD ("/store/I6/full/refresh", test_full);
  ADD ("/store/I6/full/star", test_full_star);

  return g_test_run ();
}
