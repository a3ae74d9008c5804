/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void planner_split_view_show_content (AdwNavigationSplitView *view, gboolean show_content);

G_END_DECLS
