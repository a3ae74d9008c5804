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

/* Control characters but line feeds and tabs, and the first byte of C1 controls and of U+00A0. */
#define PLANNER_RICH_CONTROLS                                                                                \
  "\x7f\xc2\1\2\3\4\5\6\7\b\v\f\r\16\17\20\21\22\23\24\25\26\27\30\31\32\33\34\35\36\37"

G_END_DECLS
