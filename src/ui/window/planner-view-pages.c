/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/planner-view-pages.h"

#include "model/planner-memory.h"
#include "ui/changes/planner-changes-banner.h"
#include "ui/conference/planner-friends-banners.h"
#include "ui/conference/planner-refresh-banners.h"
#include "ui/conference/planner-welcome-banners.h"

#include <glib/gi18n.h>

/* How long after a change the page is drawn and the memory of the last one is freed. */
#define TRIM_DELAY_MS 500

struct _PlannerViewPages
{
  GObject parent_instance;

  AdwNavigationView *navigation_view;   /* owned */
  PlannerSessionsPage *sessions_page;   /* owned */
  PlannerRefreshBanners *banners;       /* owned: on the pages of all views */
  PlannerFriendsBanners *friends;       /* owned: on the pages of all views */
  PlannerWelcomeBanners *welcome;       /* owned: on the pages of all views */
  PlannerChangesBanner *changes_banner; /* owned: on the sessions page */

  GSettings *settings;           /* owned, nullable until set */
  PlannerPresent *present;       /* owned, nullable until set */
  PlannerConference *conference; /* owned, nullable */
  guint trim;                    /* the timeout that gives memory back; 0 for none */
};

G_DEFINE_FINAL_TYPE (PlannerViewPages, planner_view_pages, G_TYPE_OBJECT)

/* Pages that show the present have a property for it. */
static void
bind_present (PlannerViewPages *self, AdwNavigationPage *page)
{
  if (self->present && g_object_class_find_property (G_OBJECT_GET_CLASS (page), "now-utc"))
    g_object_bind_property (self->present, "now-utc", page, "now-utc", G_BINDING_SYNC_CREATE);
}

static AdwNavigationPage *
ensure_page (PlannerViewPages *self, const PlannerView *view)
{
  AdwNavigationPage *page = adw_navigation_view_find_page (self->navigation_view, view->page);

  if (page)
    return page;

  page = view->create ();
  adw_navigation_page_set_tag (page, view->page);
  adw_navigation_page_set_title (page, _ (view->title));
  adw_navigation_view_add (self->navigation_view, page);
  bind_present (self, page);
  planner_refresh_banners_add_page (self->banners, page);
  planner_friends_banners_add_page (self->friends, page);
  planner_welcome_banners_add_page (self->welcome, page);
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (page), "local-time"))
    g_settings_bind (self->settings, "local-time", page, "local-time", G_SETTINGS_BIND_GET);

  return page;
}

static void
show_root_page (PlannerViewPages *self, AdwNavigationPage *page)
{
  const char *tags[] = { adw_navigation_page_get_tag (page) };

  if (adw_navigation_view_get_visible_page (self->navigation_view) != page)
    adw_navigation_view_replace_with_tags (self->navigation_view, tags, G_N_ELEMENTS (tags));
}

static void
trim_cb (gpointer data)
{
  PLANNER_VIEW_PAGES (data)->trim = 0;
  planner_memory_trim ();
}

static void
planner_view_pages_dispose (GObject *object)
{
  PlannerViewPages *self = PLANNER_VIEW_PAGES (object);

  g_clear_handle_id (&self->trim, g_source_remove);
  g_clear_object (&self->conference);
  g_clear_object (&self->settings);
  g_clear_object (&self->present);
  g_clear_object (&self->banners);
  g_clear_object (&self->friends);
  g_clear_object (&self->welcome);
  g_clear_object (&self->changes_banner);
  g_clear_object (&self->sessions_page);
  g_clear_object (&self->navigation_view);

  G_OBJECT_CLASS (planner_view_pages_parent_class)->dispose (object);
}

static void
planner_view_pages_class_init (PlannerViewPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = planner_view_pages_dispose;
}

static void
planner_view_pages_init (PlannerViewPages *self)
{
}

/**
 * planner_view_pages_new:
 * @navigation_view: a navigation view
 * @sessions_page: its page of sessions
 *
 * The new object keeps references to both. Release it before their parent is disposed.
 *
 * Returns: (transfer full): the pages of no conference
 */
