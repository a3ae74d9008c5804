/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-lead.h"

/* The lead times that the attendee can choose, in minutes. */
const int planner_lead_choices[PLANNER_LEAD_N_CHOICES] = { PLANNER_LEAD_NONE, 0, 5, 10, 15, 30, 60 };

/**
 * planner_lead_to_seconds:
 * @minutes: a lead time in minutes, %PLANNER_LEAD_NONE or %PLANNER_LEAD_DEFAULT
 *
 * Returns: the lead time in seconds; the special values stay as they are
 */
int
planner_lead_to_seconds (int minutes)
{
  return minutes < 0 ? minutes : minutes * 60;
}

/**
 * planner_lead_to_minutes:
 * @seconds: a lead time in seconds, %PLANNER_LEAD_NONE or %PLANNER_LEAD_DEFAULT
 *
 * Returns: the lead time in minutes; the special values stay as they are
 */
int
planner_lead_to_minutes (int seconds)
{
  return seconds < 0 ? seconds : seconds / 60;
}
