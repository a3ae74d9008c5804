/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean planner_address_is_webcal (const char *typed);
char *planner_address_complete (const char *typed, const char *folder);

G_END_DECLS