PlannerViewPages *
planner_view_pages_new (AdwNavigationView *navigation_view, PlannerSessionsPage *sessions_page)
{
  PlannerViewPages *self = g_object_new (PLANNER_TYPE_VIEW_PAGES, NULL);
  AdwNavigationPage *page = ADW_NAVIGATION_PAGE (sessions_page);

  self->navigation_view = g_object_ref (navigation_view);
  self->sessions_page = g_object_ref (sessions_page);
  self->banners = planner_refresh_banners_new ();
  planner_refresh_banners_add_page (self->banners, page);
  self->friends = planner_friends_banners_new ();
  planner_friends_banners_add_page (self->friends, page);
  self->welcome = planner_welcome_banners_new ();
  planner_welcome_banners_add_page (self->welcome, page);
  self->changes_banner = planner_changes_banner_new (page);

  return self;
}

/**
 * planner_view_pages_set_settings:
 * @settings: for "local-time"
 *
 * Call it once, before a view is shown.
 */
void
planner_view_pages_set_settings (PlannerViewPages *self, GSettings *settings)
{
  g_set_object (&self->settings, settings);
  g_settings_bind (settings, "local-time", self->sessions_page, "local-time", G_SETTINGS_BIND_GET);
}

/**
 * planner_view_pages_set_present:
 * @present: the present time for the pages
 *
 * Call it once, before a view is shown.
 */
void
planner_view_pages_set_present (PlannerViewPages *self, PlannerPresent *present)
{
  g_set_object (&self->present, present);
  bind_present (self, ADW_NAVIGATION_PAGE (self->sessions_page));
}

/**
 * planner_view_pages_set_friends:
 * @friends: the friends whose stars are shown
 *
 * Call it once.
 */
void
planner_view_pages_set_friends (PlannerViewPages *self, PlannerFriends *friends)
{
  planner_friends_banners_set_friends (self->friends, friends);
}

/**
 * planner_view_pages_set_library:
 * @library: the attendee's conferences
 *
 * Call it once.
 */
void
planner_view_pages_set_library (PlannerViewPages *self, PlannerLibrary *library)
{
  planner_welcome_banners_set_library (self->welcome, library);
}

/**
 * planner_view_pages_set_conference:
 * @conference: (nullable): the conference of the views that are shown from now on
 */
void
planner_view_pages_set_conference (PlannerViewPages *self, PlannerConference *conference)
{
  g_set_object (&self->conference, conference);
  planner_refresh_banners_set_conference (self->banners, conference);
  planner_friends_banners_set_conference (self->friends, conference);
  planner_welcome_banners_set_conference (self->welcome, conference);
}

/**
 * planner_view_pages_trim_later:
 *
 * Gives memory that is no longer used back to the system, half a second after the last call.
 */
void
planner_view_pages_trim_later (PlannerViewPages *self)
{
  g_clear_handle_id (&self->trim, g_source_remove);
  self->trim = g_timeout_add_once (TRIM_DELAY_MS, trim_cb, self);
}

/**
 * planner_view_pages_show:
 * @id: the id of a view that the conference has
 *
 * Shows the view on its page.
 */
void
planner_view_pages_show (PlannerViewPages *self, const char *id)
{
  const PlannerView *view = planner_view_find (id);
  const gboolean mine = g_str_equal (id, PLANNER_VIEW_MY_SCHEDULE);
  AdwNavigationPage *page = ensure_page (self, view);

  planner_changes_banner_show (self->changes_banner, mine ? self->conference : NULL);
  view->show (page, self->conference, id);
  if (view->title)
    adw_navigation_page_set_title (page, _ (view->title));
  show_root_page (self, page);
  planner_view_pages_trim_later (self);
}

/**
 * planner_view_pages_show_sessions:
 *
 * Goes to the page of sessions, which shows what it showed last.
 */
void
planner_view_pages_show_sessions (PlannerViewPages *self)
{
  show_root_page (self, ADW_NAVIGATION_PAGE (self->sessions_page));
}

/**
 * planner_view_pages_leave:
 * @id: the id of a view
 *
 * Call it when the view goes off screen.
 */
void
planner_view_pages_leave (PlannerViewPages *self, const char *id)
{
  const PlannerView *view = planner_view_find (id);

  if (view->leave)
    view->leave (ensure_page (self, view));
}
