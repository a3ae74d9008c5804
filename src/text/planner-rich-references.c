/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/planner-rich-references.h"

#include "text/planner-safe-link.h"

#include <string.h>

/* Enough for descriptions. The limits keep the time and the size of the markup linear in the length of the text. */
#define MAX_DEFINITIONS 100
#define MAX_LABEL 100 /* bytes */
#define MAX_USES 200

#define MAX_INDENT 3

typedef struct
{
  char *address; /* owned */
  gboolean used; /* whether the text refers to it; otherwise the line is shown */
} Definition;

struct _PlannerRichReferences
{
  GHashTable *definitions; /* owned: label as by fold_label() → Definition */
  guint n_uses;            /* how often an address was found */
};

static void
definition_free (Definition *definition)
{
  g_free (definition->address);
  g_free (definition);
}

/* Returns: (nullable) (transfer full): the label for comparison; %NULL if it is blank or too long */
static char *
fold_label (const char *label, gsize length)
{
  g_autofree char *text = length <= MAX_LABEL ? g_strstrip (g_strndup (label, length)) : NULL;

  return text && *text ? g_utf8_casefold (text, -1) : NULL;
}

static Definition *
find (PlannerRichReferences *self, const char *label, gsize length)
{
  g_autofree char *folded = fold_label (label, length);

  return folded ? g_hash_table_lookup (self->definitions, folded) : NULL;
}

/* Returns: (nullable) (transfer full): the address at the start of "https://example.org "title""; %NULL for any other text */
static char *
parse_address (const char *text)
{
  const gboolean pointed = *text == '<';
  const char *begin = text + pointed;
  const gsize length = strcspn (begin, pointed ? "<> \t" : " \t");
  const char *rest = begin + length + pointed;
  g_autofree char *address = g_strndup (begin, length);

  if (pointed && begin[length] != '>')
    return NULL;
  rest += strspn (rest, " \t");
  if ((*rest && !strchr ("\"'(", *rest)) || !planner_safe_link_check (address))
    return NULL;

  return g_steal_pointer (&address);
}

/* Returns: (nullable) (transfer full): the folded label of a line that is a definition (CommonMark 0.31, section 4.7) */
static char *
parse_definition (const char *line, char **address)
{
  const gsize indent = strspn (line, " ");
  const char *label = line + indent + 1;
  const char *end =
      indent <= MAX_INDENT && line[indent] == '[' ? planner_rich_references_find_end (label) : NULL;
  char *folded = end && end[1] == ':' ? fold_label (label, end - label) : NULL;

  if (!folded)
    return NULL;
  end += 2;
  *address = parse_address (end + strspn (end, " \t"));
  if (!*address)
    g_clear_pointer (&folded, g_free);

  return folded;
}

/* The first definition of a label counts. */
static gboolean
add_definition (PlannerRichReferences *self, const char *line)
{
  g_autofree char *address = NULL;
  g_autofree char *label = parse_definition (line, &address);
  Definition *definition;

  if (!label)
    return FALSE;
  if (g_hash_table_size (self->definitions) < MAX_DEFINITIONS &&
      !g_hash_table_contains (self->definitions, label))
    {
      definition = g_new0 (Definition, 1);
      definition->address = g_steal_pointer (&address);
      g_hash_table_insert (self->definitions, g_steal_pointer (&label), definition);
    }

  return TRUE;
}

static void
find_uses (PlannerRichReferences *self, const char *line)
{
  for (const char *p = strchr (line, '['); p; p = strchr (p + 1, '['))
    {
      const char *end = planner_rich_references_find_end (p + 1);
      Definition *definition = end ? find (self, p + 1, end - p - 1) : NULL;

      if (definition)
        definition->used = TRUE;
    }
}

/**
 * planner_rich_references_new:
 * @text: a Markdown text, with line feeds as line ends
 *
 * Returns: (nullable) (transfer full): the definitions of the text; %NULL if it has none
 */
PlannerRichReferences *
planner_rich_references_new (const char *text)
{
  g_autoptr (PlannerRichReferences) self = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  g_return_val_if_fail (text != NULL, NULL);

  if (!strstr (text, "]:"))
    return NULL;

  self = g_new0 (PlannerRichReferences, 1);
  self->definitions =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) definition_free);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    if (!add_definition (self, lines[i]))
      g_ptr_array_add (others, lines[i]);
  if (g_hash_table_size (self->definitions) == 0)
    return NULL;
  for (guint i = 0; i < others->len; i++)
    find_uses (self, g_ptr_array_index (others, i));

  return g_steal_pointer (&self);
}

void
planner_rich_references_free (PlannerRichReferences *self)
{
  g_hash_table_unref (self->definitions);
  g_free (self);
}

/**
 * planner_rich_references_define:
 * @line: a line of the text, outside of code
 *
 * Returns: whether the line defines an address that the text uses, so that it is not shown
 */
gboolean
planner_rich_references_define (PlannerRichReferences *self, const char *line)
{
  g_autofree char *address = NULL;
  g_autofree char *label = parse_definition (line, &address);
  const Definition *definition = label ? g_hash_table_lookup (self->definitions, label) : NULL;

  return definition && definition->used && g_str_equal (definition->address, address);
}

/**
 * planner_rich_references_find:
 * @label: the text in the brackets
 * @length: its length in bytes
 *
 * Returns: (nullable) (transfer none): the http, https or mailto address of the label; %NULL after too many calls
 */
const char *
planner_rich_references_find (PlannerRichReferences *self, const char *label, gsize length)
{
  const Definition *definition = self->n_uses < MAX_USES ? find (self, label, length) : NULL;

  if (!definition || !definition->used)
    return NULL;
  self->n_uses++;

  return definition->address;
}

/**
 * planner_rich_references_find_end:
 * @label: the position after a "["
 *
 * Returns: (nullable): the "]" after a label; %NULL if another bracket or the end of the line is before it, or the label is too
 *   long
 */
const char *
planner_rich_references_find_end (const char *label)
{
  for (gsize length = 0; length <= MAX_LABEL && label[length] && !strchr ("[\n", label[length]); length++)
    if (label[length] == ']')
      return label + length;

  return NULL;
}
