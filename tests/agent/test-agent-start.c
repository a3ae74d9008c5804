/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A command leaves a session to remind of: the agent is started, or the attendee reads why not. */

#include "agent/agent-fixture.h"

#include "agent/planner-agent-start.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

static GSettings *
make_settings (gboolean remind_when_closed)
{
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  GSettings *settings = g_settings_new_with_backend (APP_ID, backend);

  g_settings_set_boolean (settings, "remind-when-closed", remind_when_closed);

  return settings;
}

static void
test_allowed (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 8 * MINUTE_S };
  g_autoptr (GSettings) settings = make_settings (TRUE);
  g_autofree char *sentence = NULL;

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  sentence = planner_agent_start_for_reminders (fixture->connection, settings);
  g_assert_null (sentence);
  while (fixture->received->len == 0)
    agent_iterate ();
  g_assert_cmpuint (fixture->n_owners, ==, 1);

  /* It keeps the agent that runs. */
  sentence = planner_agent_start_for_reminders (fixture->connection, settings);
  g_assert_null (sentence);
  g_assert_cmpuint (fixture->n_owners, ==, 1);
}

static void
test_not_allowed (AgentFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = make_settings (FALSE);
  g_autofree char *sentence = planner_agent_start_for_reminders (fixture->connection, settings);

  g_assert_nonnull (strstr (sentence, "gotc-planner reminders --on"));
  g_assert_null (strchr (sentence, '\n'));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_owners, ==, 0);
}

static void
test_not_installed (AgentFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = make_settings (TRUE);
  g_autofree char *service = g_build_filename (fixture->folder, "services", APP_ID ".service", NULL);
  g_autofree char *sentence = NULL;
  g_autoptr (GVariant) answer = NULL;

  g_unlink (service);
  answer = agent_call (fixture, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                       "ReloadConfig", NULL);
  sentence = planner_agent_start_for_reminders (fixture->connection, settings);
  g_assert_nonnull (strstr (sentence, "cannot be started"));
}

static void
test_no_bus (void)
{
  g_autoptr (GSettings) settings = make_settings (TRUE);
  g_autofree char *sentence = planner_agent_start_for_reminders (NULL, settings);

  g_assert_nonnull (strstr (sentence, "no session bus"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/agent/M2/no-session-bus-is-said", test_no_bus);
  g_test_add ("/agent/M2/allowed-starts-the-agent", AgentFixture, "gtk", agent_set_up, test_allowed,
              agent_tear_down);
  g_test_add ("/agent/M2/not-allowed-says-how", AgentFixture, "gtk", agent_set_up, test_not_allowed,
              agent_tear_down);
  g_test_add ("/agent/M2/not-installed-is-said", AgentFixture, "gtk", agent_set_up, test_not_installed,
              agent_tear_down);

  return g_test_run ();
}
