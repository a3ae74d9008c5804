/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reminders from the agent, with no window open: what the notification server sees, and what its buttons do. */

#include "agent/agent-fixture.h"

#include "store/planner-store-reminders.h"

#include <signal.h>

static Told *
wait_for_told (AgentFixture *fixture, guint index)
{
  while (fixture->told->len <= index)
    agent_iterate ();

  return g_ptr_array_index (fixture->told, index);
}

static char *
dup_target (GVariant *dictionary, const char *key)
{
  g_autoptr (GVariant) target = g_variant_lookup_value (dictionary, key, G_VARIANT_TYPE_STRING);

  return target ? g_variant_dup_string (target, NULL) : NULL;
}

static void
assert_button (const Told *told, guint index, const char *action, const char *target)
{
  g_autoptr (GVariant) buttons = g_variant_lookup_value (told->content, "buttons", G_VARIANT_TYPE ("aa{sv}"));
  g_autoptr (GVariant) button = NULL;
  g_autofree char *found_target = NULL;
  const char *found_action = NULL;

  g_assert_nonnull (buttons);
  g_assert_cmpuint (g_variant_n_children (buttons), >, index);
  button = g_variant_get_child_value (buttons, index);
  g_variant_lookup (button, "action", "&s", &found_action);
  found_target = dup_target (button, "target");
  g_assert_cmpstr (found_action, ==, action);
  g_assert_cmpstr (found_target, ==, target);
}

/* Texts come as they are: both servers show them as plain. */
static void
check_reminder (AgentFixture *fixture)
{
  const Told *told = wait_for_told (fixture, 0);
  g_autofree char *id = agent_make_id (fixture, 0);
  g_autofree char *notification_id = g_strconcat ("reminder-", id, NULL);
  g_autofree char *target = dup_target (told->content, "default-action-target");

  g_assert_cmpstr (told->id, ==, notification_id);
  g_assert_cmpstr (agent_find_string (told->content, "title"), ==, "R&D <0");
  g_assert_cmpstr (agent_find_string (told->content, "body"), ==, "in 8 minutes · Hall <b> · Forum & Co");
  g_assert_cmpstr (agent_find_string (told->content, "default-action"), ==, "app.open-session");
  g_assert_cmpstr (target, ==, id);
  g_assert_cmpstr (agent_find_string (told->content, "priority"), ==, "high");
  assert_button (told, 0, "app.snooze", id);
  assert_button (told, 1, "app.open-link", "https://example.org/0");
}

static void
test_reminder (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 8 * MINUTE_S };

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_start (fixture);
  check_reminder (fixture);
}

/* Killed before it was recorded, it comes again under the same id, so that there is one; else it does not come again. */
static void
test_killed (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 8 * MINUTE_S };
  const Told *first;

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_start (fixture);
  first = wait_for_told (fixture, 0);
  kill ((pid_t) agent_get_pid (fixture), SIGKILL);
  agent_wait_for_end (fixture);

  agent_set_remind_when_closed (fixture, FALSE);
  agent_start (fixture);
  agent_wait_for_end (fixture);
  g_assert_cmpuint (fixture->told->len, <=, 2);
  for (guint i = 0; i < fixture->told->len; i++)
    g_assert_cmpstr (((Told *) g_ptr_array_index (fixture->told, i))->id, ==, first->id);
}

/* What was told and recorded is not told again by the next. */
static void
test_restarted (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 8 * MINUTE_S };

  agent_set_remind_when_closed (fixture, FALSE);
  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  for (guint i = 0; i < 2; i++)
    {
      agent_start (fixture);
      agent_wait_for_end (fixture);
      g_assert_cmpuint (fixture->told->len, ==, 1);
    }
}

static void
test_three (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 8 * MINUTE_S, 8 * MINUTE_S, 8 * MINUTE_S };

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_start (fixture);
  wait_for_told (fixture, 2);
  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (((Told *) g_ptr_array_index (fixture->told, i))->id, !=,
                       ((Told *) g_ptr_array_index (fixture->told, j))->id);
}

static void
test_summary (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 8 * MINUTE_S, 8 * MINUTE_S, 8 * MINUTE_S, 8 * MINUTE_S };
  const Told *told;

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_start (fixture);
  told = wait_for_told (fixture, 0);
  g_assert_cmpstr (agent_find_string (told->content, "title"), ==, "4 sessions of My Schedule");
  g_assert_cmpstr (agent_find_string (told->content, "default-action"), ==, "app.show-my-schedule");
}

static guint
count_shown (AgentFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stored = planner_store_list_reminders (fixture->store, &error);
  guint n_shown = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < stored->len; i++)
    n_shown += ((PlannerStoredReminder *) g_ptr_array_index (stored, i))->shown_key != NULL;

  return n_shown;
}

/* By another process than the one that sent it. */
static void
test_stale_summary (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 8 * MINUTE_S, 8 * MINUTE_S, 8 * MINUTE_S, 8 * MINUTE_S };
  g_autofree char *id = NULL;
  guint n_told;

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_start (fixture);
  id = g_strdup (wait_for_told (fixture, 0)->id);
  while (count_shown (fixture) < G_N_ELEMENTS (starts_s))
    g_main_context_iteration (NULL, FALSE);
  kill ((pid_t) agent_get_pid (fixture), SIGKILL);
  agent_wait_for_end (fixture);
  n_told = fixture->told->len;

  agent_change_store (fixture, "UPDATE stars SET removed_utc = unixepoch ()");
  agent_start (fixture);
  while (!g_str_equal (wait_for_told (fixture, n_told)->id, id))
    g_assert_null (wait_for_told (fixture, n_told++)->content);
  g_assert_null (wait_for_told (fixture, n_told)->content);
}

