/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Adds problems with a value to the session that is being read, or to the report. */

#include "feed/build/planner-feed-note.h"

static char *
make_where (const char *where, const char *member)
{
  return member ? g_strconcat (where, *where == '$' ? "." : "/", member, NULL) : g_strdup (where);
}

static gboolean
has_problem (const PlannerDraftSession *draft, PlannerProblemCode code)
{
  for (guint i = 0; draft->problems && i < draft->problems->len; i++)
    if (((const PlannerProblem *) g_ptr_array_index (draft->problems, i))->code == code)
      return TRUE;

  return FALSE;
}

/* A draft keeps its problems until the end, so that the report has them in the order of the schedule. */
static void
take_problem (PlannerDraftSession *draft, const char *member, PlannerProblem *problem)
{
  if (++*draft->n_noted > PLANNER_REPORT_MAX_PROBLEMS)
    {
      planner_report_drop (draft->report, problem);
      return;
    }
  if (member)
    {
      g_free (problem->where);
      problem->where = make_where (draft->where, member);
    }
  if (!draft->problems)
    draft->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_problem_free);
  g_ptr_array_add (draft->problems, problem);
}

G_GNUC_PRINTF (5, 0)
static void
note_in_draft (PlannerDraftSession *draft,
               PlannerSeverity severity,
               const char *member,
               PlannerProblemCode code,
               const char *format,
               va_list arguments)
{
  g_autofree char *message = NULL;

  if (has_problem (draft, code))
    return;
  message = g_strdup_vprintf (format, arguments);
  take_problem (draft, member, planner_problem_new (severity, draft->where, code, message));
}

/**
 * planner_draft_note:
 * @member: (nullable): the member of the session that has the problem
 * @code: the code of the problem; a second problem of a session with the same code is left out
 *
 * Adds a problem to a session.
 */
void
planner_draft_note (PlannerDraftSession *draft,
                    PlannerSeverity severity,
                    const char *member,
                    PlannerProblemCode code,
                    const char *format,
                    ...)
{
  va_list arguments;

  va_start (arguments, format);
  note_in_draft (draft, severity, member, code, format, arguments);
  va_end (arguments);
}

/**
 * planner_draft_note_value:
 * @member: (nullable): the member of the session that has the problem
 * @code: the code of the problem; a second problem of a session with the same code is left out
 *
 * Adds a problem with a value to a session; see planner_problem_new_for_value().
 */
void
planner_draft_note_value (PlannerDraftSession *draft,
                          PlannerSeverity severity,
                          const char *member,
                          PlannerProblemCode code,
                          const char *value,
                          const char *finding,
                          const char *made)
{
  if (!has_problem (draft, code))
    take_problem (draft, member,
                  planner_problem_new_for_value (severity, draft->where, code, value, finding, made));
}

G_GNUC_PRINTF (5, 0)
static void
note_in_report (const PlannerPlace *place,
                PlannerSeverity severity,
                const char *member,
                PlannerProblemCode code,
                const char *format,
                va_list arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  g_autofree char *where = make_where (place->where, member);

  planner_report_take (place->report, planner_problem_new (severity, where, code, message));
}

/**
 * planner_place_note:
 * @member: (nullable): the member of the place that has the problem
 *
 * Adds a problem.
 */
void
planner_place_note (const PlannerPlace *place,
                    PlannerSeverity severity,
                    const char *member,
                    PlannerProblemCode code,
                    const char *format,
                    ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (place->draft)
    note_in_draft (place->draft, severity, member, code, format, arguments);
  else
    note_in_report (place, severity, member, code, format, arguments);
  va_end (arguments);
}

/**
 * planner_place_note_value:
 * @member: (nullable): the member of the place that has the problem
 *
 * Adds a problem with a value; see planner_problem_new_for_value().
 */
void
planner_place_note_value (const PlannerPlace *place,
                          PlannerSeverity severity,
                          const char *member,
                          PlannerProblemCode code,
                          const char *value,
                          const char *finding,
                          const char *made)
{
  g_autofree char *where = NULL;

  if (place->draft)
    {
      planner_draft_note_value (place->draft, severity, member, code, value, finding, made);
      return;
    }
  where = make_where (place->where, member);
  planner_report_add_value (place->report, severity, where, code, value, finding, made);
}

/**
 * planner_place_clean:
 * @text: (nullable): as in the schedule
 * @member: (nullable): the member of the place that has the text
 *
 * Calls planner_feed_clean_text(), and adds a problem when the text had to be changed.
 *
 * Returns: (nullable) (transfer full): clean text, or %NULL when there is none
 */
char *
planner_place_clean (const PlannerPlace *place, const char *text, const char *member, PlannerTextKind kind)
{
  gboolean replaced = FALSE, cut = FALSE;
  char *clean = planner_feed_clean_text (text, kind, &replaced, &cut);

  if (replaced)
    planner_place_note (place, PLANNER_SEVERITY_REPAIRED, member, PLANNER_PROBLEM_CONTROL_CHARACTER,
                        "Control characters were replaced.");
  if (cut)
    planner_place_note (place, PLANNER_SEVERITY_REPAIRED, member, PLANNER_PROBLEM_LONG_TEXT,
                        "The text is too long; it was cut.");

  return clean;
}

/**
 * planner_place_parse_color:
 * @text: (nullable): as in the schedule
 *
 * Calls planner_feed_parse_color(), and adds a problem when @text is not a colour.
 *
 * Returns: (nullable) (transfer full): the colour, or %NULL
 */
char *
planner_place_parse_color (const PlannerPlace *place, const char *text)
{
  char *color = planner_feed_parse_color (text);

  if (text && !color)
    planner_place_note_value (place, PLANNER_SEVERITY_SKIPPED, "color", PLANNER_PROBLEM_BAD_COLOR, text,
                              "is no colour such as #1e66f5", "it is left out");

  return color;
}

/**
 * planner_place_is_language:
 * @name: (nullable): as in the schedule
 * @member: (nullable): the member of the place that has the name
 *
 * Calls planner_feed_is_language(), and adds a problem when @name is not a language.
 *
 * Returns: whether @name is a language
 */
gboolean
planner_place_is_language (const PlannerPlace *place, const char *name, const char *member)
{
  const gboolean is_language = name && planner_feed_is_language (name);

  if (name && !is_language)
    planner_place_note_value (place, PLANNER_SEVERITY_SKIPPED, member, PLANNER_PROBLEM_BAD_LANGUAGE, name,
                              "is no language such as en or zh_CN", "it is left out");

  return is_language;
}
