/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/planner-page-banner.h"

typedef struct
{
  AdwNavigationPage *page; /* borrowed, weak, nullable */
  AdwBanner *banner;       /* borrowed from the page, weak, nullable */
} Place;

struct _PlannerPageBanner
{
  GObject parent_instance;

  GPtrArray *places;  /* owned (element-type Place) */
  char *title;        /* owned, nullable while hidden */
  char *button_label; /* owned, nullable while hidden */
};

G_DEFINE_FINAL_TYPE (PlannerPageBanner, planner_page_banner, G_TYPE_OBJECT)

static guint clicked_signal;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_clear_weak_pointer (&place->page);
  g_clear_weak_pointer (&place->banner);
  g_free (place);
}

static void
clicked_cb (PlannerPageBanner *self, GtkWidget *banner)
{
  g_signal_emit (self, clicked_signal, 0, banner);
}

static void
make_banner (PlannerPageBanner *self, Place *place)
{
  AdwBanner *banner = ADW_BANNER (adw_banner_new (""));

  adw_banner_set_use_markup (banner, FALSE);
  g_signal_connect_object (banner, "button-clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&place->banner, banner);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (adw_navigation_page_get_child (place->page)),
                                GTK_WIDGET (banner));
}

static void
update (PlannerPageBanner *self, Place *place)
{
  if (self->title && !place->banner)
    make_banner (self, place);
  if (!place->banner)
    return;

  if (self->title)
    {
      adw_banner_set_title (place->banner, self->title);
      adw_banner_set_button_label (place->banner, self->button_label);
    }
  adw_banner_set_revealed (place->banner, self->title != NULL);
}

static void
planner_page_banner_finalize (GObject *object)
{
  PlannerPageBanner *self = PLANNER_PAGE_BANNER (object);

  g_ptr_array_unref (self->places);
  g_free (self->title);
  g_free (self->button_label);

  G_OBJECT_CLASS (planner_page_banner_parent_class)->finalize (object);
}

static void
planner_page_banner_class_init (PlannerPageBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = planner_page_banner_finalize;

  clicked_signal = g_signal_new ("clicked", PLANNER_TYPE_PAGE_BANNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
}

static void
planner_page_banner_init (PlannerPageBanner *self)
{
  self->places = g_ptr_array_new_with_free_func (place_free);
}

PlannerPageBanner *
planner_page_banner_new (void)
{
  return g_object_new (PLANNER_TYPE_PAGE_BANNER, NULL);
}

/**
 * planner_page_banner_add_page:
 * @page: a page whose child is an #AdwToolbarView; the banner goes below its bars
 */
void
planner_page_banner_add_page (PlannerPageBanner *self, AdwNavigationPage *page)
{
  Place *place = g_new0 (Place, 1);

  g_return_if_fail (PLANNER_IS_PAGE_BANNER (self));

  g_set_weak_pointer (&place->page, page);
  g_ptr_array_add (self->places, place);
  update (self, place);
}

/**
 * planner_page_banner_show:
 * @title: (nullable): plain text; %NULL hides the banner
 * @button_label: (nullable): with a mnemonic
 */
void
planner_page_banner_show (PlannerPageBanner *self, const char *title, const char *button_label)
{
  g_return_if_fail (PLANNER_IS_PAGE_BANNER (self));

  g_set_str (&self->title, title);
  g_set_str (&self->button_label, button_label);
  for (guint i = self->places->len; i > 0; i--)
    {
      Place *place = g_ptr_array_index (self->places, i - 1);

      if (place->page)
        update (self, place);
      else
        g_ptr_array_remove_index_fast (self->places, i - 1);
    }
}
