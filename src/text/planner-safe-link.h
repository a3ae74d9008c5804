/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean planner_safe_link_check (const char *uri);
gsize planner_safe_link_measure (const char *begin, const char *p, const char *end);

G_END_DECLS
