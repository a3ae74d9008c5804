/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/planner-view.h"

#include "model/planner-rooms.h"
#include "plan/planner-people.h"
#include "plan/planner-place.h"
#include "ui/changes/planner-changes-page.h"
#include "ui/conference/planner-conference-page.h"
#include "ui/conference/planner-exhibition-page.h"
#include "ui/now/planner-now-page.h"
#include "ui/places/planner-places-page.h"
#include "words/planner-labels.h"

#include <glib/gi18n.h>

#define FORUM_PREFIX "forum:"

static AdwNavigationPage *
create_sessions (void)
{
  return ADW_NAVIGATION_PAGE (planner_sessions_page_new ());
}

static void
show_sessions (AdwNavigationPage *page, PlannerConference *conference, const char *id)
{
  planner_sessions_page_show (PLANNER_SESSIONS_PAGE (page), conference, planner_view_get_scope (id),
                              planner_view_get_forum (id));
}

static AdwNavigationPage *
create_changes (void)
{
  return ADW_NAVIGATION_PAGE (planner_changes_page_new ());
}

static void
show_changes (AdwNavigationPage *page, PlannerConference *conference, const char *id)
{
  planner_changes_page_show (PLANNER_CHANGES_PAGE (page), conference, FALSE);
}

static void
leave_changes (AdwNavigationPage *page)
{
  planner_changes_page_leave (PLANNER_CHANGES_PAGE (page));
}

static void
set_conference (AdwNavigationPage *page, PlannerConference *conference, const char *id)
{
  g_object_set (page, "conference", conference, NULL);
}

static AdwNavigationPage *
create_exhibition (void)
{
  return ADW_NAVIGATION_PAGE (planner_exhibition_page_new ());
}

static gboolean
is_always_available (PlannerAgenda *agenda, guint n_changes, const char *id)
{
  return TRUE;
}

static gboolean
has_changes (PlannerAgenda *agenda, guint n_changes, const char *id)
{
  return n_changes > 0;
}

static gboolean
has_exhibitors (PlannerAgenda *agenda, guint n_changes, const char *id)
{
  return agenda->exhibitors->len > 0;
}

static gboolean
has_rooms (PlannerAgenda *agenda, guint n_changes, const char *id)
{
  return agenda->rooms->len > 0;
}

static gboolean
has_speakers (PlannerAgenda *agenda, guint n_changes, const char *id)
{
  return agenda->speakers->len > 0;
}

static gboolean
has_forum (PlannerAgenda *agenda, guint n_changes, const char *id)
{
  return planner_agenda_find_forum (agenda, planner_view_get_forum (id)) != NULL;
}

static guint
count_sessions (PlannerConference *conference)
{
  return planner_conference_get_agenda (conference)->sessions->len;
}

static guint
count_unseen (PlannerConference *conference)
{
  return planner_change_list_get_n_unseen (planner_conference_get_changes (conference));
}

static guint
count_exhibitors (PlannerConference *conference)
{
  return planner_conference_get_agenda (conference)->exhibitors->len;
}

static guint
count_rooms (PlannerConference *conference)
{
  return planner_rooms_count_single (planner_conference_get_agenda (conference)->rooms);
}

static guint
count_speakers (PlannerConference *conference)
{
  g_autoptr (GPtrArray) people = planner_people_list (planner_conference_get_agenda (conference));

  return people->len;
}

static char *
describe_changes (guint n)
{
  return g_strdup_printf (ngettext ("%'u new change", "%'u new changes", n), n);
}

