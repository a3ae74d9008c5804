/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The agent becomes the window program and back, under one bus name and one process id. */

#include "agent/agent-fixture.h"

#include "agent/planner-handover.h"
#include "store/planner-store-reminders.h"

static const int soon_s[] = { 40 * MINUTE_S };

static void
set_up (AgentFixture *fixture, gconstpointer data)
{
  agent_set_up (fixture, data);
  agent_fill_store (fixture, soon_s, G_N_ELEMENTS (soon_s));
}

/* Waits until the process that gave up the bus name has replaced its program. */
static char *
become (AgentFixture *fixture)
{
  agent_wait_for_new_owner (fixture);

  return agent_dup_command (fixture);
}

static void
test_to_the_window_and_back (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *window = NULL;
  g_autofree char *agent = NULL;
  guint pid;

  agent_start (fixture);
  pid = agent_get_pid (fixture);

  agent_activate (fixture);
  window = become (fixture);
  g_assert_cmpstr (window, ==, "gotc-planner ");
  g_assert_cmpuint (agent_get_pid (fixture), ==, pid);

  agent_activate_action (fixture, "quit", NULL);
  agent = become (fixture);
  g_assert_cmpstr (agent, ==, "gotc-planner-agent ");
  g_assert_cmpuint (agent_get_pid (fixture), ==, pid);
}

static void
test_open_session (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *id = agent_make_id (fixture, 0);
  g_autofree char *expected = g_strdup_printf ("gotc-planner --open-session=%s ", id);
  g_autofree char *command = NULL;

  /* D-Bus starts the agent for this action. */
  agent_activate_action (fixture, "open-session", id);
  command = become (fixture);
  g_assert_cmpstr (command, ==, expected);
}

static void
test_my_schedule (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *command = NULL;

  agent_start (fixture);
  agent_activate_action (fixture, "show-my-schedule", NULL);
  command = become (fixture);
  g_assert_cmpstr (command, ==, "gotc-planner --my-schedule ");
}

static void
test_search (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *command = NULL;

  agent_start (fixture);
  agent_activate_action (fixture, "search", "hall -b");
  command = become (fixture);
  g_assert_cmpstr (command, ==, "gotc-planner --search=hall -b ");
}

static void
test_board (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *command = NULL;

  agent_start (fixture);
  agent_activate_action (fixture, "show-board", "2:Main Hall");
  command = become (fixture);
  g_assert_cmpstr (command, ==, "gotc-planner --board=2:Main Hall ");
}

static void
test_open_file (AgentFixture *fixture, gconstpointer data)
{
  const char *const uris[] = { "https://example.org/-schedule.json", NULL };
  g_autoptr (GVariant) answer = NULL;
  g_autofree char *command = NULL;

  agent_start (fixture);
  answer = agent_call (fixture, APP_ID, OBJECT_PATH, "org.freedesktop.Application", "Open",
                       g_variant_new ("(^asa{sv})", uris, NULL));
  command = become (fixture);
  g_assert_cmpstr (command, ==, "gotc-planner -- https://example.org/-schedule.json ");
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  guint *n_answered = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  g_assert_no_error (error);
  ++*n_answered;
}

/* Some are there before the name is given up, some come to the agent that D-Bus starts for them, some to the window.
 * Each is answered, and at the end there is one window. */
static void
test_burst (AgentFixture *fixture, gconstpointer data)
{
  const guint n = 30;
  guint n_answered = 0;
  g_autofree char *command = NULL;

  agent_start (fixture);
  for (guint i = 0; i < n; i++)
    {
      g_dbus_connection_call (fixture->connection, APP_ID, OBJECT_PATH, "org.freedesktop.Application",
                              "Activate", g_variant_new ("(a{sv})", NULL), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                              NULL, answered_cb, &n_answered);
      agent_iterate ();
    }
  while (n_answered < n)
    agent_iterate ();

  agent_wait_for_owner (fixture);
  while ((command = agent_dup_command (fixture)) && g_str_has_prefix (command, "gotc-planner-agent "))
    {
      agent_wait_for_new_owner (fixture);
      g_clear_pointer (&command, g_free);
    }
  g_assert_cmpstr (command, ==, "gotc-planner ");
}

