/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ui-fixture.h"

#include "ui/conference/planner-welcome-banners.h"

/* The invitation is for an attendee who has only the bundled conference. */
static void
test_only_bundled (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerConference) bundled = g_list_model_get_item (G_LIST_MODEL (fixture->library), 0);
  g_autoptr (PlannerWelcomeBanners) banners = planner_welcome_banners_new ();
  GtkWidget *bars = adw_toolbar_view_new ();
  g_autoptr (AdwNavigationPage) page = g_object_ref_sink (adw_navigation_page_new (bars, "Page"));
  AdwBanner *banner;

  g_assert_true (planner_conference_is_bundled (bundled));
  planner_welcome_banners_add_page (banners, page);
  planner_welcome_banners_set_library (banners, fixture->library);
  planner_welcome_banners_set_conference (banners, bundled);
  g_assert_null (ui_find_widget (bars, ADW_TYPE_BANNER));

  remove_from_library (fixture->library, fixture->conference);
  banner = ui_find_widget (bars, ADW_TYPE_BANNER);
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_cmpstr (adw_banner_get_button_label (banner), ==, "_Add Conference…");
  planner_welcome_banners_set_conference (banners, NULL);
  g_assert_false (adw_banner_get_revealed (banner));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/welcome-banners/invite-beside-the-bundled-conference-only", UiFixture, NULL, ui_set_up,
              test_only_bundled, ui_tear_down);

  return g_test_run ();
}
