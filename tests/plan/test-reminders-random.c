/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Simulates random conferences with random refreshes, choices, sleeps, kills and clock changes. The plan sees only the stored
 * state. Its reminders are compared with those of an oracle, which follows the events one by one.
 */

#include "model/planner-agenda.h"
#include "plan/planner-reminders.h"

#define MINUTE 60
#define N_CONFERENCES 10000
#define N_STEPS 60
#define MAX_SESSIONS 5
#define MAX_SENT 64

/* A notification that the oracle has seen, with the start that it shows. */
typedef struct
{
  gint64 start_utc;
  int lead_s;
  gint64 heard_utc;
} Heard;

typedef struct
{
  /* The store. */
  PlannerReminder reminder;
  PlannerSentReminder sent[MAX_SENT];
  gboolean is_starred, is_cancelled;

  /* The oracle. */
  Heard heard[MAX_SENT];
  guint n_heard;
  gboolean is_owed;
  gint64 again_utc; /* the end of a snooze; 0 for none */
  gint64 again_start_utc;
  gint64 known_utc; /* when the session got this start or its star */
  gint64 on_screen_utc;
} Session;

typedef struct
{
  Session sessions[MAX_SESSIONS];
  guint n_sessions;
  int default_lead_s;
  gint64 now_utc;
  gint64 next_utc;
} World;

static gboolean
chance (int percent)
{
  return g_test_rand_int_range (0, 100) < percent;
}

static int
draw_lead (void)
{
  static const int minutes[] = { 0, 0, 5, 10, 10, 15, 30, 60 };
  const int drawn = g_test_rand_int_range (0, 12);

  if (drawn == 0)
    return PLANNER_LEAD_NONE;

  return drawn <= 8 ? minutes[drawn - 1] * MINUTE : PLANNER_LEAD_DEFAULT;
}

/* Mostly whole minutes, as in schedules, so that events coincide. */
static gint64
draw_start (const World *world)
{
  const gint64 near_utc = world->now_utc + g_test_rand_int_range (-90, 180) * MINUTE;

  if (chance (5))
    return PLANNER_TIME_UNKNOWN;

  return chance (80) ? near_utc - near_utc % (5 * MINUTE) : near_utc + g_test_rand_int_range (0, MINUTE);
}

static void
set_times (Session *session, gint64 start_utc)
{
  session->reminder.start_utc = start_utc;
  session->reminder.end_utc =
      start_utc + (start_utc == PLANNER_TIME_UNKNOWN ? 0 : g_test_rand_int_range (0, 4) * 30 * MINUTE);
}

static void
update_off (Session *session)
{
  session->reminder.off = session->is_cancelled || !session->is_starred;
}

/* ---- The oracle ---- */

static int
get_lead (const World *world, const Session *session)
{
  return session->reminder.lead_s == PLANNER_LEAD_DEFAULT ? world->default_lead_s : session->reminder.lead_s;
}

static gboolean
has_passed (const World *world, const Session *session)
{
  gint64 over_utc = session->reminder.start_utc + MINUTE;

  if (session->reminder.end_utc > over_utc)
    over_utc = session->reminder.end_utc;

  return over_utc <= world->now_utc;
}

static gboolean
counts (const World *world, const Session *session)
{
  return session->is_starred && !session->is_cancelled && get_lead (world, session) >= 0 &&
         session->reminder.start_utc != PLANNER_TIME_UNKNOWN && !has_passed (world, session);
}

/* To be called when the start, the star or the lead time of a session changes. */
static void
consider (const World *world, Session *session)
{
  const int lead_s = get_lead (world, session);

  session->is_owed = TRUE;
  for (guint i = 0; i < session->n_heard; i++)
    if (session->heard[i].start_utc == session->reminder.start_utc)
      {
        const gint64 ahead_s = session->reminder.start_utc - session->heard[i].heard_utc;

        if (ahead_s <= lead_s)
          session->is_owed = FALSE;
      }
}

static gint64
expect_word_at (const World *world, const Session *session)
{
  if (!counts (world, session))
    return PLANNER_NEVER;
  if (session->again_utc && session->again_start_utc == session->reminder.start_utc)
    return session->again_utc;

  return session->is_owed ? session->reminder.start_utc - get_lead (world, session) : PLANNER_NEVER;
}

static gboolean
expect_word_now (const World *world, const Session *session)
{
  const gboolean runs = session->reminder.start_utc <= world->now_utc;

  return expect_word_at (world, session) <= world->now_utc &&
         (!runs || session->known_utc <= session->reminder.start_utc);
}

