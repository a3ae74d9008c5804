/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean planner_feed_unread_set_bytes (GBytes *bytes, GError **error);
gboolean planner_feed_unread_set_text (const char *text, GError **error);
gboolean planner_feed_unread_set_xml (const char *root, GError **error);
gboolean planner_feed_unread_set_json (JsonNode *root, GError **error);

G_END_DECLS
