/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net/planner-bounded-read.h"

/* Each chunk is as long as all chunks before it together, within these limits. GIO reads each chunk of a file in another thread,
 * so a few large chunks take less time. */
#define MIN_CHUNK_BYTES (64 * 1024)
#define MAX_CHUNK_BYTES (1024 * 1024)

typedef struct
{
  GByteArray *bytes; /* owned: with room for the next chunk */
  gsize size_bytes;  /* what was read */
  gsize max_bytes;
  PlannerBoundedReadFunc step;
  gpointer step_data; /* borrowed */
} BoundedRead;

static void
bounded_read_free (BoundedRead *read)
{
  g_clear_pointer (&read->bytes, g_byte_array_unref);
  g_free (read);
}

static void
read_chunk (GTask *task, GAsyncReadyCallback chunk_read)
{
  BoundedRead *read = g_task_get_task_data (task);
  const gsize chunk_bytes = CLAMP (read->size_bytes, MIN_CHUNK_BYTES, MAX_CHUNK_BYTES);

  g_byte_array_set_size (read->bytes, (guint) (read->size_bytes + chunk_bytes));
  g_input_stream_read_async (g_task_get_source_object (task), read->bytes->data + read->size_bytes,
                             chunk_bytes, G_PRIORITY_DEFAULT, g_task_get_cancellable (task), chunk_read,
                             g_object_ref (task));
}

static GBytes *
take_bytes (BoundedRead *read)
{
  g_byte_array_set_size (read->bytes, (guint) read->size_bytes);

  return g_byte_array_free_to_bytes (g_steal_pointer (&read->bytes));
}

static void
chunk_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BoundedRead *read = g_task_get_task_data (task);
  GError *error = NULL;
  const gssize chunk_bytes = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);

  if (chunk_bytes < 0)
    g_task_return_error (task, error);
  else if (chunk_bytes == 0)
    g_task_return_pointer (task, take_bytes (read), (GDestroyNotify) g_bytes_unref);
  else if ((gsize) chunk_bytes > read->max_bytes - read->size_bytes)
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                                     "More bytes than the limit");
  else
    {
      read->size_bytes += (gsize) chunk_bytes;
      read->step (read->size_bytes, read->step_data);
      read_chunk (task, chunk_read_cb);
    }
}

/**
 * planner_bounded_read_async:
 * @max_bytes: the limit of the stream, less than 4 GiB; if it has more bytes, the error is %G_IO_ERROR_MESSAGE_TOO_LARGE
 * @step: called after each chunk with the number of bytes read
 * @step_data: must live until @callback is called
 *
 * Reads @stream to its end, without closing it.
 */
void
planner_bounded_read_async (GInputStream *stream,
                            gsize max_bytes,
                            PlannerBoundedReadFunc step,
                            gpointer step_data,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (stream, cancellable, callback, user_data);
  BoundedRead *read = g_new0 (BoundedRead, 1);

  g_task_set_source_tag (task, planner_bounded_read_async);
  read->bytes = g_byte_array_new ();
  read->max_bytes = max_bytes;
  read->step = step;
  read->step_data = step_data;
  g_task_set_task_data (task, read, (GDestroyNotify) bounded_read_free);
  read_chunk (task, chunk_read_cb);
}

/**
 * planner_bounded_read_finish:
 *
 * Returns: (nullable) (transfer full): the bytes
 */
GBytes *
planner_bounded_read_finish (GInputStream *stream, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, stream), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