/* With no window, and with no agent either: D-Bus starts it. It takes the notification away, and tells again when the
 * session starts. */
static void
test_snooze (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 4 };
  g_autofree char *id = NULL;
  const Told *again;

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  id = agent_make_id (fixture, 0);
  agent_start (fixture);
  wait_for_told (fixture, 0);
  agent_activate_action (fixture, "snooze", id);
  g_assert_null (wait_for_told (fixture, 1)->content);
  again = wait_for_told (fixture, 2);
  g_assert_cmpstr (agent_find_string (again->content, "title"), ==, "R&D <0");
  g_assert_true (g_str_has_prefix (agent_find_string (again->content, "body"), "now"));
}

/* Whoever asks for it. */
static void
test_open_link (AgentFixture *fixture, gconstpointer data)
{
  guint pid;

  agent_start (fixture);
  pid = agent_get_pid (fixture);
  agent_activate_action (fixture, "open-link", "file:///etc/passwd");
  agent_activate_action (fixture, "open-link", "javascript:alert(1)");
  agent_activate_action (fixture, "open-link", "https://example.org/0");
  g_assert_cmpuint (agent_get_pid (fixture), ==, pid);
  agent_wait_for_end (fixture);
  g_assert_cmpuint (fixture->opened->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (fixture->opened, 0), ==, "https://example.org/0");
}

static void
test_over (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { -2 * 60 * MINUTE_S };

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_start (fixture);
  agent_wait_for_end (fixture);
  g_assert_cmpuint (fixture->told->len, ==, 0);
}

static void
test_late (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { -3 * MINUTE_S };
  const Told *told;

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_start (fixture);
  told = wait_for_told (fixture, 0);
  g_assert_cmpstr (agent_find_string (told->content, "body"), ==,
                   "started 3 minutes ago · Hall <b> · Forum & Co");
  assert_button (told, 0, "app.open-link", "https://example.org/0");
}

/* The whole way: the agent finds that a refresh is due, another process reads the schedule, and the agent tells what it
 * has changed, once. */
static void
test_changes (AgentFixture *fixture, gconstpointer data)
{
  const int before_s[] = { 60 * MINUTE_S, 90 * MINUTE_S };
  const int after_s[] = { 60 * MINUTE_S, 100 * MINUTE_S };
  g_autofree char *id = NULL;
  g_autofree char *target = NULL;
  g_autofree char *feed = NULL;
  const Told *told;

  agent_fill_store (fixture, before_s, G_N_ELEMENTS (before_s));
  agent_change_store (fixture, "UPDATE conferences SET updated_utc = updated_utc - 86400");
  id = agent_make_id (fixture, 1);
  feed = agent_write_feed (fixture, after_s, G_N_ELEMENTS (after_s));
  agent_start (fixture);
  told = wait_for_told (fixture, 0);
  target = dup_target (told->content, "default-action-target");
  g_assert_true (g_str_has_prefix (told->id, "changes-"));
  g_assert_cmpstr (agent_find_string (told->content, "title"), ==, "R&D <1");
  g_assert_nonnull (strstr (agent_find_string (told->content, "body"), "→"));
  g_assert_cmpstr (agent_find_string (told->content, "default-action"), ==, "app.open-session");
  g_assert_cmpstr (target, ==, id);

  agent_set_remind_when_closed (fixture, FALSE);
  agent_wait_for_end (fixture);
  agent_change_store (fixture, "UPDATE conferences SET updated_utc = updated_utc - 86400, tried_utc = 0");
  agent_start (fixture);
  agent_wait_for_end (fixture);
  g_assert_cmpuint (fixture->told->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  const struct
  {
    const char *path;
    void (*test) (AgentFixture *, gconstpointer);
    const char *desktop;
  } tests[] = {
    { "/agent/gtk/R9/reminder", test_reminder, "gtk" },
    { "/agent/gtk/R9/snooze", test_snooze, "gtk" },
    { "/agent/gtk/R1/killed", test_killed, "gtk" },
    { "/agent/gtk/R1/restarted", test_restarted, "gtk" },
    { "/agent/gtk/R6/three", test_three, "gtk" },
    { "/agent/gtk/R6/summary", test_summary, "gtk" },
    { "/agent/gtk/R4/over", test_over, "gtk" },
    { "/agent/gtk/R4/late", test_late, "gtk" },
    { "/agent/gtk/R10/changes", test_changes, "gtk" },
    { "/agent/portal/R9/reminder", test_reminder, "portal" },
    { "/agent/portal/R9/snooze", test_snooze, "portal" },
    { "/agent/portal/R9/open-link", test_open_link, "portal" },
    { "/agent/portal/R6/summary", test_summary, "portal" },
    { "/agent/gtk/R3/stale-summary", test_stale_summary, "gtk" },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, AgentFixture, tests[i].desktop, agent_set_up, tests[i].test, agent_tear_down);

  return g_test_run ();
}
