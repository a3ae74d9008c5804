/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds the data of schema.org in a web page: <script type="application/ld+json">…</script> */

#include "feed/json/planner-feed-json-ld-blocks.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define MAX_PAGE_BYTES (8 * 1024 * 1024)
#define MAX_BLOCKS 20
#define MAX_BLOCK_BYTES (1024 * 1024)
#define TYPE "application/ld+json"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (htmlParserCtxt, htmlFreeParserCtxt)

typedef struct
{
  htmlParserCtxt *parser;    /* borrowed */
  GCancellable *cancellable; /* borrowed, nullable */
  GPtrArray *blocks;         /* borrowed, of strings */
  GString *block;            /* owned, nullable: the block that is being read */
} Search;

static gboolean
has_type (const xmlChar **attributes)
{
  for (guint i = 0; attributes && attributes[i]; i += 2)
    if (g_ascii_strcasecmp ((const char *) attributes[i], "type") == 0)
      return attributes[i + 1] &&
             g_ascii_strncasecmp ((const char *) attributes[i + 1], TYPE, strlen (TYPE)) == 0;

  return FALSE;
}

static gboolean
is_script (const xmlChar *name)
{
  return g_ascii_strcasecmp ((const char *) name, "script") == 0;
}

static void
element_started_cb (void *data, const xmlChar *name, const xmlChar **attributes)
{
  Search *search = data;

  if (g_cancellable_is_cancelled (search->cancellable) || search->blocks->len >= MAX_BLOCKS)
    xmlStopParser (search->parser);
  else if (!search->block && is_script (name) && has_type (attributes))
    search->block = g_string_new (NULL);
}

static void
element_ended_cb (void *data, const xmlChar *name)
{
  Search *search = data;
  GString *block = is_script (name) ? g_steal_pointer (&search->block) : NULL;

  if (!block)
    return;
  if (block->len <= MAX_BLOCK_BYTES)
    g_ptr_array_add (search->blocks, g_string_free_and_steal (block));
  else
    g_string_free (block, TRUE);
}

static void
text_cb (void *data, const xmlChar *text, int length)
{
  Search *search = data;

  if (search->block && search->block->len <= MAX_BLOCK_BYTES)
    g_string_append_len (search->block, (const char *) text, length);
}

/**
 * planner_json_ld_find_blocks:
 * @page: a web page in UTF-8, however broken
 * @cancellable: (nullable): stops the search
 *
 * Finds the first 20 blocks of data in the first 8 MiB of a page. A block of more than 1 MiB is left out. Nothing is loaded.
 *
 * Returns: (transfer full) (element-type utf8): the texts of the blocks
 */
GPtrArray *
planner_json_ld_find_blocks (const char *page, GCancellable *cancellable)
{
  static const xmlSAXHandler handler = {
    .startElement = element_started_cb,
    .endElement = element_ended_cb,
    .characters = text_cb,
    .cdataBlock = text_cb,
  };
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_free);
  Search search = { .cancellable = cancellable, .blocks = blocks };
  g_autoptr (htmlParserCtxt) parser = NULL;
  htmlDocPtr none;

  if (!strstr (page, "ld+json"))
    return blocks;
  xmlInitParser ();
  parser = search.parser = htmlNewSAXParserCtxt (&handler, &search);
  g_return_val_if_fail (parser != NULL, blocks);

  none = htmlCtxtReadMemory (parser, page, (int) MIN (strlen (page), MAX_PAGE_BYTES), NULL, "UTF-8",
                             HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                 HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED);
  g_clear_pointer (&none, xmlFreeDoc);
  if (search.block)
    g_string_free (search.block, TRUE);

  return blocks;
}
