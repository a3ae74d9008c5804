/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The real programs answer GNOME Shell on a private bus. */

#include "agent/agent-fixture.h"

#define PROVIDER_PATH OBJECT_PATH "/SearchProvider"
#define INTERFACE "org.gnome.Shell.SearchProvider2"

static const int starts_s[] = { 2 * 60 * MINUTE_S, 3 * 60 * MINUTE_S };

static void
set_up (AgentFixture *fixture, gconstpointer data)
{
  agent_set_up (fixture, data);
  agent_add_conference (fixture, starts_s, G_N_ELEMENTS (starts_s));
  agent_star (fixture, 1);
}

static GVariant *
try_call (AgentFixture *fixture, const char *method, GVariant *parameters, GError **error)
{
  return g_dbus_connection_call_sync (fixture->connection, APP_ID, PROVIDER_PATH, INTERFACE, method,
                                      parameters, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, error);
}

static GVariant *
call (AgentFixture *fixture, const char *method, GVariant *parameters)
{
  return agent_call (fixture, APP_ID, PROVIDER_PATH, INTERFACE, method, parameters);
}

/* Returns: (transfer full): the ids of the sessions that the words find */
static GStrv
search (AgentFixture *fixture, const char *words)
{
  g_auto (GStrv) terms = g_strsplit (words, " ", -1);
  g_autoptr (GVariant) answer = call (fixture, "GetInitialResultSet", g_variant_new ("(^as)", terms));
  GStrv ids;

  g_variant_get (answer, "(^as)", &ids);

  return ids;
}

/* Returns: (transfer full): the dictionaries of the sessions with these ids */
static GVariant *
describe (AgentFixture *fixture, const char *const *ids)
{
  g_autoptr (GVariant) answer = call (fixture, "GetResultMetas", g_variant_new ("(^as)", ids));

  g_assert_cmpstr (g_variant_get_type_string (answer), ==, "(aa{sv})");

  return g_variant_get_child_value (answer, 0);
}

static void
assert_results (AgentFixture *fixture, const char *words)
{
  g_auto (GStrv) ids = search (fixture, words);
  g_autofree char *starred = agent_make_id (fixture, 1);
  g_autofree char *other = agent_make_id (fixture, 0);

  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  g_assert_cmpstr (ids[0], ==, starred);
  g_assert_cmpstr (ids[1], ==, other);
}

/* D-Bus starts the agent for the first call. */
static void
test_agent (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *command = NULL;
  g_auto (GStrv) none = NULL;

  assert_results (fixture, "hall");
  command = agent_dup_command (fixture);
  g_assert_true (g_str_has_suffix (command, "gotc-planner-agent "));
  assert_results (fixture, "FORUM");
  none = search (fixture, "nothing");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static void
test_subsearch (AgentFixture *fixture, gconstpointer data)
{
  const char *const previous[] = { "1/unknown", NULL };
  const char *const terms[] = { "hall", "forum", NULL };
  g_autoptr (GVariant) answer =
      call (fixture, "GetSubsearchResultSet", g_variant_new ("(^as^as)", previous, terms));
  g_autofree const char **ids = NULL;

  g_variant_get (answer, "(^a&s)", &ids);
  g_assert_cmpuint (g_strv_length ((GStrv) ids), ==, 2);
}

static char *
format_start (AgentFixture *fixture, int start_s)
{
  g_autoptr (GDateTime) start = g_date_time_new_from_unix_utc (fixture->now_utc + start_s);

  return g_date_time_format (start, "%a %-d, %H:%M · Hall <b>");
}

static void
assert_icon (GVariant *meta, const char *expected)
{
  g_autoptr (GVariant) serialized = g_variant_lookup_value (meta, "icon", NULL);
  g_autoptr (GIcon) icon = g_icon_deserialize (serialized);

  g_assert_true (G_IS_THEMED_ICON (icon));
  g_assert_cmpstr (g_themed_icon_get_names (G_THEMED_ICON (icon))[0], ==, expected);
}

static void
test_metas (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *starred = agent_make_id (fixture, 1);
  g_autofree char *other = agent_make_id (fixture, 0);
  const char *const ids[] = { starred, "1/unknown", "", "9/x", "\n", other, NULL };
  g_autoptr (GVariant) metas = describe (fixture, ids);
  g_autoptr (GVariant) first = NULL, second = NULL;
  g_autofree char *description = format_start (fixture, starts_s[1]);

  g_assert_cmpuint (g_variant_n_children (metas), ==, 2);
  first = g_variant_get_child_value (metas, 0);
  second = g_variant_get_child_value (metas, 1);
  g_assert_cmpstr (agent_find_string (first, "id"), ==, starred);
  g_assert_cmpstr (agent_find_string (first, "name"), ==, "R&D <1");
  g_assert_cmpstr (agent_find_string (first, "description"), ==, description);
  g_assert_cmpstr (agent_find_string (second, "id"), ==, other);
  assert_icon (first, "starred-symbolic");
  assert_icon (second, APP_ID);
}

static GVariant *
make_terms (guint n, gsize length)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) terms = NULL;

  for (guint i = 0; i < n; i++)
    g_strv_builder_take (builder, g_strnfill (length, 'x'));
  terms = g_strv_builder_end (builder);

  return g_variant_new_strv ((const char *const *) terms, -1);
}

