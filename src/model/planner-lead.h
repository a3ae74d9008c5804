/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Special lead times, in place of a number of seconds or minutes. */
#define PLANNER_LEAD_NONE (-1)
#define PLANNER_LEAD_DEFAULT (-2)

/* The default lead time while the attendee has not chosen another. The schema of the settings has the same. */
#define PLANNER_LEAD_USUAL_MINUTES 10

#define PLANNER_LEAD_N_CHOICES 7

extern const int planner_lead_choices[PLANNER_LEAD_N_CHOICES];

int planner_lead_to_seconds (int minutes);
int planner_lead_to_minutes (int seconds);

G_END_DECLS
