/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-arena.h"

#include <string.h>

struct _PlannerArena
{
  GPtrArray *blocks; /* owned, of owned memory */
  gsize block_bytes; /* the size of a block, unless a larger one is needed */
  guint8 *next;      /* borrowed, nullable: the free part of the last block */
  gsize left;        /* its size */
};

/* Any structure may begin at a multiple of this. */
#define ALIGNMENT MAX (_Alignof (gpointer), _Alignof (gint64))

static gpointer
take (PlannerArena *arena, gsize size_bytes)
{
  guint8 *taken;

  if (size_bytes > arena->left)
    {
      arena->left = MAX (size_bytes, arena->block_bytes);
      arena->next = g_malloc (arena->left);
      g_ptr_array_add (arena->blocks, arena->next);
    }
  taken = arena->next;
  arena->next += size_bytes;
  arena->left -= size_bytes;

  return taken;
}

/* Skips some bytes, unless a new block is needed anyway. */
static void
align (PlannerArena *arena)
{
  const gsize over = (guintptr) arena->next % ALIGNMENT;

  if (over > 0)
    take (arena, MIN (ALIGNMENT - over, arena->left));
}

/**
 * planner_arena_new:
 * @block_bytes: how much memory to allocate at once, above 0
 *
 * Returns: (transfer full): an arena without memory
 */
PlannerArena *
planner_arena_new (gsize block_bytes)
{
  PlannerArena *arena;

  g_return_val_if_fail (block_bytes > 0, NULL);

  arena = g_new0 (PlannerArena, 1);
  arena->blocks = g_ptr_array_new_with_free_func (g_free);
  arena->block_bytes = block_bytes;

  return arena;
}

void
planner_arena_free (PlannerArena *arena)
{
  g_return_if_fail (arena != NULL);

  g_ptr_array_unref (arena->blocks);
  g_free (arena);
}

/**
 * planner_arena_alloc0:
 *
 * Returns: (transfer none): memory that is filled with 0 and aligned for any structure
 */
gpointer
planner_arena_alloc0 (PlannerArena *arena, gsize size_bytes)
{
  g_return_val_if_fail (arena != NULL, NULL);

  align (arena);

  return memset (take (arena, size_bytes), 0, size_bytes);
}

/**
 * planner_arena_add_string:
 * @string: bytes without 0
 * @length: their number
 *
 * Returns: (transfer none): a copy that ends with 0
 */
char *
planner_arena_add_string (PlannerArena *arena, const char *string, gsize length)
{
  char *copy;

  g_return_val_if_fail (arena != NULL && string != NULL, NULL);

  copy = take (arena, length + 1);
  memcpy (copy, string, length);
  copy[length] = '\0';

  return copy;
}
