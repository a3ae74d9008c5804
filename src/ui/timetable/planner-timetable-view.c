/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/timetable/planner-timetable-view.h"

#include "ui/timetable/planner-recycler.h"
#include "ui/timetable/planner-timetable-cell.h"
#include "ui/timetable/planner-timetable-geometry.h"
#include "words/planner-clock.h"

#include <glib/gi18n.h>
#include <math.h>

/* The distance in pixels between a session that is scrolled to and the edge. */
#define MARGIN 6

#define MIN_ZOOM 0.4
#define MAX_ZOOM 4.0
#define ZOOM_STEP 1.2

/* The part of the page that is above the line at now when the timetable opens. */
#define PAST_PART 0.25

struct _PlannerTimetableView
{
  GtkWidget parent_instance;

  GtkAdjustment *hadjustment; /* owned, nullable */
  GtkAdjustment *vadjustment; /* owned, nullable */
  GtkScrollablePolicy hscroll_policy;
  GtkScrollablePolicy vscroll_policy;

  PlannerConference *conference; /* owned, nullable */
  GPtrArray *entries;            /* owned: the sessions of the day */
  PlannerTimetable *timetable;   /* owned, nullable */
  GTimeZone *zone;               /* owned, nullable: of the hours */
  GTimeZone *local;              /* owned, nullable */
  gint64 now_utc;
  guint cursor; /* the slot that has or gets the focus */
  gboolean opening;

  PlannerTimetableGeometry geometry;
  double zoom_at_pinch;

  PlannerRecycler *cells;        /* owned: by slot */
  PlannerRecycler *rooms;        /* owned: by column */
  PlannerRecycler *hours;        /* owned: by hour after the origin */
  GtkWidget *now_line;           /* child */
  GtkWidget *now_label;          /* child */
  PlannerTimetableCell *pressed; /* borrowed: the cell under a pressed button */
};

typedef enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} PlannerTimetableViewProperty;

static gboolean
get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  PlannerTimetableView *self = PLANNER_TIMETABLE_VIEW (scrollable);

  *border = (GtkBorder) { .top = (gint16) self->geometry.header_height };

  return TRUE;
}

static void
scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = get_border;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PlannerTimetableView,
                               planner_timetable_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

static gboolean
is_rtl (PlannerTimetableView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static int
get_body_width (PlannerTimetableView *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - self->geometry.hours_width, 0);
}

static int
get_body_height (PlannerTimetableView *self)
{
  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) - self->geometry.header_height, 0);
}

static double
get_scrolled_x (PlannerTimetableView *self)
{
  return self->hadjustment ? round (gtk_adjustment_get_value (self->hadjustment)) : 0;
}

static double
get_scrolled_y (PlannerTimetableView *self)
{
  return self->vadjustment ? round (gtk_adjustment_get_value (self->vadjustment)) : 0;
}

static double
get_now_minute (PlannerTimetableView *self)
{
  return (double) (self->now_utc - self->timetable->origin_utc) / 60;
}

static gboolean
is_now_inside (PlannerTimetableView *self)
{
  return self->timetable && self->timetable->n_minutes > 0 && get_now_minute (self) >= 0 &&
         get_now_minute (self) <= self->timetable->n_minutes;
}

static void
configure (GtkAdjustment *adjustment, double content, double page)
{
  const double value = adjustment ? gtk_adjustment_get_value (adjustment) : 0;

  if (adjustment)
    gtk_adjustment_configure (adjustment, CLAMP (value, 0, MAX (content - page, 0)), 0, MAX (content, page),
                              page * 0.1, page * 0.9, page);
}

static void
configure_adjustments (PlannerTimetableView *self)
{
  planner_timetable_geometry_measure_columns (&self->geometry, get_body_width (self));
  configure (self->hadjustment, planner_timetable_geometry_get_width (&self->geometry),
             get_body_width (self));
  configure (self->vadjustment, planner_timetable_geometry_get_height (&self->geometry),
             get_body_height (self));
}

static void
scroll_to (GtkAdjustment *adjustment, double from, double to)
{
  if (adjustment)
    gtk_adjustment_clamp_page (adjustment, from, MIN (to, from + gtk_adjustment_get_page_size (adjustment)));
}

static void
reveal (PlannerTimetableView *self, guint index)
{
  const graphene_rect_t area = planner_timetable_geometry_get_area (&self->geometry, index);

  scroll_to (self->hadjustment, area.origin.x - MARGIN, area.origin.x + area.size.width + MARGIN);
  scroll_to (self->vadjustment, area.origin.y - MARGIN, area.origin.y + area.size.height + MARGIN);
}

