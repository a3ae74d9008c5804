/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Scans XML text once before libxml2 parses it. The scan limits the depth and the number of elements, finds out whether the
 * text is cut off, and removes the prolog, so that the parser never sees a DTD. It also repairs faults: a stray "<" or "&",
 * HTML entities, elements that are not closed, and attributes without quotation marks.
 *
 * libxml2 has a recovery mode, but it loses sessions and text. Of the 21 faults in the table of test-feed-xml-faults.c,
 * libxml2 2.15.4 recovers 7 with both sessions and their texts. It drops a stray "&" and control characters. After an
 * element that is not closed, it puts all following sessions into the faulty one.
 */

#include "feed/xml/planner-feed-xml-text.h"
#include "feed/xml/planner-feed-xml-prolog.h"
#include "feed/xml/planner-feed-xml-tag.h"

#include <string.h>

#define MAX_DEPTH 100
#define MAX_ELEMENTS 4000000
#define MAX_FAULTS 100
#define SPACE " \t\r\n"

typedef struct
{
  PlannerXmlText *result; /* borrowed */
  PlannerReport *report;  /* borrowed */
  const char *p;
  const char *run;        /* the text from here to p is not copied yet */
  const char *counted;    /* lines are counted up to here */
  const char *line_start; /* of the line that @counted is in */
  guint line;
  GArray *open;     /* borrowed, of PlannerXmlSpan: the elements around p */
  GHashTable *html; /* borrowed */
  guint n_elements;
  guint n_faults;
  gboolean ended; /* the root is closed */
} Scan;

/* Counts lines only up to a fault, and each line once. */
static guint
find_line (Scan *scan, const char *at)
{
  const char *feed;

  while ((feed = memchr (scan->counted, '\n', (gsize) (at - scan->counted))))
    {
      scan->line++;
      scan->counted = scan->line_start = feed + 1;
    }
  scan->counted = at;

  return scan->line;
}

static guint
find_column (const Scan *scan, const char *at)
{
  return (guint) g_utf8_pointer_to_offset (scan->line_start, at) + 1;
}

static void
note_fault (Scan *scan, PlannerSeverity severity, PlannerProblemCode code, const char *message)
{
  g_autofree char *where = NULL;

  if (++scan->n_faults > MAX_FAULTS)
    return;
  where = g_strdup_printf ("line %u column %u", find_line (scan, scan->p), find_column (scan, scan->p));
  planner_report_add (scan->report, severity, where, code, "%s", message);
}

static void
replace (Scan *scan, gsize length, const char *replacement)
{
  g_string_append_len (scan->result->text, scan->run, scan->p - scan->run);
  g_string_append (scan->result->text, replacement);
  scan->p += length;
  scan->run = scan->p;
}

/* Writes spaces, so that lines and columns of the rest stay the same. */
static void
blank (Scan *scan, const char *end)
{
  replace (scan, 0, "");
  for (; scan->p < end; scan->p++)
    g_string_append_c (scan->result->text, *scan->p == '\n' ? '\n' : ' ');
  scan->run = scan->p;
}

/* Writes a comment, so that the lines of the rest stay the same and no space comes into a text. */
static void
drop (Scan *scan, const char *end)
{
  replace (scan, 0, "<!--");
  for (; scan->p < end; scan->p++)
    if (*scan->p == '\n')
      g_string_append_c (scan->result->text, '\n');
  g_string_append (scan->result->text, "-->");
  scan->run = scan->p;
}

static gboolean
is_named (const PlannerXmlSpan *name, const char *local)
{
  const gsize length = strlen (local);
  const char *const start = name->start + name->length - length;

  return name->length >= length && memcmp (start, local, length) == 0 &&
         (name->length == length || start[-1] == ':');
}

static gboolean
are_equal (const PlannerXmlSpan *a, const PlannerXmlSpan *b)
{
  return a->length == b->length && memcmp (a->start, b->start, a->length) == 0;
}

static void
close_last (Scan *scan)
{
  const PlannerXmlSpan *name = &g_array_index (scan->open, PlannerXmlSpan, scan->open->len - 1);
  g_autofree char *copy = g_strndup (name->start, MIN (name->length, 100));
  g_autofree char *tag = g_strdup_printf ("</%.*s>", (int) name->length, name->start);
  g_autofree char *message = g_strdup_printf ("“%s” is not closed; it ends here.", copy);

  note_fault (scan, PLANNER_SEVERITY_REPAIRED, PLANNER_PROBLEM_UNCLOSED_ELEMENT, message);
  replace (scan, 0, tag);
  g_array_set_size (scan->open, scan->open->len - 1);
}

