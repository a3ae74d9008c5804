/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Parses XML of other formats than the schedule format as a tree. The parser loads nothing, sees no DTD and no entities, and
 * the number of tags is limited, because a node of the tree is larger than the tag that it comes from.
 */

#include "feed/xml/planner-feed-xml-tree.h"
#include "feed/planner-feed-error.h"
#include "feed/xml/planner-feed-xml-prolog.h"

#include <libxml/parser.h>
#include <string.h>

#define MAX_TAGS 2000000
#define SPACE " \t\r\n"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

static const int parser_options = XML_PARSE_NONET | XML_PARSE_NO_XXE | XML_PARSE_IGNORE_ENC |
                                  XML_PARSE_COMPACT | XML_PARSE_BIG_LINES | XML_PARSE_NOERROR |
                                  XML_PARSE_NOWARNING;

static guint
count (const char *text, const char *end, char wanted)
{
  guint n = 0;

  for (const char *p = text; (p = memchr (p, wanted, (gsize) (end - p))); p++)
    n++;

  return n;
}

static gboolean
check_prolog (const char *text, const char *root, const char *entity, GError **error)
{
  if (entity)
    g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_BROKEN,
                 "Line %u: entities are declared, which a schedule may not do.",
                 count (text, entity, '\n') + 1);
  else if (!root || !*root)
    g_set_error_literal (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TRUNCATED,
                         "The schedule ends before its first element.");
  else if (count (root, root + strlen (root), '<') > MAX_TAGS)
    g_set_error_literal (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TOO_LARGE,
                         "The XML has more elements than any schedule.");
  else
    return TRUE;

  return FALSE;
}

static void
set_fault (xmlParserCtxt *parser, const char *root, guint n_lines, GError **error)
{
  const xmlError *fault = xmlCtxtGetLastError (parser);
  g_autofree char *name = g_strndup (root + 1, strcspn (root + 1, SPACE "/>"));
  g_autofree char *end_tag = g_strconcat ("</", name, ">", NULL);

  if (fault && fault->code == XML_ERR_RESOURCE_LIMIT)
    g_set_error_literal (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TOO_LARGE,
                         "The XML is nested deeper, or has longer texts, than any schedule.");
  else if (!g_strrstr (root, end_tag))
    g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TRUNCATED,
                 "The schedule ends too early, in line %u.",
                 n_lines + 1 + count (root, root + strlen (root), '\n'));
  else
    g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_BROKEN,
                 "Line %u, column %u: this is not well-formed.",
                 n_lines + (guint) (fault ? MAX (fault->line, 1) : 1),
                 (guint) (fault ? MAX (fault->int2, 0) : 0));
}

/**
 * planner_xml_tree_parse:
 * @text: valid UTF-8, whatever its XML declaration says
 * @error: return location for an error of %PLANNER_FEED_ERROR
 *
 * Returns: (nullable) (transfer full): the document, or %NULL with @error set
 */
xmlDoc *
planner_xml_tree_parse (const char *text, GError **error)
{
  const char *entity;
  const char *root = planner_xml_skip_prolog (text, &entity);
  g_autoptr (xmlParserCtxt) parser = NULL;
  g_autoptr (xmlDoc) document = NULL;

  if (!check_prolog (text, root, entity, error))
    return NULL;
  xmlInitParser ();
  parser = xmlNewParserCtxt ();
  g_return_val_if_fail (parser != NULL, NULL);

  document = xmlCtxtReadMemory (parser, root, (int) strlen (root), NULL, "UTF-8", parser_options);
  if (!document || !xmlDocGetRootElement (document))
    {
      set_fault (parser, root, count (text, root, '\n'), error);
      return NULL;
    }

  return g_steal_pointer (&document);
}

/* Returns: (nullable): @node, or the first element after it that has the name */
static xmlNode *
find_from (xmlNode *node, const char *name)
{
  while (node && (node->type != XML_ELEMENT_NODE || (name && !planner_xml_tree_is (node, name))))
    node = node->next;

  return node;
}

/**
 * planner_xml_tree_first:
 * @parent: (nullable): an element
 * @name: (nullable): the name to look for; any element if %NULL
 *
 * Returns: (nullable) (transfer none): the first child element with this name
 */
xmlNode *
planner_xml_tree_first (xmlNode *parent, const char *name)
{
  return parent ? find_from (parent->children, name) : NULL;
}

/**
 * planner_xml_tree_next:
 * @name: (nullable): the name to look for; any element if %NULL
 *
 * Returns: (nullable) (transfer none): the next element with this name after @node, with the same parent
 */
xmlNode *
planner_xml_tree_next (xmlNode *node, const char *name)
{
  return find_from (node->next, name);
}

/**
 * planner_xml_tree_is:
 *
 * Returns: whether the element has this name, whatever its prefix
 */
gboolean
planner_xml_tree_is (const xmlNode *node, const char *name)
{
  return g_str_equal ((const char *) node->name, name);
}

/**
 * planner_xml_tree_dup_content:
 * @node: (nullable): an element
 *
 * Returns: (nullable) (transfer full): all text in the element
 */
char *
planner_xml_tree_dup_content (xmlNode *node)
{
  xmlChar *content = node ? xmlNodeGetContent (node) : NULL;
  char *copy = g_strdup ((const char *) content);

  xmlFree (content);

  return copy;
}
