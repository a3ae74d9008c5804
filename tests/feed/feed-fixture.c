/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/feed-fixture.h"

GBytes *
to_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

GBytes *
make_bytes (const char *quoted)
{
  char *text = g_strdelimit (g_strdup (quoted), "'", '"');

  return g_bytes_new_take (text, strlen (text));
}

PlannerAgenda *
read_whole (GBytes *bytes, const PlannerFeedOptions *options, PlannerReport *report)
{
  g_autoptr (GError) error = NULL;
  PlannerAgenda *agenda = planner_feed_read (bytes, options, report, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (agenda);
  g_bytes_unref (bytes);

  return agenda;
}

static PlannerAgenda *
read_whole_in_english (GBytes *bytes)
{
  static const char *const languages[] = { "en", "C", NULL };
  const PlannerFeedOptions options = { .languages = languages };

  return read_whole (bytes, &options, NULL);
}

PlannerAgenda *
read_json_with (const char *quoted, const PlannerFeedOptions *options, PlannerReport *report)
{
  return read_whole (make_bytes (quoted), options, report);
}

PlannerAgenda *
read_json (const char *quoted)
{
  return read_whole_in_english (make_bytes (quoted));
}

PlannerAgenda *
read_xml_with (const char *text, const PlannerFeedOptions *options, PlannerReport *report)
{
  return read_whole (to_bytes (text), options, report);
}

PlannerAgenda *
read_xml (const char *text)
{
  return read_whole_in_english (to_bytes (text));
}

char *
make_schedule (const char *conference_members, const char *events)
{
  return g_strdup_printf (
      "{'schedule': {'version': '1', 'conference': {'title': 'Conference', 'acronym': 'conf', %s"
      "'days': [{'index': 1, 'date': '2026-07-01', 'rooms': {'Hall': [%s]}}]}}}",
      conference_members, events);
}

PlannerAgenda *
read_events (const char *conference_members, const char *events)
{
  g_autofree char *schedule = make_schedule (conference_members, events);

  return read_json (schedule);
}

char *
format_utc (gint64 instant_utc)
{
  g_autoptr (GDateTime) time = NULL;

  if (instant_utc == PLANNER_TIME_UNKNOWN)
    return g_strdup ("unknown");
  time = g_date_time_new_from_unix_utc (instant_utc);

  return g_date_time_format (time, "%Y-%m-%dT%H:%MZ");
}

char *
format_venue (const PlannerSession *session)
{
  g_autoptr (GDateTime) start = planner_session_dup_start (session);

  return start ? g_date_time_format (start, "%Y-%m-%d %H:%M") : g_strdup ("unknown");
}

const PlannerSession *
find_titled (const PlannerAgenda *agenda, const char *title)
{
  for (guint i = 0; i < agenda->sessions->len; i++)
    if (g_strcmp0 (planner_agenda_get_session (agenda, i)->title.shown, title) == 0)
      return planner_agenda_get_session (agenda, i);
  g_test_message ("no session is called “%s”", title);
  g_assert_not_reached ();
}

const char *
get_date (const PlannerAgenda *agenda, const char *title)
{
  return planner_agenda_get_day (agenda, find_titled (agenda, title))->date;
}

static const char *
get_code_name (const PlannerProblem *problem)
{
  return planner_problem_code_get_kind (problem->code)->name;
}

const char *
get_variant (const PlannerText *text, const char *language)
{
  for (guint i = 0; text->variants && text->variants[i]; i += 2)
    if (g_str_equal (text->variants[i], language))
      return text->variants[i + 1];

  return NULL;
}

guint
count_problems (const PlannerReport *report, const char *code)
{
  guint n = 0;

  for (guint i = 0; i < planner_report_get_n_problems (report); i++)
    n += g_str_equal (get_code_name (planner_report_get_problem (report, i)), code);

  return n;
}

const PlannerProblem *
find_problem (const PlannerReport *report, const char *code)
{
  for (guint i = 0; i < planner_report_get_n_problems (report); i++)
    if (g_str_equal (get_code_name (planner_report_get_problem (report, i)), code))
      return planner_report_get_problem (report, i);
  g_test_message ("no problem has the code %s", code);
  g_assert_not_reached ();
}

void
print_viewer_zone (void)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();

  g_print ("viewer in %s\n", g_time_zone_get_identifier (local));
}

void
assert_in_viewer_zones (const char *test)
{
  static const char *const zones[] = { "UTC", "America/Los_Angeles", "Asia/Kolkata" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "TZ", zones[i], TRUE);
      g_autofree char *expected = g_strconcat ("*viewer in ", zones[i], "*", NULL);

      g_test_trap_subprocess_with_envp (test, (const char *const *) environment, 0,
                                        G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stdout (expected);
    }
}
