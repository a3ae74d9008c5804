/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/timetable/planner-timetable-view.h"

#include "ui/timetable/planner-timetable-children.h"
#include "ui/timetable/planner-timetable-cursor.h"
#include "ui/timetable/planner-timetable-lines.h"
#include "ui/timetable/planner-timetable-now.h"
#include "ui/timetable/planner-timetable-zoom.h"

#include <glib/gi18n.h>

struct _PlannerTimetableView
{
  GtkWidget parent_instance;

  GtkScrollablePolicy hscroll_policy;
  GtkScrollablePolicy vscroll_policy;

  PlannerTimetableDay day;
  PlannerTimetableViewport viewport;
  PlannerTimetableChildren children;
  PlannerTimetableCursor cursor;
  gboolean opening;
  gboolean going_to;      /* scroll to the cursor in the next layout, when the size is known */
  gboolean keeps_columns; /* while it opens */
  gboolean shows_now;
  guint now_idle;
};

typedef enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
  PROP_SHOWS_NOW,
} PlannerTimetableViewProperty;

static GParamSpec *properties[PROP_SHOWS_NOW + 1];

static gboolean
get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  PlannerTimetableView *self = PLANNER_TIMETABLE_VIEW (scrollable);

  *border = (GtkBorder) { .top = (gint16) self->viewport.geometry.header_height };

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
update_shows_now_cb (gpointer user_data)
{
  PlannerTimetableView *self = user_data;
  const gboolean shows_now = planner_timetable_now_is_visible (&self->viewport, &self->day);

  self->now_idle = 0;
  if (self->shows_now != shows_now)
    {
      self->shows_now = shows_now;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWS_NOW]);
    }

  return G_SOURCE_REMOVE;
}

static void
planner_timetable_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlannerTimetableView *self = PLANNER_TIMETABLE_VIEW (widget);

  if (self->viewport.geometry.text_scale == 0)
    planner_timetable_geometry_measure_text (&self->viewport.geometry, widget);
  planner_timetable_viewport_configure (&self->viewport);
  if (self->opening)
    planner_timetable_now_scroll_to (&self->viewport, &self->day, self->keeps_columns);
  if (self->going_to)
    planner_timetable_viewport_reveal_slot (&self->viewport, self->cursor.slot);
  self->opening = self->keeps_columns = self->going_to = FALSE;
  /* Other widgets may follow the property, and must not change during a layout. */
  if (self->shows_now != planner_timetable_now_is_visible (&self->viewport, &self->day) &&
      self->now_idle == 0)
    self->now_idle = g_idle_add (update_shows_now_cb, self);
  planner_timetable_children_update (&self->children, self->cursor.slot);
  planner_timetable_children_allocate (&self->children);
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
planner_timetable_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlannerTimetableView *self = PLANNER_TIMETABLE_VIEW (widget);

  if (!self->day.timetable)
    return;

  planner_timetable_snapshot_grid (&self->viewport, snapshot);
  planner_timetable_children_snapshot (&self->children, snapshot);
  planner_timetable_snapshot_header_line (&self->viewport, snapshot);
}

static gboolean
planner_timetable_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return planner_timetable_cursor_move_focus (&PLANNER_TIMETABLE_VIEW (widget)->cursor, direction);
}

static gboolean
planner_timetable_view_grab_focus (GtkWidget *widget)
{
  return planner_timetable_cursor_grab_focus (&PLANNER_TIMETABLE_VIEW (widget)->cursor);
}

static gboolean
open_session_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return planner_timetable_cursor_open (&PLANNER_TIMETABLE_VIEW (widget)->cursor);
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return planner_timetable_cursor_activate (&PLANNER_TIMETABLE_VIEW (widget)->cursor,
                                            g_variant_get_string (args, NULL));
}

static gboolean
go_to_end_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return planner_timetable_cursor_go_to_end (&PLANNER_TIMETABLE_VIEW (widget)->cursor,
                                             g_variant_get_boolean (args));
}

static gboolean
go_to_page_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return planner_timetable_cursor_go_to_page (&PLANNER_TIMETABLE_VIEW (widget)->cursor,
                                              g_variant_get_boolean (args));
}

