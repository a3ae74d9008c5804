/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A window that nobody uses takes no frames, which would use the battery. */

#include "ui/window/window-fixture.h"

/* A window at rest has no frame for so long. */
#define QUIET_MS 150

#define MAX_PERIODS 100

typedef struct
{
  int width;
  int height;
  gboolean sidebar;
} Size;

static void
count_cb (GdkFrameClock *clock, guint *n_frames)
{
  ++*n_frames;
}

static void
over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
}

static guint
count_frames (GdkFrameClock *clock)
{
  guint n_frames = 0;
  gboolean over = FALSE;

  g_signal_connect (clock, "update", G_CALLBACK (count_cb), &n_frames);
  g_timeout_add_once (QUIET_MS, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_func (clock, count_cb, &n_frames);

  return n_frames;
}

static gboolean
comes_to_rest (PlannerWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));

  for (guint i = 0; i < MAX_PERIODS; i++)
    if (count_frames (clock) == 0)
      return TRUE;

  return FALSE;
}

static void
test_rest (Fixture *fixture, gconstpointer data)
{
  const Size *size = data;

  window_add_conference (fixture);
  g_settings_set_int (fixture->settings, "window-width", size->width);
  g_settings_set_int (fixture->settings, "window-height", size->height);
  open_window (fixture);
  if (size->sidebar)
    ui_activate (fixture->window, "win.show-sidebar", NULL);
  g_assert_true (comes_to_rest (fixture->window));
}

int
main (int argc, char **argv)
{
  static const Size desktop = { 1000, 700, FALSE };
  static const Size phone = { 360, 640, FALSE };
  static const Size phone_with_sidebar = { 360, 640, TRUE };

  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("rest/desktop", set_up_empty, test_rest, &desktop);
  add ("rest/phone", set_up_empty, test_rest, &phone);
  add ("rest/phone-with-sidebar", set_up_empty, test_rest, &phone_with_sidebar);

  return g_test_run ();
}
