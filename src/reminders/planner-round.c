/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reminders/planner-round.h"

#include "model/planner-agenda-bytes.h"
#include "model/planner-session-id.h"
#include "plan/planner-refresh-policy.h"

/* Of a session whose snapshot was kept by a planner of another layout: enough to be told of it. */
static PlannerAgenda *
make_stand_in (const PlannerStoredReminder *stored)
{
  PlannerAgenda *agenda = planner_agenda_new ();
  PlannerDay *day = planner_day_new ();
  PlannerSession *session = planner_session_new ();

  agenda->zone = g_time_zone_new_utc ();
  day->date = g_strdup ("");
  day->n_sessions = 1;
  g_ptr_array_add (agenda->days, day);
  session->key = g_strdup (stored->key);
  planner_text_add (&session->title, "", stored->title ? stored->title : stored->conference_title);
  session->start_utc = stored->reminder.start_utc;
  session->zone = g_time_zone_ref (agenda->zone);
  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS; i++)
    session->search[i] = g_strdup ("");
  g_ptr_array_add (agenda->sessions, session);
  planner_agenda_seal (agenda, g_get_language_names ());

  return agenda;
}

static PlannerAgenda *
load_snapshot (const PlannerStoredReminder *stored)
{
  g_autoptr (PlannerAgenda) agenda =
      planner_agenda_new_from_bytes (stored->snapshot, g_get_language_names ());

  return agenda && agenda->sessions->len > 0 ? g_steal_pointer (&agenda) : make_stand_in (stored);
}

static gint64
get_end_utc (gint64 start_utc, const PlannerSession *session)
{
  if (session->duration_s <= 0 || start_utc == PLANNER_TIME_UNKNOWN)
    return start_utc;

  return planner_time_add (start_utc, session->duration_s);
}

static PlannerDueReminder *
make_due (const PlannerStoredReminder *stored, const PlannerReminderPlan *plan, PlannerAgenda *agenda)
{
  PlannerDueReminder *due = g_new0 (PlannerDueReminder, 1);

  due->id = planner_session_id_new (stored->conference_id, stored->key);
  due->conference_id = stored->conference_id;
  due->key = g_strdup (stored->key);
  due->conference_title = g_strdup (stored->conference_title);
  due->agenda = planner_agenda_ref (agenda);
  due->session = planner_agenda_get_session (agenda, 0);
  due->start_utc = stored->reminder.start_utc;
  due->end_utc = stored->reminder.end_utc;
  due->lead_s = plan->lead_s;
  due->is_late = plan->is_late;

  return due;
}

static PlannerReminderMark *
make_mark (const PlannerRound *round, const PlannerStoredReminder *stored, PlannerReminderMarkKind kind)
{
  PlannerReminderMark *mark = g_new0 (PlannerReminderMark, 1);

  mark->kind = kind;
  mark->at_utc = round->now_utc;
  mark->conference_id = stored->conference_id;
  mark->number = stored->number;

  return mark;
}

static void
add_due (PlannerRound *round,
         const PlannerStoredReminder *stored,
         const PlannerReminderPlan *plan,
         PlannerAgenda *agenda)
{
  PlannerReminderMark *mark = make_mark (round, stored, PLANNER_MARK_TOLD);

  mark->key = g_strdup (stored->key);
  mark->start_utc = stored->reminder.start_utc;
  mark->lead_s = plan->lead_s;
  g_ptr_array_add (round->told_marks, mark);
  g_ptr_array_add (round->due, make_due (stored, plan, agenda));
}

/* What is shown under another key than the session now has would open another session. */
static gboolean
has_other_key (const PlannerStoredReminder *stored)
{
  return stored->shown_key && g_strcmp0 (stored->shown_key, stored->key) != 0;
}

static void
add_stale (PlannerRound *round, const PlannerStoredReminder *stored)
{
  g_ptr_array_add (round->stale_ids, planner_session_id_new (stored->conference_id, stored->shown_key));
  g_ptr_array_add (round->stale_marks, make_mark (round, stored, PLANNER_MARK_WITHDRAWN));
}

static gboolean
has_refresh_to_come (const PlannerRound *round, gint64 conference_id)
{
  for (guint i = 0; i < round->refreshes->len; i++)
    {
      const PlannerNextRefresh *refresh = &g_array_index (round->refreshes, PlannerNextRefresh, i);

      if (refresh->conference_id == conference_id)
        return refresh->next_utc != PLANNER_NEVER;
    }

  return FALSE;
}

/* A refresh may bring a time, or the session itself, back. */
static gboolean
may_come_back (const PlannerRound *round, const PlannerStoredReminder *stored)
{
  const PlannerReminder *reminder = &stored->reminder;

  return stored->is_starred && (reminder->off || reminder->start_utc == PLANNER_TIME_UNKNOWN) &&
         has_refresh_to_come (round, stored->conference_id);
}

static void
plan_reminder (PlannerRound *round, PlannerStoredReminder *stored)
{
  g_autoptr (PlannerAgenda) agenda = load_snapshot (stored);
  const PlannerSession *session = planner_agenda_get_session (agenda, 0);
  PlannerReminderPlan plan;

  stored->reminder.off |= session->cancelled;
  stored->reminder.end_utc = get_end_utc (stored->reminder.start_utc, session);
  plan = planner_reminder_plan (&stored->reminder, round->default_lead_s, round->now_utc);

  if (stored->shown_key && (plan.is_stale || has_other_key (stored)))
    add_stale (round, stored);
  else if (stored->shown_key)
    g_hash_table_add (round->shown_ids, planner_session_id_new (stored->conference_id, stored->shown_key));
  if (plan.is_due)
    add_due (round, stored, &plan, agenda);
  round->remind_utc = MIN (round->remind_utc, plan.remind_utc);
  round->next_utc = MIN (round->next_utc, plan.next_utc);
  round->waits |= plan.is_due || plan.next_utc != PLANNER_NEVER || may_come_back (round, stored);
}

