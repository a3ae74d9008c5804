/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/conference/planner-welcome-banners.h"

#include "ui/widgets/planner-page-banner.h"

#include <glib/gi18n.h>

struct _PlannerWelcomeBanners
{
  GObject parent_instance;

  PlannerLibrary *library;       /* owned, nullable until set */
  PlannerConference *conference; /* owned, nullable */
  PlannerPageBanner *banner;     /* owned */
};

G_DEFINE_FINAL_TYPE (PlannerWelcomeBanners, planner_welcome_banners, G_TYPE_OBJECT)

static void
update (PlannerWelcomeBanners *self)
{
  const gboolean alone = self->library && g_list_model_get_n_items (G_LIST_MODEL (self->library)) == 1;
  const gboolean revealed = alone && self->conference && planner_conference_is_bundled (self->conference);

  planner_page_banner_show (self->banner,
                            revealed ? _ ("This is an example. Add the conference you attend.") : NULL,
                            _ ("_Add Conference…"));
}

static void
clicked_cb (PlannerWelcomeBanners *self, GtkWidget *banner)
{
  gtk_widget_activate_action (banner, "win.add-conference", NULL);
}

static void
planner_welcome_banners_dispose (GObject *object)
{
  PlannerWelcomeBanners *self = PLANNER_WELCOME_BANNERS (object);

  g_clear_object (&self->library);
  g_clear_object (&self->conference);
  g_clear_object (&self->banner);

  G_OBJECT_CLASS (planner_welcome_banners_parent_class)->dispose (object);
}

static void
planner_welcome_banners_class_init (PlannerWelcomeBannersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = planner_welcome_banners_dispose;
}

static void
planner_welcome_banners_init (PlannerWelcomeBanners *self)
{
  self->banner = planner_page_banner_new ();
  g_signal_connect_object (self->banner, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
}

PlannerWelcomeBanners *
planner_welcome_banners_new (void)
{
  return g_object_new (PLANNER_TYPE_WELCOME_BANNERS, NULL);
}

/**
 * planner_welcome_banners_set_library:
 * @library: the attendee's conferences
 *
 * Call it once.
 */
void
planner_welcome_banners_set_library (PlannerWelcomeBanners *self, PlannerLibrary *library)
{
  g_return_if_fail (PLANNER_IS_WELCOME_BANNERS (self));

  g_set_object (&self->library, library);
  g_signal_connect_object (library, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * planner_welcome_banners_set_conference:
 * @conference: (nullable): the conference on screen
 */
void
planner_welcome_banners_set_conference (PlannerWelcomeBanners *self, PlannerConference *conference)
{
  g_return_if_fail (PLANNER_IS_WELCOME_BANNERS (self));

  g_set_object (&self->conference, conference);
  update (self);
}

/**
 * planner_welcome_banners_add_page:
 * @page: a page whose child is an #AdwToolbarView; the banner goes below its bars
 */
void
planner_welcome_banners_add_page (PlannerWelcomeBanners *self, AdwNavigationPage *page)
{
  g_return_if_fail (PLANNER_IS_WELCOME_BANNERS (self));

  planner_page_banner_add_page (self->banner, page);
}
