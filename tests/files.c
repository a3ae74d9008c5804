/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "files.h"

static void
remove_tree (GFile *file)
{
  g_autoptr (GFileEnumerator) children =
      g_file_enumerate_children (file, "standard::name", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child)
    remove_tree (child);
  g_file_delete (file, NULL, NULL);
}

void
remove_folder (const char *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  remove_tree (folder);
}

gboolean
skip_without_real_feeds (void)
{
  if (g_getenv ("PLANNER_REAL_FEEDS"))
    return FALSE;
  g_test_skip ("the folder of real schedules is missing");

  return TRUE;
}

/* The kernel shows the time left of a timerfd as "it_value: (SECONDS, NANOSECONDS)". */
guint
find_timer_s (guint pid)
{
  g_autofree char *folder = g_strdup_printf ("/proc/%u/fdinfo", pid);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      const char *value;

      if (g_file_get_contents (path, &text, NULL, NULL) && (value = strstr (text, "it_value: (")) &&
          !g_str_has_prefix (value, "it_value: (0, 0)"))
        return (guint) g_ascii_strtoull (value + strlen ("it_value: ("), NULL, 10) + 1;
    }

  return 0;
}
