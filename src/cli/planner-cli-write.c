/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes the result of a command. A file appears in one step: other programs see all of it or nothing. */

#include "config.h"

#include "cli/planner-cli-write.h"

#include "cli/planner-cli-print.h"
#include "cli/planner-json.h"
#include "share/planner-chosen-file.h"
#include "words/planner-messages.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include <errno.h>
#include <string.h>
#include <unistd.h>

static gboolean
set_error (GError **error, int code)
{
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code));

  return FALSE;
}

/* A device or a pipe would be replaced by a file. */
static gboolean
is_replaceable (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return set_error (error, EISDIR);
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "This is not a regular file.");
      return FALSE;
    }

  return TRUE;
}

/* GLib's message has the name of a temporary file. */
static gboolean
write_contents (const char *path, GBytes *bytes, GFileSetContentsFlags flags, GError **error)
{
  g_autoptr (GError) reason = NULL;
  gsize size_bytes;
  const char *data = g_bytes_get_data (bytes, &size_bytes);

  if (g_file_set_contents_full (path, data, (gssize) size_bytes, flags, 0666, &reason))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, planner_chosen_file_get_io_code (reason), reason->message);

  return FALSE;
}

/* Creating a hard link fails if the name exists, even if another program creates it at the same time. */
static gboolean
move_without_replacing (const char *from, const char *to, GError **error)
{
  gboolean moved = link (from, to) == 0;
  int code = errno;

  /* FAT and some network file systems do not support hard links. */
  if (!moved && (code == EPERM || code == EOPNOTSUPP || code == ENOSYS))
    {
      moved = !g_file_test (to, G_FILE_TEST_EXISTS) && g_rename (from, to) == 0;
      code = moved ? 0 : errno;
    }
  g_unlink (from);

  return moved || set_error (error, code);
}

static gboolean
write_new_file (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *temporary = g_strdup_printf ("%s.%08x.part", path, g_random_int ());

  if (!write_contents (temporary, bytes, G_FILE_SET_CONTENTS_DURABLE, error))
    {
      g_unlink (temporary);
      return FALSE;
    }

  return move_without_replacing (temporary, path, error);
}

/* If this fails, it leaves no part of a file. */
static gboolean
write_file (const char *path, GBytes *bytes, gboolean replace, GError **error)
{
  if (!is_replaceable (path, error))
    return FALSE;
  if (replace)
    return write_contents (path, bytes, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, error);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? set_error (error, EEXIST)
                                                : write_new_file (path, bytes, error);
}

/* Removes control characters if standard output is a terminal. */
static gboolean
write_to_output (GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (isatty (STDOUT_FILENO))
    {
      g_autofree char *text = g_utf8_make_valid (data, (gssize) length);

      planner_cli_print ("%s", text);
      return TRUE;
    }

  while (length > 0)
    {
      const gssize n = write (STDOUT_FILENO, data, length);

      if (n <= 0)
        return set_error (error, errno);
      data += n;
      length -= (gsize) n;
    }

  return TRUE;
}

static PlannerExit
write_output (GBytes *bytes, const PlannerCliOptions *options)
{
  g_autoptr (GError) error = NULL;

  if (options->json)
    {
      planner_cli_print_failure ("%s", _ ("“--json” needs the name of a file to write"));
      return PLANNER_EXIT_FAILED;
    }

  if (write_to_output (bytes, &error))
    return PLANNER_EXIT_OK;
  planner_cli_print_failure (_ ("the output cannot be written: %s"), planner_message_for_error (error));

  return PLANNER_EXIT_FAILED;
}

static void
print_written (const char *path, const PlannerCliOptions *options)
{
  g_autofree char *line = options->json ? planner_file_to_json (path) : NULL;

  if (line)
    planner_cli_print_json (line);
}

/* Returns: (nullable): what follows the last dot of a file's name, or %NULL if it has no suffix */
static const char *
find_suffix (const char *path)
{
  const char *slash = strrchr (path, '/');
  const char *name = slash ? slash + 1 : path;
  const char *dot = strrchr (name, '.');

  return dot && dot != name ? dot + 1 : NULL;
}

/**
 * planner_cli_choose_format:
 * @path: (nullable): the name of the file to write, or %NULL for standard output
 * @first: a format, which is also the suffix of its files
 * @second: the other format
 *
 * Without an option, the suffix of the file chooses, and a name without a suffix means the first format.
 *
 * Returns: 0 for the first format, 1 for the second; -1 with a sentence printed if it is neither
 */
int
planner_cli_choose_format (const PlannerCliOptions *options,
                           const char *path,
                           const char *first,
                           const char *second)
{
  const char *suffix = path ? find_suffix (path) : NULL;
  const char *wanted = options->to ? options->to : suffix ? suffix : first;

  if (g_ascii_strcasecmp (wanted, first) == 0)
    return 0;
  if (g_ascii_strcasecmp (wanted, second) == 0)
    return 1;

  if (options->to)
    planner_cli_print_failure (_ ("there is no format “%s”; the formats are %s and %s"), wanted, first,
                               second);
  else
    planner_cli_print_failure (
        _ ("the name of the file ends in neither “.%s” nor “.%s”; choose a format with “--to”"), first,
        second);

  return -1;
}

/**
 * planner_cli_write_bytes:
 * @path: (nullable): the name of a file; %NULL or "-" for standard output
 * @options: whether a file with this name is replaced, and whether its name is printed as JSON
 *
 * Writes the result of a command, or prints why it cannot be written.
 */
PlannerExit
planner_cli_write_bytes (const char *path, GBytes *bytes, const PlannerCliOptions *options)
{
  g_autoptr (GError) error = NULL;

  if (!path || g_str_equal (path, "-"))
    return write_output (bytes, options);
  if (write_file (path, bytes, options->force, &error))
    {
      print_written (path, options);
      return PLANNER_EXIT_OK;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    planner_cli_print_failure (_ ("there is a file “%s” already; “--force” replaces it"), path);
  else
    planner_cli_print_failure (_ ("the file “%s” cannot be written: %s"), path,
                               planner_message_for_error (error));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_FAILED))
    planner_cli_print_failure ("%s", error->message);

  return PLANNER_EXIT_FAILED;
}

/* Like planner_cli_write_bytes(), with a text. */
PlannerExit
planner_cli_write_out (const char *path, const char *text, const PlannerCliOptions *options)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return planner_cli_write_bytes (path, bytes, options);
}
