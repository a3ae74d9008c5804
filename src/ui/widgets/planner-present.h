/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"
#include "model/planner-time-source.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlannerPresent:
 *
 * The present time for widgets. It changes only when a text about the present of a conference or of a starred session changes,
 * see planner_agenda_get_next_change() and planner_session_get_next_change(), and only while it is active.
 *
 * Properties: now-utc (int64, read-only): in seconds since the epoch.
 */
#define PLANNER_TYPE_PRESENT (planner_present_get_type ())

G_DECLARE_FINAL_TYPE (PlannerPresent, planner_present, PLANNER, PRESENT, GObject)

PlannerPresent *planner_present_new (PlannerTimeSource *time_source);

gint64 planner_present_get_next_utc (PlannerPresent *self);
void planner_present_set_agenda (PlannerPresent *self, PlannerAgenda *agenda);
void planner_present_set_starred (PlannerPresent *self, GListModel *starred);
void planner_present_set_active (PlannerPresent *self, gboolean active);
void planner_present_update (PlannerPresent *self);

G_END_DECLS
