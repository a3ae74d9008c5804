/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Parses start tags and character references that may not be well-formed. */

#include "feed/xml/planner-feed-xml-tag.h"
#include "model/planner-string-table.h"
#include "text/planner-rich-html.h"
#include "text/planner-rich-tags.h"

#include <string.h>

#define REPLACEMENT "\357\277\275"
#define MAX_HTML_NAMES 4096 /* HTML defines 2,125 names */
#define SPACE " \t\r\n"

/* Unlike g_str_has_prefix(), this does not measure the whole text. */
gboolean
planner_xml_starts_with (const char *p, const char *beginning)
{
  return strncmp (p, beginning, strlen (beginning)) == 0;
}

/* No schedule uses names with other characters than ASCII. strspn() would take a tenth of the time of reading a schedule. */
gsize
planner_xml_measure_name (const char *p)
{
  gsize length = 0;

  if (!g_ascii_isalpha (*p) && *p != '_')
    return 0;
  while (g_ascii_isalnum (p[length]) || p[length] == '_' || p[length] == '-' || p[length] == '.' ||
         p[length] == ':')
    length++;

  return length;
}

/* XML 1.0, section 2.2 */
static gboolean
is_xml_char (guint64 c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) ||
         (c >= 0x10000 && c <= 0x10ffff);
}

/* Returns: the length of a number such as "#160;" or "#xa0;", or 0 */
static gsize
measure_number (const char *p, guint64 *c)
{
  const gboolean hexadecimal = p[1] == 'x';
  const char *const digits = p + (hexadecimal ? 2 : 1);
  const gsize n = strspn (digits, hexadecimal ? "0123456789abcdefABCDEF" : "0123456789");

  if (n == 0 || digits[n] != ';')
    return 0;
  *c = g_ascii_strtoull (digits, NULL, hexadecimal ? 16 : 10);

  return (gsize) (digits + n + 1 - p);
}

/* libxml2 takes some 10 µs for a reference, so each name is decoded once. Unknown names give 0. */
static gunichar
decode_html_reference (GHashTable *html, const char *p, gsize length)
{
  g_autofree char *name = g_strndup (p, length);
  g_autofree char *decoded = NULL;
  gpointer known = NULL;
  gunichar c;

  if (g_hash_table_lookup_extended (html, name, NULL, &known) || g_hash_table_size (html) >= MAX_HTML_NAMES)
    return GPOINTER_TO_UINT (known);

  decoded = planner_rich_html_decode (name, length);
  c = *decoded != '&' ? g_utf8_get_char (decoded) : 0;
  g_hash_table_insert (html, g_steal_pointer (&name), GUINT_TO_POINTER (c));

  return c;
}

/* Returns: the length of a reference that HTML defines by name, such as "&nbsp;", or 0 */
static gsize
read_html_reference (GHashTable *html, const char *p, char replacement[8])
{
  const gsize length = p[1] == '#' ? 0 : planner_rich_measure_reference (p);
  const gunichar c = length > 0 ? decode_html_reference (html, p, length) : 0;

  if (c == 0)
    return 0;
  replacement[g_unichar_to_utf8 (c, replacement)] = '\0';

  return length;
}

/**
 * planner_xml_references_new:
 *
 * Returns: (transfer full): a cache of the references that HTML defines by name
 */
GHashTable *
planner_xml_references_new (void)
{
  return planner_string_table_new (g_free, NULL);
}

/**
 * planner_xml_read_reference:
 * @html: from planner_xml_references_new()
 * @p: the position of a "&"
 * @replacement: (out): the text that replaces the reference; empty if the reference is valid
 *
 * Returns: the length of the reference, or 1 for a "&" that starts none
 */
