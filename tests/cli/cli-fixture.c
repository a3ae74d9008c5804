/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/cli-fixture.h"

void
run (Fixture *fixture, const char *first, ...)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  va_list rest;

  g_ptr_array_add (words, (char *) g_getenv ("PLANNER_PROGRAM"));
  va_start (rest, first);
  for (const char *word = first; word; word = va_arg (rest, const char *))
    g_ptr_array_add (words, (char *) word);
  va_end (rest);
  g_ptr_array_add (words, NULL);

  g_clear_pointer (&fixture->output, g_free);
  g_clear_pointer (&fixture->errors, g_free);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", fixture->folder, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_set_cwd (launcher, fixture->folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &fixture->output, &fixture->errors, &error);
  g_assert_no_error (error);
  fixture->status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
}

GPtrArray *
parse_lines (const char *output)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!*lines[i])
        continue;
      g_ptr_array_add (objects, json_from_string (lines[i], &error));
      g_assert_no_error (error);
    }

  return objects;
}

JsonObject *
get_line (GPtrArray *lines, guint index)
{
  return json_node_get_object (g_ptr_array_index (lines, index));
}

char *
dup_contents (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, NULL);

  return contents;
}

void
cli_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("planner-cli-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->feed = g_build_filename (fixture->folder, "schedule.json", NULL);
  g_file_set_contents (fixture->feed, FEED, -1, &error);
  g_assert_no_error (error);
}

void
cli_tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->feed);
  g_free (fixture->output);
  g_free (fixture->errors);
}
