/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <linux/capability.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
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

static void
grow_cb (guint64 n_bytes, double fraction, gpointer user_data)
{
  Fixture *f = user_data;
  FILE *file = g_fopen (f->path, "a");

  g_assert_nonnull (file);
  g_assert_cmpint (fputs ("more of it", file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
failed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->fetched = planner_fetcher_fetch_finish (PLANNER_FETCHER (source), result, &outcome->error);
  outcome->done = TRUE;
}

/* The file has 10 bytes when it is opened. */
static void
test_grows (Fixture *f, gconstpointer data)
{
  const PlannerFetchRequest request = { .address = f->path, .progress = grow_cb, .progress_data = f };
  g_auto (Outcome) outcome = { 0 };

  write_file (f, "ten bytes!");
  planner_fetcher_fetch_async (f->fetcher, &request, NULL, failed_cb, &outcome);
  outcome_await (&outcome);
  assert_fails (&outcome, PLANNER_FETCH_ERROR_TOO_LARGE, f->path);
}

static void
test_folder (Fixture *f, gconstpointer data)
{
  assert_fetch_fails (f->fetcher, f->folder, PLANNER_FETCH_ERROR_FOLDER, f->folder);
}

static void
test_device (Fixture *f, gconstpointer data)
{
  assert_fetch_fails (f->fetcher, "/dev/zero", PLANNER_FETCH_ERROR_DEVICE, "/dev/zero is a device");
}

/* Opening a pipe waits for a writer. */
static void
test_pipe (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (mkfifo (f->path, 0600), ==, 0);
  assert_fetch_fails (f->fetcher, f->path, PLANNER_FETCH_ERROR_PIPE, f->path);
  assert_fetch_fails (f->fetcher, f->path, PLANNER_FETCH_ERROR_PIPE, "is a pipe");
}

static void
test_socket (Fixture *f, gconstpointer data)
{
  struct sockaddr_un name = { .sun_family = AF_UNIX };
  const int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpuint (g_strlcpy (name.sun_path, f->path, sizeof name.sun_path), <, sizeof name.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &name, sizeof name), ==, 0);
  assert_fetch_fails (f->fetcher, f->path, PLANNER_FETCH_ERROR_SOCKET, "is a socket");
  g_assert_cmpint (close (fd), ==, 0);
}

/* These are regular files, but reading /proc/kmsg would wait for the next message. */
static void
test_kernel_file (Fixture *f, gconstpointer data)
{
  static const char *const paths[] = { "/proc/kmsg", "/proc/version", "/proc/self/mem", "/proc/self/status" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    assert_fetch_fails (f->fetcher, paths[i], PLANNER_FETCH_ERROR_SYSTEM_FILE, paths[i]);

  g_assert_cmpint (symlink ("/proc/version", f->path), ==, 0);
  assert_fetch_fails (f->fetcher, f->path, PLANNER_FETCH_ERROR_SYSTEM_FILE, "of the operating system");
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
  assert_fetch_fails (f->fetcher, f->path, PLANNER_FETCH_ERROR_DEVICE, f->path);
}

static void
test_unreadable (Fixture *f, gconstpointer data)
{
  write_file (f, "talks");
  g_assert_cmpint (g_chmod (f->path, 0), ==, 0);
  assert_fetch_fails (f->fetcher, f->path, PLANNER_FETCH_ERROR_UNREADABLE, f->path);
}

/* File permissions do not apply to root with its capabilities. New threads inherit the change. */
static void
drop_capabilities (void)
{
  struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
  struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = { { 0 } };

  g_assert_cmpint (syscall (SYS_capset, &header, none), ==, 0);
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
  drop_capabilities ();

  ADD ("N2/read", test_read);
  ADD ("N2/empty", test_empty);
  ADD ("N2/folder", test_folder);
  ADD ("V7/device", test_device);
  ADD ("V7/pipe", test_pipe);
  ADD ("V7/socket", test_socket);
  ADD ("V7/kernel-file", test_kernel_file);
  ADD ("N2/missing", test_missing);
  ADD ("N2/links", test_links);
  ADD ("N2/unreadable", test_unreadable);
  ADD ("N3/cancel", test_cancel);
  ADD ("F4/too-large", test_too_large);
  ADD ("F4/grows", test_grows);

  return g_test_run ();
}
