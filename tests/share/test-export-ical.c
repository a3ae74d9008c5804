/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "share/equal.h"

#include "share/planner-export-ical.h"

static void
test_nothing (void)
{
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/share/nothing", test_nothing);

  return g_test_run ();
}
