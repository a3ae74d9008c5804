/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Scrolls a timetable to the present. */

#include "ui/timetable/planner-timetable-now.h"

/* The part of the page that is above the line at now when the timetable opens. */
#define PAST_PART 0.25

static gboolean
is_column_visible (const PlannerTimetableViewport *viewport, guint slot)
{
  const graphene_rect_t visible = planner_timetable_viewport_get_visible_area (viewport);
  const graphene_rect_t area = planner_timetable_geometry_get_area (&viewport->geometry, slot);

  return area.origin.x >= visible.origin.x &&
         area.origin.x + area.size.width <= visible.origin.x + visible.size.width;
}

/**
 * planner_timetable_now_is_visible:
 *
 * Returns: whether the line at now is in the visible part; %TRUE for a day without this line
 */
gboolean
planner_timetable_now_is_visible (const PlannerTimetableViewport *viewport, const PlannerTimetableDay *day)
{
  return !planner_timetable_day_includes_now (day) ||
         planner_timetable_viewport_shows_minute (viewport, planner_timetable_day_get_now_minute (day));
}

/**
 * planner_timetable_now_find_visible_next:
 *
 * Returns: the slot of the next session to start in a column that is wholly visible, or %PLANNER_TIMETABLE_NONE
 */
guint
planner_timetable_now_find_visible_next (const PlannerTimetableViewport *viewport,
                                         const PlannerTimetableDay *day)
{
  const int now_min = (int) planner_timetable_day_get_now_minute (day);
  guint next = PLANNER_TIMETABLE_NONE;
  int least = G_MAXINT;

  for (guint i = 0; i < day->timetable->slots->len; i++)
    {
      const int start_min = planner_timetable_get_slot (day->timetable, i)->start_min;

      if (start_min >= now_min && start_min < least && is_column_visible (viewport, i))
        {
          next = i;
          least = start_min;
        }
    }

  return next;
}

/* Scrolls to the column of a session that runs, or of the next one, unless one of them is in a column that is visible. */
static void
reveal_column (PlannerTimetableViewport *viewport, const PlannerTimetableDay *day)
{
  const int now_min = (int) planner_timetable_day_get_now_minute (day);
  const PlannerTimetableSlot *present = NULL;
  int least = G_MAXINT;
  gboolean visible = FALSE;

  for (guint i = 0; i < day->timetable->slots->len; i++)
    {
      const PlannerTimetableSlot *slot = planner_timetable_get_slot (day->timetable, i);
      const int from = MAX (slot->start_min, now_min);

      if (slot->end_min <= now_min || from > least ||
          (from == least && (visible || !is_column_visible (viewport, i))))
        continue;
      present = slot;
      least = from;
      visible = is_column_visible (viewport, i);
    }
  if (present && !visible)
    planner_timetable_viewport_reveal_column (viewport, present->column);
}

/**
 * planner_timetable_now_scroll_to:
 * @keep_columns: whether to scroll only up or down
 *
 * Scrolls to the line at now, or to the first session of a day without this line.
 */
void
planner_timetable_now_scroll_to (PlannerTimetableViewport *viewport,
                                 const PlannerTimetableDay *day,
                                 gboolean keep_columns)
{
  const guint slot = planner_timetable_day_find_present_slot (day);

  if (slot == PLANNER_TIMETABLE_NONE)
    return;

  if (planner_timetable_day_includes_now (day))
    {
      planner_timetable_viewport_open_at (viewport, planner_timetable_day_get_now_minute (day), PAST_PART);
      if (!keep_columns)
        reveal_column (viewport, day);
    }
  else
    planner_timetable_viewport_open_at (viewport,
                                        planner_timetable_get_slot (day->timetable, slot)->start_min, 0);
}
