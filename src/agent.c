/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "agent/planner-agent-start.h"
#include "agent/planner-agent.h"
#include "agent/planner-bell.h"
#include "agent/planner-process.h"
#include "agent/planner-refresh.h"

#include <stdlib.h>

/* Only one of its two threads works at a time. */
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

/* Returns: whether D-Bus started the agent, or the planner was running */
static gboolean
start_by_bus (void)
{
  g_autoptr (GDBusConnection) bus = planner_bell_get_session_bus ();
  g_autoptr (GError) error = NULL;

  if (bus && planner_agent_start (bus, &error))
    return TRUE;
  if (error)
    g_info ("D-Bus does not start the agent, so this process becomes the agent: %s", error->message);

  return FALSE;
}

int
main (int argc, char **argv)
{
  g_autoptr (PlannerAgent) agent = NULL;

  planner_process_set_up (MAX_MALLOC_ARENAS);
  if (argc == 3 && g_str_equal (argv[1], "--refresh"))
    return refresh (argv[2]);
  if (argc == 2 && g_str_equal (argv[1], "--start") && start_by_bus ())
    return EXIT_SUCCESS;

  agent = planner_agent_new ();

  return planner_handover_run (planner_agent_get_handover (agent), argc, argv);
}
