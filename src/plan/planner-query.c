/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-query.h"

#include "model/planner-fold.h"

#include <string.h>

/* What is pasted by mistake costs no more than this. */
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

/* Chinese and its kin write no spaces: there every character may begin a word. */
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
 * @text: what was typed, in any encoding at all
 *
 * No character has a meaning of its own. What goes beyond 16 KiB or 64 different words is ignored.
 */
PlannerQuery *
planner_query_new (const char *text)
{
  PlannerQuery *query = g_new0 (PlannerQuery, 1);
  g_autofree char *valid = g_utf8_make_valid (text, strnlen (text, MAX_BYTES));
  g_autofree char *folded = planner_fold (valid);
  g_autofree GStrv words = g_strsplit (folded, " ", -1);

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
 * Returns: whether nothing is searched for, so that every session matches
 */
gboolean
planner_query_is_empty (const PlannerQuery *query)
{
  return query->n_words == 0;
}

/**
 * planner_query_rank:
 * @query: a query
 * @session: a session with its search texts
 *
 * A word scores 6 at the start of a word of the title, 5 elsewhere in it, 4 in the speakers, 3 in the forum, 2 in
 * the room and 1 in the abstract. The best word decides, then the sum of all.
 *
 * Returns: 0 if a word is missing, else a number that is higher for a better match
 */
guint
planner_query_rank (const PlannerQuery *query, const PlannerSession *session)
{
  guint best = 0, sum = 0;

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
