/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/window/planner-conference-actions.h"

#include "library/planner-conference-refresh.h"
#include "ui/conference/planner-friends-dialog.h"
#include "ui/conference/planner-problems-dialog.h"
#include "ui/conference/planner-removal.h"
#include "ui/window/planner-print.h"

struct _PlannerConferenceActions
{
  GObject parent_instance;

  GActionMap *window;             /* borrowed: it owns this */
  PlannerContent *content;        /* borrowed from the window */
  AdwToastOverlay *toast_overlay; /* borrowed from the window */
  PlannerLibrary *library;        /* owned */
  PlannerFriends *friends;        /* owned */
  PlannerConference *conference;  /* owned, nullable */
  GSignalGroup *signals;          /* owned: of the conference */
  guint refresh_idle;             /* source id; 0 for none */
};

G_DEFINE_FINAL_TYPE (PlannerConferenceActions, planner_conference_actions, G_TYPE_OBJECT)

static void
enable_action (PlannerConferenceActions *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (self->window, name)), enabled);
}

static void
update (PlannerConferenceActions *self)
{
  const gboolean has_conference = self->conference != NULL;
  const gboolean idle =
      has_conference && planner_conference_get_state (self->conference) == PLANNER_CONFERENCE_IDLE;

  enable_action (self, "refresh", idle);
  enable_action (self, "stop-refresh", has_conference && !idle);
  enable_action (self, "remove-conference", has_conference);
  enable_action (self, "show-problems", has_conference);
  enable_action (self, "show-friends",
                 has_conference && planner_friends_has_any (self->friends, self->conference));
  enable_action (self, "show-board", has_conference);
  enable_action (self, "print", has_conference);
}

static gboolean
refresh_if_due_cb (gpointer data)
{
  PlannerConferenceActions *self = data;

  self->refresh_idle = 0;
  if (planner_conference_is_refresh_due (self->conference, planner_conference_get_now_utc (self->conference)))
    g_action_group_activate_action (G_ACTION_GROUP (self->window), "refresh", NULL);

  return G_SOURCE_REMOVE;
}

static void
refresh_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  planner_conference_refresh_async (PLANNER_CONFERENCE_ACTIONS (data)->conference, NULL, NULL, NULL);
}

static void
stop_refresh_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  planner_conference_cancel_refresh (PLANNER_CONFERENCE_ACTIONS (data)->conference);
}

static void
remove_conference_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerConferenceActions *self = data;

  planner_removal_start (self->library, self->conference, self->toast_overlay);
}

static void
show_problems_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerConferenceActions *self = data;

  adw_dialog_present (planner_problems_dialog_new (self->library, self->conference),
                      GTK_WIDGET (self->toast_overlay));
}

static void
show_friends_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerConferenceActions *self = data;

  adw_dialog_present (planner_friends_dialog_new (self->friends, self->conference, self->toast_overlay),
                      GTK_WIDGET (self->toast_overlay));
}

static void
show_board_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerConferenceActions *self = data;
  g_autofree char *place =
      g_strdup_printf ("%" G_GINT64_FORMAT ":%s", planner_conference_get_id (self->conference),
                       g_variant_get_string (parameter, NULL));

  gtk_widget_activate_action (GTK_WIDGET (self->toast_overlay), "app.show-board", "s", place);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerConferenceActions *self = data;

  planner_print_open (self->toast_overlay, self->conference, planner_content_get_view (self->content));
}

static const GActionEntry action_entries[] = {
  { .name = "refresh", .activate = refresh_cb },
  { .name = "stop-refresh", .activate = stop_refresh_cb },
  { .name = "remove-conference", .activate = remove_conference_cb },
  { .name = "show-problems", .activate = show_problems_cb },
  { .name = "show-friends", .activate = show_friends_cb },
  { .name = "show-board", .activate = show_board_cb, .parameter_type = "s" },
  { .name = "print", .activate = print_cb },
};

static void
planner_conference_actions_finalize (GObject *object)
{
  PlannerConferenceActions *self = PLANNER_CONFERENCE_ACTIONS (object);

  g_clear_handle_id (&self->refresh_idle, g_source_remove);
  g_clear_object (&self->signals);
  g_clear_object (&self->conference);
  g_clear_object (&self->friends);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (planner_conference_actions_parent_class)->finalize (object);
}

static void
planner_conference_actions_class_init (PlannerConferenceActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = planner_conference_actions_finalize;
}

static void
planner_conference_actions_init (PlannerConferenceActions *self)
{
  self->signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->signals, "notify::state", G_CALLBACK (update), self);
}

/**
 * planner_conference_actions_new:
 * @window: the window to add the actions to; it must keep the returned object alive
 * @library: has the conferences
 * @content: shows the view that is printed
 * @friends: the friends whose stars the window shows
 * @toast_overlay: the toast overlay of @window
 *
 * Returns: (transfer full): the owner of the actions
 */
PlannerConferenceActions *
planner_conference_actions_new (GActionMap *window,
                                PlannerLibrary *library,
                                PlannerContent *content,
                                PlannerFriends *friends,
                                AdwToastOverlay *toast_overlay)
{
  PlannerConferenceActions *self = g_object_new (PLANNER_TYPE_CONFERENCE_ACTIONS, NULL);

  self->window = window;
  self->content = content;
  self->toast_overlay = toast_overlay;
  self->library = g_object_ref (library);
  self->friends = g_object_ref (friends);
  g_signal_connect_object (friends, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (window, action_entries, G_N_ELEMENTS (action_entries), self);
  update (self);

  return self;
}

/**
 * planner_conference_actions_set_conference:
 * @conference: (nullable): the conference on screen
 *
 * If the schedule of @conference is due, it is refreshed after the stored one is drawn.
 */
void
planner_conference_actions_set_conference (PlannerConferenceActions *self, PlannerConference *conference)
{
  g_return_if_fail (PLANNER_IS_CONFERENCE_ACTIONS (self));

  g_set_object (&self->conference, conference);
  g_signal_group_set_target (self->signals, conference);
  update (self);
  g_clear_handle_id (&self->refresh_idle, g_source_remove);
  if (conference)
    self->refresh_idle = g_idle_add_full (G_PRIORITY_LOW, refresh_if_due_cb, self, NULL);
}
