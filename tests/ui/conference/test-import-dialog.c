/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ui-fixture.h"

#include "ui/conference/planner-add-dialog.h"
#include "ui/conference/planner-directory-page.h"
#include "ui/conference/planner-import-dialog.h"
#include "words/planner-clock.h"

#define GUID(n) "11111111-1111-4111-8111-00000000000" #n
#define STARS(stars) "{\"format\":\"gotc-planner-stars\",\"version\":1,\"stars\":[" stars "]}"
#define STAR(guid, title) "{\"guid\":\"" guid "\",\"title\":\"" title "\"}"

typedef struct
{
  UiFixture base;
  GtkWidget *window;
  GtkWidget *toasts;
  PlannerFriends *friends;
  GtkWidget *dialog; /* weak */
  gboolean imported;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_set_up (&fixture->base, NULL);
  fixture->window = adw_window_new ();
  fixture->toasts = adw_toast_overlay_new ();
  fixture->friends = planner_friends_new (G_LIST_MODEL (fixture->base.library));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->toasts), gtk_label_new (NULL));
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->toasts);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (fixture->dialog)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (fixture->friends);
  ui_tear_down (&fixture->base, NULL);
}

static void
imported_cb (PlannerImportDialog *dialog, PlannerConference *conference, gpointer data)
{
  ((Fixture *) data)->imported = TRUE;
}

static void
open (Fixture *fixture, const char *text)
{
  PlannerImportDialog *dialog = planner_import_dialog_new (fixture->base.library, fixture->friends,
                                                           ADW_TOAST_OVERLAY (fixture->toasts));

  fixture->dialog = GTK_WIDGET (dialog);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &fixture->dialog);
  g_signal_connect (dialog, "imported", G_CALLBACK (imported_cb), fixture);
  adw_dialog_present (ADW_DIALOG (dialog), fixture->window);
  planner_import_dialog_set_text (dialog, text);
}

static const char *
get_page (Fixture *fixture)
{
  AdwNavigationView *navigation =
      ADW_NAVIGATION_VIEW (ui_find_widget (fixture->dialog, ADW_TYPE_NAVIGATION_VIEW));

  return adw_navigation_page_get_tag (adw_navigation_view_get_visible_page (navigation));
}

static GtkWidget *
find_replace_row (Fixture *fixture)
{
  return GTK_WIDGET (ui_find_widget (fixture->dialog, ADW_TYPE_SWITCH_ROW));
}

static void
assert_starred (Fixture *fixture, gboolean first, gboolean second, gboolean third)
{
  g_assert_true (planner_entry_get_starred (ui_find_entry (&fixture->base, 1)) == first);
  g_assert_true (planner_entry_get_starred (ui_find_entry (&fixture->base, 2)) == second);
  g_assert_true (planner_entry_get_starred (ui_find_entry (&fixture->base, 3)) == third);
}

static void
press (GtkWidget *root, const char *label)
{
  GtkWidget *button = ui_find_button (root, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  ui_star (&fixture->base, 2, TRUE);
  open (fixture, STARS (STAR (GUID (1), "R&D <3") "," STAR (GUID (3), "x") "," STAR ("gone", "<b>Gone</b>")));
  g_assert_cmpstr (get_page (fixture), ==, "preview");
  ui_wait_for_label (fixture->dialog, "2 of 3 sessions found. 1 clashes with another star.");
  g_assert_nonnull (ui_find_label (fixture->dialog, "R&D <3"));
  g_assert_nonnull (ui_find_label (fixture->dialog, "Wed 1 · 10:00 – 11:00 · Hall · Clashes"));
  g_assert_nonnull (ui_find_label (fixture->dialog, "Thu 2 · 10:00 – 11:00 · Hall"));
  g_assert_nonnull (ui_find_label (fixture->dialog, "<b>Gone</b>"));
  g_assert_true (gtk_widget_get_visible (find_replace_row (fixture)));
  assert_starred (fixture, FALSE, TRUE, FALSE);

  press (fixture->dialog, "_Import");
  g_assert_true (fixture->imported);
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  ui_wait_for_stars (fixture->base.conference, 3);
  ui_wait_for_label (fixture->toasts, "2 stars added");
  press (fixture->toasts, "_Undo");
  ui_wait_for_stars (fixture->base.conference, 1);
  assert_starred (fixture, FALSE, TRUE, FALSE);
}

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  ui_star (&fixture->base, 2, TRUE);
  open (fixture, STARS (STAR (GUID (1), "") "," STAR (GUID (3), "")));
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_replace_row (fixture)), TRUE);
  ui_wait_for_label (fixture->dialog, "2 of 2 sessions found.");
  press (fixture->dialog, "_Import");
  ui_wait_for_label (fixture->toasts, "2 stars added, 1 removed");
  assert_starred (fixture, TRUE, FALSE, TRUE);
  press (fixture->toasts, "_Undo");
  ui_wait_for_stars (fixture->base.conference, 1);
  assert_starred (fixture, FALSE, TRUE, FALSE);
}

