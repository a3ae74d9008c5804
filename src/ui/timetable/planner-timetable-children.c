/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/timetable/planner-timetable-children.h"

#include "ui/timetable/planner-timetable-cell.h"
#include "ui/timetable/planner-timetable-headers.h"

#include <math.h>

/* The line at the present begins this many pixels before the body, where its time ends. */
#define NOW_OVERHANG 4

/* The width at both ends of a cell that has no text, in pixels. */
#define CELL_EDGE 6

static GtkWidget *
get_widget (const PlannerTimetableChildren *self)
{
  return self->viewport->widget;
}

static const PlannerTimetableGeometry *
get_geometry (const PlannerTimetableChildren *self)
{
  return &self->viewport->geometry;
}

static void
bind_cell (GtkWidget *cell, guint index, gpointer user_data)
{
  const PlannerTimetableDay *day = ((PlannerTimetableChildren *) user_data)->day;
  PlannerEntry *entry = index == PLANNER_RECYCLER_NONE ? NULL : planner_timetable_day_get_entry (day, index);

  planner_timetable_cell_set_index (PLANNER_TIMETABLE_CELL (cell), index);
  planner_timetable_cell_set_entry (PLANNER_TIMETABLE_CELL (cell), day->conference, entry, day->local);
  if (entry)
    planner_timetable_cell_set_past (PLANNER_TIMETABLE_CELL (cell),
                                     planner_timetable_day_is_over (day, index));
}

static void
bind_room (GtkWidget *header, guint index, gpointer user_data)
{
  const PlannerTimetable *timetable = ((PlannerTimetableChildren *) user_data)->day->timetable;

  if (index != PLANNER_RECYCLER_NONE)
    planner_timetable_room_header_show (header, planner_timetable_get_column (timetable, index));
}

static void
bind_group (GtkWidget *label, guint index, gpointer user_data)
{
  const PlannerTimetable *timetable = ((PlannerTimetableChildren *) user_data)->day->timetable;

  if (index != PLANNER_RECYCLER_NONE)
    gtk_label_set_label (GTK_LABEL (label), planner_timetable_get_column (timetable, index)->group);
}

static void
bind_hour (GtkWidget *label, guint index, gpointer user_data)
{
  const PlannerTimetableDay *day = ((PlannerTimetableChildren *) user_data)->day;
  g_autofree char *time = NULL;

  if (index == PLANNER_RECYCLER_NONE)
    return;

  time = planner_timetable_day_format_time (day, day->timetable->origin_utc + index * 60 * 60);
  gtk_label_set_label (GTK_LABEL (label), time);
}

/**
 * planner_timetable_children_init:
 * @viewport: the visible part of the timetable, which outlives the children
 * @day: its sessions, which outlive the children
 */
void
planner_timetable_children_init (PlannerTimetableChildren *self,
                                 PlannerTimetableViewport *viewport,
                                 PlannerTimetableDay *day)
{
  GtkWidget *widget = viewport->widget;

  self->viewport = viewport;
  self->day = day;
  self->cells = planner_recycler_new (widget, planner_timetable_cell_new, bind_cell, self);
  self->rooms = planner_recycler_new (widget, planner_timetable_room_header_new, bind_room, self);
  self->groups = planner_recycler_new (widget, planner_timetable_group_label_new, bind_group, self);
  self->hours = planner_recycler_new (widget, planner_timetable_hour_label_new, bind_hour, self);
  self->now_line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_add_css_class (self->now_line, "timetable-now");
  gtk_widget_set_can_target (self->now_line, FALSE);
  gtk_widget_set_parent (self->now_line, widget);
  self->now_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->now_label, "timetable-now");
  gtk_widget_add_css_class (self->now_label, "numeric");
  gtk_widget_set_parent (self->now_label, widget);
}

/**
 * planner_timetable_children_clear:
 *
 * Removes the children from the widget. Call it when the widget is disposed.
 */
