/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/planner-report.h"

struct _PlannerReport
{
  GPtrArray *problems; /* owned, of PlannerProblem */
  guint n_dropped;
  guint64 codes; /* a bit for each code that was reported */
};

G_DEFINE_BOXED_TYPE (PlannerReport, planner_report, planner_report_ref, planner_report_unref)

static void
report_clear (PlannerReport *report)
{
  g_ptr_array_unref (report->problems);
}

/**
 * planner_problem_shorten:
 * @text: a text, which may end within a character
 *
 * Returns: (transfer full): valid UTF-8 of at most @max_chars characters; an ellipsis shows that it was cut
 */
char *
planner_problem_shorten (const char *text, guint max_chars)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *head = NULL;

  if (g_utf8_strlen (valid, -1) <= (glong) max_chars)
    return g_steal_pointer (&valid);
  head = g_utf8_substring (valid, 0, (glong) max_chars - 1);

  return g_strconcat (head, "…", NULL);
}

/**
 * planner_problem_new:
 * @where: (nullable): the place in the schedule; see #PlannerProblem
 * @message: an English sentence; a long sentence is shortened
 *
 * Returns: (transfer full): a problem without a value
 */
PlannerProblem *
planner_problem_new (PlannerSeverity severity,
                     const char *where,
                     PlannerProblemCode code,
                     const char *message)
{
  PlannerProblem *problem = g_new0 (PlannerProblem, 1);

  problem->severity = severity;
  problem->where = planner_problem_shorten (where ? where : "", PLANNER_PROBLEM_MAX_WHERE_CHARS);
  problem->code = code;
  problem->message = planner_problem_shorten (message, PLANNER_PROBLEM_MAX_WHERE_CHARS);

  return problem;
}

/**
 * planner_problem_new_for_value:
 * @where: (nullable): the place in the schedule; see #PlannerProblem
 * @value: the value, as in the schedule
 * @finding: what is wrong with the value, in English: "is not a time"
 * @made: what the reader did: "the time is to be announced"
 *
 * Returns: (transfer full): a problem whose message names the value
 */
PlannerProblem *
planner_problem_new_for_value (PlannerSeverity severity,
                               const char *where,
                               PlannerProblemCode code,
                               const char *value,
                               const char *finding,
                               const char *made)
{
  g_autofree char *shown = planner_problem_shorten (value, PLANNER_PROBLEM_MAX_VALUE_CHARS);
  g_autofree char *message = g_strdup_printf ("“%s” %s; %s.", shown, finding, made);
  PlannerProblem *problem = planner_problem_new (severity, where, code, message);

  problem->value = g_steal_pointer (&shown);
  problem->made = planner_problem_shorten (made, PLANNER_PROBLEM_MAX_WHERE_CHARS);

  return problem;
}

void
planner_problem_free (PlannerProblem *problem)
{
  g_free (problem->where);
  g_free (problem->value);
  g_free (problem->made);
  g_free (problem->message);
  g_free (problem);
}

PlannerReport *
planner_report_new (void)
{
  PlannerReport *report = g_atomic_rc_box_new0 (PlannerReport);

  report->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_problem_free);

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
 * @where: the place in the schedule; see #PlannerProblem
 * @format: a format string as in printf() for an English sentence
 *
 * Adds a problem.
 */
void
planner_report_add (PlannerReport *report,
                    PlannerSeverity severity,
                    const char *where,
                    PlannerProblemCode code,
                    const char *format,
                    ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  planner_report_take (report, planner_problem_new (severity, where, code, message));
}

/**
 * planner_report_add_value:
 *
 * Adds a problem with a value; see planner_problem_new_for_value().
 */
void
planner_report_add_value (PlannerReport *report,
                          PlannerSeverity severity,
                          const char *where,
                          PlannerProblemCode code,
                          const char *value,
                          const char *finding,
                          const char *made)
{
  planner_report_take (report, planner_problem_new_for_value (severity, where, code, value, finding, made));
}

/**
 * planner_report_drop:
 * @problem: (transfer full): a problem
 *
 * Counts a problem without keeping it.
 */
void
planner_report_drop (PlannerReport *report, PlannerProblem *problem)
{
  report->n_dropped++;
  report->codes |= G_GUINT64_CONSTANT (1) << problem->code;
  planner_problem_free (problem);
}

/**
 * planner_report_take:
 * @problem: (transfer full): a problem
 *
 * Adds a problem, or only counts it when the report is full.
 */
void
planner_report_take (PlannerReport *report, PlannerProblem *problem)
{
  report->codes |= G_GUINT64_CONSTANT (1) << problem->code;
  if (report->problems->len < PLANNER_REPORT_MAX_PROBLEMS)
    g_ptr_array_add (report->problems, problem);
  else
    planner_report_drop (report, problem);
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

/**
 * planner_report_has:
 *
 * Returns: whether a problem with this code was reported, even if the report does not keep it
 */
gboolean
planner_report_has (const PlannerReport *report, PlannerProblemCode code)
{
  return (report->codes >> code) & 1;
}

/**
 * planner_report_get_n_dropped:
 *
 * Returns: the number of problems that the report does not keep because it is full
 */
guint
planner_report_get_n_dropped (const PlannerReport *report)
{
  return report->n_dropped;
}

/**
 * planner_severity_to_string:
 *
 * Returns: the name of the severity for programs, which never changes
 */
const char *
planner_severity_to_string (PlannerSeverity severity)
{
  static const char *const names[] = { "note", "repaired", "skipped" };

  g_return_val_if_fail (severity < G_N_ELEMENTS (names), NULL);

  return names[severity];
}