/* Returns: (transfer full): a text in place of an id or a term */
static GVariant *
make_text (gsize length)
{
  g_autofree char *text = g_strnfill (length, '1');

  return g_variant_new_string (text);
}

static void
assert_refused (AgentFixture *fixture, const char *method, GVariant *parameters)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = try_call (fixture, method, parameters, &error);

  g_assert_null (answer);
  g_assert_error (error, G_DBUS_ERROR, G_DBUS_ERROR_LIMITS_EXCEEDED);
}

static void
test_hostile (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *command = NULL;

  assert_refused (fixture, "GetInitialResultSet", g_variant_new ("(@as)", make_terms (65, 1)));
  assert_refused (fixture, "GetInitialResultSet", g_variant_new ("(@as)", make_terms (1, 5000)));
  assert_refused (fixture, "GetInitialResultSet", g_variant_new ("(@as)", make_terms (2, 8 * 1024 * 1024)));
  assert_refused (fixture, "GetSubsearchResultSet",
                  g_variant_new ("(@as@as)", make_terms (1, 1), make_terms (100000, 1)));
  assert_refused (fixture, "GetResultMetas", g_variant_new ("(@as)", make_terms (257, 1)));
  assert_refused (fixture, "GetResultMetas", g_variant_new ("(@as)", make_terms (1, 2 * 1024 * 1024)));
  assert_refused (fixture, "ActivateResult",
                  g_variant_new ("(@s@asu)", make_text (5000), make_terms (1, 1), 0));
  assert_refused (fixture, "LaunchSearch", g_variant_new ("(@asu)", make_terms (5, 1000), 0));
  assert_results (fixture, "hall");
  command = agent_dup_command (fixture);
  g_assert_true (g_str_has_suffix (command, "gotc-planner-agent "));
}

/* Without reminders, nothing but the search keeps the agent. */
static void
test_end (AgentFixture *fixture, gconstpointer data)
{
  agent_set_remind_when_closed (fixture, FALSE);
  assert_results (fixture, "hall");
  assert_results (fixture, "forum");
  agent_wait_for_owner (fixture);
  agent_wait_for_end (fixture);
}

/* A session that starts in eight minutes is due for a reminder. */
static void
assert_reminders (AgentFixture *fixture, gboolean remind_when_closed, guint n)
{
  const int soon_s[] = { 8 * MINUTE_S };
  g_auto (GStrv) ids = NULL;

  agent_add_conference (fixture, soon_s, 1);
  agent_star (fixture, 0);
  agent_set_remind_when_closed (fixture, remind_when_closed);
  ids = search (fixture, "hall");
  g_assert_cmpuint (g_strv_length (ids), ==, 3);
  while (fixture->received->len < n)
    agent_iterate ();
}

