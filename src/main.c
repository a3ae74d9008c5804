/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/planner-cli.h"
#include "ui/planner-application.h"

#include <glib/gi18n.h>
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Agendas are read in one thread and freed in another: with an arena for each thread, glibc keeps the memory of many. */
#define MAX_MALLOC_ARENAS 2

int
main (int argc, char **argv)
{
  g_autoptr (PlannerApplication) application = NULL;
  const char *uninstalled_locale_dir = g_getenv ("GOTC_PLANNER_LOCALE_DIR");

#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, MAX_MALLOC_ARENAS);
#endif
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, uninstalled_locale_dir ? uninstalled_locale_dir : LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (planner_cli_wants (argc, argv))
    return planner_cli_run (argc, argv);

  application = planner_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
