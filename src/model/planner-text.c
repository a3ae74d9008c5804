/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-text.h"

#include <string.h>

/* More than any conference speaks; what follows is left out, so that adding stays cheap. */
#define MAX_LANGUAGES 50

static const char *
find_language (const PlannerText *text, const char *language)
{
  for (guint i = 0; text->variants && text->variants[i]; i += 2)
    if (g_ascii_strcasecmp (text->variants[i], language) == 0)
      return text->variants[i + 1];

  return NULL;
}

/* Feeds write BCP 47 (zh-CN, zh-Hans), locales are POSIX (zh_CN.UTF-8). */
static char *
to_locale_style (const char *language)
{
  g_autofree char *style = g_strdelimit (g_strdup (language), "-", '_');

  if (g_ascii_strcasecmp (style, "zh_Hans") == 0)
    return g_strdup ("zh_CN");
  if (g_ascii_strcasecmp (style, "zh_Hant") == 0)
    return g_strdup ("zh_TW");

  return g_steal_pointer (&style);
}

static const char *
find_same_base_language (const PlannerText *text, const char *language)
{
  const gsize length = strcspn (language, "_.@");

  for (guint i = 0; text->variants && text->variants[i]; i += 2)
    if (length > 0 && g_ascii_strncasecmp (text->variants[i], language, length) == 0 &&
        strchr ("_@", text->variants[i][length]))
      return text->variants[i + 1];

  return NULL;
}

/* "C" comes last in every reader's languages: what the feed has for all, else English. */
static const char *
find_for_all (const PlannerText *text)
{
  const char *found = find_language (text, "");

  return found ? found : find_same_base_language (text, "en");
}

/**
 * planner_text_add:
 * @text: a text
 * @language: a BCP 47 or POSIX language, or "" for that of a feed that does not tell its own
 * @value: (nullable): the text in that language; nothing is added when it is %NULL or empty
 *
 * Adds a variant and shows it if it is the first one. A second text in one language is left out, and so is one in a
 * fifty-first language.
 */
void
planner_text_add (PlannerText *text, const char *language, const char *value)
{
  g_autofree char *style = to_locale_style (language);
  guint length;

  if (!value || !*value || find_language (text, style))
    return;

  length = text->variants ? g_strv_length (text->variants) : 0;
  if (length >= 2 * MAX_LANGUAGES)
    return;
  text->variants = g_renew (char *, text->variants, length + 3);
  text->variants[length] = g_steal_pointer (&style);
  text->variants[length + 1] = g_strdup (value);
  text->variants[length + 2] = NULL;
  text->shown = text->variants[1];
}

/**
 * planner_text_measure:
 *
 * Returns: the bytes of all variants
 */
gsize
planner_text_measure (const PlannerText *text)
{
  gsize n_bytes = 0;

  for (guint i = 0; text->variants && text->variants[i]; i++)
    n_bytes += strlen (text->variants[i]);

  return n_bytes;
}

/**
 * planner_text_choose:
 * @text: a text
 * @languages: the reader's languages, best first, as by g_get_language_names()
 *
 * Shows the variant of the first of @languages there is, of the same language elsewhere (zh_TW for zh_CN), or
 * the first variant. "C" is the variant of a feed that does not tell its language, or else English.
 */
void
planner_text_choose (PlannerText *text, const char *const *languages)
{
  text->shown = text->variants ? text->variants[1] : NULL;
  if (!text->variants || !text->variants[2])
    return;

  for (guint i = 0; languages[i]; i++)
    {
      const gboolean for_all = g_str_equal (languages[i], "C");
      const char *found = for_all ? find_for_all (text) : find_language (text, languages[i]);

      if (!found && !for_all)
        found = find_same_base_language (text, languages[i]);
      if (found)
        {
          text->shown = found;
          return;
        }
    }
}

void
planner_text_clear (PlannerText *text)
{
  g_clear_pointer (&text->variants, g_strfreev);
  text->shown = NULL;
}
