/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The notifications that the agent sends while no window is open, and what their buttons do. */

#include "agent/agent-fixture.h"

#include "store/planner-store-reminders.h"

#include <signal.h>

static Received *
wait_for_received (AgentFixture *fixture, guint index)
{
  while (fixture->received->len <= index)
    agent_iterate ();

  return g_ptr_array_index (fixture->received, index);
}

static char *
dup_target (GVariant *dictionary, const char *key)
{
  g_autoptr (GVariant) target = g_variant_lookup_value (dictionary, key, G_VARIANT_TYPE_STRING);

  return target ? g_variant_dup_string (target, NULL) : NULL;
}

static void
assert_button (const Received *received, guint index, const char *action, const char *target)
{
  g_autoptr (GVariant) buttons =
      g_variant_lookup_value (received->content, "buttons", G_VARIANT_TYPE ("aa{sv}"));
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

/* "10:30", as the agent shows a time of the venue */
static char *
format_start (AgentFixture *fixture, int start_s)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) start = g_date_time_new_from_unix_utc (fixture->now_utc + start_s);
  const gboolean is_today = g_date_time_get_day_of_year (now) == g_date_time_get_day_of_year (start);

  return g_date_time_format (start, is_today ? "%H:%M" : "%a %-d, %H:%M");
}

static void
assert_body (AgentFixture *fixture, const Received *received, const char *before, int start_s)
{
  g_autofree char *start = format_start (fixture, start_s);
  g_autofree char *body = g_strconcat (before, start, " · Hall <b> · Forum & Co", NULL);

  g_assert_cmpstr (agent_find_string (received->content, "body"), ==, body);
}

/* Both services show plain text, so nothing is escaped. */
static void
check_reminder (AgentFixture *fixture)
{
  const Received *received = wait_for_received (fixture, 0);
  g_autofree char *id = agent_make_id (fixture, 0);
  g_autofree char *notification_id = g_strconcat ("reminder-", id, NULL);
  g_autofree char *target = dup_target (received->content, "default-action-target");

  g_assert_cmpstr (received->id, ==, notification_id);
  g_assert_cmpstr (agent_find_string (received->content, "title"), ==, "R&D <0");
  assert_body (fixture, received, "", 8 * MINUTE_S);
  g_assert_cmpstr (agent_find_string (received->content, "default-action"), ==, "app.open-session");
  g_assert_cmpstr (target, ==, id);
  g_assert_cmpstr (agent_find_string (received->content, "priority"), ==, "high");
  assert_button (received, 0, "app.snooze", id);
  assert_button (received, 1, "app.open-link", "https://example.org/0");
}

static void
test_reminder (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 8 * MINUTE_S };

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_start (fixture);
  check_reminder (fixture);
}

/* If the agent is killed before it records the reminder, the next one sends it under the same id; otherwise not at all. */
static void
test_killed (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 8 * MINUTE_S };
  const Received *first;

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_start (fixture);
  first = wait_for_received (fixture, 0);
  kill ((pid_t) agent_get_pid (fixture), SIGKILL);
  agent_wait_for_end (fixture);

  agent_set_remind_when_closed (fixture, FALSE);
  agent_start (fixture);
  agent_wait_for_end (fixture);
  g_assert_cmpuint (fixture->received->len, <=, 2);
  for (guint i = 0; i < fixture->received->len; i++)
    g_assert_cmpstr (((Received *) g_ptr_array_index (fixture->received, i))->id, ==, first->id);
}

/* A recorded reminder is not sent again by the next agent. */
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
      g_assert_cmpuint (fixture->received->len, ==, 1);
    }
}

static void
test_three (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 8 * MINUTE_S, 8 * MINUTE_S, 8 * MINUTE_S };

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_start (fixture);
  wait_for_received (fixture, 2);
  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (((Received *) g_ptr_array_index (fixture->received, i))->id, !=,
                       ((Received *) g_ptr_array_index (fixture->received, j))->id);
}

