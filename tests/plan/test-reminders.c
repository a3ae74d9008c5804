/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-agenda.h"
#include "plan/planner-reminders.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* A number of minutes after 10:00 of some day, when most of the sessions below start. */
#define AT(minutes) (G_GINT64_CONSTANT (1685268000) + (minutes) * MINUTE)
#define NONE PLANNER_NEVER

typedef enum
{
  QUIET,
  DUE,
  LATE,
} Word;

/* Durations and lead times are in minutes, times are given by AT(). A session with planned_utc 0 was starred long ago. */
typedef struct
{
  const char *path;
  gint64 start_utc;
  int duration, lead;
  gint64 planned_utc;
  gint64 now_utc;
  Word word;
  gint64 remind_utc;
} FreshCase;

/* No reminder was sent before. The default lead time is ten minutes. */
static const FreshCase fresh_cases[] = {
  { "R1/before", AT (0), 60, 10, 0, AT (-11), QUIET, AT (-10) },
  { "R1/days-before", AT (0), 60, 10, 0, AT (0) - 9 * DAY, QUIET, AT (-10) },
  { "R1/at-the-instant", AT (0), 60, 10, 0, AT (-10), DUE, NONE },
  { "R1/second-before", AT (0), 60, 10, 0, AT (-10) - 1, QUIET, AT (-10) },
  { "R2/moved-into-the-past", AT (0), 60, 10, AT (20), AT (20), QUIET, NONE },
  { "R2/moved-nearer", AT (0), 60, 10, AT (-3), AT (-3), DUE, NONE },
  { "R2/moved-away", AT (90), 60, 10, AT (-3), AT (-3), QUIET, AT (80) },
  { "R4/resumed-before-start", AT (0), 60, 10, 0, AT (-2), DUE, NONE },
  { "R4/resumed-at-start", AT (0), 60, 10, 0, AT (0), DUE, NONE },
  { "R4/resumed-seconds-after-start", AT (0), 60, 10, 0, AT (0) + 59, DUE, NONE },
  { "R4/resumed-after-start", AT (0), 60, 10, 0, AT (1), LATE, NONE },
  { "R4/resumed-before-end", AT (0), 60, 10, 0, AT (60) - 1, LATE, NONE },
  { "R4/resumed-at-end", AT (0), 60, 10, 0, AT (60), QUIET, NONE },
  { "R4/resumed-days-after", AT (0), 60, 10, 0, AT (0) + 9 * DAY, QUIET, NONE },
  { "R4/no-duration-at-start", AT (0), 0, 0, 0, AT (0), DUE, NONE },
  { "R4/no-duration-seconds-after", AT (0), 0, 0, 0, AT (0) + 59, DUE, NONE },
  { "R4/no-duration-minute-after", AT (0), 0, 0, 0, AT (1), QUIET, NONE },
  { "R4/starred-at-start", AT (0), 60, 10, AT (0), AT (0), DUE, NONE },
  { "R4/starred-while-it-runs", AT (0), 60, 10, AT (0) + 1, AT (0) + 1, QUIET, NONE },
  { "R5/starred-by-a-clock-that-was-fast", AT (0), 60, 10, AT (30), AT (-30), QUIET, AT (-10) },
  { "R5/starred-by-a-clock-that-was-fast-due", AT (0), 60, 10, AT (30), AT (-10), DUE, NONE },
  { "R7/lead-longer-than-left", AT (0), 60, 60, AT (-20), AT (-20), DUE, NONE },
  { "R7/starred-after-the-instant", AT (0), 60, 10, AT (-4), AT (-4), DUE, NONE },
  { "R7/at-start-before", AT (0), 60, 0, 0, AT (0) - 1, QUIET, AT (0) },
  { "R7/at-start", AT (0), 60, 0, 0, AT (0), DUE, NONE },
  { "R7/own-lead", AT (0), 60, 30, 0, AT (-31), QUIET, AT (-30) },
  { "R7/default-lead", AT (0), 60, PLANNER_LEAD_DEFAULT, 0, AT (-31), QUIET, AT (-10) },
  { "R7/no-reminder", AT (0), 60, PLANNER_LEAD_NONE, 0, AT (-5), QUIET, NONE },
  { "T9/no-time", PLANNER_TIME_UNKNOWN, 60, 10, 0, AT (0), QUIET, NONE },
  { "T9/time-comes", AT (0), 60, 10, AT (-300), AT (-300), QUIET, AT (-10) },
  { "hostile/earliest", G_MININT64 + 1, 60, 10, 0, AT (0), QUIET, NONE },
  { "hostile/earliest-now", G_MININT64 + 1, 60, 10, G_MININT64, G_MININT64 + 1, DUE, NONE },
  { "hostile/latest", G_MAXINT64 - 1, 0, 10, 0, AT (0), QUIET, G_MAXINT64 - 1 - 10 * MINUTE },
  { "hostile/latest-now", G_MAXINT64 - 1, 0, 0, 0, G_MAXINT64 - 1, DUE, NONE },
  { "hostile/before-1970", -HOUR, 60, 10, -DAY, -HOUR - 5 * MINUTE, DUE, NONE },
};