/* The first session that starts now or later, else the first of the day. */
static guint
find_present_slot (PlannerTimetableView *self)
{
  const guint next = is_now_inside (self)
                         ? planner_timetable_find_first (self->timetable, (int) get_now_minute (self))
                         : PLANNER_TIMETABLE_NONE;

  return next != PLANNER_TIMETABLE_NONE ? next : planner_timetable_find_first (self->timetable, 0);
}

static void
open (PlannerTimetableView *self)
{
  const guint slot = find_present_slot (self);
  double y = 0;

  if (slot == PLANNER_TIMETABLE_NONE || !self->vadjustment)
    return;

  if (is_now_inside (self))
    y = planner_timetable_geometry_get_y (&self->geometry, get_now_minute (self)) -
        get_body_height (self) * PAST_PART;
  else
    y = planner_timetable_geometry_get_y (&self->geometry,
                                          planner_timetable_get_slot (self->timetable, slot)->start_min) -
        MARGIN;
  gtk_adjustment_set_value (self->vadjustment, y);
}

static gboolean
has_focus_inside (PlannerTimetableView *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
}

/* Returns: the column whose header has the focus, or %PLANNER_TIMETABLE_NONE */
static guint
find_focused_column (PlannerTimetableView *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (guint i = 0; focus && i < planner_timetable_geometry_get_n_columns (&self->geometry); i++)
    if (planner_recycler_find (self->rooms, i) == focus)
      return i;

  return PLANNER_TIMETABLE_NONE;
}

static graphene_rect_t
get_visible_area (PlannerTimetableView *self)
{
  return GRAPHENE_RECT_INIT ((float) get_scrolled_x (self), (float) get_scrolled_y (self),
                             (float) get_body_width (self), (float) get_body_height (self));
}

static gboolean
contains (const GArray *indices, guint index)
{
  for (guint i = 0; i < indices->len; i++)
    if (g_array_index (indices, guint, i) == index)
      return TRUE;

  return FALSE;
}

/* The focused cell or header keeps its widget wherever the attendee scrolls, so that the focus is not lost. */
static void
update_widgets (PlannerTimetableView *self)
{
  const graphene_rect_t visible = get_visible_area (self);
  g_autoptr (GArray) slots = planner_timetable_geometry_list_slots (&self->geometry, &visible);
  g_autoptr (GArray) rooms = planner_timetable_geometry_list_columns (&self->geometry, &visible);
  g_autoptr (GArray) hours = planner_timetable_geometry_list_hours (&self->geometry, &visible);
  const guint column = find_focused_column (self);

  if (column != PLANNER_TIMETABLE_NONE && !contains (rooms, column))
    g_array_append_val (rooms, column);
  if (has_focus_inside (self) && self->cursor != PLANNER_TIMETABLE_NONE && !contains (slots, self->cursor))
    g_array_append_val (slots, self->cursor);
  planner_recycler_show (self->cells, slots);
  planner_recycler_show (self->rooms, rooms);
  planner_recycler_show (self->hours, hours);
}

static void
allocate_at (PlannerTimetableView *self, GtkWidget *widget, double x, double y, double width, double height)
{
  const double left = is_rtl (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - x - width : x;
  int minimum_width, minimum_height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &minimum_height, NULL, NULL, NULL);
  gtk_widget_allocate (widget, MAX ((int) width, minimum_width), MAX ((int) height, minimum_height), -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) round (left),
                                                                            (float) round (y))));
}

static void
allocate_cells (PlannerTimetableView *self)
{
  const double x = self->geometry.hours_width - get_scrolled_x (self),
               y = self->geometry.header_height - get_scrolled_y (self);

  for (guint i = 0; self->timetable && i < self->timetable->slots->len; i++)
    {
      GtkWidget *cell = planner_recycler_find (self->cells, i);
      graphene_rect_t area;

      if (!cell)
        continue;
      area = planner_timetable_geometry_get_area (&self->geometry, i);
      allocate_at (self, cell, x + area.origin.x, y + area.origin.y, area.size.width, area.size.height);
    }
}

