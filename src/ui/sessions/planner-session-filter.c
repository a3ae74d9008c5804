/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sessions/planner-session-filter.h"

#include "ui/sessions/planner-filter-dialog.h"

struct _PlannerSessionFilter
{
  GObject parent_instance;

  PlannerSessionLists *lists; /* owned */
  PlannerFilterChips *chips;  /* owned */
  GtkWidget *button;          /* owned: opens the dialog */
  GtkWidget *view;            /* owned: the list of the sessions */
  PlannerAgenda *agenda;      /* owned, nullable */
  PlannerFilter *filter;      /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (PlannerSessionFilter, planner_session_filter, G_TYPE_OBJECT)

static guint changed_signal;

static void
filter_changed_cb (PlannerSessionFilter *self, const PlannerFilter *filter)
{
  planner_session_filter_set (self, filter);
}

/* The focus moves to another chip, as the focused one is gone. */
static void
removed_cb (PlannerSessionFilter *self, guint part)
{
  g_autoptr (PlannerFilter) filter = planner_filter_copy (self->filter);

  planner_filter_remove (filter, part);
  planner_session_filter_set (self, filter);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->chips)) ||
      !gtk_widget_child_focus (GTK_WIDGET (self->chips), GTK_DIR_TAB_FORWARD))
    planner_session_filter_grab_focus (self);
}

static void
planner_session_filter_dispose (GObject *object)
{
  PlannerSessionFilter *self = PLANNER_SESSION_FILTER (object);

  g_clear_object (&self->lists);
  g_clear_object (&self->chips);
  g_clear_object (&self->button);
  g_clear_object (&self->view);
  g_clear_pointer (&self->agenda, planner_agenda_unref);
  g_clear_pointer (&self->filter, planner_filter_free);

  G_OBJECT_CLASS (planner_session_filter_parent_class)->dispose (object);
}

static void
planner_session_filter_class_init (PlannerSessionFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = planner_session_filter_dispose;

  changed_signal = g_signal_new ("changed", PLANNER_TYPE_SESSION_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
planner_session_filter_init (PlannerSessionFilter *self)
{
}

/**
 * planner_session_filter_new:
 * @lists: the lists to filter
 * @chips: shows the filter
 * @button: the button that opens the dialog, which may be hidden
 * @view: the list of the sessions
 *
 * The new object keeps references to all four. Release it before their parent is disposed.
 *
 * Returns: (transfer full): a filter that matches all sessions
 */
PlannerSessionFilter *
planner_session_filter_new (PlannerSessionLists *lists,
                            PlannerFilterChips *chips,
                            GtkWidget *button,
                            GtkWidget *view)
{
  PlannerSessionFilter *self = g_object_new (PLANNER_TYPE_SESSION_FILTER, NULL);

  self->lists = g_object_ref (lists);
  self->chips = g_object_ref (chips);
  self->button = g_object_ref (button);
  self->view = g_object_ref (view);
  g_signal_connect_object (chips, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * planner_session_filter_set:
 * @filter: (nullable): which sessions to show; %NULL for all
 */
void
planner_session_filter_set (PlannerSessionFilter *self, const PlannerFilter *filter)
{
  PlannerFilter *copy;

  if (!filter && !self->filter)
    return;

  copy = filter ? planner_filter_copy (filter) : NULL;
  g_clear_pointer (&self->filter, planner_filter_free);
  self->filter = copy;
  planner_filter_chips_show (self->chips, copy, self->agenda);
  planner_session_lists_set_filter (self->lists, copy);
  g_signal_emit (self, changed_signal, 0);
}

gboolean
planner_session_filter_is_empty (PlannerSessionFilter *self)
{
  return !self->filter || planner_filter_is_empty (self->filter);
}

/**
 * planner_session_filter_set_agenda:
 * @agenda: (nullable): the agenda with the sessions
 */
void
planner_session_filter_set_agenda (PlannerSessionFilter *self, PlannerAgenda *agenda)
{
  g_clear_pointer (&self->agenda, planner_agenda_unref);
  self->agenda = agenda ? planner_agenda_ref (agenda) : NULL;
  planner_filter_chips_show (self->chips, self->filter, agenda);
}

/**
 * planner_session_filter_present:
 *
 * Opens the dialog if there is an agenda.
 */
void
planner_session_filter_present (PlannerSessionFilter *self)
{
  PlannerFilterDialog *dialog;

  if (!self->agenda)
    return;

  dialog = planner_filter_dialog_new (self->agenda, self->filter);
  g_signal_connect_object (dialog, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), self->view);
}

/**
 * planner_session_filter_clear:
 *
 * Shows all sessions. The focus moves, because the widget that had it is gone.
 */
void
planner_session_filter_clear (PlannerSessionFilter *self)
{
  planner_session_filter_set (self, NULL);
  planner_session_filter_grab_focus (self);
}

/**
 * planner_session_filter_grab_focus:
 *
 * Moves the focus to the button, or to the list where the button is hidden.
 */
void
planner_session_filter_grab_focus (PlannerSessionFilter *self)
{
  if (!gtk_widget_get_visible (self->button) || !gtk_widget_grab_focus (self->button))
    gtk_widget_grab_focus (self->view);
}