static int
to_lead_s (int lead)
{
  return lead >= 0 ? lead * MINUTE : lead;
}

static PlannerReminder
make_reminder (gint64 start_utc, int duration, int lead)
{
  return (PlannerReminder) {
    .start_utc = start_utc,
    .end_utc = start_utc > G_MAXINT64 - duration * MINUTE ? G_MAXINT64 : start_utc + duration * MINUTE,
    .lead_s = to_lead_s (lead),
    .snoozed_until_utc = PLANNER_NEVER,
    .shown_start_utc = PLANNER_TIME_UNKNOWN,
  };
}

static void
assert_plan (const PlannerReminder *reminder, gint64 now_utc, Word word, gboolean is_stale, gint64 remind_utc)
{
  const PlannerReminderPlan plan = planner_reminder_plan (reminder, 10 * MINUTE, now_utc);

  g_assert_cmpint (plan.is_due, ==, word != QUIET);
  g_assert_cmpint (plan.is_late, ==, word == LATE);
  g_assert_cmpint (plan.is_stale, ==, is_stale);
  g_assert_cmpint (plan.remind_utc, ==, remind_utc);
}

static void
test_fresh (gconstpointer data)
{
  const FreshCase *fresh = data;
  PlannerReminder reminder = make_reminder (fresh->start_utc, fresh->duration, fresh->lead);

  reminder.planned_utc = fresh->planned_utc;
  assert_plan (&reminder, fresh->now_utc, fresh->word, FALSE, fresh->remind_utc);
  reminder.off = TRUE;
  assert_plan (&reminder, fresh->now_utc, QUIET, FALSE, NONE);
}

/* The session is from AT (0) to AT (60). A reminder was sent with sent_lead at sent_utc for sent_start. None is shown. */
typedef struct
{
  const char *path;
  gint64 sent_start;
  int sent_lead;
  gint64 sent_utc;
  int lead;
  gint64 now_utc;
  Word word;
  gint64 remind_utc;
} SentCase;

static const SentCase sent_cases[] = {
  { "R1/once", AT (0), 10, AT (-10), 10, AT (-10), QUIET, NONE },
  { "R1/once-later", AT (0), 10, AT (-10), 10, AT (-3), QUIET, NONE },
  { "R1/once-running", AT (0), 10, AT (-10), 10, AT (30), QUIET, NONE },
  { "R2/sent-of-another-start", AT (-60), 10, AT (-70), 10, AT (-50), QUIET, AT (-10) },
  { "R2/sent-of-another-start-due", AT (-60), 10, AT (-70), 10, AT (-10), DUE, NONE },
  { "R4/sent-late", AT (0), 10, AT (5), 10, AT (6), QUIET, NONE },
  { "R5/clock-set-back", AT (0), 10, AT (-10), 10, AT (-70), QUIET, NONE },
  { "R5/clock-set-back-due-again", AT (0), 10, AT (-10), 10, AT (-10), QUIET, NONE },
  { "R5/clock-was-fast-then-other-lead", AT (0), 10, AT (-5), 5, AT (-65), QUIET, NONE },
  { "R5/clock-was-fast-then-lead-ahead", AT (0), 10, AT (-5), 0, AT (-65), QUIET, AT (0) },
  { "R7/later-lead-ahead", AT (0), 30, AT (-30), 5, AT (-20), QUIET, AT (-5) },
  { "R7/later-lead-due", AT (0), 30, AT (-30), 5, AT (-5), DUE, NONE },
  { "R7/later-lead-passed", AT (0), 30, AT (-4), 5, AT (-3), QUIET, NONE },
  { "R7/longer-lead-after-sent", AT (0), 10, AT (-10), 30, AT (-9), QUIET, NONE },
  { "R9/snoozed-word-before-a-later-lead", AT (0), 5, AT (-25), 5, AT (-20), QUIET, AT (-5) },
  { "R7/default-is-the-same", AT (0), 10, AT (-10), PLANNER_LEAD_DEFAULT, AT (-9), QUIET, NONE },
  { "R7/back-to-the-old-lead", AT (0), 10, AT (-10), 10, AT (-8), QUIET, NONE },
};

