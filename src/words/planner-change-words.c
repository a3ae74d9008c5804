/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Describes the changes of a session: the old and the new values. */

#include "config.h"

#include "words/planner-change-words.h"

#include "model/planner-time.h"
#include "words/planner-clash-words.h"
#include "words/planner-days.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

static char *
format_times (const PlannerSketch *sketch, const PlannerClock *clock)
{
  return planner_format_times (sketch->start_utc, sketch->duration_s, clock);
}

/**
 * planner_sketch_dup_when:
 *
 * Returns: (transfer full): "Sat 27, 10:00 – 10:45", with "to be announced" for what is unknown
 */
char *
planner_sketch_dup_when (const PlannerSketch *sketch, const PlannerClock *clock)
{
  g_autofree char *date = planner_dup_date (sketch->start_utc, clock->zone);
  /* Without a time, the date is that of the venue. */
  g_autofree char *day = planner_format_day_short (date ? date : sketch->date);
  g_autofree char *times = format_times (sketch, clock);

  return planner_format_day_and_time (day, times);
}

static const char *
get_room (const PlannerSketch *sketch)
{
  return planner_name_room (&sketch->room);
}

static gboolean
is_other_day (const PlannerSketch *was, const PlannerSketch *is)
{
  return !g_str_equal (was->date, is->date);
}

/* Takes ownership of both. */
static char *
format_step (char *was, char *is)
{
  g_autofree char *from = planner_isolate (was);
  g_autofree char *to = planner_isolate (is);

  g_free (was);
  g_free (is);

  /* Translators: the old and the new value, as in "10:00 → 11:30". */
  return g_strdup_printf (_ ("%s → %s"), from, to);
}

static char *
dup_speakers_or_none (const PlannerSketch *sketch)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < sketch->speakers->len; i++)
    planner_append_name (names, ((const PlannerText *) g_ptr_array_index (sketch->speakers, i))->shown);
  if (names->len == 0)
    g_string_append (names, C_ ("speakers", "none"));

  return g_string_free_and_steal (names);
}

static char *
dup_forum (const PlannerSketch *sketch)
{
  return g_strdup (sketch->forum.shown ? sketch->forum.shown : C_ ("forum", "none"));
}

static void
add (GPtrArray *lines, char *line)
{
  g_ptr_array_add (lines, line);
}

/* "Sat 27, 10:00 – 10:45 · Hall A" */
static char *
format_place (const PlannerSketch *sketch, const PlannerClock *clock)
{
  g_autofree char *when = planner_sketch_dup_when (sketch, clock);
  g_autofree char *room = planner_isolate (get_room (sketch));

  return g_strjoin (" · ", when, room, NULL);
}

static char *
format_clash (const PlannerChange *change)
{
  g_autofree char *title = planner_dup_session_of_conference (change->clash_title, change->clash_conference);
  g_autofree char *isolated = planner_isolate (title);

  /* Translators: %s is the title of a session. */
  return g_strdup_printf (_ ("Now clashes with %s"), isolated);
}

static char *
format_old_title (const PlannerChange *change)
{
  const char *title = change->was->title.shown;
  g_autofree char *isolated = NULL;

  if (!title || g_strcmp0 (title, change->is->title.shown) == 0)
    return g_strdup (_ ("Another title in another language"));

  isolated = planner_isolate (title);

  /* Translators: %s is the title that a session had before. */
  return g_strdup_printf (_ ("Was called “%s”"), isolated);
}

static void
add_state (GPtrArray *lines, const PlannerChange *change)
{
  if (change->flags & PLANNER_CHANGE_CANCELLED)
    add (lines, g_strdup (_ ("Cancelled")));
  if (change->flags & PLANNER_CHANGE_RESTORED)
    add (lines, g_strdup (_ ("Takes place after all")));
  if (change->flags & PLANNER_CHANGE_CLASHES && change->clash_title)
    add (lines, format_clash (change));
}

static void
add_place (GPtrArray *lines, const PlannerChange *change, const PlannerClock *clock)
{
  char *(*format) (const PlannerSketch *, const PlannerClock *) =
      is_other_day (change->was, change->is) ? planner_sketch_dup_when : format_times;

  if (change->flags & PLANNER_CHANGE_MOVED)
    add (lines, format_step (format (change->was, clock), format (change->is, clock)));
  if (change->flags & PLANNER_CHANGE_ROOM)
    add (lines, format_step (g_strdup (get_room (change->was)), g_strdup (get_room (change->is))));
}

static char *
format_languages (const PlannerChange *change)
{
  g_autofree char *step = format_step (planner_name_languages (change->was->language),
                                       planner_name_languages (change->is->language));

  /* Translators: %s is the old and the new language, as in "Language: English → German". */
  return g_strdup_printf (_ ("Language: %s"), step);
}

static void
add_attendance (GPtrArray *lines, const PlannerChange *change)
{
  if (change->flags & PLANNER_CHANGE_LANGUAGE && change->was->language && change->is->language)
    add (lines, format_languages (change));
  if (change->flags & PLANNER_CHANGE_RECORDING)
    add (lines,
         g_strdup (change->is->not_recorded ? _ ("Will not be recorded") : _ ("May be recorded after all")));
}

static void
add_texts (GPtrArray *lines, const PlannerChange *change)
{
  if (change->flags & PLANNER_CHANGE_TITLE)
    add (lines, format_old_title (change));
  if (change->flags & PLANNER_CHANGE_SPEAKERS)
    add (lines, format_step (dup_speakers_or_none (change->was), dup_speakers_or_none (change->is)));
  if (change->flags & PLANNER_CHANGE_FORUM)
    add (lines, format_step (dup_forum (change->was), dup_forum (change->is)));
  if (change->flags & PLANNER_CHANGE_ABSTRACT)
    add (lines, g_strdup (_ ("Another description")));
}

/**
 * planner_change_dup_lines:
 *
 * Returns: (transfer full): a line for each change, the most important first: "10:00 – 11:00 → 11:30 – 12:30"
 */
GStrv
planner_change_dup_lines (const PlannerChange *change, const PlannerClock *clock)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  if (!change->is)
    add (lines, g_strdup (_ ("No longer in the schedule")));
  add_state (lines, change);
  if (!change->was || !change->is)
    {
      add (lines, format_place (planner_change_get_sketch (change), clock));
    }
  else
    {
      add_place (lines, change, clock);
      add_attendance (lines, change);
      add_texts (lines, change);
    }
  g_ptr_array_add (lines, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

static gboolean
shows_time (const PlannerChange *change)
{
  return (change->flags & PLANNER_CHANGE_MOVED || !change->was || !change->is) &&
         planner_change_get_sketch (change)->start_utc != PLANNER_TIME_UNKNOWN;
}

/**
 * planner_change_dup_zone_note:
 * @zone: the zone of the times of planner_change_dup_lines()
 * @local: the zone of the computer
 *
 * Returns: (nullable) (transfer full): "Times in UTC+8"; %NULL if the change shows no time, or the computer's clock shows the
 *   same
 */
char *
planner_change_dup_zone_note (const PlannerChange *change, GTimeZone *zone, GTimeZone *local)
{
  g_autoptr (GDateTime) start =
      shows_time (change) ? planner_time_to_zone (planner_change_get_sketch (change)->start_utc, zone) : NULL;
  g_autofree char *name = start ? planner_dup_zone_name (start, local) : NULL;

  /* Translators: %s is a time zone, as in "Times in UTC+8". */
  return name ? g_strdup_printf (_ ("Times in %s"), name) : NULL;
}
