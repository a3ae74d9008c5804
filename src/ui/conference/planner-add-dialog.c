/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/conference/planner-add-dialog.h"

#include "net/planner-shown-address.h"
#include "words/planner-days.h"
#include "words/planner-messages.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

struct _PlannerAddDialog
{
  AdwDialog parent_instance;

  PlannerLibrary *library;   /* owned */
  GCancellable *cancellable; /* owned, nullable: of the search under way */
  PlannerFound *found;       /* owned, nullable: what is shown before it is added */

  AdwNavigationView *navigation;
  AdwEntryRow *address_row;
  GtkWidget *file_row;
  GtkLabel *message;
  GtkWidget *next_button;
  GtkWidget *progress;
  GtkLabel *progress_label;
  AdwActionRow *title_row;
  AdwActionRow *days_row;
  AdwActionRow *size_row;
  AdwActionRow *format_row;
  AdwActionRow *found_address_row;
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (PlannerAddDialog, planner_add_dialog, ADW_TYPE_DIALOG)

typedef enum
{
  PROP_LIBRARY = 1,
} PlannerAddDialogProperty;

static GParamSpec *properties[PROP_LIBRARY + 1];

static guint added_signal;

static void
show_message (PlannerAddDialog *self, const char *text)
{
  gtk_label_set_label (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *text != '\0');
  if (*text != '\0')
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->address_row), "error");
      gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->address_row), "error");
}

/* The address row stays sensitive, because an insensitive entry would lose the focus. */
static void
show_busy (PlannerAddDialog *self, gboolean busy)
{
  gtk_editable_set_editable (GTK_EDITABLE (self->address_row), !busy);
  gtk_widget_set_sensitive (self->file_row, !busy);
  gtk_widget_set_visible (self->progress, busy);
  gtk_widget_set_sensitive (self->next_button,
                            !busy && *gtk_editable_get_text (GTK_EDITABLE (self->address_row)) != '\0');
}

static void
show_error (PlannerAddDialog *self, const GError *error)
{
  show_message (self, planner_message_for_error (error));
  gtk_widget_grab_focus (GTK_WIDGET (self->address_row));
}

static void
added_cb (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerAddDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerConference) conference =
      planner_library_add_finish (PLANNER_LIBRARY (library), result, &error);

  gtk_widget_set_sensitive (self->add_button, TRUE);
  if (conference != NULL)
    {
      g_signal_emit (self, added_signal, 0, conference);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  adw_navigation_view_pop_to_tag (self->navigation, "address");
  show_error (self, error);
}

static void
add_cb (PlannerAddDialog *self)
{
  if (self->found == NULL)
    return;

  gtk_widget_set_sensitive (self->add_button, FALSE);
  planner_library_add_found_async (self->library, self->found, added_cb, g_object_ref (self));
}

static char *
format_days (const PlannerAgenda *agenda)
{
  const PlannerDay *first = agenda->days->len > 0 ? g_ptr_array_index (agenda->days, 0) : NULL;
  const PlannerDay *last = first;

  for (guint i = 1; i < agenda->days->len; i++)
    if (*((const PlannerDay *) g_ptr_array_index (agenda->days, i))->date)
      last = g_ptr_array_index (agenda->days, i);

  return planner_format_days (first ? first->date : NULL, last ? last->date : NULL);
}

/* Shows the path of a file instead of its URI. */
static char *
format_address (const char *address)
{
  g_autoptr (GFile) file = g_str_has_prefix (address, "file:") ? g_file_new_for_uri (address) : NULL;

  return file ? g_file_get_parse_name (file) : planner_address_dup_shown (address);
}

static void
show_found (PlannerAddDialog *self)
{
  const PlannerAgenda *agenda = self->found->agenda;
  g_autofree char *size = planner_agenda_dup_size (agenda);
  g_autofree char *days = format_days (agenda);
  g_autofree char *address = format_address (self->found->address);

  adw_action_row_set_subtitle (self->title_row, agenda->title.shown);
  adw_action_row_set_subtitle (self->days_row, days);
  adw_action_row_set_subtitle (self->size_row, size);
  adw_action_row_set_subtitle (self->format_row, agenda->format);
  adw_action_row_set_subtitle (self->found_address_row, address);
  adw_navigation_view_push_by_tag (self->navigation, "found");
  gtk_widget_grab_focus (self->add_button);
}

static void
found_cb (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerAddDialog) self = data;
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->cancellable);
  self->found = planner_library_find_schedule_finish (PLANNER_LIBRARY (library), result, &error);
  show_busy (self, FALSE);
  if (self->found != NULL && self->found->directory != NULL)
    {
      g_clear_pointer (&self->found, planner_found_free);
      g_set_error_literal (&error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_DIRECTORY, "This is a directory.");
    }
  if (self->found != NULL)
    show_found (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (self, error);
}

