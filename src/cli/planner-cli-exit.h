/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/**
 * PlannerExit:
 * @PLANNER_EXIT_OK: the command succeeded
 * @PLANNER_EXIT_FAILED: the command failed, or the command line is not valid
 * @PLANNER_EXIT_UNREADABLE: a schedule cannot be read
 *
 * The exit status of a command.
 */
typedef enum
{
  PLANNER_EXIT_OK = 0,
  PLANNER_EXIT_FAILED = 1,
  PLANNER_EXIT_UNREADABLE = 2,
} PlannerExit;
