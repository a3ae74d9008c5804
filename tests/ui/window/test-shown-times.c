/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "ui/now/planner-now-page.h"
#include "ui/window/planner-shown-times.h"
#include "words/planner-clock.h"

#include <unistd.h>

/* 10:20 in Berlin on the first day; a session starts at 10:30. */
#define NOW G_GINT64_CONSTANT (2130049200)

typedef struct
{
  UiFixture base;
  char *zone_path;
  PlannerShownTimes *times;
  AdwNavigationPage *page;
  GtkWidget *window;
} Fixture;

/* Sets the zone in the same way as systemd-timedated, which replaces a symbolic link. */
static void
set_zone (Fixture *fixture, const char *zone)
{
  g_autofree char *target = g_build_filename ("/usr/share/zoneinfo", zone, NULL);
  g_autofree char *new_path = g_strconcat (fixture->zone_path, ".new", NULL);

  g_setenv ("TZ", zone, TRUE);
  g_assert_cmpint (symlink (target, new_path), ==, 0);
  g_assert_cmpint (rename (new_path, fixture->zone_path), ==, 0);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  planner_clock_set_twelve_hours (TRUE);
  ui_set_up (&fixture->base, NULL);
  fixture->zone_path = g_build_filename (fixture->base.folder, "localtime", NULL);
  set_zone (fixture, "Europe/London");
  fixture->times = planner_shown_times_new (fixture->base.library, fixture->zone_path);
  fixture->page = planner_now_page_new ();
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  g_object_set (fixture->page, "now-utc", NOW, "local-time", TRUE, "conference", fixture->base.conference,
                NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unsetenv ("TZ");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_iterate ();
  finish_object (g_steal_pointer (&fixture->times));
  g_free (fixture->zone_path);
  ui_tear_down (&fixture->base, NULL);
}

static void
test_zone (Fixture *fixture, gconstpointer data)
{
  ui_wait_for_label (GTK_WIDGET (fixture->page), "Next at 9:30\u00a0AM, in 10 min: A <b>bold</b> talk");

  set_zone (fixture, "Asia/Kolkata");
  ui_wait_for_label (GTK_WIDGET (fixture->page), "Next at 2:00\u00a0PM, in 10 min: A <b>bold</b> talk");
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_sessions (Fixture *fixture, gconstpointer data)
{
  guint n_first = 0, n_agenda = 0;

  g_signal_connect_swapped (ui_find_entry (&fixture->base, 1), "notify::session", G_CALLBACK (count_cb),
                            &n_first);
  g_signal_connect_swapped (fixture->base.conference, "notify::agenda", G_CALLBACK (count_cb), &n_agenda);
  planner_shown_times_update (fixture->times);
  g_assert_cmpuint (n_first, ==, 1);
  g_assert_cmpuint (n_agenda, ==, 1);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/T6/times-follow-zone-of-computer", Fixture, NULL, set_up, test_zone, tear_down);
  g_test_add ("/ui/T6/rows-and-pages-are-notified", Fixture, NULL, set_up, test_sessions, tear_down);

  return g_test_run ();
}
