/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reminders/planner-reminder-pass.h"

#include "model/planner-agenda-bytes.h"
#include "model/planner-due-reminder.h"
#include "model/planner-session-id.h"
#include "model/planner-string-table.h"
#include "plan/planner-phase.h"
#include "plan/planner-refresh-policy.h"

/* A wrong clock is seldom further ahead. One that shows the time of another zone is ahead by hours. */
#define MAX_DOUBT_S (7 * 24 * 60 * 60)

/* Returns: an agenda with one session that has only what the notification needs, for a snapshot in a layout that this
 * version cannot read. */
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

static PlannerReminderRecord *
make_record (const PlannerReminderPass *pass,
             const PlannerStoredReminder *stored,
             PlannerReminderRecordKind kind)
{
  PlannerReminderRecord *record = g_new0 (PlannerReminderRecord, 1);

  record->kind = kind;
  record->at_utc = pass->now_utc;
  record->conference_id = stored->conference_id;
  record->number = stored->number;

  return record;
}

static void
add_due (PlannerReminderPass *pass,
         const PlannerStoredReminder *stored,
         const PlannerReminderPlan *plan,
         PlannerAgenda *agenda)
{
  PlannerReminderRecord *record = make_record (pass, stored, PLANNER_RECORD_SENT);

  record->key = g_strdup (stored->key);
  record->start_utc = stored->reminder.start_utc;
  record->lead_s = plan->lead_s;
  g_ptr_array_add (pass->shown_records, record);
  g_ptr_array_add (pass->due, make_due (stored, plan, agenda));
}

/* A click on a notification with an outdated key would open another session. */
static gboolean
has_other_key (const PlannerStoredReminder *stored)
{
  return stored->shown_key && g_strcmp0 (stored->shown_key, stored->key) != 0;
}

static void
add_withdrawal (PlannerReminderPass *pass, const PlannerStoredReminder *stored)
{
  g_ptr_array_add (pass->stale_ids, planner_session_id_new (stored->conference_id, stored->shown_key));
  g_ptr_array_add (pass->withdrawn_records, make_record (pass, stored, PLANNER_RECORD_WITHDRAWN));
}

static gboolean
has_next_refresh (const PlannerReminderPass *pass, gint64 conference_id)
{
  for (guint i = 0; i < pass->refreshes->len; i++)
    {
      const PlannerNextRefresh *refresh = &g_array_index (pass->refreshes, PlannerNextRefresh, i);

      if (refresh->conference_id == conference_id)
        return refresh->next_utc != PLANNER_NEVER;
    }

  return FALSE;
}

/* A later edition of the schedule may give the session a time, or restore it. */
static gboolean
may_become_due (const PlannerReminderPass *pass, const PlannerStoredReminder *stored)
{
  const PlannerReminder *reminder = &stored->reminder;

  return stored->is_going && (reminder->off || reminder->start_utc == PLANNER_TIME_UNKNOWN) &&
         has_next_refresh (pass, stored->conference_id);
}

/* If nothing was recorded since the end of the session, the clock may be wrongly ahead. Once it is set right, the reminder is
 * due. Without a limit, the agent would stay for ever after a conference whose last reminder the computer missed. */
static gboolean
may_not_be_over (const PlannerReminderPass *pass, const PlannerReminder *reminder)
{
  const gint64 over_utc = planner_phase_get_over_utc (reminder->start_utc, reminder->end_utc);

  return pass->recorded_utc < over_utc && pass->now_utc < planner_time_add (over_utc, MAX_DOUBT_S);
}

static void
find_recorded (PlannerReminderPass *pass, GPtrArray *reminders, GArray *refreshes)
{
  for (guint i = 0; i < refreshes->len; i++)
    pass->recorded_utc =
        MAX (pass->recorded_utc, g_array_index (refreshes, PlannerStoredRefresh, i).updated_utc);
  for (guint i = 0; i < reminders->len; i++)
    {
      const PlannerReminder *reminder =
          &((PlannerStoredReminder *) g_ptr_array_index (reminders, i))->reminder;

      pass->recorded_utc = MAX (pass->recorded_utc, reminder->planned_utc);
      for (guint j = 0; j < reminder->n_sent; j++)
        pass->recorded_utc = MAX (pass->recorded_utc, reminder->sent[j].sent_utc);
    }
}

