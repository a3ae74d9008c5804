/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Says in sentences what attendees see of a schedule, for its organizers. */

#include "config.h"

#include "words/planner-audience.h"

#include "model/planner-rooms.h"

#include <glib/gi18n.h>

typedef struct
{
  guint n_days;
  guint n_without_day;
  guint n_without_time; /* with a day */
  guint n_without_room;
  guint n_cancelled;
} Counts;

static Counts
count_sessions (const PlannerAgenda *agenda)
{
  Counts counts = { .n_days = planner_agenda_count_days (agenda) };

  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);
      const gboolean has_day = *planner_agenda_get_day (agenda, session)->date;

      counts.n_without_day += !has_day;
      counts.n_without_time += has_day && !planner_session_has_time (session);
      counts.n_without_room += !session->room;
      counts.n_cancelled += session->cancelled;
    }

  return counts;
}

static char *
describe_seen (const PlannerAgenda *agenda, guint n_days)
{
  const guint n_sessions = agenda->sessions->len, n_rooms = planner_rooms_count_single (agenda->rooms);
  g_autofree char *sessions =
      g_strdup_printf (ngettext ("%u session", "%u sessions", n_sessions), n_sessions);
  g_autofree char *rooms = g_strdup_printf (ngettext ("%u room", "%u rooms", n_rooms), n_rooms);
  g_autofree char *days = g_strdup_printf (ngettext ("%u day", "%u days", n_days), n_days);

  if (n_sessions == 0)
    return g_strdup (_ ("Attendees see no sessions."));
  /* Translators: as in "Attendees see 29 sessions in 5 rooms on 2 days." */
  if (n_rooms > 0 && n_days > 0)
    return g_strdup_printf (_ ("Attendees see %s in %s on %s."), sessions, rooms, days);
  /* Translators: as in "Attendees see 29 sessions in 5 rooms." */
  if (n_rooms > 0)
    return g_strdup_printf (_ ("Attendees see %s in %s."), sessions, rooms);
  /* Translators: as in "Attendees see 29 sessions on 2 days." */
  if (n_days > 0)
    return g_strdup_printf (_ ("Attendees see %s on %s."), sessions, days);

  /* Translators: as in "Attendees see 29 sessions." */
  return g_strdup_printf (_ ("Attendees see %s."), sessions);
}

/* Adds a sentence about sessions or problems when there are any. */
static void G_GNUC_PRINTF (3, 4) add_sentence (GString *text, guint n, const char *format, ...)
{
  va_list arguments;

  if (n == 0)
    return;
  g_string_append_c (text, ' ');
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
}

/* A problem with this severity is something that attendees do not see. */
static guint
count_skipped (const PlannerReport *report)
{
  guint n = 0;

  for (guint i = 0; i < planner_report_get_n_problems (report); i++)
    n += planner_report_get_problem (report, i)->severity == PLANNER_SEVERITY_SKIPPED;

  return n;
}

static void
add_details (GString *text, const Counts *counts)
{
  add_sentence (text, counts->n_without_time,
                ngettext ("%u session has no time and is listed under “Time to be announced”.",
                          "%u sessions have no time and are listed under “Time to be announced”.",
                          counts->n_without_time),
                counts->n_without_time);
  add_sentence (text, counts->n_without_day,
                ngettext ("%u session has no day and is listed under “Day to be announced”.",
                          "%u sessions have no day and are listed under “Day to be announced”.",
                          counts->n_without_day),
                counts->n_without_day);
  add_sentence (text, counts->n_without_room,
                ngettext ("%u session has no room.", "%u sessions have no room.", counts->n_without_room),
                counts->n_without_room);
  add_sentence (text, counts->n_cancelled,
                ngettext ("%u session is shown as cancelled.", "%u sessions are shown as cancelled.",
                          counts->n_cancelled),
                counts->n_cancelled);
}

/**
 * planner_describe_audience:
 * @agenda: (nullable): a schedule; %NULL when it cannot be read
 * @report: the problems of the schedule
 *
 * Returns: (transfer full): a line with what attendees see and what they do not see
 */
char *
planner_describe_audience (const PlannerAgenda *agenda, const PlannerReport *report)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *seen = NULL;
  const guint n_skipped = count_skipped (report);
  Counts counts;

  if (!agenda)
    return g_strdup (_ ("Attendees see nothing, because the planner cannot read this schedule."));

  counts = count_sessions (agenda);
  seen = describe_seen (agenda, counts.n_days);
  text = g_string_new (seen);
  add_details (text, &counts);
  if (agenda->sessions->len > 0 && !agenda->zone_name)
    g_string_append_printf (text, " %s", _ ("The schedule names no time zone."));
  add_sentence (
      text, n_skipped,
      ngettext ("Attendees do not see %u part of the schedule that is left out; the problems name it.",
                "Attendees do not see %u parts of the schedule that are left out; the problems name them.",
                n_skipped),
      n_skipped);
  if (n_skipped == 0)
    g_string_append_printf (text, " %s", _ ("Nothing is left out."));

  return g_strdup (text->str);
}
