/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "memory.h"

#include <string.h>
#include <unistd.h>

#define BLOCK_BYTES (64 * 1024)

/* Whether the allocator is that of glibc, which keeps memory that is freed. */
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
#define MEMORY_IS_KEPT TRUE
#else
#define MEMORY_IS_KEPT FALSE
#endif

/* Returns: (transfer full) (nullable): memory that is still in use behind some that was freed; %NULL, and the test is skipped, if
 * the allocator keeps no memory that is freed */
char *
memory_leave_hole (void)
{
  char *blocks[MEMORY_HOLE_BYTES / BLOCK_BYTES];
  char *last;

  if (!MEMORY_IS_KEPT)
    {
      g_test_skip ("this allocator keeps no memory");
      return NULL;
    }

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    blocks[i] = g_strnfill (BLOCK_BYTES, 'x');
  last = g_strnfill (BLOCK_BYTES, 'x');
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    g_free (blocks[i]);

  return last;
}

/* Returns: the memory of this process, in bytes (proc(5), statm) */
gint64
memory_get_resident_bytes (void)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));

  return g_ascii_strtoll (strchr (text, ' '), NULL, 10) * sysconf (_SC_PAGESIZE);
}