static void
test_sent (gconstpointer data)
{
  const SentCase *sent_case = data;
  const PlannerSentReminder sent = { sent_case->sent_start, to_lead_s (sent_case->sent_lead),
                                     sent_case->sent_utc };
  PlannerReminder reminder = make_reminder (AT (0), 60, sent_case->lead);

  reminder.sent = &sent;
  reminder.n_sent = 1;
  assert_plan (&reminder, sent_case->now_utc, sent_case->word, FALSE, sent_case->remind_utc);
}

/* The reminder was sent ten minutes before AT (0), then snoozed. */
typedef struct
{
  const char *path;
  gint64 snoozed_start, until_utc;
  int lead;
  gint64 now_utc;
  Word word;
  gint64 remind_utc;
} SnoozeCase;

static const SnoozeCase snooze_cases[] = {
  { "R9/waits", AT (0), AT (-5), 10, AT (-9), QUIET, AT (-5) },
  { "R9/due", AT (0), AT (-5), 10, AT (-5), DUE, NONE },
  { "R9/never-past-the-start", AT (0), AT (3), 10, AT (-1), QUIET, AT (0) },
  { "R9/at-the-start", AT (0), AT (0), 10, AT (0), DUE, NONE },
  { "R9/of-another-start", AT (-60), AT (-5), 10, AT (-5), QUIET, NONE },
  { "R9/no-reminder-after-all", AT (0), AT (-5), PLANNER_LEAD_NONE, AT (-5), QUIET, NONE },
  { "R9/holds-back-another-lead", AT (0), AT (-4), 5, AT (-5), QUIET, AT (-4) },
  { "R4/snoozed-then-suspended", AT (0), AT (-5), 10, AT (20), LATE, NONE },
  { "R4/snoozed-then-suspended-over", AT (0), AT (-5), 10, AT (60), QUIET, NONE },
  { "R5/snoozed-then-clock-set-back", AT (0), AT (-5), 10, AT (-69), QUIET, AT (-5) },
};

static void
test_snoozed (gconstpointer data)
{
  const SnoozeCase *snooze_case = data;
  const PlannerSentReminder sent = { AT (0), 10 * MINUTE, AT (-10) };
  PlannerReminder reminder = make_reminder (AT (0), 60, snooze_case->lead);

  reminder.sent = &sent;
  reminder.n_sent = 1;
  reminder.snoozed_start_utc = snooze_case->snoozed_start;
  reminder.snoozed_until_utc = snooze_case->until_utc;
  assert_plan (&reminder, snooze_case->now_utc, snooze_case->word, FALSE, snooze_case->remind_utc);
}

static void
test_shown (void)
{
  const PlannerSentReminder sent = { AT (0), 10 * MINUTE, AT (-10) };
  PlannerReminder reminder = make_reminder (AT (0), 60, 10);

  reminder.sent = &sent;
  reminder.n_sent = 1;
  reminder.shown_start_utc = AT (0);
  assert_plan (&reminder, AT (-9), QUIET, FALSE, NONE);
  assert_plan (&reminder, AT (60) - 1, QUIET, FALSE, NONE);
  assert_plan (&reminder, AT (60), QUIET, TRUE, NONE);
  g_assert_cmpint (planner_reminder_plan (&reminder, 600, AT (-9)).next_utc, ==, AT (60));
  g_assert_cmpint (planner_reminder_plan (&reminder, 600, AT (60)).next_utc, ==, NONE);
  reminder.lead_s = 0;
  g_assert_cmpint (planner_reminder_plan (&reminder, 600, AT (-9)).next_utc, ==, AT (0));
}

static void
test_shown_then_off (void)
{
  PlannerReminder reminder = make_reminder (AT (0), 60, 10);

  reminder.off = TRUE;
  reminder.shown_start_utc = AT (0);
  assert_plan (&reminder, AT (-9), QUIET, TRUE, NONE);
}

static void
test_shown_then_no_reminder (void)
{
  PlannerReminder reminder = make_reminder (AT (0), 60, PLANNER_LEAD_NONE);

  reminder.shown_start_utc = AT (0);
  assert_plan (&reminder, AT (-9), QUIET, TRUE, NONE);
}

static void
test_shown_then_moved (void)
{
  PlannerReminder reminder = make_reminder (AT (90), 60, 10);

  reminder.shown_start_utc = AT (0);
  assert_plan (&reminder, AT (-9), QUIET, TRUE, AT (80));

  /* The reminder that is due replaces the notification. */
  assert_plan (&reminder, AT (80), DUE, FALSE, NONE);
  reminder.start_utc = PLANNER_TIME_UNKNOWN;
  assert_plan (&reminder, AT (-9), QUIET, TRUE, NONE);
}

