/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Collects what a programme on paper says. planner-paper-pdf.c draws it. */

#include "config.h"

#include "share/planner-paper.h"

#include "words/planner-days.h"
#include "words/planner-labels.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

static void
row_free (PlannerPaperRow *row)
{
  g_free (row->day);
  g_free (row->time);
  g_free (row->title);
  g_free (row->details);
  g_free (row);
}

static void
append (GString *line, const char *separator, const char *text)
{
  if (!text || !*text)
    return;
  if (line->len > 0)
    g_string_append (line, separator);
  g_string_append (line, text);
}

static const char *
get_state (PlannerEntry *entry)
{
  if (planner_entry_get_withdrawn (entry))
    return _ ("Withdrawn");

  if (planner_entry_get_session (entry)->cancelled)
    return _ ("Cancelled");

  return planner_entry_get_plan_b (entry) ? _ ("Plan B") : NULL;
}

/* Returns: (transfer full): "Cancelled · Hall 3 · Cloud Native Summit", and the speakers on the next line */
static char *
describe (PlannerEntry *entry)
{
  const PlannerSession *session = planner_entry_get_session (entry);
  g_autofree char *speakers = planner_session_dup_speaker_names (session);
  GString *text = g_string_new (NULL);

  append (text, " · ", get_state (entry));
  append (text, " · ", session->room ? session->room->title.shown : NULL);
  append (text, " · ", session->forum ? session->forum->title.shown : NULL);
  append (text, "\n", speakers);

  return g_string_free_and_steal (text);
}

static void
add_day (PlannerPaper *self, PlannerEntry *entry)
{
  PlannerPaperRow *row = g_new0 (PlannerPaperRow, 1);

  row->day = planner_format_day_long (planner_entry_get_day (entry)->date);
  g_ptr_array_add (self->rows, row);
}

static void
add_session (PlannerPaper *self, PlannerEntry *entry)
{
  PlannerPaperRow *row = g_new0 (PlannerPaperRow, 1);

  row->time = planner_format_time_range (planner_entry_get_session (entry), NULL);
  row->title = g_strdup (planner_entry_get_session (entry)->title.shown);
  row->details = describe (entry);
  g_ptr_array_add (self->rows, row);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return planner_entry_compare ((PlannerEntry *) a, (PlannerEntry *) b);
}

/**
 * planner_paper_new:
 * @title: what the programme shows, such as the name of a forum
 * @entries: (element-type PlannerEntry): entries of @conference in any order
 *
 * Times are those at the venue, where the paper is read.
 *
 * Returns: (transfer full): the programme
 */
PlannerPaper *
planner_paper_new (PlannerConference *conference, const char *title, const GPtrArray *entries)
{
  PlannerPaper *self;
  g_autoptr (GPtrArray) sorted = NULL;
  const char *date = NULL;

  g_return_val_if_fail (PLANNER_IS_CONFERENCE (conference) && title && entries, NULL);

  self = g_new0 (PlannerPaper, 1);
  self->title = g_strdup (title);
  self->subtitle = g_strdup (planner_conference_get_title (conference));
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  sorted = g_ptr_array_copy ((GPtrArray *) entries, NULL, NULL);
  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort_values (sorted, compare_entries);
  for (guint i = 0; i < sorted->len; i++)
    {
      PlannerEntry *entry = g_ptr_array_index (sorted, i);
      const char *next = planner_entry_get_day (entry)->date;

      if (g_strcmp0 (date, next) != 0)
        add_day (self, entry);
      date = next;
      add_session (self, entry);
    }

  return self;
}

void
planner_paper_free (PlannerPaper *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_ptr_array_unref (self->rows);
  g_free (self);
}