static void
test_token (AgentFixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) answer = NULL;
  g_autofree char *environment = NULL;

  agent_start (fixture);
  answer = agent_call (fixture, APP_ID, OBJECT_PATH, "org.freedesktop.Application", "Activate",
                       g_variant_new_parsed ("({'activation-token': <'token-1'>},)"));
  agent_wait_for_new_owner (fixture);
  environment = agent_dup_words (fixture, "environ");
  g_assert_nonnull (strstr (environment, "XDG_ACTIVATION_TOKEN=token-1 "));
}

/* Without reminders in the background, the process ends when the window closes. */
static void
test_ends_with_the_window (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *command = NULL;

  agent_set_remind_when_closed (fixture, FALSE);
  agent_activate (fixture);
  command = become (fixture);
  g_assert_cmpstr (command, ==, "gotc-planner ");
  agent_activate_action (fixture, "quit", NULL);
  agent_wait_for_end (fixture);
}

static void
test_ends_by_itself (AgentFixture *fixture, gconstpointer data)
{
  agent_set_remind_when_closed (fixture, FALSE);
  agent_start (fixture);
  agent_wait_for_end (fixture);
}

/* The agent is started at log-in while the window is open. */
static void
test_second_agent (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *program = g_build_filename (g_getenv ("GOTC_PLANNER_BIN_DIR"), "gotc-planner-agent", NULL);
  g_autoptr (GSubprocess) second = NULL;
  g_autoptr (GError) error = NULL;
  guint pid;

  agent_start (fixture);
  pid = agent_get_pid (fixture);
  second = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (second, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (agent_get_pid (fixture), ==, pid);
}

static void
open_uris (AgentFixture *fixture, const char *const *uris)
{
  g_autoptr (GVariant) answer = agent_call (fixture, APP_ID, OBJECT_PATH, "org.freedesktop.Application",
                                            "Open", g_variant_new ("(^asa{sv})", uris, NULL));
}

/* The kernel does not start a program with an argument of more than 128 KiB. */
static void
test_long_argument (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (200 * 1000, 'a');
  g_autofree char *uri = g_strconcat ("https://example.org/", name, NULL);
  const char *const uris[] = { uri, NULL };
  g_autoptr (GVariant) answer = NULL;
  g_autofree char *command = NULL;
  guint pid;

  agent_start (fixture);
  pid = agent_get_pid (fixture);
  agent_activate_action (fixture, "open-session", name);
  open_uris (fixture, uris);
  g_assert_cmpuint (agent_get_pid (fixture), ==, pid);
  command = agent_dup_command (fixture);
  g_assert_true (g_str_has_suffix (command, "gotc-planner-agent "));
  g_clear_pointer (&command, g_free);

  /* Without the token, the window opens all the same. */
  answer = agent_call (fixture, APP_ID, OBJECT_PATH, "org.freedesktop.Application", "Activate",
                       g_variant_new_parsed ("({'activation-token': <%s>},)", name));
  command = become (fixture);
  g_assert_cmpstr (command, ==, "gotc-planner ");
}

static void
test_no_files (AgentFixture *fixture, gconstpointer data)
{
  const char *const uris[] = { NULL };
  g_autofree char *command = NULL;
  g_autofree char *window = NULL;
  guint pid;

  agent_start (fixture);
  pid = agent_get_pid (fixture);
  open_uris (fixture, uris);
  g_assert_cmpuint (agent_get_pid (fixture), ==, pid);
  command = agent_dup_command (fixture);
  g_assert_true (g_str_has_suffix (command, "gotc-planner-agent "));

  agent_activate (fixture);
  window = become (fixture);
  open_uris (fixture, uris);
  g_assert_cmpuint (agent_get_pid (fixture), ==, pid);
}

/* Makes a folder of programs in which the window program has this content, or is missing if that is %NULL. */
static void
set_up_with_window (AgentFixture *fixture, const char *content)
{
  const char *bin_dir = g_getenv ("GOTC_PLANNER_BIN_DIR");
  g_autofree char *agent = g_build_filename (bin_dir, "gotc-planner-agent", NULL);
  g_autofree char *folder = g_dir_make_tmp ("planner-broken-XXXXXX", NULL);
  g_autofree char *link = g_build_filename (folder, "gotc-planner-agent", NULL);
  g_autofree char *window = g_build_filename (folder, "gotc-planner", NULL);

  g_assert_cmpint (symlink (agent, link), ==, 0);
  if (content)
    {
      g_assert_true (g_file_set_contents (window, content, -1, NULL));
      g_assert_cmpint (g_chmod (window, 0755), ==, 0);
    }
  g_setenv ("PLANNER_RIGHT_BIN_DIR", bin_dir, TRUE);
  g_setenv ("GOTC_PLANNER_BIN_DIR", folder, TRUE);
  g_setenv ("G_DEBUG", "", TRUE); /* the agent warns */
  set_up (fixture, "gtk");
}

static void
missing_set_up (AgentFixture *fixture, gconstpointer data)
{
  set_up_with_window (fixture, NULL);
}

static void
broken_set_up (AgentFixture *fixture, gconstpointer data)
{
  set_up_with_window (fixture, "This is not a program.");
}

static void
broken_tear_down (AgentFixture *fixture, gconstpointer data)
{
  agent_tear_down (fixture, data);
  remove_folder (g_getenv ("GOTC_PLANNER_BIN_DIR"));
  g_setenv ("GOTC_PLANNER_BIN_DIR", g_getenv ("PLANNER_RIGHT_BIN_DIR"), TRUE);
  g_setenv ("G_DEBUG", "fatal-warnings", TRUE);
}

static void
test_missing_window (AgentFixture *fixture, gconstpointer data)
{
  guint pid;

  agent_start (fixture);
  pid = agent_get_pid (fixture);
  agent_activate (fixture);
  g_assert_cmpuint (agent_get_pid (fixture), ==, pid);
  agent_activate (fixture);
  g_assert_cmpuint (agent_get_pid (fixture), ==, pid);
}

/* The window program is there again, as after an update. */
static void
test_forgotten_request (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (g_getenv ("GOTC_PLANNER_BIN_DIR"), "gotc-planner", NULL);
  g_autofree char *program = g_build_filename (g_getenv ("PLANNER_RIGHT_BIN_DIR"), "gotc-planner", NULL);
  g_autofree char *command = NULL;

  agent_start (fixture);
  agent_activate_action (fixture, "show-board", "2:Main Hall");
  g_assert_cmpint (symlink (program, link), ==, 0);
  agent_activate_action (fixture, "show-my-schedule", NULL);
  command = become (fixture);
  g_assert_cmpstr (command, ==, "gotc-planner --my-schedule ");
}

/* A refresh without a program counts as a failure, so that it is tried again later. */
static void
test_refresh_without_program (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *program = g_build_filename (g_getenv ("GOTC_PLANNER_BIN_DIR"), "gotc-planner-agent", NULL);
  g_autoptr (GArray) refreshes = NULL;

  agent_start (fixture);
  g_assert_cmpint (g_unlink (program), ==, 0);
  agent_change_store (fixture, "UPDATE conferences SET updated_utc = updated_utc - 86400");
  agent_reload (fixture);
  agent_set_remind_when_closed (fixture, FALSE);
  agent_wait_for_end (fixture);
  refreshes = planner_store_list_refreshes (fixture->store, NULL);
  g_assert_cmpuint (g_array_index (refreshes, PlannerStoredRefresh, 0).failures, ==, 1);
}

/* The process has given up the bus name when it finds out, so it becomes a new agent. */
static void
test_broken_window (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *command = NULL;
  guint pid;

  agent_start (fixture);
  pid = agent_get_pid (fixture);
  agent_activate (fixture);
  command = become (fixture);
  g_assert_cmpstr (command, ==, "gotc-planner-agent ");
  g_assert_cmpuint (agent_get_pid (fixture), ==, pid);
}

/* A write that ends only after the main loop has gone on for a while. */
typedef struct
{
  PlannerHandover *handover;
  GMutex mutex;
  GCond cond;
  gboolean may_end;
  gboolean ended;
  guint n_rounds;
} SlowWrite;

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SlowWrite *write = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&write->mutex);

  while (!write->may_end)
    g_cond_wait (&write->cond, &write->mutex);
  write->ended = TRUE;
  g_task_return_boolean (task, TRUE);
}

