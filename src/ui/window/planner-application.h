/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "agent/planner-handover.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerApplication:
 *
 * The application of the window program. It owns the library and the other objects that live as long as the process.
 */
#define PLANNER_TYPE_APPLICATION (planner_application_get_type ())

G_DECLARE_FINAL_TYPE (PlannerApplication, planner_application, PLANNER, APPLICATION, AdwApplication)

PlannerApplication *planner_application_new (void);
PlannerHandover *planner_application_get_handover (PlannerApplication *self);

G_END_DECLS
