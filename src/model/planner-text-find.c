/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds words and single bytes in long texts. It compares 16 places at once. For words of two or three bytes, which a search has
 * while it is typed, strstr() of glibc looks at one byte after the other, and takes three times as long.
 */

#include "model/planner-text-find.h"
#include "model/planner-vector.h"

#include <string.h>

#define N_BLOCKS 4

/* The word to find. */
typedef struct
{
  const char *word;
  gsize length;            /* of the word, in bytes */
  PlannerVector first;     /* the first byte of the word, repeated */
  PlannerVector last;      /* the last byte of the word, repeated */
  gboolean after_boundary; /* whether no letter or digit of ASCII may stand before the word */
} Wanted;

static inline Wanted
want (const char *word, gsize length, gboolean after_boundary)
{
  return (Wanted) { word, length, planner_vector_repeat (word[0]), planner_vector_repeat (word[length - 1]),
                    after_boundary };
}

static inline PlannerVector
is_letter_or_digit (PlannerVector block)
{
  return (PlannerVector) ((((block | 0x20) - 'a') < 26) | ((block - '0') < 10));
}

/* Returns: the places from @p on where the word may be */
static inline PlannerVector
compare (const char *p, const Wanted *wanted)
{
  const PlannerVector same = (PlannerVector) ((planner_vector_load (p) == wanted->first) &
                                              (planner_vector_load (p + wanted->length - 1) == wanted->last));

  return wanted->after_boundary ? same & ~is_letter_or_digit (planner_vector_load (p - 1)) : same;
}

/* @places has one bit for each of eight places from @p on: the lowest bit of a byte.
 *
 * Returns: (nullable): the first of the places that has the word */
static const char *
check_places (guint64 places, const char *p, const Wanted *wanted)
{
  for (; places; places &= places - 1)
    {
      const char *place = p + __builtin_ctzll (places) / 8;

      if (memcmp (place, wanted->word, wanted->length) == 0)
        return place;
    }

  return NULL;
}

/* Returns: (nullable): the first place in the block at @p that has the word */
static const char *
find_in_block (const char *p, const Wanted *wanted)
{
  const guint64 lowest_bits = G_GUINT64_CONSTANT (0x0101010101010101);
  const PlannerVector same = compare (p, wanted);
  guint64 parts[PLANNER_VECTOR_BYTES / sizeof (guint64)];
  const char *place = NULL;

  memcpy (parts, &same, sizeof parts);
  for (guint i = 0; i < G_N_ELEMENTS (parts) && !place; i++)
    place = check_places (GUINT64_FROM_LE (parts[i]) & lowest_bits, p + i * sizeof parts[0], wanted);

  return place;
}

static const char *
find_in_blocks (const char *p, guint n_blocks, const Wanted *wanted)
{
  const char *place = NULL;

  for (guint i = 0; i < n_blocks && !place; i++)
    place = find_in_block (p + i * PLANNER_VECTOR_BYTES, wanted);

  return place;
}

static const char *
find_slowly (const char *p, const char *end, const Wanted *wanted)
{
  for (; (gsize) (end - p) >= wanted->length; p++)
    if (*p == *wanted->word && memcmp (p, wanted->word, wanted->length) == 0 &&
        !(wanted->after_boundary && g_ascii_isalnum (p[-1])))
      return p;

  return NULL;
}

/* Looks at four blocks at once, because most have nothing. */
static inline const char *
find (const char *p, const char *end, const Wanted *wanted)
{
  const gsize tail = wanted->length - 1;
  const char *place;

  for (; (gsize) (end - p) >= tail + N_BLOCKS * PLANNER_VECTOR_BYTES; p += N_BLOCKS * PLANNER_VECTOR_BYTES)
    {
      const PlannerVector same = compare (p, wanted) | compare (p + PLANNER_VECTOR_BYTES, wanted) |
                                 compare (p + 2 * PLANNER_VECTOR_BYTES, wanted) |
                                 compare (p + 3 * PLANNER_VECTOR_BYTES, wanted);

      place = planner_vector_has_any (same) ? find_in_blocks (p, N_BLOCKS, wanted) : NULL;
      if (place)
        return place;
    }
  for (; (gsize) (end - p) >= tail + PLANNER_VECTOR_BYTES; p += PLANNER_VECTOR_BYTES)
    {
      place = find_in_block (p, wanted);
      if (place)
        return place;
    }

  return find_slowly (p, end, wanted);
}

/**
 * planner_text_find:
 * @end: the end of @text
 * @length: the length of @word in bytes, which is not 0
 *
 * Returns: (nullable): the first place in @text that has @word
 */
const char *
planner_text_find (const char *text, const char *end, const char *word, gsize length)
{
  const Wanted wanted = want (word, length, FALSE);

  return length == 1 ? memchr (text, *word, (gsize) (end - text)) : find (text, end, &wanted);
}

/**
 * planner_text_find_after_boundary:
 * @text: a place behind the first byte of a text
 * @end: the end of the text
 * @length: the length of @word in bytes, which is not 0
 *
 * Returns: (nullable): the first place from @text on that has @word, and no letter or digit of ASCII before it
 */
const char *
planner_text_find_after_boundary (const char *text, const char *end, const char *word, gsize length)
{
  const Wanted wanted = want (word, length, TRUE);

  return find (text, end, &wanted);
}

/* Returns: the place of the first byte of @same that is not 0, if @same is for the places from @p on */
static const char *
find_first (PlannerVector same, const char *p)
{
  guint64 parts[PLANNER_VECTOR_BYTES / sizeof (guint64)];
  guint i;

  memcpy (parts, &same, sizeof parts);
  i = parts[0] == 0;

  return p + i * sizeof parts[0] + __builtin_ctzll (GUINT64_FROM_LE (parts[i])) / 8;
}

static gboolean
is_special (char c, char a, char b)
{
  return (guchar) c < ' ' || c == a || c == b;
}

/**
 * planner_text_find_special:
 * @end: the end of @text
 *
 * Returns: the first byte of @text that is below 0x20, or is @a or @b; @end if there is none
 */
const char *
planner_text_find_special (const char *text, const char *end, char a, char b)
{
  const PlannerVector first_plain = planner_vector_repeat (' '), all_a = planner_vector_repeat (a),
                      all_b = planner_vector_repeat (b);
  const char *p = text;

  for (; end - p >= PLANNER_VECTOR_BYTES; p += PLANNER_VECTOR_BYTES)
    {
      const PlannerVector block = planner_vector_load (p);
      const PlannerVector special =
          (PlannerVector) ((block < first_plain) | (block == all_a) | (block == all_b));

      if (planner_vector_has_any (special))
        return find_first (special, p);
    }
  while (p < end && !is_special (*p, a, b))
    p++;

  return p;
}
