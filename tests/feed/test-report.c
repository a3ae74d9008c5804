/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/feed-fixture.h"

typedef struct
{
  const char *code;
  PlannerSeverity severity;
  const char *event;
  const char *where;
  const char *value;
  const char *made;
  const char *message;
} ValueCase;

static const ValueCase values[] = {
  { "bad-start", PLANNER_SEVERITY_REPAIRED, "{'title': 'T', 'start': 'noon'}", ".start", "noon",
    "the time is to be announced", "“noon” is not a time; the time is to be announced." },
  { "bad-start", PLANNER_SEVERITY_REPAIRED, "{'title': 'T', 'start': '9.30'}", ".start", "9.30",
    "it is read as 09:30", "“9.30” is not written as HH:MM; it is read as 09:30." },
  { "bad-start", PLANNER_SEVERITY_REPAIRED, "{'title': 'T', 'start': '25:00'}", ".start", "25:00",
    "it is read as 01:00 of the next day",
    "“25:00” is not written as HH:MM; it is read as 01:00 of the next day." },
  { "bad-duration", PLANNER_SEVERITY_REPAIRED, "{'title': 'T', 'start': '10:00', 'duration': 90}",
    ".duration", "90", "it is read as 90 minutes",
    "“90” is not written as HH:MM; it is read as 90 minutes." },
  { "bad-duration", PLANNER_SEVERITY_REPAIRED, "{'title': 'T', 'start': '10:00', 'duration': 'long'}",
    ".duration", "long", "it is left out", "“long” is no duration of a session; it is left out." },
  { "unsafe-link", PLANNER_SEVERITY_SKIPPED, "{'title': 'T', 'url': 'javascript:x'}", ".url", "javascript:x",
    "it is left out", "“javascript:x” is no http, https or mailto address; it is left out." },
  /* Found by the fuzzer: GLib parses this address but cannot serialize it. */
  { "unsafe-link", PLANNER_SEVERITY_SKIPPED, "{'title': 'T', 'url': 'https://a;b/'}", ".url", "https://a;b/",
    "it is left out", "“https://a;b/” is no http, https or mailto address; it is left out." },
};

static void
test_value (gconstpointer data)
{
  const ValueCase *expected = data;
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autofree char *schedule = make_schedule ("", expected->event);
  g_autoptr (PlannerAgenda) agenda = read_json_with (schedule, NULL, report);
  const PlannerProblem *problem = find_problem (report, expected->code);

  g_assert_cmpint (problem->severity, ==, expected->severity);
  g_assert_true (g_str_has_prefix (problem->where, "$.schedule.conference.days[0].rooms['Hall'][0]"));
  g_assert_true (g_str_has_suffix (problem->where, expected->where));
  g_assert_cmpstr (problem->value, ==, expected->value);
  g_assert_cmpstr (problem->made, ==, expected->made);
  g_assert_cmpstr (problem->message, ==, expected->message);
}

/* Found by the fuzzer: GLib cannot resolve links against this base address. There is no warning. */
static void
test_odd_base (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_json_with (
      "{'schedule': {'base_url': 'https://a;b/c/', 'conference': {'days': [{'events': [{'title': 'T', 'url': 'x'}]}]}}}",
      NULL, report);

  g_assert_null (planner_agenda_get_session (agenda, 0)->url);
  g_assert_cmpstr (find_problem (report, "unsafe-link")->value, ==, "x");
}

/* Values are shortened between characters. */
static void
test_long_value (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (GString) value = g_string_new (NULL);
  const PlannerProblem *problem;

  for (guint i = 0; i < 300; i++)
    g_string_append (value, "语");
  planner_report_add_value (report, PLANNER_SEVERITY_NOTE, value->str, PLANNER_PROBLEM_BAD_DATE, value->str,
                            "is not a date", "it is left out");
  problem = planner_report_get_problem (report, 0);

  g_assert_cmpint (g_utf8_strlen (problem->value, -1), ==, PLANNER_PROBLEM_MAX_VALUE_CHARS);
  g_assert_true (g_str_has_suffix (problem->value, "语…"));
  g_assert_true (g_str_has_suffix (problem->message, "语…” is not a date; it is left out."));
  g_assert_true (g_utf8_validate (problem->message, -1, NULL));
}

/* Found by the fuzzer: the precision of printf() counts bytes. */
static void
test_cut_in_character (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  const PlannerProblem *problem;

  planner_report_add (report, PLANNER_SEVERITY_NOTE, "$", PLANNER_PROBLEM_BAD_DATE, "“%.2s”", "语");
  problem = planner_report_get_problem (report, 0);

  g_assert_true (g_utf8_validate (problem->message, -1, NULL));
  g_assert_true (g_str_has_prefix (problem->message, "“"));
}

static void
test_dropped (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  GString *events = g_string_new ("{'title': 'T', 'start': 'noon'}");
  g_autofree char *schedule = NULL;
  g_autoptr (PlannerAgenda) agenda = NULL;

  for (guint i = 0; i < PLANNER_REPORT_MAX_PROBLEMS + 4; i++)
    g_string_append (events, ", {'title': 'T', 'start': 'noon'}");
  schedule = make_schedule ("", events->str);
  g_string_free (events, TRUE);
  agenda = read_json_with (schedule, NULL, report);

  g_assert_cmpuint (planner_report_get_n_problems (report), ==, PLANNER_REPORT_MAX_PROBLEMS);
  g_assert_cmpuint (planner_report_get_n_dropped (report), ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *path = g_strdup_printf ("/feed/F1/problem-%u-has-its-value-%s", i, values[i].code);

      g_test_add_data_func (path, &values[i], test_value);
    }
  g_test_add_func ("/feed/F4/invalid-base-address-is-ignored", test_odd_base);
  g_test_add_func ("/feed/X2/long-value-is-shortened", test_long_value);
  g_test_add_func ("/feed/X2/cut-character-is-replaced", test_cut_in_character);
  g_test_add_func ("/feed/F4/dropped-problems-are-counted", test_dropped);

  return g_test_run ();
}
