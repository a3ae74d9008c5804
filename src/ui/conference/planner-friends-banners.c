/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/conference/planner-friends-banners.h"

#include "ui/widgets/planner-page-banner.h"
#include "words/planner-friend-words.h"

#include <glib/gi18n.h>

struct _PlannerFriendsBanners
{
  GObject parent_instance;

  PlannerFriends *friends;       /* owned, nullable until set */
  PlannerConference *conference; /* owned, nullable */
  PlannerPageBanner *banner;     /* owned */
};

G_DEFINE_FINAL_TYPE (PlannerFriendsBanners, planner_friends_banners, G_TYPE_OBJECT)

/* Friends of earlier days need no banner: the menu of the conference has them. */
static GStrv
list_names (PlannerFriendsBanners *self)
{
  if (!self->friends || !self->conference || !planner_friends_has_new (self->friends, self->conference))
    return NULL;

  return planner_friends_list (self->friends, self->conference);
}

static void
update (PlannerFriendsBanners *self)
{
  g_auto (GStrv) names = list_names (self);
  g_autofree char *joined = names && names[0] ? planner_join_friends ((const char *const *) names) : NULL;
  g_autofree char *title = NULL;

  /* Translators: %s is the name of a friend, or several, as in "Ann, Ben". */
  title = joined ? g_strdup_printf (_ ("Showing the stars of %s"), joined) : NULL;
  planner_page_banner_show (self->banner, title, _ ("F_riends…"));
}

static void
clicked_cb (PlannerFriendsBanners *self, GtkWidget *banner)
{
  gtk_widget_activate_action (banner, "win.show-friends", NULL);
}

static void
planner_friends_banners_dispose (GObject *object)
{
  PlannerFriendsBanners *self = PLANNER_FRIENDS_BANNERS (object);

  g_clear_object (&self->friends);
  g_clear_object (&self->conference);
  g_clear_object (&self->banner);

  G_OBJECT_CLASS (planner_friends_banners_parent_class)->dispose (object);
}

static void
planner_friends_banners_class_init (PlannerFriendsBannersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = planner_friends_banners_dispose;
}

static void
planner_friends_banners_init (PlannerFriendsBanners *self)
{
  self->banner = planner_page_banner_new ();
  g_signal_connect_object (self->banner, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
}

PlannerFriendsBanners *
planner_friends_banners_new (void)
{
  return g_object_new (PLANNER_TYPE_FRIENDS_BANNERS, NULL);
}

/**
 * planner_friends_banners_set_friends:
 *
 * Call it once.
 */
void
planner_friends_banners_set_friends (PlannerFriendsBanners *self, PlannerFriends *friends)
{
  g_return_if_fail (PLANNER_IS_FRIENDS_BANNERS (self));

  g_set_object (&self->friends, friends);
  g_signal_connect_object (friends, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * planner_friends_banners_set_conference:
 * @conference: (nullable): the conference on screen
 */
void
planner_friends_banners_set_conference (PlannerFriendsBanners *self, PlannerConference *conference)
{
  g_return_if_fail (PLANNER_IS_FRIENDS_BANNERS (self));

  g_set_object (&self->conference, conference);
  update (self);
}

/**
 * planner_friends_banners_add_page:
 * @page: a page whose child is an #AdwToolbarView; the banner goes below its bars
 */
void
planner_friends_banners_add_page (PlannerFriendsBanners *self, AdwNavigationPage *page)
{
  g_return_if_fail (PLANNER_IS_FRIENDS_BANNERS (self));

  planner_page_banner_add_page (self->banner, page);
}
