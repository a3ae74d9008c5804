/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/ical/planner-feed-ical-lines.h"

#include <string.h>

#define MAX_LINE_BYTES (512 * 1024)
#define MAX_NAME 64

/* Properties whose values are no text, so that no line without a name can continue them. */
static const char *const typed_names[] = {
  "BEGIN",    "CLASS", "COMPLETED",     "CREATED",       "DTEND", "DTSTAMP",  "DTSTART",
  "DURATION", "END",   "EXDATE",        "EXRULE",        "GEO",   "METHOD",   "PRIORITY",
  "PRODID",   "RDATE", "LAST-MODIFIED", "RECURRENCE-ID", "RRULE", "SEQUENCE", "STATUS",
  "TRANSP",   "TZID",  "TZOFFSETFROM",  "TZOFFSETTO",    "UID",   "VERSION",  NULL,
};

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

/* Accepts "DTSTART ;" too, and a name that is folded before it ends. */
static gboolean
looks_like_property (const PlannerIcalLines *self, const char *p, const char *end, const char *next)
{
  const gsize n = measure_name (p, end);
  const char *after = p + n;

  if (n > 0 && after < end && (*after == ':' || *after == ';'))
    return TRUE;
  if (n == 0 || has_lower_case (p, after))
    return FALSE;
  while (after < end && *after == ' ')
    after++;

  return after < end && (*after == ':' || *after == ';')
             ? TRUE
             : is_blank (after, end) && next < self->end && *next == ' ';
}

/* Some calendars stand in an HTML comment. */
static gboolean
is_end_of_comment (const char *p, const char *end)
{
  return end - p >= 3 && memcmp (p, "-->", 3) == 0;
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

/* Leaves out carriage returns within a line and at its end, because they have no meaning. */
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

/**
 * planner_ical_line_dup_name:
 *
 * Returns: (transfer full): the name of the property in upper case; empty where the line is not one
 */
char *
planner_ical_line_dup_name (const char *line)
{
  const gsize length = measure_name (line, line + strnlen (line, MAX_NAME));
  const char *after = line + length + strspn (line + length, " ");

  return *after == ':' || *after == ';' ? g_ascii_strup (line, (gssize) length) : g_strdup ("");
}

static gboolean
has_text (const PlannerIcalLines *self)
{
  g_autofree char *name = planner_ical_line_dup_name (self->text->str);

  return *name && !g_strv_contains (typed_names, name);
}

/* Returns: the colon after the parameters, outside quotation marks, or the end of the line */
static const char *
find_colon (const char *line)
{
  gboolean quoted = FALSE;

  for (; *line && (quoted || *line != ':'); line++)
    if (*line == '"')
      quoted = !quoted;

  return line;
}

/* Removes the spaces around the delimiters of the parameters: "DTSTART; TZID = Europe/Berlin :20270705T110000". */
static void
remove_spaces (GString *line)
{
  const char *colon = find_colon (line->str);
  g_autoptr (GString) head = g_string_new (NULL);
  gboolean quoted = FALSE;

  if (!*colon || !memchr (line->str, ' ', (gsize) (colon - line->str)))
    return;
  for (const char *p = line->str; p <= colon; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      if (!quoted && strchr (";=:", *p))
        while (head->len > 0 && head->str[head->len - 1] == ' ')
          g_string_truncate (head, head->len - 1);
      if (quoted || *p != ' ' || (head->len > 0 && !strchr (";=", head->str[head->len - 1])))
        g_string_append_c (head, *p);
    }
  g_string_erase (line, 0, colon + 1 - line->str);
  g_string_prepend_len (line, head->str, (gssize) head->len);
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
 * Goes to the next line that is not blank. Some programs do not fold the lines of a text: a line that is no property
 * continues the text before it, and is left out after any other value.
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
      if (folded)
        append (self, begin + 1, end);
      else if (has_text (self))
        {
          self->n_stray++;
          g_string_append (self->text, "\\n");
          append (self, begin, end);
        }
      else
        self->n_bad += !is_end_of_comment (begin, end);
    }
  remove_spaces (self->text);

  return TRUE;
}

/**
 * planner_ical_line_get_value:
 *
 * Returns: (nullable): the value after the first colon outside quotation marks
 */
const char *
planner_ical_line_get_value (const char *line)
{
  const char *colon = find_colon (line);

  return *colon ? colon + 1 : NULL;
}

/**
 * planner_ical_line_dup_parameter:
 * @name: in upper case
 *
 * Returns: (nullable) (transfer full): the value of a parameter, without quotation marks
 */
char *
planner_ical_line_dup_parameter (const char *line, const char *name)
{
  const char *const end = find_colon (line);
  const gsize length = strlen (name);
  gboolean quoted = FALSE;

  for (const char *p = line; p < end; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      if (quoted || *p != ';' || g_ascii_strncasecmp (p + 1, name, length) != 0 || p[length + 1] != '=')
        continue;
      p += length + 2;
      if (*p == '"')
        return g_strndup (p + 1, strcspn (p + 1, "\""));

      return g_strndup (p, MIN (strcspn (p, ";:"), (gsize) (end - p)));
    }

  return NULL;
}
