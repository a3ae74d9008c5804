/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void planner_closures_bind (GtkWidgetClass *widget_class);

char *
planner_make_clash (GObject *object, PlannerConference *conference, PlannerEntry *entry, gboolean clashing);

const char *planner_get_star_icon (gboolean starred, gboolean withdrawn);
const char *planner_get_star_label (gboolean starred, gboolean withdrawn);

G_END_DECLS
