/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/conference/planner-conference-dialog.h"

#include "discovery/planner-address.h"
#include "net/planner-shown-address.h"
#include "ui/widgets/planner-rows.h"
#include "ui/widgets/planner-zone-row.h"
#include "words/planner-ago.h"
#include "words/planner-days.h"
#include "words/planner-messages.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

struct _PlannerConferenceDialog
{
  AdwDialog parent_instance;

  PlannerConference *conference; /* owned */
  GtkWidget *link_row;           /* borrowed from the group, nullable */

  AdwNavigationView *navigation;
  GtkLabel *title_label;
  GtkLabel *days_label;
  AdwPreferencesGroup *links_group;
  AdwPreferencesGroup *schedule_group;
  AdwActionRow *size_row;
  AdwActionRow *zone_row;
  AdwActionRow *version_row;
  AdwActionRow *address_row;

  GtkLabel *message;
  GtkWidget *save_button;
  GtkEditable *name_row;
  GtkEditable *edit_address_row;
  PlannerZoneRow *edit_zone_row;
  AdwSwitchRow *remind_row;
};

G_DEFINE_FINAL_TYPE (PlannerConferenceDialog, planner_conference_dialog, ADW_TYPE_DIALOG)

static const char *
get_schedule_title (PlannerConferenceDialog *self)
{
  const char *title = planner_conference_get_agenda (self->conference)->title.shown;

  return title ? title : planner_conference_get_record (self->conference)->title;
}

static void
show_row (AdwActionRow *row, const char *text)
{
  adw_action_row_set_subtitle (row, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (row), text && *text);
}

static void
show_link (PlannerConferenceDialog *self, const char *uri)
{
  if (self->link_row)
    adw_preferences_group_remove (self->links_group, self->link_row);
  self->link_row = planner_link_row_new (_ ("Website"), uri);
  if (self->link_row)
    adw_preferences_group_add (self->links_group, self->link_row);
  gtk_widget_set_visible (GTK_WIDGET (self->links_group), self->link_row != NULL);
}

static void
show_schedule (PlannerConferenceDialog *self, const PlannerAgenda *agenda)
{
  g_autofree char *contents = planner_agenda_dup_contents (agenda);
  g_autofree char *address = planner_address_dup_shown (planner_conference_get_address (self->conference));
  const gint64 updated_utc = planner_conference_get_updated_utc (self->conference);
  g_autofree char *updated =
      planner_format_updated (updated_utc, planner_conference_get_now_utc (self->conference));

  show_row (self->size_row, contents);
  show_row (self->zone_row, g_time_zone_get_identifier (agenda->zone));
  show_row (self->version_row, agenda->version);
  show_row (self->address_row, address);
  adw_preferences_group_set_description (self->schedule_group, updated_utc > 0 ? updated : "");
}

static void
changed_cb (PlannerConferenceDialog *self)
{
  const PlannerAgenda *agenda = planner_conference_get_agenda (self->conference);
  g_autofree char *days = planner_agenda_dup_days (agenda);

  gtk_label_set_label (self->title_label, planner_conference_get_title (self->conference));
  gtk_label_set_label (self->days_label, days);
  gtk_widget_set_visible (GTK_WIDGET (self->days_label), *days != '\0');
  show_link (self, agenda->url);
  show_schedule (self, agenda);
}

static void
show_message (PlannerConferenceDialog *self, const char *text)
{
  gtk_label_set_label (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *text != '\0');
  if (*text != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
edit_cb (PlannerConferenceDialog *self)
{
  const PlannerConferenceRecord *record = planner_conference_get_record (self->conference);
  g_autofree char *address = planner_address_dup_shown (record->address);

  show_message (self, "");
  gtk_editable_set_text (self->name_row, planner_conference_get_title (self->conference));
  gtk_editable_set_text (self->edit_address_row, address);
  planner_zone_row_set_zone (self->edit_zone_row, record->default_zone);
  adw_switch_row_set_active (self->remind_row, record->remind);
  adw_navigation_view_push_by_tag (self->navigation, "edit");
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

/* The row shows the address without its password, so an unchanged text stands for the stored address. */
static char *
dup_address (PlannerConferenceDialog *self)
{
  const char *stored = planner_conference_get_address (self->conference);
  g_autofree char *shown = planner_address_dup_shown (stored);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->edit_address_row)));

  return *text == '\0' || g_str_equal (text, shown) ? g_strdup (stored)
                                                    : planner_address_complete (text, NULL);
}

/* Returns: (nullable): %NULL for the title of the schedule */
static char *
dup_own_title (PlannerConferenceDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));

  return *text == '\0' || g_strcmp0 (text, get_schedule_title (self)) == 0 ? NULL : g_steal_pointer (&text);
}

/* A conference without a zone of its own keeps none, unless the attendee chooses another one than the proposed. */
static const char *
get_own_zone (PlannerConferenceDialog *self, const char *proposed)
{
  const char *stored = planner_conference_get_record (self->conference)->default_zone;
  const char *zone = planner_zone_row_get_zone (self->edit_zone_row);

  return !stored && g_str_equal (zone, proposed) ? NULL : zone;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PlannerConference *conference = PLANNER_CONFERENCE (source);
  g_autoptr (PlannerConferenceDialog) self = data;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->save_button, TRUE);
  if (!planner_conference_edit_finish (conference, result, &error))
    {
      show_message (self, planner_message_for_error (error));
      return;
    }

  adw_navigation_view_pop_to_tag (self->navigation, "facts");
  /* The edit has removed the validators if the schedule must be read again. */
  if (!planner_conference_get_record (conference)->etag &&
      !planner_conference_get_record (conference)->last_modified)
    planner_conference_refresh_async (conference, NULL, NULL, NULL);
}

static void
save_cb (PlannerConferenceDialog *self)
{
  g_autofree char *address = dup_address (self);
  g_autofree char *title = dup_own_title (self);
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
remove_cb (PlannerConferenceDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.remove-conference", NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
planner_conference_dialog_dispose (GObject *object)
{
  PlannerConferenceDialog *self = PLANNER_CONFERENCE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_CONFERENCE_DIALOG);
  g_clear_object (&self->conference);

  G_OBJECT_CLASS (planner_conference_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gotc/Planner/ui/planner-conference-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerConferenceDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferenceDialog, title_label);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferenceDialog, days_label);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferenceDialog, links_group);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferenceDialog, schedule_group);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferenceDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferenceDialog, zone_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferenceDialog, version_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferenceDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferenceDialog, message);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferenceDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferenceDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferenceDialog, edit_address_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferenceDialog, edit_zone_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferenceDialog, remind_row);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
planner_conference_dialog_class_init (PlannerConferenceDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = planner_conference_dialog_dispose;

  g_type_ensure (PLANNER_TYPE_ZONE_ROW);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
planner_conference_dialog_init (PlannerConferenceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  planner_row_speak_subtitle (self->size_row);
  planner_row_speak_subtitle (self->zone_row);
  planner_row_speak_subtitle (self->version_row);
  planner_row_speak_subtitle (self->address_row);
  planner_group_make_heading (self->schedule_group);
}

/**
 * planner_conference_dialog_new:
 *
 * Returns: (transfer floating): a dialog about @conference
 */
AdwDialog *
planner_conference_dialog_new (PlannerConference *conference)
{
  PlannerConferenceDialog *self = g_object_new (PLANNER_TYPE_CONFERENCE_DIALOG, NULL);

  self->conference = g_object_ref (conference);
  g_signal_connect_object (conference, "notify::title", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (conference, "notify::agenda", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);

  return ADW_DIALOG (self);
}
