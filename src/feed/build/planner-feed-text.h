/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-fields.h"

G_BEGIN_DECLS

#define PLANNER_FEED_MAX_LINE_BYTES (8 * 1024)
#define PLANNER_FEED_MAX_TEXT_BYTES (256 * 1024)

char *planner_feed_clean_text (const char *text, PlannerTextKind kind, gboolean *replaced, gboolean *cut);
gboolean planner_feed_is_language (const char *name);
gboolean planner_feed_is_yes (const char *word);
gboolean planner_feed_is_cancelled (const char *status);
char *planner_feed_parse_color (const char *text);

G_END_DECLS