static gboolean
is_in_event (const Scan *scan)
{
  return scan->open->len > 0 &&
         is_named (&g_array_index (scan->open, PlannerXmlSpan, scan->open->len - 1), "event");
}

/* HTML never closes <br>, but <br></br> is valid XML. */
static gboolean
is_never_closed (const PlannerXmlTag *tag)
{
  static const char *const names[] = { "br", "hr", "img" };

  for (guint i = 0; i < G_N_ELEMENTS (names) && !tag->is_empty; i++)
    if (tag->name.length == strlen (names[i]) &&
        g_ascii_strncasecmp (tag->name.start, names[i], tag->name.length) == 0)
      return !planner_xml_starts_with (tag->end, "</");

  return FALSE;
}

static void
begin_event (Scan *scan)
{
  const guint line = find_line (scan, scan->p);

  if (is_in_event (scan))
    close_last (scan);
  g_array_append_val (scan->result->event_lines, line);
}

static void
scan_start_tag (Scan *scan)
{
  PlannerXmlTag tag;

  planner_xml_tag_parse (&tag, scan->html, scan->p);
  if (!tag.end)
    {
      note_fault (scan, PLANNER_SEVERITY_REPAIRED, PLANNER_PROBLEM_STRAY_CHARACTER,
                  "“<” begins no tag; it is read as text.");
      replace (scan, 1, "&lt;");
      return;
    }
  if (is_never_closed (&tag))
    {
      tag.is_empty = TRUE;
      tag.is_clean = FALSE;
    }
  if (is_named (&tag.name, "event"))
    begin_event (scan);
  if (tag.is_clean)
    scan->p = tag.end;
  else
    {
      g_autofree char *clean = planner_xml_tag_to_string (&tag);

      note_fault (scan, PLANNER_SEVERITY_REPAIRED, PLANNER_PROBLEM_BAD_TAG,
                  "This tag is not well-formed; it was repaired.");
      replace (scan, (gsize) (tag.end - scan->p), clean);
    }
  if (!tag.is_empty)
    g_array_append_val (scan->open, tag.name);
  scan->ended = scan->open->len == 0;
  scan->result->too_large = ++scan->n_elements > MAX_ELEMENTS || scan->open->len > MAX_DEPTH;
}

static void
scan_end_tag (Scan *scan)
{
  const PlannerXmlSpan name = { scan->p + 2, planner_xml_measure_name (scan->p + 2) };
  const char *const last = name.start + name.length;
  const char *const end = last + strcspn (last, "<>");
  guint depth = scan->open->len;

  if (*end != '>')
    {
      note_fault (scan, PLANNER_SEVERITY_REPAIRED, PLANNER_PROBLEM_STRAY_CHARACTER,
                  "“<” begins no tag; it is read as text.");
      replace (scan, 1, "&lt;");
      return;
    }
  while (depth > 0 && !are_equal (&g_array_index (scan->open, PlannerXmlSpan, depth - 1), &name))
    depth--;
  if (depth == 0)
    {
      note_fault (scan, PLANNER_SEVERITY_SKIPPED, PLANNER_PROBLEM_STRAY_END_TAG,
                  "Nothing is open that this tag closes.");
      drop (scan, end + 1);
      return;
    }
  while (scan->open->len > depth)
    close_last (scan);
  if (strspn (last, SPACE) != (gsize) (end - last))
    {
      scan->p = last;
      blank (scan, end);
    }
  scan->p = end + 1;
  g_array_set_size (scan->open, depth - 1);
  scan->ended = depth == 1;
}

static void
scan_reference (Scan *scan)
{
  char replacement[8];
  const gsize length = planner_xml_read_reference (scan->html, scan->p, replacement);

  if (!*replacement)
    {
      scan->p += length;
      return;
    }
  note_fault (scan, PLANNER_SEVERITY_REPAIRED, PLANNER_PROBLEM_BAD_REFERENCE,
              length == 1 ? "“&” stands for itself; it should be “&amp;”."
                          : "This reference stands for no character of XML; it was replaced.");
  replace (scan, length, replacement);
}

static void
skip_markup (Scan *scan, const char *delimiter, gboolean is_text)
{
  const char *end = planner_xml_skip_past (scan->p, delimiter);

  if (!end)
    end = scan->p + strlen (scan->p);
  if (is_text)
    scan->p = end;
  else
    drop (scan, end);
}

