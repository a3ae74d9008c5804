/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Decodes bytes in any encoding, declared or not. */

#include "fuzz/fuzz.h"

#include "feed/planner-feed-bytes.h"
#include "feed/build/planner-feed-text.h"

static void
check_cleaned (const char *text, PlannerTextKind kind, gsize limit)
{
  gboolean replaced = FALSE, cut = FALSE;
  g_autofree char *clean = planner_feed_clean_text (text, kind, &replaced, &cut);

  if (!clean)
    return;
  g_assert_true (*clean && strlen (clean) <= limit);
  g_assert_true (g_utf8_validate (clean, -1, NULL));
  for (const char *p = clean; *p; p++)
    g_assert_true ((guint8) *p >= ' ' || (kind == PLANNER_TEXT_LONG && (*p == '\n' || *p == '\t')));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autofree char *text = planner_feed_bytes_to_text (bytes, report);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  planner_feed_is_language (text);
  check_cleaned (text, PLANNER_TEXT_LINE, PLANNER_FEED_MAX_LINE_BYTES);
  check_cleaned (text, PLANNER_TEXT_LONG, PLANNER_FEED_MAX_TEXT_BYTES);

  return 0;
}
