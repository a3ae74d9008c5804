/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLANNER_NOTE_MAX_BYTES (64 * 1024)

char *planner_note_clean (const char *text);
char *planner_note_merge (const char *base, const char *own, const char *other);

G_END_DECLS