static void
progress_cb (const char *address, guint n_addresses, gpointer data)
{
  PlannerAddDialog *self = data;

  gtk_label_set_label (self->progress_label, n_addresses == 1
                                                 ? _ ("Reading the schedule…")
                                                 : _ ("Looking for the schedule on the website…"));
}

static void
find (PlannerAddDialog *self, const char *address)
{
  self->cancellable = g_cancellable_new ();
  show_message (self, "");
  show_busy (self, TRUE);
  planner_library_find_schedule_async (self->library, address, NULL, progress_cb, self, self->cancellable,
                                       found_cb, g_object_ref (self));
}

/* The dialog may show another page when a file is dropped or opened. */
static void
find_file (PlannerAddDialog *self, const char *address)
{
  if (self->cancellable != NULL)
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->address_row), address);
  find (self, address);
}

static void
next_cb (PlannerAddDialog *self)
{
  if (self->cancellable == NULL && gtk_widget_get_sensitive (self->next_button))
    find (self, gtk_editable_get_text (GTK_EDITABLE (self->address_row)));
}

static void
popped_cb (PlannerAddDialog *self)
{
  g_clear_pointer (&self->found, planner_found_free);
  gtk_widget_grab_focus (GTK_WIDGET (self->address_row));
}

/* Cancels the current search if there is one, and otherwise closes the dialog. */
static void
cancel_cb (PlannerAddDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
address_changed_cb (PlannerAddDialog *self)
{
  show_message (self, "");
  show_busy (self, self->cancellable != NULL);
}

static void
file_chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerAddDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, NULL);
  g_autofree char *address = NULL;

  if (file == NULL)
    return;

  address = g_file_get_uri (file);
  find_file (self, address);
}

static void
open_file_cb (PlannerAddDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = planner_add_dialog_create_filters ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_dialog_set_title (dialog, _ ("Open Schedule"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, file_chosen_cb,
                        g_object_ref (self));
}

static void
planner_add_dialog_closed (AdwDialog *dialog)
{
  PlannerAddDialog *self = PLANNER_ADD_DIALOG (dialog);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
planner_add_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannerAddDialog *self = PLANNER_ADD_DIALOG (object);

  switch ((PlannerAddDialogProperty) id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_add_dialog_dispose (GObject *object)
{
  PlannerAddDialog *self = PLANNER_ADD_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->found, planner_found_free);
  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_ADD_DIALOG);

  G_OBJECT_CLASS (planner_add_dialog_parent_class)->dispose (object);
}

static void
planner_add_dialog_class_init (PlannerAddDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = planner_add_dialog_set_property;
  object_class->dispose = planner_add_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = planner_add_dialog_closed;

  properties[PROP_LIBRARY] =
      g_param_spec_object ("library", NULL, NULL, PLANNER_TYPE_LIBRARY,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  added_signal = g_signal_new ("added", PLANNER_TYPE_ADD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, PLANNER_TYPE_CONFERENCE);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-add-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerAddDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, PlannerAddDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerAddDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerAddDialog, message);
  gtk_widget_class_bind_template_child (widget_class, PlannerAddDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, PlannerAddDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, PlannerAddDialog, progress_label);
  gtk_widget_class_bind_template_child (widget_class, PlannerAddDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerAddDialog, days_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerAddDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerAddDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerAddDialog, found_address_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerAddDialog, add_button);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, address_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_file_cb);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
}

static void
planner_add_dialog_init (PlannerAddDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * planner_add_dialog_create_filters:
 *
 * Returns: (transfer full) (element-type GtkFileFilter): filters for the file chooser: schedules, then all files
 */
GListModel *
planner_add_dialog_create_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) schedules = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (schedules, _ ("Schedules"));
  gtk_file_filter_add_suffix (schedules, "json");
  gtk_file_filter_add_suffix (schedules, "xml");
  gtk_file_filter_add_suffix (schedules, "ics");
  gtk_file_filter_add_mime_type (schedules, "text/calendar");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, schedules);
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

PlannerAddDialog *
planner_add_dialog_new (PlannerLibrary *library)
{
  return g_object_new (PLANNER_TYPE_ADD_DIALOG, "library", library, NULL);
}

/**
 * planner_add_dialog_set_address:
 *
 * Fills in an address, without adding it. A local file is read at once and its conference shown; the network is not used
 * until the attendee agrees.
 */
void
planner_add_dialog_set_address (PlannerAddDialog *self, const char *address)
{
  g_return_if_fail (PLANNER_IS_ADD_DIALOG (self));

  if (g_str_has_prefix (address, "file:"))
    find_file (self, address);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->address_row), address);
}
