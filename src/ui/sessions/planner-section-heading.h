/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-conference.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlannerSectionHeading:
 *
 * The heading above sessions with the same start. It shows the time, and above the first section of a day also the day, with its
 * year if the conference takes place in another year.
 *
 * Properties: model (#GListModel of #PlannerEntry, nullable), entry (#PlannerEntry, nullable: the first below the heading),
 * conference (#PlannerConference, nullable), start (unsigned: its position in the model), local-time (boolean).
 */
#define PLANNER_TYPE_SECTION_HEADING (planner_section_heading_get_type ())

G_DECLARE_FINAL_TYPE (PlannerSectionHeading, planner_section_heading, PLANNER, SECTION_HEADING, GtkBox)

PlannerSectionHeading *planner_section_heading_new (GListModel *model);
void planner_section_heading_set_up (GtkListHeader *header, GListModel *model, gpointer page);

PlannerEntry *planner_section_heading_get_entry (PlannerSectionHeading *self);

G_END_DECLS
