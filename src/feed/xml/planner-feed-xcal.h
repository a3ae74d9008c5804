/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean planner_feed_xcal_is (const char *text);
char *planner_feed_xcal_to_ical (const char *text, GError **error);

G_END_DECLS
