/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-query.h"

#include "model/planner-fold.h"
#include "model/planner-text-find.h"
#include "plan/planner-query-time.h"

#include <string.h>

/* Limits for text that is pasted by mistake. */
#define MAX_BYTES (16 * 1024)
#define MAX_WORDS 64

/* The most words that name a time together, as in "2 feb 2025". */
#define MAX_TIME_WORDS 3

typedef struct
{
  guint at_start;
  guint elsewhere;
} Score;

/* The score of a word in each field, at the start of a word and elsewhere. The scores of places do not overlap. */
static const Score scores[PLANNER_SEARCH_N_FIELDS] = {
  [PLANNER_SEARCH_TITLE] = { 12, 11 },  [PLANNER_SEARCH_SPEAKERS] = { 10, 7 },
  [PLANNER_SEARCH_FORUM] = { 9, 6 },    [PLANNER_SEARCH_ROOM] = { 8, 5 },
  [PLANNER_SEARCH_ABSTRACT] = { 2, 1 },
};
static const Score note_score = { 4, 3 };

#define MAX_SCORE 12
#define MIN_TITLE_SCORE 11
#define MIN_NAMES_SCORE 5
#define MIN_NOTE_SCORE 3
#define BEST_WEIGHT 1024

G_STATIC_ASSERT (MAX_WORDS *MAX_SCORE < BEST_WEIGHT);

typedef struct
{
  char *text;
  gsize length; /* of text, in bytes */
  gboolean is_time;
  PlannerQueryTime time;
} Word;

struct _PlannerQuery
{
  Word words[MAX_WORDS];
  guint n_words;
};

G_DEFINE_BOXED_TYPE (PlannerQuery, planner_query, planner_query_ref, planner_query_unref)

static gboolean
has_word (const PlannerQuery *query, const char *text)
{
  for (guint i = 0; i < query->n_words; i++)
    if (g_str_equal (query->words[i].text, text))
      return TRUE;

  return FALSE;
}

static void
add_word (PlannerQuery *query, Word *word)
{
  if (query->n_words == MAX_WORDS || !*word->text || has_word (query, word->text))
    g_free (word->text);
  else
    query->words[query->n_words++] = *word;
}

static char *
join_words (char **texts, guint n)
{
  char *joined[MAX_TIME_WORDS + 1] = { NULL };

  for (guint i = 0; i < n; i++)
    joined[i] = texts[i];

  return g_strjoinv (" ", joined);
}

/* Adds the longest text that names a time, else the first one.
 *
 * Returns: how many of @texts were added */
static guint
add_next (PlannerQuery *query, char **texts)
{
  Word word = { NULL };
  guint n = 1;

  while (n < MAX_TIME_WORDS && texts[n])
    n++;
  for (; n > 0 && !word.is_time; n--)
    {
      g_free (word.text);
      word.text = join_words (texts, n);
      word.is_time = planner_query_time_parse (&word.time, word.text);
    }
  word.length = strlen (word.text);
  add_word (query, &word);

  return n + 1;
}

/* In scripts without spaces, such as Chinese, any character may start a word. */
static gboolean
is_at_word_start (const char *text, const char *place)
{
  gunichar before;

  if (place == text)
    return TRUE;
  if ((guchar) place[-1] < 0x80)
    return !g_ascii_isalnum (place[-1]);

  before = g_utf8_get_char (g_utf8_prev_char (place));

  return !g_unichar_isalnum (before) || g_unichar_iswide (before);
}

static const char *
find (const char *text, const char *end, const Word *word)
{
  return planner_text_find (text, end, word->text, word->length);
}

/* Returns: whether @word begins a word of @text at @place, where @word is, or at a later place */
static gboolean
is_word_start_from (const char *text, const char *end, const char *place, const Word *word)
{
  while (place && !is_at_word_start (text, place))
    place = planner_text_find_after_boundary (place + 1, end, word->text, word->length);

  return place != NULL;
}

/* Returns: the score of @word in @text if that is higher than @best, otherwise @best */
static guint
score_text (const Word *word, const char *text, gsize length, Score score, guint best)
{
  const char *end = text + length, *place;

  if (score.at_start <= best)
    return best;
  place = find (text, end, word);
  if (!place)
    return best;
  if (is_word_start_from (text, end, place, word))
    return score.at_start;

  return word->is_time ? best : MAX (best, score.elsewhere);
}

static guint
score_word (const Word *word, const PlannerSession *session, const char *note)
{
  const guint n_fields = word->is_time ? PLANNER_SEARCH_ABSTRACT : PLANNER_SEARCH_N_FIELDS;
  guint best = 0;

  for (guint field = 0; field < n_fields; field++)
    {
      gsize length;
      const char *text = planner_search_text_get (&session->search, field, &length);

      best = score_text (word, text, length, scores[field], best);
    }

  return note ? score_text (word, note, strlen (note), note_score, best) : best;
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
  g_auto (GStrv) words = NULL;
  PlannerQuery *query;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, strnlen (text, MAX_BYTES));
  folded = planner_fold (valid);
  words = g_strsplit (folded, " ", -1);
  query = g_atomic_rc_box_new0 (PlannerQuery);
  for (guint i = 0; words[i];)
    i += add_next (query, words + i);

  return query;
}

