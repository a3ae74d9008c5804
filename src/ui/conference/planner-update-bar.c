/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/conference/planner-update-bar.h"

#include "model/planner-time.h"
#include "reminders/planner-wall-clock.h"
#include "ui/widgets/planner-widget-window.h"
#include "words/planner-ago.h"

#include <glib/gi18n.h>

struct _PlannerUpdateBar
{
  AdwBin parent_instance;

  PlannerConference *conference; /* owned, nullable */
  GSignalGroup *signals;         /* owned: of the conference */
  GSource *timer;                /* owned; %NULL while the bar is not visible */

  GtkLabel *label;
  GtkStack *buttons;
};

G_DEFINE_FINAL_TYPE (PlannerUpdateBar, planner_update_bar, ADW_TYPE_BIN)

typedef enum
{
  PROP_CONFERENCE = 1,
} PlannerUpdateBarProperty;

static GParamSpec *properties[PROP_CONFERENCE + 1];

static char *
format_progress (double progress)
{
  if (progress < 0.0)
    return g_strdup (_ ("Refreshing…"));

  /* Translators: %d is the part of the schedule that was downloaded, in percent. */
  return g_strdup_printf (_ ("Refreshing… %d %%"), (int) (progress * 100.0));
}

static char *
format_state (PlannerConference *conference)
{
  if (planner_conference_get_state (conference) != PLANNER_CONFERENCE_IDLE)
    return format_progress (planner_conference_get_progress (conference));
  if (planner_conference_is_bundled (conference))
    return g_strdup (_ ("Bundled edition"));

  return (planner_conference_get_error (conference) ? planner_format_not_updated : planner_format_updated) (
      planner_conference_get_updated_utc (conference), planner_conference_get_now_utc (conference));
}

/* When the text changes although nothing happens, in seconds since the epoch */
static gint64
get_next_change (PlannerConference *conference)
{
  if (planner_conference_get_state (conference) != PLANNER_CONFERENCE_IDLE ||
      planner_conference_is_bundled (conference))
    return PLANNER_NEVER;

  return (planner_conference_get_error (conference)
              ? planner_not_updated_get_next_change
              : planner_updated_get_next_change) (planner_conference_get_updated_utc (conference),
                                                  planner_conference_get_now_utc (conference));
}

static void
set_timer (PlannerUpdateBar *self)
{
  const gint64 next_utc = get_next_change (self->conference);

  if (self->timer)
    planner_wall_clock_set (self->timer, next_utc == PLANNER_NEVER
                                             ? PLANNER_WALL_CLOCK_NEVER
                                             : planner_conference_to_system_us (self->conference, next_utc));
}

static void
update (PlannerUpdateBar *self)
{
  g_autofree char *text = NULL;
  gboolean idle;

  if (self->conference == NULL)
    return;

  text = format_state (self->conference);
  idle = planner_conference_get_state (self->conference) == PLANNER_CONFERENCE_IDLE;
  gtk_label_set_label (self->label, text);
  gtk_stack_set_visible_child_name (self->buttons, idle ? "refresh" : "stop");
  set_timer (self);
}

static gboolean
time_came_cb (gpointer data)
{
  update (PLANNER_UPDATE_BAR (data));

  return G_SOURCE_CONTINUE;
}

static gboolean
is_seen (PlannerUpdateBar *self)
{
  GtkWindow *window = planner_widget_get_window (GTK_WIDGET (self));

  return window && gtk_widget_get_mapped (GTK_WIDGET (self)) && !gtk_window_is_suspended (window);
}

static void
visibility_changed_cb (PlannerUpdateBar *self)
{
  g_clear_pointer (&self->timer, planner_wall_clock_free);
  if (!is_seen (self))
    return;

  self->timer = planner_wall_clock_new ();
  g_source_set_callback (self->timer, time_came_cb, self, NULL);
  g_source_attach (self->timer, NULL);
  update (self);
}

static void
planner_update_bar_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (planner_update_bar_parent_class)->map (widget);
  visibility_changed_cb (PLANNER_UPDATE_BAR (widget));
}

static void
planner_update_bar_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (planner_update_bar_parent_class)->unmap (widget);
  visibility_changed_cb (PLANNER_UPDATE_BAR (widget));
}

static void
planner_update_bar_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (planner_update_bar_parent_class)->root (widget);
  if (GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    g_signal_connect_object (gtk_widget_get_root (widget), "notify::suspended",
                             G_CALLBACK (visibility_changed_cb), widget, G_CONNECT_SWAPPED);
}

static void
planner_update_bar_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), visibility_changed_cb, widget);
  GTK_WIDGET_CLASS (planner_update_bar_parent_class)->unroot (widget);
}

static void
planner_update_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannerUpdateBar *self = PLANNER_UPDATE_BAR (object);

  switch ((PlannerUpdateBarProperty) id)
    {
    case PROP_CONFERENCE:
      g_value_set_object (value, self->conference);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_conference (PlannerUpdateBar *self, PlannerConference *conference)
{
  if (!g_set_object (&self->conference, conference))
    return;

  g_signal_group_set_target (self->signals, conference);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFERENCE]);
}

static void
planner_update_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannerUpdateBar *self = PLANNER_UPDATE_BAR (object);

  switch ((PlannerUpdateBarProperty) id)
    {
    case PROP_CONFERENCE:
      set_conference (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_update_bar_dispose (GObject *object)
{
  PlannerUpdateBar *self = PLANNER_UPDATE_BAR (object);

  g_clear_pointer (&self->timer, planner_wall_clock_free);
  g_clear_object (&self->signals);
  g_clear_object (&self->conference);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_UPDATE_BAR);

  G_OBJECT_CLASS (planner_update_bar_parent_class)->dispose (object);
}

static void
planner_update_bar_class_init (PlannerUpdateBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = planner_update_bar_get_property;
  object_class->set_property = planner_update_bar_set_property;
  object_class->dispose = planner_update_bar_dispose;
  widget_class->map = planner_update_bar_map;
  widget_class->unmap = planner_update_bar_unmap;
  widget_class->root = planner_update_bar_root;
  widget_class->unroot = planner_update_bar_unroot;

  properties[PROP_CONFERENCE] =
      g_param_spec_object ("conference", NULL, NULL, PLANNER_TYPE_CONFERENCE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-update-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerUpdateBar, label);
  gtk_widget_class_bind_template_child (widget_class, PlannerUpdateBar, buttons);
}

static void
planner_update_bar_init (PlannerUpdateBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->signals, "notify::state", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::progress", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::updated-utc", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::error", G_CALLBACK (update), self);
}
