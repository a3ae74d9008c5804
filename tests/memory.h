/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the allocator is that of glibc, which keeps memory that is freed. */
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
#define MEMORY_IS_KEPT TRUE
#else
#define MEMORY_IS_KEPT FALSE
#endif

/* How many bytes memory_leave_hole() frees. */
#define MEMORY_HOLE_BYTES (32 * 1024 * 1024)

char *memory_leave_hole (void);
gint64 memory_get_resident_bytes (void);

G_END_DECLS
