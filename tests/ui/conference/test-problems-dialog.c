/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ui-fixture.h"

#include "ui/conference/planner-problems-dialog.h"

typedef struct
{
  UiFixture base;
  GtkWidget *window;
  GtkWidget *dialog; /* weak */
} Fixture;

#define FEED                                                                                                 \
  "{\"schedule\":{\"conference\":{\"title\":\"Test\",\"days\":[{\"date\":\"2026-07-01\",\"rooms\":{\"Hall\":["

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_set_up (&fixture->base, NULL);
  fixture->window = ui_present_phone_window ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (fixture->dialog)
    g_main_context_iteration (NULL, TRUE);
  ui_tear_down (&fixture->base, NULL);
}

/* Replaces the published file. */
static void
publish (Fixture *fixture, const char *contents)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "schedule.json", NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static void
open (Fixture *fixture)
{
  fixture->dialog =
      GTK_WIDGET (planner_problems_dialog_new (fixture->base.library, fixture->base.conference));
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  adw_dialog_present (ADW_DIALOG (fixture->dialog), fixture->window);
}

static void
wait_for_page (Fixture *fixture, const char *name)
{
  GtkStack *stack = GTK_STACK (ui_find_widget (fixture->dialog, GTK_TYPE_STACK));

  while (g_str_equal (gtk_stack_get_visible_child_name (stack), "reading"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, name);
}

static char *
make_feed (guint n_faulty)
{
  GString *feed = g_string_new (FEED "{\"title\":\"R&D <3\",\"start\":\"10:00\",\"duration\":\"00:30\","
                                     "\"url\":\"javascript:<b>\"}");

  for (guint i = 0; i < n_faulty; i++)
    g_string_append (feed, ",{\"title\":\"T\",\"start\":\"noon & <i>later\"}");
  g_string_append (feed, "]}}]}}}");

  return g_string_free_and_steal (feed);
}

static void
read_clipboard_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static char *
copy (Fixture *fixture)
{
  char *copied = NULL;

  g_signal_emit_by_name (ui_find_button_with_tooltip (fixture->dialog, "Copy Report"), "clicked");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->window), NULL, read_clipboard_cb,
                                 &copied);
  while (!copied)
    g_main_context_iteration (NULL, TRUE);

  return copied;
}

/* Similar problems are folded, and text from the schedule is not markup. */
static void
test_problems (Fixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "15 times are missing or may be wrong.",
    "1 link is not shown, because it does not work.",
    "For the Organizers",
    "Addresses that cannot be opened (1)",
    "“javascript:<b>” is no http, https or mailto address; it is left out.",
    "$.schedule.conference.days[0].rooms['Hall'][0].url",
    "Starts that cannot be read (15)",
    "“noon & <i>later” is not a time; the time is to be announced.",
    "And 5 more like these",
  };
  g_autofree char *feed = make_feed (15);
  g_autofree char *copied = NULL;

  publish (fixture, feed);
  open (fixture);
  wait_for_page (fixture, "problems");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_test_message ("%s", lines[i]);
      g_assert_nonnull (ui_find_label (fixture->dialog, lines[i]));
    }
  ui_wait_for_frames (fixture->window);

  copied = copy (fixture);
  g_assert_true (g_str_has_prefix (copied, "Test\nfile:///"));
  g_assert_nonnull (strstr (copied, "unsafe-link"));
  g_assert_true (strstr (copied, "unsafe-link") < strstr (copied, "bad-start"));
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  open (fixture);
  wait_for_page (fixture, "none");
}

/* The message has the line and the column. */
static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copied = NULL;

  publish (fixture, "{\"schedule\": {\"a\": & <b>}}");
  open (fixture);
  wait_for_page (fixture, "failed");
  g_assert_cmpuint (planner_conference_get_agenda (fixture->base.conference)->sessions->len, ==, 3);
  copied = copy (fixture);
  g_assert_nonnull (strstr (copied, "Line 1, column"));
}

static void
test_closed (Fixture *fixture, gconstpointer data)
{
  open (fixture);
  adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
  while (fixture->dialog)
    g_main_context_iteration (NULL, TRUE);
}

#define add_test(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add_test ("/ui/problems-dialog/lists-worst-problems-first", test_problems);
  add_test ("/ui/problems-dialog/says-no-problems-found", test_none);
  add_test ("/ui/problems-dialog/I5/unreadable-file-keeps-conference", test_broken);
  add_test ("/ui/problems-dialog/N3/closing-cancels-reading", test_closed);

  return g_test_run ();
}
