/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "agent/planner-agent.h"
#include "agent/planner-refresh.h"

#include "agent/planner-process.h"

#include <stdlib.h>

/* One of its two threads works at a time. */
#define MAX_MALLOC_ARENAS 1

static int
refresh (const char *conference)
{
  g_autoptr (GError) error = NULL;

  if (planner_refresh_run (conference, &error))
    return EXIT_SUCCESS;

  g_printerr ("gotc-planner-agent: %s\n", error->message);

  return EXIT_FAILURE;
}

int
main (int argc, char **argv)
{
  g_autoptr (PlannerAgent) agent = NULL;

  planner_process_set_up (MAX_MALLOC_ARENAS);
  if (argc == 3 && g_str_equal (argv[1], "--refresh"))
    return refresh (argv[2]);

  agent = planner_agent_new ();

  return planner_handover_run (planner_agent_get_handover (agent), argc, argv);
}
