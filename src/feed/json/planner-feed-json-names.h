/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most members of one object whose names may collide in a hash table. */
#define PLANNER_JSON_MAX_COLLISIONS 64

/**
 * PlannerJsonNames:
 * @hashes: (element-type guint32): the hashes of the names in all open objects
 * @begins: (element-type guint): for each open object, the index of its first hash
 *
 * The names of the members of the objects that a scan of JSON is inside of.
 */
typedef struct
{
  GArray *hashes;
  GArray *begins;
} PlannerJsonNames;

int planner_json_read_escape (const char *p);
void planner_json_names_init (PlannerJsonNames *self);
void planner_json_names_clear (PlannerJsonNames *self);
void planner_json_names_open (PlannerJsonNames *self);
void planner_json_names_add (PlannerJsonNames *self, const char *string, gsize length);
gboolean planner_json_names_close (PlannerJsonNames *self);
gboolean planner_json_names_close_all (PlannerJsonNames *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerJsonNames, planner_json_names_clear)

G_END_DECLS
