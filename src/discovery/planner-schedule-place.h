/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The parser does not decode escaped characters. */
#define PLANNER_SCHEDULE_PLACE_FLAGS                                                                         \
  (G_URI_FLAGS_ENCODED | G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_SCHEME_NORMALIZE | G_URI_FLAGS_PARSE_RELAXED)

gboolean planner_schedule_place_may_lead_to (GUri *page, GUri *target);
GUri *planner_schedule_place_resolve (GUri *page, GUri *base, const char *href);
char **planner_schedule_place_split (const char *path);
gboolean planner_schedule_place_names_schedule (const char *segment);
GPtrArray *planner_schedule_place_list (GUri *page);

G_END_DECLS
