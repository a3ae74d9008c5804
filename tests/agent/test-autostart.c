/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The autostart entry outside a sandbox: written and removed with the setting, and started as at log-in. */

#include "agent/agent-fixture.h"

#include "agent/planner-autostart.h"
#include "agent/planner-background.h"

static void
wait_for_state (PlannerBackground *background, PlannerBackgroundState state)
{
  while (planner_background_get_state (background) != state)
    agent_iterate ();
}

static gboolean
has_entry (void)
{
  g_autofree char *path = planner_autostart_dup_path ();

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
set_wanted (PlannerBackground *background, gboolean wanted)
{
  g_object_set (background, "wanted", wanted, NULL);
}

static void
switch_on (void)
{
  g_autoptr (PlannerBackground) background = planner_background_new ();

  set_wanted (background, TRUE);
  wait_for_state (background, PLANNER_BACKGROUND_ALLOWED);
  g_assert_true (has_entry ());
}

static void
test_switched (AgentFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerBackground) background = planner_background_new ();

  set_wanted (background, TRUE);
  wait_for_state (background, PLANNER_BACKGROUND_ALLOWED);
  g_assert_true (has_entry ());
  set_wanted (background, FALSE);
  g_assert_cmpint (planner_background_get_state (background), ==, PLANNER_BACKGROUND_OFF);
  while (has_entry ())
    g_main_context_iteration (NULL, FALSE);

  /* The last choice counts. */
  set_wanted (background, TRUE);
  set_wanted (background, FALSE);
  set_wanted (background, TRUE);
  wait_for_state (background, PLANNER_BACKGROUND_ALLOWED);
  g_assert_true (has_entry ());
}

static void
test_unwritable (AgentFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerBackground) background = planner_background_new ();
  g_autofree char *path = planner_autostart_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_true (g_file_set_contents (folder, "a file where the folder should be", -1, NULL));
  set_wanted (background, TRUE);
  wait_for_state (background, PLANNER_BACKGROUND_NO_AUTOSTART);
}

/* A session starts the entries by their Exec line; it splits that as a shell does. */
static void
start_entry (void)
{
  g_autofree char *path = planner_autostart_dup_path ();
  g_autoptr (GKeyFile) entry = g_key_file_new ();
  g_autofree char *exec = NULL;
  g_autofree char *try_exec = NULL;
  g_auto (GStrv) command = NULL;
  g_autoptr (GError) error = NULL;

  g_key_file_load_from_file (entry, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  exec = g_key_file_get_string (entry, "Desktop Entry", "Exec", &error);
  try_exec = g_key_file_get_string (entry, "Desktop Entry", "TryExec", NULL);
  g_assert_true (g_file_test (try_exec, G_FILE_TEST_IS_EXECUTABLE));
  g_assert_true (g_shell_parse_argv (exec, NULL, &command, &error));
  g_spawn_async (NULL, command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
wait_for_reminder (AgentFixture *fixture)
{
  while (fixture->received->len == 0)
    agent_iterate ();
}

static void
test_log_in (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 8 * MINUTE_S };
  g_autofree char *command = NULL;

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  switch_on ();
  start_entry ();
  wait_for_reminder (fixture);

  /* D-Bus started the agent, and not the entry: it is the command of the service file. */
  command = agent_dup_command (fixture);
  g_assert_null (strstr (command, "--start"));
}

/* Where no D-Bus service file is installed, the process of the entry becomes the agent. */
static void
test_log_in_without_service (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 8 * MINUTE_S };
  g_autofree char *service = g_build_filename (fixture->folder, "services", APP_ID ".service", NULL);
  g_autofree char *command = NULL;
  g_autoptr (GVariant) answer = NULL;

  g_unlink (service);
  answer = agent_call (fixture, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                       "ReloadConfig", NULL);
  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  switch_on ();
  start_entry ();
  wait_for_reminder (fixture);
  command = agent_dup_command (fixture);
  g_assert_nonnull (strstr (command, "--start"));
}

/* GLib looks up the configuration folder once a process, so each test runs in its own. */
static void
run_alone (gconstpointer path)
{
  g_test_trap_subprocess (path, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int argc, char *argv[])
{
  const struct
  {
    const char *path, *own_path;
    void (*test) (AgentFixture *, gconstpointer);
  } tests[] = {
    { "/agent/M3/entry-follows-the-setting", "/agent/M3/entry-follows-the-setting/subprocess",
      test_switched },
    { "/agent/M3/unwritable-entry-is-said", "/agent/M3/unwritable-entry-is-said/subprocess",
      test_unwritable },
    { "/agent/M3/log-in-starts-the-agent", "/agent/M3/log-in-starts-the-agent/subprocess", test_log_in },
    { "/agent/M3/log-in-without-service-file", "/agent/M3/log-in-without-service-file/subprocess",
      test_log_in_without_service },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_test_add_data_func (tests[i].path, tests[i].own_path, run_alone);
      g_test_add (tests[i].own_path, AgentFixture, "gtk", agent_set_up, tests[i].test, agent_tear_down);
    }

  return g_test_run ();
}
