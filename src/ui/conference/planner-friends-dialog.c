/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/conference/planner-friends-dialog.h"

#include "ui/widgets/planner-color.h"
#include "ui/widgets/planner-swatch.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

struct _PlannerFriendsDialog
{
  AdwDialog parent_instance;

  PlannerFriends *friends;        /* owned */
  PlannerConference *conference;  /* owned */
  AdwToastOverlay *toast_overlay; /* weak: of the window below */

  AdwPreferencesGroup *group;
  GtkWidget *all_group;
};

G_DEFINE_FINAL_TYPE (PlannerFriendsDialog, planner_friends_dialog, ADW_TYPE_DIALOG)

/* Undo restores the friends before a removal. */
typedef struct
{
  PlannerFriends *friends;       /* owned */
  PlannerConference *conference; /* owned */
  GPtrArray *before;             /* owned */
} Removal;

static void
free_with_toast (gpointer data, GClosure *closure)
{
  Removal *removal = data;

  g_object_unref (removal->friends);
  g_object_unref (removal->conference);
  g_ptr_array_unref (removal->before);
  g_free (removal);
}

static void
undo_cb (AdwToast *toast, Removal *removal)
{
  planner_friends_restore (removal->friends, removal->conference, removal->before);
}

/* Takes @removal. After a further change of the friends, the toast would undo that one too. */
static AdwToast *
create_toast (Removal *removal, const char *title)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_title (toast, title);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), removal, free_with_toast, 0);
  g_signal_connect_object (removal->friends, "changed", G_CALLBACK (adw_toast_dismiss), toast,
                           G_CONNECT_SWAPPED);

  return toast;
}

static void
remove_friends (PlannerFriendsDialog *self, const char *name, const char *title)
{
  Removal *removal = g_new0 (Removal, 1);
  AdwToast *toast;

  removal->friends = g_object_ref (self->friends);
  removal->conference = g_object_ref (self->conference);
  removal->before = planner_friends_remove (self->friends, self->conference, name);
  toast = create_toast (removal, title);
  if (self->toast_overlay)
    adw_toast_overlay_add_toast (self->toast_overlay, toast);
  else
    g_object_unref (toast);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
remove_all_cb (PlannerFriendsDialog *self)
{
  remove_friends (self, NULL, _ ("All friends removed"));
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *name = g_variant_get_string (parameter, NULL);
  g_autofree char *shown = planner_isolate (name);
  /* Translators: %s is the name of a friend. A narrow window cuts off the end, so put what happened first. */
  g_autofree char *title = g_strdup_printf (_ ("Friend removed: “%s”"), shown);

  remove_friends (PLANNER_FRIENDS_DIALOG (widget), name, title);
}

static GtkWidget *
create_remove_button (const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is the name of a friend. */
  g_autofree char *tooltip = g_strdup_printf (_ ("Remove “%s”"), name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "friends.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static void
add_row (PlannerFriendsDialog *self, const char *name)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GdkPaintable) swatch = NULL;
  GdkRGBA color;

  planner_friend_color (name, &color);
  swatch = planner_swatch_new (&color);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_paintable (swatch));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_remove_button (name));
  adw_preferences_group_add (self->group, row);
}

static void
planner_friends_dialog_dispose (GObject *object)
{
  PlannerFriendsDialog *self = PLANNER_FRIENDS_DIALOG (object);

  g_clear_object (&self->friends);
  g_clear_object (&self->conference);
  g_clear_weak_pointer (&self->toast_overlay);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_FRIENDS_DIALOG);

  G_OBJECT_CLASS (planner_friends_dialog_parent_class)->dispose (object);
}

static void
planner_friends_dialog_class_init (PlannerFriendsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = planner_friends_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gotc/Planner/ui/planner-friends-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerFriendsDialog, group);
  gtk_widget_class_bind_template_child (widget_class, PlannerFriendsDialog, all_group);
  gtk_widget_class_bind_template_callback (widget_class, remove_all_cb);
  gtk_widget_class_install_action (widget_class, "friends.remove", "s", remove_cb);
}

static void
planner_friends_dialog_init (PlannerFriendsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * planner_friends_dialog_new:
 * @friends: the friends whose stars the window shows
 * @conference: the conference whose friends are listed
 * @toast_overlay: (nullable): an overlay in the window; it offers to undo a removal
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
planner_friends_dialog_new (PlannerFriends *friends,
                            PlannerConference *conference,
                            AdwToastOverlay *toast_overlay)
{
  PlannerFriendsDialog *self = g_object_new (PLANNER_TYPE_FRIENDS_DIALOG, NULL);
  g_auto (GStrv) names = planner_friends_list (friends, conference);

  self->friends = g_object_ref (friends);
  self->conference = g_object_ref (conference);
  g_set_weak_pointer (&self->toast_overlay, toast_overlay);
  for (guint i = 0; names[i]; i++)
    add_row (self, names[i]);
  gtk_widget_set_visible (self->all_group, g_strv_length (names) > 1);

  return ADW_DIALOG (self);
}
