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
 * @PLANNER_FEED_ERROR_EMPTY: no bytes at all
 * @PLANNER_FEED_ERROR_WEB_PAGE: an HTML page where a schedule was expected
 * @PLANNER_FEED_ERROR_BROKEN: not well-formed; the message tells line and column
 * @PLANNER_FEED_ERROR_TRUNCATED: well-formed up to the end, which comes too early
 * @PLANNER_FEED_ERROR_NOT_A_SCHEDULE: well-formed, but no schedule of a known format
 * @PLANNER_FEED_ERROR_TOO_LARGE: beyond a limit of size, depth or count
 * @PLANNER_FEED_ERROR_NO_SESSIONS: a schedule without a session, where there have to be some
 * @PLANNER_FEED_ERROR_NONE_FOUND: a web page that leads to no schedule; the message tells what was tried
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
 * @default_zone: (nullable): where the feed tells no zone: the one the conference was added with; UTC if %NULL
 * @address: (nullable): where the feed is from; relative links are resolved against it
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