static void
allocate_headers (PlannerTimetableView *self)
{
  const double x = self->geometry.hours_width - get_scrolled_x (self),
               y = self->geometry.header_height - get_scrolled_y (self);
  const double now_y = is_now_inside (self)
                           ? planner_timetable_geometry_get_y (&self->geometry, get_now_minute (self))
                           : -G_MAXINT;

  for (guint i = 0; i < planner_timetable_geometry_get_n_columns (&self->geometry); i++)
    {
      GtkWidget *room = planner_recycler_find (self->rooms, i);

      if (room)
        allocate_at (self, room, x + planner_timetable_geometry_get_column_x (&self->geometry, i), 0,
                     planner_timetable_geometry_get_column_x (&self->geometry, i + 1) -
                         planner_timetable_geometry_get_column_x (&self->geometry, i),
                     self->geometry.header_height);
    }
  for (guint i = 0; self->timetable && i <= (guint) self->timetable->n_minutes / 60; i++)
    {
      GtkWidget *hour = planner_recycler_find (self->hours, i);
      int height;

      if (!hour)
        continue;
      gtk_widget_measure (hour, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
      gtk_widget_set_opacity (
          hour, fabs (planner_timetable_geometry_get_y (&self->geometry, i * 60) - now_y) < height ? 0 : 1);
      allocate_at (self, hour, 0,
                   y + planner_timetable_geometry_get_y (&self->geometry, i * 60) - height / 2.0,
                   self->geometry.hours_width, height);
    }
}

static void
allocate_now (PlannerTimetableView *self)
{
  const gboolean shown = is_now_inside (self);
  double y;
  int height, width;

  gtk_widget_set_child_visible (self->now_line, shown);
  gtk_widget_set_child_visible (self->now_label, shown);
  if (!shown)
    return;

  y = self->geometry.header_height - get_scrolled_y (self) +
      planner_timetable_geometry_get_y (&self->geometry, get_now_minute (self));
  gtk_widget_measure (self->now_label, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  gtk_widget_measure (self->now_label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  allocate_at (self, self->now_label, MAX (self->geometry.hours_width - width - 4, 0), y - height / 2.0,
               width, height);
  allocate_at (self, self->now_line, self->geometry.hours_width - 4, y - 1, get_body_width (self) + 4, 2);
}

static void
planner_timetable_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlannerTimetableView *self = PLANNER_TIMETABLE_VIEW (widget);

  if (self->geometry.text_scale == 0)
    planner_timetable_geometry_measure_text (&self->geometry, widget);
  configure_adjustments (self);
  if (self->opening)
    open (self);
  self->opening = FALSE;
  update_widgets (self);
  allocate_cells (self);
  allocate_headers (self);
  allocate_now (self);
}

static void
planner_timetable_view_measure (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  *minimum = 100;
  *natural = 400;
}

static void
snapshot_line (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y, double width, double height)
{
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT ((float) round (x), (float) round (y), (float) width,
                                                  (float) height));
}

/* Half hours are fainter, and quarters appear when they are far enough apart. */
static void
snapshot_grid (PlannerTimetableView *self, GtkSnapshot *snapshot)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const double top = self->geometry.header_height - get_scrolled_y (self);
  const int step = planner_timetable_geometry_get_pixels_per_minute (&self->geometry) > 5 ? 15 : 30;
  GdkRGBA strong, weak;

  gtk_widget_get_color (GTK_WIDGET (self), &strong);
  weak = strong;
  strong.alpha *= 0.12f;
  weak.alpha *= 0.05f;
  for (int minute = 0; minute <= self->timetable->n_minutes; minute += step)
    {
      const double y = top + planner_timetable_geometry_get_y (&self->geometry, minute);

      if (y >= self->geometry.header_height && y < gtk_widget_get_height (GTK_WIDGET (self)))
        snapshot_line (snapshot, minute % 60 == 0 ? &strong : &weak,
                       is_rtl (self) ? 0 : self->geometry.hours_width, y, get_body_width (self), 1);
    }
  for (guint i = 0; i <= planner_timetable_geometry_get_n_columns (&self->geometry); i++)
    {
      const double x = self->geometry.hours_width +
                       planner_timetable_geometry_get_column_x (&self->geometry, i) - get_scrolled_x (self);

      if (x >= self->geometry.hours_width && x < width)
        snapshot_line (snapshot, &weak, is_rtl (self) ? width - x : x, 0, 1,
                       gtk_widget_get_height (GTK_WIDGET (self)));
    }
}

static void
planner_timetable_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlannerTimetableView *self = PLANNER_TIMETABLE_VIEW (widget);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const float body_x = is_rtl (self) ? 0 : (float) self->geometry.hours_width;
  GdkRGBA line;

  if (!self->timetable)
    return;

  snapshot_grid (self, snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (body_x, (float) self->geometry.header_height,
                                                         (float) get_body_width (self),
                                                         (float) get_body_height (self)));
  planner_recycler_snapshot (self->cells, snapshot);
  gtk_widget_snapshot_child (widget, self->now_line, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (body_x, 0, (float) get_body_width (self), (float) height));
  planner_recycler_snapshot (self->rooms, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, (float) self->geometry.header_height,
                                                         (float) width, (float) get_body_height (self)));
  planner_recycler_snapshot (self->hours, snapshot);
  gtk_widget_snapshot_child (widget, self->now_label, snapshot);
  gtk_snapshot_pop (snapshot);

  gtk_widget_get_color (widget, &line);
  line.alpha *= 0.15f;
  snapshot_line (snapshot, &line, 0, self->geometry.header_height - 1, width, 1);
}

