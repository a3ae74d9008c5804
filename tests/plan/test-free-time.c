/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-free-time.h"

#define AT(hour, minute) (((hour) * 60 + (minute)) * 60)

/* The index of no session: the free time at the present. */
#define PRESENT G_MAXUINT

/* Sessions as "HH:MM-HH:MM", with "x" before a cancelled one, "b" before plan B, and "?" for one without a time. */
typedef struct
{
  const char *path;
  const char *own;
  guint after;        /* the index in own of the session before the free time, or PRESENT */
  const char *others; /* of the schedule */
  const char *now;    /* nullable: a time, of which part of the minute has passed */
  const char *expected;
} FreeCase;

static const FreeCase free_cases[] = {
  { "between", "10:00-11:00 12:30-13:00", 0, "", NULL, "11:00-12:30 0" },
  { "after-the-last", "10:00-11:00 12:30-13:00", 1, "", NULL, NULL },
  { "too-short", "10:00-11:00 11:14-12:00", 0, "", NULL, NULL },
  { "just-long-enough", "10:00-11:00 11:15-12:00", 0, "", NULL, "11:00-11:15 0" },
  { "back-to-back", "10:00-11:00 11:00-12:00", 0, "", NULL, NULL },
  { "another-lasts-longer", "10:00-11:00 10:30-11:30 13:00-14:00", 0, "", NULL, NULL },
  { "lasts-longest", "10:00-11:00 10:30-11:30 13:00-14:00", 1, "", NULL, "11:30-13:00 0" },
  { "longest-starts-first", "10:00-12:00 10:30-11:00 13:00-14:00", 1, "", NULL, "12:00-13:00 0" },
  { "another-starts-meanwhile", "10:00-12:00 10:30-11:00 13:00-14:00", 0, "", NULL, NULL },
  { "same-end-first", "10:00-11:00 10:30-11:00 13:00-14:00", 0, "", NULL, NULL },
  { "same-start-first", "10:00-11:00 10:00-10:30 13:00-14:00", 0, "", NULL, NULL },
  { "same-start-last", "10:00-11:00 10:00-10:30 13:00-14:00", 1, "", NULL, "11:00-13:00 0" },
  { "same-end-last", "10:00-11:00 10:30-11:00 13:00-14:00", 1, "", NULL, "11:00-13:00 0" },
  { "cancelled-between", "10:00-11:00 x11:30-12:00 13:00-14:00", 0, "", NULL, "11:00-13:00 0" },
  { "after-cancelled", "x10:00-11:00 13:00-14:00", 0, "", NULL, NULL },
  { "after-unknown-time", "? 13:00-14:00", 0, "", NULL, NULL },
  { "unknown-time-next", "10:00-11:00 ?", 0, "", NULL, NULL },
  { "fitting", "10:00-11:00 13:00-14:00", 0, "11:00-12:00 12:00-13:00 10:30-11:30 12:30-13:30 ? x11:00-12:00",
    NULL, "11:00-13:00 2" },
  { "no-length-does-not-fit", "10:00-11:00 13:00-14:00", 0, "12:00-12:00", NULL, "11:00-13:00 0" },
  { "after-no-length", "10:00-10:00 11:00-12:00", 0, "", NULL, "10:00-11:00 0" },
  { "plan-b-in-free-time-is-below", "10:00-11:00 b11:30-12:00 13:00-14:00", 0, "", NULL, "11:00-13:00 1" },
  { "nothing-below-plan-b-in-it", "10:00-11:00 b11:30-12:00 13:00-14:00", 1, "", NULL, NULL },
  { "plan-b-before-free-time-is-above", "10:00-11:00 b10:30-12:00 13:00-14:00", 0, "", NULL, NULL },
  { "below-plan-b-before-it", "10:00-11:00 b10:30-12:00 13:00-14:00", 1, "", NULL, "11:00-13:00 0" },
  { "below-plan-b-at-same-start", "10:00-11:00 b10:00-12:00 13:00-14:00", 1, "", NULL, "11:00-13:00 0" },
  { "plan-b-starts-with-it", "10:00-11:00 b11:00-12:00 13:00-14:00", 0, "", NULL, "11:00-13:00 1" },
  { "nothing-below-plan-b-that-starts-with-it", "10:00-11:00 b11:00-12:00 13:00-14:00", 1, "", NULL, NULL },
  { "plan-b-first", "b09:00-09:30 10:00-11:00", 0, "", NULL, NULL },
  { "not-in-order", "13:00-14:00 10:00-11:00", 1, "", NULL, "11:00-13:00 0" },

  /* The attendee is free from 11:00 to 12:00. */
  { "L2/now-to-come", "10:00-11:00 12:00-13:00", 0, "11:00-11:30 11:30-12:00", "10:30", "11:00-12:00 2" },
  { "L2/now-begins", "10:00-11:00 12:00-13:00", 0, "11:00-11:30 11:30-12:00", "11:00", "11:00-12:00 2" },
  { "L2/now-begun", "10:00-11:00 12:00-13:00", 0, "11:00-11:30 11:30-12:00", "11:20", "11:20-12:00 1" },
  { "L2/now-last-long-enough-rest", "10:00-11:00 12:00-13:00", 0, "11:00-11:30 11:30-12:00", "11:45",
    "11:45-12:00 0" },
  { "L2/now-too-short-rest", "10:00-11:00 12:00-13:00", 0, "11:00-11:30 11:30-12:00", "11:46", NULL },
  { "L2/now-over", "10:00-11:00 12:00-13:00", 0, "11:00-11:30 11:30-12:00", "12:30", NULL },

  /* The free time that has begun or comes next. */
  { "present-begun", "10:00-11:00 14:30-15:00", PRESENT, "13:20-14:00 14:00-14:30 13:00-14:00 14:00-15:00",
    "13:20", "13:20-14:30 2" },
  { "present-before-the-first", "14:30-15:00", PRESENT, "", "13:20", "13:20-14:30 0" },
  { "present-after-the-one-that-runs", "13:00-13:30 15:00-15:30", PRESENT, "", "13:20", "13:30-15:00 0" },
  { "present-after-the-next", "13:30-14:00 15:00-15:30", PRESENT, "", "13:20", "14:00-15:00 0" },
  { "present-too-short-rest", "13:30-14:00", PRESENT, "", "13:20", NULL },
  { "present-after-overlapping", "13:00-14:30 14:00-14:10 15:00-15:30", PRESENT, "", "13:20",
    "14:30-15:00 0" },
  { "present-cancelled-takes-none", "x13:00-14:00 15:00-15:30", PRESENT, "", "13:20", "13:20-15:00 0" },
  { "present-none-after-the-last", "10:00-11:00", PRESENT, "13:20-14:00", "13:20", NULL },
  { "present-nothing-starred", "", PRESENT, "13:20-14:00", "13:20", NULL },
};

