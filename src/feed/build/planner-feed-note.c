/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Adds problems with a value to the session that is being read, or to the report. */

#include "feed/build/planner-feed-note.h"

/* The place of a session is short already. Other places are shortened by planner_problem_new(). */
static char *
make_where (const PlannerPlace *place, const char *member)
{
  const char *where = place->draft ? place->draft->where : place->where;

  return member ? g_strconcat (where, *where == '$' ? "." : "/", member, NULL) : g_strdup (where);
}

static gboolean
is_noted (const PlannerPlace *place, PlannerProblemCode code)
{
  const GPtrArray *problems = place->draft ? place->draft->problems : NULL;

  for (guint i = 0; problems && i < problems->len; i++)
    if (((const PlannerProblem *) g_ptr_array_index (problems, i))->code == code)
      return TRUE;

  return FALSE;
}

/* A draft keeps its problems until the end, so that the report has them in the order of the schedule. */
static void
take_problem (const PlannerPlace *place, const char *where, PlannerProblem *problem)
{
  PlannerDraftSession *draft = place->draft;

  if (!draft)
    planner_report_take (place->report, problem);
  else if (++*draft->n_noted > PLANNER_REPORT_MAX_PROBLEMS)
    planner_report_drop (draft->report, problem);
  else
    {
      g_set_str (&problem->where, where);
      if (!draft->problems)
        draft->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_problem_free);
      g_ptr_array_add (draft->problems, problem);
    }
}

/**
 * planner_place_note:
 * @member: (nullable): the member of the place that has the problem
 * @code: the code of the problem; a second problem of a session with the same code is left out
 * @format: a format string as in printf() for an English sentence
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
  g_autofree char *where = NULL, *message = NULL;
  va_list arguments;

  if (is_noted (place, code))
    return;
  where = make_where (place, member);
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  take_problem (place, where, planner_problem_new (severity, where, code, message));
}

/**
 * planner_place_note_value:
 * @member: (nullable): the member of the place that has the problem
 * @code: the code of the problem; a second problem of a session with the same code is left out
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

  if (is_noted (place, code))
    return;
  where = make_where (place, member);
  take_problem (place, where, planner_problem_new_for_value (severity, where, code, value, finding, made));
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
 * Calls planner_feed_parse_color(), and adds a problem when @text is not a color.
 *
 * Returns: (nullable) (transfer full): the color, or %NULL
 */
char *
planner_place_parse_color (const PlannerPlace *place, const char *text)
{
  char *color = planner_feed_parse_color (text);

  if (text && !color)
    planner_place_note_value (place, PLANNER_SEVERITY_SKIPPED, "color", PLANNER_PROBLEM_BAD_COLOR, text,
                              "is no color such as #1e66f5", "it is left out");

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
