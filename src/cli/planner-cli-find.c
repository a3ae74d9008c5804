/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/planner-cli-find.h"

#include "cli/planner-cli-wait.h"
#include "discovery/planner-address.h"

/**
 * planner_cli_find_schedule:
 * @word: a file, an address or a host
 * @zone: (nullable): the IANA time zone for a schedule without one
 * @report: receives the problems of the schedule, even if it cannot be read
 * @error: return location for an error
 *
 * Finds a schedule in the same way as when it is added. It is not stored, and may be without sessions.
 *
 * Returns: (nullable) (transfer full): the schedule
 */
PlannerFound *
planner_cli_find_schedule (PlannerFetcher *fetcher,
                           const char *word,
                           const char *zone,
                           PlannerReport *report,
                           GError **error)
{
  g_autofree char *address = planner_address_complete (word, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *answer = NULL;
  const PlannerDiscoveryRequest request = { .address = address,
                                            .default_zone = zone,
                                            .is_webcal = planner_address_is_webcal (word),
                                            .may_be_empty = TRUE,
                                            .report = report };

  planner_discovery_find_async (fetcher, &request, NULL, planner_cli_done_cb, &answer);
  result = planner_cli_wait (&answer);

  return planner_discovery_find_finish (result, error);
}
