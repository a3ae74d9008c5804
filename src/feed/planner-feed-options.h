/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

/* Schedules beyond these limits are refused. */
#define PLANNER_FEED_MAX_BYTES (32 * 1024 * 1024)
#define PLANNER_FEED_MAX_SESSIONS 100000

/**
 * PlannerFeedOptions:
 * @default_zone: (nullable): the time zone to use when the schedule does not name one; UTC if %NULL
 * @address: (nullable): the address of the schedule, which relative links are resolved against
 * @languages: (nullable): the attendee's languages, best first; g_get_language_names() if %NULL
 * @known: (nullable): an earlier edition of the schedule. Search texts of sessions whose abstract has not changed are copied
 *   from it. The result is the same without it, but takes longer.
 */
typedef struct
{
  GTimeZone *default_zone;
  const char *address;
  const char *const *languages;
  const PlannerAgenda *known;
} PlannerFeedOptions;

G_END_DECLS