static void
test_replaced_plan_b (Fixture *fixture, gconstpointer data)
{
  PlannerEntry *entry = ui_find_entry (&fixture->base, 2);

  ui_star (&fixture->base, 3, TRUE);
  ui_set_plan_b (&fixture->base, 2, TRUE);
  open (fixture, STARS (STAR (GUID (1), "")));
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_replace_row (fixture)), TRUE);
  press (fixture->dialog, "_Import");
  ui_wait_for_label (fixture->toasts, "1 star added, 2 removed");
  g_assert_false (planner_entry_get_plan_b (entry));
  press (fixture->toasts, "_Undo");
  while (planner_entry_get_starred (ui_find_entry (&fixture->base, 1)))
    g_main_context_iteration (NULL, TRUE);
  ui_wait_for_stars (fixture->base.conference, 2);
  assert_starred (fixture, FALSE, TRUE, TRUE);
  g_assert_true (planner_entry_get_plan_b (entry));
  g_assert_true (planner_entry_is_going (ui_find_entry (&fixture->base, 3)));
}

static void
test_plan_b (Fixture *fixture, gconstpointer data)
{
  ui_star (&fixture->base, 1, TRUE);
  ui_set_plan_b (&fixture->base, 2, TRUE);
  open (fixture, STARS (STAR (GUID (1), "") "," STAR (GUID (2), "")));
  ui_wait_for_label (fixture->dialog, "2 of 2 sessions found. They are all in My Schedule.");
  g_assert_nonnull (ui_find_label (fixture->dialog, "Wed 1 · 10:00 – 11:00 · Hall"));
  g_assert_nonnull (ui_find_label (fixture->dialog, "Plan B · Wed 1 · 10:30 – 11:30 · Hall"));
}

static void
test_nothing_new (Fixture *fixture, gconstpointer data)
{
  ui_star (&fixture->base, 1, TRUE);
  open (fixture, STARS (STAR (GUID (1), "")));
  ui_wait_for_label (fixture->dialog, "1 of 1 session found. They are all in My Schedule.");
  g_assert_false (gtk_widget_get_sensitive (ui_find_button (fixture->dialog, "_Import")));
  g_assert_false (gtk_widget_get_visible (find_replace_row (fixture)));
}

static AdwDialog *
open_add_dialog (Fixture *fixture)
{
  AdwDialog *shown;

  press (fixture->dialog, "_Add Conference…");
  shown = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_true (PLANNER_IS_ADD_DIALOG (shown));

  return shown;
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  GtkEditable *address;

  open (fixture, "gotc-planner:stars?v=1&a=https%3A%2F%2Fexample.org%2Fa%26b&s=AAAAAA");
  g_assert_cmpstr (get_page (fixture), ==, "unknown");
  ui_wait_for_label (fixture->dialog,
                     "The stars are of “https://example.org/a&b”. Add this conference first, and then "
                     "continue here.");
  address = ui_find_widget (ui_find_widget (open_add_dialog (fixture), PLANNER_TYPE_DIRECTORY_PAGE),
                            GTK_TYPE_SEARCH_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (address), ==, "https://example.org/a&b");
}