static void
let_end (SlowWrite *write)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&write->mutex);

  write->may_end = TRUE;
  g_cond_signal (&write->cond);
}

/* Has a lower priority than the handover. */
static gboolean
round_cb (gpointer data)
{
  SlowWrite *write = data;

  if (++write->n_rounds < 20)
    return G_SOURCE_CONTINUE;
  let_end (write);

  return G_SOURCE_REMOVE;
}

static void
activate_cb (GApplication *application, SlowWrite *write)
{
  g_idle_add_full (G_PRIORITY_LOW + 1, round_cb, write, NULL);
  planner_handover_begin (write->handover);
}

/* Otherwise the last record of a reminder would be lost, and the next program would send it again. */
static void
test_waits_for_worker (void)
{
  SlowWrite write = { NULL };
  g_autoptr (GApplication) application = g_application_new (APP_ID, G_APPLICATION_NON_UNIQUE);
  g_autoptr (PlannerHandover) handover = planner_handover_new (application);
  PlannerWorker *worker = planner_worker_new ();
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  write.handover = handover;
  planner_handover_set_worker (handover, worker);
  g_task_set_task_data (task, &write, NULL);
  planner_worker_run (worker, task, write_in_thread);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &write);
  planner_handover_run (handover, 0, NULL);
  g_mutex_lock (&write.mutex);
  g_assert_true (write.ended);
  g_mutex_unlock (&write.mutex);
  planner_worker_unref (worker);
}

