/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/planner-rich-references.h"
#include "text/planner-rich-writer.h"

G_BEGIN_DECLS

void
planner_rich_inline_write (PlannerRichWriter *writer, const char *text, PlannerRichReferences *references);
const char *planner_rich_inline_find_backticks (const char *p, gsize length, gboolean *no_more);

#define PLANNER_RICH_MAX_BACKTICKS 16

G_END_DECLS
