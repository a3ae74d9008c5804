/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Groups the problems of a report for organizers: the worst first, and similar ones together. */

#include "config.h"

#include "words/planner-problems.h"

#include <glib/gi18n.h>

static void
group_free (PlannerProblemGroup *group)
{
  g_ptr_array_unref (group->problems);
  g_free (group);
}

static PlannerProblemGroup *
find_group (GPtrArray *groups, const PlannerProblem *problem)
{
  for (guint i = 0; i < groups->len; i++)
    {
      PlannerProblemGroup *group = g_ptr_array_index (groups, i);

      if (group->severity == problem->severity && group->code == problem->code)
        return group;
    }

  return NULL;
}

static PlannerProblemGroup *
add_group (GPtrArray *groups, const PlannerProblem *problem)
{
  PlannerProblemGroup *group = g_new0 (PlannerProblemGroup, 1);
  const PlannerProblemKind *kind = planner_problem_code_get_kind (problem->code);

  group->severity = problem->severity;
  group->code = problem->code;
  group->summary = _ (kind->summary);
  group->rule = kind->rule;
  group->problems = g_ptr_array_new ();
  g_ptr_array_add (groups, group);

  return group;
}

/* By severity, then by number. */
static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const PlannerProblemGroup *group_a = a, *group_b = b;

  if (group_a->severity != group_b->severity)
    return group_a->severity > group_b->severity ? -1 : 1;

  return (int) group_b->problems->len - (int) group_a->problems->len;
}

/**
 * planner_problems_group:
 *
 * Returns: (transfer full) (element-type PlannerProblemGroup): the problems of @report by severity and code, the worst
 *   first. They are valid as long as @report.
 */
GPtrArray *
planner_problems_group (const PlannerReport *report)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);

  for (guint i = 0; i < planner_report_get_n_problems (report); i++)
    {
      const PlannerProblem *problem = planner_report_get_problem (report, i);
      PlannerProblemGroup *group = find_group (groups, problem);

      if (!group)
        group = add_group (groups, problem);
      g_ptr_array_add (group->problems, (gpointer) problem);
    }
  g_ptr_array_sort_values (groups, compare_groups);

  return groups;
}

/**
 * planner_severity_to_words:
 *
 * Returns: (transfer none): a word in the attendee's language; planner_severity_to_string() is for programs
 */
const char *
planner_severity_to_words (PlannerSeverity severity)
{
  switch (severity)
    {
    case PLANNER_SEVERITY_REPAIRED:
      return C_ ("problem of a schedule", "repaired");
    case PLANNER_SEVERITY_SKIPPED:
      return C_ ("problem of a schedule", "skipped");
    case PLANNER_SEVERITY_NOTE:
    default:
      return C_ ("problem of a schedule", "note");
    }
}

static void
append_group (GString *text, const PlannerProblemGroup *group, guint max_alike)
{
  const guint n = group->problems->len;
  /* Show one more problem instead of a line that says that there is one more. */
  const guint n_shown = n <= max_alike + 1 ? n : max_alike;

  g_string_append_printf (text, "\n  %s  %s  %s (%u)\n", planner_severity_to_words (group->severity),
                          planner_problem_code_get_kind (group->code)->name, group->summary, n);
  if (group->rule)
    g_string_append_printf (text, "    %s\n", group->rule);
  for (guint i = 0; i < n_shown; i++)
    {
      const PlannerProblem *problem = g_ptr_array_index (group->problems, i);

      g_string_append_printf (text, "    %s\n      %s\n", problem->where, problem->message);
    }
  if (n > n_shown)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "    and %u more like this\n",
                                         "    and %u more like these\n", n - n_shown),
                            n - n_shown);
}

/**
 * planner_report_to_text:
 * @max_alike: the number of problems of one kind to list
 *
 * Returns: (transfer full): @report as indented plain text, with details in English
 */
char *
planner_report_to_text (const PlannerReport *report, guint max_alike)
{
  const guint n_dropped = planner_report_get_n_dropped (report);
  const guint n = planner_report_get_n_problems (report) + n_dropped;
  g_autoptr (GPtrArray) groups = planner_problems_group (report);
  GString *text = g_string_new (NULL);

  if (n == 0)
    g_string_append_printf (text, "  %s\n", _ ("No problems found"));
  else
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "  %u problem\n", "  %u problems\n", n), n);
  for (guint i = 0; i < groups->len; i++)
    append_group (text, g_ptr_array_index (groups, i), max_alike);
  if (n_dropped > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "\n  and %u problem that is not listed\n",
                                         "\n  and %u problems that are not listed\n", n_dropped),
                            n_dropped);

  return g_string_free_and_steal (text);
}
