/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The requests to the Background portal, and the states that follow from its answers. */

#include "agent/agent-fixture.h"

#include "agent/planner-background.h"

static gboolean
find_boolean (GVariant *options, const char *key)
{
  gboolean value = FALSE;

  g_variant_lookup (options, key, "b", &value);

  return value;
}

static void
set_wanted (PlannerBackground *background, gboolean wanted)
{
  g_object_set (background, "wanted", wanted, NULL);
}

static void
wait_for_state (PlannerBackground *background, PlannerBackgroundState state)
{
  while (planner_background_get_state (background) != state)
    agent_iterate ();
}

static void
wait_for_calls (AgentFixture *fixture, guint n)
{
  while (fixture->calls->len < n)
    agent_iterate ();
}

static void
test_autostart (AgentFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerBackground) background = planner_background_new ();
  g_autofree const char **command = NULL;
  GVariant *options;

  /* No request is made while reminders in the background are off. */
  set_wanted (background, FALSE);
  g_assert_cmpint (planner_background_get_state (background), ==, PLANNER_BACKGROUND_OFF);

  set_wanted (background, TRUE);
  g_assert_cmpint (planner_background_get_state (background), ==, PLANNER_BACKGROUND_ASKING);
  wait_for_state (background, PLANNER_BACKGROUND_ALLOWED);
  g_assert_cmpuint (fixture->calls->len, ==, 1);
  options = g_ptr_array_index (fixture->calls, 0);
  g_assert_true (find_boolean (options, "autostart"));
  g_assert_false (find_boolean (options, "dbus-activatable"));
  g_assert_nonnull (agent_find_string (options, "reason"));
  g_assert_true (g_variant_lookup (options, "commandline", "^a&s", &command));
  g_assert_cmpuint (g_strv_length ((char **) command), ==, 1);
  g_assert_cmpstr (command[0], ==, "gotc-planner-agent");

  set_wanted (background, FALSE);
  g_assert_cmpint (planner_background_get_state (background), ==, PLANNER_BACKGROUND_OFF);
  wait_for_calls (fixture, 2);
  g_assert_false (find_boolean (g_ptr_array_index (fixture->calls, 1), "autostart"));
}

/* A choice that changes before the portal answers is requested afterwards. */
static void
test_changed_mind (AgentFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerBackground) background = planner_background_new ();

  set_wanted (background, TRUE);
  set_wanted (background, FALSE);
  wait_for_calls (fixture, 2);
  g_assert_true (find_boolean (g_ptr_array_index (fixture->calls, 0), "autostart"));
  g_assert_false (find_boolean (g_ptr_array_index (fixture->calls, 1), "autostart"));
  g_assert_cmpint (planner_background_get_state (background), ==, PLANNER_BACKGROUND_OFF);
}

static void
test_answers (AgentFixture *fixture, gconstpointer data)
{
  const struct
  {
    guint32 response;
    gboolean grants;
    PlannerBackgroundState state;
  } cases[] = {
    { 0, TRUE, PLANNER_BACKGROUND_ALLOWED },
    { 0, FALSE, PLANNER_BACKGROUND_NO_AUTOSTART },
    { 1, FALSE, PLANNER_BACKGROUND_REFUSED },
    { 2, FALSE, PLANNER_BACKGROUND_NO_AUTOSTART },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlannerBackground) background = planner_background_new ();

      fixture->portal_response = cases[i].response;
      fixture->portal_grants = cases[i].grants;
      set_wanted (background, TRUE);
      wait_for_state (background, cases[i].state);
    }
}

static void
test_no_portal (AgentFixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerBackground) background = NULL;

  g_setenv ("GIO_USE_PORTALS", "1", TRUE);
  background = planner_background_new ();
  set_wanted (background, TRUE);
  wait_for_state (background, PLANNER_BACKGROUND_NO_AUTOSTART);
}

/* Each state has its own sentence. */
static void
test_sentences (void)
{
  g_autoptr (GHashTable) sentences = g_hash_table_new (g_str_hash, g_str_equal);
  const struct
  {
    PlannerBackgroundState state;
    const char *part;
  } cases[] = {
    { PLANNER_BACKGROUND_OFF, "only while the window" },
    { PLANNER_BACKGROUND_ASKING, "not answered" },
    { PLANNER_BACKGROUND_ALLOWED, "after you log in again" },
    { PLANNER_BACKGROUND_NO_AUTOSTART, "until you log out" },
    { PLANNER_BACKGROUND_REFUSED, "does not let" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *sentence = planner_background_describe (cases[i].state);

      g_assert_nonnull (strstr (sentence, cases[i].part));
      g_assert_true (g_hash_table_add (sentences, (char *) sentence));
    }
}

/* One test, because libportal keeps one connection to the session bus a process. */
static void
test_with_portal (AgentFixture *fixture, gconstpointer data)
{
  test_autostart (fixture, data);
  g_ptr_array_set_size (fixture->calls, 0);
  test_changed_mind (fixture, data);
  test_answers (fixture, data);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/agent/R8/each-state-has-a-sentence", test_sentences);
  g_test_add ("/agent/P1/portal-missing", AgentFixture, "", agent_set_up, test_no_portal, agent_tear_down);
  g_test_add ("/agent/R8/portal-answers", AgentFixture, "portal", agent_set_up, test_with_portal,
              agent_tear_down);

  return g_test_run ();
}
