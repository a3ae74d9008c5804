/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scheduler runs in a process of its own, which is killed at random moments. Meanwhile this process stars, unstars and moves
 * sessions of two conferences in the same database. Each reminder must be shown exactly once. Now and then the clock is wrongly
 * ahead of all sessions for a while.
 *
 * PLANNER_REMINDER_RUNS is the number of runs.
 */

#include "reminders/scheduler-fixture.h"

#include "model/planner-session-id.h"

#include <stdio.h>

#define N_RUNS 25
#define N_STEPS 16
#define N_CONFERENCES 2
#define N_SESSIONS 3
#define MAX_HEARD (4 * N_STEPS)

/* The commands to the process. A time follows each. */
#define BEGIN '~'  /* it begins to plan */
#define FINISH '!' /* it plans until nothing more follows from that */
#define REPORT '.' /* it does so, and then prints "." and whether reminders are pending */

/* A session as it is stored. */
typedef struct
{
  gint64 start_utc;
  int lead_s;
  gboolean starred;
  gboolean listed; /* whether the schedule has it */
} State;

/* A notification that was shown. */
typedef struct
{
  gint64 start_utc;
  gint64 heard_utc;
  gboolean is_recorded; /* whether its process had time to record it */
  gboolean is_doubtful; /* whether its process was killed before that */
} Heard;

typedef struct
{
  char key[8];
  char title[16];
  gint64 conference_id;
  State state;
  State before; /* the state before the last write, which the process may have read */
  Heard heard[MAX_HEARD];
  guint n_heard;
  gint64 on_screen_utc; /* the start in the notification on screen; 0 for none */
} Session;

typedef struct
{
  Fixture fixture;
  Session sessions[N_CONFERENCES][N_SESSIONS];
  gint64 ids[N_CONFERENCES];
  gint64 base_utc;
  gint64 now_utc;
  GSubprocess *process;
  GDataInputStream *lines;
  gboolean has_pending; /* as the process last reported */
  guint n_shown;
  guint n_kills;
  guint n_waits; /* how often a reminder waited for a clock that was ahead */
} World;

static const char *program;

/* ---- The process with the scheduler ---- */

static gboolean
show_cb (PlannerScheduler *scheduler, GPtrArray *due, gpointer data)
{
  for (guint i = 0; i < due->len; i++)
    {
      const PlannerDueReminder *reminder = g_ptr_array_index (due, i);

      g_print ("+%s %" G_GINT64_FORMAT "\n", reminder->id, reminder->start_utc);
    }

  return TRUE;
}

static void
withdraw_cb (PlannerScheduler *scheduler, const char *const *ids, gpointer data)
{
  for (; *ids; ids++)
    g_print ("-%s\n", *ids);
}

static int
run_scheduler (const char *path)
{
  Desk desk = { .fixture.store = open_store (path), .worker = planner_worker_new () };
  char line[32];

  desk.scheduler = planner_scheduler_new (desk.fixture.store, desk.worker, get_desk_now, &desk, NULL);
  g_signal_connect (desk.scheduler, "due", G_CALLBACK (show_cb), NULL);
  g_signal_connect (desk.scheduler, "stale", G_CALLBACK (withdraw_cb), NULL);
  while (fgets (line, sizeof line, stdin))
    {
      desk.now_utc = g_ascii_strtoll (line + 1, NULL, 10);
      planner_scheduler_replan (desk.scheduler);
      if (*line != BEGIN)
        settle (&desk);
      if (*line == REPORT)
        g_print (".%d\n", planner_scheduler_has_pending (desk.scheduler));
    }

  return 0;
}

/* ---- What is expected ---- */

/* Whether the session counts for reminders. Each session lasts an hour. */
static gboolean
is_open (const State *state, gint64 now_utc)
{
  return state->starred && state->listed && state->lead_s >= 0 && now_utc < state->start_utc + HOUR;
}

static gboolean
is_due (const State *state, gint64 start_utc, gint64 now_utc)
{
  return is_open (state, now_utc) && state->start_utc == start_utc && start_utc - state->lead_s <= now_utc;
}

