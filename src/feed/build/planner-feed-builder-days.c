/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds the day of each session, and sorts the sessions. */

#include "feed/build/planner-feed-builder-days.h"
#include "feed/build/planner-feed-time.h"

#include <string.h>

static gboolean
is_in_window (const PlannerDraftSession *draft, const PlannerDraftDay *day)
{
  return draft->local_s >= day->window_start_s && draft->local_s < day->window_end_s;
}

/* The bounds of days are wrong when most sessions are outside them. */
static gboolean
are_windows_plausible (PlannerBuilder *self)
{
  guint n_in = 0, n_out = 0;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      const PlannerDraftSession *draft = g_ptr_array_index (self->drafts, i);
      const PlannerDraftDay *day = draft->day < 0 ? NULL : g_ptr_array_index (self->days, draft->day);

      if (!day || day->window_start_s == PLANNER_FEED_NO_DAY || day->window_end_s == PLANNER_FEED_NO_DAY ||
          !planner_session_has_time (draft->session))
        continue;
      if (is_in_window (draft, day))
        n_in++;
      else
        n_out++;
    }

  return n_out <= n_in;
}

static void
find_days (PlannerBuilder *self)
{
  guint n_moved = 0;

  if (!are_windows_plausible (self))
    {
      self->day_change_s = self->default_day_change_s;
      planner_report_add (self->report, PLANNER_SEVERITY_NOTE, "$", PLANNER_PROBLEM_DAY_WINDOWS_IGNORED,
                          "Most sessions are outside the bounds of their days; the bounds are ignored.");
    }
  for (guint i = 0; i < self->drafts->len; i++)
    {
      PlannerDraftSession *draft = g_ptr_array_index (self->drafts, i);

      if (planner_session_has_time (draft->session))
        draft->day_s = planner_feed_floor_to_day (draft->local_s - self->day_change_s);
      n_moved += draft->listed_day_s != PLANNER_FEED_NO_DAY && draft->day_s != draft->listed_day_s &&
                 !draft->day_unknown;
    }
  if (n_moved > 0)
    planner_report_add (
        self->report, PLANNER_SEVERITY_NOTE, "$", PLANNER_PROBLEM_DAY_DIFFERS,
        "%u sessions are listed under another day than the one they start on; their own date counts.",
        n_moved);
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_names (const char *a, const char *b)
{
  return g_strcmp0 (a, b);
}

/* Sessions without a day come last, and sessions without a time come last in their day. */
static int
compare_places (const PlannerDraftSession *a, const PlannerDraftSession *b)
{
  const gboolean a_has_day = a->day_s != PLANNER_FEED_NO_DAY, b_has_day = b->day_s != PLANNER_FEED_NO_DAY;

  if (a_has_day != b_has_day)
    return a_has_day ? -1 : 1;
  if (a->day_s != b->day_s)
    return compare_numbers (a->day_s, b->day_s);

  return planner_time_compare (a->session->start_utc, b->session->start_utc);
}

/* Sessions without a time keep the order of the schedule. */
static int
compare_drafts (gconstpointer a, gconstpointer b)
{
  const PlannerDraftSession *const x = *(PlannerDraftSession *const *) a;
  const PlannerDraftSession *const y = *(PlannerDraftSession *const *) b;
  const int order = compare_places (x, y);

  if (order != 0)
    return order;

  return planner_session_has_time (x->session) ? planner_builder_compare_sessions (x->session, y->session)
                                               : compare_numbers (x->position, y->position);
}

static void
sort_sessions (PlannerBuilder *self)
{
  g_ptr_array_sort (self->drafts, compare_drafts);
  for (guint i = 0; i < self->drafts->len; i++)
    self->agenda->sessions->pdata[i] = ((PlannerDraftSession *) g_ptr_array_index (self->drafts, i))->session;
}

/**
 * planner_builder_compare_sessions:
 *
 * Compares two sessions that start at the same time by their contents, so that the order does not depend on the order of the
 * file.
 *
 * Returns: less than, equal to, or greater than 0, as strcmp() does
 */
int
planner_builder_compare_sessions (const PlannerSession *a, const PlannerSession *b)
{
  int order = compare_names (a->forum ? a->forum->name : NULL, b->forum ? b->forum->name : NULL);

  if (order == 0)
    order = compare_names (a->room ? a->room->name : NULL, b->room ? b->room->name : NULL);
  if (order == 0)
    order = compare_names (a->title.shown, b->title.shown);
  if (order == 0)
    order = compare_names (a->guid, b->guid);
  if (order == 0)
    order = compare_names (a->id, b->id);

  return order;
}

/**
 * planner_builder_place_in_days:
 *
 * Finds the day of every session (rules D1 to D7), sorts the sessions, and adds the days to the agenda.
 */
void
planner_builder_place_in_days (PlannerBuilder *self)
{
  GPtrArray *const days = self->agenda->days;
  gint64 last_s = 0;

  find_days (self);
  sort_sessions (self);
  for (guint i = 0; i < self->drafts->len; i++)
    {
      PlannerDraftSession *draft = g_ptr_array_index (self->drafts, i);

      if (days->len == 0 || draft->day_s != last_s)
        {
          PlannerDay *day = planner_day_new ();

          day->date =
              draft->day_s == PLANNER_FEED_NO_DAY ? g_strdup ("") : planner_feed_format_date (draft->day_s);
          day->first = i;
          g_ptr_array_add (days, day);
          last_s = draft->day_s;
        }
      draft->session->day = days->len - 1;
      ((PlannerDay *) g_ptr_array_index (days, days->len - 1))->n_sessions++;
    }
}
