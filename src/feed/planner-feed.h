/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"
#include "feed/planner-report.h"

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
} PlannerFeedError;

#define PLANNER_FEED_MAX_BYTES (32 * 1024 * 1024)
#define PLANNER_FEED_MAX_SESSIONS 100000

/**
 * PlannerFeedOptions:
 * @default_zone: (nullable): the time zone to use when the schedule does not name one; UTC if %NULL
 * @address: (nullable): the address of the schedule, which relative links are resolved against
 * @languages: (nullable): the attendee's languages, best first; g_get_language_names() if %NULL
 */
typedef struct
{
  GTimeZone *default_zone;
  const char *address;
  const char *const *languages;
} PlannerFeedOptions;

GQuark planner_feed_error_quark (void);

PlannerAgenda *planner_feed_read (GBytes *bytes,
                                  const PlannerFeedOptions *options,
                                  PlannerReport *report,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
