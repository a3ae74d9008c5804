/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ui-fixture.h"

#include "ui/conference/planner-friends-banners.h"

static void
test_hide (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerFriends) friends = planner_friends_new ();
  g_autoptr (PlannerFriendsBanners) banners = planner_friends_banners_new ();
  GtkWidget *bars = adw_toolbar_view_new ();
  g_autoptr (AdwNavigationPage) page = g_object_ref_sink (adw_navigation_page_new (bars, "Page"));
  PlannerSharedStars *stars = planner_shared_stars_new ();
  g_auto (GStrv) left = NULL;
  AdwBanner *banner;

  planner_shared_stars_add (stars)->identity->guid = g_strdup_printf (KEY_FORMAT, 1);
  planner_friends_banners_set_friends (banners, friends);
  planner_friends_banners_set_conference (banners, fixture->conference);
  planner_friends_banners_add_page (banners, page);
  g_assert_null (ui_find_widget (bars, ADW_TYPE_BANNER));

  planner_friends_add (friends, fixture->conference, "R&D <3", stars);
  banner = ui_find_widget (bars, ADW_TYPE_BANNER);
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_cmpstr (adw_banner_get_title (banner), ==, "Showing the stars of R&D <3");
  g_assert_false (adw_banner_get_use_markup (banner));
  planner_friends_banners_set_conference (banners, NULL);
  g_assert_false (adw_banner_get_revealed (banner));
  planner_friends_banners_set_conference (banners, fixture->conference);
  g_assert_true (adw_banner_get_revealed (banner));

  g_signal_emit_by_name (banner, "button-clicked");
  g_assert_false (adw_banner_get_revealed (banner));
  left = planner_friends_list (friends, fixture->conference);
  g_assert_cmpuint (g_strv_length (left), ==, 0);
  g_assert_null (planner_entry_get_friends (ui_find_entry (fixture, 1)));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/friends-banners/V12/one-click-hides-friends", UiFixture, NULL, ui_set_up, test_hide,
              ui_tear_down);

  return g_test_run ();
}
