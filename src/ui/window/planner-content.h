/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"
#include "plan/planner-filter.h"
#include "share/planner-friends.h"
#include "ui/widgets/planner-present.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerContent:
 *
 * The part of the window beside the sidebar. It shows a view of the conference, and the details of sessions, rooms and speakers
 * in a pane. In wide windows, the pane is beside a list and follows the keyboard focus of the list. It is beside a timetable,
 * too, while something is open. Otherwise it is on top of the view. Its pages use the window's actions.
 *
 * Properties: view (string, read-only): the id of the view; notified whenever a view is shown, even if it is the same,
 * wide (boolean): whether there is room for a list and the pane, extra-wide (boolean): whether there is room for a timetable
 * and the pane.
 */
#define PLANNER_TYPE_CONTENT (planner_content_get_type ())

G_DECLARE_FINAL_TYPE (PlannerContent, planner_content, PLANNER, CONTENT, AdwNavigationPage)

void planner_content_set_settings (PlannerContent *self, GSettings *settings);
void planner_content_set_present (PlannerContent *self, PlannerPresent *present);
void planner_content_set_friends (PlannerContent *self, PlannerFriends *friends);
void planner_content_set_library (PlannerContent *self, PlannerLibrary *library);
void planner_content_set_key_capture (PlannerContent *self, GtkWidget *widget);
void planner_content_set_conference (PlannerContent *self, PlannerConference *conference);

const char *planner_content_get_view (PlannerContent *self);
void planner_content_show_view (PlannerContent *self, const char *id);
void planner_content_show_session (PlannerContent *self, PlannerEntry *entry);
void planner_content_reveal (PlannerContent *self);
void planner_content_show_room (PlannerContent *self, const char *name);
void planner_content_show_speaker (PlannerContent *self, const char *key);
void planner_content_review_changes (PlannerContent *self);
void planner_content_show_filtered (PlannerContent *self, const PlannerFilter *filter);
void planner_content_start_search (PlannerContent *self);
void planner_content_search (PlannerContent *self, const char *text);
PlannerEntry *planner_content_get_current (PlannerContent *self);
void planner_content_hide_pane (PlannerContent *self);
void planner_content_leave (PlannerContent *self);
gboolean planner_content_shows_timetable (PlannerContent *self);
gboolean planner_content_shows_sessions (PlannerContent *self);

G_END_DECLS