/* A click opens My Schedule of the conference. */
static void
check_summary (const Received *received, gint64 conference_id)
{
  g_autofree char *id = g_strdup_printf ("reminders-%" G_GINT64_FORMAT, conference_id);
  g_autofree char *expected_target = g_strdup_printf ("%" G_GINT64_FORMAT "/", conference_id);
  g_autofree char *target = dup_target (received->content, "default-action-target");

  g_assert_cmpstr (received->id, ==, id);
  g_assert_cmpstr (agent_find_string (received->content, "title"), ==, "Test: 4 sessions");
  g_assert_cmpstr (agent_find_string (received->content, "default-action"), ==, "app.open-session");
  g_assert_cmpstr (target, ==, expected_target);
}

static void
test_summary (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 8 * MINUTE_S, 8 * MINUTE_S, 8 * MINUTE_S, 8 * MINUTE_S };
  const Received *received;

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_start (fixture);
  received = wait_for_received (fixture, 0);
  check_summary (received, fixture->conference_id);
}

static void
test_two_summaries (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 8 * MINUTE_S, 8 * MINUTE_S, 8 * MINUTE_S, 8 * MINUTE_S };
  gint64 first_id;

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  first_id = fixture->conference_id;
  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_start (fixture);
  check_summary (wait_for_received (fixture, 0), first_id);
  check_summary (wait_for_received (fixture, 1), fixture->conference_id);
}

static void
test_two_and_two (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 8 * MINUTE_S, 8 * MINUTE_S };

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_start (fixture);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpstr (agent_find_string (wait_for_received (fixture, i)->content, "title"), ==,
                     i % 2 == 0 ? "R&D <0" : "R&D <1");
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

/* Returns: how many notifications were withdrawn, those of single reminders or the one of the summary */
static guint
count_withdrawn (AgentFixture *fixture, const char *prefix)
{
  guint n = 0;

  for (guint i = 0; i < fixture->received->len; i++)
    {
      const Received *received = g_ptr_array_index (fixture->received, i);

      n += !received->content && g_str_has_prefix (received->id, prefix);
    }

  return n;
}

/* The summary still shows the other sessions. */
static void
test_part_of_summary (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 8 * MINUTE_S, 8 * MINUTE_S, 8 * MINUTE_S, 8 * MINUTE_S };
  g_autofree char *summary = NULL;

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_start (fixture);
  summary = g_strdup (wait_for_received (fixture, 0)->id);
  agent_change_store (
      fixture, "UPDATE stars SET removed_utc = unixepoch () WHERE number = (SELECT min (number) FROM stars)");
  agent_reload (fixture);
  agent_set_remind_when_closed (fixture, FALSE);
  agent_wait_for_end (fixture);
  g_assert_cmpuint (count_withdrawn (fixture, "reminder-"), ==, 1);
  g_assert_cmpuint (count_withdrawn (fixture, summary), ==, 0);
}

/* A second summary takes the place of the first one on screen, so it goes with its own sessions. */
static void
test_second_summary (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 8 * MINUTE_S,  8 * MINUTE_S,  8 * MINUTE_S,  8 * MINUTE_S,
                           30 * MINUTE_S, 30 * MINUTE_S, 30 * MINUTE_S, 30 * MINUTE_S };
  g_autofree char *summary = NULL;

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_start (fixture);
  summary = g_strdup (wait_for_received (fixture, 0)->id);
  agent_change_store (fixture, "UPDATE stars SET lead_s = 3600 WHERE start_utc > unixepoch () + 1200");
  agent_reload (fixture);
  g_assert_cmpstr (wait_for_received (fixture, 1)->id, ==, summary);
  agent_change_store (fixture,
                      "UPDATE stars SET removed_utc = unixepoch () WHERE start_utc > unixepoch () + 1200");
  agent_reload (fixture);
  agent_set_remind_when_closed (fixture, FALSE);
  agent_wait_for_end (fixture);
  g_assert_cmpuint (count_withdrawn (fixture, summary), ==, 1);
}

