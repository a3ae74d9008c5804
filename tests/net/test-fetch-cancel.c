/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net/serving.h"

static void
assert_cancelled (const Outcome *outcome)
{
  g_assert_error (outcome->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_cancel_before (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };

  f->answer = answer_plain;
  g_cancellable_cancel (cancellable);
  fetch_start (f->fetcher, f->http, cancellable, &outcome);
  g_assert_false (outcome.done);
  outcome_await (&outcome);
  assert_cancelled (&outcome);
  g_assert_cmpuint (f->n_requests, ==, 0);
}

static void
test_cancel_during_headers (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };

  f->answer = answer_hold;
  fetch_start (f->fetcher, f->http, cancellable, &outcome);
  while (f->n_requests == 0)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  outcome_await (&outcome);
  assert_cancelled (&outcome);
}

static void
test_cancel_during_body (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { .cancel_at_step = cancellable };

  f->answer = data ? answer_long : answer_stall;
  fetch_start (f->fetcher, f->http, cancellable, &outcome);
  outcome_await (&outcome);
  assert_cancelled (&outcome);
  g_assert_cmpuint (outcome.n_steps, ==, 1);
}

static gpointer
cancel_in_thread (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancel_from_thread (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };
  GThread *thread;

  f->answer = answer_hold;
  fetch_start (f->fetcher, f->http, cancellable, &outcome);
  while (f->n_requests == 0)
    g_main_context_iteration (NULL, TRUE);
  thread = g_thread_new ("cancel", cancel_in_thread, cancellable);
  outcome_await (&outcome);
  g_thread_join (thread);
  assert_cancelled (&outcome);
}

static void
answer_path (Fixture *f, SoupServerMessage *message, const char *path)
{
  if (g_str_equal (path, "/held"))
    answer_hold (f, message, path);
  else
    set_body (message, "text/plain", path);
}

/* Cancelling one fetch does not affect the others. */
static void
test_at_once (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const char *paths[] = { "/held", "/a", "/b", "/c" };
  Outcome outcomes[G_N_ELEMENTS (paths)] = { 0 };

  f->answer = answer_path;
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *address = g_strconcat (f->http, paths[i], NULL);

      fetch_start (f->fetcher, address, i == 0 ? cancellable : NULL, &outcomes[i]);
    }
  for (gsize i = 1; i < G_N_ELEMENTS (paths); i++)
    {
      outcome_await (&outcomes[i]);
      assert_body (&outcomes[i], paths[i]);
    }
  g_assert_false (outcomes[0].done);
  g_cancellable_cancel (cancellable);
  outcome_await (&outcomes[0]);
  assert_cancelled (&outcomes[0]);
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    outcome_clear (&outcomes[i]);
}

/* A running fetch keeps its fetcher alive. */
static void
test_let_go (Fixture *f, gconstpointer data)
{
  PlannerFetcher *fetcher = g_object_new (PLANNER_TYPE_FETCHER, "network-monitor", f->monitor, NULL);
  gpointer watched = fetcher;
  g_auto (Outcome) outcome = { 0 };

  g_object_add_weak_pointer (G_OBJECT (fetcher), &watched);
  f->answer = answer_plain;
  fetch_start (fetcher, f->http, NULL, &outcome);
  g_object_unref (fetcher);
  outcome_await (&outcome);
  assert_body (&outcome, "{}");
  while (watched)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_quit (Fixture *f, gconstpointer data)
{
  PlannerFetcher *fetcher = g_object_new (PLANNER_TYPE_FETCHER, "network-monitor", f->monitor, NULL);
  gpointer watched = fetcher;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };

  g_object_add_weak_pointer (G_OBJECT (fetcher), &watched);
  f->answer = answer_stall;
  fetch_start (fetcher, f->http, cancellable, &outcome);
  while (outcome.n_steps == 0)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (fetcher);
  g_cancellable_cancel (cancellable);
  outcome_await (&outcome);
  assert_cancelled (&outcome);
  while (watched)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("N3/cancel-before", NULL, test_cancel_before);
  add ("N3/cancel-during-headers", NULL, test_cancel_during_headers);
  add ("N3/cancel-during-body", "long", test_cancel_during_body);
  add ("N3/cancel-while-waiting", NULL, test_cancel_during_body);
  add ("N3/cancel-from-thread", NULL, test_cancel_from_thread);
  add ("N3/at-once", NULL, test_at_once);
  add ("N3/let-go", NULL, test_let_go);
  add ("N3/quit", NULL, test_quit);

  return run_tests ();
}
