/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerConferenceDialog:
 *
 * Shows the facts of a conference, and lets the attendee edit and remove it. It uses the window's actions win.show-problems
 * and win.remove-conference, so that the conference must be the one that the window shows.
 */
#define PLANNER_TYPE_CONFERENCE_DIALOG (planner_conference_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PlannerConferenceDialog,
                      planner_conference_dialog,
                      PLANNER,
                      CONFERENCE_DIALOG,
                      AdwDialog)

AdwDialog *planner_conference_dialog_new (PlannerConference *conference);

G_END_DECLS
