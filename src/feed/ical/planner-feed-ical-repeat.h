/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/ical/planner-feed-ical-reader.h"

G_BEGIN_DECLS

void planner_ical_note_override (PlannerIcalReader *reader, const PlannerIcalComponent *event);
gboolean
planner_ical_repeat_event (PlannerIcalReader *reader, const PlannerIcalComponent *event, GError **error);

G_END_DECLS
