/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads and writes files at places that the attendee has chosen, where other programs may change them at any time. */

#include "share/planner-chosen-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
set_file_error (GError **error, int code)
{
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code));

  return FALSE;
}

/* Opening a pipe does not wait for its writer. */
static int
open_regular (const char *path, gsize max_bytes, gboolean follow_links, gsize *size_bytes, GError **error)
{
  const int link_flag = follow_links ? 0 : O_NOFOLLOW;
  const int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | link_flag, 0);
  struct stat status;

  if (fd < 0 || fstat (fd, &status) != 0)
    {
      set_file_error (error, errno);
    }
  else if (!S_ISREG (status.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR,
                           S_ISDIR (status.st_mode) ? G_IO_ERROR_IS_DIRECTORY : G_IO_ERROR_NOT_REGULAR_FILE,
                           "This is not a regular file.");
    }
  else if ((gsize) status.st_size > max_bytes)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "This file is too large.");
    }
  else
    {
      *size_bytes = (gsize) status.st_size;
      return fd;
    }
  if (fd >= 0)
    close (fd);

  return -1;
}

static GBytes *
read_bytes (int fd, gsize size_bytes, GError **error)
{
  g_autofree char *data = g_malloc (size_bytes + 1);
  gsize n_read = 0;
  gssize n;

  while (n_read < size_bytes && (n = read (fd, data + n_read, size_bytes - n_read)) != 0)
    {
      if (n < 0 && errno != EINTR)
        {
          set_file_error (error, errno);
          return NULL;
        }
      n_read += n > 0 ? (gsize) n : 0;
    }

  return g_bytes_new_take (g_steal_pointer (&data), n_read);
}

/**
 * planner_chosen_file_read:
 * @follow_links: whether @path may be a symbolic link
 *
 * Reads a regular file. A file that grows meanwhile is read up to the size that it had. Blocks, but never for a pipe or a
 * device.
 *
 * Returns: (nullable) (transfer full): the content; %NULL with a %G_IO_ERROR, such as %G_IO_ERROR_NOT_REGULAR_FILE,
 *   %G_IO_ERROR_IS_DIRECTORY, or %G_IO_ERROR_MESSAGE_TOO_LARGE for more than @max_bytes
 */
GBytes *
planner_chosen_file_read (const char *path, gsize max_bytes, gboolean follow_links, GError **error)
{
  gsize size_bytes = 0;
  GBytes *bytes;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  fd = open_regular (path, max_bytes, follow_links, &size_bytes, error);
  if (fd < 0)
    return NULL;
  bytes = read_bytes (fd, size_bytes, error);
  close (fd);

  return bytes;
}

/**
 * planner_chosen_file_get_io_code:
 * @error: an error of GLib's functions that write files
 *
 * Returns: the code of %G_IO_ERROR for the same reason, so that planner_message_for_error() has a sentence for it
 */
int
planner_chosen_file_get_io_code (const GError *error)
{
  static const struct
  {
    int file_code;
    int io_code;
  } codes[] = {
    { G_FILE_ERROR_NOSPC, G_IO_ERROR_NO_SPACE },
    { G_FILE_ERROR_ROFS, G_IO_ERROR_READ_ONLY },
    { G_FILE_ERROR_ACCES, G_IO_ERROR_PERMISSION_DENIED },
    { G_FILE_ERROR_PERM, G_IO_ERROR_PERMISSION_DENIED },
    { G_FILE_ERROR_NOENT, G_IO_ERROR_NOT_FOUND },
    { G_FILE_ERROR_NOTDIR, G_IO_ERROR_NOT_FOUND },
    { G_FILE_ERROR_ISDIR, G_IO_ERROR_IS_DIRECTORY },
    { G_FILE_ERROR_EXIST, G_IO_ERROR_EXISTS },
    { G_FILE_ERROR_NAMETOOLONG, G_IO_ERROR_FILENAME_TOO_LONG },
  };

  g_return_val_if_fail (error != NULL, G_IO_ERROR_FAILED);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, G_FILE_ERROR, codes[i].file_code))
      return codes[i].io_code;

  return G_IO_ERROR_FAILED;
}

/**
 * planner_chosen_file_write:
 * @mode: the permissions of the file
 *
 * Writes a file in one step: other programs, and this one after a crash, see the old content or the new one. A temporary file
 * in the same folder replaces the old one. Blocks.
 *
 * Returns: whether it succeeded; errors are of %G_IO_ERROR
 */
gboolean
planner_chosen_file_write (const char *path, const char *text, int mode, GError **error)
{
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (path != NULL && text != NULL, FALSE);

  if (g_file_set_contents_full (path, text, (gssize) strlen (text),
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode, &reason))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, planner_chosen_file_get_io_code (reason), reason->message);

  return FALSE;
}
