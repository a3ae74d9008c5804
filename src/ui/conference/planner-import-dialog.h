/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"
#include "share/planner-friends.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerImportDialog:
 *
 * Reads stars from a link, a text or a file, shows which sessions are found and which clash, and imports them
 * or shows them as those of a friend.
 *
 * Signals:
 * - imported (#PlannerConference): emitted when the attendee has agreed, after the dialog has closed
 * - friend-added (#PlannerConference): emitted when the stars are shown as those of a friend, after the dialog has closed
 */
#define PLANNER_TYPE_IMPORT_DIALOG (planner_import_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlannerImportDialog, planner_import_dialog, PLANNER, IMPORT_DIALOG, AdwDialog)

PlannerImportDialog *
planner_import_dialog_new (PlannerLibrary *library, PlannerFriends *friends, AdwToastOverlay *toast_overlay);
void planner_import_dialog_set_text (PlannerImportDialog *self, const char *text);
void planner_import_dialog_open_file (PlannerImportDialog *self, GFile *file);

G_END_DECLS