static void
planner_timetable_view_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PlannerTimetableView *self = PLANNER_TIMETABLE_VIEW (object);

  switch ((PlannerTimetableViewProperty) property_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->viewport.hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->viewport.vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    case PROP_SHOWS_NOW:
      g_value_set_boolean (value, self->shows_now);
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
      planner_timetable_viewport_set_hadjustment (&self->viewport, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      planner_timetable_viewport_set_vadjustment (&self->viewport, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    case PROP_SHOWS_NOW:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
forget_text_size (GtkWidget *widget)
{
  PLANNER_TIMETABLE_VIEW (widget)->viewport.geometry.text_scale = 0;
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

  g_clear_handle_id (&self->now_idle, g_source_remove);
  planner_timetable_viewport_set_hadjustment (&self->viewport, NULL);
  planner_timetable_viewport_set_vadjustment (&self->viewport, NULL);
  planner_timetable_children_clear (&self->children);
  self->viewport.geometry.timetable = NULL;
  planner_timetable_day_clear (&self->day);

  G_OBJECT_CLASS (planner_timetable_view_parent_class)->dispose (object);
}

static void
planner_timetable_view_finalize (GObject *object)
{
  planner_timetable_geometry_clear (&PLANNER_TIMETABLE_VIEW (object)->viewport.geometry);

  G_OBJECT_CLASS (planner_timetable_view_parent_class)->finalize (object);
}

static void
add_bindings (GtkWidgetClass *klass)
{
  const guint opening[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  for (gsize i = 0; i < G_N_ELEMENTS (opening); i++)
    gtk_widget_class_add_binding (klass, opening[i], 0, open_session_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_s, 0, activate_cb, "s", "win.toggle-star");
  gtk_widget_class_add_binding (klass, GDK_KEY_d, GDK_CONTROL_MASK, activate_cb, "s", "win.toggle-star");
  gtk_widget_class_add_binding (klass, GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK, activate_cb, "s",
                                "win.toggle-plan-b");
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
  properties[PROP_SHOWS_NOW] =
      g_param_spec_boolean ("shows-now", NULL, NULL, TRUE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_SHOWS_NOW, properties[PROP_SHOWS_NOW]);

  add_bindings (widget_class);
  gtk_widget_class_set_css_name (widget_class, "timetable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
planner_timetable_view_init (PlannerTimetableView *self)
{
  self->shows_now = TRUE;
  planner_timetable_day_init (&self->day);
  planner_timetable_viewport_init (&self->viewport, GTK_WIDGET (self));
  planner_timetable_children_init (&self->children, &self->viewport, &self->day);
  planner_timetable_cursor_init (&self->cursor, &self->children);
  planner_timetable_add_zoom_controllers (&self->viewport);

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timetable"), -1);
}

/* Puts the cursor on @current if it is still shown. Returns whether it is. */
static gboolean
restore_cursor (PlannerTimetableView *self, PlannerEntry *current)
{
  self->cursor.slot = planner_timetable_day_find_slot (&self->day, current);
  if (self->cursor.slot != PLANNER_TIMETABLE_NONE)
    return TRUE;

  self->cursor.slot = planner_timetable_day_find_present_slot (&self->day);

  return FALSE;
}

/**
 * planner_timetable_view_set_entries:
 * @conference: (nullable): the conference that is shown
 * @entries: (element-type PlannerEntry): the sessions of a day, also of other conferences
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

  focused = planner_timetable_cursor_has_focus (&self->cursor);
  if (self->cursor.slot != PLANNER_TIMETABLE_NONE)
    current = g_object_ref (planner_timetable_day_get_entry (&self->day, self->cursor.slot));
  planner_timetable_children_reset (&self->children);
  self->cursor.pressed = NULL;
  planner_timetable_day_set_entries (&self->day, conference, entries, local);
  self->viewport.geometry.timetable = self->day.timetable;
  if (!restore_cursor (self, current))
    self->opening = TRUE;
  planner_timetable_children_update_now (&self->children);
  planner_timetable_viewport_configure (&self->viewport);
  if (focused)
    planner_timetable_cursor_grab_focus (&self->cursor);
  g_debug ("timetable: laid out %u sessions in %u rooms", entries->len,
           planner_timetable_geometry_get_n_columns (&self->viewport.geometry));
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

  self->day.now_utc = now_utc;
  planner_timetable_children_update_now (&self->children);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
start_opening (PlannerTimetableView *self)
{
  self->cursor.slot = planner_timetable_day_find_present_slot (&self->day);
  self->opening = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * planner_timetable_view_open_at_now:
 *
 * Scrolls to the present if it is on the day shown, and to the first session otherwise. Shows the first columns, unless the
 * session that runs or comes next is in others only.
 */
void
planner_timetable_view_open_at_now (PlannerTimetableView *self)
{
  g_return_if_fail (PLANNER_IS_TIMETABLE_VIEW (self));

  if (self->viewport.hadjustment)
    gtk_adjustment_set_value (self->viewport.hadjustment, 0);
  start_opening (self);
}

/**
 * planner_timetable_view_go_to_now:
 *
 * Scrolls to the present as planner_timetable_view_open_at_now() does, and moves the keyboard focus there. The columns stay where
 * they are if one of them has a session from now on.
 */
void
planner_timetable_view_go_to_now (PlannerTimetableView *self)
{
  guint next;

  g_return_if_fail (PLANNER_IS_TIMETABLE_VIEW (self));

  if (planner_timetable_view_is_empty (self))
    return;

  start_opening (self);
  next = planner_timetable_now_find_visible_next (&self->viewport, &self->day);
  self->keeps_columns = next != PLANNER_TIMETABLE_NONE;
  if (next != PLANNER_TIMETABLE_NONE)
    self->cursor.slot = next;
  gtk_widget_grab_focus (GTK_WIDGET (self));
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

  return planner_timetable_day_is_empty (&self->day);
}

/**
 * planner_timetable_view_go_to:
 * @entry: a session, which the day on screen may lack
 *
 * Moves the keyboard focus to a session and scrolls there.
 *
 * Returns: whether the timetable has the session
 */
gboolean
planner_timetable_view_go_to (PlannerTimetableView *self, PlannerEntry *entry)
{
  guint slot;

  g_return_val_if_fail (PLANNER_IS_TIMETABLE_VIEW (self) && PLANNER_IS_ENTRY (entry), FALSE);

  slot = planner_timetable_view_is_empty (self) ? PLANNER_TIMETABLE_NONE
                                                : planner_timetable_day_find_slot (&self->day, entry);
  if (slot == PLANNER_TIMETABLE_NONE)
    return FALSE;

  self->cursor.slot = slot;
  self->opening = FALSE;
  self->going_to = TRUE;

  return gtk_widget_grab_focus (GTK_WIDGET (self));
}