static void
plan_reminder (PlannerReminderPass *pass, PlannerStoredReminder *stored)
{
  g_autoptr (PlannerAgenda) agenda = load_snapshot (stored);
  const PlannerSession *session = planner_agenda_get_session (agenda, 0);
  PlannerReminderPlan plan;

  stored->reminder.off |= session->cancelled;
  stored->reminder.end_utc = get_end_utc (stored->reminder.start_utc, session);
  plan = planner_reminder_plan (&stored->reminder, pass->default_lead_s, pass->now_utc);

  if (stored->shown_key && (plan.is_stale || has_other_key (stored)))
    add_withdrawal (pass, stored);
  else if (stored->shown_key)
    g_hash_table_add (pass->shown_ids, planner_session_id_new (stored->conference_id, stored->shown_key));
  if (plan.is_due)
    add_due (pass, stored, &plan, agenda);
  pass->remind_utc = MIN (pass->remind_utc, plan.remind_utc);
  pass->next_utc = MIN (pass->next_utc, plan.next_utc);
  pass->has_pending |= plan.is_due || plan.next_utc != PLANNER_NEVER || may_become_due (pass, stored) ||
                       (plan.is_missed && may_not_be_over (pass, &stored->reminder));
}

static double
draw_jitter (const PlannerReminderPass *pass, const PlannerStoredRefresh *stored)
{
  const guint32 seed[] = { pass->salt, (guint32) stored->conference_id, (guint32) stored->updated_utc,
                           (guint32) stored->tried_utc };
  g_autoptr (GRand) rand = g_rand_new_with_seed_array (seed, G_N_ELEMENTS (seed));

  return g_rand_double (rand);
}

static void
plan_refresh (PlannerReminderPass *pass, const PlannerStoredRefresh *stored)
{
  const PlannerRefreshState state = {
    .first_utc = stored->first_utc,
    .last_utc = stored->last_utc,
    .updated_utc = stored->updated_utc,
    .tried_utc = stored->tried_utc,
    .failures = stored->failures,
    .metered = pass->metered,
    .refresh_on_metered = pass->refresh_on_metered,
    .jitter = draw_jitter (pass, stored),
  };
  const PlannerNextRefresh refresh = { stored->conference_id, planner_refresh_next (&state, pass->now_utc) };

  g_array_append_val (pass->refreshes, refresh);
}

static void
apply_to_reminder (PlannerStoredReminder *stored, const PlannerReminderRecord *record)
{
  const PlannerSentReminder sent = { record->start_utc, record->lead_s, record->at_utc };

  if (record->kind == PLANNER_RECORD_SENT && record->number == stored->number)
    planner_stored_reminder_set_sent (stored, &sent, record->key);
  if (record->kind == PLANNER_RECORD_WITHDRAWN && record->number == stored->number)
    planner_stored_reminder_set_withdrawn (stored);
  if (record->kind == PLANNER_RECORD_SNOOZED && record->conference_id == stored->conference_id &&
      g_strcmp0 (record->key, stored->shown_key) == 0)
    planner_stored_reminder_set_snoozed (stored, record->at_utc);
}

static void
apply_to_refresh (PlannerStoredRefresh *stored, const PlannerReminderRecord *record)
{
  if (record->conference_id != stored->conference_id)
    return;
  if (record->kind == PLANNER_RECORD_FAILED)
    stored->failures++;
  if (record->kind == PLANNER_RECORD_REFRESHED)
    stored->failures = 0;
  if (record->kind == PLANNER_RECORD_FAILED || record->kind == PLANNER_RECORD_REFRESHED)
    stored->tried_utc = record->at_utc;
}

