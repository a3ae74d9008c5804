/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/conference/planner-add-dialog.h"

#include "library/planner-bundled-directory.h"
#include "library/planner-conference-edit.h"
#include "library/planner-conference-refresh.h"
#include "library/planner-library-add.h"
#include "net/planner-shown-address.h"
#include "ui/conference/planner-directory-page.h"
#include "ui/widgets/planner-widget-window.h"
#include "ui/widgets/planner-zone-row.h"
#include "words/planner-format-words.h"
#include "words/planner-messages.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

struct _PlannerAddDialog
{
  AdwDialog parent_instance;

  PlannerLibrary *library;   /* owned */
  GCancellable *cancellable; /* owned, nullable: of the search under way */
  PlannerFound *found;       /* owned, nullable: what is shown before it is added */
  char *zone;                /* owned, nullable: the zone of the conference that was chosen in a directory */

  AdwNavigationView *navigation;
  GtkEditable *name_row;
  AdwActionRow *days_row;
  AdwActionRow *size_row;
  AdwActionRow *format_row;
  AdwActionRow *found_address_row;
  GtkWidget *zone_group;
  PlannerZoneRow *zone_row;
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (PlannerAddDialog, planner_add_dialog, ADW_TYPE_DIALOG)

typedef enum
{
  PROP_LIBRARY = 1,
} PlannerAddDialogProperty;

static GParamSpec *properties[PROP_LIBRARY + 1];

static guint added_signal;

/* The page of the directory in which the attendee chose, be it below the found schedule. */
static PlannerDirectoryPage *
get_directory_page (PlannerAddDialog *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  return PLANNER_DIRECTORY_PAGE (PLANNER_IS_DIRECTORY_PAGE (page)
                                     ? page
                                     : adw_navigation_view_get_previous_page (self->navigation, page));
}

static void
show_error (PlannerAddDialog *self, const GError *error)
{
  planner_directory_page_show_message (get_directory_page (self), planner_message_for_error (error));
}

static void
show_adding (PlannerAddDialog *self, gboolean adding)
{
  gtk_widget_set_sensitive (self->add_button, !adding);
}

/* The attendee goes back to the directory, where the message is shown. */
static void
show_add_error (PlannerAddDialog *self, const GError *error)
{
  show_adding (self, FALSE);
  adw_navigation_view_pop_to_page (self->navigation, ADW_NAVIGATION_PAGE (get_directory_page (self)));
  show_error (self, error);
}

/* Closing gives the focus back to the window, so it must still show what had the focus. The caller holds a reference. */
static void
finish (PlannerAddDialog *self, PlannerConference *conference)
{
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, added_signal, 0, conference);
}

static void
added_cb (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerAddDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerConference) conference =
      planner_library_add_found_finish (PLANNER_LIBRARY (library), result, &error);

  if (conference != NULL)
    finish (self, conference);
  else
    show_add_error (self, error);
}

/* Returns: (nullable): %NULL for the title of the schedule */
static char *
dup_own_title (PlannerAddDialog *self)
{
  return planner_conference_make_own_title (gtk_editable_get_text (self->name_row),
                                            self->found->agenda->title.shown);
}

static void
add (PlannerAddDialog *self)
{
  g_free (self->found->own_title);
  self->found->own_title = dup_own_title (self);
  planner_library_add_found_async (self->library, self->found, added_cb, g_object_ref (self));
}

static void
address_switched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerAddDialog) self = data;
  PlannerConference *conference = PLANNER_CONFERENCE (source);
  g_autoptr (GError) error = NULL;

  if (!planner_conference_edit_finish (conference, result, &error))
    {
      show_add_error (self, error);
      return;
    }
  planner_conference_refresh_async (conference, NULL, NULL, NULL);
  finish (self, conference);
}

