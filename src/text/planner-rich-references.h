/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannerRichReferences:
 *
 * The lines of a Markdown text that define the addresses of its links: "[1]: https://example.org". The text uses them as
 * "[words][1]", "[1][]" or "[1]".
 */
typedef struct _PlannerRichReferences PlannerRichReferences;

PlannerRichReferences *planner_rich_references_new (const char *text);
void planner_rich_references_free (PlannerRichReferences *self);
gboolean planner_rich_references_define (PlannerRichReferences *self, const char *line);
const char *planner_rich_references_find (PlannerRichReferences *self, const char *label, gsize length);
const char *planner_rich_references_find_end (const char *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerRichReferences, planner_rich_references_free)

G_END_DECLS
