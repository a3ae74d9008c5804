/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *planner_join_friends (const char *const *names);
char *planner_format_friends (const char *const *names);

G_END_DECLS
