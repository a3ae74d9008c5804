/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads rich text: HTML, Markdown and mixtures of both. */

#include "fuzz/fuzz.h"

#include "feed/build/planner-feed-text.h"
#include "text/planner-rich-text.h"
#include "text/planner-safe-link.h"

static gboolean
is_known_element (const char *name)
{
  static const char *const known[] = { "markup", "b", "i", "tt", "a", NULL };

  return g_strv_contains (known, name);
}

static void
element_started_cb (GMarkupParseContext *context,
                    const char *name,
                    const char **attributes,
                    const char **values,
                    gpointer data,
                    GError **error)
{
  const gboolean is_link = g_str_equal (name, "a");

  g_assert_true (is_known_element (name));
  g_assert_true (is_link == (attributes[0] != NULL));
  if (is_link)
    g_assert_true (g_str_equal (attributes[0], "href") && !attributes[1] &&
                   planner_safe_link_check (values[0]));
}

static void
check_markup (const char *markup)
{
  const GMarkupParser parser = { .start_element = element_started_cb };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);

  g_assert_true (g_markup_parse_context_parse (context, "<markup>", -1, NULL));
  g_assert_true (g_markup_parse_context_parse (context, markup, -1, NULL));
  g_assert_true (g_markup_parse_context_parse (context, "</markup>", -1, NULL));
  g_assert_true (g_markup_parse_context_end_parse (context, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *valid = g_utf8_make_valid ((const char *) data, (gssize) size);
  gboolean replaced = FALSE, cut = FALSE;
  g_autofree char *text = planner_feed_clean_text (valid, PLANNER_TEXT_LONG, &replaced, &cut);
  g_autofree char *plain = text ? planner_rich_text_to_plain (text) : NULL;
  g_autoptr (GPtrArray) blocks = text ? planner_rich_text_parse (text) : NULL;

  for (guint i = 0; blocks && i < blocks->len; i++)
    check_markup (((const PlannerBlock *) g_ptr_array_index (blocks, i))->markup);
  g_assert_true (!plain || g_utf8_validate (plain, -1, NULL));

  return 0;
}
