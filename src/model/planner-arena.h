/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannerArena:
 *
 * Memory for many small structures and strings that are freed together. They lie next to each other in a few blocks, where
 * malloc() would take 16 bytes more for each of them.
 */
typedef struct _PlannerArena PlannerArena;

PlannerArena *planner_arena_new (gsize block_bytes);
void planner_arena_free (PlannerArena *arena);
gpointer planner_arena_alloc0 (PlannerArena *arena, gsize size_bytes);
char *planner_arena_add_string (PlannerArena *arena, const char *string, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerArena, planner_arena_free)

G_END_DECLS