static void
switch_address (PlannerAddDialog *self, PlannerConference *conference)
{
  const PlannerConferenceRecord *record = planner_conference_get_record (conference);
  g_autofree char *own_title = dup_own_title (self);
  const PlannerConferenceEdit edit = {
    .address = self->found->address,
    .own_title = own_title ? own_title : record->own_title,
    .own_zone = self->found->default_zone ? self->found->default_zone : record->default_zone,
    .remind = record->remind,
  };

  planner_conference_edit_async (conference, &edit, NULL, address_switched_cb, g_object_ref (self));
}

static void
copy_answered_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerAddDialog) self = data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (dialog), result);
  PlannerConference *conference =
      self->found ? planner_library_find_copy (self->library, self->found->agenda) : NULL;

  if (self->found && g_str_equal (response, "keep"))
    add (self);
  else if (conference && g_str_equal (response, "switch"))
    switch_address (self, conference);
  else
    show_adding (self, FALSE);
}

static void
ask_about_copy (PlannerAddDialog *self, PlannerConference *conference)
{
  g_autofree char *address = planner_address_dup_readable (planner_conference_get_address (conference));
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Switch to the New Address?"), NULL));

  /* Translators: the title and the address of a conference. */
  adw_alert_dialog_format_body (
      dialog,
      _ ("“%s” is in the planner with another address: %s\n\nYou can switch to the new "
         "address and keep all stars, or keep both."),
      planner_conference_get_title (conference), address);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "keep", _ ("Keep _Both"), "switch",
                                  _ ("_Switch"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "switch", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "switch");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, copy_answered_cb, g_object_ref (self));
}

static void
add_or_ask (PlannerAddDialog *self)
{
  PlannerConference *conference = planner_library_find_copy (self->library, self->found->agenda);

  if (conference && !g_str_equal (planner_conference_get_address (conference), self->found->address))
    ask_about_copy (self, conference);
  else
    add (self);
}

static void
read_again_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerAddDialog) self = data;
  g_autoptr (GError) error = NULL;
  PlannerFound *found = planner_found_read_again_finish (result, &error);

  if (found && self->found)
    {
      planner_found_free (self->found);
      self->found = found;
      add_or_ask (self);
    }
  else if (found)
    planner_found_free (found);
  else
    show_add_error (self, error);
}

static void
add_cb (PlannerAddDialog *self)
{
  const char *zone = planner_zone_row_get_zone (self->zone_row);

  if (self->found == NULL || !gtk_widget_get_sensitive (self->add_button))
    return;

  show_adding (self, TRUE);
  if (planner_found_asks_for_zone (self->found) && g_strcmp0 (zone, self->found->default_zone) != 0)
    planner_found_read_again_async (self->found, zone, NULL, read_again_cb, g_object_ref (self));
  else
    add_or_ask (self);
}

static void
show_found (PlannerAddDialog *self)
{
  const PlannerAgenda *agenda = self->found->agenda;
  g_autofree char *size = planner_agenda_dup_size (agenda);
  g_autofree char *days = planner_agenda_dup_days (agenda);
  g_autofree char *address = planner_address_dup_readable (self->found->address);

  gtk_editable_set_text (self->name_row, agenda->title.shown);
  adw_action_row_set_subtitle (self->days_row, days);
  gtk_widget_set_visible (GTK_WIDGET (self->days_row), *days != '\0');
  adw_action_row_set_subtitle (self->size_row, size);
  adw_action_row_set_subtitle (self->format_row, planner_describe_format (agenda->format));
  adw_action_row_set_subtitle (self->found_address_row, address);
  gtk_widget_set_visible (self->zone_group, planner_found_asks_for_zone (self->found));
  planner_zone_row_set_zone (self->zone_row, self->zone);
  adw_navigation_view_push_by_tag (self->navigation, "found");
  gtk_widget_grab_focus (self->add_button);
  /* The new page has focused the name first, and so selected it. */
  gtk_editable_set_position (self->name_row, 0);
}

static void push_directory (PlannerAddDialog *self, PlannerDirectory *directory);

