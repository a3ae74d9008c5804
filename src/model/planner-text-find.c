/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds words and single bytes in long texts, 16 places at once. For words of two or three bytes, which a search has while it
 * is typed, strstr() of glibc looks at one byte after the other, and takes three times as long.
 */

#include "model/planner-text-find.h"

#include <string.h>

#define BLOCK_BYTES 16

/* GCC and Clang compile such vectors for any processor. */
typedef guint8 Block __attribute__ ((vector_size (BLOCK_BYTES)));

static Block
load (const char *p)
{
  Block block;

  memcpy (&block, p, sizeof block);

  return block;
}

static Block
repeat (char c)
{
  return (Block) { 0 } + (guint8) c;
}

static gboolean
has_any (Block same)
{
  guint64 parts[BLOCK_BYTES / sizeof (guint64)];

  memcpy (parts, &same, sizeof parts);

  return (parts[0] | parts[1]) != 0;
}

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
find_in_block (Block same, const char *p, const char *word, gsize length)
{
  const guint64 lowest_bits = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 parts[BLOCK_BYTES / sizeof (guint64)];
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
  const Block first = repeat (word[0]), last = repeat (word[length - 1]);
  const char *p = text;

  if (length == 1)
    return memchr (text, *word, (gsize) (end - text));

  for (; (gsize) (end - p) >= length - 1 + BLOCK_BYTES; p += BLOCK_BYTES)
    {
      const Block same = (Block) ((load (p) == first) & (load (p + length - 1) == last));
      const char *place = has_any (same) ? find_in_block (same, p, word, length) : NULL;

      if (place)
        return place;
    }

  return find_slowly (p, end, word, length);
}

/* Returns: the place of the first byte of @same that is not 0, if @same is for the places from @p on */
static const char *
find_first (Block same, const char *p)
{
  guint64 parts[BLOCK_BYTES / sizeof (guint64)];
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
  const Block first_plain = repeat (' '), all_a = repeat (a), all_b = repeat (b);
  const char *p = text;

  for (; end - p >= BLOCK_BYTES; p += BLOCK_BYTES)
    {
      const Block block = load (p);
      const Block special = (Block) ((block < first_plain) | (block == all_a) | (block == all_b));

      if (has_any (special))
        return find_first (special, p);
    }
  while (p < end && !is_special (*p, a, b))
    p++;

  return p;
}