/* Applies the records to what was read, so that no reminder is shown twice while the store cannot be written. */
static void
apply_records (const PlannerReminderPass *pass, GPtrArray *reminders, GArray *refreshes)
{
  for (guint i = 0; i < pass->records->len; i++)
    {
      const PlannerReminderRecord *record = g_ptr_array_index (pass->records, i);

      for (guint j = 0; j < reminders->len; j++)
        apply_to_reminder (g_ptr_array_index (reminders, j), record);
      for (guint j = 0; j < refreshes->len; j++)
        apply_to_refresh (&g_array_index (refreshes, PlannerStoredRefresh, j), record);
    }
}

static gboolean
write_records (PlannerReminderPass *pass)
{
  g_autoptr (GError) error = NULL;

  if (pass->records->len == 0 || planner_store_write_reminder_records (pass->store, pass->records, &error))
    return TRUE;
  g_info ("Cannot record what happened with reminders: %s", error->message);

  return FALSE;
}

/**
 * planner_reminder_pass_new:
 * @store: the store to read and write
 * @records: (transfer full) (element-type PlannerReminderRecord): what happened since the last pass
 *
 * Returns: (transfer full): a pass for one call of planner_reminder_pass_run()
 */
PlannerReminderPass *
planner_reminder_pass_new (PlannerStore *store, GPtrArray *records)
{
  PlannerReminderPass *pass;

  g_return_val_if_fail (PLANNER_IS_STORE (store), NULL);
  g_return_val_if_fail (records, NULL);

  pass = g_new0 (PlannerReminderPass, 1);

  pass->store = g_object_ref (store);
  pass->records = records;
  pass->due = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_due_reminder_free);
  pass->shown_records = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_reminder_record_free);
  pass->stale_ids = g_ptr_array_new_with_free_func (g_free);
  pass->withdrawn_records = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_reminder_record_free);
  pass->shown_ids = planner_string_table_new (g_free, NULL);
  pass->refreshes = g_array_new (FALSE, FALSE, sizeof (PlannerNextRefresh));
  pass->remind_utc = PLANNER_NEVER;
  pass->next_utc = PLANNER_NEVER;

  return pass;
}

void
planner_reminder_pass_free (PlannerReminderPass *pass)
{
  g_object_unref (pass->store);
  g_ptr_array_unref (pass->records);
  g_ptr_array_unref (pass->due);
  g_ptr_array_unref (pass->shown_records);
  g_ptr_array_unref (pass->stale_ids);
  g_ptr_array_unref (pass->withdrawn_records);
  g_hash_table_unref (pass->shown_ids);
  g_array_unref (pass->refreshes);
  g_free (pass);
}

/**
 * planner_reminder_pass_run:
 *
 * Writes the records, reads the store and fills in the results. Blocks; call it once, in any thread.
 *
 * Returns: whether the store could be read; sets an error of %PLANNER_STORE_ERROR if not
 */
gboolean
planner_reminder_pass_run (PlannerReminderPass *pass, GError **error)
{
  g_autoptr (GPtrArray) reminders = NULL;
  g_autoptr (GArray) refreshes = NULL;

  g_return_val_if_fail (pass, FALSE);

  pass->are_records_written = write_records (pass);
  reminders = planner_store_list_reminders (pass->store, error);
  refreshes = reminders ? planner_store_list_refreshes (pass->store, error) : NULL;
  if (!refreshes)
    return FALSE;

  if (!pass->are_records_written)
    apply_records (pass, reminders, refreshes);
  find_recorded (pass, reminders, refreshes);
  for (guint i = 0; i < refreshes->len; i++)
    plan_refresh (pass, &g_array_index (refreshes, PlannerStoredRefresh, i));
  for (guint i = 0; i < reminders->len; i++)
    plan_reminder (pass, g_ptr_array_index (reminders, i));
  g_debug ("Planned %u reminders: %u due, %u to withdraw; next at %" G_GINT64_FORMAT, reminders->len,
           pass->due->len, pass->stale_ids->len, pass->next_utc);

  return TRUE;
}
