/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes schedules in other formats. */

#include "cli/cli-fixture.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;

  return n;
}

static void
test_to_output (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) root = NULL;

  run (fixture, "convert", "schedule.json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->errors, ==, "");
  root = json_from_string (fixture->output, NULL);
  g_assert_true (json_object_has_member (json_node_get_object (root), "schedule"));
  run (fixture, "convert", "--to=ics", "schedule.json", "-", NULL);
  g_assert_true (g_str_has_prefix (fixture->output, "BEGIN:VCALENDAR\r\n"));
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_to_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *ics = NULL;
  g_autofree char *json = NULL;

  run (fixture, "convert", "schedule.json", "out.ics", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->output, ==, "");
  ics = dup_contents (fixture, "out.ics");
  g_assert_true (g_str_has_prefix (ics, "BEGIN:VCALENDAR\r\n"));
  run (fixture, "convert", "out.ics", "again.json", NULL);
  json = dup_contents (fixture, "again.json");
  g_assert_nonnull (strstr (json, "\"title\" : \"C++ café\""));
  g_assert_cmpuint (count_files (fixture), ==, 3);
}

static void
test_existing_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out.json", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  run (fixture, "convert", "schedule.json", "out.json", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpstr (fixture->errors, ==,
                   "gotc-planner: there is a file “out.json” already; “--force” replaces it\n");
  before = dup_contents (fixture, "out.json");
  g_assert_cmpstr (before, ==, "mine");
  run (fixture, "convert", "--force", "schedule.json", "out.json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  after = dup_contents (fixture, "out.json");
  g_assert_true (g_str_has_prefix (after, "{"));
  g_assert_cmpuint (count_files (fixture), ==, 2);
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *words[4];
    int status;
    const char *sentence;
  } cases[] = {
    { { "schedule.json", "--to=xml" }, 1, "there is no format “xml”; the formats are json and ics" },
    { { "schedule.json", "out.pdf" }, 1, "ends in neither “.json” nor “.ics”; choose a format with “--to”" },
    { { "schedule.json", "--zone=Nowhere" }, 1, "there is no time zone “Nowhere”" },
    { { "missing.json", "out.json" }, 2, "There is no such file." },
    { { "schedule.json", "missing/out.json" },
      1,
      "“missing/out.json” cannot be written: The folder is not there." },
    { { "schedule.json", "schedule.json/out.json" }, 1, "cannot be written: The folder is not there." },
    { { "schedule.json", "/dev/null", "--force" },
      1,
      "“/dev/null” cannot be written: There is a device or a pipe" },
    { { "schedule.json", "/dev/null" }, 1, "“/dev/null” cannot be written: There is a device or a pipe" },
    { { "schedule.json", "/tmp", "--force" },
      1,
      "“/tmp” cannot be written: There is a folder with this name." },
    { { "schedule.json", "/tmp" },
      1,
      "the file “/tmp” cannot be written: There is a folder with this name." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      run (fixture, "convert", cases[i].words[0], cases[i].words[1], cases[i].words[2], NULL);
      g_assert_cmpint (fixture->status, ==, cases[i].status);
      g_assert_cmpstr (fixture->output, ==, "");
      g_assert_nonnull (strstr (fixture->errors, cases[i].sentence));
      g_assert_cmpuint (count_files (fixture), ==, 1);
    }
}

/* Returns: whether the script was run; an ordinary attendee may be forbidden to mount a file system */
static gboolean
run_script (Fixture *fixture, const char *script)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;

  g_clear_pointer (&fixture->output, g_free);
  g_clear_pointer (&fixture->errors, g_free);
  g_subprocess_launcher_set_cwd (launcher, fixture->folder);
  process = g_subprocess_launcher_spawn (launcher, NULL, "unshare", "--map-root-user", "--mount", "sh", "-c",
                                         script, g_getenv ("PLANNER_PROGRAM"), NULL);
  if (!process)
    return FALSE;
  g_subprocess_communicate_utf8 (process, NULL, NULL, &fixture->output, &fixture->errors, NULL);
  fixture->status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;

  return fixture->output && strstr (fixture->output, "mounted");
}

static void
test_sentences (Fixture *fixture, gconstpointer data)
{
  const char *mount = "mkdir -p disk; mount -t tmpfs -o size=4k none disk && echo mounted";
  g_autofree char *full =
      g_strconcat (mount,
                   "; head -c 4096 /dev/zero >disk/big\n"
                   "$0 convert schedule.json disk/out.ics; $0 convert schedule.json >/dev/full",
                   NULL);
  g_autofree char *read_only =
      g_strconcat (mount, "; mount -o remount,ro disk\n$0 convert schedule.json disk/out.ics", NULL);

  if (!run_script (fixture, full))
    {
      g_test_skip ("No file system can be mounted");
      return;
    }
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpstr (fixture->errors, ==,
                   "gotc-planner: the file “disk/out.ics” cannot be written: "
                   "The disk is full. Make room and try again; nothing was lost.\n"
                   "gotc-planner: the output cannot be written: "
                   "The disk is full. Make room and try again; nothing was lost.\n");

  g_assert_true (run_script (fixture, read_only));
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpstr (fixture->errors, ==,
                   "gotc-planner: the file “disk/out.ics” cannot be written: "
                   "Nothing can be written to this disk. Choose another folder.\n");
}

