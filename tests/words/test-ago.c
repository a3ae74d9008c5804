/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "words/planner-ago.h"

#define NOW G_GINT64_CONSTANT (1685145600) /* 2023-05-27 00:00 UTC */

typedef struct
{
  const char *path;
  gint64 age_s;
  const char *expected;
} Case;

static const Case cases[] = {
  { "/words/ago/now", 0, "Updated just now" },
  { "/words/ago/seconds", 59, "Updated just now" },
  { "/words/ago/a-minute", 60, "Updated 1 minute ago" },
  { "/words/ago/minutes", 59 * 60 + 59, "Updated 59 minutes ago" },
  { "/words/ago/an-hour", 60 * 60, "Updated 1 hour ago" },
  { "/words/ago/hours", 24 * 60 * 60 - 1, "Updated 23 hours ago" },
  { "/words/ago/a-day", 24 * 60 * 60, "Updated 1 day ago" },
  { "/words/ago/days", 7 * 24 * 60 * 60 - 1, "Updated 6 days ago" },
  { "/words/ago/date", 7 * 24 * 60 * 60, "Updated on 05/20/23" },
  { "/words/ago/clock-set-back", -3600, "Updated just now" },
  { "/words/ago/never", NOW, "Updated on 01/01/70" },
  { "/words/ago/beyond-all-dates", G_MAXINT64 - NOW, "Updated long ago" },
};

static void
test_ago (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *text = planner_format_updated (NOW - test->age_s, NOW);

  g_assert_cmpstr (text, ==, test->expected);
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_ago);

  return g_test_run ();
}
