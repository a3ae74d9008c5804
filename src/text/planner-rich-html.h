/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/planner-rich-writer.h"

G_BEGIN_DECLS

void planner_rich_html_write (PlannerRichWriter *writer, const char *text);

G_END_DECLS
