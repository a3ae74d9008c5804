/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ui-fixture.h"

#include "share/planner-star-apply.h"
#include "share/planner-star-reader.h"
#include "ui/conference/planner-share-dialog.h"

#include <string.h>

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
  ui_star (&fixture->base, 3, TRUE);
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

static void
open (Fixture *fixture)
{
  fixture->dialog = GTK_WIDGET (planner_share_dialog_new (fixture->base.conference));
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  adw_dialog_present (ADW_DIALOG (fixture->dialog), fixture->window);
}

/* Returns: (nullable): the button row with this title */
static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_BUTTON_ROW (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);

  return found;
}

static void
read_clipboard_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static char *
copy (Fixture *fixture, const char *title)
{
  char *copied = NULL;

  g_signal_emit_by_name (find_row (fixture->dialog, title), "activated");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->window), NULL, read_clipboard_cb,
                                 &copied);
  while (!copied)
    g_main_context_iteration (NULL, TRUE);

  return copied;
}

static void
test_copies (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = NULL;
  g_autofree char *text = NULL;
  g_autoptr (PlannerSharedStars) stars = NULL;

  open (fixture);
  link = copy (fixture, "Copy _Link");
  ui_wait_for_label (fixture->dialog, "Link copied");
  g_assert_true (g_str_has_prefix (link, "gotc-planner:stars?v=1&"));
  text = copy (fixture, "Copy as _Text");
  g_assert_nonnull (strstr (text, "R&D <3 · Hall\n"));
  g_assert_nonnull (strstr (text, link));
  stars = planner_shared_stars_read_text (text, NULL);
  g_assert_cmpuint (stars->stars->len, ==, 2);
}

/* Adds a conference whose sessions are all starred. */
static void
add_starred (Fixture *fixture, const char *title, guint n_sessions)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "other.json", NULL);
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *feed = NULL;

  for (guint i = 0; i < n_sessions; i++)
    ui_append_event (first, 100 + (int) i, "2037-07-01", "10:00", "A Talk", "Rust");
  feed = ui_make_schedule ("1", title, first, second);
  g_assert_true (g_file_set_contents (path, feed, -1, NULL));
  fixture->base.conference = add_to_library (fixture->base.library, path, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_sessions; i++)
    g_ptr_array_add (added,
                     g_list_model_get_item (planner_conference_get_entries (fixture->base.conference), i));
  planner_stars_apply_async (fixture->base.conference, added, removed, NULL, keep_result_cb, &result);
  g_assert_true (planner_stars_apply_finish (wait_for_result (&result), &error));
}

static void
assert_part (Fixture *fixture, const char *label, gboolean has_previous, gboolean has_next)
{
  GtkPicture *picture = GTK_PICTURE (ui_find_widget (fixture->dialog, GTK_TYPE_PICTURE));

  g_assert_nonnull (ui_find_label (fixture->dialog, label));
  g_assert_cmpstr (gtk_picture_get_alternative_text (picture), ==, label);
  g_assert_true (gtk_widget_get_sensitive (ui_find_button_with_tooltip (fixture->dialog, "Previous Code")) ==
                 has_previous);
  g_assert_true (gtk_widget_get_sensitive (ui_find_button_with_tooltip (fixture->dialog, "Next Code")) ==
                 has_next);
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  add_starred (fixture, "Large", 90);
  open (fixture);
  assert_part (fixture, "Code 1 of 2", FALSE, TRUE);
  g_signal_emit_by_name (ui_find_button_with_tooltip (fixture->dialog, "Next Code"), "clicked");
  assert_part (fixture, "Code 2 of 2", TRUE, FALSE);
  g_signal_emit_by_name (ui_find_button_with_tooltip (fixture->dialog, "Previous Code"), "clicked");
  assert_part (fixture, "Code 1 of 2", FALSE, TRUE);
}

/* The link has the title, because the address is that of a file. */
static void
test_long_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) title = g_string_new (NULL);

  for (guint i = 0; i < 600; i++)
    g_string_append (title, "é"); /* six bytes in a link */
  add_starred (fixture, title->str, 1);
  open (fixture);
  g_assert_false (gtk_widget_get_visible (ui_find_widget (fixture->dialog, GTK_TYPE_PICTURE)));
  g_assert_nonnull (
      ui_find_label (fixture->dialog,
                     "The address of this conference is too long for a code. Save a file instead."));
}

static void
test_code (Fixture *fixture, gconstpointer data)
{
  GtkPicture *picture;
  GdkPaintable *paintable;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, GPOINTER_TO_INT (data));
  open (fixture);
  picture = GTK_PICTURE (ui_find_widget (fixture->dialog, GTK_TYPE_PICTURE));
  paintable = gtk_picture_get_paintable (picture);
  g_assert_cmpstr (gtk_picture_get_alternative_text (picture), ==, "QR code of the link");
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (paintable), >=, 200);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (paintable), ==,
                   gdk_paintable_get_intrinsic_height (paintable));
  ui_wait_for_frames (fixture->window);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (picture)), >=, 200);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (picture)), >=, 200);
  g_assert_null (ui_find_label (fixture->dialog, "Code 1 of 1"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/share-dialog/code-has-text-and-fits-phone", Fixture, GINT_TO_POINTER (640), set_up,
              test_code, tear_down);
  g_test_add ("/ui/share-dialog/U4/code-has-its-size-in-lowest-window", Fixture, GINT_TO_POINTER (294),
              set_up, test_code, tear_down);
  g_test_add ("/ui/share-dialog/link-and-text-are-copied", Fixture, NULL, set_up, test_copies, tear_down);

  g_test_add ("/ui/share-dialog/many-stars-have-several-codes", Fixture, NULL, set_up, test_parts, tear_down);
  g_test_add ("/ui/share-dialog/long-link-has-no-code", Fixture, NULL, set_up, test_long_link, tear_down);

  return g_test_run ();
}