gsize
planner_xml_read_reference (GHashTable *html, const char *p, char replacement[8])
{
  static const char *const known[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&apos;" };
  guint64 number;
  gsize length;

  *replacement = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (planner_xml_starts_with (p, known[i]))
      return strlen (known[i]);
  length = p[1] == '#' ? measure_number (p + 1, &number) : 0;
  if (length > 0)
    {
      if (!is_xml_char (number))
        strcpy (replacement, REPLACEMENT);
      return length + 1;
    }
  length = read_html_reference (html, p, replacement);
  if (length > 0)
    return length;
  strcpy (replacement, "&amp;");

  return 1;
}

/* If the closing quotation mark is missing, the next one belongs to another tag. Text follows that mark, not a space or the end
 * of the tag. */
static gboolean
is_value (const char *start, const char *close)
{
  const gsize length = (gsize) (close - start);

  return !memchr (start, '<', length) ||
         (!memchr (start, '\n', length) && close[1] && strchr (SPACE "/>", close[1]));
}

static gboolean
is_clean_value (GHashTable *html, const char *start, gsize length)
{
  char replacement[8];

  if (memchr (start, '<', length))
    return FALSE;
  for (const char *p = memchr (start, '&', length); p; p = memchr (p, '&', length - (gsize) (p - start)))
    {
      p += planner_xml_read_reference (html, p, replacement);
      if (*replacement || p > start + length)
        return FALSE;
    }

  return TRUE;
}

/* Returns: the position after the value */
static const char *
read_value (PlannerXmlTag *self, const char *p, PlannerXmlSpan *value)
{
  const char *const close = *p == '"' || *p == '\'' ? strchr (p + 1, *p) : NULL;

  if (close && is_value (p + 1, close))
    {
      *value = (PlannerXmlSpan) { p + 1, (gsize) (close - p - 1) };
      self->is_clean &= is_clean_value (self->html, value->start, value->length);
      return close + 1;
    }
  self->is_clean = FALSE;
  p += *p == '"' || *p == '\'';
  *value = (PlannerXmlSpan) { p, strcspn (p, SPACE "<>\"'") };

  return p + value->length;
}

static gboolean
is_known (const PlannerXmlTag *self, const PlannerXmlSpan *name)
{
  for (guint i = 0; i < self->n_attributes; i++)
    if (self->names[i].length == name->length &&
        memcmp (self->names[i].start, name->start, name->length) == 0)
      return TRUE;

  return FALSE;
}

/* Returns: the position after the attribute */
static const char *
read_attribute (PlannerXmlTag *self, const char *p)
{
  const PlannerXmlSpan name = { p, planner_xml_measure_name (p) };
  PlannerXmlSpan value = { "", 0 };

  if (name.length == 0)
    {
      self->is_clean = FALSE;
      return p + 1;
    }
  p += name.length;
  p += strspn (p, SPACE);
  if (*p == '=')
    {
      p++;
      p += strspn (p, SPACE);
      p = read_value (self, p, &value);
    }
  else
    self->is_clean = FALSE;

  if (self->n_attributes == PLANNER_XML_MAX_ATTRIBUTES || is_known (self, &name))
    {
      self->is_clean = FALSE;
      return p;
    }
  self->names[self->n_attributes] = name;
  self->values[self->n_attributes++] = value;

  return p;
}

/**
 * planner_xml_tag_parse:
 * @self: (out caller-allocates): the tag
 * @html: from planner_xml_references_new(); @self borrows it
 * @p: the position of a "<" and a name
 *
 * Parses a start tag. Attributes may lack quotation marks or a value, and may be repeated.
 */
void
planner_xml_tag_parse (PlannerXmlTag *self, GHashTable *html, const char *p)
{
  self->html = html;
  self->name = (PlannerXmlSpan) { p + 1, planner_xml_measure_name (p + 1) };
  self->n_attributes = 0;
  self->end = NULL;
  self->is_clean = TRUE;
  p += 1 + self->name.length;
  for (;;)
    {
      const gsize space = strspn (p, SPACE);

      p += space;
      self->is_empty = p[0] == '/' && p[1] == '>';
      if (*p == '>' || self->is_empty)
        {
          self->end = p + (self->is_empty ? 2 : 1);
          return;
        }
      if (!*p || *p == '<')
        return;
      self->is_clean &= space > 0;
      p = read_attribute (self, p);
    }
}

static void
append_value (GString *into, GHashTable *html, const PlannerXmlSpan *value)
{
  const char *const end = value->start + value->length;
  char replacement[8];

  for (const char *p = value->start; p < end;)
    {
      gsize length = 1;

      *replacement = '\0';
      if (*p == '&')
        length = planner_xml_read_reference (html, p, replacement);
      if (p + length > end)
        {
          length = 1;
          strcpy (replacement, "&amp;");
        }
      if (*p == '<' || *p == '"')
        strcpy (replacement, *p == '<' ? "&lt;" : "&quot;");
      if (*replacement)
        g_string_append (into, replacement);
      else
        g_string_append_len (into, p, (gssize) length);
      p += length;
    }
}

/**
 * planner_xml_tag_to_string:
 *
 * Returns: (transfer full): the tag in well-formed XML
 */
char *
planner_xml_tag_to_string (const PlannerXmlTag *self)
{
  GString *text = g_string_new ("<");

  g_string_append_len (text, self->name.start, (gssize) self->name.length);
  for (guint i = 0; i < self->n_attributes; i++)
    {
      g_string_append_c (text, ' ');
      g_string_append_len (text, self->names[i].start, (gssize) self->names[i].length);
      g_string_append (text, "=\"");
      append_value (text, self->html, &self->values[i]);
      g_string_append_c (text, '"');
    }
  g_string_append (text, self->is_empty ? "/>" : ">");

  return g_string_free_and_steal (text);
}
