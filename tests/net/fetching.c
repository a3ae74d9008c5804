/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net/fetching.h"

void
outcome_clear (Outcome *outcome)
{
  g_clear_pointer (&outcome->fetched, planner_fetched_free);
  g_clear_error (&outcome->error);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  g_assert_false (outcome->done);
  outcome->fetched = planner_fetcher_fetch_finish (PLANNER_FETCHER (source), result, &outcome->error);
  g_assert_true ((outcome->fetched == NULL) != (outcome->error == NULL));
  g_assert_true (!outcome->error || g_utf8_validate (outcome->error->message, -1, NULL));
  g_assert_true (!outcome->fetched || g_utf8_validate (outcome->fetched->address, -1, NULL));
  g_assert_true (!outcome->fetched || !outcome->fetched->content_type ||
                 g_str_is_ascii (outcome->fetched->content_type));
  outcome->done = TRUE;
}

static void
progress_cb (guint64 n_bytes, double fraction, gpointer user_data)
{
  Outcome *outcome = user_data;

  g_assert_false (outcome->done);
  g_assert_cmpuint (n_bytes, >, outcome->n_bytes);
  outcome->n_steps++;
  outcome->n_bytes = n_bytes;
  outcome->fraction = fraction;
  if (outcome->cancel_at_step)
    g_cancellable_cancel (outcome->cancel_at_step);
}

void
fetch_start (PlannerFetcher *fetcher, const char *address, GCancellable *cancellable, Outcome *outcome)
{
  const PlannerFetchRequest request = { .address = address,
                                        .progress = progress_cb,
                                        .progress_data = outcome };

  planner_fetcher_fetch_async (fetcher, &request, cancellable, fetched_cb, outcome);
}

void
outcome_await (Outcome *outcome)
{
  while (!outcome->done)
    g_main_context_iteration (NULL, TRUE);
}

void
fetch_with (PlannerFetcher *fetcher,
            const char *address,
            const char *etag,
            const char *last_modified,
            Outcome *outcome)
{
  const PlannerFetchRequest request = { .address = address,
                                        .etag = etag,
                                        .last_modified = last_modified,
                                        .progress = progress_cb,
                                        .progress_data = outcome };

  planner_fetcher_fetch_async (fetcher, &request, NULL, fetched_cb, outcome);
  outcome_await (outcome);
}

void
assert_body (const Outcome *outcome, const char *expected)
{
  g_assert_no_error (outcome->error);
  g_assert_cmpmem (g_bytes_get_data (outcome->fetched->body, NULL), g_bytes_get_size (outcome->fetched->body),
                   expected, strlen (expected));
}

void
assert_fails (const Outcome *outcome, PlannerFetchError code, const char *sentence_part)
{
  g_assert_error (outcome->error, PLANNER_FETCH_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (outcome->error->message, ".") ||
                 strstr (outcome->error->message, ". (HTTP "));
  g_assert_nonnull (strstr (outcome->error->message, sentence_part));
}

void
assert_fetch_fails (PlannerFetcher *fetcher,
                    const char *address,
                    PlannerFetchError code,
                    const char *sentence_part)
{
  g_auto (Outcome) outcome = { 0 };

  fetch_with (fetcher, address, NULL, NULL, &outcome);
  assert_fails (&outcome, code, sentence_part);
}
