/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/ical/planner-feed-ical-lines.h"

#include <string.h>

#define MAX_LINE_BYTES (512 * 1024)
#define MAX_NAME 64

static gsize
measure_name (const char *p, const char *end)
{
  gsize n = 0;

  while (p + n < end && n < MAX_NAME && (g_ascii_isalnum (p[n]) || p[n] == '-' || p[n] == '_' || p[n] == '.'))
    n++;

  return n;
}

static gboolean
is_blank (const char *p, const char *end)
{
  for (; p < end; p++)
    if (*p != '\r' && *p != ' ' && *p != '\t')
      return FALSE;

  return TRUE;
}

static gboolean
has_lower_case (const char *p, const char *end)
{
  while (p < end && !g_ascii_islower (*p))
    p++;

  return p < end;
}

/* A line may even be folded within the name. */
static gboolean
looks_like_property (const PlannerIcalLines *self, const char *p, const char *end, const char *next)
{
  const gsize n = measure_name (p, end);

  if (n > 0 && p + n < end && (p[n] == ':' || p[n] == ';'))
    return TRUE;

  return n > 0 && is_blank (p + n, end) && next < self->end && *next == ' ' && !has_lower_case (p, p + n);
}

/* Returns: the end of the line that begins at @p, which is set to the beginning of the next */
static const char *
skip_line (PlannerIcalLines *self, const char **p)
{
  const char *end = memchr (*p, self->separator, (gsize) (self->end - *p));

  if (!end)
    {
      *p = self->end;
      return self->end;
    }
  *p = end + 1;

  return end;
}

/* Carriage returns within a line, or several at its end, are of no meaning. */
static void
append (PlannerIcalLines *self, const char *p, const char *end)
{
  if (self->text->len + (gsize) (end - p) > MAX_LINE_BYTES)
    {
      const gsize room = MAX_LINE_BYTES - MIN (self->text->len, MAX_LINE_BYTES);
      const char *last = g_utf8_find_prev_char (p, p + room + 1);

      self->n_cut++;
      end = last ? last : p;
    }
  while (p < end)
    {
      const char *next = memchr (p, '\r', (gsize) (end - p));

      g_string_append_len (self->text, p, (next ? next : end) - p);
      p = next ? next + 1 : end;
    }
}

/* Whether the line begins or ends a component, and so has no text to go on. */
static gboolean
is_bound (const PlannerIcalLines *self)
{
  return g_ascii_strncasecmp (self->text->str, "BEGIN:", 6) == 0 ||
         g_ascii_strncasecmp (self->text->str, "END:", 4) == 0;
}

void
planner_ical_lines_init (PlannerIcalLines *self, const char *text, gsize length, guint number)
{
  *self = (PlannerIcalLines) {
    .text = g_string_new (NULL),
    .p = text,
    .end = text + length,
    .separator = memchr (text, '\n', length) ? '\n' : '\r',
    .next_number = number,
  };
}

void
planner_ical_lines_clear (PlannerIcalLines *self)
{
  if (self->text)
    g_string_free (g_steal_pointer (&self->text), TRUE);
}

/**
 * planner_ical_lines_next:
 *
 * Goes to the next line that is not blank. What follows without a space before it, and is no property, belongs to the
 * line too: some programs write texts of several lines as they are.
 *
 * Returns: %FALSE at the end
 */
gboolean
planner_ical_lines_next (PlannerIcalLines *self)
{
  const char *begin, *end;

  g_string_truncate (self->text, 0);
  do
    {
      if (self->p >= self->end)
        return FALSE;
      begin = self->p;
      end = skip_line (self, &self->p);
      self->number = self->next_number++;
    }
  while (is_blank (begin, end));
  self->start = begin;
  append (self, begin, end);

  while (self->p < self->end)
    {
      const char *next = self->p;
      const gboolean folded = *next == ' ' || *next == '\t';

      begin = next;
      end = skip_line (self, &next);
      if (!folded && (is_blank (begin, end) || looks_like_property (self, begin, end, next)))
        break;
      self->p = next;
      self->next_number++;
      self->n_stray += !folded;
      if (folded)
        append (self, begin + 1, end);
      else if (!is_bound (self))
        {
          g_string_append (self->text, "\\n");
          append (self, begin, end);
        }
    }

  return TRUE;
}

/* Returns: (transfer full): the name of the property in upper case, empty where there is none, or something else follows */
char *
planner_ical_line_dup_name (const char *line)
{
  const gsize length = measure_name (line, line + strlen (line));

  return line[length] == ':' || line[length] == ';' ? g_ascii_strup (line, (gssize) length) : g_strdup ("");
}

/* Returns: (nullable): what is after the first colon outside quotation marks */
const char *
planner_ical_line_get_value (const char *line)
{
  gboolean quoted = FALSE;

  for (const char *p = line; *p; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (*p == ':' && !quoted)
        return p + 1;
    }

  return NULL;
}
