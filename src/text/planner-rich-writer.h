/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/planner-rich-block.h"

G_BEGIN_DECLS

#define PLANNER_RICH_MAX_BLOCKS 2000
#define PLANNER_RICH_MAX_DEPTH 8

/* Control characters but line feeds and tabs, and the first byte of C1 controls and of U+00A0. */
#define PLANNER_RICH_CONTROLS                                                                                \
  "\x7f\xc2\1\2\3\4\5\6\7\b\v\f\r\16\17\20\21\22\23\24\25\26\27\30\31\32\33\34\35\36\37"

typedef enum
{
  PLANNER_RICH_BOLD = 1 << 0,
  PLANNER_RICH_ITALIC = 1 << 1,
  PLANNER_RICH_CODE = 1 << 2,
} PlannerRichStyle;

/**
 * PlannerRichWriter:
 *
 * Turns styled text into blocks. Blocks begin with their first visible character, so that none is empty.
 */
typedef struct _PlannerRichWriter PlannerRichWriter;

PlannerRichWriter *planner_rich_writer_new (gboolean plain);
GPtrArray *planner_rich_writer_finish (PlannerRichWriter *writer);
gboolean planner_rich_writer_is_plain (const PlannerRichWriter *writer);
gboolean planner_rich_writer_is_full (const PlannerRichWriter *writer);

void planner_rich_writer_set_context (PlannerRichWriter *writer, PlannerBlockKind kind, guint depth);
void planner_rich_writer_take_marker (PlannerRichWriter *writer, char *marker);
void planner_rich_writer_add (PlannerRichWriter *writer,
                              const char *text,
                              gsize length,
                              guint style,
                              const char *href);
void planner_rich_writer_add_verbatim (PlannerRichWriter *writer, const char *text, gsize length);
void planner_rich_writer_break_line (PlannerRichWriter *writer);
void planner_rich_writer_end_block (PlannerRichWriter *writer);

G_END_DECLS
