/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Finds objects whose members would collide in the hash table of the parser. JsonObject keeps its members in a GHashTable with
 * g_str_hash(), for which anyone can construct names with the same hash. Such an object takes quadratic time, so it must be
 * found before the parser reads it.
 */

#include "feed/json/planner-feed-json-names.h"

#include <string.h>

/* GHashTable puts an entry at its hash modulo a prime: the largest below the size of the table, which is a power of two. It is
 * not enough to compare whole hashes, because those that are equal modulo the prime collide as well.
 */
static const guint primes[] = {
  127,   251,    509,    1021,   2039,    4093,    8191,    16381,   32749,
  65521, 131071, 262139, 524287, 1048573, 2097143, 4194301, 8388593, 16777213,
};

void
planner_json_names_init (PlannerJsonNames *self)
{
  self->hashes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->begins = g_array_new (FALSE, FALSE, sizeof (guint));
}

void
planner_json_names_clear (PlannerJsonNames *self)
{
  g_clear_pointer (&self->hashes, g_array_unref);
  g_clear_pointer (&self->begins, g_array_unref);
}

/**
 * planner_json_names_open:
 *
 * Notes that an object begins.
 */
void
planner_json_names_open (PlannerJsonNames *self)
{
  g_array_append_val (self->begins, self->hashes->len);
}

/**
 * planner_json_read_escape:
 * @p: text within a string
 *
 * Returns: the UTF-16 unit that the escape at @p stands for (RFC 8259, section 7), such as \u0041; -1 if there is none
 */
int
planner_json_read_escape (const char *p)
{
  int unit = 0;

  if (p[0] != '\\' || p[1] != 'u')
    return -1;
  for (guint i = 2; i < 6; i++)
    {
      const int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return -1;
      unit = unit * 16 + digit;
    }

  return unit;
}

/* Returns: the text after an escape. The parser refuses escapes that are not valid. */
static const char *
decode_escape (GString *name, const char *p)
{
  static const char letters[] = "bfnrt", meanings[] = "\b\f\n\r\t";
  const int unit = planner_json_read_escape (p);
  const int low = unit >= 0xd800 && unit < 0xdc00 ? planner_json_read_escape (p + 6) : -1;
  const char *letter = p[1] ? strchr (letters, p[1]) : NULL;

  if (low >= 0xdc00 && low < 0xe000)
    {
      g_string_append_unichar (name,
                               0x10000 + (((gunichar) unit - 0xd800) << 10) + ((gunichar) low - 0xdc00));
      return p + 12;
    }
  if (unit >= 0)
    {
      g_string_append_unichar (name,
                               unit == 0 || (unit >= 0xd800 && unit < 0xe000) ? 0xfffd : (gunichar) unit);
      return p + 6;
    }
  g_string_append_c (name, letter ? meanings[letter - letters] : p[1]);

  return p + (p[1] ? 2 : 1);
}

static char *
decode (const char *string, gsize length)
{
  g_autofree char *raw = g_strndup (string, length);
  GString *name = g_string_sized_new (length);
  const char *p = raw;

  while (*p)
    {
      const gsize n_plain = strcspn (p, "\\");

      g_string_append_len (name, p, (gssize) n_plain);
      p += n_plain;
      if (*p)
        p = decode_escape (name, p);
    }

  return g_string_free_and_steal (name);
}

static guint32
hash_decoded (const char *string, gsize length)
{
  g_autofree char *name = decode (string, length);

  return g_str_hash (name);
}

/* Most names have no escapes. Returns: the same as g_str_hash(), without a copy */
static guint32
hash_plain (const char *string, gsize length)
{
  guint32 hash = 5381;

  for (gsize i = 0; i < length; i++)
    hash = hash * 33 + (guint32) (signed char) string[i];

  return hash;
}

/**
 * planner_json_names_add:
 * @string: the text between the quotation marks
 * @length: its number of bytes
 *
 * Adds the name of a member to the innermost object.
 */
void
planner_json_names_add (PlannerJsonNames *self, const char *string, gsize length)
{
  const guint32 hash =
      memchr (string, '\\', length) ? hash_decoded (string, length) : hash_plain (string, length);

  g_array_append_val (self->hashes, hash);
}

/* Returns: whether too many of these hashes are equal modulo @prime */
static gboolean
collide (const guint32 *hashes, guint n_hashes, guint prime)
{
  g_autofree guint8 *counts = g_new0 (guint8, prime);

  for (guint i = 0; i < n_hashes; i++)
    if (++counts[hashes[i] % prime] > PLANNER_JSON_MAX_COLLISIONS)
      return TRUE;

  return FALSE;
}

/**
 * planner_json_names_close:
 *
 * Notes that the innermost object ends.
 *
 * Returns: %FALSE if more than %PLANNER_JSON_MAX_COLLISIONS of its members collide
 */
gboolean
planner_json_names_close (PlannerJsonNames *self)
{
  const guint begin = self->begins->len > 0 ? g_array_index (self->begins, guint, self->begins->len - 1) : 0;
  const guint n_hashes = self->hashes->len - begin;
  const guint32 *hashes = &g_array_index (self->hashes, guint32, begin);
  gboolean distinct = TRUE;

  /* A table of this size never has more entries than the prime, nor a size of eight times its entries. */
  for (guint i = 0; i < G_N_ELEMENTS (primes) && n_hashes > PLANNER_JSON_MAX_COLLISIONS && distinct; i++)
    if (primes[i] / 8 < n_hashes)
      distinct = !collide (hashes, MIN (n_hashes, primes[i]), primes[i]);
  g_array_set_size (self->hashes, begin);
  if (self->begins->len > 0)
    g_array_set_size (self->begins, self->begins->len - 1);

  return distinct;
}

/**
 * planner_json_names_close_all:
 *
 * Notes that the text ends. The parser reads objects up to there.
 *
 * Returns: %FALSE if members of an open object collide
 */
gboolean
planner_json_names_close_all (PlannerJsonNames *self)
{
  gboolean distinct = TRUE;

  while (distinct && self->hashes->len > 0)
    distinct = planner_json_names_close (self);

  return distinct;
}
