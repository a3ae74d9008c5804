/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-arena.h"

#define BLOCK_BYTES 100
#define N_PIECES 500

/* Strings of different lengths lie between the numbers, so that these need alignment. */
static void
test_pieces (void)
{
  g_autoptr (PlannerArena) arena = planner_arena_new (BLOCK_BYTES);
  const char *strings[N_PIECES];
  gint64 *numbers[N_PIECES];

  for (guint i = 0; i < N_PIECES; i++)
    {
      g_autofree char *string = g_strnfill (i % 23, 'a');

      strings[i] = planner_arena_add_string (arena, string, i % 23);
      numbers[i] = planner_arena_alloc0 (arena, sizeof (gint64));
      g_assert_cmpuint ((guintptr) numbers[i] % _Alignof (gint64), ==, 0);
      g_assert_cmpint (*numbers[i], ==, 0);
      *numbers[i] = -1 - (gint64) i;
    }

  for (guint i = 0; i < N_PIECES; i++)
    {
      g_autofree char *string = g_strnfill (i % 23, 'a');

      g_assert_cmpstr (strings[i], ==, string);
      g_assert_cmpint (*numbers[i], ==, -1 - (gint64) i);
    }
}

static void
test_large (void)
{
  g_autoptr (PlannerArena) arena = planner_arena_new (BLOCK_BYTES);
  g_autofree char *large = g_strnfill (10 * BLOCK_BYTES, 'l');
  const char *before = planner_arena_add_string (arena, "before", 6);
  const char *copy = planner_arena_add_string (arena, large, 10 * BLOCK_BYTES);
  const char *after = planner_arena_add_string (arena, "after", 5);

  g_assert_cmpstr (before, ==, "before");
  g_assert_cmpstr (copy, ==, large);
  g_assert_cmpstr (after, ==, "after");
}

/* The string may be a part of a longer one. */
static void
test_part (void)
{
  g_autoptr (PlannerArena) arena = planner_arena_new (BLOCK_BYTES);

  g_assert_cmpstr (planner_arena_add_string (arena, "one two", 3), ==, "one");
  g_assert_cmpstr (planner_arena_add_string (arena, "one two", 0), ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/arena/strings-and-numbers-keep-their-values", test_pieces);
  g_test_add_func ("/model/arena/string-is-larger-than-a-block", test_large);
  g_test_add_func ("/model/arena/string-ends-after-its-length", test_part);

  return g_test_run ();
}
