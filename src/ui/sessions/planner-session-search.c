/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sessions/planner-session-search.h"

#include "ui/widgets/planner-focus-ring.h"
#include "ui/widgets/planner-list-top.h"
#include "words/planner-search-words.h"

/* The time after the last key of a search before the number of results is announced. */
#define ANNOUNCE_MS 500

struct _PlannerSessionSearch
{
  GObject parent_instance;

  PlannerSessionLists *lists; /* owned */
  GtkSearchBar *bar;          /* owned */
  GtkSearchEntry *entry;      /* owned */
  GtkListView *view;          /* owned: of the results */
  GtkWidget *key_capture;     /* borrowed, nullable, weak */
  guint announce_timeout;
};

G_DEFINE_FINAL_TYPE (PlannerSessionSearch, planner_session_search, G_TYPE_OBJECT)

static guint changed_signal;

/* Returns: the number of results; 0 while nothing is searched for */
static guint
count_results (PlannerSessionSearch *self)
{
  return planner_session_lists_is_searching (self->lists)
             ? g_list_model_get_n_items (planner_session_lists_get_ranked (self->lists))
             : 0;
}

/* A screen reader reads the number of results after the last key, not after each. */
static gboolean
announce_cb (gpointer user_data)
{
  PlannerSessionSearch *self = user_data;
  g_autofree char *results = NULL;

  self->announce_timeout = 0;
  if (!planner_session_lists_is_searching (self->lists))
    return G_SOURCE_REMOVE;

  results = planner_format_n_results (count_results (self));
  gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), results,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);

  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (PlannerSessionSearch *self)
{
  planner_session_lists_search (self->lists, planner_session_search_get_text (self));
  planner_list_view_go_to_top (self->view);
  g_signal_emit (self, changed_signal, 0);
  g_clear_handle_id (&self->announce_timeout, g_source_remove);
  self->announce_timeout = g_timeout_add (ANNOUNCE_MS, announce_cb, self);
}

/* The entry reports the change later, and until then the list could not take the focus. */
static void
mode_changed_cb (PlannerSessionSearch *self)
{
  if (gtk_search_bar_get_search_mode (self->bar))
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  text_changed_cb (self);
}

static void
activated_cb (PlannerSessionSearch *self)
{
  if (count_results (self) > 0)
    g_signal_emit_by_name (self->view, "activate", 0);
}

static gboolean
enter_results_cb (GtkWidget *entry, GVariant *args, gpointer user_data)
{
  PlannerSessionSearch *self = user_data;

  if (count_results (self) == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  planner_show_focus_ring (entry);

  return GDK_EVENT_STOP;
}

static void
planner_session_search_dispose (GObject *object)
{
  PlannerSessionSearch *self = PLANNER_SESSION_SEARCH (object);

  g_clear_handle_id (&self->announce_timeout, g_source_remove);
  g_clear_weak_pointer (&self->key_capture);
  g_clear_object (&self->lists);
  g_clear_object (&self->bar);
  g_clear_object (&self->entry);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (planner_session_search_parent_class)->dispose (object);
}

static void
planner_session_search_class_init (PlannerSessionSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = planner_session_search_dispose;

  changed_signal = g_signal_new ("changed", PLANNER_TYPE_SESSION_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
planner_session_search_init (PlannerSessionSearch *self)
{
}

static void
add_shortcut (PlannerSessionSearch *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                                                          gtk_callback_action_new (enter_results_cb, self,
                                                                                   NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->entry), controller);
}

/**
 * planner_session_search_new:
 * @lists: the lists to search
 * @bar: the search bar around @entry
 * @view: the list view of the results
 *
 * The new object keeps references to all four. Release it before their parent is disposed.
 *
 * Returns: (transfer full): a search that has not begun
 */
PlannerSessionSearch *
planner_session_search_new (PlannerSessionLists *lists,
                            GtkSearchBar *bar,
                            GtkSearchEntry *entry,
                            GtkListView *view)
{
  PlannerSessionSearch *self = g_object_new (PLANNER_TYPE_SESSION_SEARCH, NULL);

  self->lists = g_object_ref (lists);
  self->bar = g_object_ref (bar);
  self->entry = g_object_ref (entry);
  self->view = g_object_ref (view);
  gtk_search_bar_connect_entry (bar, GTK_EDITABLE (entry));
  add_shortcut (self);
  g_signal_connect_object (bar, "notify::search-mode-enabled", G_CALLBACK (mode_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * planner_session_search_start:
 *
 * Opens the search, and selects the text of the last one if it is already open.
 */
void
planner_session_search_start (PlannerSessionSearch *self)
{
  g_return_if_fail (PLANNER_IS_SESSION_SEARCH (self));

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * planner_session_search_start_with:
 * @text: the text to search for; it may be invalid UTF-8
 *
 * Opens the search with @text.
 */
void
planner_session_search_start_with (PlannerSessionSearch *self, const char *text)
{
  g_autofree char *valid = NULL;

  g_return_if_fail (PLANNER_IS_SESSION_SEARCH (self) && text != NULL);

  valid = g_utf8_make_valid (text, -1);
  planner_session_search_start (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), valid);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/**
 * planner_session_search_end:
 *
 * Returns: whether the search was open
 */
gboolean
planner_session_search_end (PlannerSessionSearch *self)
{
  gboolean open;

  g_return_val_if_fail (PLANNER_IS_SESSION_SEARCH (self), FALSE);

  open = gtk_search_bar_get_search_mode (self->bar);
  gtk_search_bar_set_search_mode (self->bar, FALSE);

  return open;
}

const char *
planner_session_search_get_text (PlannerSessionSearch *self)
{
  g_return_val_if_fail (PLANNER_IS_SESSION_SEARCH (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * planner_session_search_set_key_capture:
 * @widget: (nullable): the widget in which typing starts the search
 */
void
planner_session_search_set_key_capture (PlannerSessionSearch *self, GtkWidget *widget)
{
  g_return_if_fail (PLANNER_IS_SESSION_SEARCH (self));

  g_set_weak_pointer (&self->key_capture, widget);
  gtk_search_bar_set_key_capture_widget (self->bar, widget);
}

/**
 * planner_session_search_set_on_screen:
 * @on_screen: whether the page of the search is on screen; otherwise typing does not start the search
 */
void
planner_session_search_set_on_screen (PlannerSessionSearch *self, gboolean on_screen)
{
  g_return_if_fail (PLANNER_IS_SESSION_SEARCH (self));

  gtk_search_bar_set_key_capture_widget (self->bar, on_screen ? self->key_capture : NULL);
}
