/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *planner_session_id_new (gint64 conference_id, const char *key);
gboolean planner_session_id_parse (const char *id, gint64 *conference_id, const char **key);

G_END_DECLS
