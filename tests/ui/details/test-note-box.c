/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "model/planner-note.h"
#include "store/database.h"
#include "ui/details/planner-note-box.h"

#include <string.h>

static GtkWidget *
make_box (UiFixture *fixture, int n)
{
  return g_object_ref_sink (g_object_new (PLANNER_TYPE_NOTE_BOX, "conference", fixture->conference, "entry",
                                          ui_find_entry (fixture, n), NULL));
}

static GtkTextBuffer *
get_buffer (GtkWidget *box)
{
  return gtk_text_view_get_buffer (ui_find_widget (box, GTK_TYPE_TEXT_VIEW));
}

/* Types at the end, as the attendee does. */
static void
type (GtkWidget *box, const char *text)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (get_buffer (box), &end);
  gtk_text_buffer_insert_interactive (get_buffer (box), &end, text, -1, TRUE);
}

static void
assert_text (GtkWidget *box, const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (get_buffer (box), "text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
wait_for_note (UiFixture *fixture, int n, const char *note)
{
  while (g_strcmp0 (planner_entry_get_note (ui_find_entry (fixture, n)), note) != 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Asks the database as another program does. */
static void
assert_stored (UiFixture *fixture, const char *sql, const char *expected)
{
  g_autofree char *path = g_build_filename (fixture->folder, "planner.db", NULL);

  assert_answer (path, sql, expected);
}

static gboolean
is_editable (GtkWidget *box)
{
  return gtk_widget_is_visible (ui_find_widget (box, GTK_TYPE_TEXT_VIEW));
}

static void
test_saved_while_typing (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *box = make_box (fixture, 1);

  ui_star (fixture, 1, TRUE);
  type (box, "Ask about\n");
  type (box, "modules ");
  wait_for_note (fixture, 1, "Ask about\nmodules ");
  assert_text (box, "Ask about\nmodules ");
  assert_stored (fixture, "SELECT note = 'Ask about' || char (10) || 'modules ' FROM stars", "1");

  /* White space alone is stored as no note, but the text stays while the attendee types. */
  gtk_text_buffer_set_text (get_buffer (box), " ", -1);
  wait_for_note (fixture, 1, NULL);
  assert_text (box, " ");
  g_assert_finalize_object (box);
}

static void
test_other_session (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *box = make_box (fixture, 1);

  ui_star (fixture, 1, TRUE);
  ui_star (fixture, 2, TRUE);
  type (box, "One");
  g_object_set (box, "entry", ui_find_entry (fixture, 2), NULL);
  assert_text (box, "");
  wait_for_note (fixture, 1, "One");
  type (box, "Two");
  g_object_set (box, "entry", ui_find_entry (fixture, 1), NULL);
  assert_text (box, "One");
  wait_for_note (fixture, 2, "Two");
  g_assert_finalize_object (box);
}

static void
test_closed (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = make_box (fixture, 1);

  ui_star (fixture, 1, TRUE);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_for_frames (window);
  type (box, "Last words");
  g_object_unref (box);
  gtk_window_destroy (GTK_WINDOW (window));
  wait_for_note (fixture, 1, "Last words");
}

static void
test_star_removed (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *box = make_box (fixture, 1);

  ui_star (fixture, 1, TRUE);
  type (box, "Ask");
  planner_note_box_save (PLANNER_NOTE_BOX (box));
  type (box, " again");
  ui_star (fixture, 1, FALSE);
  g_assert_false (is_editable (box));
  assert_text (box, "");
  planner_note_box_save (PLANNER_NOTE_BOX (box));

  ui_star (fixture, 1, TRUE);
  g_assert_true (is_editable (box));
  assert_text (box, "Ask");
  g_assert_cmpuint (planner_conference_get_n_starred (fixture->conference), ==, 1);
  g_assert_finalize_object (box);
}

static void
assert_cursor (GtkWidget *box, const char *text_before)
{
  GtkTextBuffer *buffer = get_buffer (box);
  GtkTextIter start, cursor;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  text = gtk_text_buffer_get_text (buffer, &start, &cursor, TRUE);
  g_assert_cmpstr (text, ==, text_before);
}

static void
test_changed_elsewhere (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *box = make_box (fixture, 1);

  ui_star (fixture, 1, TRUE);
  planner_entry_set_note (ui_find_entry (fixture, 1), "From the terminal");
  assert_text (box, "From the terminal");
  type (box, ", and from here");
  planner_entry_set_note (ui_find_entry (fixture, 1), "From a third place");
  assert_text (box, "From the terminal, and from here\n\nFrom a third place");
  assert_cursor (box, "From the terminal, and from here");
  g_assert_nonnull (ui_find_label (box, "This note was also changed elsewhere. It now has both texts."));
  wait_for_note (fixture, 1, "From the terminal, and from here\n\nFrom a third place");
  g_assert_finalize_object (box);
}

/* The window has not read what the other program wrote when it stores what was typed. */
static void
test_changed_in_database (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *box = make_box (fixture, 1);
  g_autofree char *path = g_build_filename (fixture->folder, "planner.db", NULL);

  ui_star (fixture, 1, TRUE);
  type (box, "From here");
  execute (path, "UPDATE stars SET note = 'From the terminal'");
  planner_note_box_save (PLANNER_NOTE_BOX (box));
  type (box, ", twice");
  wait_for_note (fixture, 1, "From here, twice\n\nFrom the terminal");
  assert_text (box, "From here, twice\n\nFrom the terminal");
  assert_stored (fixture,
                 "SELECT note = 'From here, twice' || char (10, 10) || 'From the terminal' FROM stars", "1");
  g_assert_nonnull (ui_find_label (box, "This note was also changed elsewhere. It now has both texts."));
  g_assert_finalize_object (box);
}

/* The second text is typed while the first one is being stored. */
static void
test_saved_twice (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *box = make_box (fixture, 1);

  ui_star (fixture, 1, TRUE);
  type (box, "Ask about modules");
  planner_note_box_save (PLANNER_NOTE_BOX (box));
  gtk_text_buffer_set_text (get_buffer (box), "Ask", -1);
  planner_note_box_save (PLANNER_NOTE_BOX (box));
  wait_for_note (fixture, 1, "Ask about modules");
  assert_text (box, "Ask");
  wait_for_note (fixture, 1, "Ask");
  assert_text (box, "Ask");
  g_assert_finalize_object (box);
}

static void
toggle_star_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ui_star (data, 1, TRUE);
}

static void
test_add (UiFixture *fixture, gconstpointer data)
{
  const GActionEntry entries[] = {
    { .name = "toggle-star", .activate = toggle_star_cb, .parameter_type = "s" }
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = make_box (fixture, 1);

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (actions));
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_for_frames (window);
  g_assert_nonnull (ui_find_label (box, "A session with a note is starred."));
  g_signal_emit_by_name (ui_find_button (box, "Add a Note"), "clicked");
  g_assert_true (planner_entry_is_going (ui_find_entry (fixture, 1)));
  g_assert_true (is_editable (box));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == ui_find_widget (box, GTK_TYPE_TEXT_VIEW));

  g_object_unref (box);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_hints (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *box = make_box (fixture, 1);
  g_autofree char *path = g_build_filename (fixture->folder, "planner.db", NULL);
  g_autofree char *text = g_strnfill (PLANNER_NOTE_MAX_BYTES + 1, 'x');

  ui_star (fixture, 1, TRUE);
  g_assert_nonnull (ui_find_label (box, "Only you can see your note. It is saved as you type."));
  type (box, text);
  g_assert_nonnull (ui_find_label (box, "This note is too long. Its end is not saved."));
  gtk_text_buffer_set_text (get_buffer (box), "Short", -1);
  g_assert_nonnull (ui_find_label (box, "Only you can see your note. It is saved as you type."));
  wait_for_note (fixture, 1, "Short");

  /* The note stays in the view when it cannot be stored. */
  execute (path, "CREATE TRIGGER full BEFORE UPDATE OF note ON stars BEGIN SELECT raise (FAIL, 'full'); END");
  type (box, " text");
  planner_note_box_save (PLANNER_NOTE_BOX (box));
  while (ui_find_label (box, "Only you can see your note. It is saved as you type."))
    g_main_context_iteration (NULL, TRUE);
  assert_text (box, "Short text");
  g_assert_cmpstr (planner_entry_get_note (ui_find_entry (fixture, 1)), ==, "Short");
  g_assert_finalize_object (box);
}

static void
test_spoken (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *box = make_box (fixture, 1);
  GtkWidget *view = ui_find_widget (box, GTK_TYPE_TEXT_VIEW);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "My Note");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (ui_find_label (box, "My Note")),
                                   GTK_ACCESSIBLE_ROLE_HEADING);
  /* Tab leaves the view. */
  g_assert_false (gtk_text_view_get_accepts_tab (GTK_TEXT_VIEW (view)));
  g_assert_finalize_object (box);
}

static void
add (const char *path, void (*test) (UiFixture *, gconstpointer))
{
  g_test_add (path, UiFixture, NULL, ui_set_up, test, ui_tear_down);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/ui/note-box/U17/note-is-saved-while-typing", test_saved_while_typing);
  add ("/ui/note-box/U17/other-session-saves-first", test_other_session);
  add ("/ui/note-box/U17/closing-saves-the-note", test_closed);
  add ("/ui/note-box/U17/removed-star-hides-the-note", test_star_removed);
  add ("/ui/note-box/U17/typed-text-and-changes-elsewhere-are-kept", test_changed_elsewhere);
  add ("/ui/note-box/U17/typed-text-and-stored-change-are-kept", test_changed_in_database);
  add ("/ui/note-box/U17/second-save-follows-the-first", test_saved_twice);
  add ("/ui/note-box/U17/button-stars-and-starts-a-note", test_add);
  add ("/ui/note-box/U17/hints-name-limit-and-errors", test_hints);
  add ("/ui/note-box/U4/note-by-keyboard-and-screen-reader", test_spoken);

  return g_test_run ();
}
