/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/conference/planner-import-dialog.h"

#include "share/planner-shared-words.h"
#include "share/planner-star-open.h"
#include "share/planner-star-plan.h"
#include "share/planner-star-reader.h"
#include "ui/conference/planner-add-dialog.h"
#include "ui/conference/planner-star-import.h"
#include "ui/widgets/planner-rows.h"
#include "ui/widgets/planner-widget-window.h"
#include "words/planner-labels.h"

#include <glib/gi18n.h>

/* More rows than anybody reads would only slow down the dialog: 200 rows block the window for 0.3 s. */
#define MAX_ROWS 100

struct _PlannerImportDialog
{
  AdwDialog parent_instance;

  PlannerLibrary *library;        /* owned */
  PlannerFriends *friends;        /* owned */
  AdwToastOverlay *window_toasts; /* borrowed, weak, nullable once the window is gone */
  GCancellable *cancellable;      /* owned: cancels the reading of a file */
  PlannerSharedStars *stars;      /* owned, nullable */
  PlannerConference *conference;  /* owned, nullable */
  PlannerStarPlan *plan;          /* owned, nullable */
  GPtrArray *rows;                /* owned, of borrowed rows of the preview */

  AdwNavigationView *navigation;
  GtkEditable *text_row;
  GtkWidget *continue_button;
  AdwPreferencesPage *source_page;
  GtkWidget *message_group;
  GtkLabel *message;
  AdwPreferencesGroup *summary_group;
  AdwSwitchRow *replace_row;
  AdwPreferencesGroup *found_group;
  AdwPreferencesGroup *missing_group;
  GtkEditable *name_row;
  GtkWidget *friend_button;
  GtkWidget *update_button;
  GtkWidget *import_button;
  AdwStatusPage *unknown_page;
};

G_DEFINE_FINAL_TYPE (PlannerImportDialog, planner_import_dialog, ADW_TYPE_DIALOG)

enum
{
  IMPORTED,
  FRIEND_ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The message is at the top of the page. In a low window, the attendee may have scrolled down. */
static void
show_message (PlannerImportDialog *self, const char *text)
{
  gtk_label_set_label (self->message, text);
  gtk_widget_set_visible (self->message_group, *text != '\0');
  if (*text == '\0')
    return;

  adw_preferences_page_scroll_to_top (self->source_page);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
add_row (PlannerImportDialog *self, AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = planner_plain_row_new (ADW_TYPE_ACTION_ROW);

  g_object_set (row, "title", title, "subtitle", subtitle, "title-lines", 2, NULL);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_more_row (PlannerImportDialog *self, AdwPreferencesGroup *group, guint n)
{
  g_autofree char *title =
      n > MAX_ROWS ? g_strdup_printf (ngettext ("And %u more", "And %u more", n - MAX_ROWS), n - MAX_ROWS)
                   : NULL;

  if (title)
    add_row (self, group, title, "");
}

static void
remove_rows (PlannerImportDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_entry (PlannerImportDialog *self, PlannerEntry *entry)
{
  const PlannerSession *session = planner_entry_get_session (entry);
  const PlannerRowParts parts = { .plan_b = planner_entry_get_plan_b (entry),
                                  .day_date = planner_entry_get_day (entry)->date };
  const gboolean clashes = g_hash_table_contains (self->plan->clashing, entry);
  g_autofree char *details = planner_format_row_details (session, &parts);
  g_autofree char *subtitle =
      clashes ? g_strconcat (details, " · ", _ ("Clashes"), NULL) : g_strdup (details);

  add_row (self, self->found_group, session->title.shown, subtitle);
}

/* Links have no titles, so the sessions of a link that are not found are only counted. */
static void
add_missing (PlannerImportDialog *self)
{
  const GPtrArray *missing = self->plan->missing;
  guint n_named = 0;

  for (guint i = 0; i < missing->len; i++)
    {
      const PlannerIdentity *identity =
          ((const PlannerSharedStar *) g_ptr_array_index (missing, i))->identity;

      if (identity->title && n_named++ < MAX_ROWS)
        add_row (self, self->missing_group, identity->title, identity->speakers ? identity->speakers : "");
    }
  add_more_row (self, self->missing_group, n_named);
  if (n_named < missing->len)
    {
      const guint n = missing->len - n_named;
      g_autofree char *title =
          g_strdup_printf (ngettext ("%u session without a title", "%u sessions without a title", n), n);

      add_row (self, self->missing_group, title, "");
    }
}

static void
show_rows (PlannerImportDialog *self)
{
  const PlannerStarPlan *plan = self->plan;

  remove_rows (self);
  for (guint i = 0; i < MIN (plan->found->len, MAX_ROWS); i++)
    add_entry (self, g_ptr_array_index (plan->found, i));
  add_more_row (self, self->found_group, plan->found->len);
  add_missing (self);
  gtk_widget_set_visible (GTK_WIDGET (self->found_group), plan->found->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->missing_group), plan->missing->len > 0);
}

static char *
describe_plan (const PlannerStarPlan *plan, const PlannerSharedStars *stars)
{
  const guint n = plan->found->len + plan->missing->len;
  const guint n_new = plan->added->len;
  const guint n_clashing = g_hash_table_size (plan->clashing);
  GString *text = g_string_new (NULL);

  /* Translators: how many starred sessions were found, and how many there are. */
  g_string_append_printf (text, ngettext ("%u of %u session found.", "%u of %u sessions found.", n),
                          plan->found->len, n);
  if (n_new == 0 && plan->found->len > 0)
    {
      g_string_append (text, _ (" They are all in My Schedule."));
    }
  else if (n_new < plan->found->len)
    {
      /* Translators: of the sessions found. The space at the beginning separates two sentences. */
      g_string_append_printf (
          text, ngettext (" %u is not yet in My Schedule.", " %u are not yet in My Schedule.", n_new), n_new);
    }
  if (n_clashing > 0)
    {
      /* Translators: of the sessions found. The space at the beginning separates two sentences. */
      g_string_append_printf (text,
                              ngettext (" %u clashes with another star.", " %u clash with other stars.",
                                        n_clashing),
                              n_clashing);
    }
  if (stars->n_parts > 1)
    /* Translators: of a list of stars that is too long for one QR code. The space at the beginning separates two sentences. */
    g_string_append_printf (text, _ (" This is part %u of %u of the list."), stars->part, stars->n_parts);

  return g_string_free_and_steal (text);
}

static guint
count_replaced (PlannerImportDialog *self)
{
  const PlannerStarPlan *plan = self->plan;

  return planner_conference_get_n_starred (self->conference) - (plan->found->len - plan->added->len);
}

/* A part of a list cannot replace all stars. */
static void
show_replace_row (PlannerImportDialog *self)
{
  const guint n = count_replaced (self);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("Removes %u star that is not in the list",
                                                         "Removes %u stars that are not in the list", n),
                                               n);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->replace_row), subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->replace_row),
                          n > 0 && self->stars->n_parts == 1 && self->plan->found->len > 0);
}