static gboolean
is_reminder (const Heard *heard, gint64 start_utc, int lead_s)
{
  return heard->start_utc == start_utc && heard->lead_s == lead_s && heard->heard_utc >= start_utc - lead_s;
}

/* No reminder is for a session that is over or unstarred, and none comes twice except after a snooze. */
static void
hear (const World *world, Session *session)
{
  g_assert_cmpuint (session->n_heard, <, MAX_SENT);
  g_assert_true (session->is_starred && !session->is_cancelled && !has_passed (world, session));
  for (guint i = 0; i < session->n_heard && !session->again_utc; i++)
    g_assert_false (is_reminder (&session->heard[i], session->reminder.start_utc, get_lead (world, session)));

  session->heard[session->n_heard++] =
      (Heard) { session->reminder.start_utc, get_lead (world, session), world->now_utc };
  if (session->reminder.start_utc - get_lead (world, session) <= world->now_utc)
    session->is_owed = FALSE;
  session->again_utc = 0;
}

/* ---- The process ---- */

static void
record (const World *world, Session *session, int lead_s)
{
  PlannerReminder *reminder = &session->reminder;

  session->sent[reminder->n_sent++] = (PlannerSentReminder) { reminder->start_utc, lead_s, world->now_utc };
  reminder->sent = session->sent;
  reminder->snoozed_until_utc = PLANNER_NEVER;
  reminder->shown_start_utc = reminder->start_utc;
}

static void
check_stale (const World *world, Session *session, const PlannerReminderPlan *plan)
{
  const gboolean expected =
      session->on_screen_utc != PLANNER_TIME_UNKNOWN && !plan->is_due &&
      (!counts (world, session) || session->on_screen_utc != session->reminder.start_utc);

  g_assert_cmpint (plan->is_stale, ==, expected);
  if (plan->is_stale)
    session->reminder.shown_start_utc = session->on_screen_utc = PLANNER_TIME_UNKNOWN;
}

/* After a kill between showing and storing, the reminder is shown again and replaces the notification. */
static void
check_due (const World *world, Session *session, const PlannerReminderPlan *plan, gboolean killed)
{
  g_assert_cmpint (plan->is_due, ==, expect_word_now (world, session));
  if (!plan->is_due)
    return;

  g_assert_cmpint (plan->lead_s, ==, get_lead (world, session));
  g_assert_cmpint (plan->is_late, ==, world->now_utc - session->reminder.start_utc >= MINUTE);
  if (killed)
    return;

  hear (world, session);
  record (world, session, plan->lead_s);
  session->on_screen_utc = session->reminder.start_utc;
}

static gint64
expect_next (const World *world, const Session *session)
{
  gint64 next_utc = expect_word_at (world, session);

  if (next_utc <= world->now_utc)
    next_utc = PLANNER_NEVER;
  if (session->on_screen_utc != PLANNER_TIME_UNKNOWN)
    next_utc = MIN (next_utc, MAX (session->reminder.end_utc, session->reminder.start_utc + MINUTE));

  return next_utc;
}

static void
run_process (World *world, gboolean killed)
{
  gint64 expected_utc = PLANNER_NEVER;

  world->next_utc = PLANNER_NEVER;
  for (guint i = 0; i < world->n_sessions; i++)
    {
      Session *session = &world->sessions[i];
      PlannerReminderPlan plan =
          planner_reminder_plan (&session->reminder, world->default_lead_s, world->now_utc);

      check_due (world, session, &plan, killed);
      check_stale (world, session, &plan);

      /* The events are stored, so that nothing else is due at this time. */
      plan = planner_reminder_plan (&session->reminder, world->default_lead_s, world->now_utc);
      g_assert_true (killed || (!plan.is_due && !plan.is_stale));
      world->next_utc = MIN (world->next_utc, plan.next_utc);
      expected_utc = MIN (expected_utc, expect_next (world, session));
    }
  if (!killed)
    g_assert_cmpint (world->next_utc, ==, expected_utc);
}

/* ---- The events ---- */

static void
sleep_until_next (World *world, Session *session)
{
  if (world->next_utc != PLANNER_NEVER)
    world->now_utc = MAX (world->now_utc, world->next_utc);
}

static void
suspend (World *world, Session *session)
{
  world->now_utc += g_test_rand_int_range (0, (chance (20) ? 150 : 15) * MINUTE);
}

static void
set_clock (World *world, Session *session)
{
  world->now_utc += g_test_rand_int_range (-90, 90) * MINUTE;
}

