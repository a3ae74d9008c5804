/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ui-fixture.h"

#include "ui/conference/planner-edit-dialog.h"
#include "ui/widgets/planner-zone-row.h"

typedef struct
{
  UiFixture base;
  GtkWidget *window;
  GtkWidget *dialog; /* weak */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_set_up (&fixture->base, NULL);
  ui_star (&fixture->base, 1, TRUE);
  fixture->window = ui_present_phone_window ();
  fixture->dialog = GTK_WIDGET (planner_edit_dialog_new (fixture->base.conference));
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  adw_dialog_present (ADW_DIALOG (fixture->dialog), fixture->window);
  ui_wait_for_frames (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (fixture->dialog)
    g_main_context_iteration (NULL, TRUE);
  ui_tear_down (&fixture->base, NULL);
}

/* Finds the row by its title. */
static GtkEditable *
find_entry_row (Fixture *fixture, const char *title)
{
  return GTK_EDITABLE (gtk_widget_get_ancestor (ui_find_label (fixture->dialog, title), ADW_TYPE_ENTRY_ROW));
}

static void
save (Fixture *fixture)
{
  GtkWidget *button = ui_find_button (fixture->dialog, "_Save");

  g_signal_emit_by_name (button, "clicked");
  while (!gtk_widget_get_sensitive (button))
    g_main_context_iteration (NULL, TRUE);
}

/* The dialog closes when the edit was stored. */
static void
save_and_close (Fixture *fixture)
{
  save (fixture);
  while (fixture->dialog)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = fixture->base.conference;

  gtk_editable_set_text (find_entry_row (fixture, "Name"), "R&D <3");
  planner_zone_row_set_zone (ui_find_widget (fixture->dialog, PLANNER_TYPE_ZONE_ROW), "Asia/Tokyo");
  adw_switch_row_set_active (ui_find_widget (fixture->dialog, ADW_TYPE_SWITCH_ROW), FALSE);
  save_and_close (fixture);

  g_assert_cmpstr (planner_conference_get_title (conference), ==, "R&D <3");
  g_assert_cmpstr (planner_conference_get_record (conference)->own_title, ==, "R&D <3");
  g_assert_cmpstr (planner_conference_get_record (conference)->default_zone, ==, "Asia/Tokyo");
  g_assert_false (planner_conference_get_record (conference)->remind);
  g_assert_cmpuint (planner_conference_get_n_starred (conference), ==, 1);
}

/* An untouched form stores no own name and no zone. */
static void
test_untouched (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = fixture->base.conference;
  const gint64 edition = planner_conference_get_record (conference)->edition;

  save_and_close (fixture);
  g_assert_null (planner_conference_get_record (conference)->own_title);
  g_assert_cmpint (planner_conference_get_record (conference)->edition, ==, edition);
}

static void
test_known_address (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerConference) other = g_list_model_get_item (G_LIST_MODEL (fixture->base.library), 0);
  g_autofree char *address = g_strdup (planner_conference_get_address (fixture->base.conference));
  GtkWidget *page = ui_find_widget (fixture->dialog, ADW_TYPE_PREFERENCES_PAGE);
  GtkWidget *message;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 294);
  ui_wait_for_frames (fixture->window);
  gtk_editable_set_text (find_entry_row (fixture, "Address of the Schedule"),
                         planner_conference_get_address (other));
  ui_scroll_to_end (page);
  save (fixture);
  ui_wait_for_frames (fixture->window);
  g_assert_nonnull (fixture->dialog);
  message =
      ui_find_label (fixture->dialog,
                     "This conference is in the planner already. Choose it in the list of conferences.");
  g_assert_nonnull (message);
  ui_assert_on_page (message, page);
  g_assert_cmpstr (planner_conference_get_address (fixture->base.conference), ==, address);
}

/* The attendee can type the name at once. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (find_entry_row (fixture, "Name"))));
}

#define add_test(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  /* Closing destroys the dialog at once. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  add_test ("/ui/edit-dialog/I11/edit-keeps-stars", test_edit);
  add_test ("/ui/edit-dialog/I11/untouched-form-changes-nothing", test_untouched);
  add_test ("/ui/edit-dialog/I11/refuses-address-of-other-conference", test_known_address);
  add_test ("/ui/edit-dialog/name-has-focus", test_focus);

  return g_test_run ();
}
