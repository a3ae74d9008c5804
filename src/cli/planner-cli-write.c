/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes a file in one step: other programs see all of it or nothing. */

#include "cli/planner-cli-write.h"

#include <glib/gstdio.h>

#include <errno.h>
#include <string.h>
#include <unistd.h>

static gboolean
set_error (GError **error, int code)
{
  g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), g_strerror (code));

  return FALSE;
}

/* A device or a pipe would be replaced by a file. */
static gboolean
is_replaceable (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_REGULAR) || !g_file_test (path, G_FILE_TEST_EXISTS);
}

/* A link fails where its name exists, also when another program makes it at the same time. */
static gboolean
move_without_replacing (const char *from, const char *to, GError **error)
{
  gboolean moved = link (from, to) == 0;
  int code = errno;

  /* FAT and some network file systems have no links. */
  if (!moved && (code == EPERM || code == EOPNOTSUPP || code == ENOSYS))
    {
      moved = !g_file_test (to, G_FILE_TEST_EXISTS) && g_rename (from, to) == 0;
      code = moved ? 0 : errno;
    }
  g_unlink (from);

  return moved || set_error (error, code);
}

static gboolean
write_new_file (const char *path, const char *text, GError **error)
{
  g_autofree char *temporary = g_strdup_printf ("%s.%08x.part", path, g_random_int ());

  if (!g_file_set_contents_full (temporary, text, (gssize) strlen (text), G_FILE_SET_CONTENTS_DURABLE, 0666,
                                 error))
    return FALSE;

  return move_without_replacing (temporary, path, error);
}

/**
 * planner_cli_write_file:
 * @path: the name of the file
 * @replace: whether a file with this name is replaced
 * @error: return location for an error of %G_FILE_ERROR; %G_FILE_ERROR_EXIST when there is such a file
 *
 * Returns: %FALSE with @error set; no part of a file is left
 */
gboolean
planner_cli_write_file (const char *path, const char *text, gboolean replace, GError **error)
{
  if (!replace)
    return g_file_test (path, G_FILE_TEST_EXISTS) ? set_error (error, EEXIST)
                                                  : write_new_file (path, text, error);
  if (!is_replaceable (path))
    return set_error (error, EEXIST);

  return g_file_set_contents_full (path, text, (gssize) strlen (text),
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error);
}
