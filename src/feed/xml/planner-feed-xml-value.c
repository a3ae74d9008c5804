/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads elements, attributes and texts of an XML schedule. Any of them may be missing or invalid. */

#include "feed/xml/planner-feed-xml-value.h"

#include <string.h>

static gboolean
read_node (PlannerXmlReader *self)
{
  if (!self->has_failed && xmlTextReaderRead (self->xml) == 1 &&
      !g_cancellable_is_cancelled (self->builder->cancellable))
    return TRUE;
  self->has_failed = TRUE;

  return FALSE;
}

/**
 * planner_xml_enter:
 *
 * Returns: the depth of the current element, for planner_xml_step(), or -1 if it is empty
 */
int
planner_xml_enter (PlannerXmlReader *self)
{
  return xmlTextReaderIsEmptyElement (self->xml) ? -1 : xmlTextReaderDepth (self->xml);
}

static gboolean
is_text (int type)
{
  return type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
         type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE || type == XML_READER_TYPE_WHITESPACE;
}

/**
 * planner_xml_step:
 * @depth: from planner_xml_enter()
 *
 * Moves to the next child or text of an element. Children that were not read are skipped.
 */
PlannerXmlStep
planner_xml_step (PlannerXmlReader *self, int depth)
{
  while (depth >= 0 && read_node (self))
    {
      const int type = xmlTextReaderNodeType (self->xml);
      const int here = xmlTextReaderDepth (self->xml);

      if (type == XML_READER_TYPE_END_ELEMENT && here <= depth)
        return PLANNER_XML_END;
      if (type == XML_READER_TYPE_ELEMENT && here == depth + 1)
        return PLANNER_XML_CHILD;
      if (here == depth + 1 && is_text (type))
        return PLANNER_XML_TEXT;
    }

  return PLANNER_XML_END;
}

gboolean
planner_xml_next_child (PlannerXmlReader *self, int depth)
{
  PlannerXmlStep step;

  do
    step = planner_xml_step (self, depth);
  while (step == PLANNER_XML_TEXT);

  return step == PLANNER_XML_CHILD;
}

/* Returns: the name of the current element without its prefix */
const char *
planner_xml_get_name (PlannerXmlReader *self)
{
  const char *name = (const char *) xmlTextReaderConstName (self->xml);
  const char *colon = name ? strrchr (name, ':') : NULL;

  return colon ? colon + 1 : name ? name : "";
}

gboolean
planner_xml_is_at (PlannerXmlReader *self, const char *name)
{
  return g_str_equal (planner_xml_get_name (self), name);
}

/* Returns: (transfer full): the place of an element other than a session */
char *
planner_xml_make_where (PlannerXmlReader *self)
{
  return g_strdup_printf ("line %ld %s", xmlGetLineNo (xmlTextReaderCurrentNode (self->xml)),
                          planner_xml_get_name (self));
}

char *
planner_xml_dup_attribute (PlannerXmlReader *self, const PlannerPlace *place, const char *attribute)
{
  xmlChar *value = xmlTextReaderGetAttribute (self->xml, (const xmlChar *) attribute);
  char *line = planner_place_clean (place, (const char *) value, attribute, PLANNER_TEXT_LINE);

  xmlFree (value);

  return line;
}

/* Returns: (nullable) (transfer full): the first of the attributes that has text */
char *
planner_xml_dup_first_attribute (PlannerXmlReader *self,
                                 const PlannerPlace *place,
                                 const char *const *attributes)
{
  char *line = NULL;

  for (; *attributes && !line; attributes++)
    line = planner_xml_dup_attribute (self, place, *attributes);

  return line;
}

static void
append_text (PlannerXmlReader *self, GString *content, gboolean is_markup)
{
  const char *value = (const char *) xmlTextReaderConstValue (self->xml);
  g_autofree char *escaped = value && is_markup ? g_markup_escape_text (value, -1) : NULL;

  g_string_append (content, escaped ? escaped : value ? value : "");
}

static gboolean
is_void (const char *name)
{
  return g_ascii_strcasecmp (name, "br") == 0 || g_ascii_strcasecmp (name, "hr") == 0;
}

static void
append_tag (PlannerXmlReader *self, GString *content)
{
  const char *name = planner_xml_get_name (self);
  xmlChar *href = xmlTextReaderGetAttribute (self->xml, (const xmlChar *) "href");

  g_string_append_printf (content, "<%s", name);
  if (href)
    {
      g_autofree char *escaped = g_markup_escape_text ((const char *) href, -1);

      g_string_append_printf (content, " href=\"%s\"", escaped);
    }
  g_string_append_c (content, '>');
  if (xmlTextReaderIsEmptyElement (self->xml) && !is_void (name))
    g_string_append_printf (content, "</%s>", name);
  xmlFree (href);
}

