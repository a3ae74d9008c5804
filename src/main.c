/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/planner-cli.h"
#include "agent/planner-process.h"
#include "ui/window/planner-application.h"

/* Agendas are allocated in one thread and freed in another. More arenas would keep more free memory. */
#define MAX_MALLOC_ARENAS 2

int
main (int argc, char **argv)
{
  g_autoptr (PlannerApplication) application = NULL;

  planner_process_set_up (MAX_MALLOC_ARENAS);
  if (planner_cli_wants (argc, argv))
    return planner_cli_run (argc, argv);

  application = planner_application_new ();

  return planner_handover_run (planner_application_get_handover (application), argc, argv);
}