static const Heard *
find_heard (const Session *session, const State *state)
{
  for (guint i = session->n_heard; i > 0; i--)
    {
      const Heard *heard = &session->heard[i - 1];

      if (heard->start_utc == state->start_utc && heard->heard_utc >= state->start_utc - state->lead_s)
        return heard;
    }

  return NULL;
}

/* Whether a state asks for the reminder. It may come again when a killed process may not have recorded it. */
static gboolean
allows (const Session *session, const State *state, gint64 start_utc, gint64 now_utc)
{
  const Heard *heard = find_heard (session, state);

  return is_due (state, start_utc, now_utc) && (!heard || heard->is_doubtful);
}

static Session *
find_session (World *world, const char *id)
{
  for (guint i = 0; i < N_CONFERENCES; i++)
    for (guint j = 0; j < N_SESSIONS; j++)
      {
        Session *session = &world->sessions[i][j];
        g_autofree char *own_id = planner_session_id_new (session->conference_id, session->key);

        if (g_str_equal (id, own_id))
          return session;
      }

  g_assert_not_reached ();
}

static void
hear (World *world, Session *session, gint64 start_utc)
{
  g_assert_true (allows (session, &session->state, start_utc, world->now_utc) ||
                 allows (session, &session->before, start_utc, world->now_utc));
  g_assert_cmpuint (session->n_heard, <, MAX_HEARD);
  session->heard[session->n_heard++] = (Heard) { .start_utc = start_utc, .heard_utc = world->now_utc };
  session->on_screen_utc = start_utc;
  world->n_shown++;
}

/* Only an outdated notification is withdrawn. */
static void
see_withdrawn (World *world, Session *session)
{
  g_assert_false (is_open (&session->state, world->now_utc) && is_open (&session->before, world->now_utc) &&
                  session->state.start_utc == session->before.start_utc &&
                  session->on_screen_utc == session->state.start_utc);
  session->on_screen_utc = 0;
}

/* Returns: whether the line is about a reminder */
static gboolean
take_line (World *world, char *line)
{
  char *space = strchr (line, ' ');

  if (space)
    *space++ = '\0';
  if (*line == '+')
    hear (world, find_session (world, line + 1), g_ascii_strtoll (space, NULL, 10));
  else if (*line == '-')
    see_withdrawn (world, find_session (world, line + 1));
  else
    world->has_pending = line[1] == '1';

  return *line != '.';
}

static void
check_session (const World *world, Session *session)
{
  const State *state = &session->state;

  if (is_due (state, state->start_utc, world->now_utc))
    g_assert_nonnull (find_heard (session, state));
  if (session->on_screen_utc != 0)
    g_assert_true (is_open (state, world->now_utc) && session->on_screen_utc == state->start_utc);
  for (guint i = 0; i < session->n_heard; i++)
    {
      Heard *heard = &session->heard[i];

      heard->is_recorded = TRUE;
      /* A process that saw the session as due has now shown it again, or has found the record. */
      if (is_due (state, heard->start_utc, world->now_utc))
        heard->is_doubtful = FALSE;
    }
}

static void
doubt_session (const World *world, Session *session)
{
  for (guint i = 0; i < session->n_heard; i++)
    if (!session->heard[i].is_recorded)
      {
        session->heard[i].is_recorded = TRUE;
        session->heard[i].is_doubtful = TRUE;
        session->on_screen_utc = 0;
      }
}

static void
for_each_session (World *world, void (*function) (const World *world, Session *session))
{
  for (guint i = 0; i < N_CONFERENCES; i++)
    for (guint j = 0; j < N_SESSIONS; j++)
      function (world, &world->sessions[i][j]);
}

/* ---- The processes ---- */

static void
start_process (World *world)
{
  g_autoptr (GError) error = NULL;

  world->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                     program, "--scheduler", world->fixture.path, NULL);
  g_assert_no_error (error);
  world->lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (world->process));
}

static void
end_process (World *world)
{
  g_subprocess_force_exit (world->process);
  for (char *line; (line = g_data_input_stream_read_line (world->lines, NULL, NULL, NULL)); g_free (line))
    take_line (world, line);
  g_subprocess_wait (world->process, NULL, NULL);
  g_clear_object (&world->lines);
  g_clear_object (&world->process);
}