static void
move (World *world, Session *session)
{
  const gint64 start_utc =
      chance (20) && session->n_heard > 0 ? session->heard[0].start_utc : draw_start (world);
  const gboolean is_other = start_utc != session->reminder.start_utc;

  set_times (session, start_utc);
  if (!is_other)
    return;
  session->reminder.planned_utc = session->known_utc = world->now_utc;
  consider (world, session);
}

static void
cancel (World *world, Session *session)
{
  session->is_cancelled = !session->is_cancelled;
  update_off (session);
}

static void
toggle_star (World *world, Session *session)
{
  session->is_starred = !session->is_starred;
  update_off (session);
  if (session->is_starred)
    {
      session->reminder.planned_utc = session->known_utc = world->now_utc;
      consider (world, session);
    }
  else
    {
      session->reminder.snoozed_until_utc = PLANNER_NEVER;
      session->again_utc = 0;
    }
}

static void
choose_lead (World *world, Session *session)
{
  session->reminder.lead_s = draw_lead ();
  consider (world, session);
}

static void
choose_default_lead (World *world, Session *session)
{
  world->default_lead_s = chance (5) ? PLANNER_LEAD_NONE : MAX (0, draw_lead ());
  for (guint i = 0; i < world->n_sessions; i++)
    consider (world, &world->sessions[i]);
}

static void
snooze (World *world, Session *session)
{
  if (session->on_screen_utc == PLANNER_TIME_UNKNOWN ||
      session->on_screen_utc != session->reminder.start_utc || session->reminder.start_utc <= world->now_utc)
    return;

  session->reminder.snoozed_start_utc = session->reminder.start_utc;
  session->reminder.snoozed_until_utc = planner_reminder_snooze (session->reminder.start_utc, world->now_utc);
  session->again_start_utc = session->reminder.start_utc;
  session->again_utc = world->now_utc + 5 * MINUTE;
  if (session->again_utc > session->again_start_utc)
    session->again_utc = session->again_start_utc;
}

static void
live_a_moment (World *world)
{
  static void (*const events[]) (World *, Session *) = {
    sleep_until_next,
    sleep_until_next,
    sleep_until_next,
    sleep_until_next,
    sleep_until_next,
    suspend,
    set_clock,
    move,
    move,
    cancel,
    toggle_star,
    choose_lead,
    choose_lead,
    snooze,
    snooze,
    choose_default_lead,
  };
  Session *session = &world->sessions[g_test_rand_int_range (0, (gint32) world->n_sessions)];

  events[g_test_rand_int_range (0, G_N_ELEMENTS (events))](world, session);
}

static void
draw_session (World *world, Session *session)
{
  *session = (Session) { 0 };
  set_times (session, draw_start (world));
  session->is_starred = chance (80);
  session->reminder.lead_s = chance (50) ? PLANNER_LEAD_DEFAULT : draw_lead ();
  session->reminder.planned_utc = session->known_utc = world->now_utc - g_test_rand_int_range (0, 999999);
  session->reminder.snoozed_until_utc = PLANNER_NEVER;
  session->reminder.shown_start_utc = session->on_screen_utc = PLANNER_TIME_UNKNOWN;
  session->is_owed = TRUE;
  update_off (session);
}

static guint
live_through_conference (void)
{
  World world = { .default_lead_s = 10 * MINUTE, .now_utc = 1685268000 + g_test_rand_int_range (0, 999999) };
  guint n_words = 0;

  world.n_sessions = (guint) g_test_rand_int_range (1, MAX_SESSIONS + 1);
  for (guint i = 0; i < world.n_sessions; i++)
    draw_session (&world, &world.sessions[i]);
  for (guint step = 0; step < N_STEPS; step++)
    {
      run_process (&world, chance (5));
      live_a_moment (&world);
    }
  for (guint i = 0; i < world.n_sessions; i++)
    n_words += world.sessions[i].n_heard;

  return n_words;
}

static void
test_random (void)
{
  guint n_words = 0;

  for (guint i = 0; i < N_CONFERENCES; i++)
    n_words += live_through_conference ();

  /* Otherwise the test would test nothing. */
  g_test_message ("%u reminders", n_words);
  g_assert_cmpuint (n_words, >, N_CONFERENCES * 2);
}

int
main (int argc, char **argv)
{
  /* Each run has the same conferences, unless a seed is given. */
  char *fixed[] = { argv[0], (char *) "--seed=R02S5eed00015eed00025eed00035eed0004", NULL };
  char **arguments = argc > 1 ? argv : fixed;
  int n_arguments = MAX (argc, 2);

  g_test_init (&n_arguments, &arguments, NULL);

  g_test_add_func ("/plan/reminders/R1-R2-R3-R4-R5-R7-R9/random-events", test_random);

  return g_test_run ();
}
