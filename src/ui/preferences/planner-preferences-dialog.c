/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/preferences/planner-preferences-dialog.h"

#include "model/planner-lead.h"
#include "reminders/planner-notification-permission.h"
#include "ui/widgets/planner-lead-row.h"
#include "words/planner-duration.h"

#include <glib/gi18n.h>

struct _PlannerPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  GSettings *settings;               /* owned */
  PlannerReminderService *reminders; /* owned */
  PlannerBackground *background;     /* owned */

  AdwComboRow *lead_row;
  AdwSwitchRow *closed_row;
  AdwSwitchRow *local_time_row;
  AdwSwitchRow *metered_row;
  GtkWidget *notifications_row;
};

G_DEFINE_FINAL_TYPE (PlannerPreferencesDialog, planner_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

typedef enum
{
  PROP_SETTINGS = 1,
  PROP_KEEPER,
  PROP_BACKGROUND,
} PlannerPreferencesDialogProperty;

static GParamSpec *properties[PROP_BACKGROUND + 1];

/* A lead time that was set elsewhere is offered as well. */
static void
show_lead (PlannerPreferencesDialog *self)
{
  const int current = g_settings_get_int (self->settings, "lead-minutes");
  GtkStringList *names = GTK_STRING_LIST (adw_combo_row_get_model (self->lead_row));

  for (guint i = 0; i < PLANNER_LEAD_N_CHOICES; i++)
    if (planner_lead_choices[i] == current)
      {
        adw_combo_row_set_selected (self->lead_row, i);
        return;
      }

  if (g_list_model_get_n_items (G_LIST_MODEL (names)) == PLANNER_LEAD_N_CHOICES)
    gtk_string_list_take (names, planner_format_lead (current));
  adw_combo_row_set_selected (self->lead_row, PLANNER_LEAD_N_CHOICES);
}

static void
fill_leads (PlannerPreferencesDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < PLANNER_LEAD_N_CHOICES; i++)
    gtk_string_list_take (names, planner_format_lead (planner_lead_choices[i]));
  adw_combo_row_set_model (self->lead_row, G_LIST_MODEL (names));
}

static void
lead_selected_cb (PlannerPreferencesDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->lead_row);

  if (self->settings && selected < PLANNER_LEAD_N_CHOICES &&
      g_settings_get_int (self->settings, "lead-minutes") != planner_lead_choices[selected])
    g_settings_set_int (self->settings, "lead-minutes", planner_lead_choices[selected]);
}

static char *
describe_background (PlannerPreferencesDialog *self, PlannerBackgroundState state)
{
  return g_strdup (planner_background_describe (state));
}

static PlannerNotificationPermission
show_permission (PlannerPreferencesDialog *self)
{
  const PlannerNotificationPermission permission = planner_notification_permission_read ();

  gtk_widget_set_visible (self->notifications_row, permission == PLANNER_NOTIFICATIONS_OFF);

  return permission;
}

/* The attendee may have changed the permission in the settings of the desktop meanwhile. */
static void
active_changed_cb (PlannerPreferencesDialog *self)
{
  show_permission (self);
}

static const char *
describe_test (PlannerNotificationPermission permission)
{
  switch (permission)
    {
    case PLANNER_NOTIFICATIONS_ON:
      return _ ("Test reminder sent");
    case PLANNER_NOTIFICATIONS_OFF:
      return _ ("Not shown: notifications are switched off");
    case PLANNER_NOTIFICATIONS_UNKNOWN:
    default:
      return _ ("Sent. If nothing appears, check Settings › Notifications");
    }
}

static void
test_cb (PlannerPreferencesDialog *self)
{
  AdwToast *toast = adw_toast_new (describe_test (show_permission (self)));

  planner_reminder_service_send_test (self->reminders);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), toast);
}

static void
planner_preferences_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannerPreferencesDialog *self = PLANNER_PREFERENCES_DIALOG (object);

  switch ((PlannerPreferencesDialogProperty) id)
    {
    case PROP_SETTINGS:
      g_value_set_object (value, self->settings);
      break;
    case PROP_KEEPER:
      g_value_set_object (value, self->reminders);
      break;
    case PROP_BACKGROUND:
      g_value_set_object (value, self->background);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_preferences_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannerPreferencesDialog *self = PLANNER_PREFERENCES_DIALOG (object);

  switch ((PlannerPreferencesDialogProperty) id)
    {
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;
    case PROP_KEEPER:
      self->reminders = g_value_dup_object (value);
      break;
    case PROP_BACKGROUND:
      self->background = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_preferences_dialog_constructed (GObject *object)
{
  PlannerPreferencesDialog *self = PLANNER_PREFERENCES_DIALOG (object);

  G_OBJECT_CLASS (planner_preferences_dialog_parent_class)->constructed (object);

  show_lead (self);
  show_permission (self);
  g_signal_connect_object (self->settings, "changed::lead-minutes", G_CALLBACK (show_lead), self,
                           G_CONNECT_SWAPPED);
  g_settings_bind (self->settings, "remind-when-closed", self->closed_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "local-time", self->local_time_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "refresh-on-metered", self->metered_row, "active",
                   G_SETTINGS_BIND_DEFAULT);
}

static void
planner_preferences_dialog_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (planner_preferences_dialog_parent_class)->root (widget);
  if (GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    g_signal_connect_object (gtk_widget_get_root (widget), "notify::is-active",
                             G_CALLBACK (active_changed_cb), widget, G_CONNECT_SWAPPED);
}

static void
planner_preferences_dialog_dispose (GObject *object)
{
  PlannerPreferencesDialog *self = PLANNER_PREFERENCES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_PREFERENCES_DIALOG);
  g_clear_object (&self->settings);
  g_clear_object (&self->reminders);
  g_clear_object (&self->background);

  G_OBJECT_CLASS (planner_preferences_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gotc/Planner/ui/planner-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerPreferencesDialog, lead_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerPreferencesDialog, closed_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerPreferencesDialog, local_time_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerPreferencesDialog, metered_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerPreferencesDialog, notifications_row);
  gtk_widget_class_bind_template_callback (widget_class, lead_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, describe_background);
  gtk_widget_class_bind_template_callback (widget_class, test_cb);
}

static void
planner_preferences_dialog_class_init (PlannerPreferencesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_preferences_dialog_get_property;
  object_class->set_property = planner_preferences_dialog_set_property;
  object_class->constructed = planner_preferences_dialog_constructed;
  object_class->dispose = planner_preferences_dialog_dispose;
  GTK_WIDGET_CLASS (klass)->root = planner_preferences_dialog_root;

  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, flags);
  properties[PROP_KEEPER] =
      g_param_spec_object ("reminders", NULL, NULL, PLANNER_TYPE_REMINDER_SERVICE, flags);
  properties[PROP_BACKGROUND] =
      g_param_spec_object ("background", NULL, NULL, PLANNER_TYPE_BACKGROUND, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
planner_preferences_dialog_init (PlannerPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_leads (self);
}

/**
 * planner_preferences_dialog_new:
 * @settings: the settings that the dialog changes
 * @reminders: sends the test reminder
 * @background: describes whether reminders work while the planner is closed
 *
 * Returns: (transfer floating): a preferences dialog
 */
AdwDialog *
planner_preferences_dialog_new (GSettings *settings,
                                PlannerReminderService *reminders,
                                PlannerBackground *background)
{
  return g_object_new (PLANNER_TYPE_PREFERENCES_DIALOG, "settings", settings, "reminders", reminders,
                       "background", background, NULL);
}
