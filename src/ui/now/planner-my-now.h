/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

guint planner_my_now_show (GtkListBox *list, PlannerConference *conference, gint64 now_utc, GTimeZone *local);
guint planner_my_now_show_all (GtkListBox *list, PlannerConference *conference, GTimeZone *local);

G_END_DECLS
