/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerNoteBox:
 *
 * The private note of a session. It is stored while the attendee types. A session that is not starred has a button
 * instead, which stars it.
 *
 * Properties:
 * - conference (#PlannerConference, nullable)
 * - entry (#PlannerEntry, nullable)
 */
#define PLANNER_TYPE_NOTE_BOX (planner_note_box_get_type ())

G_DECLARE_FINAL_TYPE (PlannerNoteBox, planner_note_box, PLANNER, NOTE_BOX, GtkBox)

void planner_note_box_save (PlannerNoteBox *self);

G_END_DECLS
