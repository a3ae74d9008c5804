/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/planner-open-session.h"

#include "library/planner-conference-clashes.h"
#include "model/planner-session-id.h"

/**
 * planner_open_session:
 * @widget: a widget in the window
 * @conference: the conference that the window shows
 * @entry: an entry of this or of another conference
 *
 * Shows the details of a session. The window changes to its conference.
 */
void
planner_open_session (GtkWidget *widget, PlannerConference *conference, PlannerEntry *entry)
{
  const char *key = planner_entry_get_key (entry);
  g_autoptr (PlannerElsewhere) elsewhere = planner_conference_find_elsewhere (conference, entry);
  g_autofree char *id = elsewhere ? planner_session_id_new (elsewhere->conference_id, key) : NULL;

  gtk_widget_activate_action (widget, id ? "app.open-session" : "win.show-session", "s", id ? id : key);
}