/* Another agent withdraws the summary than the one that sent it. */
static void
test_stale_summary (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 8 * MINUTE_S, 8 * MINUTE_S, 8 * MINUTE_S, 8 * MINUTE_S };
  g_autofree char *id = NULL;
  guint n_received;

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_start (fixture);
  id = g_strdup (wait_for_received (fixture, 0)->id);
  while (count_shown (fixture) < G_N_ELEMENTS (starts_s))
    g_main_context_iteration (NULL, FALSE);
  kill ((pid_t) agent_get_pid (fixture), SIGKILL);
  agent_wait_for_end (fixture);
  n_received = fixture->received->len;

  agent_change_store (fixture, "UPDATE stars SET removed_utc = unixepoch ()");
  agent_start (fixture);
  while (!g_str_equal (wait_for_received (fixture, n_received)->id, id))
    g_assert_null (wait_for_received (fixture, n_received++)->content);
  g_assert_null (wait_for_received (fixture, n_received)->content);
}

/* Snooze withdraws the notification; the reminder comes again when the session starts. The action starts the agent. */
static void
test_snooze (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 4 };
  g_autofree char *id = NULL;
  const Received *again;

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  id = agent_make_id (fixture, 0);
  agent_start (fixture);
  wait_for_received (fixture, 0);
  agent_activate_action (fixture, "snooze", id);
  g_assert_null (wait_for_received (fixture, 1)->content);
  again = wait_for_received (fixture, 2);
  g_assert_cmpstr (agent_find_string (again->content, "title"), ==, "R&D <0");
  assert_body (fixture, again, "", 4);
}

/* The attendee wants no reminder while the window is closed, but that of the snoozed one. */
static void
test_only_snoozed (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 4, 60 * MINUTE_S };
  g_autofree char *id = NULL;

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  id = agent_make_id (fixture, 0);
  agent_start (fixture);
  wait_for_received (fixture, 0);
  agent_activate_action (fixture, "snooze", id);
  agent_set_remind_when_closed (fixture, FALSE);
  g_assert_nonnull (wait_for_received (fixture, 2)->content);
  agent_wait_for_end (fixture);
}

/* Any process may activate the action, so only web addresses are opened. */
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
  g_assert_cmpuint (fixture->received->len, ==, 0);
}

static void
pass_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* By the clock all is over, but nothing was recorded since the star. The clock may be wrongly ahead, so the agent stays for
 * longer than it does after its last task. */
static void
test_clock_ahead (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { -2 * 60 * MINUTE_S };
  gboolean passed = FALSE;

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_change_store (fixture, "UPDATE stars SET planned_utc = start_utc - 86400");
  agent_change_store (fixture, "UPDATE conferences SET updated_utc = unixepoch () - 86400");
  agent_start (fixture);
  agent_wait_until_idle (fixture);
  g_timeout_add_once (4000, pass_cb, &passed);
  while (!passed)
    agent_iterate ();
  g_assert_cmpstr (fixture->owner, !=, "");
  g_assert_cmpuint (fixture->received->len, ==, 0);
}

static void
test_late (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { -3 * MINUTE_S };
  const Received *received;

  agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_start (fixture);
  received = wait_for_received (fixture, 0);
  assert_body (fixture, received, "Started at ", -3 * MINUTE_S);
  assert_button (received, 0, "app.open-link", "https://example.org/0");
}

