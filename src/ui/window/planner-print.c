/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Prints a programme. The dialog of the desktop chooses the printer and the paper, or a file. */

#include "config.h"

#include "ui/window/planner-print.h"

#include "plan/planner-place.h"
#include "share/planner-paper-pdf.h"
#include "ui/widgets/planner-error-toast.h"
#include "ui/widgets/planner-widget-window.h"
#include "ui/window/planner-view.h"

#include <glib/gi18n.h>

typedef struct
{
  AdwToastOverlay *toast_overlay; /* borrowed, weak, nullable once the window is gone */
  PlannerPaper *paper;            /* owned */
  GBytes *pdf;                    /* owned, nullable until the paper is chosen */
} Job;

static void
job_clear (Job *job)
{
  g_clear_weak_pointer (&job->toast_overlay);
  planner_paper_free (job->paper);
  g_clear_pointer (&job->pdf, g_bytes_unref);
}

static void
job_unref (Job *job)
{
  g_rc_box_release_full (job, (GDestroyNotify) job_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_unref)

/* Reports no error if the attendee has closed the dialog. */
static void
report (Job *job, const GError *error)
{
  if (job->toast_overlay && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    adw_toast_overlay_add_toast (job->toast_overlay, planner_error_toast_new (error));
}

static void
written_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, &error) < 0)
    report (job, error);
}

static void
printing_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream =
      gtk_print_dialog_print_finish (GTK_PRINT_DIALOG (dialog), result, &error);
  g_autoptr (GInputStream) pages = g_memory_input_stream_new_from_bytes (job->pdf);

  if (stream)
    g_output_stream_splice_async (stream, pages, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, G_PRIORITY_DEFAULT,
                                  NULL, written_cb, g_rc_box_acquire (job));
  else
    report (job, error);
}

static PlannerPaperSize
get_size (GtkPrintSetup *setup)
{
  GtkPageSetup *page = gtk_print_setup_get_page_setup (setup);

  if (!page)
    return PLANNER_PAPER_A4;

  return (PlannerPaperSize) {
    .width = gtk_page_setup_get_paper_width (page, GTK_UNIT_POINTS),
    .height = gtk_page_setup_get_paper_height (page, GTK_UNIT_POINTS),
    .left = MAX (gtk_page_setup_get_left_margin (page, GTK_UNIT_POINTS), PLANNER_PAPER_A4.left),
    .right = MAX (gtk_page_setup_get_right_margin (page, GTK_UNIT_POINTS), PLANNER_PAPER_A4.right),
    .top = MAX (gtk_page_setup_get_top_margin (page, GTK_UNIT_POINTS), PLANNER_PAPER_A4.top),
    .bottom = MAX (gtk_page_setup_get_bottom_margin (page, GTK_UNIT_POINTS), PLANNER_PAPER_A4.bottom),
  };
}

static void
set_up_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintSetup) setup = gtk_print_dialog_setup_finish (GTK_PRINT_DIALOG (dialog), result, &error);

  if (setup)
    {
      const PlannerPaperSize size = get_size (setup);

      job->pdf = planner_paper_to_pdf (job->paper, &size, &error);
    }
  if (job->pdf)
    gtk_print_dialog_print (GTK_PRINT_DIALOG (dialog),
                            planner_widget_get_window (GTK_WIDGET (job->toast_overlay)), setup, NULL,
                            printing_cb, g_rc_box_acquire (job));
  else
    report (job, error);
}

static gboolean
is_wanted (PlannerEntry *entry, const char *forum)
{
  const PlannerSession *session = planner_entry_get_session (entry);

  return session->forum && g_str_equal (session->forum->name, forum);
}

/* Returns: (transfer full): the sessions of the forum, or the starred ones */
static GPtrArray *
list_entries (PlannerConference *conference, const char *forum)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *model =
      forum ? planner_conference_get_entries (conference) : planner_conference_get_starred (conference);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (model, i);

      if (!forum || is_wanted (entry, forum))
        g_ptr_array_add (entries, g_steal_pointer (&entry));
    }

  return entries;
}

static PlannerPaper *
create_paper (PlannerConference *conference, const char *view)
{
  const char *name = planner_view_get_forum (view);
  const PlannerForum *forum =
      name ? planner_agenda_find_forum (planner_conference_get_agenda (conference), name) : NULL;
  g_autoptr (GPtrArray) entries = list_entries (conference, forum ? name : NULL);

  return planner_paper_new (conference, forum ? forum->title.shown : _ ("My Schedule"), entries);
}

/**
 * planner_print_open:
 * @toast_overlay: the toast overlay of the window; it reports failures, and that there is nothing to print
 * @view: the id of the view on screen
 *
 * Opens a dialog that prints the programme of the forum on screen, or else My Schedule.
 */
void
planner_print_open (AdwToastOverlay *toast_overlay, PlannerConference *conference, const char *view)
{
  g_autoptr (GtkPrintDialog) dialog = gtk_print_dialog_new ();
  Job *job;

  g_return_if_fail (PLANNER_IS_CONFERENCE (conference) && view);

  job = g_rc_box_new0 (Job);
  g_set_weak_pointer (&job->toast_overlay, toast_overlay);
  job->paper = create_paper (conference, view);
  if (job->paper->rows->len == 0)
    {
      adw_toast_overlay_add_toast (toast_overlay,
                                   adw_toast_new (_ ("Star a session to print your schedule")));
      job_unref (job);
      return;
    }
  gtk_print_dialog_set_title (dialog, job->paper->title);
  gtk_print_dialog_setup (dialog, planner_widget_get_window (GTK_WIDGET (job->toast_overlay)), NULL,
                          set_up_cb, job);
}
