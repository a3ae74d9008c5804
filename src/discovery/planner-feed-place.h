/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As HTTP has them; nothing is decoded. */
#define PLANNER_FEED_PLACE_FLAGS                                                                             \
  (G_URI_FLAGS_ENCODED | G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_SCHEME_NORMALIZE | G_URI_FLAGS_PARSE_RELAXED)

GUri *planner_feed_place_resolve (GUri *page, GUri *base, const char *href);
char **planner_feed_place_split (const char *path);
gboolean planner_feed_place_is_schedule (const char *segment);
GPtrArray *planner_feed_place_list (GUri *page);

G_END_DECLS