/* Returns: (transfer full): the address of a schedule with @n sessions, the first of which has the number 100 */
static char *
write_schedule (Fixture *fixture, guint n)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  g_autofree char *feed = NULL;
  char *path = g_build_filename (fixture->base.folder, "other.json", NULL);

  for (guint i = 0; i < n; i++)
    ui_append_event (first, 100 + (int) i, "2037-07-01", "10:00", "A Talk", "Rust");
  feed = ui_make_schedule ("1", "Other", first, second);
  g_assert_true (g_file_set_contents (path, feed, -1, NULL));

  return path;
}

static void
test_continue (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_schedule (fixture, 1);
  AdwDialog *shown;
  g_autoptr (GError) error = NULL;

  open (fixture, STARS (STAR (GUID (100), "")));
  g_assert_cmpstr (get_page (fixture), ==, "unknown");
  ui_wait_for_label (fixture->dialog,
                     "No conference in the planner has these sessions. Add theirs first, and "
                     "then continue here.");
  shown = open_add_dialog (fixture);
  add_to_library (fixture->base.library, path, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (shown, "added", fixture->base.conference);
  g_assert_cmpstr (get_page (fixture), ==, "preview");
  g_assert_nonnull (ui_find_label (fixture->dialog, "A Talk"));
}

/* The dialog lists no more than 100 sessions of each kind. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_schedule (fixture, 205);
  g_autoptr (GString) stars = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  add_to_library (fixture->base.library, path, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 205; i++)
    g_string_append_printf (stars, STAR (KEY_FORMAT, "%d") ",", 100 + i, i);
  for (int i = 0; i < 203; i++)
    g_string_append_printf (stars, STAR ("gone-%d", "Gone %d") ",", i, i);
  g_string_append (stars, "{\"guid\":\"untitled\"}");
  text = g_strdup_printf (STARS ("%s"), stars->str);
  open (fixture, text);
  g_assert_nonnull (ui_find_label (fixture->dialog, "And 105 more"));
  g_assert_nonnull (ui_find_label (fixture->dialog, "Gone 99"));
  g_assert_null (ui_find_label (fixture->dialog, "Gone 100"));
  g_assert_nonnull (ui_find_label (fixture->dialog, "And 103 more"));
  g_assert_nonnull (ui_find_label (fixture->dialog, "1 session without a title"));
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = ADW_IS_ACTION_ROW (widget) && !ADW_IS_SWITCH_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);

  return n;
}

/* A second list replaces the first one and its choice. */
static void
test_second_list (Fixture *fixture, gconstpointer data)
{
  ui_star (&fixture->base, 2, TRUE);
  open (fixture, STARS (STAR (GUID (1), "") "," STAR (GUID (3), "")));
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_replace_row (fixture)), TRUE);
  g_assert_cmpuint (count_rows (fixture->dialog), ==, 2);
  planner_import_dialog_set_text (PLANNER_IMPORT_DIALOG (fixture->dialog), STARS (STAR (GUID (1), "")));
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (find_replace_row (fixture))));
  g_assert_cmpuint (count_rows (fixture->dialog), ==, 1);
}

/* Returns: (nullable): the row that edits or is pressed, with this title */
static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_PREFERENCES_ROW (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);

  return found;
}

static void
test_friend (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (200, 'x');
  GtkWidget *name, *button;
  const char *const *friends;

  open (fixture, STARS (STAR (GUID (1), "") "," STAR (GUID (3), "")));
  name = find_row (fixture->dialog, "Friend’s Name");
  button = find_row (fixture->dialog, "_Show Friend’s Stars");
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (name), "  ");
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (name), long_name);
  g_assert_cmpuint (strlen (gtk_editable_get_text (GTK_EDITABLE (name))), ==, 100);
  gtk_editable_set_text (GTK_EDITABLE (name), " Ann ");
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "activated");
  friends = planner_entry_get_friends (ui_find_entry (&fixture->base, 3));
  g_assert_cmpstr (friends[0], ==, "Ann");
  g_assert_null (planner_entry_get_friends (ui_find_entry (&fixture->base, 2)));
  g_assert_false (fixture->imported);
  assert_starred (fixture, FALSE, FALSE, FALSE);
}

