/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes sessions of the attendee's conferences for calendar programs. */

#include "share/planner-export-entries.h"

#include "model/planner-lead.h"
#include "share/planner-export-ical.h"

/* Only sessions where the attendee is going have reminders, and only of conferences to be reminded of. */
static int
find_lead (PlannerConference *conference, PlannerEntry *entry, int default_lead_s)
{
  const int lead_s = planner_entry_get_lead_s (entry);

  if (!planner_entry_is_going (entry) || !planner_conference_get_record (conference)->remind)
    return PLANNER_LEAD_NONE;

  return lead_s == PLANNER_LEAD_DEFAULT ? default_lead_s : lead_s;
}

static PlannerExportedSession
describe (PlannerConference *conference, PlannerEntry *entry, int default_lead_s)
{
  const PlannerChange *change = planner_change_list_find (planner_conference_get_changes (conference), entry);

  return (PlannerExportedSession) {
    .agenda = planner_entry_get_agenda (entry),
    .session = planner_entry_get_session (entry),
    .key = planner_entry_get_key (entry),
    .withdrawn = planner_entry_get_withdrawn (entry),
    .plan_b = planner_entry_get_plan_b (entry),
    .lead_s = find_lead (conference, entry, default_lead_s),
    .changed_utc = change ? change->found_utc : 0,
  };
}

/**
 * planner_entries_to_ical:
 * @entries: (element-type PlannerEntry): entries of @conference
 * @default_lead_s: the lead time of stars without one of their own: in seconds, or %PLANNER_LEAD_NONE
 *
 * Writes sessions as a calendar. Starred sessions have an alarm. Those of plan B are tentative and have none. See
 * planner_sessions_to_ical() for the rest.
 *
 * Returns: (transfer full): the text
 */
char *
planner_entries_to_ical (PlannerConference *conference, const GPtrArray *entries, int default_lead_s)
{
  g_autoptr (GArray) sessions = g_array_new (FALSE, FALSE, sizeof (PlannerExportedSession));

  g_return_val_if_fail (PLANNER_IS_CONFERENCE (conference) && entries != NULL, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const PlannerExportedSession exported =
          describe (conference, g_ptr_array_index (entries, i), default_lead_s);

      g_array_append_val (sessions, exported);
    }
  g_debug ("Writing %u sessions as a calendar", sessions->len);

  return planner_sessions_to_ical (planner_conference_get_agenda (conference),
                                   (const PlannerExportedSession *) (gpointer) sessions->data, sessions->len,
                                   planner_conference_get_updated_utc (conference),
                                   planner_conference_get_now_utc (conference));
}
