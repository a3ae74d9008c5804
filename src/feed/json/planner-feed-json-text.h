/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannerJsonText:
 * @text: the text for the parser, borrowed from @repaired, or from the caller if nothing was repaired
 * @length: the length of @text in bytes
 * @repaired: (nullable): a copy with repairs
 * @n_replaced: the number of escapes that stand for no character
 * @too_large: whether the text is deeper, or has more values, than any schedule; @text is incomplete then
 * @collides: whether too many members of an object have names with equal hashes; @text is incomplete then
 * @cut_off: whether the text ends within a string, an array or an object
 * @last_line: the line of the last token, from 1
 * @last_column: the column of the last token, from 1, in bytes
 * @blamed_line: the line of the token before the last
 * @blamed_column: the column of the token before the last
 */
typedef struct
{
  const char *text;
  gsize length;
  GString *repaired;
  guint n_replaced;
  gboolean too_large;
  gboolean collides;
  gboolean cut_off;
  guint last_line;
  guint last_column;
  guint blamed_line;
  guint blamed_column;
} PlannerJsonText;

void planner_json_text_init (PlannerJsonText *self, const char *text);
void planner_json_text_clear (PlannerJsonText *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerJsonText, planner_json_text_clear)

G_END_DECLS
