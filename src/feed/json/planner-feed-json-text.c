/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Prepares JSON text for the parser in one pass. It limits the depth, the number of values and the number of names with equal
 * hashes, so that hostile text cannot exhaust stack, memory or time. It finds out whether the text ends too early. It also
 * repairs what the parser would refuse or cut in strings: raw line breaks and tabs, \u0000, and halves of surrogate pairs.
 */

#include "feed/json/planner-feed-json-text.h"
#include "feed/json/planner-feed-json-names.h"
#include "model/planner-text-find.h"

#include <string.h>

#define MAX_DEPTH 200
#define MAX_CONTAINERS 500000
#define MAX_VALUES 2000000
#define SPACE " \t\r\n"
#define REPLACEMENT "\357\277\275"

typedef struct
{
  PlannerJsonText *result; /* borrowed */
  PlannerJsonNames *names; /* borrowed */
  const char *p;
  const char *end;
  const char *run; /* the text from here to p is not copied yet, or the whole text if there is no copy */
  const char *line_start;
  gssize line_growth; /* how many bytes repairs have added to this line so far */
  guint line;
  guint depth;
  guint n_containers;
  guint n_values;
} Scan;

static void
replace (Scan *scan, gsize length, const char *replacement)
{
  PlannerJsonText *result = scan->result;

  if (!result->repaired)
    result->repaired = g_string_sized_new (result->length + 64);
  g_string_append_len (result->repaired, scan->run, scan->p - scan->run);
  g_string_append (result->repaired, replacement);
  scan->line_growth += (gssize) strlen (replacement) - (gssize) length;
  scan->p += length;
  scan->run = scan->p;
}

static void
scan_escape (Scan *scan)
{
  const int unit = planner_json_read_escape (scan->p);
  int low;

  if (unit < 0)
    {
      scan->p += scan->p[1] ? 2 : 1;
      return;
    }
  if (unit >= 0xd800 && unit < 0xdc00)
    {
      low = planner_json_read_escape (scan->p + 6);
      if (low >= 0xdc00 && low < 0xe000)
        {
          scan->p += 12;
          return;
        }
    }
  if (unit == 0 || (unit >= 0xd800 && unit < 0xe000))
    {
      replace (scan, 6, "\\ufffd");
      scan->result->n_replaced++;
      return;
    }
  scan->p += 6;
}

/* Returns: the first character at or after @p that ends or changes a string */
static const char *
find_in_string (const char *p, const char *end)
{
  p = planner_text_find_special (p, end, '"', '\\');
  while ((guchar) *p < 0x20 && *p && !strchr ("\n\r\t", *p))
    p = planner_text_find_special (p + 1, end, '"', '\\');

  return p;
}

static void
scan_string (Scan *scan)
{
  scan->p++;
  for (;;)
    {
      scan->p = find_in_string (scan->p, scan->end);
      switch (*scan->p)
        {
        case '\0':
          scan->result->cut_off = TRUE;
          return;
        case '"':
          scan->p++;
          return;
        case '\\':
          scan_escape (scan);
          break;
        case '\n':
          replace (scan, 1, "\\n");
          break;
        case '\r':
          replace (scan, 1, "\\r");
          break;
        default:
          replace (scan, 1, "\\t");
        }
    }
}

/* A string before a colon is the name of a member. */
static void
scan_string_or_name (Scan *scan)
{
  const char *begin = scan->p + 1;
  const char *next;

  scan_string (scan);
  next = *scan->p == ':' ? scan->p : scan->p + strspn (scan->p, SPACE);
  if (*next == ':')
    planner_json_names_add (scan->names, begin, (gsize) (scan->p - begin - 1));
}

/* The parser reports the position of the token before the one it cannot read. */
static void
note_token (Scan *scan)
{
  scan->result->blamed_line = scan->result->last_line;
  scan->result->blamed_column = scan->result->last_column;
  scan->result->last_line = scan->line;
  scan->result->last_column = (guint) (scan->p - scan->line_start + scan->line_growth) + 1;
}

static const char *
skip_word (const char *p)
{
  while (g_ascii_isalnum (*p) || *p == '+' || *p == '-' || *p == '.')
    p++;

  return p;
}

static gboolean
scan_token (Scan *scan)
{
  const char *end;

  switch (*scan->p)
    {
    case '\n':
      scan->line++;
      scan->p++;
      scan->line_start = scan->p;
      scan->line_growth = 0;
      return TRUE;
    case ' ':
    case '\t':
    case '\r':
      scan->p += strspn (scan->p, " \t\r");
      return TRUE;
    case '"':
      note_token (scan);
      scan_string_or_name (scan);
      return TRUE;
    case '{':
      planner_json_names_open (scan->names);
      G_GNUC_FALLTHROUGH;
    case '[':
      note_token (scan);
      scan->p++;
      return ++scan->depth <= MAX_DEPTH && ++scan->n_containers <= MAX_CONTAINERS;
    case '}':
      scan->result->collides |= !planner_json_names_close (scan->names);
      G_GNUC_FALLTHROUGH;
    case ']':
      scan->depth -= scan->depth > 0;
      break;
    case ',':
      scan->n_values++;
      break;
    default:
      if (strncmp (scan->p, REPLACEMENT, strlen (REPLACEMENT)) == 0)
        {
          replace (scan, strlen (REPLACEMENT), " ");
          return TRUE;
        }
    }
  note_token (scan);
  end = skip_word (scan->p);
  scan->p = MAX (end, scan->p + 1);

  return scan->n_values <= MAX_VALUES;
}

/**
 * planner_json_text_init:
 * @self: (out): free it with planner_json_text_clear()
 * @text: valid UTF-8, which must outlive @self
 *
 * Prepares @text for the parser.
 */
void
planner_json_text_init (PlannerJsonText *self, const char *text)
{
  g_auto (PlannerJsonNames) names = { 0 };
  const gsize length = strlen (text);
  Scan scan = {
    .result = self,
    .names = &names,
    .p = text,
    .end = text + length,
    .run = text,
    .line_start = text,
    .line = 1,
  };

  planner_json_names_init (&names);
  *self = (PlannerJsonText) { .text = text, .length = length };
  while (*scan.p && !self->too_large && !self->collides)
    self->too_large = !scan_token (&scan);
  self->collides |= !planner_json_names_close_all (&names);
  self->cut_off |= scan.depth > 0;
  if (!self->repaired)
    return;

  g_string_append_len (self->repaired, scan.run, scan.p - scan.run);
  self->text = self->repaired->str;
  self->length = self->repaired->len;
}

void
planner_json_text_clear (PlannerJsonText *self)
{
  if (self->repaired)
    g_string_free (g_steal_pointer (&self->repaired), TRUE);
}
