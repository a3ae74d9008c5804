/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds words and single bytes in long texts, 16 places at once. For words of two or three bytes, which a search has while it
 * is typed, strstr() of glibc looks at one byte after the other, and takes three times as long.
 */

#include "model/planner-text-find.h"
#include "model/planner-vector.h"

#include <string.h>

/* @places has one bit for each of eight places from @p on: the lowest bit of a byte.
 *
 * Returns: (nullable): the first of the places that has @word */
static const char *
check_places (guint64 places, const char *p, const char *word, gsize length)
{
  for (; places; places &= places - 1)
    {
      const char *place = p + __builtin_ctzll (places) / 8;

      if (memcmp (place, word, length) == 0)
        return place;
    }

  return NULL;
}

/* Returns: (nullable): the first place in the block at @p that has @word */
static const char *
find_in_block (PlannerVector same, const char *p, const char *word, gsize length)
{
  const guint64 lowest_bits = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 parts[PLANNER_VECTOR_BYTES / sizeof (guint64)];
  const char *place = NULL;

  memcpy (parts, &same, sizeof parts);
  for (guint i = 0; i < G_N_ELEMENTS (parts) && !place; i++)
    place = check_places (GUINT64_FROM_LE (parts[i]) & lowest_bits, p + i * sizeof parts[0], word, length);

  return place;
}

static const char *
find_slowly (const char *p, const char *end, const char *word, gsize length)
{
  for (; (gsize) (end - p) >= length; p++)
    if (*p == *word && memcmp (p, word, length) == 0)
      return p;

  return NULL;
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
  const PlannerVector first = planner_vector_repeat (word[0]),
                      last = planner_vector_repeat (word[length - 1]);
  const char *p = text;

  if (length == 1)
    return memchr (text, *word, (gsize) (end - text));

  for (; (gsize) (end - p) >= length - 1 + PLANNER_VECTOR_BYTES; p += PLANNER_VECTOR_BYTES)
    {
      const PlannerVector same = (PlannerVector) ((planner_vector_load (p) == first) &
                                                  (planner_vector_load (p + length - 1) == last));
      const char *place = planner_vector_has_any (same) ? find_in_block (same, p, word, length) : NULL;

      if (place)
        return place;
    }

  return find_slowly (p, end, word, length);
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