/* The agent refreshes a conference in another process and sends one notification of the changes. */
static void
test_changes (AgentFixture *fixture, gconstpointer data)
{
  const int before_s[] = { 60 * MINUTE_S, 90 * MINUTE_S };
  const int after_s[] = { 60 * MINUTE_S, 100 * MINUTE_S };
  g_autofree char *id = NULL;
  g_autofree char *target = NULL;
  g_autofree char *feed = NULL;
  const Received *received;

  agent_fill_store (fixture, before_s, G_N_ELEMENTS (before_s));
  agent_change_store (fixture, "UPDATE conferences SET updated_utc = updated_utc - 86400");
  id = agent_make_id (fixture, 1);
  feed = agent_write_feed (fixture, 0, after_s, G_N_ELEMENTS (after_s));
  agent_start (fixture);
  received = wait_for_received (fixture, 0);
  target = dup_target (received->content, "default-action-target");
  g_assert_true (g_str_has_prefix (received->id, "changes-"));
  g_assert_cmpstr (agent_find_string (received->content, "title"), ==, "R&D <1");
  g_assert_nonnull (strstr (agent_find_string (received->content, "body"), "→"));
  g_assert_cmpstr (agent_find_string (received->content, "default-action"), ==, "app.open-session");
  g_assert_cmpstr (target, ==, id);

  agent_set_remind_when_closed (fixture, FALSE);
  agent_wait_for_end (fixture);
  agent_change_store (fixture, "UPDATE conferences SET updated_utc = updated_utc - 86400, tried_utc = 0");
  agent_start (fixture);
  agent_wait_for_end (fixture);
  g_assert_cmpuint (fixture->received->len, ==, 1);
}

/* Several refreshes fail at the same time, before the network is ready. */
static void
test_failing_refreshes (AgentFixture *fixture, gconstpointer data)
{
  const int starts_s[] = { 90 * MINUTE_S };
  g_autoptr (GArray) refreshes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    agent_fill_store (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_change_store (fixture, "UPDATE conferences SET updated_utc = updated_utc - 86400, "
                               "address = 'http://127.0.0.1:1/' || id");
  agent_set_remind_when_closed (fixture, FALSE);
  agent_start (fixture);
  agent_wait_for_end (fixture);
  refreshes = planner_store_list_refreshes (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (refreshes->len, ==, 3);
  for (guint i = 0; i < refreshes->len; i++)
    g_assert_cmpuint (g_array_index (refreshes, PlannerStoredRefresh, i).failures, ==, 1);
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
    { "/agent/R9/reminder-by-gtk", test_reminder, "gtk" },
    { "/agent/R9/snooze-by-gtk", test_snooze, "gtk" },
    { "/agent/R9/agent-ends-after-snoozed-reminder", test_only_snoozed, "gtk" },
    { "/agent/R1/killed-agent-repeats-nothing", test_killed, "gtk" },
    { "/agent/R1/next-agent-repeats-nothing", test_restarted, "gtk" },
    { "/agent/R6/three-reminders-have-their-own-ids", test_three, "gtk" },
    { "/agent/R6/summary-by-gtk", test_summary, "gtk" },
    { "/agent/R4/no-reminder-after-the-end", test_over, "gtk" },
    { "/agent/R5/clock-ahead-keeps-the-agent", test_clock_ahead, "gtk" },
    { "/agent/R4/late-reminder-says-when-it-started", test_late, "gtk" },
    { "/agent/R10/refresh-notifies-of-changes-once", test_changes, "gtk" },
    { "/agent/R9/reminder-by-portal", test_reminder, "portal" },
    { "/agent/R9/snooze-by-portal", test_snooze, "portal" },
    { "/agent/R9/opens-only-web-links", test_open_link, "portal" },
    { "/agent/R6/summary-by-portal", test_summary, "portal" },
    { "/agent/R11/each-conference-has-its-own-summary", test_two_summaries, "gtk" },
    { "/agent/R11/two-and-two-stay-apart", test_two_and_two, "gtk" },
    { "/agent/M6/failing-servers-are-asked-once", test_failing_refreshes, "gtk" },
    { "/agent/R3/later-agent-withdraws-summary", test_stale_summary, "gtk" },
    { "/agent/R3/summary-stays-with-the-last-session", test_part_of_summary, "gtk" },
    { "/agent/R3/second-summary-goes-with-its-sessions", test_second_summary, "gtk" },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, AgentFixture, tests[i].desktop, agent_set_up, tests[i].test, agent_tear_down);

  return g_test_run ();
}
