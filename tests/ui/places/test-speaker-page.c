/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/places/place-fixture.h"

#include "library/planner-conference-refresh.h"
#include "ui/places/planner-place-page.h"
#include "ui/sessions/planner-session-row.h"

#include <string.h>

#define KEY "2\nAnn <i>O</i> & Co"

static GtkWidget *
create_page (PlannerConference *conference)
{
  return GTK_WIDGET (planner_place_page_new_for_speaker (conference, KEY));
}

static void
set_up (PlaceFixture *fixture, gconstpointer data)
{
  place_set_up (fixture, create_page);
}

static void
test_sessions (PlaceFixture *fixture, gconstpointer data)
{
  GtkWidget *title = ui_find_label (fixture->page, "Ann <i>O</i> & Co");

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_nonnull (ui_find_widget (fixture->page, ADW_TYPE_AVATAR));
  g_assert_cmpuint (place_count_rows (fixture), ==, 1);
  g_assert_nonnull (ui_find_label (fixture->page, "A <b>bold</b> talk"));
  g_signal_emit_by_name (ui_find_widget (fixture->page, GTK_TYPE_LIST_VIEW), "activate", 0);
  g_assert_cmpstr (fixture->activated, ==, planner_entry_get_key (ui_find_entry (&fixture->base, 2)));
}

/* The title of the page says the speaker. A screen reader hears a row by itself. */
static void
test_speaker_said_once (PlaceFixture *fixture, gconstpointer data)
{
  GtkWidget *row = ui_find_widget (fixture->page, PLANNER_TYPE_SESSION_ROW);
  g_autofree char *sentence = NULL;

  g_assert_nonnull (ui_find_label (row, "A <b>bold</b> talk"));
  g_assert_null (ui_find_label (row, "Ann <i>O</i> & Co"));
  g_object_get (row, "sentence", &sentence, NULL);
  g_assert_nonnull (strstr (sentence, "Ann <i>O</i> & Co"));
}

/* The sessions of a speaker that are over stay in the list while the conference runs. */
static void
test_over (PlaceFixture *fixture, gconstpointer data)
{
  g_object_set (fixture->page, "now-utc", G_GINT64_CONSTANT (2130048000) + 22 * 60 * 60, NULL);
  ui_wait_for_frames (fixture->window);

  g_assert_cmpuint (place_count_rows (fixture), ==, 1);
  g_assert_null (ui_find_label (fixture->page, "Now"));
}

/* A new edition without the speaker leaves the name on the page. */
static void
test_refresh (PlaceFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "schedule.json", NULL);
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  g_autofree char *feed = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  ui_append_event (first, 1, "2037-07-01", "10:00", "R&D <3", "Rust & Co");
  ui_append_event (second, 3, "2037-07-02", "10:00", "Wiener café", "Food");
  feed = ui_make_schedule ("2", "Test", first, second);
  g_assert_true (g_file_set_contents (path, feed, -1, NULL));
  planner_conference_refresh_async (fixture->base.conference, NULL, keep_result_cb, &result);
  g_assert_true (
      planner_conference_refresh_finish (fixture->base.conference, wait_for_result (&result), NULL));
  ui_wait_for_frames (fixture->window);

  g_assert_nonnull (ui_find_label (fixture->page, "Ann <i>O</i> & Co"));
  g_assert_cmpuint (place_count_rows (fixture), ==, 0);
  g_assert_nonnull (ui_find_label (fixture->page, "No Sessions"));
}

static void
add (const char *path, void (*test) (PlaceFixture *, gconstpointer))
{
  g_autofree char *full_path = g_strconcat ("/ui/places/speaker/", path, NULL);

  g_test_add (full_path, PlaceFixture, NULL, set_up, test, place_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("U4/name-and-sessions", test_sessions);
  add ("U4/speaker-is-said-once", test_speaker_said_once);
  add ("past-sessions-stay", test_over);
  add ("refresh-without-the-speaker", test_refresh);

  return g_test_run ();
}
