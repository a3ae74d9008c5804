/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net/planner-bounded-read.h"

#define MIB (1024 * 1024)
#define SIZE_BYTES (8 * MIB)

typedef struct
{
  GBytes *content;
  GInputStream *stream;
  guint n_chunks;
  gsize size_bytes;
  GBytes *bytes;
  GError *error;
  gboolean done;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  guint8 *content = g_malloc (SIZE_BYTES);

  for (gsize i = 0; i < SIZE_BYTES; i++)
    content[i] = (guint8) (i % 251);
  f->content = g_bytes_new_take (content, SIZE_BYTES);
  f->stream = g_memory_input_stream_new_from_bytes (f->content);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->bytes, g_bytes_unref);
  g_clear_error (&f->error);
  g_assert_finalize_object (f->stream);
  g_bytes_unref (f->content);
}

static void
chunk_cb (gsize n_bytes, gpointer data)
{
  Fixture *f = data;

  g_assert_cmpuint (n_bytes, >, f->size_bytes);
  f->size_bytes = n_bytes;
  f->n_chunks++;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *f = data;

  f->bytes = planner_bounded_read_finish (G_INPUT_STREAM (source), result, &f->error);
  f->done = TRUE;
}

static void
read_all (Fixture *f, gsize max_bytes)
{
  planner_bounded_read_async (f->stream, max_bytes, chunk_cb, f, NULL, read_cb, f);
  while (!f->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_all_bytes (Fixture *f, gconstpointer data)
{
  read_all (f, SIZE_BYTES);

  g_assert_no_error (f->error);
  g_assert_true (g_bytes_equal (f->bytes, f->content));
  g_assert_cmpuint (f->size_bytes, ==, SIZE_BYTES);
}

/* Each chunk of a file is read in another thread, which takes longer than reading its bytes. */
static void
test_few_chunks (Fixture *f, gconstpointer data)
{
  read_all (f, SIZE_BYTES);

  g_assert_no_error (f->error);
  g_assert_cmpuint (f->n_chunks, <, 2 * SIZE_BYTES / MIB);
}

static void
test_limit (Fixture *f, gconstpointer data)
{
  read_all (f, SIZE_BYTES - 1);

  g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  g_assert_null (f->bytes);
  g_assert_cmpuint (f->size_bytes, <, SIZE_BYTES);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/net/bounded-read/all-bytes", Fixture, NULL, set_up, test_all_bytes, tear_down);
  g_test_add ("/net/bounded-read/few-chunks", Fixture, NULL, set_up, test_few_chunks, tear_down);
  g_test_add ("/net/bounded-read/limit", Fixture, NULL, set_up, test_limit, tear_down);

  return g_test_run ();
}