static void
request_plan (World *world, char how)
{
  g_autofree char *line = g_strdup_printf ("%c%" G_GINT64_FORMAT "\n", how, world->now_utc);
  g_autoptr (GError) error = NULL;

  g_output_stream_write_all (g_subprocess_get_stdin_pipe (world->process), line, strlen (line), NULL, NULL,
                             &error);
  g_assert_no_error (error);
}

static void
plan (World *world)
{
  gboolean more = TRUE;

  request_plan (world, REPORT);
  while (more)
    {
      g_autofree char *line = g_data_input_stream_read_line (world->lines, NULL, NULL, NULL);

      g_assert_nonnull (line);
      more = take_line (world, line);
    }
}

/* ---- The events ---- */

static gboolean
chance (int percent)
{
  return g_test_rand_int_range (0, 100) < percent;
}

static gint64
draw_start (const World *world)
{
  return world->base_utc + g_test_rand_int_range (-9, 9) * 10 * MINUTE;
}

static PlannerAgenda *
make_conference (World *world, guint conference)
{
  Row some_rows[N_SESSIONS];
  guint n_rows = 0;

  for (guint i = 0; i < N_SESSIONS; i++)
    {
      const Session *session = &world->sessions[conference][i];

      if (session->state.listed)
        some_rows[n_rows++] =
            (Row) { session->key, session->key, session->key, session->title, session->state.start_utc };
    }

  return make_agenda (some_rows, n_rows);
}

static void
toggle_star (World *world, guint conference, Session *session)
{
  PlannerStore *store = world->fixture.store;
  g_autoptr (PlannerAgenda) agenda = make_conference (world, conference);

  if (session->state.starred)
    g_assert_true (planner_store_remove_star (store, session->conference_id, session->key, NULL));
  else if (session->state.listed)
    add_star (store, session->conference_id, agenda, session->key);
  session->state.starred = !session->state.starred && session->state.listed;
}

static void
choose_lead (World *world, guint conference, Session *session)
{
  static const int leads_s[] = { PLANNER_LEAD_NONE, 0, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE, 60 * MINUTE };

  if (!session->state.starred)
    return;

  session->state.lead_s = leads_s[g_test_rand_int_range (0, G_N_ELEMENTS (leads_s))];
  g_assert_true (planner_store_set_lead (world->fixture.store, session->conference_id, session->key,
                                         session->state.lead_s, NULL));
}

static void
save_edition (World *world, guint conference)
{
  g_autoptr (PlannerAgenda) agenda = make_conference (world, conference);

  save_agenda (world->fixture.store, world->ids[conference], agenda);
}

static void
move (World *world, guint conference, Session *session)
{
  session->state.start_utc = draw_start (world);
  save_edition (world, conference);
}

/* A schedule always has its first session. */
static void
drop_or_list (World *world, guint conference, Session *session)
{
  session->state.listed = !session->state.listed || session == world->sessions[conference];
  save_edition (world, conference);
}

static void
remember_session (const World *world, Session *session)
{
  session->before = session->state;
}

/* Other processes write in one transaction each. */
static void
write_something (World *world)
{
  static void (*const events[]) (World *, guint, Session *) = { toggle_star, toggle_star, choose_lead,
                                                                move,        move,        drop_or_list };
  const guint conference = g_test_rand_int_range (0, N_CONFERENCES);
  Session *session = &world->sessions[conference][g_test_rand_int_range (0, N_SESSIONS)];

  events[g_test_rand_int_range (0, G_N_ELEMENTS (events))](world, conference, session);
}

static void
kill_process (World *world)
{
  g_usleep (g_test_rand_int_range (0, 5000));
  end_process (world);
  for_each_session (world, doubt_session);
  world->n_kills++;
  start_process (world);
}

/* Whether the session has a reminder to come, and nothing was shown that proves that the session is over. */
static gboolean
is_waiting (const World *world, const Session *session)
{
  const State *state = &session->state;
  gint64 shown_utc = 0;

  for (guint i = 0; i < N_CONFERENCES; i++)
    for (guint j = 0; j < N_SESSIONS; j++)
      for (guint k = 0; k < world->sessions[i][j].n_heard; k++)
        shown_utc = MAX (shown_utc, world->sessions[i][j].heard[k].heard_utc);

  return is_open (state, world->now_utc) && !find_heard (session, state) &&
         shown_utc < state->start_utc + HOUR;
}

