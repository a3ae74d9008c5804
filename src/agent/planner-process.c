/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "agent/planner-process.h"

#include "model/planner-time-source.h"

#include <glib/gi18n.h>
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* A relative path in these variables is invalid and must be ignored (XDG Base Directory Specification, "Basics"). GLib would
 * use it.
 */
static void
ignore_relative_folders (void)
{
  static const char *const names[] = { "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME",
                                       "XDG_RUNTIME_DIR" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *path = g_getenv (names[i]);

      if (path && *path && !g_path_is_absolute (path))
        {
          g_info ("Ignoring %s, because “%s” is a relative path", names[i], path);
          g_unsetenv (names[i]);
        }
    }
}

/**
 * planner_process_set_up:
 * @max_malloc_arenas: how many arenas glibc may use for memory allocation. By default it has one a thread, and keeps
 *   more memory that was allocated in one thread and freed in another
 *
 * Sets up memory allocation, the folders of the attendee, the time of the development profile, and translations. Call it
 * first in each program.
 */
void
planner_process_set_up (int max_malloc_arenas)
{
  const char *uninstalled_locale_dir = g_getenv ("GOTC_PLANNER_LOCALE_DIR");

#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, max_malloc_arenas);
#endif
  ignore_relative_folders ();
  planner_time_source_share_offset ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, uninstalled_locale_dir ? uninstalled_locale_dir : LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
