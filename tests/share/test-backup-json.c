/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "files.h"
#include "share/equal.h"

#include "model/planner-agenda-bytes.h"
#include "model/planner-backup-error.h"
#include "model/planner-star.h"
#include "net/planner-fetch-error.h"
#include "share/planner-backup-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define ID "0123456789abcdef0123456789abcdef"
#define OTHER "00000000000000000000000000000000"
#define ADDRESS "https://example.org/schedule.json"

static PlannerBackup *
read_text_as_backup (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return planner_backup_new_from_json (bytes, error);
}

static void
add_mark (PlannerBackupItem *item, const char *installation, gint64 added, gint64 removed)
{
  PlannerBackupMark *mark = planner_backup_item_find_mark (item, installation);

  mark->added = added;
  mark->removed = removed;
}

static void
add_star (PlannerBackup *backup, const PlannerAgenda *agenda, const PlannerSession *session)
{
  g_autoptr (PlannerStar) star = planner_star_new (agenda, session);
  PlannerBackupItem *item = planner_backup_item_new (ADDRESS, session->key);

  item->identity = g_steal_pointer (&star->identity);
  item->snapshot = g_bytes_ref (star->snapshot);
  add_mark (item, ID, 3, 0);
  planner_backup_item_set_field (item, PLANNER_BACKUP_SESSION, NULL, 3, ID);
  planner_backup_item_set_field (item, PLANNER_BACKUP_DEGREE, "1", 4, ID);
  planner_backup_item_set_field (item, PLANNER_BACKUP_NOTE, "Front row\n\"quoted\"", 5, OTHER);
  planner_backup_item_set_field (item, PLANNER_BACKUP_LEAD, NULL, 6, ID);
  g_ptr_array_add (backup->items, item);
}

static PlannerBackup *
make_backup (const PlannerAgenda *agenda)
{
  PlannerBackup *backup = planner_backup_new (ID, 7);
  PlannerBackupItem *conference = planner_backup_item_new (ADDRESS, "");
  PlannerBackupItem *removed = planner_backup_item_new ("https://example.org/removed.json", "");

  add_mark (conference, ID, 1, 0);
  add_mark (conference, OTHER, 2, 2);
  planner_backup_item_set_field (conference, PLANNER_BACKUP_ADDRESS, ADDRESS, 1, ID);
  planner_backup_item_set_field (conference, PLANNER_BACKUP_REMIND, "0", 2, ID);
  add_mark (removed, ID, 1, 1);
  removed->removed_utc = 1685236800;
  g_ptr_array_add (backup->items, conference);
  g_ptr_array_add (backup->items, removed);
  for (guint i = 0; agenda && i < agenda->sessions->len; i++)
    add_star (backup, agenda, planner_agenda_get_session (agenda, i));
  planner_backup_sort (backup);

  return backup;
}

/* The texts for the search are not written. */
static void
assert_snapshot (const PlannerBackupItem *a, const PlannerBackupItem *b)
{
  static const char *const no_languages[] = { NULL };
  g_autoptr (PlannerAgenda) x = planner_agenda_new_from_bytes (a->snapshot, no_languages);
  g_autoptr (PlannerAgenda) y = planner_agenda_new_from_bytes (b->snapshot, no_languages);
  const PlannerSession *s = planner_agenda_get_session (x, 0), *t = planner_agenda_get_session (y, 0);

  g_assert_cmpstr (s->key, ==, t->key);
  g_assert_cmpstr (s->title.variants[1], ==, t->title.variants[1]);
  g_assert_cmpint (s->start_utc, ==, t->start_utc);
  g_assert_cmpint (s->duration_s, ==, t->duration_s);
  g_assert_cmpuint (s->n_speakers, ==, t->n_speakers);
  g_assert_cmpstr (s->room ? s->room->name : NULL, ==, t->room ? t->room->name : NULL);
  g_assert_cmpstr (g_time_zone_get_identifier (s->zone), ==, g_time_zone_get_identifier (t->zone));
}

