/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Hash tables for strings that come from outside. Anyone can construct thousands of strings for which g_str_hash() returns the
 * same value. A table of them compares each string with all others, so that reading a schedule takes quadratic time. The hash
 * function here uses a random key that is different in each process, so nobody can construct such strings in advance.
 */

#include "model/planner-string-table.h"

#include <string.h>

#define WORD_BYTES sizeof (guint64)

static guint64
rotate (guint64 word, guint bits)
{
  return (word << bits) | (word >> (64 - bits));
}

static void
run_rounds (guint64 state[4], guint n_rounds)
{
  for (guint i = 0; i < n_rounds; i++)
    {
      state[0] += state[1];
      state[2] += state[3];
      state[1] = rotate (state[1], 13) ^ state[0];
      state[3] = rotate (state[3], 16) ^ state[2];
      state[0] = rotate (state[0], 32);
      state[2] += state[1];
      state[0] += state[3];
      state[1] = rotate (state[1], 17) ^ state[2];
      state[3] = rotate (state[3], 21) ^ state[0];
      state[2] = rotate (state[2], 32);
    }
}

static void
add_word (guint64 state[4], guint64 word)
{
  state[3] ^= word;
  run_rounds (state, 2);
  state[0] ^= word;
}

/**
 * planner_siphash:
 * @key: a secret key
 * @data: the bytes to hash
 * @length: the number of bytes
 *
 * Computes SipHash-2-4 (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012).
 *
 * Returns: the hash of @data, which cannot be predicted without @key
 */
guint64
planner_siphash (const guint64 key[2], gconstpointer data, gsize length)
{
  guint64 state[4] = { key[0] ^ G_GUINT64_CONSTANT (0x736f6d6570736575),
                       key[1] ^ G_GUINT64_CONSTANT (0x646f72616e646f6d),
                       key[0] ^ G_GUINT64_CONSTANT (0x6c7967656e657261),
                       key[1] ^ G_GUINT64_CONSTANT (0x7465646279746573) };
  const char *p = data;
  const gsize n_rest = length % WORD_BYTES;
  guint64 word;

  for (const char *end = p + length - n_rest; p < end; p += WORD_BYTES)
    {
      memcpy (&word, p, WORD_BYTES);
      add_word (state, GUINT64_FROM_LE (word));
    }
  word = 0;
  memcpy (&word, p, n_rest);
  add_word (state, GUINT64_FROM_LE (word) | ((guint64) length << 56));
  state[2] ^= 0xff;
  run_rounds (state, 4);

  return state[0] ^ state[1] ^ state[2] ^ state[3];
}

static guint64
draw_random (void)
{
  return ((guint64) g_random_int () << 32) | g_random_int ();
}

static guint
hash_string (gconstpointer text)
{
  static gsize is_drawn = 0;
  static guint64 key[2];

  if (g_once_init_enter (&is_drawn))
    {
      key[0] = draw_random ();
      key[1] = draw_random ();
      g_once_init_leave (&is_drawn, 1);
    }

  return (guint) planner_siphash (key, text, strlen (text));
}

/**
 * planner_string_table_new:
 * @free_key: (nullable): frees a key
 * @free_value: (nullable): frees a value
 *
 * Makes a table whose keys are strings. Use it instead of g_str_hash() wherever strings can come from a schedule. Its order is
 * different in each process.
 *
 * Returns: (transfer full): an empty table
 */
GHashTable *
planner_string_table_new (GDestroyNotify free_key, GDestroyNotify free_value)
{
  return g_hash_table_new_full (hash_string, g_str_equal, free_key, free_value);
}
