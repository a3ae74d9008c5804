/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/planner-store-error.h"

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * PlannerStore:
 *
 * The attendee's data and the last agendas in an SQLite database. All functions on a store block, and may be called from any
 * thread. A change is durable when the function that makes it returns %TRUE.
 */
#define PLANNER_TYPE_STORE (planner_store_get_type ())

G_DECLARE_FINAL_TYPE (PlannerStore, planner_store, PLANNER, STORE, GObject)

char *planner_store_dup_default_path (void);
PlannerStore *planner_store_open (const char *path, GError **error);

char *planner_store_dup_value (PlannerStore *self, const char *name, GError **error);
void planner_store_release_memory (PlannerStore *self);

/* For the files of this room only. */
GMutexLocker *planner_store_lock (PlannerStore *self, sqlite3 **db);

G_END_DECLS