/* A lead time of the session applies even if the default is no reminder. */
static void
test_none_by_default (void)
{
  PlannerReminder reminder = make_reminder (AT (0), 60, PLANNER_LEAD_DEFAULT);

  reminder.shown_start_utc = AT (0);
  g_assert_false (planner_reminder_plan (&reminder, PLANNER_LEAD_NONE, AT (-5)).is_due);
  g_assert_true (planner_reminder_plan (&reminder, PLANNER_LEAD_NONE, AT (-5)).is_stale);
  g_assert_cmpint (planner_reminder_plan (&reminder, PLANNER_LEAD_NONE, AT (-5)).next_utc, ==, NONE);
  reminder.lead_s = 10 * MINUTE;
  g_assert_true (planner_reminder_plan (&reminder, PLANNER_LEAD_NONE, AT (-5)).is_due);
}

/* The lead time is exact, whatever the zones of the venue and the computer. */
static void
test_zones (void)
{
  static const char *const zones[] = { "-09:30", "+05:45", "+14:00", "UTC" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
      g_autoptr (GDateTime) start = g_date_time_new (zone, 2026, 7, 1, 0, 5, 0);
      g_autoptr (GDateTime) ten_before = g_date_time_add_minutes (start, -10);
      const PlannerReminder reminder = make_reminder (g_date_time_to_unix (start), 60, 10);

      assert_plan (&reminder, g_date_time_to_unix (start) - HOUR, QUIET, FALSE,
                   g_date_time_to_unix (ten_before));
    }
}

static void
test_snooze (void)
{
  g_assert_cmpint (planner_reminder_snooze (AT (0), AT (-9)), ==, AT (-4));
  g_assert_cmpint (planner_reminder_snooze (AT (0), AT (-5)), ==, AT (0));
  g_assert_cmpint (planner_reminder_snooze (AT (0), AT (-1)), ==, AT (0));
  g_assert_cmpint (planner_reminder_snooze (AT (0), AT (0)), ==, NONE);
  g_assert_cmpint (planner_reminder_snooze (AT (0), AT (9)), ==, NONE);
  g_assert_cmpint (planner_reminder_snooze (PLANNER_TIME_UNKNOWN, AT (9)), ==, NONE);
  g_assert_cmpint (planner_reminder_snooze (G_MAXINT64, G_MAXINT64 - 1), ==, G_MAXINT64);
}

static void
test_five_thousand (void)
{
  g_autofree PlannerReminder *reminders = g_new (PlannerReminder, 5000);
  g_autofree PlannerSentReminder *sent = g_new (PlannerSentReminder, 5000);
  double best_s = G_MAXDOUBLE;

  for (guint i = 0; i < 5000; i++)
    {
      reminders[i] = make_reminder (AT (g_test_rand_int_range (-9999, 9999)), 60, 10);
      sent[i] = (PlannerSentReminder) { AT (0), 600, AT (-10) };
      reminders[i].sent = &sent[i];
      reminders[i].n_sent = 1;
    }
  for (guint round = 0; round < 5; round++)
    {
      gint64 next_utc = PLANNER_NEVER;

      g_test_timer_start ();
      for (guint i = 0; i < 5000; i++)
        next_utc = MIN (next_utc, planner_reminder_plan (&reminders[i], 600, AT (0)).next_utc);
      best_s = MIN (best_s, g_test_timer_elapsed ());
      g_assert_cmpint (next_utc, !=, PLANNER_NEVER);
    }
  g_test_minimized_result (best_s, "5,000 stars planned in %.3f ms", best_s * 1000);
  g_assert_cmpfloat (best_s, <, 0.005);
}

static void
add_cases (gconstpointer cases, gsize n_cases, gsize size, GTestDataFunc test)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      gconstpointer one = (const char *) cases + i * size;
      g_autofree char *path = g_strconcat ("/plan/reminders/", *(const char *const *) one, NULL);

      g_test_add_data_func (path, one, test);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_cases (fresh_cases, G_N_ELEMENTS (fresh_cases), sizeof (FreshCase), test_fresh);
  add_cases (sent_cases, G_N_ELEMENTS (sent_cases), sizeof (SentCase), test_sent);
  add_cases (snooze_cases, G_N_ELEMENTS (snooze_cases), sizeof (SnoozeCase), test_snoozed);
  g_test_add_func ("/plan/reminders/R3/shown-until-over", test_shown);
  g_test_add_func ("/plan/reminders/R3/shown-then-off", test_shown_then_off);
  g_test_add_func ("/plan/reminders/R3/shown-then-no-reminder", test_shown_then_no_reminder);
  g_test_add_func ("/plan/reminders/R2/shown-then-moved", test_shown_then_moved);
  g_test_add_func ("/plan/reminders/R7/none-by-default", test_none_by_default);
  g_test_add_func ("/plan/reminders/R9/snooze", test_snooze);
  g_test_add_func ("/plan/reminders/T5/zones", test_zones);
  g_test_add_func ("/plan/reminders/five-thousand-sessions", test_five_thousand);

  return g_test_run ();
}
