/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *planner_message_for_error (const GError *error);
char *planner_message_for_replaced (const char *title, const char *replaced_title);
gboolean planner_error_tells_more (const GError *error);

G_END_DECLS
