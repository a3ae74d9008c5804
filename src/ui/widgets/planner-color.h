/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void planner_forum_color (const PlannerForum *forum, GdkRGBA *rgba);
void planner_session_color (const PlannerAgenda *agenda, const PlannerSession *session, GdkRGBA *rgba);
void planner_conference_color (gint64 conference_id, GdkRGBA *rgba);
void planner_friend_color (const char *name, GdkRGBA *rgba);

G_END_DECLS