static guint
count_waiting (const World *world)
{
  guint n_waiting = 0;

  for (guint i = 0; i < N_CONFERENCES; i++)
    for (guint j = 0; j < N_SESSIONS; j++)
      n_waiting += is_waiting (world, &world->sessions[i][j]);

  return n_waiting;
}

/* A process that plans while the clock is ahead must wait for the clock to be set. */
static void
put_clock_ahead (World *world)
{
  const guint n_waiting = count_waiting (world);
  const gint64 right_utc = world->now_utc;

  world->now_utc += g_test_rand_int_range (1, 6) * DAY;
  if (chance (50))
    kill_process (world);
  plan (world);
  for_each_session (world, check_session);
  if (n_waiting > 0)
    g_assert_true (world->has_pending);
  world->n_waits += n_waiting;
  world->now_utc = right_utc;
}

/* This process writes while the other one plans. After the write it reports that, as planner_bell_ring() does. */
static void
live_a_moment (World *world)
{
  world->now_utc += chance (10) ? -20 * MINUTE : g_test_rand_int_range (0, 30) * MINUTE;
  for_each_session (world, remember_session);
  request_plan (world, chance (50) ? BEGIN : FINISH);
  write_something (world);
  if (chance (20))
    kill_process (world);
  plan (world);
  for_each_session (world, check_session);
  if (chance (20))
    put_clock_ahead (world);
}

/* Sessions start days from now, so that no star counts as later than the start of its session. */
static void
begin (World *world)
{
  fixture_set_up (&world->fixture, NULL);
  world->base_utc = g_get_real_time () / G_USEC_PER_SEC / DAY * DAY + 2 * DAY;
  world->now_utc = world->base_utc - 2 * HOUR;
  for (guint i = 0; i < N_CONFERENCES; i++)
    {
      g_autofree char *address = g_strdup_printf ("https://example.org/%u.json", i);
      g_autoptr (PlannerAgenda) agenda = NULL;

      for (guint j = 0; j < N_SESSIONS; j++)
        {
          Session *session = &world->sessions[i][j];

          g_snprintf (session->key, sizeof session->key, "%u-%u", i, j);
          g_snprintf (session->title, sizeof session->title, "Session %u-%u", i, j);
          session->state = (State) { .start_utc = draw_start (world), .lead_s = 10 * MINUTE, .listed = TRUE };
        }
      agenda = make_conference (world, i);
      world->ids[i] = add_conference (world->fixture.store, address, agenda);
      for (guint j = 0; j < N_SESSIONS; j++)
        {
          world->sessions[i][j].conference_id = world->ids[i];
          toggle_star (world, i, &world->sessions[i][j]);
        }
    }
  start_process (world);
}

static void
test_random (void)
{
  const char *wanted = g_getenv ("PLANNER_REMINDER_RUNS");
  const guint n_runs = wanted ? (guint) g_ascii_strtoull (wanted, NULL, 10) : N_RUNS;
  guint n_shown = 0, n_kills = 0, n_waits = 0;

  for (guint i = 0; i < n_runs; i++)
    {
      World world = { 0 };

      begin (&world);
      for (guint step = 0; step < N_STEPS; step++)
        live_a_moment (&world);
      end_process (&world);
      n_shown += world.n_shown;
      n_kills += world.n_kills;
      n_waits += world.n_waits;
      fixture_tear_down (&world.fixture, NULL);
    }

  g_test_message ("%u runs, %u notifications, %u kills, %u waits", n_runs, n_shown, n_kills, n_waits);
  g_assert_cmpuint (n_shown, >, n_runs);
  g_assert_cmpuint (n_kills, >, n_runs);
  g_assert_cmpuint (n_waits, >, n_runs);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--scheduler"))
    return run_scheduler (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminders/R1/exactly-once-beside-a-writer-and-after-kills", test_random);

  return g_test_run ();
}
