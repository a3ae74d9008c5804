/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/conference/planner-refresh-banners.h"

#include "library/planner-conference-edit.h"
#include "ui/widgets/planner-page-banner.h"
#include "words/planner-messages.h"

#include <glib/gi18n.h>

struct _PlannerRefreshBanners
{
  GObject parent_instance;

  PlannerConference *conference; /* owned, nullable */
  GSignalGroup *signals;         /* owned: of the conference */
  PlannerPageBanner *banner;     /* owned */
  gboolean inactive;             /* whether the banners are not needed */
};

G_DEFINE_FINAL_TYPE (PlannerRefreshBanners, planner_refresh_banners, G_TYPE_OBJECT)

/* A failed refresh of the bundled edition is not reported: it works without a network. */
static const GError *
get_error (PlannerRefreshBanners *self)
{
  return self->conference && !planner_conference_is_bundled (self->conference)
             ? planner_conference_get_error (self->conference)
             : NULL;
}

/* Returns: (nullable) (transfer full): what the attendee should know about the schedule */
static char *
describe (PlannerRefreshBanners *self)
{
  const GError *error = get_error (self);
  const PlannerConferenceRecord *record =
      self->conference ? planner_conference_get_record (self->conference) : NULL;

  if (error)
    return g_strdup (planner_message_for_error (error));
  if (!record || record->replaced_utc == 0 || !record->replaced_title)
    return NULL;

  return planner_message_for_replaced (planner_conference_get_title (self->conference),
                                       record->replaced_title);
}

static void
update (PlannerRefreshBanners *self)
{
  g_autofree char *sentence = describe (self);
  const gboolean failed = get_error (self) != NULL;

  planner_page_banner_show (self->banner, self->inactive ? NULL : sentence,
                            failed ? _ ("_Try Again") : _ ("_Dismiss"));
}

/* The button has no action name: a button stays insensitive when its name is removed while the action is disabled. */
static void
button_clicked_cb (PlannerRefreshBanners *self, GtkWidget *banner)
{
  if (get_error (self))
    gtk_widget_activate_action (banner, "win.refresh", NULL);
  else if (self->conference)
    planner_conference_clear_replaced (self->conference);
}

static void
planner_refresh_banners_dispose (GObject *object)
{
  PlannerRefreshBanners *self = PLANNER_REFRESH_BANNERS (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->conference);
  g_clear_object (&self->banner);

  G_OBJECT_CLASS (planner_refresh_banners_parent_class)->dispose (object);
}

static void
planner_refresh_banners_class_init (PlannerRefreshBannersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = planner_refresh_banners_dispose;
}

static void
planner_refresh_banners_init (PlannerRefreshBanners *self)
{
  self->banner = planner_page_banner_new ();
  g_signal_connect_object (self->banner, "clicked", G_CALLBACK (button_clicked_cb), self, G_CONNECT_SWAPPED);
  self->signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->signals, "notify::error", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::replaced-utc", G_CALLBACK (update), self);
}

PlannerRefreshBanners *
planner_refresh_banners_new (void)
{
  return g_object_new (PLANNER_TYPE_REFRESH_BANNERS, NULL);
}

/**
 * planner_refresh_banners_add_page:
 * @page: a page whose child is an #AdwToolbarView; the banner goes below its bars. The page may be destroyed at any time.
 */
void
planner_refresh_banners_add_page (PlannerRefreshBanners *self, AdwNavigationPage *page)
{
  g_return_if_fail (PLANNER_IS_REFRESH_BANNERS (self));

  planner_page_banner_add_page (self->banner, page);
}

/**
 * planner_refresh_banners_set_conference:
 * @conference: (nullable): the conference on screen
 */
void
planner_refresh_banners_set_conference (PlannerRefreshBanners *self, PlannerConference *conference)
{
  g_return_if_fail (PLANNER_IS_REFRESH_BANNERS (self));

  g_set_object (&self->conference, conference);
  g_signal_group_set_target (self->signals, conference);
  update (self);
}

/**
 * planner_refresh_banners_set_active:
 * @active: whether the banners are shown; %TRUE at first
 */
void
planner_refresh_banners_set_active (PlannerRefreshBanners *self, gboolean active)
{
  g_return_if_fail (PLANNER_IS_REFRESH_BANNERS (self));

  self->inactive = !active;
  update (self);
}
