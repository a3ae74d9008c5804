/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/**
 * planner_memory_trim:
 *
 * Gives memory that this process has freed back to the system. The allocator of glibc otherwise keeps it for later. Takes about a
 * millisecond, so call it after much was freed, and when nobody waits.
 */
void
planner_memory_trim (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}
