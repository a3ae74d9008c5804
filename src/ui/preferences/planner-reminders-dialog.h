/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

#include <adwaita.h>

G_BEGIN_DECLS

void planner_reminders_dialog_present_once (GtkWidget *parent,
                                            GSettings *settings,
                                            const PlannerSession *session,
                                            gint64 now_utc);

G_END_DECLS
