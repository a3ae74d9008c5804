/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/sessions/planner-sessions-page.h"

G_BEGIN_DECLS

/* The ids of views, as win.show-view takes them and the settings store them. The id of a forum's view is "forum:NAME". */
#define PLANNER_VIEW_NOW "now"
#define PLANNER_VIEW_ALL "all"
#define PLANNER_VIEW_MY_SCHEDULE "my-schedule"
#define PLANNER_VIEW_ROOMS "rooms"
#define PLANNER_VIEW_SPEAKERS "speakers"
#define PLANNER_VIEW_CHANGES "changes"
#define PLANNER_VIEW_EXHIBITION "exhibition"
#define PLANNER_VIEW_CONFERENCE "conference"

/**
 * PlannerView:
 * @id: the view's id; for forums, the prefix of their ids
 * @title: (nullable): the untranslated title; %NULL if the page finds its title itself
 * @icon_name: (nullable): its icon in the sidebar; %NULL if the sidebar lists the view elsewhere
 * @page: the tag of its page; views may share a page
 * @create: creates that page
 * @show: shows the view with the given id on that page
 * @leave: (nullable): called when the page goes off screen
 * @is_available: whether a conference with this agenda and this many changes has the view
 * @count: (nullable): the number that the sidebar shows
 * @describe_count: (nullable): that number in words, for screen readers
 * @nothing_selected: (nullable): the untranslated words beside the list while no details are shown; %NULL for other views
 *
 * A view of a conference.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *icon_name;
  const char *page;
  AdwNavigationPage *(*create) (void);
  void (*show) (AdwNavigationPage *page, PlannerConference *conference, const char *id);
  void (*leave) (AdwNavigationPage *page);
  gboolean (*is_available) (PlannerAgenda *agenda, guint n_changes, const char *id);
  guint (*count) (PlannerConference *conference);
  char *(*describe_count) (guint n);
  const char *nothing_selected;
} PlannerView;

const PlannerView *planner_views_get (guint *n_views);
const PlannerView *planner_view_find (const char *id);
gboolean planner_view_is_in (const char *id, PlannerAgenda *agenda, guint n_changes);
gboolean planner_view_is_available (const char *id, PlannerConference *conference);
gboolean planner_view_is_list (const PlannerView *view);

char *planner_view_for_forum (const char *name);
const char *planner_view_get_forum (const char *id);
PlannerScope planner_view_get_scope (const char *id);

G_END_DECLS