int
main (int argc, char *argv[])
{
  const struct
  {
    const char *path;
    void (*test) (AgentFixture *, gconstpointer);
  } tests[] = {
    { "/agent/R9/becomes-the-window-and-back", test_to_the_window_and_back },
    { "/agent/R9/click-opens-the-session", test_open_session },
    { "/agent/R9/click-opens-my-schedule", test_my_schedule },
    { "/agent/G2/search-opens-the-window", test_search },
    { "/agent/handover/opens-the-board", test_board },
    { "/agent/handover/opens-a-file", test_open_file },
    { "/agent/handover/loses-no-request-in-a-burst", test_burst },
    { "/agent/handover/passes-the-activation-token", test_token },
    { "/agent/handover/ends-with-the-window", test_ends_with_the_window },
    { "/agent/handover/ends-with-nothing-to-do", test_ends_by_itself },
    { "/agent/handover/second-agent-leaves", test_second_agent },
    { "/agent/V6/long-arguments-are-refused", test_long_argument },
    { "/agent/V6/empty-list-of-files-is-refused", test_no_files },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, AgentFixture, "gtk", set_up, tests[i].test, agent_tear_down);
  g_test_add ("/agent/V6/agent-stays-without-window-program", AgentFixture, NULL, missing_set_up,
              test_missing_window, broken_tear_down);
  g_test_add ("/agent/V6/request-without-window-program-is-forgotten", AgentFixture, NULL, missing_set_up,
              test_forgotten_request, broken_tear_down);
  g_test_add_func ("/agent/handover/waits-for-the-last-write", test_waits_for_worker);
  g_test_add ("/agent/handover/refresh-without-program-is-a-failure", AgentFixture, NULL, missing_set_up,
              test_refresh_without_program, broken_tear_down);
  g_test_add ("/agent/V6/agent-returns-after-failed-exec", AgentFixture, NULL, broken_set_up,
              test_broken_window, broken_tear_down);

  return g_test_run ();
}
