/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannerText:
 * @shown: (nullable): the text in the best language, borrowed from @variants; %NULL when there is no text
 * @variants: (nullable) (owned): language, text, language, text, …; the language is "" when the schedule does not name its
 *   language. Those of an agenda in a #PlannerArena belong to the arena; do not clear them
 *
 * A text in one or more languages. Zero-filled memory is an empty text. All text is valid UTF-8 without
 * control characters other than line feed and tab.
 */
typedef struct
{
  const char *shown;
  GStrv variants;
} PlannerText;

void planner_text_take (PlannerText *text, const char *language, char *value);
void planner_text_add (PlannerText *text, const char *language, const char *value);
void planner_text_merge (PlannerText *text, const PlannerText *from);
gboolean planner_text_is_equal (const PlannerText *a, const PlannerText *b);
gsize planner_text_measure (const PlannerText *text);
void planner_text_choose (PlannerText *text, const char *const *languages);
void planner_text_clear (PlannerText *text);

G_END_DECLS
