/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Some schedules, such as FOSDEM's, cancel a session by a word in its title only. */

#include "feed/build/planner-feed-cancelled-title.h"

#include <string.h>

static const char *const words[] = { "CANCELLED", "CANCELED" };
static const char *const separators[] = { ":", "-", "–", "—" };

static const char *
skip_spaces (const char *text)
{
  while (*text == ' ')
    text++;

  return text;
}

static const char *
skip_separator (const char *text)
{
  const char *p = skip_spaces (text);

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (p, separators[i]))
      return skip_spaces (p + strlen (separators[i]));

  return p;
}

/* Only capitals count, because the title may be a sentence: "Cancelled flights". A hyphen may join two words. */
static const char *
skip_capitals (const char *title)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const gsize length = strlen (words[i]);

      if (g_str_has_prefix (title, words[i]) && memchr (" :", title[length], 3))
        return skip_separator (title + length);
    }

  return NULL;
}

/* Returns: (nullable): what follows the word in brackets at @text, or %NULL if there is another text */
static const char *
skip_brackets (const char *text)
{
  const char closing = *text == '[' ? ']' : *text == '(' ? ')' : '\0';

  for (guint i = 0; closing && i < G_N_ELEMENTS (words); i++)
    {
      const gsize length = strlen (words[i]);

      if (g_ascii_strncasecmp (text + 1, words[i], length) == 0 && text[1 + length] == closing)
        return text + length + 2;
    }

  return NULL;
}

/* Returns: (nullable) (transfer full): the title before a last word in brackets */
static char *
strip_end (const char *title)
{
  const char *square = strrchr (title, '['), *round = strrchr (title, '(');
  const char *bracket = MAX (square, round);
  const char *rest = bracket ? skip_brackets (bracket) : NULL;

  return rest && !*rest ? g_strchomp (g_strndup (title, bracket - title)) : NULL;
}

/* Returns: (nullable) (transfer full): the title without the word, perhaps empty; %NULL if the title does not have it */
static char *
strip_word (const char *title)
{
  const char *rest = skip_brackets (title);

  if (rest)
    return g_strdup (skip_separator (rest));
  rest = skip_capitals (title);

  return rest ? g_strdup (rest) : strip_end (title);
}

/**
 * planner_feed_take_cancelled_title:
 *
 * Sets #PlannerSession:cancelled if the title begins with "CANCELLED" or "CANCELED" in capitals, or has one of these words
 * in brackets, in any case, at its beginning or end. The title is then what remains, so that a session that is cancelled
 * later keeps its title. A title that consists of the word only stays.
 */
void
planner_feed_take_cancelled_title (PlannerSession *session)
{
  char **variants = session->title.variants;

  for (guint i = 0; variants && variants[i]; i += 2)
    {
      g_autofree char *rest = strip_word (variants[i + 1]);

      if (!rest)
        continue;
      session->cancelled = TRUE;
      if (*rest)
        {
          g_free (variants[i + 1]);
          variants[i + 1] = g_steal_pointer (&rest);
        }
    }
  session->title.shown = variants ? variants[1] : NULL;
}
