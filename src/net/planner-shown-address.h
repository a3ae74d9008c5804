/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *planner_address_dup_shown (const char *address);
char *planner_address_dup_readable (const char *address);

G_END_DECLS