/* Focus and keyboard. */

static void
focus_slot (PlannerTimetableView *self, guint index)
{
  GtkWidget *cell;

  self->cursor = index;
  reveal (self, index);
  cell = planner_recycler_find (self->cells, index);
  if (!cell)
    {
      g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint i = 0; i < self->timetable->slots->len; i++)
        if (i == index || planner_recycler_find (self->cells, i))
          g_array_append_val (shown, i);
      planner_recycler_show (self->cells, shown);
      cell = planner_recycler_find (self->cells, index);
    }
  gtk_widget_grab_focus (cell);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
move (PlannerTimetableView *self, PlannerTimetableDirection direction)
{
  const guint next = planner_timetable_find_neighbor (self->timetable, self->cursor, direction);

  if (next == PLANNER_TIMETABLE_NONE)
    return FALSE;

  focus_slot (self, next);

  return TRUE;
}

static gboolean
focus_header (PlannerTimetableView *self, guint column)
{
  GtkWidget *header;

  if (column >= planner_timetable_geometry_get_n_columns (&self->geometry))
    return FALSE;

  scroll_to (self->hadjustment, planner_timetable_geometry_get_column_x (&self->geometry, column),
             planner_timetable_geometry_get_column_x (&self->geometry, column + 1));
  update_widgets (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  header = planner_recycler_find (self->rooms, column);

  return header && gtk_widget_grab_focus (header);
}

/* Up leaves the timetable, so that it reaches the days. Columns wrap below zero, which is no column either. */
static gboolean
move_header_focus (PlannerTimetableView *self, guint column, GtkDirectionType direction)
{
  switch (direction)
    {
    case GTK_DIR_DOWN:
      focus_slot (self, self->cursor);
      return TRUE;
    case GTK_DIR_LEFT:
      return focus_header (self, is_rtl (self) ? column + 1 : column - 1) || TRUE;
    case GTK_DIR_RIGHT:
      return focus_header (self, is_rtl (self) ? column - 1 : column + 1) || TRUE;
    case GTK_DIR_UP:
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return FALSE;
    }
}

/* At the top edge the focus moves to the header of the column. At the other edges it stays. */
static gboolean
move_focus (PlannerTimetableView *self, GtkDirectionType direction)
{
  switch (direction)
    {
    case GTK_DIR_UP:
      return move (self, PLANNER_TIMETABLE_UP) ||
             focus_header (self, planner_timetable_get_slot (self->timetable, self->cursor)->column);
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

static gboolean
planner_timetable_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PlannerTimetableView *self = PLANNER_TIMETABLE_VIEW (widget);
  guint column;

  if (planner_timetable_view_is_empty (self))
    return FALSE;
  column = find_focused_column (self);
  if (column != PLANNER_TIMETABLE_NONE)
    return move_header_focus (self, column, direction);
  if (has_focus_inside (self))
    return move_focus (self, direction);

  focus_slot (self, self->cursor);

  return TRUE;
}

static gboolean
planner_timetable_view_grab_focus (GtkWidget *widget)
{
  PlannerTimetableView *self = PLANNER_TIMETABLE_VIEW (widget);

  if (planner_timetable_view_is_empty (self))
    return FALSE;

  focus_slot (self, self->cursor);

  return TRUE;
}

static PlannerEntry *
get_slot_entry (PlannerTimetableView *self, guint index)
{
  return g_ptr_array_index (self->entries, planner_timetable_get_slot (self->timetable, index)->position);
}

static gboolean
activate_cursor (PlannerTimetableView *self, const char *action)
{
  return has_focus_inside (self) && find_focused_column (self) == PLANNER_TIMETABLE_NONE &&
         gtk_widget_activate_action (GTK_WIDGET (self), action, "s",
                                     planner_entry_get_key (get_slot_entry (self, self->cursor)));
}

static gboolean
open_session_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return activate_cursor (PLANNER_TIMETABLE_VIEW (widget), "win.show-session");
}

static gboolean
toggle_star_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return activate_cursor (PLANNER_TIMETABLE_VIEW (widget), "win.toggle-star");
}

static gboolean
toggle_plan_b_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return activate_cursor (PLANNER_TIMETABLE_VIEW (widget), "win.toggle-plan-b");
}

