/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-text.h"

#include <string.h>

/* A new variant is compared with all others, so a limit keeps this cheap. No known schedule has as many languages. */
#define MAX_LANGUAGES 50

static const char *
find_language (const PlannerText *text, const char *language)
{
  for (guint i = 0; text->variants && text->variants[i]; i += 2)
    if (g_ascii_strcasecmp (text->variants[i], language) == 0)
      return text->variants[i + 1];

  return NULL;
}

/* Schedules use BCP 47 (zh-CN, zh-Hans); locales use POSIX names (zh_CN.UTF-8). */
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

/* g_get_language_names() always ends with "C". It stands for the text without a language, or for English. */
static const char *
find_for_all (const PlannerText *text)
{
  const char *found = find_language (text, "");

  return found ? found : find_same_base_language (text, "en");
}

/**
 * planner_text_take:
 * @language: a BCP 47 or POSIX language, or "" when the schedule does not name its language
 * @value: (nullable) (transfer full): the text in that language; nothing is added when it is %NULL or empty
 *
 * Adds a variant. The first variant is shown until planner_text_choose() is called. Nothing is added when the text already
 * has a variant in this language, or variants in 50 languages.
 */
void
planner_text_take (PlannerText *text, const char *language, char *value)
{
  g_autofree char *style = NULL, *owned = value;
  guint length;

  g_return_if_fail (text != NULL && language != NULL);

  if (!value || !*value)
    return;
  style = to_locale_style (language);
  length = text->variants ? g_strv_length (text->variants) : 0;
  if (length >= 2 * MAX_LANGUAGES || find_language (text, style))
    return;

  text->variants = g_renew (char *, text->variants, length + 3);
  text->variants[length] = g_steal_pointer (&style);
  text->variants[length + 1] = g_steal_pointer (&owned);
  text->variants[length + 2] = NULL;
  text->shown = text->variants[1];
}

/**
 * planner_text_add:
 * @value: (nullable): as for planner_text_take(), but copied
 */
void
planner_text_add (PlannerText *text, const char *language, const char *value)
{
  if (value && *value)
    planner_text_take (text, language, g_strdup (value));
}

/**
 * planner_text_merge:
 * @from: a text, which does not change
 *
 * Adds the variants of @from in languages that @text does not have.
 */
void
planner_text_merge (PlannerText *text, const PlannerText *from)
{
  g_return_if_fail (text != NULL && from != NULL);

  for (guint i = 0; from->variants && from->variants[i]; i += 2)
    planner_text_add (text, from->variants[i], from->variants[i + 1]);
}

/**
 * planner_text_is_equal:
 *
 * Returns: whether both have the same variants in the same order
 */
gboolean
planner_text_is_equal (const PlannerText *a, const PlannerText *b)
{
  if (!a->variants || !b->variants)
    return a->variants == b->variants;

  return g_strv_equal ((const char *const *) a->variants, (const char *const *) b->variants);
}

/**
 * planner_text_measure:
 *
 * Returns: the number of bytes in all variants and the names of their languages
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
 * @languages: the attendee's languages, best first, as from g_get_language_names()
 *
 * Shows the variant in the first of @languages that the text has. A variant for another region also counts, such as zh_TW
 * for zh_CN. "C" stands for the variant without a language, or else for English. Without a match, the first variant is
 * shown.
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
