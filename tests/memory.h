/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many bytes memory_leave_hole() frees. */
#define MEMORY_HOLE_BYTES (32 * 1024 * 1024)

char *memory_leave_hole (void);
gint64 memory_get_resident_bytes (void);

G_END_DECLS
