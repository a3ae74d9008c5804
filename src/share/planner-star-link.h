/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "share/planner-shared-stars.h"

G_BEGIN_DECLS

#define PLANNER_STAR_LINK_SCHEME "gotc-planner"

/* A QR code with more stars is hard to scan from a screen. */
#define PLANNER_STAR_LINK_PER_CODE 80

gboolean planner_is_star_link (const char *text);
char *planner_star_link_new (const PlannerSharedStars *stars);
char **planner_star_links_new (const PlannerSharedStars *stars);
PlannerSharedStars *planner_star_link_read (const char *text, GError **error);

G_END_DECLS
