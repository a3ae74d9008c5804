/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-stored-conference.h"

G_BEGIN_DECLS

char *
planner_stars_to_ical (const GPtrArray *conferences, int default_lead_s, gint64 written_utc, guint *n_events);

G_END_DECLS
