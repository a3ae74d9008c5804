/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/planner-report.h"

G_BEGIN_DECLS

/**
 * PlannerXmlText:
 * @text: (nullable): well-formed XML without prolog and without the text after the root element; its lines are those of the
 *   schedule
 * @root: (nullable): the name of the root element without its prefix; %NULL if the text ends before it
 * @event_lines: (element-type guint): the line, from 1, on which each element "event" starts
 * @too_large: whether the text has more elements or deeper ones than any schedule; @text is incomplete then
 * @cut_off: whether the end of the root element is missing
 * @last_line: the number of lines
 * @entity_line: the line, from 1, of the first entity declaration, or 0; @text is incomplete then
 * @entity_column: the column, from 1, of that declaration
 *
 * The result of the scan that comes before libxml2.
 */
typedef struct
{
  GString *text;
  char *root;
  GArray *event_lines;
  gboolean too_large;
  gboolean cut_off;
  guint last_line;
  guint entity_line;
  guint entity_column;
} PlannerXmlText;

void planner_xml_text_init (PlannerXmlText *self, const char *text, PlannerReport *report);
void planner_xml_text_clear (PlannerXmlText *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerXmlText, planner_xml_text_clear)

G_END_DECLS
