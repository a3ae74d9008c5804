/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlannerExit:
 * @PLANNER_EXIT_FAILED: could not be done, or the words of the call are off
 * @PLANNER_EXIT_UNREADABLE: a feed could not be read
 */
typedef enum
{
  PLANNER_EXIT_OK = 0,
  PLANNER_EXIT_FAILED = 1,
  PLANNER_EXIT_UNREADABLE = 2,
} PlannerExit;

/* Each takes its words without the command's own, and prints what it has to say. */
PlannerExit planner_cli_check (char **words);
PlannerExit planner_cli_add (char **words);
PlannerExit planner_cli_list (char **words);
PlannerExit planner_cli_star (char **words);
PlannerExit planner_cli_unstar (char **words);
PlannerExit planner_cli_refresh (char **words);
PlannerExit planner_cli_changes (char **words);

gboolean planner_cli_parse (char ***words, const GOptionEntry *entries, guint min_words, guint max_words);

void planner_cli_print_error (const char *subject, const GError *error);

/* For waiting: the callback of an operation, and the loop that runs until it was called. */
void planner_cli_done_cb (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *planner_cli_wait (GAsyncResult **result);

G_END_DECLS
