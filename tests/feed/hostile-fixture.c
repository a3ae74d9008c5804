/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/hostile-fixture.h"

GBytes *
repeat (const char *start, const char *part, guint n, const char *end)
{
  GString *text = g_string_new (start);

  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, end);

  return g_string_free_to_bytes (text);
}

/* Reads a schedule and logs how long that takes. */
static PlannerAgenda *
read_hostile (GBytes *bytes, PlannerReport *report, GCancellable *cancellable, GError **error)
{
  const gint64 begin = g_get_monotonic_time ();
  PlannerAgenda *agenda = planner_feed_read (bytes, NULL, report, cancellable, error);

  g_test_message ("%d ms", (int) ((g_get_monotonic_time () - begin) / 1000));

  return agenda;
}

PlannerAgenda *
read_bounded (GBytes *bytes, PlannerReport *report)
{
  g_autoptr (GError) error = NULL;
  PlannerAgenda *agenda = read_hostile (bytes, report, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (agenda);
  g_bytes_unref (bytes);

  return agenda;
}

void
assert_refused_with (GBytes *bytes, PlannerFeedError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerAgenda) agenda = read_hostile (bytes, NULL, NULL, &error);

  g_assert_null (agenda);
  if (error)
    g_test_message ("%s", error->message);
  g_assert_error (error, PLANNER_FEED_ERROR, (int) code);
  if (words)
    g_assert_true (g_pattern_match_simple (words, error->message));
  g_bytes_unref (bytes);
}

void
assert_refused (GBytes *bytes, PlannerFeedError code)
{
  assert_refused_with (bytes, code, NULL);
}

void
assert_every_cut_refused (const char *whole, gsize shortest)
{
  for (gsize i = shortest; i < strlen (whole); i++)
    {
      g_test_message ("%.*s", (int) i, whole);
      assert_refused (g_bytes_new (whole, i), PLANNER_FEED_ERROR_TRUNCATED);
    }
}

void
assert_cancelled_before (GBytes *bytes)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerAgenda) agenda = NULL;

  g_cancellable_cancel (cancellable);
  agenda = read_hostile (bytes, NULL, cancellable, &error);
  g_assert_null (agenda);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_bytes_unref (bytes);
}

static gpointer
cancel_in_thread (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);

  return NULL;
}

void
assert_cancelled_meanwhile (GBytes *bytes)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GThread) thread = g_thread_new ("cancel", cancel_in_thread, cancellable);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerAgenda) agenda = read_hostile (bytes, NULL, cancellable, &error);

  g_assert_null (agenda);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (g_steal_pointer (&thread));
  g_bytes_unref (bytes);
}