void
planner_timetable_children_clear (PlannerTimetableChildren *self)
{
  g_clear_pointer (&self->cells, planner_recycler_free);
  g_clear_pointer (&self->rooms, planner_recycler_free);
  g_clear_pointer (&self->groups, planner_recycler_free);
  g_clear_pointer (&self->hours, planner_recycler_free);
  g_clear_pointer (&self->now_line, gtk_widget_unparent);
  g_clear_pointer (&self->now_label, gtk_widget_unparent);
}

/**
 * planner_timetable_children_reset:
 *
 * Hides the widgets of the day. Call it before its sessions are replaced.
 */
void
planner_timetable_children_reset (PlannerTimetableChildren *self)
{
  planner_recycler_reset (self->cells);
  planner_recycler_reset (self->rooms);
  planner_recycler_reset (self->groups);
  planner_recycler_reset (self->hours);
}

/**
 * planner_timetable_children_find_focused_column:
 *
 * Returns: the column whose header has the focus, or %PLANNER_TIMETABLE_NONE
 */
guint
planner_timetable_children_find_focused_column (const PlannerTimetableChildren *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (get_widget (self));

  for (guint i = 0; focus && i < planner_timetable_geometry_get_n_columns (get_geometry (self)); i++)
    if (planner_recycler_find (self->rooms, i) == focus)
      return i;

  return PLANNER_TIMETABLE_NONE;
}

/**
 * planner_timetable_children_ensure_cell:
 *
 * Returns: (transfer none): the cell of the slot, which may not be visible yet
 */
GtkWidget *
planner_timetable_children_ensure_cell (PlannerTimetableChildren *self, guint slot)
{
  g_autoptr (GArray) shown = NULL;

  if (planner_recycler_find (self->cells, slot))
    return planner_recycler_find (self->cells, slot);

  shown = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->day->timetable->slots->len; i++)
    if (i == slot || planner_recycler_find (self->cells, i))
      g_array_append_val (shown, i);
  planner_recycler_show (self->cells, shown);

  return planner_recycler_find (self->cells, slot);
}

static void
add_index (GArray *indices, guint index)
{
  for (guint i = 0; i < indices->len; i++)
    if (g_array_index (indices, guint, i) == index)
      return;

  g_array_append_val (indices, index);
}

/**
 * planner_timetable_children_update:
 * @cursor: the slot that has the focus if a cell has it, or %PLANNER_TIMETABLE_NONE
 *
 * Gives widgets to what is visible now. The focused cell or header keeps its widget wherever the attendee scrolls, so that the
 * focus is not lost.
 */
void
planner_timetable_children_update (PlannerTimetableChildren *self, guint cursor)
{
  const PlannerTimetableGeometry *geometry = get_geometry (self);
  const graphene_rect_t visible = planner_timetable_viewport_get_visible_area (self->viewport);
  g_autoptr (GArray) slots = planner_timetable_geometry_list_slots (geometry, &visible);
  g_autoptr (GArray) rooms = planner_timetable_geometry_list_columns (geometry, &visible);
  g_autoptr (GArray) groups = planner_timetable_geometry_list_groups (geometry, &visible);
  g_autoptr (GArray) hours = planner_timetable_geometry_list_hours (geometry, &visible);
  const guint column = planner_timetable_children_find_focused_column (self);

  if (column != PLANNER_TIMETABLE_NONE)
    add_index (rooms, column);
  if (gtk_widget_get_focus_child (get_widget (self)) && cursor != PLANNER_TIMETABLE_NONE)
    add_index (slots, cursor);
  planner_recycler_show (self->cells, slots);
  planner_recycler_show (self->rooms, rooms);
  planner_recycler_show (self->groups, groups);
  planner_recycler_show (self->hours, hours);
}

/**
 * planner_timetable_children_update_now:
 *
 * Shows the present, and dims the sessions that are over.
 */
void
planner_timetable_children_update_now (PlannerTimetableChildren *self)
{
  const PlannerTimetableDay *day = self->day;
  g_autofree char *time = day->zone ? planner_timetable_day_format_time (day, day->now_utc) : NULL;

  if (time && !g_str_equal (time, gtk_label_get_label (GTK_LABEL (self->now_label))))
    gtk_label_set_label (GTK_LABEL (self->now_label), time);
  for (guint i = 0; day->timetable && i < day->timetable->slots->len; i++)
    {
      GtkWidget *cell = planner_recycler_find (self->cells, i);

      if (cell)
        planner_timetable_cell_set_past (PLANNER_TIMETABLE_CELL (cell),
                                         planner_timetable_day_is_over (day, i));
    }
}