static double
draw_jitter (const PlannerRound *round, const PlannerStoredRefresh *stored)
{
  const guint32 seed[] = { round->salt, (guint32) stored->conference_id, (guint32) stored->updated_utc,
                           (guint32) stored->tried_utc };
  g_autoptr (GRand) rand = g_rand_new_with_seed_array (seed, G_N_ELEMENTS (seed));

  return g_rand_double (rand);
}

static void
plan_refresh (PlannerRound *round, const PlannerStoredRefresh *stored)
{
  const PlannerRefreshState state = {
    .first_utc = stored->first_utc,
    .last_utc = stored->last_utc,
    .updated_utc = stored->updated_utc,
    .tried_utc = stored->tried_utc,
    .failures = stored->failures,
    .metered = round->metered,
    .refresh_on_metered = round->refresh_on_metered,
    .jitter = draw_jitter (round, stored),
  };
  const PlannerNextRefresh refresh = { stored->conference_id, planner_refresh_next (&state, round->now_utc) };

  g_array_append_val (round->refreshes, refresh);
}

static void
apply_to_reminder (PlannerStoredReminder *stored, const PlannerReminderMark *mark)
{
  const PlannerTold told = { mark->start_utc, mark->lead_s, mark->at_utc };

  if (mark->kind == PLANNER_MARK_TOLD && mark->number == stored->number)
    planner_stored_reminder_set_told (stored, &told, mark->key);
  if (mark->kind == PLANNER_MARK_WITHDRAWN && mark->number == stored->number)
    planner_stored_reminder_set_withdrawn (stored);
  if (mark->kind == PLANNER_MARK_SNOOZED && mark->conference_id == stored->conference_id &&
      g_strcmp0 (mark->key, stored->shown_key) == 0)
    planner_stored_reminder_set_snoozed (stored, mark->at_utc);
}

static void
apply_to_refresh (PlannerStoredRefresh *stored, const PlannerReminderMark *mark)
{
  if (mark->conference_id != stored->conference_id)
    return;
  if (mark->kind == PLANNER_MARK_FAILED)
    stored->failures++;
  if (mark->kind == PLANNER_MARK_REFRESHED)
    stored->failures = 0;
  if (mark->kind == PLANNER_MARK_FAILED || mark->kind == PLANNER_MARK_REFRESHED)
    stored->tried_utc = mark->at_utc;
}

/* Where the store cannot be written, on a full disk, no reminder comes twice for that. */
static void
apply_marks (const PlannerRound *round, GPtrArray *reminders, GArray *refreshes)
{
  for (guint i = 0; i < round->marks->len; i++)
    {
      const PlannerReminderMark *mark = g_ptr_array_index (round->marks, i);

      for (guint j = 0; j < reminders->len; j++)
        apply_to_reminder (g_ptr_array_index (reminders, j), mark);
      for (guint j = 0; j < refreshes->len; j++)
        apply_to_refresh (&g_array_index (refreshes, PlannerStoredRefresh, j), mark);
    }
}

static gboolean
write_marks (PlannerRound *round)
{
  g_autoptr (GError) error = NULL;

  if (round->marks->len == 0 || planner_store_write_marks (round->store, round->marks, &error))
    return TRUE;
  g_info ("%s", error->message);

  return FALSE;
}

/**
 * planner_round_new:
 * @marks: (transfer full): what is to be written
 */
PlannerRound *
planner_round_new (PlannerStore *store, GPtrArray *marks)
{
  PlannerRound *round = g_new0 (PlannerRound, 1);

  round->store = g_object_ref (store);
  round->marks = marks;
  round->due = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_due_reminder_free);
  round->told_marks = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_reminder_mark_free);
  round->stale_ids = g_ptr_array_new_with_free_func (g_free);
  round->stale_marks = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_reminder_mark_free);
  round->shown_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  round->refreshes = g_array_new (FALSE, FALSE, sizeof (PlannerNextRefresh));
  round->remind_utc = PLANNER_NEVER;
  round->next_utc = PLANNER_NEVER;

  return round;
}

void
planner_round_free (PlannerRound *round)
{
  g_object_unref (round->store);
  g_ptr_array_unref (round->marks);
  g_ptr_array_unref (round->due);
  g_ptr_array_unref (round->told_marks);
  g_ptr_array_unref (round->stale_ids);
  g_ptr_array_unref (round->stale_marks);
  g_hash_table_unref (round->shown_ids);
  g_array_unref (round->refreshes);
  g_free (round);
}

/**
 * planner_round_run:
 *
 * Blocks; to be called once, in any thread.
 *
 * Returns: whether the store could be read; errors are of %PLANNER_STORE_ERROR
 */
gboolean
planner_round_run (PlannerRound *round, GError **error)
{
  g_autoptr (GPtrArray) reminders = NULL;
  g_autoptr (GArray) refreshes = NULL;

  round->are_marks_written = write_marks (round);
  reminders = planner_store_list_reminders (round->store, error);
  refreshes = reminders ? planner_store_list_refreshes (round->store, error) : NULL;
  if (!refreshes)
    return FALSE;

  if (!round->are_marks_written)
    apply_marks (round, reminders, refreshes);
  for (guint i = 0; i < refreshes->len; i++)
    plan_refresh (round, &g_array_index (refreshes, PlannerStoredRefresh, i));
  for (guint i = 0; i < reminders->len; i++)
    plan_reminder (round, g_ptr_array_index (reminders, i));

  return TRUE;
}
