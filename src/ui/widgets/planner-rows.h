/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *planner_plain_row_new (GType type);
GtkWidget *planner_speaker_row_new (const PlannerSpeaker *speaker);
GtkWidget *planner_clash_row_new (const PlannerEntryClash *clash, GTimeZone *local);
GtkWidget *planner_link_row_new (const char *title, const char *uri);

void planner_row_open (AdwActionRow *row, const char *action, const char *target);
void planner_row_speak_subtitle (AdwActionRow *row);
void planner_group_clear_rows (AdwPreferencesGroup *group, GPtrArray *rows);
void planner_group_add_row (AdwPreferencesGroup *group, GPtrArray *rows, GtkWidget *row);
void planner_group_make_heading (AdwPreferencesGroup *group);

G_END_DECLS
