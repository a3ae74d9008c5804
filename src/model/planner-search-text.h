/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-arena.h"

G_BEGIN_DECLS

typedef enum
{
  PLANNER_SEARCH_TITLE,
  PLANNER_SEARCH_SPEAKERS,
  PLANNER_SEARCH_FORUM,
  PLANNER_SEARCH_ROOM,
  PLANNER_SEARCH_ABSTRACT,
  PLANNER_SEARCH_N_FIELDS
} PlannerSearchField;

/**
 * PlannerSearchText:
 * @texts: (nullable): the text of each field, one after the other, each with a 0 at its end; %NULL if all are empty
 * @ends: where the 0 of each text is, in bytes from @texts
 *
 * The texts of one session in which a search looks for words, folded by planner_fold(). A search of many sessions takes as
 * long as the processor needs to fetch their texts from memory. So the texts lie side by side, and each length is stored.
 */
typedef struct
{
  char *texts;
  guint ends[PLANNER_SEARCH_N_FIELDS];
} PlannerSearchText;

void planner_search_text_set (PlannerSearchText *self, const char *const *fields);
void planner_search_text_set_in (PlannerSearchText *self,
                                 PlannerArena *arena,
                                 const char *const *fields,
                                 const gsize *lengths);
void planner_search_text_clear (PlannerSearchText *self);
const char *planner_search_text_get (const PlannerSearchText *self, PlannerSearchField field, gsize *length);

G_END_DECLS
