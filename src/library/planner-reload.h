/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-edition.h"

G_BEGIN_DECLS

/**
 * PlannerReload:
 * @store: (owned): the store to read
 * @known: (owned) (element-type PlannerEdition): the conferences in memory, from planner_conference_make_edition()
 * @removed: (owned) (element-type PlannerEdition): after reading, those of @known that are removed
 * @changed: (owned) (element-type PlannerEdition): after reading, those of @known that another process has changed
 * @added: (owned) (element-type PlannerStoredConference): after reading, the conferences that are not in @known
 *
 * The data that the worker's thread reads from the store after another process has written.
 */
typedef struct
{
  PlannerStore *store;
  GPtrArray *known;
  GPtrArray *removed;
  GPtrArray *changed;
  GPtrArray *added;
} PlannerReload;

PlannerReload *planner_reload_new (PlannerStore *store);
void planner_reload_free (PlannerReload *reload);
gboolean planner_reload_read (PlannerReload *reload, GError **error);

G_END_DECLS
