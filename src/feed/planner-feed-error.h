/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLANNER_FEED_ERROR (planner_feed_error_quark ())

/**
 * PlannerFeedError:
 * @PLANNER_FEED_ERROR_EMPTY: there are no bytes, or only white space
 * @PLANNER_FEED_ERROR_WEB_PAGE: the bytes are an HTML page
 * @PLANNER_FEED_ERROR_BROKEN: the schedule is not well-formed; the message names line and column
 * @PLANNER_FEED_ERROR_TRUNCATED: the schedule is well-formed, but ends too early
 * @PLANNER_FEED_ERROR_NOT_A_SCHEDULE: the bytes are well-formed, but not a schedule in a known format
 * @PLANNER_FEED_ERROR_TOO_LARGE: the schedule exceeds a limit of size, depth or count
 * @PLANNER_FEED_ERROR_NO_SESSIONS: the schedule has no sessions, where some are required
 * @PLANNER_FEED_ERROR_NONE_FOUND: a web page does not lead to a schedule; the message names what was tried
 * @PLANNER_FEED_ERROR_OTHER_FORMAT: the bytes are in a format that the readers know, but cannot read; the message names it and
 *   what to ask the organizers for
 * @PLANNER_FEED_ERROR_COLLISIONS: the schedule is built so that reading it would take very long
 * @PLANNER_FEED_ERROR_DIRECTORY: the bytes are a list of conferences, which planner_directory_read() reads
 */
typedef enum
{
  PLANNER_FEED_ERROR_EMPTY,
  PLANNER_FEED_ERROR_WEB_PAGE,
  PLANNER_FEED_ERROR_BROKEN,
  PLANNER_FEED_ERROR_TRUNCATED,
  PLANNER_FEED_ERROR_NOT_A_SCHEDULE,
  PLANNER_FEED_ERROR_TOO_LARGE,
  PLANNER_FEED_ERROR_NO_SESSIONS,
  PLANNER_FEED_ERROR_NONE_FOUND,
  PLANNER_FEED_ERROR_OTHER_FORMAT,
  PLANNER_FEED_ERROR_COLLISIONS,
  PLANNER_FEED_ERROR_DIRECTORY,
} PlannerFeedError;

GQuark planner_feed_error_quark (void);

G_END_DECLS
