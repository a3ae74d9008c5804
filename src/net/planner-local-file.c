/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net/planner-local-file.h"

#include "net/planner-fetch-error.h"

#include <errno.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>

/* Reading a file of the kernel may block forever, as /proc/kmsg does, or have effects. */
static const guint32 kernel_file_systems[] = {
  PROC_SUPER_MAGIC,    SYSFS_MAGIC,      DEBUGFS_MAGIC,      TRACEFS_MAGIC,  CGROUP_SUPER_MAGIC,
  CGROUP2_SUPER_MAGIC, SECURITYFS_MAGIC, SELINUX_MAGIC,      BPF_FS_MAGIC,   PSTOREFS_MAGIC,
  EFIVARFS_MAGIC,      NSFS_MAGIC,       DEVPTS_SUPER_MAGIC, BINFMTFS_MAGIC,
};

static gboolean
is_of_kernel (const char *path)
{
  struct statfs file_system;

  if (statfs (path, &file_system) != 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (kernel_file_systems); i++)
    if ((guint32) file_system.f_type == kernel_file_systems[i])
      return TRUE;

  return FALSE;
}

/* Opening a pipe or a device may block or have effects, so only regular files are opened. */
static gboolean
check_path (const char *path, goffset *size_bytes, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  struct stat status;

  if (stat (path, &status) != 0)
    {
      const int code = errno;

      g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code), "%s: %s", shown, g_strerror (code));
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_propagate_error (error,
                         planner_fetch_error_new (planner_fetch_error_classify_mode (status.st_mode), shown));
      return FALSE;
    }
  if (is_of_kernel (path))
    {
      g_propagate_error (error, planner_fetch_error_new (PLANNER_FETCH_ERROR_SYSTEM_FILE, shown));
      return FALSE;
    }
  *size_bytes = status.st_size;

  return TRUE;
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GFileInputStream *stream = NULL;

  if (check_path (g_file_peek_path (source), data, &error))
    stream = g_file_read (source, cancellable, &error);
  if (stream)
    g_task_return_pointer (task, stream, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * planner_local_file_new:
 * @address: an absolute path, or a file URI of this computer
 *
 * Returns: (nullable) (transfer full): the file; %NULL for any other address
 */
GFile *
planner_local_file_new (const char *address)
{
  g_autofree char *host = NULL;
  g_autofree char *path = NULL;

  if (g_path_is_absolute (address))
    path = g_strdup (address);
  else if (g_ascii_strncasecmp (address, "file:", 5) == 0)
    path = g_filename_from_uri (address, &host, NULL);

  return path && (!host || !*host || g_ascii_strcasecmp (host, "localhost") == 0) ? g_file_new_for_path (path)
                                                                                  : NULL;
}

/**
 * planner_local_file_open_async:
 * @file: a file with a path
 *
 * Opens a regular file for reading. Other files are refused without opening them.
 */
void
planner_local_file_open_async (GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file) && g_file_peek_path (file) != NULL);

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, planner_local_file_open_async);
  g_task_set_task_data (task, g_new0 (goffset, 1), g_free);
  if (g_task_return_error_if_cancelled (task))
    return;
  /* A file system of the network may not respond. */
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * planner_local_file_open_finish:
 * @size_bytes: (out): the size of the file
 *
 * Returns: (nullable) (transfer full): the contents; errors are of %PLANNER_FETCH_ERROR or %G_IO_ERROR
 */
GInputStream *
planner_local_file_open_finish (GFile *file, GAsyncResult *result, goffset *size_bytes, GError **error)
{
  GInputStream *stream;

  g_return_val_if_fail (g_task_is_valid (result, file), NULL);

  stream = g_task_propagate_pointer (G_TASK (result), error);
  if (stream)
    *size_bytes = *(goffset *) g_task_get_task_data (G_TASK (result));

  return stream;
}
