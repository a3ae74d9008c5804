/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannerJsonText:
 * @text: what to give to a JSON parser
 * @n_replaced: how many characters could not be kept
 * @too_large: it has more depth or more values than any schedule has; @text is incomplete
 * @cut_off: it ends within a string, an array or an object
 * @last_line: from 1, of the last token
 * @last_column: from 1, in bytes, of the last token
 * @blamed_line: of the token before the last
 * @blamed_column: of the token before the last
 */
typedef struct
{
  GString *text;
  guint n_replaced;
  gboolean too_large;
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
