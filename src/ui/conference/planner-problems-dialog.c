/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The dialog reads the schedule again when it opens. So no report has to be stored, the problems are those of the currently
 * published file, and a file that cannot be read at all is reported too.
 */

#include "config.h"

#include "ui/conference/planner-problems-dialog.h"

#include "library/planner-library-add.h"
#include "net/planner-shown-address.h"
#include "ui/widgets/planner-rows.h"
#include "words/planner-messages.h"
#include "words/planner-problem-effects.h"
#include "words/planner-problems.h"

#include <glib/gi18n.h>

/* How many problems with the same code are listed and copied. */
#define MAX_ALIKE 10
#define MAX_COPIED_ALIKE 50

struct _PlannerProblemsDialog
{
  AdwDialog parent_instance;

  GCancellable *cancellable; /* owned: cancels the reading */
  char *heading;             /* owned: title and address of the conference, on top of the report */
  char *report;              /* owned, nullable: the text to copy */

  AdwToastOverlay *toast_overlay;
  GtkWidget *copy_button;
  GtkStack *stack;
  AdwStatusPage *failure;
  AdwPreferencesGroup *effects;
  AdwExpanderRow *details;
};

G_DEFINE_FINAL_TYPE (PlannerProblemsDialog, planner_problems_dialog, ADW_TYPE_DIALOG)

static const char *
get_icon_name (PlannerSeverity severity)
{
  switch (severity)
    {
    case PLANNER_SEVERITY_SKIPPED:
      return "dialog-error-symbolic";
    case PLANNER_SEVERITY_REPAIRED:
      return "dialog-warning-symbolic";
    case PLANNER_SEVERITY_NOTE:
    default:
      return "dialog-information-symbolic";
    }
}

static GtkWidget *
create_row (const char *title, const char *subtitle)
{
  GtkWidget *row = planner_plain_row_new (ADW_TYPE_ACTION_ROW);

  g_object_set (row, "title", title, "subtitle", subtitle ? subtitle : "", "subtitle-selectable", TRUE, NULL);
  planner_row_speak_subtitle (ADW_ACTION_ROW (row));

  return row;
}

static GtkWidget *
create_problem_row (const PlannerProblem *problem)
{
  GtkWidget *row = create_row (problem->message, problem->where);
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon_name (problem->severity));
  const char *words = planner_severity_to_words (problem->severity);

  gtk_widget_set_tooltip_text (icon, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);

  return row;
}

static GtkWidget *
create_more_row (guint n)
{
  g_autofree char *title =
      g_strdup_printf (ngettext ("And %u more like this", "And %u more like these", n), n);

  return create_row (title, "");
}

/* The rows of problems follow a row with what they have in common. */
static void
add_group (PlannerProblemsDialog *self, const PlannerProblemGroup *group)
{
  const guint n = group->problems->len;
  const guint n_shown = n <= MAX_ALIKE + 1 ? n : MAX_ALIKE;
  g_autofree char *title = g_strdup_printf (_ ("%s (%u)"), group->summary, n);
  GtkWidget *row = create_row (title, group->rule);

  gtk_widget_add_css_class (row, "problem-kind");
  adw_expander_row_add_row (self->details, row);
  for (guint i = 0; i < n_shown; i++)
    adw_expander_row_add_row (self->details, create_problem_row (g_ptr_array_index (group->problems, i)));
  if (n > n_shown)
    adw_expander_row_add_row (self->details, create_more_row (n - n_shown));
}

static void
show_effects (PlannerProblemsDialog *self, const PlannerReport *report)
{
  g_auto (GStrv) effects = planner_report_dup_effects (report);

  if (!*effects)
    adw_preferences_group_add (
        self->effects,
        create_row (_ ("Nothing is missing. Only the organizers need to know the rest."), NULL));
  for (guint i = 0; effects[i]; i++)
    adw_preferences_group_add (self->effects, create_row (effects[i], NULL));
}

static void
show_report (PlannerProblemsDialog *self, const PlannerReport *report)
{
  g_autoptr (GPtrArray) groups = planner_problems_group (report);
  g_autofree char *text = planner_report_to_text (report, MAX_COPIED_ALIKE);

  show_effects (self, report);
  for (guint i = 0; i < groups->len; i++)
    add_group (self, g_ptr_array_index (groups, i));
  self->report = g_strconcat (self->heading, "\n", text, NULL);
  gtk_stack_set_visible_child_name (self->stack, groups->len > 0 ? "problems" : "none");
}

static void
show_failure (PlannerProblemsDialog *self, const GError *error)
{
  const char *sentence = planner_message_for_error (error);
  /* The message of a feed error has line and column. Network errors would only repeat the address. */
  const char *more = error->domain == PLANNER_FEED_ERROR ? error->message : "";
  g_autofree char *markup = g_markup_printf_escaped ("%s\n\n%s", sentence, more);

  adw_status_page_set_description (self->failure, g_strstrip (markup));
  self->report = g_strdup_printf ("%s\n%s\n%s\n", self->heading, sentence, more);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
read_cb (GObject *library, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerProblemsDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerFound) found = planner_library_check_finish (PLANNER_LIBRARY (library), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (found)
    show_report (self, found->report);
  else
    show_failure (self, error);
  gtk_widget_set_visible (self->copy_button, TRUE);
}

static void
copy_cb (PlannerProblemsDialog *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->report);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("Report copied")));
}

static void
planner_problems_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (PLANNER_PROBLEMS_DIALOG (dialog)->cancellable);
}

static void
planner_problems_dialog_dispose (GObject *object)
{
  g_cancellable_cancel (PLANNER_PROBLEMS_DIALOG (object)->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNER_TYPE_PROBLEMS_DIALOG);

  G_OBJECT_CLASS (planner_problems_dialog_parent_class)->dispose (object);
}

static void
planner_problems_dialog_finalize (GObject *object)
{
  PlannerProblemsDialog *self = PLANNER_PROBLEMS_DIALOG (object);

  g_object_unref (self->cancellable);
  g_free (self->heading);
  g_free (self->report);

  G_OBJECT_CLASS (planner_problems_dialog_parent_class)->finalize (object);
}

static void
planner_problems_dialog_class_init (PlannerProblemsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = planner_problems_dialog_dispose;
  object_class->finalize = planner_problems_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = planner_problems_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gotc/Planner/ui/planner-problems-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerProblemsDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, PlannerProblemsDialog, copy_button);
  gtk_widget_class_bind_template_child (widget_class, PlannerProblemsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PlannerProblemsDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, PlannerProblemsDialog, effects);
  gtk_widget_class_bind_template_child (widget_class, PlannerProblemsDialog, details);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
planner_problems_dialog_init (PlannerProblemsDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * planner_problems_dialog_new:
 * @conference: the conference whose schedule to read; it is not changed
 *
 * Returns: (transfer floating): a dialog that reads a schedule and lists what was repaired or left out
 */
AdwDialog *
planner_problems_dialog_new (PlannerLibrary *library, PlannerConference *conference)
{
  PlannerProblemsDialog *self = g_object_new (PLANNER_TYPE_PROBLEMS_DIALOG, NULL);
  g_autofree char *address = planner_address_dup_shown (planner_conference_get_address (conference));

  self->heading = g_strdup_printf ("%s\n%s\n", planner_conference_get_title (conference), address);
  planner_library_check_async (library, conference, self->cancellable, read_cb, g_object_ref (self));

  return ADW_DIALOG (self);
}