PlannerQuery *
planner_query_ref (PlannerQuery *query)
{
  g_return_val_if_fail (query != NULL, NULL);

  return g_atomic_rc_box_acquire (query);
}

static void
clear (gpointer data)
{
  PlannerQuery *query = data;

  for (guint i = 0; i < query->n_words; i++)
    g_free (query->words[i].text);
}

void
planner_query_unref (PlannerQuery *query)
{
  g_return_if_fail (query != NULL);

  g_atomic_rc_box_release_full (query, clear);
}

/**
 * planner_query_is_empty:
 *
 * Returns: whether the query has no words, so that every session matches
 */
gboolean
planner_query_is_empty (const PlannerQuery *query)
{
  g_return_val_if_fail (query != NULL, TRUE);

  return query->n_words == 0;
}

static gboolean
has_longer_word (const PlannerQuery *query, const Word *word)
{
  for (guint i = 0; i < query->n_words; i++)
    if (!query->words[i].is_time && strstr (query->words[i].text, word->text))
      return TRUE;

  return FALSE;
}

/**
 * planner_query_narrows:
 * @wider: another query
 *
 * Checks whether typing @query after @wider can only lose matches, so that a search may skip all other sessions. Words that
 * name times can match more sessions than the words before them.
 *
 * Returns: %TRUE if every session that matches @query also matches @wider; %FALSE if that is not known
 */
gboolean
planner_query_narrows (const PlannerQuery *query, const PlannerQuery *wider)
{
  g_return_val_if_fail (query != NULL && wider != NULL, FALSE);

  for (guint i = 0; i < wider->n_words; i++)
    if (wider->words[i].is_time || !has_longer_word (query, &wider->words[i]))
      return FALSE;

  return TRUE;
}

/**
 * planner_query_rank:
 * @agenda: the agenda that contains @session
 * @session: a session with its search texts
 * @note: (nullable): the attendee's note of @session, by planner_fold()
 *
 * A match in the title ranks before one in the speakers, the forum or the room. Then come the note and the abstract. Within
 * each of the four, a word that starts like the word of the query ranks before one that contains it. The best match
 * of a word counts first, then the sum over all words.
 *
 * A word that names a time must match that time or the start of a word, but not in the abstract.
 *
 * Returns: 0 if a word is missing, otherwise a number that is higher for a better match
 */
guint
planner_query_rank (const PlannerQuery *query,
                    const PlannerAgenda *agenda,
                    const PlannerSession *session,
                    const char *note)
{
  guint best = 0, sum = 0;

  g_return_val_if_fail (query != NULL && agenda != NULL && session != NULL, 0);

  for (guint i = 0; i < query->n_words; i++)
    {
      const Word *word = &query->words[i];
      const guint score = score_word (word, session, note);

      if (score == 0 && !(word->is_time && planner_query_time_matches (&word->time, agenda, session)))
        return 0;
      best = MAX (best, score);
      sum += score;
    }

  return MAX (1, best * BEST_WEIGHT + sum);
}

/**
 * planner_query_get_place:
 * @rank: a rank that is not 0; see planner_query_rank()
 *
 * Returns: the best place in which the query matches the session
 */
PlannerQueryPlace
planner_query_get_place (guint rank)
{
  const guint best = rank / BEST_WEIGHT;

  if (best >= MIN_TITLE_SCORE)
    return PLANNER_QUERY_PLACE_TITLE;
  if (best >= MIN_NAMES_SCORE)
    return PLANNER_QUERY_PLACE_NAMES;
  if (best >= MIN_NOTE_SCORE)
    return PLANNER_QUERY_PLACE_NOTE;

  return best > 0 ? PLANNER_QUERY_PLACE_ABSTRACT : PLANNER_QUERY_PLACE_TIME;
}

static void
add_hit (GArray *hits, GArray *places, const char *folded, const char *place, const Word *word)
{
  const guint first = (guint) (place - folded), last = first + (guint) word->length - 1;
  const PlannerQueryHit hit = { g_array_index (places, PlannerFoldPlace, first).start,
                                g_array_index (places, PlannerFoldPlace, last).end };

  g_array_append_val (hits, hit);
}

/* If any word starts with @word, only such words are hits. Otherwise every place that contains @word is a hit. */
static void
add_hits (GArray *hits, GArray *places, const char *folded, const Word *word)
{
  const char *end = folded + strlen (folded), *place = find (folded, end, word);
  const gboolean at_starts = word->is_time || is_word_start_from (folded, end, place, word);

  for (; place; place = find (place + 1, end, word))
    if (!at_starts || is_at_word_start (folded, place))
      add_hit (hits, places, folded, place, word);
}

/**
 * planner_query_find_hits:
 * @text: a text that is shown for a session, valid UTF-8
 *
 * Returns: (transfer full) (element-type PlannerQueryHit): the parts of @text that match a word, ordered by word; they may
 *   overlap
 */
GArray *
planner_query_find_hits (const PlannerQuery *query, const char *text)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (PlannerQueryHit));
  g_autoptr (GArray) places = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (query != NULL && text != NULL, hits);

  folded = planner_fold_with_places (text, &places);
  for (guint i = 0; i < query->n_words; i++)
    add_hits (hits, places, folded, &query->words[i]);

  return hits;
}
