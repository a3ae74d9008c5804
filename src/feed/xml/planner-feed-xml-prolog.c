/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds the root element of XML text, so that no parser sees the DTD before it. */

#include "feed/xml/planner-feed-xml-prolog.h"
#include "feed/xml/planner-feed-xml-tag.h"

#include <string.h>

#define SPACE " \t\r\n"

/**
 * planner_xml_skip_past:
 *
 * Unlike strstr(), does not read the whole text first, so that many calls are not slow.
 *
 * Returns: (nullable): the text after the next @delimiter, or %NULL if it does not occur
 */
const char *
planner_xml_skip_past (const char *p, const char *delimiter)
{
  while ((p = strchr (p, *delimiter)) && !planner_xml_starts_with (p, delimiter))
    p++;

  return p ? p + strlen (delimiter) : NULL;
}

/* Returns: (nullable): the end of "<!DOCTYPE … [ … ]>" */
static const char *
skip_declaration (const char *p, const char **entity)
{
  gboolean in_subset = FALSE;

  for (p += 2; p && *p;)
    {
      p += strcspn (p, "[]<>\"'");
      if (*p == '>' && !in_subset)
        return p + 1;
      if (*p == '[' || *p == ']')
        in_subset = *p == '[';
      if (planner_xml_starts_with (p, "<!ENTITY") && !*entity)
        *entity = p;
      if (planner_xml_starts_with (p, "<!--"))
        {
          p = planner_xml_skip_past (p, "-->");
          continue;
        }
      if (*p == '"' || *p == '\'')
        p = strchr (p + 1, *p);
      if (p && *p)
        p++;
    }

  return NULL;
}

/**
 * planner_xml_skip_prolog:
 * @p: XML text
 * @entity: (out) (nullable): the first declaration of an entity
 *
 * Returns: (nullable): the end of the prolog, or %NULL when the text ends in it
 */
const char *
planner_xml_skip_prolog (const char *p, const char **entity)
{
  *entity = NULL;
  while (p)
    {
      p += strspn (p, SPACE);
      if (planner_xml_starts_with (p, "<?"))
        p = planner_xml_skip_past (p, "?>");
      else if (planner_xml_starts_with (p, "<!--"))
        p = planner_xml_skip_past (p, "-->");
      else if (planner_xml_starts_with (p, "<!"))
        p = skip_declaration (p, entity);
      else
        return p;
    }

  return NULL;
}

/**
 * planner_xml_dup_root:
 *
 * Returns: (nullable) (transfer full): the name of the root element without its prefix
 */
char *
planner_xml_dup_root (const char *text)
{
  const char *entity;
  const char *const root = text ? planner_xml_skip_prolog (text, &entity) : NULL;
  const gsize length = root && *root == '<' ? planner_xml_measure_name (root + 1) : 0;
  g_autofree char *name = NULL;

  if (length == 0 || !root[length + 1])
    return NULL;
  name = g_strndup (root + 1, length);

  return g_strdup (strrchr (name, ':') ? strrchr (name, ':') + 1 : name);
}
