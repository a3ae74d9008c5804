/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/conference/planner-edit-dialog.h"

#include "discovery/planner-address.h"
#include "library/planner-conference-edit.h"
#include "library/planner-conference-refresh.h"
#include "net/planner-shown-address.h"
#include "ui/widgets/planner-zone-row.h"
#include "words/planner-messages.h"

struct _PlannerEditDialog
{
  AdwDialog parent_instance;

  PlannerConference *conference; /* owned */

  AdwPreferencesPage *page;
  GtkLabel *message;
  GtkWidget *save_button;
  GtkEditable *name_row;
  GtkEditable *address_row;
  PlannerZoneRow *zone_row;
  AdwSwitchRow *remind_row;
};

G_DEFINE_FINAL_TYPE (PlannerEditDialog, planner_edit_dialog, ADW_TYPE_DIALOG)

static const char *
get_schedule_title (PlannerEditDialog *self)
{
  const char *title = planner_conference_get_agenda (self->conference)->title.shown;

  return title ? title : planner_conference_get_record (self->conference)->title;
}

/* The message is at the top of the page. In a low window, the attendee may have scrolled down. */
static void
show_message (PlannerEditDialog *self, const char *text)
{
  gtk_label_set_label (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *text != '\0');
  if (*text == '\0')
    return;

  adw_preferences_page_scroll_to_top (self->page);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* The row shows the address without its password, so an unchanged text stands for the stored address. */
static char *
dup_address (PlannerEditDialog *self)
{
  const char *stored = planner_conference_get_address (self->conference);
  g_autofree char *shown = planner_address_dup_readable (stored);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->address_row)));

  return *text == '\0' || g_str_equal (text, shown) ? g_strdup (stored)
                                                    : planner_address_complete (text, NULL);
}

/* A conference without a zone of its own keeps none, unless the attendee chooses another one than the proposed. */
static const char *
get_own_zone (PlannerEditDialog *self, const char *proposed)
{
  const char *stored = planner_conference_get_record (self->conference)->default_zone;
  const char *zone = planner_zone_row_get_zone (self->zone_row);

  return !stored && g_str_equal (zone, proposed) ? NULL : zone;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PlannerConference *conference = PLANNER_CONFERENCE (source);
  g_autoptr (PlannerEditDialog) self = data;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->save_button, TRUE);
  if (!planner_conference_edit_finish (conference, result, &error))
    {
      show_message (self, planner_message_for_error (error));
      return;
    }

  adw_dialog_force_close (ADW_DIALOG (self));
  /* The edit has removed the validators if the schedule must be read again. */
  if (!planner_conference_get_record (conference)->etag &&
      !planner_conference_get_record (conference)->last_modified)
    planner_conference_refresh_async (conference, NULL, NULL, NULL);
}

static void
save_cb (PlannerEditDialog *self)
{
  g_autofree char *address = dup_address (self);
  g_autofree char *title =
      planner_conference_make_own_title (gtk_editable_get_text (self->name_row), get_schedule_title (self));
  g_autofree char *proposed = planner_time_dup_local_zone ();
  const PlannerConferenceEdit edit = {
    .address = address,
    .own_title = title,
    .own_zone = get_own_zone (self, proposed),
    .remind = adw_switch_row_get_active (self->remind_row),
  };

  if (!gtk_widget_get_sensitive (self->save_button))
    return;

  show_message (self, "");
  gtk_widget_set_sensitive (self->save_button, FALSE);
  planner_conference_edit_async (self->conference, &edit, NULL, saved_cb, g_object_ref (self));
}

static void
cancel_cb (PlannerEditDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
planner_edit_dialog_dispose (GObject *object)
{
  PlannerEditDialog *self = PLANNER_EDIT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_EDIT_DIALOG);
  g_clear_object (&self->conference);

  G_OBJECT_CLASS (planner_edit_dialog_parent_class)->dispose (object);
}

static void
planner_edit_dialog_class_init (PlannerEditDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = planner_edit_dialog_dispose;

  g_type_ensure (PLANNER_TYPE_ZONE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-edit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerEditDialog, message);
  gtk_widget_class_bind_template_child (widget_class, PlannerEditDialog, page);
  gtk_widget_class_bind_template_child (widget_class, PlannerEditDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, PlannerEditDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerEditDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerEditDialog, zone_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerEditDialog, remind_row);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
planner_edit_dialog_init (PlannerEditDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * planner_edit_dialog_new:
 *
 * Returns: (transfer floating): a dialog in which the attendee edits @conference
 */
AdwDialog *
planner_edit_dialog_new (PlannerConference *conference)
{
  PlannerEditDialog *self;
  const PlannerConferenceRecord *record;
  g_autofree char *address = NULL;

  g_return_val_if_fail (PLANNER_IS_CONFERENCE (conference), NULL);

  self = g_object_new (PLANNER_TYPE_EDIT_DIALOG, NULL);
  self->conference = g_object_ref (conference);
  record = planner_conference_get_record (conference);
  address = planner_address_dup_readable (record->address);
  gtk_editable_set_text (self->name_row, planner_conference_get_title (conference));
  gtk_editable_set_text (self->address_row, address);
  planner_zone_row_set_zone (self->zone_row, record->default_zone);
  adw_switch_row_set_active (self->remind_row, record->remind);

  return ADW_DIALOG (self);
}
