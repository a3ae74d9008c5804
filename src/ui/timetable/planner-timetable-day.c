/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/timetable/planner-timetable-day.h"

#include "library/planner-conference-clashes.h"
#include "words/planner-clock.h"

void
planner_timetable_day_init (PlannerTimetableDay *self)
{
  *self = (PlannerTimetableDay) {
    .entries = g_ptr_array_new_with_free_func (g_object_unref),
    .agendas = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_agenda_unref),
  };
}

static void
clear_entries (PlannerTimetableDay *self)
{
  g_clear_pointer (&self->timetable, planner_timetable_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->local, g_time_zone_unref);
  g_clear_pointer (&self->elsewhere, g_ptr_array_unref);
  if (self->entries)
    g_ptr_array_set_size (self->entries, 0);
  if (self->agendas)
    g_ptr_array_set_size (self->agendas, 0);
}

void
planner_timetable_day_clear (PlannerTimetableDay *self)
{
  clear_entries (self);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->agendas, g_ptr_array_unref);
  g_clear_object (&self->conference);
}

/* Returns: (nullable) (transfer none): the title of the conference of the entry; %NULL if it is the one that is shown */
static char *
find_other (PlannerTimetableDay *self, PlannerEntry *entry)
{
  g_autoptr (PlannerElsewhere) found =
      self->conference ? planner_conference_find_elsewhere (self->conference, entry) : NULL;

  for (guint i = 0; found && i < self->elsewhere->len; i++)
    {
      const PlannerElsewhere *other = g_ptr_array_index (self->elsewhere, i);

      if (other->conference_id == found->conference_id)
        return other->title;
    }

  return NULL;
}

/* Returns: (transfer full): the layout. The zone of the hours is that of the first session of the conference. */
static PlannerTimetable *
lay_out (PlannerTimetableDay *self)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  PlannerEntry *own = NULL;
  PlannerAgenda *agenda;

  for (guint i = 0; i < self->entries->len; i++)
    {
      PlannerEntry *entry = g_ptr_array_index (self->entries, i);
      char *other = find_other (self, entry);

      g_ptr_array_add (sessions, (gpointer) planner_entry_get_session (entry));
      g_ptr_array_add (others, other);
      if (other)
        g_ptr_array_add (self->agendas, planner_agenda_ref (planner_entry_get_agenda (entry)));
      else if (!own)
        own = entry;
    }
  agenda = own ? planner_entry_get_agenda (own) : planner_conference_get_agenda (self->conference);
  own = own ? own : g_ptr_array_index (self->entries, 0);
  self->zone = g_time_zone_ref (self->local ? self->local : planner_entry_get_session (own)->zone);

  return planner_timetable_new (agenda, sessions, others, self->zone);
}

/**
 * planner_timetable_day_set_entries:
 * @conference: (nullable): the conference that is shown
 * @entries: (element-type PlannerEntry): the sessions of a day, also of other conferences
 * @local: (nullable): the zone to show times in instead of the venue's
 */
void
planner_timetable_day_set_entries (PlannerTimetableDay *self,
                                   PlannerConference *conference,
                                   GPtrArray *entries,
                                   GTimeZone *local)
{
  g_set_object (&self->conference, conference);
  clear_entries (self);
  self->local = local ? g_time_zone_ref (local) : NULL;
  if (entries->len == 0)
    return;

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (self->entries, g_object_ref (g_ptr_array_index (entries, i)));
  self->elsewhere = conference ? planner_conference_list_elsewhere (conference) : NULL;
  self->timetable = lay_out (self);
}

/**
 * planner_timetable_day_is_empty:
 *
 * Returns: whether no session has a time
 */
gboolean
planner_timetable_day_is_empty (const PlannerTimetableDay *self)
{
  return !self->timetable || self->timetable->slots->len == 0;
}

PlannerEntry *
planner_timetable_day_get_entry (const PlannerTimetableDay *self, guint slot)
{
  return g_ptr_array_index (self->entries, planner_timetable_get_slot (self->timetable, slot)->position);
}

/**
 * planner_timetable_day_get_other:
 *
 * Returns: (nullable) (transfer none): the title of the conference of the session; %NULL if it is the one that is shown
 */
const char *
planner_timetable_day_get_other (const PlannerTimetableDay *self, guint slot)
{
  const guint column = planner_timetable_get_slot (self->timetable, slot)->column;

  return planner_timetable_get_column (self->timetable, column)->other;
}

/**
 * planner_timetable_day_find_slot:
 * @entry: (nullable): an entry
 *
 * Returns: the slot of the entry, or %PLANNER_TIMETABLE_NONE
 */
guint
planner_timetable_day_find_slot (const PlannerTimetableDay *self, PlannerEntry *entry)
{
  for (guint i = 0; entry && self->timetable && i < self->timetable->slots->len; i++)
    if (planner_timetable_day_get_entry (self, i) == entry)
      return i;

  return PLANNER_TIMETABLE_NONE;
}

/**
 * planner_timetable_day_find_present_slot:
 *
 * Returns: the first session that starts now or later, else the first of the day; %PLANNER_TIMETABLE_NONE without sessions
 */
guint
planner_timetable_day_find_present_slot (const PlannerTimetableDay *self)
{
  guint next = PLANNER_TIMETABLE_NONE;

  if (!self->timetable)
    return PLANNER_TIMETABLE_NONE;

  if (planner_timetable_day_includes_now (self))
    next = planner_timetable_find_first (self->timetable, (int) planner_timetable_day_get_now_minute (self));

  return next != PLANNER_TIMETABLE_NONE ? next : planner_timetable_find_first (self->timetable, 0);
}

gboolean
planner_timetable_day_is_over (const PlannerTimetableDay *self, guint slot)
{
  const PlannerSession *session = planner_timetable_get_slot (self->timetable, slot)->session;

  return planner_session_get_end_utc (session) <= self->now_utc;
}

/**
 * planner_timetable_day_get_now_minute:
 *
 * Returns: the present, in minutes after the origin of the timetable
 */
double
planner_timetable_day_get_now_minute (const PlannerTimetableDay *self)
{
  return (double) (self->now_utc - self->timetable->origin_utc) / 60;
}

gboolean
planner_timetable_day_includes_now (const PlannerTimetableDay *self)
{
  return self->timetable && self->timetable->n_minutes > 0 &&
         planner_timetable_day_get_now_minute (self) >= 0 &&
         planner_timetable_day_get_now_minute (self) <= self->timetable->n_minutes;
}

/**
 * planner_timetable_day_format_time:
 * @instant_utc: in seconds since the epoch
 *
 * Returns: (transfer full): the time on the clock in the zone of the hours
 */
char *
planner_timetable_day_format_time (const PlannerTimetableDay *self, gint64 instant_utc)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant_utc);
  g_autoptr (GDateTime) time = utc ? g_date_time_to_timezone (utc, self->zone) : NULL;

  return time ? planner_format_clock (time, planner_uses_twelve_hours ()) : g_strdup ("");
}