static void
check_round_trip (const PlannerAgenda *agenda)
{
  g_autoptr (PlannerBackup) backup = make_backup (agenda);
  g_autofree char *text = planner_backup_to_json (backup);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerBackup) copy = read_text_as_backup (text, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = planner_backup_to_json (copy);
  g_assert_cmpstr (text, ==, again);
  g_assert_cmpuint (copy->items->len, ==, backup->items->len);
  for (guint i = 0; i < copy->items->len; i++)
    {
      const PlannerBackupItem *a = g_ptr_array_index (backup->items, i);
      const PlannerBackupItem *b = g_ptr_array_index (copy->items, i);

      g_assert_cmpint (planner_backup_item_compare (a, b), ==, 0);
      if (a->snapshot)
        assert_snapshot (a, b);
    }
}

static void
check_schedule (const char *path)
{
  g_autoptr (PlannerAgenda) agenda = read_schedule (path);

  if (agenda && agenda->sessions->len <= 200)
    check_round_trip (agenda);
}

static void
test_round_trip (void)
{
  check_round_trip (NULL);
  for_each_schedule (check_schedule);
}

/* Replaces the first @from in a valid file by @to. */
static char *
make_variant (const char *from, const char *to)
{
  g_autoptr (PlannerAgenda) agenda = read_text (
      "{\"schedule\":{\"conference\":{\"title\":\"T\",\"time_zone_name\":\"Europe/Berlin\",\"days\":[{"
      "\"date\":\"2026-07-01\",\"rooms\":{\"Hall\":[{\"guid\":\"guid\",\"title\":\"Talk\","
      "\"date\":\"2026-07-01T10:00:00+02:00\",\"duration\":\"01:00\",\"url\":\"https://example.org/t\"}]}}]}}}");
  g_autoptr (PlannerBackup) backup = make_backup (agenda);
  g_autofree char *text = planner_backup_to_json (backup);
  GString *variant = g_string_new (text);

  g_assert_cmpuint (g_string_replace (variant, from, to, 1), ==, 1);

  return g_string_free_and_steal (variant);
}

static void
test_damaged (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    PlannerBackupError code;
  } cases[] = {
    { "gotc-planner-backup", "other", PLANNER_BACKUP_ERROR_OTHER_FILE },
    { "\"version\" : 1", "\"version\" : 2", PLANNER_BACKUP_ERROR_NEWER },
    { "\"counter\" : 7", "\"counter\" : -7", PLANNER_BACKUP_ERROR_DAMAGED },
    { "\"counter\" : 7", "\"counter\" : 9007199254740993", PLANNER_BACKUP_ERROR_DAMAGED },
    { "\"counter\" : 7", "\"counter\" : \"7\"", PLANNER_BACKUP_ERROR_DAMAGED },
    { ID, "../../etc/passwd", PLANNER_BACKUP_ERROR_DAMAGED },
    { "\"value\" : \"https://", "\"value\" : \"https://me:secret@", PLANNER_BACKUP_ERROR_DAMAGED },
    { "\"value\" : \"https://", "\"value\" : \"javascript:", PLANNER_BACKUP_ERROR_DAMAGED },
    { "Front row", "Front\\u001b[31m", PLANNER_BACKUP_ERROR_DAMAGED },
    { "\"value\" : 1", "\"value\" : 3", PLANNER_BACKUP_ERROR_DAMAGED },
    { "\"date\" : \"2026-07-01\"", "\"date\" : \"tomorrow\"", PLANNER_BACKUP_ERROR_DAMAGED },
    { "\"duration_s\" : 3600", "\"duration_s\" : 1e300", PLANNER_BACKUP_ERROR_DAMAGED },
    { "https://example.org/removed.json", ADDRESS, PLANNER_BACKUP_ERROR_DAMAGED },
    { "\"conferences\" : [", "\"conferences\" : [ 1,", PLANNER_BACKUP_ERROR_DAMAGED },
    { "\"conferences\" : [", "\"conferences\" : [ [", PLANNER_BACKUP_ERROR_DAMAGED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = make_variant (cases[i].from, cases[i].to);
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text_as_backup (text, &error));
      g_test_message ("%s: %s", cases[i].to, error->message);
      g_assert_error (error, PLANNER_BACKUP_ERROR, (int) cases[i].code);
      g_assert_null (strstr (error->message, "secret"));
    }
}

