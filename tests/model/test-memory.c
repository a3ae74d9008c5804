/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "memory.h"

#include "model/planner-memory.h"

static void
test_trim (void)
{
  g_autofree char *last = memory_leave_hole ();
  const gint64 before = memory_get_resident_bytes ();

  if (!last)
    return;

  planner_memory_trim ();
  g_assert_cmpint (memory_get_resident_bytes (), <, before - MEMORY_HOLE_BYTES / 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/memory/freed-memory-goes-back-to-the-system", test_trim);

  return g_test_run ();
}
