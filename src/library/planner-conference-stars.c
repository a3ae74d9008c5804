/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-conference-stars.h"

#include "library/planner-conference-clashes.h"
#include "library/planner-conference-private.h"
#include "model/planner-note.h"

static void
apply_change (PlannerConference *self, const PlannerStarChange *change)
{
  PlannerEntry *entry = change->entry;
  const gboolean was_starred = planner_entry_get_starred (entry);
  const gboolean was_going = planner_entry_is_going (entry);

  planner_entries_set_star (self->entries, entry, change->star);
  if (was_starred == planner_entry_get_starred (entry) && was_going == planner_entry_is_going (entry))
    {
      g_signal_emit_by_name (self, "star-changed", entry);
      return;
    }

  planner_conference_update_clashes (self);
  planner_change_list_update (self->changes);
  g_object_notify (G_OBJECT (self), "n-starred");
  g_object_notify (G_OBJECT (self), "n-going");
}

static void
change_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  const PlannerStarChange *change = planner_star_writer_write_finish (result, &error);

  if (!change)
    {
      g_task_return_error (task, error);
      return;
    }

  apply_change (g_task_get_source_object (task), change);
  g_task_return_boolean (task, TRUE);
}

static PlannerStarChange *
make_change (PlannerConference *self, PlannerStarChangeKind kind, PlannerEntry *entry)
{
  return planner_star_change_new (kind, self->store, self->record->id, entry);
}

/* Takes @change. */
static void
write_change (PlannerConference *self,
              PlannerStarChange *change,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, write_change);
  planner_star_writer_write_async (self->writer, change, change_written_cb, task);
}

/**
 * planner_conference_set_starred_async:
 * @entry: an entry of this conference
 * @starred: whether to star it
 *
 * Adds or removes a star. A session that is starred is not plan B afterwards. A removed star keeps its note and its lead time
 * for when the session is starred again.
 */
void
planner_conference_set_starred_async (PlannerConference *self,
                                      PlannerEntry *entry,
                                      gboolean starred,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  PlannerStarChange *change;

  g_return_if_fail (PLANNER_IS_CONFERENCE (self) && PLANNER_IS_ENTRY (entry));

  change = make_change (self, starred ? PLANNER_STAR_CHANGE_ADD : PLANNER_STAR_CHANGE_REMOVE, entry);
  write_change (self, change, cancellable, callback, user_data);
}

gboolean
planner_conference_set_starred_finish (PlannerConference *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * planner_conference_set_plan_b_async:
 * @entry: an entry of this conference
 * @plan_b: whether it becomes plan B; %FALSE if the attendee is going
 *
 * Chooses between plan B and going, and stars the session if it is not starred.
 */
void
planner_conference_set_plan_b_async (PlannerConference *self,
                                     PlannerEntry *entry,
                                     gboolean plan_b,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  PlannerStarChange *change;

  g_return_if_fail (PLANNER_IS_CONFERENCE (self) && PLANNER_IS_ENTRY (entry));

  change = make_change (self, PLANNER_STAR_CHANGE_PLAN_B, entry);
  change->plan_b = plan_b;
  write_change (self, change, cancellable, callback, user_data);
}

gboolean
planner_conference_set_plan_b_finish (PlannerConference *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * planner_conference_set_note_async:
 * @entry: an entry of this conference
 * @base: (nullable): the note that the attendee changed
 * @note: (nullable): what the attendee wrote, see planner_note_clean(); an empty one removes the note
 *
 * Changes the note of a session. If another note than @base is stored, the entry has both afterwards. A session that gets a note
 * is starred if it is not starred.
 */
void
planner_conference_set_note_async (PlannerConference *self,
                                   PlannerEntry *entry,
                                   const char *base,
                                   const char *note,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  PlannerStarChange *change;

  g_return_if_fail (PLANNER_IS_CONFERENCE (self) && PLANNER_IS_ENTRY (entry));

  change = make_change (self, PLANNER_STAR_CHANGE_NOTE, entry);
  change->base = g_strdup (base);
  change->note = planner_note_clean (note);
  write_change (self, change, cancellable, callback, user_data);
}

gboolean
planner_conference_set_note_finish (PlannerConference *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * planner_conference_set_lead_async:
 * @entry: a starred entry of this conference
 * @lead_s: the lead time of its reminder: in seconds, %PLANNER_LEAD_NONE or %PLANNER_LEAD_DEFAULT
 *
 * Changes the lead time of a session.
 */
void
planner_conference_set_lead_async (PlannerConference *self,
                                   PlannerEntry *entry,
                                   int lead_s,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  PlannerStarChange *change;

  g_return_if_fail (PLANNER_IS_CONFERENCE (self) && PLANNER_IS_ENTRY (entry));

  change = make_change (self, PLANNER_STAR_CHANGE_LEAD, entry);
  change->lead_s = lead_s;
  write_change (self, change, cancellable, callback, user_data);
}

gboolean
planner_conference_set_lead_finish (PlannerConference *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
