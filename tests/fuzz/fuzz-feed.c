/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads a schedule. The reader recognizes the format by the bytes. */

#include "fuzz/fuzz.h"

#include "feed/planner-feed.h"
#include "model/planner-agenda-bytes.h"
#include "words/planner-problems.h"

static const char *const languages[] = { "en", "C", NULL };

/* Stores an agenda, reads it and stores it again with the same result. */
static void
check_kept (const PlannerAgenda *agenda)
{
  g_autoptr (GBytes) bytes = planner_agenda_to_bytes (agenda);
  g_autoptr (PlannerAgenda) kept = planner_agenda_new_from_bytes (bytes, languages);
  g_autoptr (GBytes) again = NULL;

  g_assert_true (kept);
  again = planner_agenda_to_bytes (kept);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
check_agenda (const PlannerAgenda *agenda)
{
  g_assert_true (agenda->title.shown && *agenda->title.shown);
  g_assert_true (g_hash_table_size (agenda->sessions_by_key) == agenda->sessions->len);
  g_assert_true (agenda->sessions->len <= PLANNER_FEED_MAX_SESSIONS);
  check_kept (agenda);
}

static void
check_report (const PlannerReport *report)
{
  for (guint i = 0; i < planner_report_get_n_problems (report); i++)
    {
      const PlannerProblem *problem = planner_report_get_problem (report, i);

      g_assert_true (problem->where && g_utf8_validate (problem->where, -1, NULL));
      g_assert_true (g_utf8_validate (problem->message, -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const PlannerFeedOptions options = { .address = "https://example.org/schedule/", .languages = languages };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerAgenda) agenda = planner_feed_read (bytes, &options, report, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_true ((agenda == NULL) == (error != NULL));
  if (agenda)
    check_agenda (agenda);
  else
    g_assert_true (error->domain == PLANNER_FEED_ERROR && g_utf8_validate (error->message, -1, NULL));
  check_report (report);
  text = planner_report_to_text (report, 3);
  g_assert_true (g_utf8_validate (text, -1, NULL));

  return 0;
}
