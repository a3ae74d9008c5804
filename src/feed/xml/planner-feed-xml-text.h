/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/planner-report.h"

G_BEGIN_DECLS

/**
 * PlannerXmlText:
 * @text: (nullable): what to give to an XML parser: well-formed, without prolog and what follows the root; lines
 *   are where they were
 * @root: (nullable): the root's name without its prefix; %NULL when it ends before
 * @event_lines: of guint, from 1: where each element "event" begins
 * @too_large: it has more depth or more elements than any schedule has; @text is incomplete
 * @cut_off: the end of the root is not there
 * @last_line: from 1, where it ends
 * @entity_line: from 1, where the first entity is declared, else 0; @text is incomplete then
 * @entity_column: from 1, likewise
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

char *planner_xml_dup_root (const char *text);
void planner_xml_text_init (PlannerXmlText *self, const char *text, PlannerReport *report);
void planner_xml_text_clear (PlannerXmlText *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerXmlText, planner_xml_text_clear)

G_END_DECLS
