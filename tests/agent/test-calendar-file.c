/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The calendar file that follows My Schedule. */

#include "library/library-fixture.h"

#include "agent/planner-calendar-file.h"

#include <glib/gstdio.h>

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define START_UTC G_GINT64_CONSTANT (2080000000)
#define DEFAULT_LEAD_S 600

static char *
make_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static gboolean
write_file (Fixture *fixture, const char *path, gint64 now_utc, guint *n_events, GError **error)
{
  return planner_calendar_file_write (planner_library_get_store (fixture->library), path, DEFAULT_LEAD_S,
                                      now_utc, n_events, error);
}

/* Returns: (transfer full): the content of the file after it was written */
static char *
update (Fixture *fixture, const char *path, int hour, guint n_expected)
{
  g_autoptr (GError) error = NULL;
  guint n_events;
  char *text;

  write_file (fixture, path, START_UTC + hour * 3600, &n_events, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_events, ==, n_expected);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return text;
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  while ((text = strstr (text, part)))
    {
      text += strlen (part);
      n++;
    }

  return n;
}

static void
test_stamps (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  g_autofree char *path = make_path (fixture, "my.ics");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  set_starred (conference, A, TRUE);
  set_starred (conference, B, TRUE);
  first = update (fixture, path, 0, 2);
  second = update (fixture, path, 1, 2);
  g_assert_cmpstr (first, ==, second);

  set_plan_b (conference, B, TRUE);
  third = update (fixture, path, 2, 2);
  g_assert_cmpuint (count (first, "LAST-MODIFIED:20351130T014640Z\r\n"), ==, 2);
  g_assert_cmpuint (count (third, "LAST-MODIFIED:20351130T014640Z\r\n"), ==, 1);
  g_assert_cmpuint (count (third, "LAST-MODIFIED:20351130T034640Z\r\n"), ==, 1);
  g_assert_cmpuint (count (third, "SEQUENCE:34666666\r\n"), ==, 1);
  g_assert_cmpuint (count (third, "SEQUENCE:34666786\r\n"), ==, 1);
  g_assert_cmpuint (count (third, "STATUS:TENTATIVE\r\n"), ==, 1);
  g_assert_cmpuint (count (third, "BEGIN:VALARM\r\n"), ==, 1);
}

static void
test_withdrawn (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  g_autofree char *path = make_path (fixture, "my.ics");
  g_autofree char *text = NULL;

  set_starred (conference, A, TRUE);
  set_starred (conference, B, TRUE);
  write_feed (fixture, FEED ("2", EVENT (A, "Opening", "12:00", "Hall")));
  g_assert_true (refresh (conference, NULL));
  text = update (fixture, path, 0, 2);
  g_assert_cmpuint (count (text, "STATUS:CANCELLED\r\n"), ==, 1);
  g_assert_cmpuint (count (text, "SUMMARY:Keynote\r\n"), ==, 1);
  g_assert_cmpuint (count (text, "DTSTART:20360701T100000Z\r\n"), ==, 1);
}

/* The database that another process changes just before the file is written; %NULL for none. */
static const char *database_to_change;

static GLogWriterOutput
write_log_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields && database_to_change; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") &&
        g_str_has_prefix (fields[i].value, "Writing the calendar file"))
      execute (g_steal_pointer (&database_to_change), "UPDATE stars SET degree = 1");

  return g_log_writer_default (level, fields, n_fields, data);
}

static void
test_other_process (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  g_autofree char *path = make_path (fixture, "my.ics");
  g_autofree char *text = NULL;

  set_starred (conference, A, TRUE);
  database_to_change = fixture->store_path;
  text = update (fixture, path, 0, 1);
  g_assert_null (database_to_change);
  g_assert_cmpuint (count (text, "STATUS:TENTATIVE\r\n"), ==, 1);
}

/* Two copies of a conference have the same guids. */
static void
test_copies (Fixture *fixture, gconstpointer data)
{
  PlannerConference *first = add (fixture, NULL);
  g_autofree char *path = make_path (fixture, "my.ics");
  g_autofree char *text = NULL;

  set_starred (first, A, TRUE);
  set_starred (first, B, TRUE);
  g_set_str (&fixture->feed_path, path);
  write_feed (fixture,
              FEED ("2", EVENT (A, "Opening", "10:00", "Hall") "," EVENT (C, "Closing", "18:00", "Hall")));
  add (fixture, NULL);
  set_starred (get_last (fixture), A, TRUE);
  set_starred (get_last (fixture), C, TRUE);
  text = update (fixture, path, 0, 3);
  g_assert_cmpuint (count (text, "BEGIN:VEVENT\r\n"), ==, 3);
  g_assert_cmpuint (count (text, "UID:" A "\r\n"), ==, 1);
}

