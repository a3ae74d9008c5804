/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ui-fixture.h"

#include "ui/conference/planner-friends-banners.h"
#include "ui/conference/planner-friends-dialog.h"

typedef struct
{
  UiFixture base;
  GtkWidget *window;
  PlannerFriends *friends;
  PlannerFriendsBanners *banners;
  GtkWidget *toasts;
} Fixture;

/* As in the window of the planner. */
static void
show_friends_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Fixture *fixture = data;

  adw_dialog_present (planner_friends_dialog_new (fixture->friends, fixture->base.conference,
                                                  ADW_TOAST_OVERLAY (fixture->toasts)),
                      fixture->toasts);
}

static void
add_action (Fixture *fixture)
{
  static const GActionEntry entry = { .name = "show-friends", .activate = show_friends_cb };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), &entry, 1, fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bars = adw_toolbar_view_new ();
  AdwNavigationPage *page = adw_navigation_page_new (bars, "Page");

  ui_set_up (&fixture->base, NULL);
  fixture->window = adw_window_new ();
  fixture->toasts = adw_toast_overlay_new ();
  fixture->friends = planner_friends_new (G_LIST_MODEL (fixture->base.library));
  fixture->banners = planner_friends_banners_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->toasts), GTK_WIDGET (page));
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->toasts);
  planner_friends_banners_set_friends (fixture->banners, fixture->friends);
  planner_friends_banners_set_conference (fixture->banners, fixture->base.conference);
  planner_friends_banners_add_page (fixture->banners, page);
  add_action (fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->banners);
  g_object_unref (fixture->friends);
  ui_tear_down (&fixture->base, NULL);
}

static void
add_friend (Fixture *fixture, const char *name)
{
  PlannerSharedStars *stars = planner_shared_stars_new ();

  planner_shared_stars_add (stars)->identity->guid = g_strdup_printf (KEY_FORMAT, 1);
  planner_friends_add (fixture->friends, fixture->base.conference, name, stars);
}

static AdwBanner *
get_banner (Fixture *fixture)
{
  return ui_find_widget (fixture->toasts, ADW_TYPE_BANNER);
}

static void
assert_friends (Fixture *fixture, const char *expected)
{
  const char *const *friends = planner_entry_get_friends (ui_find_entry (&fixture->base, 1));
  g_autofree char *joined = friends ? g_strjoinv (", ", (char **) friends) : NULL;

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_banner (Fixture *fixture, gconstpointer data)
{
  AdwBanner *banner;

  g_assert_null (get_banner (fixture));
  add_friend (fixture, "R&D <3");
  banner = get_banner (fixture);
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_cmpstr (adw_banner_get_title (banner), ==, "Showing the stars of R&D <3");
  g_assert_false (adw_banner_get_use_markup (banner));
  planner_friends_banners_set_conference (fixture->banners, NULL);
  g_assert_false (adw_banner_get_revealed (banner));
  planner_friends_banners_set_conference (fixture->banners, fixture->base.conference);
  g_assert_true (adw_banner_get_revealed (banner));
}

/* The program starts again. */
static void
test_earlier_friends (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerFriends) friends = NULL;
  g_autoptr (GPtrArray) removed = NULL;
  g_autoptr (PlannerFriendsBanners) banners = planner_friends_banners_new ();
  GtkWidget *bars = adw_toolbar_view_new ();
  GtkWidget *page = g_object_ref_sink (GTK_WIDGET (adw_navigation_page_new (bars, "Page")));

  add_friend (fixture, "Ann");
  friends = planner_friends_new (G_LIST_MODEL (fixture->base.library));
  planner_friends_banners_set_friends (banners, friends);
  planner_friends_banners_set_conference (banners, fixture->base.conference);
  planner_friends_banners_add_page (banners, ADW_NAVIGATION_PAGE (page));
  assert_friends (fixture, "Ann");
  g_assert_null (ui_find_widget (page, ADW_TYPE_BANNER));

  removed = planner_friends_remove (friends, fixture->base.conference, NULL);
  planner_friends_restore (friends, fixture->base.conference, removed);
  assert_friends (fixture, "Ann");
  g_assert_null (ui_find_widget (page, ADW_TYPE_BANNER));
  g_object_unref (page);
}

static void
undo (Fixture *fixture)
{
  GtkWidget *button = ui_find_button (fixture->toasts, "_Undo");

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static GtkWidget *
open_dialog (Fixture *fixture)
{
  g_signal_emit_by_name (get_banner (fixture), "button-clicked");

  return GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
}

static void
test_remove_one (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *button;

  add_friend (fixture, "Ann");
  add_friend (fixture, "R&D <3");
  dialog = open_dialog (fixture);
  button = ui_find_button_with_tooltip (dialog, "Remove “R&D <3”");
  g_assert_true (gtk_widget_get_focusable (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  assert_friends (fixture, "Ann");
  g_assert_cmpstr (adw_banner_get_title (get_banner (fixture)), ==, "Showing the stars of Ann");

  undo (fixture);
  assert_friends (fixture, "Ann, R&D <3");
}

static void
test_remove_all (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  add_friend (fixture, "Ann");
  add_friend (fixture, "Ben");
  dialog = open_dialog (fixture);
  g_signal_emit_by_name (ui_find_widget (dialog, ADW_TYPE_BUTTON_ROW), "activated");
  assert_friends (fixture, NULL);
  g_assert_false (adw_banner_get_revealed (get_banner (fixture)));

  undo (fixture);
  assert_friends (fixture, "Ann, Ben");
  g_assert_true (adw_banner_get_revealed (get_banner (fixture)));
}

/* Otherwise Undo would take away the friend that was added after the removal. */
static void
test_old_undo (Fixture *fixture, gconstpointer data)
{
  gint64 begin_us;
  GtkWidget *dialog;

  add_friend (fixture, "Ann");
  dialog = open_dialog (fixture);
  g_assert_false (gtk_widget_is_visible (ui_find_widget (dialog, ADW_TYPE_BUTTON_ROW)));
  g_signal_emit_by_name (ui_find_button_with_tooltip (dialog, "Remove “Ann”"), "clicked");
  add_friend (fixture, "Ben");
  begin_us = g_get_monotonic_time ();
  while (ui_find_button (fixture->toasts, "_Undo"))
    g_main_context_iteration (NULL, TRUE);
  /* Without the later friend, the toast goes after five seconds. */
  g_assert_cmpint (g_get_monotonic_time () - begin_us, <, 4 * G_USEC_PER_SEC);
  assert_friends (fixture, "Ben");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/friends-banners/V12/banner-names-friends", Fixture, NULL, set_up, test_banner, tear_down);
  g_test_add ("/ui/friends-banners/V12/friends-of-an-earlier-start-have-no-banner", Fixture, NULL, set_up,
              test_earlier_friends, tear_down);
  g_test_add ("/ui/friends-banners/V12/one-friend-is-removed-and-restored", Fixture, NULL, set_up,
              test_remove_one, tear_down);
  g_test_add ("/ui/friends-banners/V12/all-friends-are-removed-and-restored", Fixture, NULL, set_up,
              test_remove_all, tear_down);
  g_test_add ("/ui/friends-banners/V12/later-friend-ends-undo", Fixture, NULL, set_up, test_old_undo,
              tear_down);

  return g_test_run ();
}