static void
allocate_at (PlannerTimetableChildren *self,
             GtkWidget *child,
             double x,
             double y,
             double width,
             double height)
{
  const double left = planner_timetable_viewport_is_rtl (self->viewport)
                          ? gtk_widget_get_width (get_widget (self)) - x - width
                          : x;
  int minimum_width, minimum_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &minimum_height, NULL, NULL, NULL);
  gtk_widget_allocate (child, MAX ((int) width, minimum_width), MAX ((int) height, minimum_height), -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) round (left),
                                                                            (float) round (y))));
}

static void
allocate_cells (PlannerTimetableChildren *self)
{
  const double x = planner_timetable_viewport_get_left (self->viewport),
               y = planner_timetable_viewport_get_top (self->viewport);

  for (guint i = 0; self->day->timetable && i < self->day->timetable->slots->len; i++)
    {
      GtkWidget *cell = planner_recycler_find (self->cells, i);
      graphene_rect_t area;
      double hidden;

      if (!cell)
        continue;
      area = planner_timetable_geometry_get_area (get_geometry (self), i);
      allocate_at (self, cell, x + area.origin.x, y + area.origin.y, area.size.width, area.size.height);
      hidden = get_geometry (self)->header_height - (y + area.origin.y);
      planner_timetable_cell_set_hidden_height (PLANNER_TIMETABLE_CELL (cell), MAX ((int) hidden, 0));
    }
}

static void
allocate_rooms (PlannerTimetableChildren *self)
{
  const PlannerTimetableGeometry *geometry = get_geometry (self);
  const double left = planner_timetable_viewport_get_left (self->viewport);

  for (guint i = 0; i < planner_timetable_geometry_get_n_columns (geometry); i++)
    {
      GtkWidget *room = planner_recycler_find (self->rooms, i);
      const double x = planner_timetable_geometry_get_column_x (geometry, i);

      if (room)
        allocate_at (self, room, left + x, geometry->group_height,
                     planner_timetable_geometry_get_column_x (geometry, i + 1) - x,
                     geometry->header_height - geometry->group_height);
    }
}

/* The heading of a group stays visible as long as one of its columns is. */
static void
allocate_groups (PlannerTimetableChildren *self)
{
  const PlannerTimetableGeometry *geometry = get_geometry (self);
  const double left = planner_timetable_viewport_get_left (self->viewport);

  for (guint i = 0, end; i < planner_timetable_geometry_get_n_columns (geometry); i = end)
    {
      GtkWidget *group = planner_recycler_find (self->groups, i);
      const double x =
          MAX (left + planner_timetable_geometry_get_column_x (geometry, i), geometry->hours_width);

      end = planner_timetable_geometry_get_group_end (geometry, i);
      if (group)
        allocate_at (self, group, x, 0, left + planner_timetable_geometry_get_column_x (geometry, end) - x,
                     geometry->group_height);
    }
}

