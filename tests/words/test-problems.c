/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "words/planner-problems.h"

#include "words/planner-problem-effects.h"

static PlannerReport *
make_report (void)
{
  PlannerReport *report = planner_report_new ();

  planner_report_add (report, PLANNER_SEVERITY_NOTE, "$.a", PLANNER_PROBLEM_NO_DURATION,
                      "The session has no duration.");
  for (guint i = 0; i < 5; i++)
    planner_report_add_value (report, PLANNER_SEVERITY_REPAIRED, "$.b", PLANNER_PROBLEM_BAD_START, "noon",
                              "is not a time", "the time is to be announced");
  for (guint i = 0; i < 116; i++)
    planner_report_add_value (report, PLANNER_SEVERITY_REPAIRED, "$.c", PLANNER_PROBLEM_BAD_DURATION, "90",
                              "is not written as HH:MM", "it is read as 90 minutes");
  planner_report_add_value (report, PLANNER_SEVERITY_SKIPPED, "$.d", PLANNER_PROBLEM_UNSAFE_LINK, "ftp://x",
                            "is no http, https or mailto address", "it is left out");
  planner_report_add (report, PLANNER_SEVERITY_SKIPPED, "$.e", PLANNER_PROBLEM_BAD_ZONE, "Nobody knows.");

  return report;
}

static void
test_groups (void)
{
  static const struct
  {
    const char *code;
    guint n;
    gboolean has_rule;
  } expected[] = { { "unsafe-link", 1, TRUE },
                   { "bad-zone", 1, TRUE },
                   { "bad-duration", 116, TRUE },
                   { "bad-start", 5, TRUE },
                   { "no-duration", 1, TRUE } };
  g_autoptr (PlannerReport) report = make_report ();
  g_autoptr (GPtrArray) groups = planner_problems_group (report);

  g_assert_cmpuint (groups->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < groups->len; i++)
    {
      const PlannerProblemGroup *group = g_ptr_array_index (groups, i);

      g_assert_cmpstr (planner_problem_code_get_kind (group->code)->name, ==, expected[i].code);
      g_assert_cmpuint (group->problems->len, ==, expected[i].n);
      g_assert_cmpint (group->rule != NULL, ==, expected[i].has_rule);
      g_assert_nonnull (group->summary);
    }
}

static void
test_text (void)
{
  g_autoptr (PlannerReport) report = make_report ();
  g_autofree char *text = planner_report_to_text (report, 3);

  g_assert_true (g_str_has_prefix (text, "  124 problems\n"));
  g_assert_nonnull (strstr (text, "\n  repaired  bad-duration  Durations that cannot be read (116)\n"));
  g_assert_nonnull (strstr (text, "    and 113 more like these\n"));
  g_assert_nonnull (
      strstr (text, "    $.d\n      “ftp://x” is no http, https or mailto address; it is left out.\n"));
  g_assert_true (strstr (text, "unsafe-link") < strstr (text, "bad-duration"));
}

/* One problem more than the limit is listed too. */
static void
test_one_more (void)
{
  g_autoptr (PlannerReport) report = make_report ();
  g_autofree char *four = planner_report_to_text (report, 4);
  g_autofree char *all = planner_report_to_text (report, G_MAXUINT - 1);

  g_assert_null (strstr (four, "and 1 more"));
  g_assert_null (strstr (all, "more like"));
}

static void
test_none (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autofree char *text = planner_report_to_text (report, 3);

  g_assert_cmpstr (text, ==, "  No problems found\n");
}

static void
test_dropped (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < PLANNER_REPORT_MAX_PROBLEMS + 7; i++)
    planner_report_add (report, PLANNER_SEVERITY_NOTE, "$", PLANNER_PROBLEM_NO_DURATION,
                        "The session has no duration.");
  text = planner_report_to_text (report, 3);

  g_assert_true (g_str_has_prefix (text, "  2007 problems\n"));
  g_assert_true (g_str_has_suffix (text, "  and 7 problems that are not listed\n"));
}

static void
test_effects (void)
{
  static const char *const expected[] = {
    "It is not clear in which time zone the sessions take place. Check the times.",
    "122 times are missing or may be wrong.",
    "1 link is not shown, because it does not work.",
    NULL,
  };
  g_autoptr (PlannerReport) report = make_report ();
  g_auto (GStrv) effects = planner_report_dup_effects (report);

  g_assert_cmpstrv (effects, expected);
}

/* Attendees do not notice that a schedule is in another character set. */
static void
test_no_effect (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_auto (GStrv) effects = NULL;

  planner_report_add (report, PLANNER_SEVERITY_REPAIRED, "$", PLANNER_PROBLEM_CHARSET, "It is converted.");
  effects = planner_report_dup_effects (report);
  g_assert_cmpuint (g_strv_length (effects), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/problems/effects-in-plain-words", test_effects);
  g_test_add_func ("/words/problems/no-effect-for-attendees", test_no_effect);
  g_test_add_func ("/words/problems/groups", test_groups);
  g_test_add_func ("/words/problems/text", test_text);
  g_test_add_func ("/words/problems/one-more", test_one_more);
  g_test_add_func ("/words/problems/none", test_none);
  g_test_add_func ("/words/problems/dropped", test_dropped);

  return g_test_run ();
}
