/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerShareDialog:
 *
 * Shows My Schedule of a conference as a QR code, and copies or saves it as a link, a text or a file.
 */
#define PLANNER_TYPE_SHARE_DIALOG (planner_share_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlannerShareDialog, planner_share_dialog, PLANNER, SHARE_DIALOG, AdwDialog)

AdwDialog *planner_share_dialog_new (PlannerConference *conference);

G_END_DECLS
