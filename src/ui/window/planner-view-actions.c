/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/window/planner-view-actions.h"

#include "ui/widgets/planner-split-view.h"
#include "ui/window/planner-view.h"

struct _PlannerViewActions
{
  GObject parent_instance;

  GSimpleAction *search;              /* owned */
  AdwNavigationSplitView *split_view; /* borrowed from the window, which owns this */
  PlannerContent *content;            /* borrowed from the window, which owns this */
  PlannerConference *conference;      /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (PlannerViewActions, planner_view_actions, G_TYPE_OBJECT)

static PlannerEntry *
find_entry (PlannerViewActions *self, const char *key)
{
  return self->conference ? planner_conference_find_entry (self->conference, key) : NULL;
}

static void
show_content (PlannerViewActions *self)
{
  planner_split_view_show_content (self->split_view, TRUE);
}

static void
open_view (PlannerViewActions *self, const char *view)
{
  if (self->conference == NULL)
    return;

  planner_content_show_view (self->content, view);
  show_content (self);
}

static void
show_view_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_view (data, g_variant_get_string (parameter, NULL));
}

/* The arrow keys in the sidebar show a view, while the focus stays in the sidebar. */
static void
preview_view_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerViewActions *self = data;

  if (self->conference && !adw_navigation_split_view_get_collapsed (self->split_view))
    planner_content_show_view (self->content, g_variant_get_string (parameter, NULL));
}

/* Switches the sessions on screen between list and timetable. From elsewhere, shows all sessions as a timetable. */
static void
show_timetable_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerViewActions *self = data;
  const gboolean stay = planner_content_shows_sessions (self->content);
  const gboolean shown = stay && planner_content_shows_timetable (self->content);

  if (!self->conference)
    return;

  planner_view_state_set_show_timetable (planner_conference_get_view_state (self->conference), !shown);
  if (stay)
    show_content (self);
  else
    open_view (self, PLANNER_VIEW_ALL);
}

static void
show_forum_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *view = planner_view_for_forum (g_variant_get_string (parameter, NULL));

  open_view (data, view);
}

static void
review_changes_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerViewActions *self = data;

  if (self->conference == NULL)
    return;

  planner_content_review_changes (self->content);
  show_content (self);
}

/* Shows the sessions that take place in the free time after a session. */
static void
show_free_time_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerViewActions *self = data;
  g_autoptr (PlannerFilter) filter = NULL;
  PlannerEntry *entry;
  const char *key;
  gint64 start_utc, end_utc;

  g_variant_get (parameter, "(&sxx)", &key, &start_utc, &end_utc);
  entry = find_entry (self, key);
  if (!entry)
    return;

  filter = planner_filter_new_for_span (planner_entry_get_day (entry)->date, start_utc, end_utc,
                                        planner_entry_get_session (entry)->zone);
  planner_content_show_filtered (self->content, filter);
  show_content (self);
}

/* Shows the sessions that run during a session. */
static void
show_parallel_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerViewActions *self = data;
  PlannerEntry *entry = find_entry (self, g_variant_get_string (parameter, NULL));
  g_autoptr (PlannerFilter) filter = NULL;

  if (!entry)
    return;

  filter = planner_filter_new_for_parallel (planner_entry_get_day (entry)->date,
                                            planner_entry_get_session (entry));
  planner_content_show_filtered (self->content, filter);
  show_content (self);
}

static void
show_session_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerViewActions *self = data;
  PlannerEntry *entry = find_entry (self, g_variant_get_string (parameter, NULL));

  if (!entry)
    return;

  planner_content_show_session (self->content, entry);
  show_content (self);
}

/* Shows a room or a speaker. */
static void
open_place (PlannerViewActions *self, GVariant *parameter, void (*show) (PlannerContent *, const char *))
{
  if (self->conference == NULL)
    return;

  show (self->content, g_variant_get_string (parameter, NULL));
  show_content (self);
}

static void
show_room_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_place (data, parameter, planner_content_show_room);
}

static void
show_speaker_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_place (data, parameter, planner_content_show_speaker);
}

static void
hide_details_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerViewActions *self = data;

  if (self->conference)
    planner_content_hide_pane (self->content);
}

static void
star_current_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerViewActions *self = data;
  PlannerEntry *entry = self->conference ? planner_content_get_current (self->content) : NULL;

  if (entry)
    gtk_widget_activate_action (GTK_WIDGET (self->content), "win.toggle-star", "s",
                                planner_entry_get_key (entry));
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerViewActions *self = data;

  show_content (self);
  planner_content_start_search (self->content);
}

static const GActionEntry action_entries[] = {
  { .name = "show-view", .activate = show_view_cb, .parameter_type = "s" },
  { .name = "preview-view", .activate = preview_view_cb, .parameter_type = "s" },
  { .name = "show-timetable", .activate = show_timetable_cb },
  { .name = "show-forum", .activate = show_forum_cb, .parameter_type = "s" },
  { .name = "show-room", .activate = show_room_cb, .parameter_type = "s" },
  { .name = "show-speaker", .activate = show_speaker_cb, .parameter_type = "s" },
  { .name = "show-session", .activate = show_session_cb, .parameter_type = "s" },
  { .name = "show-free-time", .activate = show_free_time_cb, .parameter_type = "(sxx)" },
  { .name = "show-parallel", .activate = show_parallel_cb, .parameter_type = "s" },
  { .name = "review-changes", .activate = review_changes_cb },
  { .name = "hide-details", .activate = hide_details_cb },
  { .name = "star-current", .activate = star_current_cb },
  { .name = "search", .activate = search_cb },
};

static void
planner_view_actions_finalize (GObject *object)
{
  PlannerViewActions *self = PLANNER_VIEW_ACTIONS (object);

  g_clear_object (&self->search);
  g_clear_object (&self->conference);

  G_OBJECT_CLASS (planner_view_actions_parent_class)->finalize (object);
}

static void
planner_view_actions_class_init (PlannerViewActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = planner_view_actions_finalize;
}

static void
planner_view_actions_init (PlannerViewActions *self)
{
}

/**
 * planner_view_actions_new:
 * @window: the window to add the actions to; it must keep the returned object alive
 * @split_view: the split view of @window
 * @content: the content of @split_view
 *
 * Returns: (transfer full): the owner of the actions
 */
PlannerViewActions *
planner_view_actions_new (GActionMap *window, AdwNavigationSplitView *split_view, PlannerContent *content)
{
  PlannerViewActions *self = g_object_new (PLANNER_TYPE_VIEW_ACTIONS, NULL);

  self->split_view = split_view;
  self->content = content;
  g_action_map_add_action_entries (window, action_entries, G_N_ELEMENTS (action_entries), self);
  self->search = g_object_ref (G_SIMPLE_ACTION (g_action_map_lookup_action (window, "search")));
  g_simple_action_set_enabled (self->search, FALSE);

  return self;
}

/**
 * planner_view_actions_set_conference:
 * @conference: (nullable): the conference on screen
 */
void
planner_view_actions_set_conference (PlannerViewActions *self, PlannerConference *conference)
{
  g_return_if_fail (PLANNER_IS_VIEW_ACTIONS (self));

  g_set_object (&self->conference, conference);
  g_simple_action_set_enabled (self->search, conference != NULL);
}