static void
scan_markup (Scan *scan)
{
  if (planner_xml_starts_with (scan->p, "<![CDATA["))
    skip_markup (scan, "]]>", TRUE);
  else if (planner_xml_starts_with (scan->p, "<!--"))
    skip_markup (scan, "-->", FALSE);
  else if (scan->p[1] == '?')
    skip_markup (scan, "?>", FALSE);
  else if (planner_xml_measure_name (scan->p + 1) > 0)
    scan_start_tag (scan);
  else if (scan->p[1] == '/' && planner_xml_measure_name (scan->p + 2) > 0)
    scan_end_tag (scan);
  else
    {
      note_fault (scan, PLANNER_SEVERITY_REPAIRED, PLANNER_PROBLEM_STRAY_CHARACTER,
                  "“<” begins no tag; it is read as text.");
      replace (scan, 1, "&lt;");
    }
}

static void
scan_elements (Scan *scan)
{
  while (!scan->ended && !scan->result->too_large)
    {
      scan->p += strcspn (scan->p, "<&]");
      if (!*scan->p)
        break;
      if (*scan->p == '<')
        scan_markup (scan);
      else if (*scan->p == '&')
        scan_reference (scan);
      else if (planner_xml_starts_with (scan->p, "]]>"))
        replace (scan, 3, "]]&gt;");
      else
        scan->p++;
    }
  replace (scan, 0, "");
}

static void
scan_rest (Scan *scan)
{
  const char *const rest = scan->p + strspn (scan->p, SPACE);
  const char *entity;
  const char *const after = planner_xml_skip_prolog (rest, &entity);

  scan->p = rest;
  if (scan->ended && after && *after)
    note_fault (scan, PLANNER_SEVERITY_SKIPPED, PLANNER_PROBLEM_AFTER_END,
                "The schedule has ended; what follows is left out.");
  if (scan->n_faults > MAX_FAULTS)
    planner_report_add (scan->report, PLANNER_SEVERITY_REPAIRED, "$", PLANNER_PROBLEM_MORE_FAULTS,
                        "%u more faults like these were repaired.", scan->n_faults - MAX_FAULTS);
}

/* Replaces U+FFFE and U+FFFF by U+FFFD, which has the same length. */
static void
replace_noncharacters (GString *text)
{
  for (char *p = strchr (text->str, '\xef'); p; p = strchr (p + 3, '\xef'))
    if (p[1] == '\xbf' && (guchar) p[2] >= 0xbe)
      p[2] = '\xbd';
}

/* Returns: whether the text ends before the name of the root element is complete */
static gboolean
ends_before_root (const char *p)
{
  return !p || !*p || (*p == '<' && !p[1 + planner_xml_measure_name (p + 1)]);
}

/**
 * planner_xml_text_init:
 * @self: (out caller-allocates): the repaired text; free it with planner_xml_text_clear()
 * @text: valid UTF-8
 * @report: takes a problem for each of the first %MAX_FAULTS faults
 */
void
planner_xml_text_init (PlannerXmlText *self, const char *text, PlannerReport *report)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (PlannerXmlSpan));
  g_autoptr (GHashTable) html = planner_xml_references_new ();
  Scan scan = { self, report, text, text, text, text, 1, open, html };
  const char *entity;
  const char *const start = planner_xml_skip_prolog (text, &entity);
  const char *const end = text + strlen (text);

  *self = (PlannerXmlText) { .root = planner_xml_dup_root (start) };
  self->event_lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->text = g_string_sized_new (self->root ? (gsize) (end - text) + 64 : 0);
  self->cut_off = ends_before_root (start);
  if (entity)
    {
      self->entity_line = find_line (&scan, entity);
      self->entity_column = find_column (&scan, entity);
      return;
    }
  if (self->root)
    {
      blank (&scan, start);
      scan_elements (&scan);
      self->cut_off = !scan.ended && !self->too_large;
      scan_rest (&scan);
      replace_noncharacters (self->text);
    }
  self->last_line = find_line (&scan, end);
}

void
planner_xml_text_clear (PlannerXmlText *self)
{
  if (self->text)
    g_string_free (g_steal_pointer (&self->text), TRUE);
  g_clear_pointer (&self->root, g_free);
  g_clear_pointer (&self->event_lines, g_array_unref);
}
