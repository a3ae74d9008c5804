/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes My Schedule as it is stored for calendar programs. Unlike planner-export-entries.c, this works in any thread. */

#include "config.h"

#include "share/planner-export-stars.h"

#include "model/planner-agenda-bytes.h"
#include "model/planner-star.h"
#include "share/planner-export-ical.h"

#include <glib/gi18n.h>

/* A conference while its stars are collected. */
typedef struct
{
  const PlannerStoredConference *stored; /* borrowed */
  GPtrArray *snapshots; /* owned: the agendas of sessions that the agenda of the conference lacks */
  GArray *sessions;     /* owned: of PlannerExportedSession */
} Collected;

static void
collected_clear (gpointer data)
{
  Collected *self = data;

  g_ptr_array_unref (self->snapshots);
  g_array_unref (self->sessions);
}

/* Only sessions where the attendee is going have reminders, and only of conferences to be reminded of. */
static int
find_lead (const PlannerStoredConference *stored, const PlannerStar *star, int default_lead_s)
{
  if (star->plan_b || !stored->record->remind)
    return PLANNER_LEAD_NONE;

  return star->lead_s == PLANNER_LEAD_DEFAULT ? default_lead_s : star->lead_s;
}

/* Returns: (nullable) (transfer none): the session in the agenda; %NULL if that lacks it, or was not fetched yet */
static const PlannerSession *
find_in_agenda (const PlannerStoredConference *stored, const PlannerStar *star)
{
  return star->withdrawn ? NULL : planner_agenda_find_session (stored->agenda, star->identity->key);
}

/* Returns: (nullable) (transfer none): the agenda of the star’s snapshot, if the snapshot takes the place of a session */
static PlannerAgenda *
read_snapshot (Collected *self, const PlannerStar *star)
{
  PlannerAgenda *snapshot;

  if (!star->withdrawn && self->stored->agenda->sessions->len > 0)
    return NULL;
  snapshot = planner_agenda_new_from_bytes (star->snapshot, g_get_language_names ());
  if (!snapshot)
    return NULL;
  g_ptr_array_add (self->snapshots, snapshot);

  return snapshot->sessions->len > 0 ? snapshot : NULL;
}

static void
collect_star (Collected *self, const PlannerStar *star, int default_lead_s, gint64 written_utc)
{
  PlannerExportedSession exported = {
    .agenda = self->stored->agenda,
    .session = find_in_agenda (self->stored, star),
    .key = star->identity->key,
    .withdrawn = star->withdrawn && !star->past,
    .plan_b = star->plan_b,
    .lead_s = find_lead (self->stored, star, default_lead_s),
    .changed_utc = written_utc,
  };

  if (!exported.session)
    {
      exported.agenda = read_snapshot (self, star);
      if (!exported.agenda)
        return;
      exported.session = planner_agenda_get_session (exported.agenda, 0);
    }
  g_array_append_val (self->sessions, exported);
}

static Collected
collect (const PlannerStoredConference *stored, int default_lead_s, gint64 written_utc)
{
  Collected collected = {
    .stored = stored,
    .snapshots = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_agenda_unref),
    .sessions = g_array_new (FALSE, FALSE, sizeof (PlannerExportedSession)),
  };

  for (guint i = 0; i < stored->stars->len; i++)
    collect_star (&collected, g_ptr_array_index (stored->stars, i), default_lead_s, written_utc);

  return collected;
}

static GArray *
list_exported (const GArray *collected)
{
  GArray *exported = g_array_new (FALSE, FALSE, sizeof (PlannerExportedConference));

  for (guint i = 0; i < collected->len; i++)
    {
      const Collected *conference = &g_array_index (collected, Collected, i);
      const PlannerExportedConference item = {
        .agenda = conference->stored->agenda,
        .sessions = (const PlannerExportedSession *) (gpointer) conference->sessions->data,
        .n_sessions = conference->sessions->len,
      };

      g_array_append_val (exported, item);
    }

  return exported;
}

/**
 * planner_stars_to_ical:
 * @conferences: (element-type PlannerStoredConference): the attendee's conferences
 * @default_lead_s: the lead time of stars without one of their own: in seconds, or %PLANNER_LEAD_NONE
 * @written_utc: when the calendar is written, in seconds since the epoch
 * @n_events: (out): how many sessions the calendar has
 *
 * Writes the starred sessions of all conferences as one calendar. Each has @written_utc as LAST-MODIFIED; see
 * planner_export_keep_stamps(). Withdrawn sessions are cancelled, and those of plan B are tentative. See
 * planner_conferences_to_ical() for the rest.
 *
 * Returns: (transfer full): the text
 */
char *
planner_stars_to_ical (const GPtrArray *conferences, int default_lead_s, gint64 written_utc, guint *n_events)
{
  g_autoptr (GArray) collected = g_array_new (FALSE, FALSE, sizeof (Collected));
  g_autoptr (GArray) exported = NULL;

  g_return_val_if_fail (conferences != NULL && n_events != NULL, NULL);

  g_array_set_clear_func (collected, collected_clear);
  for (guint i = 0; i < conferences->len; i++)
    {
      const Collected conference = collect (g_ptr_array_index (conferences, i), default_lead_s, written_utc);

      g_array_append_val (collected, conference);
    }
  exported = list_exported (collected);

  return planner_conferences_to_ical (_ ("My Schedule"),
                                      (const PlannerExportedConference *) (gpointer) exported->data,
                                      exported->len, written_utc, n_events);
}
