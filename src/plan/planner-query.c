/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-query.h"

#include "model/planner-fold.h"

#include <string.h>

/* Limits for text that is pasted by mistake. */
#define MAX_BYTES (16 * 1024)
#define MAX_WORDS 64

#define TITLE_START_SCORE (PLANNER_SEARCH_N_FIELDS + 1)
#define BEST_WEIGHT 1024

G_STATIC_ASSERT (MAX_WORDS *TITLE_START_SCORE < BEST_WEIGHT);

struct _PlannerQuery
{
  char *words[MAX_WORDS];
  guint n_words;
};

static gboolean
has_word (const PlannerQuery *query, const char *word)
{
  for (guint i = 0; i < query->n_words; i++)
    if (g_str_equal (query->words[i], word))
      return TRUE;

  return FALSE;
}

static void
add_word (PlannerQuery *query, char *word)
{
  if (query->n_words == MAX_WORDS || !*word || has_word (query, word))
    g_free (word);
  else
    query->words[query->n_words++] = word;
}

/* In scripts without spaces, such as Chinese, any character may start a word. */
static gboolean
is_at_word_start (const char *text, const char *place)
{
  gunichar before;

  if (place == text)
    return TRUE;

  before = g_utf8_get_char (g_utf8_prev_char (place));

  return !g_unichar_isalnum (before) || g_unichar_iswide (before);
}

static gboolean
starts_a_word (const char *text, const char *word)
{
  for (const char *place = strstr (text, word); place; place = strstr (place + 1, word))
    if (is_at_word_start (text, place))
      return TRUE;

  return FALSE;
}

static guint
score_word (const PlannerSession *session, const char *word)
{
  for (guint field = 0; field < PLANNER_SEARCH_N_FIELDS; field++)
    {
      const char *text = session->search[field];

      if (!text || !strstr (text, word))
        continue;
      if (field == PLANNER_SEARCH_TITLE && starts_a_word (text, word))
        return TITLE_START_SCORE;
      return PLANNER_SEARCH_N_FIELDS - field;
    }

  return 0;
}

/**
 * planner_query_new:
 * @text: the text to search for, valid UTF-8 or not
 *
 * The text has no syntax other than spaces between words. Text after the first 16 KiB and words after the first 64
 * different ones are ignored.
 *
 * Returns: (transfer full): the query
 */
PlannerQuery *
planner_query_new (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *folded = NULL;
  g_autofree GStrv words = NULL;
  PlannerQuery *query;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, strnlen (text, MAX_BYTES));
  folded = planner_fold (valid);
  words = g_strsplit (folded, " ", -1);
  query = g_new0 (PlannerQuery, 1);
  for (guint i = 0; words[i]; i++)
    add_word (query, words[i]);

  return query;
}

void
planner_query_free (PlannerQuery *query)
{
  for (guint i = 0; i < query->n_words; i++)
    g_free (query->words[i]);
  g_free (query);
}

/**
 * planner_query_is_empty:
 *
 * Returns: whether the query has no words, so that every session matches
 */
gboolean
planner_query_is_empty (const PlannerQuery *query)
{
  return query->n_words == 0;
}

/**
 * planner_query_rank:
 * @session: a session with its search texts
 *
 * A word scores 6 at the start of a word of the title, 5 elsewhere in the title, 4 in the speakers, 3 in the forum, 2 in
 * the room and 1 in the abstract. The highest score of a word counts first, then the sum of all scores.
 *
 * Returns: 0 if a word is missing, otherwise a number that is higher for a better match
 */
guint
planner_query_rank (const PlannerQuery *query, const PlannerSession *session)
{
  guint best = 0, sum = 0;

  g_return_val_if_fail (query != NULL && session != NULL, 0);

  for (guint i = 0; i < query->n_words; i++)
    {
      const guint score = score_word (session, query->words[i]);

      if (score == 0)
        return 0;
      best = MAX (best, score);
      sum += score;
    }

  return MAX (1, best * BEST_WEIGHT + sum);
}