static void
show_plan (PlannerImportDialog *self)
{
  g_autofree char *title = g_markup_escape_text (planner_conference_get_title (self->conference), -1);
  g_autofree char *description = NULL;

  g_clear_pointer (&self->plan, planner_star_plan_free);
  self->plan = planner_star_plan_new (self->library, self->conference, self->stars,
                                      adw_switch_row_get_active (self->replace_row));
  description = describe_plan (self->plan, self->stars);
  adw_preferences_group_set_title (self->summary_group, title);
  adw_preferences_group_set_description (self->summary_group, description);
  show_replace_row (self);
  gtk_widget_set_sensitive (self->import_button, self->plan->added->len + self->plan->removed->len > 0);
  show_rows (self);
}

static char *
dup_name (PlannerImportDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
}

static gboolean
has_other_part (PlannerImportDialog *self, const char *name)
{
  return planner_friends_has_other_part (self->friends, self->conference, name, self->stars);
}

/* Only the attendee knows whether a second friend has the same name, or the same friend has new stars. */
static void
show_friend_rows (PlannerImportDialog *self)
{
  AdwPreferencesRow *row = ADW_PREFERENCES_ROW (self->friend_button);
  g_autofree char *name = dup_name (self);
  g_autofree char *free_name = planner_friends_dup_free_name (self->friends, self->conference, name);
  const gboolean taken = !g_str_equal (name, free_name);
  /* Translators: %s is the name of a friend with a number, because another friend has the same name: “Ann (2)”. */
  g_autofree char *another = g_strdup_printf (_ ("Show as “%s”"), free_name);
  g_autofree char *update = g_strdup_printf (has_other_part (self, name)
                                                 /* Translators: %s is the name of a friend. */
                                                 ? _ ("Add to the Stars of “%s”")
                                                 /* Translators: %s is the name of a friend. */
                                                 : _ ("Update the Stars of “%s”"),
                                             name);

  gtk_widget_set_sensitive (self->friend_button, *name != '\0');
  adw_preferences_row_set_use_underline (row, !taken);
  adw_preferences_row_set_title (row, taken ? another : _ ("_Show Friend’s Stars"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->update_button), update);
  gtk_widget_set_visible (self->update_button, taken);
}

