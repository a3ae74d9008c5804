/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/timetable/planner-timetable-cursor.h"

#include "ui/widgets/planner-open-session.h"

#include <stdlib.h>

/* The part of a page by which Page Up and Page Down move. */
#define PAGE_STEP 0.8

static GtkWidget *
get_widget (const PlannerTimetableCursor *self)
{
  return self->viewport->widget;
}

static gboolean
is_rtl (const PlannerTimetableCursor *self)
{
  return planner_timetable_viewport_is_rtl (self->viewport);
}

static void
focus_slot (PlannerTimetableCursor *self, guint index)
{
  self->slot = index;
  planner_timetable_viewport_reveal_slot (self->viewport, index);
  gtk_widget_grab_focus (planner_timetable_children_ensure_cell (self->children, index));
  gtk_widget_queue_allocate (get_widget (self));
}

static gboolean
move (PlannerTimetableCursor *self, PlannerTimetableDirection direction)
{
  const guint next = planner_timetable_find_neighbor (self->day->timetable, self->slot, direction);

  if (next == PLANNER_TIMETABLE_NONE)
    return FALSE;

  focus_slot (self, next);

  return TRUE;
}

static gboolean
focus_header (PlannerTimetableCursor *self, guint column)
{
  GtkWidget *header;

  if (column >= planner_timetable_geometry_get_n_columns (&self->viewport->geometry))
    return FALSE;

  planner_timetable_viewport_reveal_column (self->viewport, column);
  planner_timetable_children_update (self->children, self->slot);
  gtk_widget_queue_allocate (get_widget (self));
  header = planner_recycler_find (self->children->rooms, column);

  return header && gtk_widget_grab_focus (header);
}

/* The key Up leaves the timetable, so that the focus reaches the days. Before the first column, the number wraps and is no column. */
static gboolean
move_header_focus (PlannerTimetableCursor *self, guint column, GtkDirectionType direction)
{
  const guint after = is_rtl (self) ? -1 : 1;

  switch (direction)
    {
    case GTK_DIR_DOWN:
      focus_slot (self, self->slot);
      return TRUE;
    case GTK_DIR_LEFT:
      focus_header (self, column - after);
      return TRUE;
    case GTK_DIR_RIGHT:
      focus_header (self, column + after);
      return TRUE;
    case GTK_DIR_UP:
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return FALSE;
    }
}

/* At the top edge the focus moves to the header of the column. At the other edges it stays. */
static gboolean
move_focus (PlannerTimetableCursor *self, GtkDirectionType direction)
{
  switch (direction)
    {
    case GTK_DIR_UP:
      return move (self, PLANNER_TIMETABLE_UP) ||
             focus_header (self, planner_timetable_get_slot (self->day->timetable, self->slot)->column);
    case GTK_DIR_DOWN:
      return move (self, PLANNER_TIMETABLE_DOWN) || TRUE;
    case GTK_DIR_LEFT:
      return move (self, is_rtl (self) ? PLANNER_TIMETABLE_RIGHT : PLANNER_TIMETABLE_LEFT) || TRUE;
    case GTK_DIR_RIGHT:
      return move (self, is_rtl (self) ? PLANNER_TIMETABLE_LEFT : PLANNER_TIMETABLE_RIGHT) || TRUE;
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return FALSE;
    }
}

/**
 * planner_timetable_cursor_has_focus:
 *
 * Returns: whether a session or a header has the focus
 */
gboolean
planner_timetable_cursor_has_focus (const PlannerTimetableCursor *self)
{
  return gtk_widget_get_focus_child (get_widget (self)) != NULL;
}

/**
 * planner_timetable_cursor_grab_focus:
 *
 * Moves the focus to the session of the cursor.
 *
 * Returns: %FALSE without sessions
 */
gboolean
planner_timetable_cursor_grab_focus (PlannerTimetableCursor *self)
{
  if (planner_timetable_day_is_empty (self->day))
    return FALSE;

  focus_slot (self, self->slot);

  return TRUE;
}

/**
 * planner_timetable_cursor_move_focus:
 *
 * Moves the focus to the next session or header in a direction, or into the timetable.
 *
 * Returns: %FALSE if the focus leaves the timetable
 */
gboolean
planner_timetable_cursor_move_focus (PlannerTimetableCursor *self, GtkDirectionType direction)
{
  guint column;

  if (planner_timetable_day_is_empty (self->day))
    return FALSE;
  column = planner_timetable_children_find_focused_column (self->children);
  if (column != PLANNER_TIMETABLE_NONE)
    return move_header_focus (self, column, direction);
  if (planner_timetable_cursor_has_focus (self))
    return move_focus (self, direction);

  return planner_timetable_cursor_grab_focus (self);
}

/**
 * planner_timetable_cursor_go_to_end:
 * @down: whether to go to the last session; otherwise to the first
 *
 * Returns: %FALSE without sessions
 */