/* The time of the present hides an hour that it would overlap. */
static void
allocate_hours (PlannerTimetableChildren *self)
{
  const PlannerTimetableGeometry *geometry = get_geometry (self);
  const double top = planner_timetable_viewport_get_top (self->viewport);
  const double now_y =
      planner_timetable_day_includes_now (self->day)
          ? planner_timetable_geometry_get_y (geometry, planner_timetable_day_get_now_minute (self->day))
          : -G_MAXINT;

  for (guint i = 0; self->day->timetable && i <= (guint) self->day->timetable->n_minutes / 60; i++)
    {
      GtkWidget *hour = planner_recycler_find (self->hours, i);
      const double y = planner_timetable_geometry_get_y (geometry, i * 60);
      int height;

      if (!hour)
        continue;
      gtk_widget_measure (hour, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
      gtk_widget_set_opacity (hour, fabs (y - now_y) < height ? 0 : 1);
      allocate_at (self, hour, 0, top + y - height / 2.0, geometry->hours_width, height);
    }
}

static void
allocate_now (PlannerTimetableChildren *self)
{
  const PlannerTimetableGeometry *geometry = get_geometry (self);
  const gboolean shown = planner_timetable_day_includes_now (self->day);
  double y;
  int height, width;

  gtk_widget_set_child_visible (self->now_line, shown);
  gtk_widget_set_child_visible (self->now_label, shown);
  if (!shown)
    return;

  y = planner_timetable_viewport_get_top (self->viewport) +
      planner_timetable_geometry_get_y (geometry, planner_timetable_day_get_now_minute (self->day));
  gtk_widget_measure (self->now_label, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  gtk_widget_measure (self->now_label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  allocate_at (self, self->now_label, MAX (geometry->hours_width - width - NOW_OVERHANG, 0), y - height / 2.0,
               width, height);
  allocate_at (self, self->now_line, geometry->hours_width - NOW_OVERHANG, y - 1,
               planner_timetable_viewport_get_body_width (self->viewport) + NOW_OVERHANG, 2);
}

/**
 * planner_timetable_children_allocate:
 *
 * Places the widgets. Call it after planner_timetable_children_update() in the layout of the timetable.
 */
void
planner_timetable_children_allocate (PlannerTimetableChildren *self)
{
  allocate_cells (self);
  allocate_rooms (self);
  allocate_groups (self);
  allocate_hours (self);
  allocate_now (self);
}

static void
push_clip (GtkSnapshot *snapshot, double x, double y, double width, double height)
{
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
snapshot_now (PlannerTimetableChildren *self, GtkSnapshot *snapshot, double x, double width)
{
  push_clip (snapshot, x, 0, width, gtk_widget_get_height (get_widget (self)));
  gtk_widget_snapshot_child (get_widget (self), self->now_line, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_now_on_cells (PlannerTimetableChildren *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; self->day->timetable && i < self->day->timetable->slots->len; i++)
    {
      GtkWidget *cell = planner_recycler_find (self->cells, i);
      graphene_rect_t bounds, line;

      if (!cell || !gtk_widget_compute_bounds (cell, get_widget (self), &bounds) ||
          !gtk_widget_compute_bounds (self->now_line, get_widget (self), &line) ||
          !graphene_rect_intersection (&bounds, &line, NULL))
        continue;
      snapshot_now (self, snapshot, bounds.origin.x, CELL_EDGE);
      snapshot_now (self, snapshot, bounds.origin.x + bounds.size.width - CELL_EDGE, CELL_EDGE);
    }
}

/**
 * planner_timetable_children_snapshot:
 *
 * Draws the widgets. Cells scroll below the headers. The line at now is drawn on the ends of cells only, because it would strike
 * through their texts.
 */
void
planner_timetable_children_snapshot (PlannerTimetableChildren *self, GtkSnapshot *snapshot)
{
  const PlannerTimetableGeometry *geometry = get_geometry (self);
  GtkWidget *widget = get_widget (self);
  const double x = planner_timetable_viewport_is_rtl (self->viewport) ? 0 : geometry->hours_width;
  const double y = geometry->header_height;
  const double width = planner_timetable_viewport_get_body_width (self->viewport);
  const double height = planner_timetable_viewport_get_body_height (self->viewport);

  push_clip (snapshot, x, y, width, height);
  gtk_widget_snapshot_child (widget, self->now_line, snapshot);
  planner_recycler_snapshot (self->cells, snapshot);
  snapshot_now_on_cells (self, snapshot);
  gtk_snapshot_pop (snapshot);
  push_clip (snapshot, x, 0, width, gtk_widget_get_height (widget));
  planner_recycler_snapshot (self->groups, snapshot);
  planner_recycler_snapshot (self->rooms, snapshot);
  gtk_snapshot_pop (snapshot);
  push_clip (snapshot, 0, y, gtk_widget_get_width (widget), height);
  planner_recycler_snapshot (self->hours, snapshot);
  gtk_widget_snapshot_child (widget, self->now_label, snapshot);
  gtk_snapshot_pop (snapshot);
}
