/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fills a list with the attendee's own sessions and the free time between them.
 */

#include "ui/now/planner-my-now.h"

#include "library/planner-conference-clashes.h"
#include "library/planner-my-moment.h"
#include "plan/planner-free-time.h"
#include "plan/planner-moment.h"
#include "ui/now/planner-now-row.h"
#include "words/planner-clash-words.h"
#include "words/planner-days.h"
#include "words/planner-labels.h"
#include "words/planner-moment-words.h"
#include "words/planner-words.h"

/* All fields are borrowed. */
typedef struct
{
  GtkListBox *list;
  PlannerConference *conference;
  gint64 now_utc;
  GTimeZone *local; /* nullable */
} MyNow;

static char *
format_room_and_time (const PlannerSession *session, GTimeZone *local)
{
  g_autofree char *room = planner_format_room (session);
  g_autofree char *time = planner_format_time_range (session, local);

  return g_strconcat (room, " · ", time, NULL);
}

/* A session of another conference has its name. */
static void
show_session (const MyNow *my, guint index, PlannerEntry *entry)
{
  g_autoptr (PlannerElsewhere) elsewhere = planner_conference_find_elsewhere (my->conference, entry);
  g_autofree char *title = elsewhere ? planner_isolate (elsewhere->title) : NULL;
  g_autofree char *place = format_room_and_time (planner_entry_get_session (entry), my->local);
  g_autofree char *details = title ? g_strconcat (title, " · ", place, NULL) : g_strdup (place);
  g_autofree char *clash = planner_describe_clashes (my->conference, entry);

  planner_now_row_show_moment (planner_now_row_ensure (my->list, index), entry, details, clash, my->now_utc,
                               my->local);
}

/* Returns: whether the attendee has free time before another session of the current day */
static gboolean
find_free_time (const MyNow *my, const PlannerDay *today, PlannerFreeTime *free_time)
{
  g_autoptr (GPtrArray) own = NULL;

  if (!today)
    return FALSE;

  own = planner_conference_list_my_day (my->conference, today->date, FALSE);

  return planner_free_time_find_present (own, my->now_utc, planner_conference_get_agenda (my->conference),
                                         free_time);
}

/* The row leads to the sessions that fit, if there are any. Their day and zone are those of the next session to start. */
static void
show_free_time (const MyNow *my, guint index, const PlannerFreeTime *free_time)
{
  PlannerAgenda *agenda = planner_conference_get_agenda (my->conference);
  const PlannerSession *fitting = planner_agenda_find_next (agenda, free_time->start_utc - 1);
  g_autofree char *span = planner_format_free_span (free_time, my->now_utc, my->local);
  g_autofree char *n_fitting = planner_format_fitting (free_time->n_fitting);
  PlannerNowContent content = { .heading = span, .progress = -1.0 };

  if (fitting && free_time->n_fitting > 0)
    {
      content.title = n_fitting;
      content.free_time = g_variant_new ("(sxx)", fitting->key, free_time->start_utc, free_time->end_utc);
    }
  planner_now_row_set_content (planner_now_row_ensure (my->list, index), &content);
}

static guint
show_sessions (const MyNow *my, GPtrArray *entries, const PlannerFreeTime *free_time)
{
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      PlannerEntry *entry = g_ptr_array_index (entries, i);

      if (free_time && planner_entry_get_session (entry)->start_utc >= free_time->end_utc)
        {
          show_free_time (my, n++, free_time);
          free_time = NULL;
        }
      show_session (my, n++, entry);
    }
  if (free_time)
    show_free_time (my, n++, free_time);

  return n;
}

static void
show_with_day (GtkListBox *list,
               guint index,
               PlannerConference *conference,
               PlannerEntry *entry,
               GTimeZone *local)
{
  g_autofree char *day = planner_format_day (planner_entry_get_day (entry)->date);
  g_autofree char *details = format_room_and_time (planner_entry_get_session (entry), local);
  g_autofree char *clash = planner_describe_clashes (conference, entry);
  const PlannerNowContent content = {
    .entry = entry, .heading = day, .details = details, .warning = clash, .progress = -1.0
  };

  planner_now_row_set_content (planner_now_row_ensure (list, index), &content);
}

/**
 * planner_my_now_show:
 * @list: a list of #PlannerNowRow
 * @now_utc: the current time in seconds since the epoch
 * @local: (nullable): the zone to show times in, %NULL for the venue's
 *
 * Shows the starred sessions that run and the next ones, with the free time of the current day. The rows are in the order of
 * time.
 *
 * Returns: the number of rows that show something; more rows may follow
 */
guint
planner_my_now_show (GtkListBox *list, PlannerConference *conference, gint64 now_utc, GTimeZone *local)
{
  const MyNow my = { list, conference, now_utc, local };
  const PlannerDay *today = planner_agenda_find_today (planner_conference_get_agenda (conference), now_utc);
  g_autoptr (GPtrArray) entries =
      planner_conference_list_my_moment (conference, today ? today->date : NULL, now_utc);
  PlannerFreeTime free_time;

  return show_sessions (&my, entries, find_free_time (&my, today, &free_time) ? &free_time : NULL);
}

/**
 * planner_my_now_show_all:
 * @list: a list of #PlannerNowRow
 * @local: (nullable): the zone to show times in, %NULL for the venue's
 *
 * Shows all starred sessions that take place, with their days.
 *
 * Returns: the number of rows that show something; more rows may follow
 */
guint
planner_my_now_show_all (GtkListBox *list, PlannerConference *conference, GTimeZone *local)
{
  GListModel *starred = planner_conference_get_starred (conference);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (starred); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (starred, i);

      if (planner_entry_takes_place (entry))
        show_with_day (list, n++, conference, entry, local);
    }

  return n;
}