/* In the order of the sidebar. */
static const PlannerView views[] = {
  { PLANNER_VIEW_NOW, N_ ("Now"), "preferences-system-time-symbolic", "now", planner_now_page_new,
    set_conference, NULL, is_always_available, NULL, NULL, NULL },
  { PLANNER_VIEW_MY_SCHEDULE, N_ ("My Schedule"), "starred-symbolic", "sessions", create_sessions,
    show_sessions, NULL, is_always_available, planner_conference_get_n_going, planner_format_session_count,
    N_ ("No Session Selected") },
  { PLANNER_VIEW_ALL, N_ ("All Sessions"), "x-office-calendar-symbolic", "sessions", create_sessions,
    show_sessions, NULL, is_always_available, count_sessions, planner_format_session_count,
    N_ ("No Session Selected") },
  { PLANNER_VIEW_SPEAKERS, N_ ("Speakers"), "system-users-symbolic", "speakers",
    planner_places_page_new_for_speakers, set_conference, NULL, has_speakers, count_speakers,
    planner_format_speaker_count, N_ ("No Speaker Selected") },
  { PLANNER_VIEW_ROOMS, N_ ("Rooms"), "mark-location-symbolic", "rooms", planner_places_page_new_for_rooms,
    set_conference, NULL, has_rooms, count_rooms, planner_format_room_count, N_ ("No Room Selected") },
  { PLANNER_VIEW_CHANGES, N_ ("Changes"), "planner-changes-symbolic", "changes", create_changes, show_changes,
    leave_changes, has_changes, count_unseen, describe_changes, N_ ("No Session Selected") },
  { PLANNER_VIEW_EXHIBITION, N_ ("Exhibition"), "view-grid-symbolic", "exhibition", create_exhibition,
    set_conference, NULL, has_exhibitors, count_exhibitors, planner_format_exhibitor_count, NULL },
  { PLANNER_VIEW_CONFERENCE, N_ ("Conference"), "help-about-symbolic", "conference",
    planner_conference_page_new, set_conference, NULL, is_always_available, NULL, NULL, NULL },
  { FORUM_PREFIX, NULL, NULL, "sessions", create_sessions, show_sessions, NULL, has_forum, NULL,
    planner_format_session_count, N_ ("No Session Selected") },
};

/**
 * planner_views_get:
 * @n_views: (out): the number of views
 *
 * Returns: (transfer none) (array length=n_views): the views in the order of the sidebar
 */
const PlannerView *
planner_views_get (guint *n_views)
{
  *n_views = G_N_ELEMENTS (views);

  return views;
}

/**
 * planner_view_find:
 *
 * Returns: (nullable) (transfer none): the view with this id; all forums share one
 */
const PlannerView *
planner_view_find (const char *id)
{
  const char *key = planner_view_get_forum (id) ? FORUM_PREFIX : id;

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_str_equal (views[i].id, key))
      return &views[i];

  return NULL;
}

/**
 * planner_view_is_in:
 * @id: a view's id, which may be unknown
 * @n_changes: the number of the conference's changes
 *
 * Returns: whether a conference with this agenda has the view
 */
gboolean
planner_view_is_in (const char *id, PlannerAgenda *agenda, guint n_changes)
{
  const PlannerView *view = planner_view_find (id);

  return view && view->is_available (agenda, n_changes, id);
}

gboolean
planner_view_is_available (const char *id, PlannerConference *conference)
{
  GListModel *changes = G_LIST_MODEL (planner_conference_get_changes (conference));

  return planner_view_is_in (id, planner_conference_get_agenda (conference),
                             g_list_model_get_n_items (changes));
}

/**
 * planner_view_is_list:
 *
 * Returns: whether the view is a list that always has details beside it if there is room. Other views use all the width instead.
 */
gboolean
planner_view_is_list (const PlannerView *view)
{
  g_return_val_if_fail (view != NULL, FALSE);

  return view->nothing_selected != NULL;
}

char *
planner_view_for_forum (const char *name)
{
  return g_strconcat (FORUM_PREFIX, name, NULL);
}

/**
 * planner_view_get_forum:
 *
 * Returns: (nullable) (transfer none): the name of the forum that the view shows; %NULL for other views
 */
const char *
planner_view_get_forum (const char *id)
{
  return g_str_has_prefix (id, FORUM_PREFIX) ? id + strlen (FORUM_PREFIX) : NULL;
}

PlannerScope
planner_view_get_scope (const char *id)
{
  if (planner_view_get_forum (id) != NULL)
    return PLANNER_SCOPE_FORUM;

  return g_str_equal (id, PLANNER_VIEW_MY_SCHEDULE) ? PLANNER_SCOPE_MY_SCHEDULE : PLANNER_SCOPE_ALL;
}