static void
replace_changed_cb (PlannerImportDialog *self)
{
  if (self->plan)
    show_plan (self);
}

static void
show_unknown (PlannerImportDialog *self)
{
  const char *name = self->stars->conference ? self->stars->conference : self->stars->address;
  g_autofree char *description = NULL;

  if (name)
    /* Translators: %s is the name of a conference or an address. */
    description = g_markup_printf_escaped (
        _ ("The stars are of “%s”. Add this conference first, and then continue here."), name);
  adw_status_page_set_description (
      self->unknown_page,
      description
          ? description
          : _ ("No conference in the planner has these sessions. Add theirs first, and then continue here."));
  adw_navigation_view_push_by_tag (self->navigation, "unknown");
}

/* Takes @stars. */
static void
show_stars (PlannerImportDialog *self, PlannerSharedStars *stars)
{
  g_clear_pointer (&self->plan, planner_star_plan_free);
  g_clear_pointer (&self->stars, planner_shared_stars_free);
  g_clear_object (&self->conference);
  self->stars = stars;
  self->conference = planner_star_plan_find_conference (self->library, stars);
  adw_switch_row_set_active (self->replace_row, FALSE);
  /* The dialog opens with another page than that of the row to paste, so this row must not get the focus. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    adw_dialog_set_focus (ADW_DIALOG (self), NULL);
  /* A file that is read slowly may replace stars that are on screen. */
  adw_navigation_view_pop_to_tag (self->navigation, "source");
  if (!self->conference)
    {
      show_unknown (self);
      return;
    }
  show_plan (self);
  show_friend_rows (self);
  adw_navigation_view_push_by_tag (self->navigation, "preview");
}

static void
continue_cb (PlannerImportDialog *self)
{
  g_autoptr (GError) error = NULL;
  PlannerSharedStars *stars = planner_shared_stars_read_text (gtk_editable_get_text (self->text_row), &error);

  show_message (self, stars ? "" : planner_shared_error_describe (error));
  if (stars)
    show_stars (self, stars);
}

static void
text_changed_cb (PlannerImportDialog *self)
{
  show_message (self, "");
  gtk_widget_set_sensitive (self->continue_button, *gtk_editable_get_text (self->text_row) != '\0');
}

static void
file_read_cb (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  PlannerSharedStars *stars = planner_shared_stars_open_finish (G_FILE (file), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  show_message (self, stars ? "" : planner_shared_error_describe (error));
  if (stars)
    show_stars (self, stars);
}

static void
file_chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerImportDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  if (file)
    planner_import_dialog_open_file (self, file);
}

static void
open_file_cb (PlannerImportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Open Stars"));
  gtk_file_dialog_open (dialog, planner_widget_get_window (GTK_WIDGET (self)), self->cancellable,
                        file_chosen_cb, g_object_ref (self));
}

