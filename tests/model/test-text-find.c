/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Compares the search in random texts with strstr() and with plain loops. */

#include "model/planner-text-find.h"

#include <string.h>

#define N_ROUNDS 20000
#define MAX_LETTERS 90

/* Few letters, so that words are often found, and often nearly found. */
static const char *const letters[] = { "a", "b", " ", "é", "中" };

static char *
make_random (guint max_letters)
{
  const int n = g_test_rand_int_range (0, (int) max_letters + 1);
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    g_string_append (text, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);

  return g_string_free_and_steal (text);
}

/* Returns: (transfer full): @text without its NUL, so that a sanitizer sees a read behind it */
static char *
dup_exactly (const char *text, gsize length)
{
  return length > 0 ? g_memdup2 (text, length) : g_malloc (1);
}

static void
test_find (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autofree char *text = make_random (MAX_LETTERS);
      g_autofree char *tail = make_random (6);
      g_autofree char *word = g_strconcat ("a", tail, NULL);
      const gsize length = strlen (text);
      g_autofree char *exact = dup_exactly (text, length);
      const char *place = strstr (text, word);
      const char *found = planner_text_find (exact, exact + length, word, strlen (word));

      g_assert_true (place ? found == exact + (place - text) : found == NULL);
    }
}

static const char *
find_after_boundary_plainly (const char *text, const char *place, const char *word)
{
  for (; place && *place; place++)
    if (g_str_has_prefix (place, word) && !g_ascii_isalnum (place[-1]))
      return place;

  return NULL;
}

/* From each place of a text but the first. */
static void
test_find_after_boundary (void)
{
  for (guint round = 0; round < N_ROUNDS / 10; round++)
    {
      g_autofree char *text = make_random (MAX_LETTERS);
      g_autofree char *tail = make_random (3);
      g_autofree char *word = g_strconcat ("a", tail, NULL);
      const gsize length = strlen (text);
      g_autofree char *exact = dup_exactly (text, length);

      for (gsize i = 1; i <= length; i++)
        {
          const char *place = find_after_boundary_plainly (text, text + i, word);
          const char *found =
              planner_text_find_after_boundary (exact + i, exact + length, word, strlen (word));

          g_assert_true (place ? found == exact + (place - text) : found == NULL);
        }
    }
}

/* Each byte before a word, at each place of the blocks that are compared at once. */
static void
test_boundaries (void)
{
  char text[MAX_LETTERS];

  for (guint before = 1; before < 256; before++)
    for (gsize place = 1; place < sizeof text - 1; place++)
      {
        const char *found;

        memset (text, '.', sizeof text);
        text[place - 1] = (char) before;
        memcpy (text + place, "ab", 2);
        found = planner_text_find_after_boundary (text + 1, text + sizeof text, "ab", 2);
        g_assert_true (found == (g_ascii_isalnum ((char) before) ? NULL : text + place));
      }
}

static const char *
find_special_plainly (const char *text, const char *end)
{
  while (text < end && *text != 'x' && *text != '\x7f' && (guchar) *text >= 0x20)
    text++;

  return text;
}

/* Each of the special bytes at each place of a text, between bytes at the limits. */
static void
test_find_special (void)
{
  static const guchar specials[] = { 0, '\n', 0x1f, 'x', 0x7f };
  static const guchar plain[] = { 0x20, 'w', 'y', 0x7e, 0x80, 0xff };

  for (guint length = 0; length < 70; length++)
    for (guint place = 0; place <= length; place++)
      {
        g_autofree char *text = g_malloc (MAX (length, 1));
        const char *found;

        for (guint i = 0; i < length; i++)
          text[i] = (char) plain[(i + place) % G_N_ELEMENTS (plain)];
        for (guint i = place; i < length; i += 5)
          text[i] = (char) specials[(i + length) % G_N_ELEMENTS (specials)];

        found = planner_text_find_special (text, text + length, 'x', '\x7f');
        g_assert_true (found == text + place);
        g_assert_true (found == find_special_plainly (text, text + length));
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/text-find/finds-what-strstr-finds", test_find);
  g_test_add_func ("/model/text-find/finds-words-after-a-boundary", test_find_after_boundary);
  g_test_add_func ("/model/text-find/knows-what-is-a-boundary", test_boundaries);
  g_test_add_func ("/model/text-find/finds-the-first-special-byte", test_find_special);

  return g_test_run ();
}
