/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint64 planner_siphash (const guint64 key[2], gconstpointer data, gsize length);
GHashTable *planner_string_table_new (GDestroyNotify free_key, GDestroyNotify free_value);

G_END_DECLS