static void
found_cb (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerAddDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerFound) found =
      planner_library_find_schedule_finish (PLANNER_LIBRARY (library), result, &error);

  g_clear_object (&self->cancellable);
  planner_directory_page_show_progress (get_directory_page (self), NULL);
  if (found && found->directory)
    push_directory (self, found->directory);
  else if (found)
    {
      self->found = g_steal_pointer (&found);
      show_found (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (self, error);
}

static void
progress_cb (const char *address, guint n_addresses, gpointer data)
{
  PlannerAddDialog *self = data;

  planner_directory_page_show_progress (get_directory_page (self),
                                        n_addresses == 1 ? _ ("Reading the schedule…")
                                                         : _ ("Looking for the schedule on the website…"));
}

/* @zone: (nullable): the time zone of the venue */
static void
find (PlannerAddDialog *self, const char *address, const char *zone)
{
  if (self->cancellable != NULL)
    return;

  self->cancellable = g_cancellable_new ();
  g_set_str (&self->zone, zone);
  planner_directory_page_show_message (get_directory_page (self), "");
  planner_library_find_schedule_async (self->library, address, zone, progress_cb, self, self->cancellable,
                                       found_cb, g_object_ref (self));
}

/* The address of the file stays in the entry, so that the attendee sees which file a message is about. */
static void
find_file (PlannerAddDialog *self, const char *address)
{
  if (self->cancellable != NULL)
    return;

  planner_directory_page_set_address (get_directory_page (self), address);
  find (self, address, NULL);
}

static void
popped_cb (PlannerAddDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->found, planner_found_free);
  gtk_widget_grab_focus (GTK_WIDGET (get_directory_page (self)));
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

  gtk_file_dialog_set_title (dialog, _ ("Open Schedule"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, planner_widget_get_window (GTK_WIDGET (self)), NULL, file_chosen_cb,
                        g_object_ref (self));
}

static AdwNavigationPage *
create_directory_page (PlannerAddDialog *self, PlannerDirectory *directory)
{
  PlannerTimeSource *time_source = planner_library_get_time_source (self->library);
  PlannerDirectoryPage *page =
      planner_directory_page_new (directory, planner_time_source_get_now_utc (time_source));

  g_signal_connect_object (page, "chosen", G_CALLBACK (find), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "open-file", G_CALLBACK (open_file_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "cancel", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);

  return ADW_NAVIGATION_PAGE (page);
}

static void
push_directory (PlannerAddDialog *self, PlannerDirectory *directory)
{
  AdwNavigationPage *page = create_directory_page (self, directory);

  if (directory->name)
    adw_navigation_page_set_title (page, directory->name);
  adw_navigation_view_push (self->navigation, page);
  gtk_widget_grab_focus (GTK_WIDGET (page));
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
planner_add_dialog_constructed (GObject *object)
{
  PlannerAddDialog *self = PLANNER_ADD_DIALOG (object);
  g_autoptr (PlannerDirectory) directory = planner_bundled_directory_load ();
  AdwNavigationPage *page = create_directory_page (self, directory);

  G_OBJECT_CLASS (planner_add_dialog_parent_class)->constructed (object);

  adw_navigation_view_replace (self->navigation, &page, 1);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (page));
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
  g_clear_pointer (&self->zone, g_free);

  G_OBJECT_CLASS (planner_add_dialog_parent_class)->dispose (object);
}

static void
planner_add_dialog_class_init (PlannerAddDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = planner_add_dialog_set_property;
  object_class->constructed = planner_add_dialog_constructed;
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
  gtk_widget_class_bind_template_child (widget_class, PlannerAddDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerAddDialog, days_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerAddDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerAddDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerAddDialog, found_address_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerAddDialog, zone_group);
  gtk_widget_class_bind_template_child (widget_class, PlannerAddDialog, zone_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerAddDialog, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
}

static void
planner_add_dialog_init (PlannerAddDialog *self)
{
  g_type_ensure (PLANNER_TYPE_ZONE_ROW);
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
    planner_directory_page_set_address (get_directory_page (self), address);
}