/* Without a word, an attendee would take an empty list for the answer. */
static void
test_full_output (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "list", "--help", "--version" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
      g_autoptr (GSubprocess) process = NULL;
      g_autofree char *errors = NULL;

      g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", fixture->folder, TRUE);
      g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
      process = g_subprocess_launcher_spawn (launcher, NULL, g_getenv ("PLANNER_PROGRAM"), words[i], NULL);
      g_assert_nonnull (process);
      g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &errors, NULL));
      g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
      g_assert_cmpstr (errors, ==, "gotc-planner: the output cannot be written\n");
    }
}

/* As in “gotc-planner list | head”. */
static void
test_reader_ends (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *errors = NULL;
  int fds[2];

  g_assert_true (g_unix_open_pipe (fds, O_CLOEXEC, NULL));
  g_assert_true (g_close (fds[0], NULL));
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", fixture->folder, TRUE);
  g_subprocess_launcher_take_stdout_fd (launcher, fds[1]);
  process = g_subprocess_launcher_spawn (launcher, NULL, g_getenv ("PLANNER_PROGRAM"), "list", NULL);
  g_assert_nonnull (process);
  g_object_unref (g_steal_pointer (&launcher));
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &errors, NULL));

  g_assert_cmpstr (errors, ==, "");
}

/* A limit for the size of files stands for a full disk. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  struct rlimit before, full;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  full = (struct rlimit) { .rlim_cur = 0, .rlim_max = before.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &full), ==, 0);
  run (fixture, "convert", "schedule.json", "out.ics", NULL);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_DFL);

  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "the file “out.ics” cannot be written: "));
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

/* A calendar for the organizers says in UTC what happens at the venue. */
static void
test_zone (Fixture *fixture, gconstpointer data)
{
  static const char local[] = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Tea\r\n"
                              "DTSTART:20270912T140000\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autofree char *path = g_build_filename (fixture->folder, "local.ics", NULL);

  g_assert_true (g_file_set_contents (path, local, -1, NULL));
  run (fixture, "convert", "local.ics", NULL);
  g_assert_nonnull (strstr (fixture->output, "\"2027-09-12T14:00:00+00:00\""));
  g_assert_nonnull (strstr (fixture->errors, "The schedule names no time zone."));
  run (fixture, "convert", "--zone=Asia/Shanghai", "local.ics", NULL);
  g_assert_nonnull (strstr (fixture->output, "\"2027-09-12T14:00:00+08:00\""));
  g_assert_nonnull (strstr (fixture->output, "\"time_zone_name\" : \"Asia/Shanghai\""));
  g_assert_cmpstr (fixture->errors, ==, "");
  run (fixture, "convert", "--zone=Asia/Shanghai", "--to=ics", "local.ics", NULL);
  g_assert_nonnull (strstr (fixture->output, "DTSTART:20270912T060000Z\r\n"));
}

static void
test_without_day (Fixture *fixture, gconstpointer data)
{
  static const char event[] =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-TIMEZONE:Asia/Shanghai\r\nBEGIN:VEVENT\r\n"
      "UID:a\r\nSUMMARY:Tea\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autofree char *path = g_build_filename (fixture->folder, "day.ics", NULL);

  g_assert_true (g_file_set_contents (path, event, -1, NULL));
  run (fixture, "convert", "--to=ics", "day.ics", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_null (strstr (fixture->output, "VEVENT"));
  g_assert_cmpstr (fixture->errors, ==,
                   "gotc-planner: 1 session without a day is left out, because a calendar cannot hold it.\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/cli/convert-writes-to-standard-output", test_to_output, NULL);
  add_test ("/cli/convert-writes-to-a-file", test_to_file, NULL);
  add_test ("/cli/convert-replaces-a-file-only-by-force", test_existing_file, NULL);
  add_test ("/cli/convert-leaves-nothing-when-it-fails", test_faults, NULL);
  add_test ("/cli/sentences-of-a-full-and-a-read-only-disk", test_sentences, NULL);
  add_test ("/cli/output-on-a-full-disk-fails", test_full_output, NULL);
  add_test ("/cli/reader-of-the-output-may-end", test_reader_ends, NULL);
  add_test ("/cli/convert-leaves-nothing-on-a-full-disk", test_full_disk, NULL);
  add_test ("/cli/convert-takes-a-zone", test_zone, NULL);
  add_test ("/cli/convert-reports-sessions-without-a-day", test_without_day, NULL);

  return g_test_run ();
}
