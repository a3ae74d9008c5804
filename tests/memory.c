/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "memory.h"

#include <string.h>
#include <unistd.h>

#define BLOCK_BYTES (64 * 1024)

/* Returns: (transfer full): memory that is still in use behind some that was freed */
char *
memory_leave_hole (void)
{
  char *blocks[MEMORY_HOLE_BYTES / BLOCK_BYTES];
  char *last;

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
