/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/planner-time-source.h"
#include "model/planner-time.h"

#define SECOND G_USEC_PER_SEC
#define NOW_UTC G_GINT64_CONSTANT (1738498800) /* 2025-02-02 13:20 in Brussels */

typedef struct
{
  const char *path;
  const char *text;
  gint64 system_us;
  gboolean readable;
  gint64 offset_us;
} ParseCase;

static const ParseCase parse_cases[] = {
  { "with-offset", "2025-02-02T13:20:00+01:00", (NOW_UTC + 60) * SECOND, TRUE, -60 * SECOND },
  { "in-utc", "2025-02-02T12:20:00Z", NOW_UTC *SECOND - 1, TRUE, 1 },
  { "difference", "-60000000", 5, TRUE, -60 * SECOND },
  { "difference-ahead", "+7", 5, TRUE, 7 },
  { "empty", "", 0, FALSE, 0 },
  { "word", "tomorrow", 0, FALSE, 0 },
  { "too-far", "+99999999999999999999", 0, FALSE, 0 },
};

static void
test_parse (gconstpointer data)
{
  const ParseCase *test = data;
  gint64 offset_us = 0;

  g_assert_true (planner_time_source_parse (test->text, test->system_us, &offset_us) == test->readable);
  if (test->readable)
    g_assert_cmpint (offset_us, ==, test->offset_us);
}

static void
assert_near (gint64 actual_us, gint64 expected_us)
{
  g_assert_cmpint (actual_us, >=, expected_us);
  g_assert_cmpint (actual_us, <, expected_us + 60 * SECOND);
}

static void
count_cb (int *n)
{
  ++*n;
}

static void
test_set (void)
{
  g_autoptr (PlannerTimeSource) source = planner_time_source_new ();
  int n = 0;

  assert_near (planner_time_source_get_now_us (source), g_get_real_time () - SECOND);
  g_signal_connect_swapped (source, "changed", G_CALLBACK (count_cb), &n);
  planner_time_source_set_now_us (source, NOW_UTC * SECOND);
  g_assert_cmpint (n, ==, 1);
  assert_near (planner_time_source_get_now_us (source), NOW_UTC * SECOND);
  assert_near (planner_time_source_to_system_us (source, NOW_UTC + 600), g_get_real_time () + 540 * SECOND);
  g_assert_cmpint (planner_time_source_to_system_us (source, PLANNER_NEVER), ==, PLANNER_NEVER);
}

/* Sharing replaces the time in the variable by a difference, so that a process that starts later continues it. */
static void
test_variable (void)
{
  g_autoptr (PlannerTimeSource) first = NULL;
  g_autoptr (PlannerTimeSource) second = NULL;
  const gint64 start_us = DEVELOPMENT ? NOW_UTC * SECOND : g_get_real_time ();
  gint64 offset_us = 0;

  g_setenv ("PLANNER_NOW", "2025-02-02T13:20:00+01:00", TRUE);
  first = planner_time_source_new ();
  assert_near (planner_time_source_get_now_us (first), start_us);
  planner_time_source_share_offset ();
  second = planner_time_source_new ();
  assert_near (planner_time_source_get_now_us (second), start_us);
  g_assert_true (planner_time_source_parse (g_getenv ("PLANNER_NOW"), 0, &offset_us));
  if (DEVELOPMENT)
    assert_near (g_get_real_time () + offset_us, start_us);
  else
    g_assert_cmpstr (g_getenv ("PLANNER_NOW"), ==, "2025-02-02T13:20:00+01:00");
  g_unsetenv ("PLANNER_NOW");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/time-source/parse/", parse_cases[i].path, NULL);

      g_test_add_data_func (path, &parse_cases[i], test_parse);
    }
  g_test_add_func ("/model/time-source/continues-from-time-that-is-set", test_set);
  g_test_add_func ("/model/time-source/development-profile-reads-variable", test_variable);

  return g_test_run ();
}