/* A conference whose reminders are off has no alarms. */
static void
test_no_reminders (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  g_autofree char *path = make_path (fixture, "my.ics");
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;

  set_starred (conference, A, TRUE);
  with = update (fixture, path, 0, 1);
  g_assert_cmpuint (count (with, "BEGIN:VALARM\r\n"), ==, 1);
  change_store (fixture, "UPDATE conferences SET remind = 0");
  without = update (fixture, path, 1, 1);
  g_assert_cmpuint (count (without, "BEGIN:VALARM\r\n"), ==, 0);
}

/* A conference from another computer has no schedule before its first refresh. */
static void
test_waiting (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  g_autofree char *path = make_path (fixture, "my.ics");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_starred (conference, A, TRUE);
  before = update (fixture, path, 0, 1);
  change_store (fixture, "UPDATE agendas SET agenda = x'00'");
  after = update (fixture, path, 1, 1);
  g_assert_cmpstr (before, ==, after);
}

static void
assert_refused (Fixture *fixture, const char *path, int code)
{
  g_autoptr (GError) error = NULL;
  guint n_events;

  g_assert_false (write_file (fixture, path, START_UTC, &n_events, &error));
  g_assert_error (error, G_IO_ERROR, code);
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", "my.ics", NULL);
  g_autofree char *below_file = g_build_filename (fixture->feed_path, "my.ics", NULL);
  g_autofree char *pipe_path = make_path (fixture, "pipe");

  add (fixture, NULL);
  assert_refused (fixture, missing, G_IO_ERROR_NOT_FOUND);
  assert_refused (fixture, below_file, G_IO_ERROR_NOT_FOUND);
  assert_refused (fixture, fixture->folder, G_IO_ERROR_IS_DIRECTORY);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  assert_refused (fixture, pipe_path, G_IO_ERROR_NOT_REGULAR_FILE);
  assert_refused (fixture, "/dev/null", G_IO_ERROR_NOT_REGULAR_FILE);
  g_assert_false (g_file_test (pipe_path, G_FILE_TEST_IS_REGULAR));
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = make_path (fixture, "my.ics");
  g_autofree char *path = make_path (fixture, "link.ics");
  g_autofree char *written = NULL;
  g_autofree char *text = NULL;

  add (fixture, NULL);
  g_assert_true (g_file_set_contents (target, "old", -1, NULL));
  g_assert_cmpint (symlink (target, path), ==, 0);
  text = update (fixture, path, 0, 0);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count (text, "BEGIN:VCALENDAR\r\n"), ==, 1);
  g_assert_true (g_file_get_contents (target, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, text);
}

static void
limit_file_size (rlim_t size_bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size_bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;

  return n;
}

/* A limit on the size of files fails as a full disk does: after a part was written. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  g_autofree char *path = make_path (fixture, "my.ics");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_files, n_events;
  gboolean written;

  set_starred (conference, A, TRUE);
  before = update (fixture, path, 0, 1);
  set_starred (conference, B, TRUE);
  n_files = count_files (fixture->folder);
  signal (SIGXFSZ, SIG_IGN);
  limit_file_size (100);
  written = write_file (fixture, path, START_UTC, &n_events, &error);
  limit_file_size (RLIM_INFINITY);
  g_assert_false (written);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (write_log_cb, NULL, NULL);
  add_test ("/agent/Y6/calendar-file-changes-only-where-my-schedule-does", test_stamps, NULL);
  add_test ("/agent/Y6/change-while-writing-is-written-too", test_other_process, NULL);
  add_test ("/agent/Y6/withdrawn-session-is-cancelled-in-the-file", test_withdrawn, NULL);
  add_test ("/agent/Y6/copies-of-a-conference-have-one-event", test_copies, NULL);
  add_test ("/agent/Y6/conference-without-reminders-has-no-alarms", test_no_reminders, NULL);
  add_test ("/agent/Y6/star-without-a-schedule-is-in-the-file", test_waiting, NULL);
  add_test ("/agent/Y6/only-ordinary-files-are-written", test_places, NULL);
  add_test ("/agent/Y6/link-to-the-file-stays", test_link, NULL);
  add_test ("/agent/Y6/failed-write-leaves-the-old-file", test_full, NULL);

  return g_test_run ();
}