/* A file that a program copies may end anywhere. */
static void
test_cut_off (void)
{
  g_autofree char *text = make_variant ("Front", "Front");
  const gsize length = strlen (text);

  for (gsize n = 0; n < length - 1; n += 7)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, n);
      g_autoptr (GError) error = NULL;

      g_assert_null (planner_backup_new_from_json (bytes, &error));
      g_assert_nonnull (error);
    }
}

/* Unknown members come from a later version. A link that the interface would not open is left out. */
static void
test_tolerated (void)
{
  g_autofree char *unknown = make_variant ("\"conferences\"", "\"color\" : [ 1 ], \"conferences\"");
  g_autofree char *link = make_variant ("https://example.org/t\"", "javascript:alert\"");
  g_autoptr (PlannerBackup) with_unknown = read_text_as_backup (unknown, NULL);
  g_autoptr (PlannerBackup) with_link = read_text_as_backup (link, NULL);
  g_autofree char *again = planner_backup_to_json (with_link);

  g_assert_nonnull (with_unknown);
  g_assert_null (strstr (again, "javascript"));
}

typedef struct
{
  char *path;
  PlannerBackupFolder files;
} Folder;

static void
write_file (Folder *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
read_folder (Folder *folder)
{
  g_autoptr (GError) error = NULL;

  planner_backup_folder_clear (&folder->files);
  planner_backup_folder_read (&folder->files, folder->path, ID, &error);
  g_assert_no_error (error);
}

static void
test_folder (void)
{
  Folder folder = { .path = g_dir_make_tmp ("planner-sync-XXXXXX", NULL) };
  g_autoptr (PlannerBackup) backup = make_backup (NULL);
  g_autoptr (PlannerBackup) other = planner_backup_new (OTHER, 1);
  g_autofree char *own = g_build_filename (folder.path, "gotc-planner-" ID ".json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (planner_backup_folder_write (folder.path, backup, &error));
  g_assert_true (planner_backup_folder_write (folder.path, other, &error));
  write_file (&folder, "gotc-planner-notes.json", "mine");
  write_file (&folder, "gotc-planner-" OTHER ".json.tmp", "{");
  read_folder (&folder);
  g_assert_nonnull (folder.files.own);
  g_assert_cmpuint (folder.files.others->len, ==, 1);
  g_assert_no_error (folder.files.error);

  write_file (&folder, "gotc-planner-" OTHER ".json", "{");
  read_folder (&folder);
  g_assert_cmpuint (folder.files.others->len, ==, 0);
  g_assert_error (folder.files.error, PLANNER_BACKUP_ERROR, PLANNER_BACKUP_ERROR_DAMAGED);

  /* Its own damaged file is written again. */
  write_file (&folder, "gotc-planner-" ID ".json", "{");
  g_assert_true (planner_backup_folder_write (folder.path, backup, &error));
  read_folder (&folder);
  g_assert_nonnull (folder.files.own);
  remove_folder (folder.path);

  g_assert_false (planner_backup_folder_write (folder.path, backup, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  planner_backup_folder_clear (&folder.files);
  g_free (folder.path);
}

static void
assert_unreadable (const char *path, int code)
{
  g_auto (PlannerBackupFolder) files = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) check_error = NULL;

  g_assert_false (planner_backup_folder_read (&files, path, ID, &error));
  g_assert_error (error, PLANNER_BACKUP_ERROR, code);
  g_assert_false (planner_backup_folder_check (path, &check_error));
  g_assert_error (check_error, PLANNER_BACKUP_ERROR, code);
}

/* The administrator may read all folders and files. A sandbox may know no other user.
 *
 * Returns: whether this process has only the rights of an ordinary user now; otherwise, the test is marked as skipped */
static gboolean
give_up_rights (void)
{
  if (geteuid () != 0 || seteuid (65534) == 0)
    return TRUE;

  g_test_skip ("There is no ordinary user");

  return FALSE;
}

static void
get_rights_back (void)
{
  g_assert_cmpint (seteuid (getuid ()), ==, 0);
}

static void
test_unreadable_folder (void)
{
  g_autofree char *path = g_dir_make_tmp ("planner-sync-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (path, "missing", NULL);
  g_autofree char *file = g_build_filename (path, "file", NULL);
  g_autofree char *loop = g_build_filename (path, "loop", NULL);

  g_assert_true (g_file_set_contents (file, "", -1, NULL));
  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  assert_unreadable (missing, PLANNER_BACKUP_ERROR_NO_FOLDER);
  assert_unreadable (file, PLANNER_BACKUP_ERROR_NO_FOLDER);
  assert_unreadable (loop, PLANNER_BACKUP_ERROR_UNREADABLE);

  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  if (give_up_rights ())
    {
      assert_unreadable (path, PLANNER_BACKUP_ERROR_FORBIDDEN);
      assert_unreadable (missing, PLANNER_BACKUP_ERROR_FORBIDDEN);
      get_rights_back ();
    }
  g_assert_cmpint (g_chmod (path, 0700), ==, 0);
  remove_folder (path);
}

static void
assert_no_backup (const char *path, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (planner_backup_read_file (path, &error));
  g_assert_error (error, PLANNER_FETCH_ERROR, code);
}

static void
test_unreadable_file (void)
{
  g_autofree char *path = g_dir_make_tmp ("planner-sync-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (path, "backup.json", NULL);

  assert_no_backup (file, PLANNER_FETCH_ERROR_NO_SUCH_FILE);
  g_assert_true (g_file_set_contents (file, "{}", -1, NULL));
  g_assert_cmpint (g_chmod (file, 0), ==, 0);
  if (give_up_rights ())
    {
      assert_no_backup (file, PLANNER_FETCH_ERROR_UNREADABLE);
      get_rights_back ();
    }
  remove_folder (path);
}

/* Other computers would copy a file that is written without need. */
static void
test_no_needless_write (void)
{
  g_autofree char *path = g_dir_make_tmp ("planner-sync-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (path, "gotc-planner-" ID ".json", NULL);
  g_autoptr (PlannerBackup) backup = make_backup (NULL);
  GStatBuf before, after;

  g_assert_true (planner_backup_folder_write (path, backup, NULL));
  g_assert_cmpint (g_stat (file, &before), ==, 0);
  g_assert_true (planner_backup_folder_write (path, backup, NULL));
  g_assert_cmpint (g_stat (file, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  g_assert_cmpuint (before.st_mode & 0777, ==, 0600);
  remove_folder (path);
}

static void
test_too_many_files (void)
{
  Folder folder = { .path = g_dir_make_tmp ("planner-sync-XXXXXX", NULL) };

  for (guint i = 1; i <= 70; i++)
    {
      g_autofree char *id = g_strdup_printf ("%032x", i);
      g_autoptr (PlannerBackup) backup = planner_backup_new (id, 1);

      g_assert_true (planner_backup_folder_write (folder.path, backup, NULL));
    }
  read_folder (&folder);
  g_assert_cmpuint (folder.files.others->len, ==, 64);
  g_assert_error (folder.files.error, PLANNER_BACKUP_ERROR, PLANNER_BACKUP_ERROR_TOO_MANY);
  planner_backup_folder_clear (&folder.files);
  remove_folder (folder.path);
  g_free (folder.path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/share/Y4/backup/round-trip-is-equal", test_round_trip);
  g_test_add_func ("/share/Y5/backup/damaged-file-is-refused", test_damaged);
  g_test_add_func ("/share/Y5/backup/incomplete-file-is-refused", test_cut_off);
  g_test_add_func ("/share/Y5/backup/unknown-members-are-ignored", test_tolerated);
  g_test_add_func ("/share/backup/reason-why-the-file-is-not-read", test_unreadable_file);
  g_test_add_func ("/share/folder/reason-why-it-is-not-read", test_unreadable_folder);
  g_test_add_func ("/share/Y5/folder/skips-other-files", test_folder);
  g_test_add_func ("/share/Y5/folder/writes-only-changes", test_no_needless_write);
  g_test_add_func ("/share/Y5/folder/limits-the-number-of-files", test_too_many_files);

  return g_test_run ();
}
