/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/changes/planner-changes-banner.h"

#include <glib/gi18n.h>

struct _PlannerChangesBanner
{
  GObject parent_instance;

  AdwNavigationPage *page; /* borrowed, weak, nullable */
  AdwBanner *banner;       /* borrowed from the page, weak, nullable */
  GSignalGroup *signals;   /* owned: of the changes */
};

G_DEFINE_FINAL_TYPE (PlannerChangesBanner, planner_changes_banner, G_TYPE_OBJECT)

static void
make_banner (PlannerChangesBanner *self)
{
  AdwBanner *banner = ADW_BANNER (adw_banner_new (""));

  adw_banner_set_use_markup (banner, FALSE);
  adw_banner_set_button_label (banner, _ ("_Review"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (banner), "win.review-changes");
  g_set_weak_pointer (&self->banner, banner);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (adw_navigation_page_get_child (self->page)),
                                GTK_WIDGET (banner));
}

static void
update (PlannerChangesBanner *self)
{
  g_autoptr (PlannerChangeList) changes = g_signal_group_dup_target (self->signals);
  const guint n_urgent = changes ? planner_change_list_get_n_urgent (changes) : 0;
  g_autofree char *title = NULL;

  if (n_urgent > 0 && !self->banner && self->page)
    make_banner (self);
  if (!self->banner)
    return;

  if (n_urgent > 0)
    {
      title = g_strdup_printf (ngettext ("%u of your sessions has changed",
                                         "%u of your sessions have changed", n_urgent),
                               n_urgent);
      adw_banner_set_title (self->banner, title);
    }
  adw_banner_set_revealed (self->banner, n_urgent > 0);
}

static void
planner_changes_banner_dispose (GObject *object)
{
  PlannerChangesBanner *self = PLANNER_CHANGES_BANNER (object);

  g_clear_object (&self->signals);
  g_clear_weak_pointer (&self->page);
  g_clear_weak_pointer (&self->banner);

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

  g_set_weak_pointer (&self->page, page);

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
