/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "share/planner-star-open.h"

#include "net/planner-bounded-read.h"
#include "net/planner-fetch-error.h"
#include "net/planner-local-file.h"
#include "share/planner-star-reader.h"

/* Files of stars are small, so no progress is shown. */
static void
ignore_progress (gsize n_bytes, gpointer user_data)
{
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  PlannerSharedStars *stars = planner_shared_stars_read (data, &error);

  if (stars)
    g_task_return_pointer (task, stars, (GDestroyNotify) planner_shared_stars_free);
  else
    g_task_return_error (task, error);
}

/* Returns: (transfer full): @error, as planner_message_for_error() understands it for a file that is read */
static GError *
take_file_error (GFile *file, GError *error)
{
  g_autofree char *path = NULL;
  PlannerFetchError code;

  if (error->domain != G_IO_ERROR || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return error;

  path = g_file_get_parse_name (file);
  code = planner_fetch_error_classify (error, PLANNER_FETCH_STAGE_FILE, TRUE);
  g_error_free (error);

  return planner_fetch_error_new (code, path);
}

static void
loaded_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GBytes *bytes = planner_bounded_read_finish (G_INPUT_STREAM (stream), result, &error);

  if (!bytes && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE))
    {
      g_clear_error (&error);
      error = g_error_new_literal (PLANNER_SHARED_ERROR, PLANNER_SHARED_ERROR_TOO_LARGE,
                                   "The file is too large.");
    }
  if (!bytes)
    {
      g_task_return_error (task, take_file_error (g_task_get_source_object (task), error));
      return;
    }
  g_task_set_task_data (task, bytes, (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, read_in_thread);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  goffset size_bytes;
  g_autoptr (GInputStream) stream =
      planner_local_file_open_finish (G_FILE (source), result, &size_bytes, &error);

  if (!stream)
    {
      g_task_return_error (task, take_file_error (G_FILE (source), error));
      return;
    }
  planner_bounded_read_async (stream, PLANNER_SHARED_MAX_BYTES, ignore_progress, NULL,
                              g_task_get_cancellable (task), loaded_cb, g_object_ref (task));
}

/**
 * planner_shared_stars_open_async:
 * @file: a local file, from outside
 *
 * Reads the stars of a file in another thread; see planner_shared_stars_read().
 */
void
planner_shared_stars_open_async (GFile *file,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, planner_shared_stars_open_async);
  if (g_file_peek_path (file))
    {
      planner_local_file_open_async (file, cancellable, opened_cb, task);
      return;
    }
  g_task_return_new_error (task, PLANNER_SHARED_ERROR, PLANNER_SHARED_ERROR_UNKNOWN,
                           "The file is not local.");
  g_object_unref (task);
}

/**
 * planner_shared_stars_open_finish:
 *
 * Returns: (transfer full) (nullable): the stars; errors are of %PLANNER_SHARED_ERROR, %PLANNER_FETCH_ERROR or %G_IO_ERROR
 */
PlannerSharedStars *
planner_shared_stars_open_finish (GFile *file, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
