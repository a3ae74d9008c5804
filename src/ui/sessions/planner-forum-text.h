/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerForumText:
 *
 * Shows the beginning of the description of a forum, and all of it on demand. It is hidden while there is no description.
 */
#define PLANNER_TYPE_FORUM_TEXT (planner_forum_text_get_type ())

G_DECLARE_FINAL_TYPE (PlannerForumText, planner_forum_text, PLANNER, FORUM_TEXT, AdwBin)

void planner_forum_text_set_forum (PlannerForumText *self, const PlannerForum *forum);

G_END_DECLS
