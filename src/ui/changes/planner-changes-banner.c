/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/changes/planner-changes-banner.h"

#include "ui/widgets/planner-page-banner.h"

#include <glib/gi18n.h>

struct _PlannerChangesBanner
{
  GObject parent_instance;

  PlannerPageBanner *banner; /* owned */
  GSignalGroup *signals;     /* owned: of the changes */
};

G_DEFINE_FINAL_TYPE (PlannerChangesBanner, planner_changes_banner, G_TYPE_OBJECT)

static void
update (PlannerChangesBanner *self)
{
  g_autoptr (PlannerChangeList) changes = g_signal_group_dup_target (self->signals);
  const guint n_urgent = changes ? planner_change_list_get_n_urgent (changes) : 0;
  g_autofree char *title = NULL;

  title = g_strdup_printf (ngettext ("%u of your sessions has changed", "%u of your sessions have changed",
                                     n_urgent),
                           n_urgent);
  planner_page_banner_show (self->banner, n_urgent > 0 ? title : NULL, _ ("_Review"));
}

static void
clicked_cb (PlannerChangesBanner *self, GtkWidget *banner)
{
  gtk_widget_activate_action (banner, "win.review-changes", NULL);
}

static void
planner_changes_banner_dispose (GObject *object)
{
  PlannerChangesBanner *self = PLANNER_CHANGES_BANNER (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->banner);

  G_OBJECT_CLASS (planner_changes_banner_parent_class)->dispose (object);
}

static void
planner_changes_banner_class_init (PlannerChangesBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = planner_changes_banner_dispose;
}

static void
planner_changes_banner_init (PlannerChangesBanner *self)
{
  self->banner = planner_page_banner_new ();
  g_signal_connect_object (self->banner, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  self->signals = g_signal_group_new (PLANNER_TYPE_CHANGE_LIST);
  g_signal_group_connect_swapped (self->signals, "notify::n-urgent", G_CALLBACK (update), self);
}

/**
 * planner_changes_banner_new:
 * @page: a page whose child is an #AdwToolbarView; the banner goes below its bars
 */
PlannerChangesBanner *
planner_changes_banner_new (AdwNavigationPage *page)
{
  PlannerChangesBanner *self = g_object_new (PLANNER_TYPE_CHANGES_BANNER, NULL);

  planner_page_banner_add_page (self->banner, page);

  return self;
}

/**
 * planner_changes_banner_show:
 * @conference: (nullable): the conference whose changes are shown; %NULL to hide the banner
 */
void
planner_changes_banner_show (PlannerChangesBanner *self, PlannerConference *conference)
{
  g_return_if_fail (PLANNER_IS_CHANGES_BANNER (self));

  g_signal_group_set_target (self->signals, conference ? planner_conference_get_changes (conference) : NULL);
  update (self);
}
