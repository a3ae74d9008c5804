/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "ui/conference/planner-update-bar.h"
#include "words/planner-ago.h"

typedef struct
{
  UiFixture base;
  GtkWidget *window;
  GtkWidget *bar;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_set_up (&fixture->base, NULL);
  fixture->window = gtk_window_new ();
  fixture->bar = g_object_new (PLANNER_TYPE_UPDATE_BAR, "conference", fixture->base.conference, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->bar);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for_frames (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->bar), (gpointer *) &fixture->bar);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_iterate ();
  g_assert_null (fixture->bar);
  ui_tear_down (&fixture->base, NULL);
}

static GSource *
find_timer (Fixture *fixture)
{
  return g_main_context_find_source_by_user_data (NULL, fixture->bar);
}

/* The text changes a minute after the refresh, not a minute after it was shown. */
static void
test_minute (Fixture *fixture, gconstpointer data)
{
  const gint64 updated_utc = planner_conference_get_updated_utc (fixture->base.conference);

  g_assert_nonnull (ui_find_label (fixture->bar, "Updated just now"));
  gtk_widget_set_visible (fixture->bar, FALSE);
  planner_time_source_set_now_us (planner_library_get_time_source (fixture->base.library),
                                  (updated_utc + 60) * G_USEC_PER_SEC - G_USEC_PER_SEC / 2);
  gtk_widget_set_visible (fixture->bar, TRUE);
  ui_wait_for_label (fixture->bar, "Updated 1 minute ago");
  g_assert_nonnull (find_timer (fixture));
}

static void
test_unseen (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_visible (fixture->bar, FALSE);
  g_assert_null (find_timer (fixture));
  gtk_widget_set_visible (fixture->bar, TRUE);
  ui_wait_for_frames (fixture->window);
  g_assert_nonnull (find_timer (fixture));
}

/* The attendee sees how old the schedule is. */
static void
test_failed (Fixture *fixture, gconstpointer data)
{
  const gint64 updated_utc = planner_conference_get_updated_utc (fixture->base.conference);
  g_autofree char *text = planner_format_not_updated (updated_utc, updated_utc);

  g_assert_true (g_str_has_prefix (text, "Refresh failed · as of "));
  ui_fail_refresh (&fixture->base);
  g_assert_null (ui_find_label (fixture->bar, "Updated just now"));
  g_assert_nonnull (ui_find_label (fixture->bar, text));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/update-bar/L2/age-is-updated-at-the-minute", Fixture, NULL, set_up, test_minute,
              tear_down);
  g_test_add ("/ui/update-bar/age-after-a-failed-refresh", Fixture, NULL, set_up, test_failed, tear_down);
  g_test_add ("/ui/update-bar/hidden-bar-has-no-timer", Fixture, NULL, set_up, test_unseen, tear_down);

  return g_test_run ();
}
