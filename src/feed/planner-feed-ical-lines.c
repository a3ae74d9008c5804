/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "planner-feed-ical-lines.h"

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
looks_like_property (const char *p, const char *end)
{
  const gsize n = measure_name (p, end);

  return n > 0 && p + n < end && (p[n] == ':' || p[n] == ';');
}

static gboolean
is_blank (const char *p, const char *end)
{
  for (; p < end; p++)
    if (*p != '\r' && *p != ' ' && *p != '\t')
      return FALSE;

  return TRUE;
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
      if (!folded && (is_blank (begin, end) || looks_like_property (begin, end)))
        break;
      if (!folded)
        {
          g_string_append (self->text, "\\n");
          self->n_stray++;
        }
      append (self, begin + (folded ? 1 : 0), end);
      self->p = next;
      self->next_number++;
    }

  return TRUE;
}

/* Returns: (transfer full): the name of the property in upper case, empty where there is none */
char *
planner_ical_line_dup_name (const char *line)
{
  return g_ascii_strup (line, (gssize) measure_name (line, line + strlen (line)));
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
