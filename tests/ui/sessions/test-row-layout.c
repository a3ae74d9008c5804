/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "ui/long-schedule.h"
#include "ui/sessions/planner-session-row.h"
#include "ui/shown-texts.h"

/* The widths of the rows: from those of the narrowest window to those of the widest. With PLANNER_EVERY_PIXEL in the
 * environment each width is tried with each session. */
#define NARROWEST 300
#define WIDEST 1600
#define STEP 20

/* How many sessions with the longest texts are tried, and how many of the others. */
#define N_CHOSEN 30

static gboolean
tries_everything (void)
{
  return g_getenv ("PLANNER_EVERY_PIXEL") != NULL;
}

static void
check_width (UiShownTexts *texts, GtkWidget *row, int width)
{
  int height;

  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (row, width, height, -1, NULL);
  ui_shown_texts_set_place (texts, "row", width);
  ui_shown_texts_check (texts, row);
}

/* The three lists differ in the parts that a row shows: a forum, all sessions, the results of a search. */
static void
check_entry (UiShownTexts *texts, PlannerConference *conference, PlannerEntry *entry, int list)
{
  PlannerSessionRow *row = g_object_ref_sink (planner_session_row_new ());

  g_object_set (row, "conference", conference, "entry", entry, "show-forum", list > 0, "show-day", list > 1,
                NULL);
  for (int width = NARROWEST; width <= WIDEST; width += tries_everything () ? 1 : STEP)
    check_width (texts, GTK_WIDGET (row), width);
  g_assert_finalize_object (row);
}

static void
check_conference (UiShownTexts *texts, PlannerConference *conference)
{
  g_autoptr (GPtrArray) entries = long_schedule_list_entries (conference);
  const guint others = tries_everything () ? 1 : MAX (1, entries->len / N_CHOSEN);

  for (guint i = 0; i < entries->len; i++)
    if (i < N_CHOSEN || i % others == 0)
      for (int list = 0; list < 3; list++)
        if (tries_everything () || list == (int) (i % 3))
          check_entry (texts, conference, g_ptr_array_index (entries, i), list);
}

static void
check_schedule (UiFixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UiShownTexts) texts = ui_shown_texts_new ();
  PlannerConference *conference = add_to_library (fixture->library, path, &error);

  g_assert_no_error (error);
  for (int scale = 1; scale <= 2; scale++)
    {
      ui_set_text_scale (scale);
      check_conference (texts, conference);
    }
  ui_set_text_scale (1);
  ui_shown_texts_report (texts);
}

static void
test_invented (UiFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "long.json", NULL);
  g_autofree char *feed = long_schedule_make (1);

  g_assert_true (g_file_set_contents (path, feed, -1, NULL));
  check_schedule (fixture, path);
}

static void
test_real (UiFixture *fixture, gconstpointer data)
{
  g_autofree char *path = long_schedule_find_real (data);

  if (path)
    check_schedule (fixture, path);
}

static void
add (const char *path, void (*test) (UiFixture *, gconstpointer), const char *feed)
{
  g_test_add (path, UiFixture, feed, ui_set_up, test, ui_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ui_load_style ();

  add ("/ui/row-layout/U7/long-texts-do-not-overlap", test_invented, NULL);
  add ("/ui/row-layout/U7/36c3-does-not-overlap", test_real, "json/36c3-everything.json");
  add ("/ui/row-layout/U7/fosdem-does-not-overlap", test_real, "xml/fosdem-2025-b.xml");
  add ("/ui/row-layout/U7/coscup-does-not-overlap", test_real, "other/coscup2023-session.json");

  return g_test_run ();
}
