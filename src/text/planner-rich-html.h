/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/planner-rich-writer.h"

G_BEGIN_DECLS

void planner_rich_html_write (PlannerRichWriter *writer, const char *text);
void planner_rich_html_write_inline (PlannerRichWriter *writer, const char *text);
char *planner_rich_html_decode (const char *text, gsize length);

G_END_DECLS
