/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/timetable/planner-rooms-dialog.h"

#include "plan/planner-room-groups.h"

#include <glib/gi18n.h>

struct _PlannerRoomsDialog
{
  AdwDialog parent_instance;

  GtkWidget *show_all;      /* template child */
  AdwPreferencesPage *page; /* template child */

  PlannerHiddenRooms *hidden; /* owned */
  PlannerAgenda *agenda;      /* owned: of the rooms */
  GPtrArray *groups;          /* owned: PlannerRoomGroup */
  GPtrArray *checks;          /* owned: Check */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (PlannerRoomsDialog, planner_rooms_dialog, ADW_TYPE_DIALOG)

/* A check button of one room or of a group. */
typedef struct
{
  GtkCheckButton *button; /* borrowed from the dialog */
  GPtrArray *rooms;       /* owned: borrowed rooms */
} Check;

static void
check_free (Check *check)
{
  g_ptr_array_unref (check->rooms);
  g_free (check);
}

static void
update (PlannerRoomsDialog *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    {
      const Check *check = g_ptr_array_index (self->checks, i);
      const guint n_hidden = planner_hidden_rooms_count (self->hidden, check->rooms);

      gtk_check_button_set_active (check->button, n_hidden == 0);
      gtk_check_button_set_inconsistent (check->button, n_hidden > 0 && n_hidden < check->rooms->len);
    }
  self->updating = FALSE;
  gtk_widget_set_sensitive (self->show_all,
                            planner_hidden_rooms_count (self->hidden, self->agenda->rooms) > 0);
}

static void
toggled_cb (GtkCheckButton *button, PlannerRoomsDialog *self)
{
  for (guint i = 0; !self->updating && i < self->checks->len; i++)
    {
      const Check *check = g_ptr_array_index (self->checks, i);

      if (check->button == button)
        planner_hidden_rooms_hide (self->hidden, check->rooms, !gtk_check_button_get_active (button));
    }
}

static void
show_all_cb (PlannerRoomsDialog *self)
{
  planner_hidden_rooms_show_all (self->hidden);
}

/* Takes @rooms. */
static GtkWidget *
add_check (PlannerRoomsDialog *self, GPtrArray *rooms, const char *name)
{
  GtkWidget *button = gtk_check_button_new ();
  Check *check = g_new0 (Check, 1);

  check->button = GTK_CHECK_BUTTON (button);
  check->rooms = rooms;
  g_ptr_array_add (self->checks, check);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);

  return button;
}

static GtkWidget *
create_row (PlannerRoomsDialog *self, PlannerRoom *room)
{
  GtkWidget *row = adw_action_row_new ();
  GPtrArray *rooms = g_ptr_array_new ();
  GtkWidget *check;

  g_ptr_array_add (rooms, room);
  check = add_check (self, rooms, room->title.shown);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), room->title.shown);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);

  return row;
}

static GtkWidget *
create_group_check (PlannerRoomsDialog *self, const PlannerRoomGroup *group)
{
  /* Translators: %s is what the names of several rooms begin with, such as a building. */
  g_autofree char *name = g_strdup_printf (_ ("All rooms of %s"), group->name);
  GtkWidget *check = add_check (self, g_ptr_array_ref (group->rooms), name);

  gtk_widget_set_tooltip_text (check, name);

  return check;
}

static void
add_group (PlannerRoomsDialog *self, const PlannerRoomGroup *group)
{
  AdwPreferencesGroup *widget = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *title = g_markup_escape_text (group->name ? group->name : "", -1);

  adw_preferences_group_set_title (widget, title);
  if (group->name)
    adw_preferences_group_set_header_suffix (widget, create_group_check (self, group));
  for (guint i = 0; i < group->rooms->len; i++)
    adw_preferences_group_add (widget, create_row (self, g_ptr_array_index (group->rooms, i)));
  adw_preferences_page_add (self->page, widget);
}

static void
planner_rooms_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNER_TYPE_ROOMS_DIALOG);

  G_OBJECT_CLASS (planner_rooms_dialog_parent_class)->dispose (object);
}

static void
planner_rooms_dialog_finalize (GObject *object)
{
  PlannerRoomsDialog *self = PLANNER_ROOMS_DIALOG (object);

  g_clear_object (&self->hidden);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->agenda, planner_agenda_unref);

  G_OBJECT_CLASS (planner_rooms_dialog_parent_class)->finalize (object);
}

static void
planner_rooms_dialog_class_init (PlannerRoomsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = planner_rooms_dialog_dispose;
  object_class->finalize = planner_rooms_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-rooms-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerRoomsDialog, show_all);
  gtk_widget_class_bind_template_child (widget_class, PlannerRoomsDialog, page);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
planner_rooms_dialog_init (PlannerRoomsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->checks = g_ptr_array_new_with_free_func ((GDestroyNotify) check_free);
}

/**
 * planner_rooms_dialog_new:
 * @conference: the conference of the rooms
 *
 * Returns: (transfer floating): a dialog for the rooms of its agenda at the moment
 */
AdwDialog *
planner_rooms_dialog_new (PlannerConference *conference)
{
  PlannerRoomsDialog *self = g_object_new (PLANNER_TYPE_ROOMS_DIALOG, NULL);

  self->hidden = g_object_ref (planner_conference_get_hidden_rooms (conference));
  self->agenda = planner_agenda_ref (planner_conference_get_agenda (conference));
  self->groups = planner_room_groups_find (self->agenda->rooms);
  for (guint i = 0; i < self->groups->len; i++)
    add_group (self, g_ptr_array_index (self->groups, i));
  g_signal_connect_object (self->hidden, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return ADW_DIALOG (self);
}
