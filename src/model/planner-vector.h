/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

#define PLANNER_VECTOR_BYTES 16

/**
 * PlannerVector:
 *
 * Neighboring bytes of a text, which are compared all at once. A comparison makes 255 of each byte for which it is true, and 0
 * of the others. GCC and Clang compile such vectors for any processor.
 */
typedef guint8 PlannerVector __attribute__ ((vector_size (PLANNER_VECTOR_BYTES)));

static inline PlannerVector
planner_vector_load (const char *p)
{
  PlannerVector vector;

  memcpy (&vector, p, sizeof vector);

  return vector;
}

static inline PlannerVector
planner_vector_repeat (char c)
{
  return (PlannerVector) { 0 } + (guint8) c;
}

static inline gboolean
planner_vector_has_any (PlannerVector same)
{
  guint64 parts[PLANNER_VECTOR_BYTES / sizeof (guint64)];

  memcpy (parts, &same, sizeof parts);

  return (parts[0] | parts[1]) != 0;
}

G_END_DECLS
