/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "net/fetching.h"

typedef struct
{
  PlannerFetcher *fetcher;
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->fetcher = g_object_new (PLANNER_TYPE_FETCHER, "max-bytes", 16, NULL);
  f->folder = g_dir_make_tmp ("planner-fetch-XXXXXX", NULL);
  g_assert_nonnull (f->folder);
  f->path = g_build_filename (f->folder, "talks é #1.json", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->fetcher);
  g_unlink (f->path);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->path);
  g_free (f->folder);
}

static void
write_file (Fixture *f, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (f->path, text, -1, &error);
  g_assert_no_error (error);
}

static void
test_read (Fixture *f, gconstpointer data)
{
  g_autofree char *uri = g_filename_to_uri (f->path, NULL, NULL);
  g_autofree char *local_uri = g_filename_to_uri (f->path, "localhost", NULL);
  g_autofree char *spaced = g_strdup_printf (" %s\n", f->path);
  const char *addresses[] = { f->path, uri, local_uri, spaced };

  write_file (f, "sixteen bytes ok");
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_auto (Outcome) outcome = { 0 };

      fetch_with (f->fetcher, addresses[i], "\"e\"", "Sun, 06 Nov 1994 08:49:37 GMT", &outcome);
      assert_body (&outcome, "sixteen bytes ok");
      g_assert_cmpstr (outcome.fetched->address, ==, f->path);
      g_assert_null (outcome.fetched->etag);
      g_assert_null (outcome.fetched->last_modified);
      g_assert_cmpfloat (outcome.fraction, ==, 1.0);
    }
}

static void
test_empty (Fixture *f, gconstpointer data)
{
  g_auto (Outcome) outcome = { 0 };

  write_file (f, "");
  fetch_with (f->fetcher, f->path, NULL, NULL, &outcome);
  assert_body (&outcome, "");
}

static void
test_too_large (Fixture *f, gconstpointer data)
{
  write_file (f, "seventeen bytes!!");
  assert_fetch_fails (f->fetcher, f->path, PLANNER_FETCH_ERROR_TOO_LARGE, f->path);
}

/* Files of /proc have no size before they are read. */
static void
test_grows (Fixture *f, gconstpointer data)
{
  assert_fetch_fails (f->fetcher, "/proc/self/status", PLANNER_FETCH_ERROR_TOO_LARGE, "/proc/self/status");
}

static void
test_folder (Fixture *f, gconstpointer data)
{
  assert_fetch_fails (f->fetcher, f->folder, PLANNER_FETCH_ERROR_NOT_A_FILE, f->folder);
}

static void
test_device (Fixture *f, gconstpointer data)
{
  assert_fetch_fails (f->fetcher, "/dev/zero", PLANNER_FETCH_ERROR_NOT_A_FILE, "/dev/zero");
}

/* Opening it would wait for a writer for ever. */
static void
test_fifo (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (mkfifo (f->path, 0600), ==, 0);
  assert_fetch_fails (f->fetcher, f->path, PLANNER_FETCH_ERROR_NOT_A_FILE, f->path);
}

static void
test_missing (Fixture *f, gconstpointer data)
{
  g_autofree char *below = g_build_filename ("/dev/null", "talks", NULL);

  assert_fetch_fails (f->fetcher, f->path, PLANNER_FETCH_ERROR_NO_SUCH_FILE, f->path);
  assert_fetch_fails (f->fetcher, below, PLANNER_FETCH_ERROR_NO_SUCH_FILE, below);
}

static void
test_links (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (symlink ("nowhere", f->path), ==, 0);
  assert_fetch_fails (f->fetcher, f->path, PLANNER_FETCH_ERROR_NO_SUCH_FILE, f->path);
  g_assert_cmpint (g_unlink (f->path), ==, 0);

  g_assert_cmpint (symlink (f->path, f->path), ==, 0);
  assert_fetch_fails (f->fetcher, f->path, PLANNER_FETCH_ERROR_NO_SUCH_FILE, f->path);
  g_assert_cmpint (g_unlink (f->path), ==, 0);

  g_assert_cmpint (symlink ("/dev/zero", f->path), ==, 0);
  assert_fetch_fails (f->fetcher, f->path, PLANNER_FETCH_ERROR_NOT_A_FILE, f->path);
}

/* A process's own memory at address 0: a regular file that nobody can read, not even root. */
static void
test_unreadable (Fixture *f, gconstpointer data)
{
  assert_fetch_fails (f->fetcher, "/proc/self/mem", PLANNER_FETCH_ERROR_UNREADABLE, "/proc/self/mem");
}

static void
test_cancel (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) before = { 0 };
  g_auto (Outcome) during = { 0 };

  write_file (f, "talks");
  fetch_start (f->fetcher, f->path, cancellable, &during);
  g_cancellable_cancel (cancellable);
  fetch_start (f->fetcher, f->path, cancellable, &before);
  outcome_await (&before);
  outcome_await (&during);
  g_assert_error (before.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_error (during.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (during.n_steps, ==, 0);
}

#define ADD(path, test) g_test_add ("/net/fetch-file/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_setenv ("GIO_USE_VFS", "local", TRUE);
  g_test_init (&argc, &argv, NULL);

  ADD ("N2/read", test_read);
  ADD ("N2/empty", test_empty);
  ADD ("N2/folder", test_folder);
  ADD ("N2/device", test_device);
  ADD ("N2/fifo", test_fifo);
  ADD ("N2/missing", test_missing);
  ADD ("N2/links", test_links);
  ADD ("N2/unreadable", test_unreadable);
  ADD ("N3/cancel", test_cancel);
  ADD ("F4/too-large", test_too_large);
  ADD ("F4/grows", test_grows);

  return g_test_run ();
}