gboolean
planner_timetable_cursor_go_to_end (PlannerTimetableCursor *self, gboolean down)
{
  if (planner_timetable_day_is_empty (self->day))
    return FALSE;

  focus_slot (self, down ? planner_timetable_find_last (self->day->timetable)
                         : planner_timetable_find_first (self->day->timetable, 0));

  return TRUE;
}

/**
 * planner_timetable_cursor_go_to_page:
 * @down: whether to go down; otherwise up
 *
 * Goes to the session of the same column that is a page away.
 *
 * Returns: %FALSE if the timetable does not have the focus
 */
gboolean
planner_timetable_cursor_go_to_page (PlannerTimetableCursor *self, gboolean down)
{
  const double page_min = planner_timetable_viewport_get_body_height (self->viewport) * PAGE_STEP /
                          planner_timetable_geometry_get_pixels_per_minute (&self->viewport->geometry);
  guint index = self->slot;
  int from;

  if (!planner_timetable_cursor_has_focus (self))
    return FALSE;

  from = planner_timetable_get_slot (self->day->timetable, index)->start_min;
  while (abs (planner_timetable_get_slot (self->day->timetable, index)->start_min - from) < page_min)
    {
      const guint next =
          planner_timetable_find_neighbor (self->day->timetable, index,
                                           down ? PLANNER_TIMETABLE_DOWN : PLANNER_TIMETABLE_UP);

      if (next == PLANNER_TIMETABLE_NONE)
        break;
      index = next;
    }
  focus_slot (self, index);

  return TRUE;
}

/* Returns: (nullable) (transfer none): the entry of the cell that has the focus */
static PlannerEntry *
get_focused_entry (PlannerTimetableCursor *self)
{
  const gboolean on_cell =
      planner_timetable_cursor_has_focus (self) &&
      planner_timetable_children_find_focused_column (self->children) == PLANNER_TIMETABLE_NONE;

  return on_cell ? planner_timetable_day_get_entry (self->day, self->slot) : NULL;
}

/**
 * planner_timetable_cursor_open:
 *
 * Opens the session that has the focus.
 *
 * Returns: %FALSE if no session has it
 */
gboolean
planner_timetable_cursor_open (PlannerTimetableCursor *self)
{
  PlannerEntry *entry = get_focused_entry (self);

  if (entry)
    planner_open_session (get_widget (self), self->day->conference, entry);

  return entry != NULL;
}

/**
 * planner_timetable_cursor_activate:
 * @action: the name of an action of the window that takes the key of a session
 *
 * Activates @action for the session that has the focus. The window's actions find sessions of its own conference only.
 *
 * Returns: %FALSE if no session of this conference has the focus
 */
gboolean
planner_timetable_cursor_activate (PlannerTimetableCursor *self, const char *action)
{
  PlannerEntry *entry = get_focused_entry (self);

  return entry && !planner_timetable_day_get_other (self->day, self->slot) &&
         gtk_widget_activate_action (get_widget (self), action, "s", planner_entry_get_key (entry));
}

static PlannerTimetableCell *
find_cell_at (PlannerTimetableCursor *self, double x, double y)
{
  const gboolean in_hours = is_rtl (self) ? x > planner_timetable_viewport_get_body_width (self->viewport)
                                          : x < self->viewport->geometry.hours_width;
  GtkWidget *widget = y < self->viewport->geometry.header_height || in_hours
                          ? NULL
                          : gtk_widget_pick (get_widget (self), x, y, GTK_PICK_DEFAULT);

  return PLANNER_IS_TIMETABLE_CELL (widget) ? PLANNER_TIMETABLE_CELL (widget) : NULL;
}

static void
pressed_cb (PlannerTimetableCursor *self, int n_press, double x, double y)
{
  self->pressed = find_cell_at (self, x, y);
}

static void
released_cb (PlannerTimetableCursor *self, int n_press, double x, double y)
{
  PlannerTimetableCell *cell = find_cell_at (self, x, y);
  graphene_point_t at;

  if (!cell || cell != self->pressed ||
      !gtk_widget_compute_point (get_widget (self), GTK_WIDGET (cell),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return;

  self->slot = planner_timetable_cell_get_index (cell);
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  if (!planner_timetable_cell_is_star_at (cell, at.x, at.y) ||
      !planner_timetable_cursor_activate (self, "win.toggle-star"))
    planner_timetable_cursor_open (self);
}

/**
 * planner_timetable_cursor_init:
 * @children: the child widgets, which must live as long as @self
 *
 * Follows the clicks on the timetable from now on.
 */
void
planner_timetable_cursor_init (PlannerTimetableCursor *self, PlannerTimetableChildren *children)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->children = children;
  self->viewport = children->viewport;
  self->day = children->day;
  self->slot = PLANNER_TIMETABLE_NONE;
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (get_widget (self), GTK_EVENT_CONTROLLER (click));
}