static void
cancel_cb (PlannerImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* Continues with the preview when the conference is there. */
static void
added_cb (PlannerImportDialog *self)
{
  show_stars (self, g_steal_pointer (&self->stars));
}

static void
add_conference_cb (PlannerImportDialog *self)
{
  PlannerAddDialog *dialog = planner_add_dialog_new (self->library);

  if (self->stars->address)
    planner_add_dialog_set_address (dialog, self->stars->address);
  g_signal_connect_object (dialog, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* Closing gives the focus back to the window, so it must still show what had the focus. */
static void
close_and_emit (PlannerImportDialog *self, guint signal)
{
  g_object_ref (self);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signal, 0, self->conference);
  g_object_unref (self);
}

static void
import_cb (PlannerImportDialog *self)
{
  planner_star_import_start (self->conference, self->plan->added, self->plan->removed, self->window_toasts);
  close_and_emit (self, signals[IMPORTED]);
}

static void
name_changed_cb (PlannerImportDialog *self)
{
  if (self->conference)
    show_friend_rows (self);
}

/* The attendee's own stars do not change. */
static void
show_friend (PlannerImportDialog *self, const char *name)
{
  g_clear_pointer (&self->plan, planner_star_plan_free);
  planner_friends_add (self->friends, self->conference, name, g_steal_pointer (&self->stars));
  close_and_emit (self, signals[FRIEND_ADDED]);
}

static void
show_friend_cb (PlannerImportDialog *self)
{
  g_autofree char *name = dup_name (self);
  g_autofree char *free_name = planner_friends_dup_free_name (self->friends, self->conference, name);

  if (*name != '\0')
    show_friend (self, free_name);
}

/* Enter replaces no stars. */
static void
name_activated_cb (PlannerImportDialog *self)
{
  g_autofree char *name = dup_name (self);

  if (has_other_part (self, name))
    show_friend (self, name);
  else
    show_friend_cb (self);
}

static void
update_friend_cb (PlannerImportDialog *self)
{
  g_autofree char *name = dup_name (self);

  show_friend (self, name);
}

static void
planner_import_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (PLANNER_IMPORT_DIALOG (dialog)->cancellable);
}

static void
planner_import_dialog_dispose (GObject *object)
{
  g_cancellable_cancel (PLANNER_IMPORT_DIALOG (object)->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNER_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (planner_import_dialog_parent_class)->dispose (object);
}

static void
planner_import_dialog_finalize (GObject *object)
{
  PlannerImportDialog *self = PLANNER_IMPORT_DIALOG (object);

  g_clear_object (&self->library);
  g_clear_object (&self->friends);
  g_clear_weak_pointer (&self->window_toasts);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->plan, planner_star_plan_free);
  g_clear_pointer (&self->stars, planner_shared_stars_free);
  g_clear_object (&self->conference);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (planner_import_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerImportDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, PlannerImportDialog, text_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerImportDialog, continue_button);
  gtk_widget_class_bind_template_child (widget_class, PlannerImportDialog, source_page);
  gtk_widget_class_bind_template_child (widget_class, PlannerImportDialog, message_group);
  gtk_widget_class_bind_template_child (widget_class, PlannerImportDialog, message);
  gtk_widget_class_bind_template_child (widget_class, PlannerImportDialog, summary_group);
  gtk_widget_class_bind_template_child (widget_class, PlannerImportDialog, replace_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerImportDialog, found_group);
  gtk_widget_class_bind_template_child (widget_class, PlannerImportDialog, missing_group);
  gtk_widget_class_bind_template_child (widget_class, PlannerImportDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerImportDialog, friend_button);
  gtk_widget_class_bind_template_child (widget_class, PlannerImportDialog, update_button);
  gtk_widget_class_bind_template_child (widget_class, PlannerImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, PlannerImportDialog, unknown_page);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, continue_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_file_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_conference_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_friend_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_friend_cb);
}

static void
planner_import_dialog_class_init (PlannerImportDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = planner_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = planner_import_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = planner_import_dialog_closed;

  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, PLANNER_TYPE_CONFERENCE);
  signals[FRIEND_ADDED] = g_signal_new ("friend-added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, PLANNER_TYPE_CONFERENCE);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
planner_import_dialog_init (PlannerImportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * planner_import_dialog_new:
 * @friends: the friends whose stars the window shows
 * @toast_overlay: an overlay in the window; it reports the result
 *
 * Returns: (transfer floating): a dialog
 */
PlannerImportDialog *
planner_import_dialog_new (PlannerLibrary *library, PlannerFriends *friends, AdwToastOverlay *toast_overlay)
{
  PlannerImportDialog *self;

  g_return_val_if_fail (PLANNER_IS_LIBRARY (library), NULL);

  self = g_object_new (PLANNER_TYPE_IMPORT_DIALOG, NULL);
  self->library = g_object_ref (library);
  self->friends = g_object_ref (friends);
  g_set_weak_pointer (&self->window_toasts, toast_overlay);

  return self;
}

/**
 * planner_import_dialog_set_text:
 * @text: a link or a text, from outside
 *
 * Reads a text as if the attendee had pasted it.
 */
void
planner_import_dialog_set_text (PlannerImportDialog *self, const char *text)
{
  g_return_if_fail (PLANNER_IS_IMPORT_DIALOG (self));

  gtk_editable_set_text (self->text_row, text);
  continue_cb (self);
}

/**
 * planner_import_dialog_open_file:
 * @file: a file, from outside
 *
 * Reads a file as if the attendee had chosen it.
 */
void
planner_import_dialog_open_file (PlannerImportDialog *self, GFile *file)
{
  g_return_if_fail (PLANNER_IS_IMPORT_DIALOG (self) && G_IS_FILE (file));

  planner_shared_stars_open_async (file, self->cancellable, file_read_cb, g_object_ref (self));
}
