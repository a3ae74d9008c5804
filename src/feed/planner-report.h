/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/planner-problem-code.h"
#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PlannerSeverity:
 * @PLANNER_SEVERITY_NOTE: nothing is lost
 * @PLANNER_SEVERITY_REPAIRED: the reader changed something, perhaps not as it was meant
 * @PLANNER_SEVERITY_SKIPPED: the reader left something out
 */
typedef enum
{
  PLANNER_SEVERITY_NOTE,
  PLANNER_SEVERITY_REPAIRED,
  PLANNER_SEVERITY_SKIPPED,
} PlannerSeverity;

/**
 * PlannerProblem:
 * @where: the place in the schedule. In JSON a JSONPath (RFC 9535), "$.schedule.conference.days[0].rooms['Saal 1'][3].start";
 *   in XML the line, the percent-encoded id or guid of the event and the element, "line 542 event 123/start", or "line 7
 *   conference"; in iCalendar "line 12 UID abc/DTSTART". A fault in the text itself is at "line 542 column 18". "$" stands for
 *   the whole schedule
 * @code: the kind of problem
 * @value: (nullable): the value in the schedule, perhaps shortened
 * @made: (nullable): what the reader did, in English, without a full stop
 * @message: an English sentence for organizers that says what is wrong and what the reader did
 */
typedef struct
{
  PlannerSeverity severity;
  char *where;
  PlannerProblemCode code;
  char *value;
  char *made;
  char *message;
} PlannerProblem;

#define PLANNER_PROBLEM_MAX_VALUE_CHARS 100
#define PLANNER_PROBLEM_MAX_WHERE_CHARS 500

PlannerProblem *planner_problem_new (PlannerSeverity severity,
                                     const char *where,
                                     PlannerProblemCode code,
                                     const char *message);
PlannerProblem *planner_problem_new_for_value (PlannerSeverity severity,
                                               const char *where,
                                               PlannerProblemCode code,
                                               const char *value,
                                               const char *finding,
                                               const char *made);
char *planner_problem_shorten (const char *text, guint max_chars);
void planner_problem_free (PlannerProblem *problem);

/**
 * PlannerReport:
 *
 * The problems that a reader found in a schedule, in the order of the schedule. A report keeps at most
 * %PLANNER_REPORT_MAX_PROBLEMS of them, and counts the others.
 */
typedef struct _PlannerReport PlannerReport;

#define PLANNER_REPORT_MAX_PROBLEMS 2000
#define PLANNER_TYPE_REPORT (planner_report_get_type ())

GType planner_report_get_type (void);

PlannerReport *planner_report_new (void);
PlannerReport *planner_report_ref (PlannerReport *report);
void planner_report_unref (PlannerReport *report);

void planner_report_add (PlannerReport *report,
                         PlannerSeverity severity,
                         const char *where,
                         PlannerProblemCode code,
                         const char *format,
                         ...) G_GNUC_PRINTF (5, 6);
void planner_report_add_value (PlannerReport *report,
                               PlannerSeverity severity,
                               const char *where,
                               PlannerProblemCode code,
                               const char *value,
                               const char *finding,
                               const char *made);
void planner_report_take (PlannerReport *report, PlannerProblem *problem);
void planner_report_drop (PlannerReport *report, PlannerProblem *problem);
guint planner_report_get_n_problems (const PlannerReport *report);
const PlannerProblem *planner_report_get_problem (const PlannerReport *report, guint index);
gboolean planner_report_has (const PlannerReport *report, PlannerProblemCode code);
guint planner_report_get_n_dropped (const PlannerReport *report);
const char *planner_severity_to_string (PlannerSeverity severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerProblem, planner_problem_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerReport, planner_report_unref)

G_END_DECLS