static void
assert_friends (Fixture *fixture, int n, const char *expected)
{
  const char *const *friends = planner_entry_get_friends (ui_find_entry (&fixture->base, n));
  g_autofree char *joined = friends ? g_strjoinv (", ", (char **) friends) : NULL;

  g_assert_cmpstr (joined, ==, expected);
}

/* Shows the stars of a friend with the row of this title. */
static void
show_friend (Fixture *fixture, const char *text, const char *name, const char *title)
{
  open (fixture, text);
  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture->dialog, "Friend’s Name")), name);
  g_signal_emit_by_name (find_row (fixture->dialog, title), "activated");
  while (fixture->dialog)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_friend_with_same_name (Fixture *fixture, gconstpointer data)
{
  show_friend (fixture, STARS (STAR (GUID (1), "")), "R&D_<3", "_Show Friend’s Stars");
  show_friend (fixture, STARS (STAR (GUID (2), "")), "R&D_<3", "Show as “R&D_<3 (2)”");
  assert_friends (fixture, 1, "R&D_<3");
  assert_friends (fixture, 2, "R&D_<3 (2)");

  show_friend (fixture, STARS (STAR (GUID (3), "")), "R&D_<3", "Update the Stars of “R&D_<3”");
  assert_friends (fixture, 1, NULL);
  assert_friends (fixture, 2, "R&D_<3 (2)");
  assert_friends (fixture, 3, "R&D_<3");

  /* Enter in the name replaces nothing. */
  open (fixture, STARS (STAR (GUID (3), "")));
  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture->dialog, "Friend’s Name")), "R&D_<3");
  g_assert_true (gtk_widget_get_visible (find_row (fixture->dialog, "Update the Stars of “R&D_<3”")));
  g_signal_emit_by_name (find_row (fixture->dialog, "Friend’s Name"), "entry-activated");
  assert_friends (fixture, 3, "R&D_<3, R&D_<3 (3)");
}

/* Returns: (transfer full): a link with a part of a list; the part has one star */
static char *
make_part (guint part, const char *guid)
{
  const guint32 hash = GUINT32_TO_BE (planner_star_hash (guid));
  g_autofree char *star = g_base64_encode ((const guchar *) &hash, sizeof hash);

  g_strdelimit (star, "+", '-');
  g_strdelimit (star, "/=", '_');

  return g_strdup_printf ("gotc-planner:stars?v=1&p=%u.3&s=%.6s", part, star);
}

static void
test_parts_of_friend (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = make_part (1, GUID (1)), *second = make_part (2, GUID (2)),
                  *third = make_part (3, GUID (3));

  show_friend (fixture, first, "Ann", "_Show Friend’s Stars");
  show_friend (fixture, second, "Ann", "Add to the Stars of “Ann”");
  assert_friends (fixture, 1, "Ann");
  assert_friends (fixture, 2, "Ann");

  open (fixture, third);
  ui_wait_for_label (fixture->dialog, "1 of 1 session found. This is part 3 of 3 of the list.");
  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture->dialog, "Friend’s Name")), "Ann");
  g_signal_emit_by_name (find_row (fixture->dialog, "Friend’s Name"), "entry-activated");
  assert_friends (fixture, 1, "Ann");
  assert_friends (fixture, 3, "Ann");
}

/* Returns: whether the keyboard focus is on @widget or in it */
static gboolean
has_focus (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
test_paste (Fixture *fixture, gconstpointer data)
{
  open (fixture, "");
  ui_wait_for_frames (fixture->window);
  g_assert_true (has_focus (fixture, find_row (fixture->dialog, "Link or Text")));
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  open (fixture, "hello");
  g_assert_cmpstr (get_page (fixture), ==, "source");
  ui_wait_for_label (fixture->dialog,
                     "There are no stars in this. Use a link or a file from GOTC Planner, FOSDEM "
                     "Companion, pretalx, EventFahrplan or Giggity.");
  g_assert_true (gtk_widget_get_sensitive (find_row (fixture->dialog, "C_ontinue")));
  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture->dialog, "Link or Text")), "");
  g_assert_null (ui_find_label (fixture->dialog,
                                "There are no stars in this. Use a link or a file from GOTC Planner, FOSDEM "
                                "Companion, pretalx, EventFahrplan or Giggity."));
  g_assert_false (gtk_widget_get_sensitive (find_row (fixture->dialog, "C_ontinue")));
}

