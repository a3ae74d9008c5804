/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/planner-cli-wait.h"

/**
 * planner_cli_done_cb:
 * @user_data: (type GAsyncResult**): the variable that planner_cli_wait() waits for
 *
 * The callback for an asynchronous operation that planner_cli_wait() waits for.
 */
void
planner_cli_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **answer = user_data;

  *answer = g_object_ref (result);
}

/**
 * planner_cli_wait:
 * @result: (inout): %NULL until planner_cli_done_cb() sets it; %NULL again afterwards
 *
 * Runs the main context until an operation ends.
 *
 * Returns: (transfer full): its result
 */
GAsyncResult *
planner_cli_wait (GAsyncResult **result)
{
  while (!*result)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (result);
}
