/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/planner-rich-block.h"

G_BEGIN_DECLS

GPtrArray *planner_rich_text_parse (const char *text);
gboolean planner_rich_text_is_html (const char *text);
char *planner_rich_text_to_plain (const char *text);

G_END_DECLS