static gint64
parse_time (const char *text)
{
  return AT (g_ascii_strtoll (text, NULL, 10), g_ascii_strtoll (text + 3, NULL, 10));
}

static void
add_sessions (PlannerAgenda *agenda, GPtrArray *added, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] && *text; i++)
    {
      PlannerSession *session = planner_session_new ();
      const char *word = words[i];

      if (*word == 'b')
        word++;
      session->cancelled = *word == 'x';
      session->start_utc = *word == '?' ? PLANNER_TIME_UNKNOWN : parse_time (word + session->cancelled);
      if (*word != '?')
        session->duration_s = parse_time (strchr (word, '-') + 1) - session->start_utc;
      g_ptr_array_add (agenda->sessions, session);
      g_ptr_array_add (added, session);
    }
}

static char *
format_free_time (const PlannerFreeTime *free_time)
{
  const int start = (int) free_time->start_utc / 60, end = (int) free_time->end_utc / 60;

  return g_strdup_printf ("%02d:%02d-%02d:%02d %u", start / 60, start % 60, end / 60, end % 60,
                          free_time->n_fitting);
}

static gboolean
find (const FreeCase *free_case,
      GPtrArray *own,
      GPtrArray *listed,
      const PlannerAgenda *agenda,
      PlannerFreeTime *free_time)
{
  const gint64 now_utc = free_case->now ? parse_time (free_case->now) + 25 : PLANNER_TIME_UNKNOWN;

  if (free_case->after != PRESENT)
    return planner_free_time_find (own, listed, g_ptr_array_index (listed, free_case->after), agenda, now_utc,
                                   free_time);
  if (!planner_free_time_find_present (own, now_utc, agenda, free_time))
    return FALSE;

  g_assert_cmpint (free_time->next->start_utc, ==, free_time->end_utc);

  return TRUE;
}

static void
test_free_time (gconstpointer data)
{
  const FreeCase *free_case = data;
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  g_auto (GStrv) words = g_strsplit (free_case->own, " ", -1);
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  g_autoptr (GPtrArray) listed = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autofree char *found = NULL;
  PlannerFreeTime free_time;

  add_sessions (agenda, listed, free_case->own);
  for (guint i = 0; i < listed->len; i++)
    if (*words[i] != 'b')
      g_ptr_array_add (own, g_ptr_array_index (listed, i));
  add_sessions (agenda, others, free_case->others);
  if (find (free_case, own, listed, agenda, &free_time))
    found = format_free_time (&free_time);

  g_assert_cmpstr (found, ==, free_case->expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (free_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plan/free-time/", free_cases[i].path, NULL);

      g_test_add_data_func (path, &free_cases[i], test_free_time);
    }

  return g_test_run ();
}
