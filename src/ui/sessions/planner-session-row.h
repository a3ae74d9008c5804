/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"
#include "ui/sessions/planner-row-text.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlannerSessionRow:
 *
 * A row of a list that shows a session. Its star button uses win.toggle-star('key'). A session of another conference has
 * the name and the color of its conference, and no star button.
 *
 * A session that runs says how long it still runs; one that is over is dimmed.
 *
 * Properties: conference (#PlannerConference, nullable), entry (#PlannerEntry, nullable), now-utc (int64: in seconds since the
 * epoch, or %PLANNER_TIME_UNKNOWN), local-time, show-day, show-forum, show-plan (booleans: a #PlannerPlanStrip follows the
 * session), page-title (string, nullable: the row shows no room and no speaker of this name), query (#PlannerQuery, nullable:
 * the search whose hits are highlighted), sentence (string, read-only: the text for screen readers).
 */
#define PLANNER_TYPE_SESSION_ROW (planner_session_row_get_type ())

G_DECLARE_FINAL_TYPE (PlannerSessionRow, planner_session_row, PLANNER, SESSION_ROW, GtkWidget)

PlannerSessionRow *planner_session_row_new (void);
PlannerSessionRow *planner_session_row_set_up (GtkListItem *item, gpointer page, const char *const *followed);

PlannerEntry *planner_session_row_get_entry (PlannerSessionRow *self);
PlannerRowText *planner_session_row_get_text (PlannerSessionRow *self);
PlannerEntry *planner_session_row_find_focused (GtkWidget *widget);

G_END_DECLS
