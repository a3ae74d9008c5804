/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The actions that save My Schedule and sessions as calendars. */

#include "ui/window/window-fixture.h"

#include "words/planner-messages.h"

#include <string.h>

static PlannerEntry *
get_entry (Fixture *fixture, guint index)
{
  g_autoptr (PlannerEntry) entry =
      g_list_model_get_item (planner_conference_get_entries (fixture->conference), index);

  return entry;
}

static void
star (Fixture *fixture, guint n_starred)
{
  ui_activate (fixture->window, "win.toggle-star", planner_entry_get_key (get_entry (fixture, 3)));
  ui_wait_for_stars (fixture->conference, n_starred);
}

static void
test_enabled (Fixture *fixture, gconstpointer data)
{
  GActionGroup *actions = G_ACTION_GROUP (fixture->window);

  g_assert_true (g_action_group_get_action_enabled (actions, "export-session"));
  g_assert_false (g_action_group_get_action_enabled (actions, "export-my-schedule"));
  star (fixture, 1);
  g_assert_true (g_action_group_get_action_enabled (actions, "export-my-schedule"));
  star (fixture, 0);
  g_assert_false (g_action_group_get_action_enabled (actions, "export-my-schedule"));
}

static void
test_without_conference (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "export-my-schedule"));
  ui_activate (fixture->window, "win.export-session", "none");
}

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static GtkDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (window) && gtk_widget_get_visible (window))
        return GTK_DIALOG (window);
    }

  return NULL;
}

static void
choose_file (const char *path, const char *proposed_name)
{
  g_autofree char *name = NULL;
  GtkDialog *dialog;

  while (!(dialog = find_dialog ()))
    g_main_context_iteration (NULL, TRUE);
  name = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (dialog));
  if (proposed_name)
    g_assert_cmpstr (name, ==, proposed_name);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), path);
  ui_iterate ();
  gtk_dialog_response (dialog, GTK_RESPONSE_ACCEPT);
}

G_GNUC_END_IGNORE_DEPRECATIONS

static void
test_written (Fixture *fixture, gconstpointer data)
{
  const PlannerSession *session = planner_entry_get_session (get_entry (fixture, 3));
  g_autofree char *name =
      g_strdup_printf ("My Schedule – %s.ics", planner_conference_get_title (fixture->conference));
  g_autofree char *line = g_strdup_printf ("SUMMARY:%s\r\n", session->title.shown);
  g_autofree char *text = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "chosen.ics", NULL);

  gtk_window_present (GTK_WINDOW (fixture->window));
  star (fixture, 1);
  ui_activate (fixture->window, "win.export-my-schedule", NULL);
  choose_file (path, name);
  ui_wait_for_label (GTK_WIDGET (fixture->window), "Calendar exported");
  g_assert_nonnull (ui_find_button (GTK_WIDGET (fixture->window), "_Open"));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, line));
  g_assert_nonnull (strstr (text, "BEGIN:VALARM\r\n"));
}

/* The file system of /proc has no place for files. */
static void
test_failed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "");
  const PlannerSession *session = planner_entry_get_session (get_entry (fixture, 3));

  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_activate (fixture->window, "win.export-session", session->key);
  choose_file ("/proc/chosen.ics", NULL);
  ui_wait_for_label (GTK_WIDGET (fixture->window), planner_message_for_error (error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("export-of-my-schedule-needs-a-star", set_up, test_enabled, NULL);
  add ("export-needs-a-conference", set_up_empty, test_without_conference, NULL);
  add ("export-reports-why-it-failed", set_up, test_failed, NULL);
  add ("export-writes-the-chosen-file", set_up, test_written, NULL);

  return g_test_run ();
}