static void
test_reminders (AgentFixture *fixture, gconstpointer data)
{
  assert_reminders (fixture, TRUE, 1);
}

/* Reminders while the window is closed are off, so that typing in the desktop must not bring them. */
static void
test_no_reminders (AgentFixture *fixture, gconstpointer data)
{
  assert_reminders (fixture, FALSE, 0);
  agent_wait_for_owner (fixture);
  agent_wait_for_end (fixture);
  g_assert_cmpuint (fixture->received->len, ==, 0);
}

/* A star of another process counts for the next search. */
static void
test_star (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *other = agent_make_id (fixture, 0);
  g_autoptr (GVariant) answer = NULL;
  g_auto (GStrv) ids = NULL;

  assert_results (fixture, "hall");
  agent_star (fixture, 0);
  answer = agent_call (fixture, APP_ID, OBJECT_PATH, "org.freedesktop.Application", "ActivateAction",
                       g_variant_new_parsed ("('reload', [<%x>], @a{sv} {})", fixture->conference_id));
  ids = search (fixture, "hall");
  /* It is the earlier one of two starred sessions. */
  g_assert_cmpstr (ids[0], ==, other);
}

/* Waits until the agent has become the window program. */
static char *
become_window (AgentFixture *fixture)
{
  agent_wait_for_new_owner (fixture);

  return agent_dup_command (fixture);
}

/* The window answers in the same way. */
static void
test_activate (AgentFixture *fixture, gconstpointer data)
{
  g_autofree char *id = agent_make_id (fixture, 0);
  g_autofree char *expected = g_strdup_printf ("gotc-planner --open-session=%s ", id);
  g_autofree char *command = NULL;
  g_autoptr (GVariant) answer = NULL;

  agent_start (fixture);
  answer = call (fixture, "ActivateResult", g_variant_new ("(s@asu)", id, make_terms (1, 1), 0));
  command = become_window (fixture);
  g_assert_cmpstr (command, ==, expected);
  assert_results (fixture, "hall");
  agent_activate_action (fixture, "quit", NULL);
  agent_wait_for_new_owner (fixture);
}

static void
test_launch (AgentFixture *fixture, gconstpointer data)
{
  const char *const terms[] = { "hall", "b", NULL };
  g_autofree char *command = NULL;
  g_autoptr (GVariant) answer = NULL;

  agent_start (fixture);
  answer = call (fixture, "LaunchSearch", g_variant_new ("(^asu)", terms, 0));
  command = become_window (fixture);
  g_assert_cmpstr (command, ==, "gotc-planner --search=hall b ");
  agent_activate_action (fixture, "quit", NULL);
  agent_wait_for_new_owner (fixture);
}

#define ADD(path, test) g_test_add (path, AgentFixture, "", set_up, test, agent_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/shell/G1/bus-starts-agent-for-a-search", test_agent);
  ADD ("/shell/G1/search-goes-on-with-more-words", test_subsearch);
  ADD ("/shell/G1/results-have-title-time-room-and-icon", test_metas);
  ADD ("/shell/V6/long-arguments-are-refused", test_hostile);
  ADD ("/shell/G3/agent-ends-after-a-search", test_end);
  g_test_add ("/shell/G3/search-brings-reminders-that-are-on", AgentFixture, "gtk", set_up, test_reminders,
              agent_tear_down);
  g_test_add ("/shell/G3/search-brings-no-reminders-that-are-off", AgentFixture, "gtk", set_up,
              test_no_reminders, agent_tear_down);
  ADD ("/shell/G1/star-of-another-process-counts", test_star);
  ADD ("/shell/G2/result-opens-the-session", test_activate);
  ADD ("/shell/G2/search-goes-on-in-the-window", test_launch);

  return g_test_run ();
}