/* In a low window, the page scrolls to the message. */
static void
test_message_is_on_screen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page, *message;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 294);
  open (fixture, "");
  ui_wait_for_frames (fixture->window);
  page = ui_find_widget (fixture->dialog, ADW_TYPE_PREFERENCES_PAGE);
  ui_scroll_to_end (page);

  planner_import_dialog_set_text (PLANNER_IMPORT_DIALOG (fixture->dialog), "hello");
  ui_wait_for_frames (fixture->window);
  message = ui_find_label (page, "There are no stars in this. Use a link or a file from GOTC Planner, FOSDEM "
                                 "Companion, pretalx, EventFahrplan or Giggity.");
  ui_assert_on_page (message, page);
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "ann.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, STARS (STAR (GUID (3), "")), -1, NULL));
  open (fixture, "hello");
  planner_import_dialog_open_file (PLANNER_IMPORT_DIALOG (fixture->dialog), file);
  while (g_str_equal (get_page (fixture), "source"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_page (fixture), ==, "preview");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  planner_clock_set_twelve_hours (FALSE);

  g_test_add ("/ui/import-dialog/V11/preview-merge-and-undo", Fixture, NULL, set_up, test_merge, tear_down);
  g_test_add ("/ui/import-dialog/V11/replace-and-undo", Fixture, NULL, set_up, test_replace, tear_down);
  g_test_add ("/ui/import-dialog/U16/undo-of-replacing-restores-plan-b", Fixture, NULL, set_up,
              test_replaced_plan_b, tear_down);
  g_test_add ("/ui/import-dialog/U16/preview-shows-plan-b", Fixture, NULL, set_up, test_plan_b, tear_down);
  g_test_add ("/ui/import-dialog/V11/nothing-new-cannot-be-imported", Fixture, NULL, set_up, test_nothing_new,
              tear_down);
  g_test_add ("/ui/import-dialog/V11/missing-conference-is-added-first", Fixture, NULL, set_up, test_unknown,
              tear_down);
  g_test_add ("/ui/import-dialog/V11/continues-with-the-added-conference", Fixture, NULL, set_up,
              test_continue, tear_down);
  g_test_add ("/ui/import-dialog/V11/long-lists-are-cut", Fixture, NULL, set_up, test_many, tear_down);
  g_test_add ("/ui/import-dialog/V11/second-list-replaces-the-first", Fixture, NULL, set_up, test_second_list,
              tear_down);
  g_test_add ("/ui/import-dialog/V12/friend-leaves-own-stars", Fixture, NULL, set_up, test_friend, tear_down);
  g_test_add ("/ui/import-dialog/V12/two-friends-have-one-name", Fixture, NULL, set_up,
              test_friend_with_same_name, tear_down);
  g_test_add ("/ui/import-dialog/V12/parts-of-a-friends-list-are-added", Fixture, NULL, set_up,
              test_parts_of_friend, tear_down);
  g_test_add ("/ui/import-dialog/V11/link-can-be-pasted-at-once", Fixture, NULL, set_up, test_paste,
              tear_down);
  g_test_add ("/ui/import-dialog/V10/other-text-has-sentence", Fixture, NULL, set_up, test_faults, tear_down);
  g_test_add ("/ui/import-dialog/V10/sentence-is-on-screen-in-low-window", Fixture, NULL, set_up,
              test_message_is_on_screen, tear_down);
  g_test_add ("/ui/import-dialog/V11/file-is-read", Fixture, NULL, set_up, test_file, tear_down);

  return g_test_run ();
}