/* Elements in a text are HTML that was not escaped. */
static void
begin_markup (GString *content)
{
  g_autofree char *escaped = g_markup_escape_text (content->str, -1);

  g_string_assign (content, escaped);
}

static char *
dup_content (PlannerXmlReader *self, PlannerTextKind kind)
{
  const int depth = planner_xml_enter (self);
  GString *content = g_string_new (NULL);
  gboolean is_markup = FALSE;

  while (depth >= 0 && read_node (self))
    {
      const int type = xmlTextReaderNodeType (self->xml);

      if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (self->xml) <= depth)
        break;
      if (is_text (type))
        append_text (self, content, is_markup);
      else if (kind == PLANNER_TEXT_LONG && type == XML_READER_TYPE_ELEMENT)
        {
          if (!is_markup)
            begin_markup (content);
          is_markup = TRUE;
          append_tag (self, content);
        }
      else if (kind == PLANNER_TEXT_LONG && type == XML_READER_TYPE_END_ELEMENT &&
               !is_void (planner_xml_get_name (self)))
        g_string_append_printf (content, "</%s>", planner_xml_get_name (self));
    }

  return g_string_free_and_steal (content);
}

/* Returns: the smallest indentation of all lines that are not blank */
static gsize
measure_indentation (const char *text)
{
  gsize indentation = G_MAXSIZE;

  for (const char *line = text; *line; line += strcspn (line, "\n"), line += *line == '\n')
    {
      const gsize n = strspn (line, " \t");

      if (line[n] && line[n] != '\n' && line[n] != '\r')
        indentation = MIN (indentation, n);
    }

  return indentation;
}

/* A text that starts on its own line is indented like the elements around it. In Markdown, indented text would be code. */
static void
unindent (char *text)
{
  const gsize start = strspn (text, " \t\r");
  const gsize indentation = text[start] == '\n' ? measure_indentation (text + start) : 0;
  char *to = text;

  if (indentation == 0)
    return;
  for (const char *line = text; *line;)
    {
      const gsize space = strspn (line, " \t");
      const gsize whole = strcspn (line, "\n");
      const gsize length = whole + (line[whole] == '\n');

      memmove (to, line + MIN (space, indentation), length - MIN (space, indentation));
      to += length - MIN (space, indentation);
      line += length;
    }
  *to = '\0';
}

/*
 * Reads the current element to its end.
 *
 * Returns: (nullable) (transfer full): its text; elements in the text become HTML
 */
static char *
dup_value (PlannerXmlReader *self, const PlannerPlace *place, PlannerTextKind kind)
{
  g_autofree char *member = g_strdup (planner_xml_get_name (self));
  g_autofree char *content = dup_content (self, kind);

  if (kind == PLANNER_TEXT_LONG)
    unindent (content);

  return planner_place_clean (place, content, member, kind);
}

char *
planner_xml_dup_line (PlannerXmlReader *self, const PlannerPlace *place)
{
  return dup_value (self, place, PLANNER_TEXT_LINE);
}

/* If an element is repeated, the first one counts. */
void
planner_xml_take_line (PlannerXmlReader *self, const PlannerPlace *place, char **line)
{
  char *value = planner_xml_dup_line (self, place);

  if (*line)
    g_free (value);
  else
    *line = value;
}

/* Returns: the language of the element, or that of the elements around it */
static char *
dup_language (PlannerXmlReader *self)
{
  xmlChar *own = xmlTextReaderGetAttribute (self->xml, (const xmlChar *) "lang");
  const char *language = own ? (const char *) own : (const char *) xmlTextReaderConstXmlLang (self->xml);
  char *copy =
      g_strdup (language && planner_feed_is_language (language) ? language : self->builder->language);

  xmlFree (own);

  return copy;
}

/**
 * planner_xml_add_value:
 * @text: takes the text of the current element, in its language
 */
void
planner_xml_add_value (PlannerXmlReader *self,
                       const PlannerPlace *place,
                       PlannerText *text,
                       PlannerTextKind kind)
{
  g_autofree char *language = dup_language (self);
  g_autofree char *value = dup_value (self, place, kind);

  planner_text_add (text, language, value);
}

/**
 * planner_xml_add_field:
 * @target: a structure
 * @fields: the texts of the structure and the names of their elements
 *
 * Returns: whether the current element is one of the fields
 */
gboolean
planner_xml_add_field (PlannerXmlReader *self,
                       const PlannerPlace *place,
                       gpointer target,
                       const PlannerTextField *fields)
{
  for (; fields->name; fields++)
    if (planner_text_field_has_name (fields, planner_xml_get_name (self)))
      {
        planner_xml_add_value (self, place, planner_text_field_get (fields, target), fields->kind);
        return TRUE;
      }

  return FALSE;
}

gboolean
planner_xml_read_bool (PlannerXmlReader *self, const PlannerPlace *place)
{
  g_autofree char *word = planner_xml_dup_line (self, place);

  return word && planner_feed_is_yes (word);
}
