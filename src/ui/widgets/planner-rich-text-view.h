/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlannerRichTextView:
 *
 * Shows a plain, Markdown or HTML text from a schedule, with one label per block. It is hidden while there is no text.
 *
 * Properties: text (string, nullable).
 */
#define PLANNER_TYPE_RICH_TEXT_VIEW (planner_rich_text_view_get_type ())

G_DECLARE_FINAL_TYPE (PlannerRichTextView, planner_rich_text_view, PLANNER, RICH_TEXT_VIEW, GtkBox)

GtkWidget *planner_rich_text_view_new (const char *text);

void planner_rich_text_view_set_text (PlannerRichTextView *self, const char *text);

G_END_DECLS
