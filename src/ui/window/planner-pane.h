/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"
#include "ui/widgets/planner-present.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerPane:
 *
 * Shows the details of a session, a room or a speaker, beside or on top of the view of the conference. Pages that are opened
 * from a page of the pane are shown on top of it: inside the pane, the actions win.show-session, win.show-room and
 * win.show-speaker push a page.
 *
 * Properties: entry (#PlannerEntry, nullable, read-only): the session whose details the pane shows.
 */
#define PLANNER_TYPE_PANE (planner_pane_get_type ())

G_DECLARE_FINAL_TYPE (PlannerPane, planner_pane, PLANNER, PANE, AdwNavigationPage)

void planner_pane_set_settings (PlannerPane *self, GSettings *settings);
void planner_pane_set_present (PlannerPane *self, PlannerPresent *present);
void planner_pane_set_conference (PlannerPane *self, PlannerConference *conference);
void planner_pane_set_covers_view (PlannerPane *self, gboolean covers_view);

PlannerEntry *planner_pane_get_entry (PlannerPane *self);
gboolean planner_pane_is_empty (PlannerPane *self);
void planner_pane_set_nothing_selected (PlannerPane *self, const char *icon_name, const char *title);
void planner_pane_preview_session (PlannerPane *self, PlannerEntry *entry, GListModel *list);
void planner_pane_show_session (PlannerPane *self, PlannerEntry *entry, GListModel *list);
gboolean planner_pane_show_room (PlannerPane *self, const char *name);
gboolean planner_pane_show_speaker (PlannerPane *self, const char *key);
void planner_pane_push_session (PlannerPane *self, PlannerEntry *entry);
void planner_pane_push_room (PlannerPane *self, const char *name);
void planner_pane_push_speaker (PlannerPane *self, const char *key);
gboolean planner_pane_step (PlannerPane *self, int step);

G_END_DECLS
