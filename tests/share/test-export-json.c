/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "share/equal.h"

#include "share/planner-export-json.h"

static void
assert_reads_back (const char *path)
{
  g_autoptr (PlannerAgenda) agenda = read_schedule (path);
  g_autoptr (PlannerAgenda) again = NULL;
  g_autofree char *text = NULL;

  if (!agenda)
    return;
  g_test_message ("%s", path);
  text = planner_agenda_to_schedule_json (agenda);
  again = read_text (text);
  assert_equal_agendas (agenda, again);
}

static void
test_all (void)
{
  for_each_schedule (assert_reads_back);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/share/json-schedule-is-equal-when-read-again", test_all);

  return g_test_run ();
}
