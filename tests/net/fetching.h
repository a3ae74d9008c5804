/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "net/planner-fetcher.h"

/* The result of a fetch and its progress. */
typedef struct
{
  PlannerFetched *fetched;
  GError *error;
  gboolean done;
  guint n_steps;
  guint64 n_bytes;
  double fraction;
  GCancellable *cancel_at_step;
} Outcome;

void outcome_clear (Outcome *outcome);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

void fetch_start (PlannerFetcher *fetcher, const char *address, GCancellable *cancellable, Outcome *outcome);
void outcome_await (Outcome *outcome);
void fetch_with (PlannerFetcher *fetcher,
                 const char *address,
                 const char *etag,
                 const char *last_modified,
                 Outcome *outcome);
void assert_body (const Outcome *outcome, const char *expected);

/* Asserts the code of the error, and that its message is a sentence with @sentence_part. */
void assert_fails (const Outcome *outcome, PlannerFetchError code, const char *sentence_part);
void assert_fetch_fails (PlannerFetcher *fetcher,
                         const char *address,
                         PlannerFetchError code,
                         const char *sentence_part);
