/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads backups, and the folder for synchronization. Each installation writes one file there, and reads those of the others.
 * Programs that copy the folder between computers may do so at any time, so that a file may be incomplete or of another
 * program. Such a file is skipped. */

#include "share/planner-backup-file.h"

#include "net/planner-fetch-error.h"
#include "share/planner-chosen-file.h"

#include <string.h>

/* More computers than an attendee has, and more files than such a folder has. */
#define MAX_OTHERS 64
#define MAX_NAMES 10000

#define NAME_PREFIX "gotc-planner-"
#define NAME_SUFFIX ".json"
#define ID_LENGTH 32

static GBytes *
load_bytes (const char *path, gboolean follow_links, GError **error)
{
  g_autoptr (GError) reason = NULL;
  GBytes *bytes = planner_chosen_file_read (path, PLANNER_BACKUP_MAX_BYTES, follow_links, &reason);

  if (bytes)
    return bytes;
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE) ||
      g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error_literal (error, PLANNER_BACKUP_ERROR, PLANNER_BACKUP_ERROR_OTHER_FILE,
                         "This is not a regular file.");
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE))
    g_set_error_literal (error, PLANNER_BACKUP_ERROR, PLANNER_BACKUP_ERROR_TOO_LARGE,
                         "This file is larger than any backup of the planner.");
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error_literal (error, PLANNER_FETCH_ERROR, PLANNER_FETCH_ERROR_NO_SUCH_FILE, reason->message);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error_literal (error, PLANNER_FETCH_ERROR, PLANNER_FETCH_ERROR_UNREADABLE, reason->message);
  else
    g_propagate_error (error, g_steal_pointer (&reason));

  return NULL;
}

/**
 * planner_backup_read_file:
 *
 * Reads a backup that the attendee has chosen. Blocks.
 *
 * Returns: (nullable) (transfer full): the backup; %NULL with a %PLANNER_BACKUP_ERROR, a %PLANNER_FETCH_ERROR for a file that
 *   is missing or cannot be read, or a %G_IO_ERROR
 */
PlannerBackup *
planner_backup_read_file (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = load_bytes (path, TRUE, error);

  return bytes ? planner_backup_new_from_json (bytes, error) : NULL;
}

static char *
make_name (const char *installation)
{
  return g_strconcat (NAME_PREFIX, installation, NAME_SUFFIX, NULL);
}

/* Returns: (transfer full) (nullable): the installation that writes the file with this name; %NULL for another file */
static char *
parse_name (const char *name)
{
  const char *id = name + strlen (NAME_PREFIX);

  if (!g_str_has_prefix (name, NAME_PREFIX) || strspn (id, "0123456789abcdef") != ID_LENGTH ||
      !g_str_equal (id + ID_LENGTH, NAME_SUFFIX))
    return NULL;

  return g_strndup (id, ID_LENGTH);
}

static void
skip (PlannerBackupFolder *self, const char *name, GError *error)
{
  g_debug ("Skipping the file “%s”: %s", name, error->message);
  if (self->error)
    {
      g_error_free (error);
      return;
    }
  self->skipped = g_strdup (name);
  self->error = error;
}

/* The programs that copy the folder do not copy links. A link may lead anywhere. */
static PlannerBackup *
read_of_installation (const char *folder, const char *name, const char *installation, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = load_bytes (path, FALSE, error);
  g_autoptr (PlannerBackup) backup = bytes ? planner_backup_new_from_json (bytes, error) : NULL;

  if (!backup || g_str_equal (backup->installation, installation))
    return g_steal_pointer (&backup);
  g_set_error_literal (error, PLANNER_BACKUP_ERROR, PLANNER_BACKUP_ERROR_DAMAGED,
                       "The name of this file belongs to another installation.");

  return NULL;
}

static void
read_one (PlannerBackupFolder *self, const char *folder, const char *name, const char *own_installation)
{
  g_autofree char *installation = parse_name (name);
  GError *error = NULL;
  PlannerBackup *backup = NULL;

  if (!installation)
    return;
  if (self->others->len >= MAX_OTHERS && !g_str_equal (installation, own_installation))
    error = g_error_new_literal (PLANNER_BACKUP_ERROR, PLANNER_BACKUP_ERROR_TOO_MANY,
                                 "The folder has the files of too many installations.");
  else
    backup = read_of_installation (folder, name, installation, &error);

  if (!backup)
    skip (self, name, error);
  else if (g_str_equal (installation, own_installation))
    self->own = backup;
  else
    g_ptr_array_add (self->others, backup);
}

static int
to_backup_error (const GError *error)
{
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    return PLANNER_BACKUP_ERROR_NO_FOLDER;
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM))
    return PLANNER_BACKUP_ERROR_FORBIDDEN;

  return PLANNER_BACKUP_ERROR_UNREADABLE;
}

static GDir *
open_folder (const char *path, GError **error)
{
  g_autoptr (GError) reason = NULL;
  GDir *folder = g_dir_open (path, 0, &reason);

  if (!folder)
    g_set_error_literal (error, PLANNER_BACKUP_ERROR, to_backup_error (reason), reason->message);

  return folder;
}

/**
 * planner_backup_folder_check:
 * @path: a path that the attendee has chosen
 *
 * Returns: whether there is such a folder, and it can be read; errors are of %PLANNER_BACKUP_ERROR
 */
gboolean
planner_backup_folder_check (const char *path, GError **error)
{
  g_autoptr (GDir) folder = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  folder = open_folder (path, error);

  return folder != NULL;
}

/**
 * planner_backup_folder_read:
 * @self: (out): what the folder contains; free it with planner_backup_folder_clear(), also after an error
 * @path: the folder
 * @installation: the id of this installation
 *
 * Reads the files of all installations. A file that cannot be read is skipped. Blocks.
 *
 * Returns: whether there is such a folder, and it can be read; errors are of %PLANNER_BACKUP_ERROR
 */
gboolean
planner_backup_folder_read (PlannerBackupFolder *self,
                            const char *path,
                            const char *installation,
                            GError **error)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_return_val_if_fail (self != NULL && path != NULL && installation != NULL, FALSE);

  *self = (PlannerBackupFolder) { .others =
                                      g_ptr_array_new_with_free_func ((GDestroyNotify) planner_backup_free) };
  folder = open_folder (path, error);
  if (!folder)
    return FALSE;
  for (guint i = 0; i < MAX_NAMES && (name = g_dir_read_name (folder)) != NULL; i++)
    read_one (self, path, name, installation);

  return TRUE;
}

void
planner_backup_folder_clear (PlannerBackupFolder *self)
{
  g_clear_pointer (&self->own, planner_backup_free);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->skipped, g_free);
  g_clear_error (&self->error);
}

static gboolean
has_content (const char *path, const char *text)
{
  g_autoptr (GBytes) bytes = load_bytes (path, FALSE, NULL);
  gsize size_bytes;
  const char *data = bytes ? g_bytes_get_data (bytes, &size_bytes) : NULL;

  return data && size_bytes == strlen (text) && memcmp (data, text, size_bytes) == 0;
}

/**
 * planner_backup_folder_write:
 * @path: the folder
 *
 * Writes the file of an installation in one step, unless it has the same content already. Blocks.
 *
 * Returns: whether the file has the content
 */
gboolean
planner_backup_folder_write (const char *path, const PlannerBackup *backup, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (path != NULL && backup != NULL, FALSE);

  name = make_name (backup->installation);
  file = g_build_filename (path, name, NULL);
  text = planner_backup_to_json (backup);

  return has_content (file, text) || planner_chosen_file_write (file, text, 0600, error);
}
