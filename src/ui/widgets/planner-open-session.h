/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void planner_open_session (GtkWidget *widget, PlannerConference *conference, PlannerEntry *entry);

G_END_DECLS
