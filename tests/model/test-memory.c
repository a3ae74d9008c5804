/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "memory.h"

#include "model/planner-memory.h"

static void
test_trim (void)
{
  g_autofree char *last = NULL;
  gint64 before;

  if (!MEMORY_IS_KEPT)
    {
      g_test_skip ("this allocator keeps no memory");
      return;
    }

  last = memory_leave_hole ();
  before = memory_get_resident_bytes ();
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
