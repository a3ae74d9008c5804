/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/preferences/planner-data-page.h"

#include "ui/preferences/planner-backup-dialogs.h"
#include "ui/widgets/planner-error-toast.h"
#include "ui/widgets/planner-widget-window.h"
#include "words/planner-file-name.h"

#include <glib/gi18n.h>

struct _PlannerDataPage
{
  AdwPreferencesPage parent_instance;

  PlannerSyncer *syncer; /* owned */

  GtkWidget *folder_row;
  GtkWidget *calendar_row;
};

G_DEFINE_FINAL_TYPE (PlannerDataPage, planner_data_page, ADW_TYPE_PREFERENCES_PAGE)

typedef enum
{
  PROP_SYNCER = 1,
} PlannerDataPageProperty;

static GParamSpec *properties[PROP_SYNCER + 1];

static AdwPreferencesDialog *
get_dialog (PlannerDataPage *self)
{
  return ADW_PREFERENCES_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG));
}

static gboolean
is_from_portal (const char *path)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", "", NULL);

  return g_str_has_prefix (path, folder);
}

/* The path of a file or folder from the portal says only its name. Returns: (transfer full): that name, or another path, with “~”
 * for the home folder */
static char *
shorten_path (const char *path)
{
  const char *home = g_get_home_dir ();
  g_autofree char *shown = g_filename_display_name (path);

  if (is_from_portal (path))
    return g_filename_display_basename (path);
  if (g_str_has_prefix (shown, home) && G_IS_DIR_SEPARATOR (shown[strlen (home)]))
    return g_strconcat ("~", shown + strlen (home), NULL);

  return g_steal_pointer (&shown);
}

/* @path: (nullable): the shared folder or the calendar file */
static char *
describe_path (PlannerDataPage *self, const char *path, const char *status)
{
  g_autofree char *shown = path ? shorten_path (path) : NULL;

  if (!path)
    return g_strdup (_ ("None"));

  return status ? g_strdup_printf ("%s\n%s", shown, status) : g_steal_pointer (&shown);
}

static gboolean
is_set (PlannerDataPage *self, const char *folder)
{
  return folder != NULL;
}

/* The attendee may have closed the dialog without a choice, and the preferences meanwhile. */
static void
show_error (PlannerDataPage *self, const GError *error)
{
  if (error && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) && get_dialog (self))
    adw_preferences_dialog_add_toast (get_dialog (self), planner_error_toast_new (error));
}

static void
folder_chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerDataPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (dialog), result, &error);

  if (folder && g_file_peek_path (folder))
    planner_syncer_set_folder (self->syncer, g_file_peek_path (folder));
  show_error (self, error);
}

static void
choose_folder_cb (PlannerDataPage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Choose a Folder That Your Computers Share"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Choose"));
  gtk_file_dialog_select_folder (dialog, planner_widget_get_window (GTK_WIDGET (self)), NULL,
                                 folder_chosen_cb, g_object_ref (self));
}

static void
calendar_chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerDataPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, &error);

  if (file && g_file_peek_path (file))
    planner_syncer_set_calendar (self->syncer, g_file_peek_path (file));
  show_error (self, error);
}

static void
choose_calendar_cb (PlannerDataPage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = planner_file_name_new (_ ("My Schedule"), ".ics");

  gtk_file_dialog_set_title (dialog, _ ("Choose a Calendar File"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, planner_widget_get_window (GTK_WIDGET (self)), NULL, calendar_chosen_cb,
                        g_object_ref (self));
}

static void
stop_calendar_cb (PlannerDataPage *self)
{
  gtk_widget_grab_focus (self->calendar_row);
  planner_syncer_set_calendar (self->syncer, NULL);
}

static void
run_cb (PlannerDataPage *self)
{
  planner_syncer_run (self->syncer);
}

/* The button that had the keyboard focus disappears. */
static void
stop_cb (PlannerDataPage *self)
{
  gtk_widget_grab_focus (self->folder_row);
  planner_syncer_set_folder (self->syncer, NULL);
}

static void
back_up_cb (PlannerDataPage *self)
{
  planner_backup_dialogs_back_up (get_dialog (self), planner_syncer_get_library (self->syncer));
}

static void
restore_cb (PlannerDataPage *self)
{
  planner_backup_dialogs_restore (get_dialog (self), planner_syncer_get_library (self->syncer));
}

static void
planner_data_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannerDataPage *self = PLANNER_DATA_PAGE (object);

  switch ((PlannerDataPageProperty) id)
    {
    case PROP_SYNCER:
      g_value_set_object (value, self->syncer);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_data_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannerDataPage *self = PLANNER_DATA_PAGE (object);

  switch ((PlannerDataPageProperty) id)
    {
    case PROP_SYNCER:
      self->syncer = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_data_page_dispose (GObject *object)
{
  PlannerDataPage *self = PLANNER_DATA_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_DATA_PAGE);
  g_clear_object (&self->syncer);

  G_OBJECT_CLASS (planner_data_page_parent_class)->dispose (object);
}

static void
planner_data_page_class_init (PlannerDataPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = planner_data_page_get_property;
  object_class->set_property = planner_data_page_set_property;
  object_class->dispose = planner_data_page_dispose;

  properties[PROP_SYNCER] =
      g_param_spec_object ("syncer", NULL, NULL, PLANNER_TYPE_SYNCER,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerDataPage, folder_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerDataPage, calendar_row);
  gtk_widget_class_bind_template_callback (widget_class, describe_path);
  gtk_widget_class_bind_template_callback (widget_class, is_set);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_calendar_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_calendar_cb);
  gtk_widget_class_bind_template_callback (widget_class, run_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
planner_data_page_init (PlannerDataPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * planner_data_page_new:
 * @syncer: the syncer of a loaded library
 *
 * Returns: (transfer floating): a page for the preferences dialog
 */
AdwPreferencesPage *
planner_data_page_new (PlannerSyncer *syncer)
{
  g_return_val_if_fail (PLANNER_IS_SYNCER (syncer), NULL);

  return g_object_new (PLANNER_TYPE_DATA_PAGE, "syncer", syncer, NULL);
}
