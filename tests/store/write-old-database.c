/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes a database of an earlier version, for tests that run whole programs: write-old-database PATH VERSION
 */

#include "store/old-database.h"

#include <glib.h>

int
main (int argc, char *argv[])
{
  g_assert_cmpint (argc, ==, 3);
  make_old_database (argv[1], (int) g_ascii_strtoll (argv[2], NULL, 10));

  return 0;
}
