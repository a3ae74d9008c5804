/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "planner-report.h"

struct _PlannerReport
{
  GPtrArray *problems; /* owned, of PlannerProblem */
};

G_DEFINE_BOXED_TYPE (PlannerReport, planner_report, planner_report_ref, planner_report_unref)

static void
problem_free (PlannerProblem *problem)
{
  g_free (problem->where);
  g_free (problem->message);
  g_free (problem);
}

static void
report_clear (PlannerReport *report)
{
  g_ptr_array_unref (report->problems);
}

PlannerReport *
planner_report_new (void)
{
  PlannerReport *report = g_atomic_rc_box_new0 (PlannerReport);

  report->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);

  return report;
}

PlannerReport *
planner_report_ref (PlannerReport *report)
{
  return g_atomic_rc_box_acquire (report);
}

void
planner_report_unref (PlannerReport *report)
{
  g_atomic_rc_box_release_full (report, (GDestroyNotify) report_clear);
}

/**
 * planner_report_add:
 * @report: a report
 * @severity: what was done
 * @where: the place in the feed; see #PlannerProblem
 * @code: a stable word for programs, static
 * @format: an English sentence for the organiser, as in printf()
 *
 * Adds a problem, unless the report is full.
 */
void
planner_report_add (PlannerReport *report,
                    PlannerSeverity severity,
                    const char *where,
                    const char *code,
                    const char *format,
                    ...)
{
  PlannerProblem *problem;
  va_list arguments;

  if (report->problems->len >= PLANNER_REPORT_MAX_PROBLEMS)
    return;

  problem = g_new0 (PlannerProblem, 1);
  problem->severity = severity;
  problem->where = g_strdup (where);
  problem->code = code;
  va_start (arguments, format);
  problem->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (report->problems, problem);
}

guint
planner_report_get_n_problems (const PlannerReport *report)
{
  return report->problems->len;
}

const PlannerProblem *
planner_report_get_problem (const PlannerReport *report, guint index)
{
  return index < report->problems->len ? g_ptr_array_index (report->problems, index) : NULL;
}

const char *
planner_severity_to_string (PlannerSeverity severity)
{
  switch (severity)
    {
    case PLANNER_SEVERITY_NOTE:
      return "note";
    case PLANNER_SEVERITY_REPAIRED:
      return "repaired";
    case PLANNER_SEVERITY_SKIPPED:
      return "skipped";
    default:
      return "note";
    }
}
