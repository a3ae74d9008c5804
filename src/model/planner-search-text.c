/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-search-text.h"

#include <string.h>

/* Returns: how much memory the texts need; 0 if all are empty */
static gsize
measure (const gsize *lengths)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS; i++)
    n_bytes += lengths[i];

  return n_bytes > 0 ? n_bytes + PLANNER_SEARCH_N_FIELDS : 0;
}

static void
fill (PlannerSearchText *self, char *texts, const char *const *fields, const gsize *lengths)
{
  gsize end = 0;

  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS; i++)
    {
      if (lengths[i] > 0)
        memcpy (texts + end, fields[i], lengths[i]);
      end += lengths[i];
      texts[end] = '\0';
      self->ends[i] = (guint) end++;
    }
  self->texts = texts;
}

/**
 * planner_search_text_set:
 * @self: search texts that planner_search_text_set_in() has not set
 * @fields: (array fixed-size=5): the folded text of each field; %NULL is empty
 *
 * Replaces the texts by copies of others.
 */
void
planner_search_text_set (PlannerSearchText *self, const char *const *fields)
{
  gsize lengths[PLANNER_SEARCH_N_FIELDS], n_bytes;

  g_return_if_fail (self != NULL && fields != NULL);

  planner_search_text_clear (self);
  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS; i++)
    lengths[i] = fields[i] ? strlen (fields[i]) : 0;
  n_bytes = measure (lengths);
  if (n_bytes > 0)
    fill (self, g_malloc (n_bytes), fields, lengths);
}

/**
 * planner_search_text_set_in:
 * @self: search texts without memory
 * @arena: the memory for the texts; do not clear them
 * @fields: (array fixed-size=5): the folded text of each field
 * @lengths: (array fixed-size=5): how many bytes each has
 */
void
planner_search_text_set_in (PlannerSearchText *self,
                            PlannerArena *arena,
                            const char *const *fields,
                            const gsize *lengths)
{
  gsize n_bytes;

  g_return_if_fail (self != NULL && arena != NULL && fields != NULL && lengths != NULL);

  n_bytes = measure (lengths);
  if (n_bytes > 0)
    fill (self, planner_arena_alloc0 (arena, n_bytes), fields, lengths);
}

void
planner_search_text_clear (PlannerSearchText *self)
{
  g_clear_pointer (&self->texts, g_free);
  memset (self->ends, 0, sizeof self->ends);
}

/**
 * planner_search_text_get:
 * @length: (out) (optional): how many bytes the text has
 *
 * Returns: the folded text of @field, which may be empty
 */
const char *
planner_search_text_get (const PlannerSearchText *self, PlannerSearchField field, gsize *length)
{
  const guint start = field > 0 && self->texts ? self->ends[field - 1] + 1 : 0;

  if (length)
    *length = self->ends[field] - start;

  return self->texts ? self->texts + start : "";
}
