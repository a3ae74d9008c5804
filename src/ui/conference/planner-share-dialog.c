/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/conference/planner-share-dialog.h"

#include "share/planner-schedule-text.h"
#include "share/planner-star-collect.h"
#include "share/planner-star-file.h"
#include "share/planner-star-link.h"
#include "ui/widgets/planner-error-toast.h"
#include "ui/widgets/planner-qr-paintable.h"
#include "ui/widgets/planner-widget-window.h"
#include "words/planner-file-name.h"

#include <glib/gi18n.h>

struct _PlannerShareDialog
{
  AdwDialog parent_instance;

  PlannerConference *conference; /* owned */
  PlannerSharedStars *stars;     /* owned */
  GStrv links;                   /* owned: one for each code */
  guint part;                    /* the index of the code on screen */

  AdwToastOverlay *toast_overlay;
  GtkPicture *picture;
  GtkWidget *pager;
  GtkLabel *part_label;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkLabel *description;
};

G_DEFINE_FINAL_TYPE (PlannerShareDialog, planner_share_dialog, ADW_TYPE_DIALOG)

static void
show_code (PlannerShareDialog *self)
{
  PlannerQrCode *code = planner_qr_code_new (self->links[self->part], NULL);
  g_autoptr (GdkPaintable) paintable = code ? planner_qr_paintable_new (code) : NULL;

  gtk_picture_set_paintable (self->picture, paintable);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), paintable != NULL);
  gtk_label_set_label (
      self->description,
      paintable ? _ ("Scan this code with another device that has GOTC Planner.")
                : _ ("The address of this conference is too long for a code. Save a file instead."));
}

static void
show_part (PlannerShareDialog *self, guint part)
{
  const guint n_parts = g_strv_length (self->links);
  g_autofree char *label = NULL;

  self->part = part;
  /* Translators: the number of a QR code, and how many there are. */
  label = g_strdup_printf (_ ("Code %u of %u"), part + 1, n_parts);
  gtk_label_set_label (self->part_label, label);
  gtk_widget_set_sensitive (self->previous_button, part > 0);
  gtk_widget_set_sensitive (self->next_button, part + 1 < n_parts);
  gtk_widget_set_visible (self->pager, n_parts > 1);
  gtk_picture_set_alternative_text (self->picture, n_parts > 1 ? label : _ ("QR code of the link"));
  show_code (self);
}

/* The reader hears the number, because the focus stays on the button. */
static void
turn_to_part (PlannerShareDialog *self, guint part)
{
  show_part (self, part);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->part_label),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
previous_cb (PlannerShareDialog *self)
{
  turn_to_part (self, self->part - 1);
}

static void
next_cb (PlannerShareDialog *self)
{
  turn_to_part (self, self->part + 1);
}

static void
copy (PlannerShareDialog *self, const char *text, const char *done)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (done));
}

static void
copy_link_cb (PlannerShareDialog *self)
{
  g_autofree char *link = planner_star_link_new (self->stars);

  copy (self, link, _ ("Link copied"));
}

static void
copy_text_cb (PlannerShareDialog *self)
{
  g_autofree char *link = planner_star_link_new (self->stars);
  g_autofree char *text = planner_schedule_to_text (self->conference, link);

  copy (self, text, _ ("Text copied"));
}

static void
written_cb (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerShareDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (file), result, NULL, &error))
    {
      adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("File saved")));
      return;
    }
  g_debug ("Cannot write the stars: %s", error->message);
  adw_toast_overlay_add_toast (self->toast_overlay, planner_error_toast_new (error));
}

static void
file_chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerShareDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, &error);
  char *text = file ? planner_star_file_write (self->stars) : NULL;
  g_autoptr (GBytes) bytes = text ? g_bytes_new_take (text, strlen (text)) : NULL;

  if (file)
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb,
                                         g_object_ref (self));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    adw_toast_overlay_add_toast (self->toast_overlay, planner_error_toast_new (error));
}

static void
save_cb (PlannerShareDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  /* Translators: The name of a file. %s is the name of a conference. */
  title = g_strdup_printf (_ ("Stars – %s"), planner_conference_get_title (self->conference));
  name = planner_file_name_new (title, ".json");
  gtk_file_dialog_set_title (dialog, _ ("Save Stars"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, planner_widget_get_window (GTK_WIDGET (self)), NULL, file_chosen_cb,
                        g_object_ref (self));
}

static void
planner_share_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNER_TYPE_SHARE_DIALOG);

  G_OBJECT_CLASS (planner_share_dialog_parent_class)->dispose (object);
}

static void
planner_share_dialog_finalize (GObject *object)
{
  PlannerShareDialog *self = PLANNER_SHARE_DIALOG (object);

  g_clear_object (&self->conference);
  g_clear_pointer (&self->stars, planner_shared_stars_free);
  g_clear_pointer (&self->links, g_strfreev);

  G_OBJECT_CLASS (planner_share_dialog_parent_class)->finalize (object);
}

static void
planner_share_dialog_class_init (PlannerShareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = planner_share_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = planner_share_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-share-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerShareDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, PlannerShareDialog, picture);
  gtk_widget_class_bind_template_child (widget_class, PlannerShareDialog, pager);
  gtk_widget_class_bind_template_child (widget_class, PlannerShareDialog, part_label);
  gtk_widget_class_bind_template_child (widget_class, PlannerShareDialog, previous_button);
  gtk_widget_class_bind_template_child (widget_class, PlannerShareDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, PlannerShareDialog, description);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
planner_share_dialog_init (PlannerShareDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * planner_share_dialog_new:
 * @conference: a conference with stars
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
planner_share_dialog_new (PlannerConference *conference)
{
  PlannerShareDialog *self;

  g_return_val_if_fail (PLANNER_IS_CONFERENCE (conference), NULL);

  self = g_object_new (PLANNER_TYPE_SHARE_DIALOG, NULL);
  self->conference = g_object_ref (conference);
  self->stars = planner_shared_stars_collect (conference);
  self->links = planner_star_links_new (self->stars);
  show_part (self, 0);

  return ADW_DIALOG (self);
}
