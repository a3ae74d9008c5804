/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *planner_fold (const char *text);
gboolean planner_fold_equal (const char *a, const char *b);

G_END_DECLS