static gboolean
go_to_end_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  PlannerTimetableView *self = PLANNER_TIMETABLE_VIEW (widget);

  if (planner_timetable_view_is_empty (self))
    return GDK_EVENT_PROPAGATE;

  focus_slot (self, g_variant_get_boolean (args) ? planner_timetable_find_last (self->timetable)
                                                 : planner_timetable_find_first (self->timetable, 0));

  return GDK_EVENT_STOP;
}

/* Goes to the session of the same column that is a page away. */
static gboolean
go_to_page_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  PlannerTimetableView *self = PLANNER_TIMETABLE_VIEW (widget);
  const gboolean down = g_variant_get_boolean (args);
  const double page_min =
      get_body_height (self) * 0.8 / planner_timetable_geometry_get_pixels_per_minute (&self->geometry);
  guint index = self->cursor;
  int from;

  if (!has_focus_inside (self))
    return GDK_EVENT_PROPAGATE;

  from = planner_timetable_get_slot (self->timetable, index)->start_min;
  while (fabs ((double) planner_timetable_get_slot (self->timetable, index)->start_min - from) < page_min)
    {
      const guint next =
          planner_timetable_find_neighbor (self->timetable, index,
                                           down ? PLANNER_TIMETABLE_DOWN : PLANNER_TIMETABLE_UP);

      if (next == PLANNER_TIMETABLE_NONE)
        break;
      index = next;
    }
  focus_slot (self, index);

  return GDK_EVENT_STOP;
}

/* Zoom. */

/* Keeps the time and the column at a position of the body where they are. */
static void
zoom_at (PlannerTimetableView *self, double zoom, double x, double y)
{
  const double before = self->geometry.zoom,
               width = MAX (planner_timetable_geometry_get_width (&self->geometry), 1);
  const double at_x = (get_scrolled_x (self) + x) / width;
  const double minute = planner_timetable_geometry_get_minute (&self->geometry, get_scrolled_y (self) + y);

  self->geometry.zoom = CLAMP (zoom, MIN_ZOOM, MAX_ZOOM);
  if (self->geometry.zoom == before || !self->hadjustment || !self->vadjustment)
    return;

  configure_adjustments (self);
  gtk_adjustment_set_value (self->hadjustment,
                            at_x * planner_timetable_geometry_get_width (&self->geometry) - x);
  gtk_adjustment_set_value (self->vadjustment,
                            planner_timetable_geometry_get_y (&self->geometry, minute) - y);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
zoom_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  PlannerTimetableView *self = PLANNER_TIMETABLE_VIEW (widget);
  const double factor = g_variant_get_double (args);

  if (!gtk_widget_get_mapped (widget))
    return GDK_EVENT_PROPAGATE;

  planner_timetable_view_set_zoom (self, factor == 0 ? 1 : self->geometry.zoom * factor);

  return GDK_EVENT_STOP;
}

static gboolean
scrolled_cb (PlannerTimetableView *self, double dx, double dy, GtkEventController *controller)
{
  if (!(gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;

  zoom_at (self, self->geometry.zoom * pow (ZOOM_STEP, -dy), get_body_width (self) / 2.0,
           get_body_height (self) / 2.0);

  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (PlannerTimetableView *self)
{
  self->zoom_at_pinch = self->geometry.zoom;
}

static void
pinched_cb (PlannerTimetableView *self, double scale, GtkGesture *gesture)
{
  double x = 0, y = 0;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  zoom_at (self, self->zoom_at_pinch * scale, x - self->geometry.hours_width,
           y - self->geometry.header_height);
}

/* Clicks. */

static PlannerTimetableCell *
find_cell_at (PlannerTimetableView *self, double x, double y)
{
  const gboolean in_hours = is_rtl (self) ? x > get_body_width (self) : x < self->geometry.hours_width;
  GtkWidget *widget = y < self->geometry.header_height || in_hours
                          ? NULL
                          : gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return PLANNER_IS_TIMETABLE_CELL (widget) ? PLANNER_TIMETABLE_CELL (widget) : NULL;
}

static void
pressed_cb (PlannerTimetableView *self, int n_press, double x, double y)
{
  self->pressed = find_cell_at (self, x, y);
}

static void
released_cb (PlannerTimetableView *self, int n_press, double x, double y)
{
  PlannerTimetableCell *cell = find_cell_at (self, x, y);
  graphene_point_t at;

  if (!cell || cell != self->pressed ||
      !gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (cell),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return;

  self->cursor = planner_timetable_cell_get_index (cell);
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  activate_cursor (self, planner_timetable_cell_is_star_at (cell, at.x, at.y) ? "win.toggle-star"
                                                                              : "win.show-session");
}

/* Widgets of visible items. */

static void
update_past (PlannerTimetableView *self, GtkWidget *cell, guint index)
{
  const PlannerSession *session = planner_timetable_get_slot (self->timetable, index)->session;

  planner_timetable_cell_set_past (PLANNER_TIMETABLE_CELL (cell),
                                   planner_session_get_end_utc (session) <= self->now_utc);
}

static void
bind_cell (GtkWidget *cell, guint index, gpointer user_data)
{
  PlannerTimetableView *self = user_data;
  PlannerEntry *entry = index == PLANNER_RECYCLER_NONE ? NULL : get_slot_entry (self, index);

  planner_timetable_cell_set_index (PLANNER_TIMETABLE_CELL (cell), index);
  planner_timetable_cell_set_entry (PLANNER_TIMETABLE_CELL (cell), self->conference, entry, self->local);
  if (entry)
    update_past (self, cell, index);
}

static GtkWidget *
create_label (GtkAccessibleRole role, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

/* The header of a column opens the page of its room. */
static GtkWidget *
create_room_header (void)
{
  GtkWidget *header =
      g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  gtk_button_set_child (GTK_BUTTON (header), label);
  gtk_widget_add_css_class (header, "flat");
  gtk_widget_add_css_class (header, "timetable-room");
  gtk_widget_add_css_class (header, "numeric");

  return header;
}

static GtkWidget *
create_hour_label (void)
{
  GtkWidget *label = create_label (GTK_ACCESSIBLE_ROLE_ROW_HEADER, "timetable-hour");

  gtk_label_set_xalign (GTK_LABEL (label), 1);

  return label;
}

static void
bind_room (GtkWidget *header, guint index, gpointer user_data)
{
  PlannerTimetableView *self = user_data;
  const PlannerRoom *room;
  const char *name;

  if (index == PLANNER_RECYCLER_NONE)
    return;

  room = planner_timetable_get_column (self->timetable, index)->room;
  name = room ? room->title.shown : _ ("Room to be announced");
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (header))), name);
  gtk_widget_set_tooltip_text (header, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_focusable (header, room != NULL);
  gtk_widget_set_can_target (header, room != NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (header), "s", room ? room->name : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (header), "win.show-room");
}

static char *
format_time (PlannerTimetableView *self, gint64 instant_utc)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant_utc);
  g_autoptr (GDateTime) time = utc ? g_date_time_to_timezone (utc, self->zone) : NULL;

  return time ? planner_format_clock (time, planner_uses_twelve_hours ()) : g_strdup ("");
}

static void
bind_hour (GtkWidget *label, guint index, gpointer user_data)
{
  PlannerTimetableView *self = user_data;
  g_autofree char *time = NULL;

  if (index == PLANNER_RECYCLER_NONE)
    return;

  time = format_time (self, self->timetable->origin_utc + index * 60 * 60);
  gtk_label_set_label (GTK_LABEL (label), time);
}

/* GObject and GtkScrollable. */

static void
set_adjustment (PlannerTimetableView *self, GtkAdjustment **field, GtkAdjustment *adjustment)
{
  if (*field)
    g_signal_handlers_disconnect_by_data (*field, self);
  g_set_object (field, adjustment);
  if (adjustment)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
planner_timetable_view_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PlannerTimetableView *self = PLANNER_TIMETABLE_VIEW (object);

  switch ((PlannerTimetableViewProperty) property_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
planner_timetable_view_set_property (GObject *object,
                                     guint property_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  PlannerTimetableView *self = PLANNER_TIMETABLE_VIEW (object);

  switch ((PlannerTimetableViewProperty) property_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
forget_text_size (GtkWidget *widget)
{
  PLANNER_TIMETABLE_VIEW (widget)->geometry.text_scale = 0;
  gtk_widget_queue_resize (widget);
}

static void
planner_timetable_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (planner_timetable_view_parent_class)->css_changed (widget, change);

  forget_text_size (widget);
}

static void
planner_timetable_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (planner_timetable_view_parent_class)->system_setting_changed (widget, setting);

  forget_text_size (widget);
}

static void
planner_timetable_view_dispose (GObject *object)
{
  PlannerTimetableView *self = PLANNER_TIMETABLE_VIEW (object);

  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);
  g_clear_pointer (&self->cells, planner_recycler_free);
  g_clear_pointer (&self->rooms, planner_recycler_free);
  g_clear_pointer (&self->hours, planner_recycler_free);
  g_clear_pointer (&self->now_line, gtk_widget_unparent);
  g_clear_pointer (&self->now_label, gtk_widget_unparent);
  self->geometry.timetable = NULL;
  g_clear_pointer (&self->timetable, planner_timetable_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->local, g_time_zone_unref);
  g_clear_object (&self->conference);

  G_OBJECT_CLASS (planner_timetable_view_parent_class)->dispose (object);
}

static void
planner_timetable_view_finalize (GObject *object)
{
  planner_timetable_geometry_clear (&PLANNER_TIMETABLE_VIEW (object)->geometry);

  G_OBJECT_CLASS (planner_timetable_view_parent_class)->finalize (object);
}

static void
add_bindings (GtkWidgetClass *klass)
{
  const guint opening[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  for (gsize i = 0; i < G_N_ELEMENTS (opening); i++)
    gtk_widget_class_add_binding (klass, opening[i], 0, open_session_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_s, 0, toggle_star_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_d, GDK_CONTROL_MASK, toggle_star_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK, toggle_plan_b_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Home, 0, go_to_end_cb, "b", FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_End, 0, go_to_end_cb, "b", TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Up, 0, go_to_page_cb, "b", FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Down, 0, go_to_page_cb, "b", TRUE);
}

static void
planner_timetable_view_class_init (PlannerTimetableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = planner_timetable_view_get_property;
  object_class->set_property = planner_timetable_view_set_property;
  object_class->dispose = planner_timetable_view_dispose;
  object_class->finalize = planner_timetable_view_finalize;
  widget_class->measure = planner_timetable_view_measure;
  widget_class->size_allocate = planner_timetable_view_size_allocate;
  widget_class->snapshot = planner_timetable_view_snapshot;
  widget_class->focus = planner_timetable_view_focus;
  widget_class->grab_focus = planner_timetable_view_grab_focus;
  widget_class->css_changed = planner_timetable_view_css_changed;
  widget_class->system_setting_changed = planner_timetable_view_system_setting_changed;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  add_bindings (widget_class);
  gtk_widget_class_set_css_name (widget_class, "timetable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

/* They work wherever the focus is. */
static void
add_zoom_shortcuts (PlannerTimetableView *self)
{
  const struct
  {
    guint key;
    double factor;
  } zooming[] = {
    { GDK_KEY_plus, ZOOM_STEP },      { GDK_KEY_equal, ZOOM_STEP },           { GDK_KEY_KP_Add, ZOOM_STEP },
    { GDK_KEY_minus, 1 / ZOOM_STEP }, { GDK_KEY_KP_Subtract, 1 / ZOOM_STEP }, { GDK_KEY_0, 0 }
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (gsize i = 0; i < G_N_ELEMENTS (zooming); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (zooming[i].key, GDK_CONTROL_MASK),
                                                gtk_callback_action_new (zoom_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_double (zooming[i].factor));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
add_controllers (PlannerTimetableView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinched_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
planner_timetable_view_init (PlannerTimetableView *self)
{
  planner_timetable_geometry_init (&self->geometry);
  self->cursor = PLANNER_TIMETABLE_NONE;
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->cells = planner_recycler_new (GTK_WIDGET (self), planner_timetable_cell_new, bind_cell, self);
  self->rooms = planner_recycler_new (GTK_WIDGET (self), create_room_header, bind_room, self);
  self->hours = planner_recycler_new (GTK_WIDGET (self), create_hour_label, bind_hour, self);
  self->now_line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_add_css_class (self->now_line, "timetable-now");
  gtk_widget_set_can_target (self->now_line, FALSE);
  gtk_widget_set_parent (self->now_line, GTK_WIDGET (self));
  self->now_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->now_label, "timetable-now");
  gtk_widget_add_css_class (self->now_label, "numeric");
  gtk_widget_set_parent (self->now_label, GTK_WIDGET (self));

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timetable"), -1);
  add_controllers (self);
  add_zoom_shortcuts (self);
}

PlannerTimetableView *
planner_timetable_view_new (void)
{
  return g_object_new (PLANNER_TYPE_TIMETABLE_VIEW, NULL);
}

static void
update_now_label (PlannerTimetableView *self)
{
  g_autofree char *time = self->zone ? format_time (self, self->now_utc) : NULL;

  if (time && !g_str_equal (time, gtk_label_get_label (GTK_LABEL (self->now_label))))
    gtk_label_set_label (GTK_LABEL (self->now_label), time);
}

static guint
find_slot_of (PlannerTimetableView *self, PlannerEntry *entry)
{
  for (guint i = 0; entry && i < self->timetable->slots->len; i++)
    if (get_slot_entry (self, i) == entry)
      return i;

  return PLANNER_TIMETABLE_NONE;
}

static PlannerTimetable *
lay_out (PlannerTimetableView *self)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    g_ptr_array_add (sessions, (gpointer) planner_entry_get_session (g_ptr_array_index (self->entries, i)));

  return planner_timetable_new (planner_entry_get_agenda (g_ptr_array_index (self->entries, 0)), sessions,
                                self->zone);
}

/* Shows other sessions, with the cursor on @current if it is among them. */
static void
replace_entries (PlannerTimetableView *self, GPtrArray *entries, GTimeZone *local, PlannerEntry *current)
{
  planner_recycler_reset (self->cells);
  planner_recycler_reset (self->rooms);
  planner_recycler_reset (self->hours);
  self->geometry.timetable = NULL;
  g_clear_pointer (&self->timetable, planner_timetable_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->local, g_time_zone_unref);
  g_ptr_array_set_size (self->entries, 0);
  self->pressed = NULL;
  self->cursor = PLANNER_TIMETABLE_NONE;
  self->local = local ? g_time_zone_ref (local) : NULL;
  if (entries->len == 0)
    return;

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (self->entries, g_object_ref (g_ptr_array_index (entries, i)));
  self->zone = g_time_zone_ref (local ? local : planner_entry_get_session (entries->pdata[0])->zone);
  self->timetable = lay_out (self);
  self->geometry.timetable = self->timetable;
  self->cursor = find_slot_of (self, current);
  if (self->cursor == PLANNER_TIMETABLE_NONE)
    self->cursor = find_present_slot (self);
}

/**
 * planner_timetable_view_set_entries:
 * @conference: (nullable): the conference of the entries
 * @entries: (element-type PlannerEntry): the sessions of a day
 * @local: (nullable): the zone to show times in instead of the venue's
 *
 * Shows other sessions. The focus and the position stay where they are if the focused session is among them.
 */
void
planner_timetable_view_set_entries (PlannerTimetableView *self,
                                    PlannerConference *conference,
                                    GPtrArray *entries,
                                    GTimeZone *local)
{
  g_autoptr (PlannerEntry) current = NULL;
  gboolean focused;

  g_return_if_fail (PLANNER_IS_TIMETABLE_VIEW (self));
  g_return_if_fail (entries != NULL);

  focused = has_focus_inside (self);
  if (self->cursor != PLANNER_TIMETABLE_NONE)
    current = g_object_ref (get_slot_entry (self, self->cursor));
  g_set_object (&self->conference, conference);
  replace_entries (self, entries, local, current);
  update_now_label (self);
  if (self->cursor == PLANNER_TIMETABLE_NONE || get_slot_entry (self, self->cursor) != current)
    self->opening = TRUE;
  configure_adjustments (self);
  if (focused && !planner_timetable_view_is_empty (self))
    focus_slot (self, self->cursor);
  g_debug ("timetable: laid out %u sessions in %u rooms", self->entries->len,
           planner_timetable_geometry_get_n_columns (&self->geometry));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * planner_timetable_view_set_now:
 * @now_utc: the present, in seconds since the epoch
 *
 * Moves the line at now, and dims the sessions that are over. Call it at each minute.
 */
void
planner_timetable_view_set_now (PlannerTimetableView *self, gint64 now_utc)
{
  g_return_if_fail (PLANNER_IS_TIMETABLE_VIEW (self));

  self->now_utc = now_utc;
  update_now_label (self);
  for (guint i = 0; self->timetable && i < self->timetable->slots->len; i++)
    {
      GtkWidget *cell = planner_recycler_find (self->cells, i);

      if (cell)
        update_past (self, cell, i);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * planner_timetable_view_open_at_now:
 *
 * Scrolls to the present if it is on the day shown, and to the first session otherwise.
 */
void
planner_timetable_view_open_at_now (PlannerTimetableView *self)
{
  g_return_if_fail (PLANNER_IS_TIMETABLE_VIEW (self));

  if (self->timetable)
    self->cursor = find_present_slot (self);
  self->opening = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * planner_timetable_view_is_empty:
 *
 * Returns: whether no session has a time
 */
gboolean
planner_timetable_view_is_empty (PlannerTimetableView *self)
{
  g_return_val_if_fail (PLANNER_IS_TIMETABLE_VIEW (self), TRUE);

  return !self->timetable || self->timetable->slots->len == 0;
}

double
planner_timetable_view_get_zoom (PlannerTimetableView *self)
{
  g_return_val_if_fail (PLANNER_IS_TIMETABLE_VIEW (self), 1);

  return self->geometry.zoom;
}

/**
 * planner_timetable_view_set_zoom:
 * @zoom: 1 for the usual size; limited to a sensible range
 *
 * Zooms around the middle of the visible part.
 */
void
planner_timetable_view_set_zoom (PlannerTimetableView *self, double zoom)
{
  g_return_if_fail (PLANNER_IS_TIMETABLE_VIEW (self));

  zoom_at (self, zoom, get_body_width (self) / 2.0, get_body_height (self) / 2.0);
}
