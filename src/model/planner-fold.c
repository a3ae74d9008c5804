/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-fold.h"

#include <string.h>

/* Letters and punctuation of most scripts. Each is folded once. Decomposition puts the combining marks behind a character in
 * order, but never moves one across a character that is no mark. So text can be folded in parts. */
#define FIRST_COMMON 0x80
#define LAST_COMMON 0x206f

/* Ideographs with the same form in each version of Unicode; compatibility ideographs are elsewhere. */
#define FIRST_IDEOGRAPH 0x4e00
#define LAST_IDEOGRAPH 0x9fff

/* Letters that Unicode does not decompose, and punctuation that is hard to type. */
static const struct
{
  gunichar from;
  const char *to;
} replacements[] = {
  { 0x00d8, "o" },  { 0x00f8, "o" }, /* ø */
  { 0x00e6, "ae" },                  /* æ */
  { 0x0111, "d" },                   /* đ */
  { 0x0131, "i" },                   /* ı */
  { 0x0142, "l" },                   /* ł */
  { 0x0153, "oe" },                  /* œ */
  { 0x02bc, "'" },  { 0x2018, "'" }, { 0x2019, "'" }, { 0x201c, "\"" }, { 0x201d, "\"" },
};

static const char *
find_replacement (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (replacements); i++)
    if (replacements[i].from == c)
      return replacements[i].to;

  return g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION ? "-" : NULL;
}

/* People leave out accents, vowel points and variation selectors when they search. The vowel signs of other scripts and
 * the voicing marks of kana are as important as letters, so they stay. */
static gboolean
is_accent (gunichar c)
{
  const GUnicodeScript script = g_unichar_get_script (c);

  return g_unichar_ismark (c) && c != 0x3099 && c != 0x309a &&
         (script == G_UNICODE_SCRIPT_INHERITED || script == G_UNICODE_SCRIPT_COMMON ||
          script == G_UNICODE_SCRIPT_HEBREW || script == G_UNICODE_SCRIPT_ARABIC);
}

static gboolean
is_left_out (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT || is_accent (c);
}

static void
append_character (GString *result, const char *p, gunichar c)
{
  const char *replacement = c < 0x80 ? NULL : find_replacement (c);

  if (replacement)
    g_string_append (result, replacement);
  else
    g_string_append_len (result, p, g_utf8_next_char (p) - p);
}

/* Appends @text without what a search ignores, and with one space for any white space between characters.
 * @space: (inout): whether there is white space since the last character */
static void
squeeze (GString *result, const char *text, gboolean *space)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        *space = TRUE;
      else if (c < 0x80 || !is_left_out (c))
        {
          if (*space && result->len > 0)
            g_string_append_c (result, ' ');
          *space = FALSE;
          append_character (result, p, c);
        }
    }
}

static char *
fold_letters (const char *text)
{
  g_autofree char *folded = NULL, *decomposed = NULL;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  folded = g_utf8_casefold (text, -1);
  decomposed = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKD);

  return g_utf8_casefold (decomposed ? decomposed : "", -1);
}

/* Returns: whether a character of @folded could change places with a combining mark that follows */
static gboolean
has_marks (const char *folded)
{
  for (; *folded; folded = g_utf8_next_char (folded))
    if (g_unichar_combining_class (g_utf8_get_char (folded)) != 0 && !is_left_out (g_utf8_get_char (folded)))
      return TRUE;

  return FALSE;
}

/* Stands for characters that must be folded together with their neighbors. */
static char with_neighbors[] = "";

/* Returns: (transfer full): the folded character; " " for white space; with_neighbors */
static char *
fold_character (gunichar c)
{
  char text[7] = { 0 };
  g_autofree char *folded = NULL;
  g_autoptr (GString) result = g_string_new (NULL);
  gboolean space = FALSE;

  g_unichar_to_utf8 (c, text);
  folded = fold_letters (text);
  if (g_unichar_combining_class (c) != 0 || has_marks (folded))
    return with_neighbors;
  squeeze (result, folded, &space);
  if (!space && !g_unichar_isspace (g_utf8_get_char (folded)))
    return g_strdup (result->str);

  return result->len == 0 ? g_strdup (" ") : with_neighbors;
}

/* Returns: as fold_character(); several threads may fold at the same time */
static const char *
look_up (gunichar c)
{
  static char *table[LAST_COMMON - FIRST_COMMON + 1];
  char **place, *folded;

  if (c < FIRST_COMMON || c > LAST_COMMON)
    return with_neighbors;
  place = &table[c - FIRST_COMMON];
  folded = g_atomic_pointer_get (place);
  if (folded)
    return folded;

  folded = fold_character (c);
  if (!g_atomic_pointer_compare_and_exchange (place, NULL, folded))
    {
      if (folded != with_neighbors)
        g_free (folded);
      folded = g_atomic_pointer_get (place);
    }

  return folded;
}

static gboolean
is_ideograph (gunichar c)
{
  return c >= FIRST_IDEOGRAPH && c <= LAST_IDEOGRAPH;
}

static void
append_folded (GString *result, const char *folded, gsize length, gboolean *space)
{
  if (length == 0)
    return;
  if (*space && result->len > 0)
    g_string_append_c (result, ' ');
  *space = FALSE;
  g_string_append_len (result, folded, (gssize) length);
}

static gboolean
is_ascii_space (char c)
{
  return (c == ' ') | (c == '\n') | (c == '\t') | (c == '\r') | (c == '\f');
}

/* The loop has no branches, because a processor cannot predict where words end. It writes each space, but the next character
 * overwrites all but the first of several spaces.
 *
 * Returns: the position after the ASCII characters at @p */
static const char *
append_ascii (GString *result, const char *p, gboolean *space)
{
  const gsize length_before = result->len;
  gboolean was_space = *space || length_before == 0;
  const char *end = p;
  char *to;

  while (*end && (guchar) *end < 0x80)
    end++;
  g_string_set_size (result, length_before + (gsize) (end - p) + 2);
  to = result->str + length_before;
  if (*space && length_before > 0)
    *to++ = ' ';
  for (; p < end; p++)
    {
      const gboolean is_space = is_ascii_space (*p);
      const gboolean is_upper = (*p >= 'A') & (*p <= 'Z');

      *to = is_space ? ' ' : (char) (*p + is_upper * ('a' - 'A'));
      to += !(is_space & was_space);
      was_space = is_space;
    }
  *space = was_space;
  if (was_space && to > result->str)
    to--;
  g_string_truncate (result, (gsize) (to - result->str));

  return end;
}

/* Returns: the position after the character, or @p if it must be folded together with its neighbors */
static const char *
append_common (GString *result, const char *p, gboolean *space)
{
  const gunichar c = g_utf8_get_char (p);
  const char *next = g_utf8_next_char (p);
  const char *folded = look_up (c);

  if (is_ideograph (c))
    append_folded (result, p, (gsize) (next - p), space);
  else if (folded == with_neighbors)
    return p;
  else if (*folded == ' ')
    *space = TRUE;
  else
    append_folded (result, folded, strlen (folded), space);

  return next;
}

static gboolean
is_common (gunichar c)
{
  return c < 0x80 || is_ideograph (c) || look_up (c) != with_neighbors;
}

/* Returns: the position after the characters at @p that must be folded together */
static const char *
append_others (GString *result, const char *p, gboolean *space)
{
  const char *end = p;
  g_autofree char *others = NULL, *folded = NULL;

  while (!is_common (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  others = g_strndup (p, (gsize) (end - p));
  folded = fold_letters (others);
  squeeze (result, folded, space);

  return end;
}

static const char *
find_cluster_end (const char *cluster)
{
  const char *end = g_utf8_next_char (cluster);

  while (*end && (guchar) *end >= 0x80 && g_unichar_ismark (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  return end;
}

/**
 * planner_fold_to:
 * @result: a buffer; its contents are replaced by the folded text
 * @text: valid UTF-8
 *
 * Folds a text as planner_fold() does. A caller that folds many texts can use one buffer for all of them.
 */
void
planner_fold_to (GString *result, const char *text)
{
  gboolean space = FALSE;

  g_return_if_fail (result != NULL && text != NULL);

  g_string_truncate (result, 0);
  for (const char *p = text, *next; *p; p = next)
    {
      next = (guchar) *p < 0x80 ? append_ascii (result, p, &space) : append_common (result, p, &space);
      if (next == p)
        next = append_others (result, p, &space);
    }
}

/**
 * planner_fold:
 * @text: valid UTF-8
 *
 * Converts text to the form that a search compares: compatibility decomposition (UAX #15: full-width letters become plain
 * letters), case folding (ß becomes ss), no accents (é becomes e, İ becomes i), no invisible characters, plain quotation
 * marks and dashes, and one space for any white space.
 *
 * Returns: (transfer full): the folded text
 */
char *
planner_fold (const char *text)
{
  GString *result;

  g_return_val_if_fail (text != NULL, NULL);

  result = g_string_sized_new (strlen (text) + 1);
  planner_fold_to (result, text);

  return g_string_free_and_steal (result);
}

/**
 * planner_fold_with_places:
 * @text: valid UTF-8
 * @places: (out) (transfer full) (element-type PlannerFoldPlace): for each byte of the folded text, the part of @text that
 *   it comes from
 *
 * Returns: (transfer full): the same text as planner_fold()
 */
char *
planner_fold_with_places (const char *text, GArray **places)
{
  GString *result;
  gboolean space = FALSE;

  g_return_val_if_fail (text != NULL && places != NULL, NULL);

  result = g_string_sized_new (strlen (text));
  *places = g_array_new (FALSE, FALSE, sizeof (PlannerFoldPlace));
  for (const char *cluster = text, *end; *cluster; cluster = end)
    {
      g_autofree char *original = NULL, *folded = NULL;
      PlannerFoldPlace place = { .start = (guint) (cluster - text) };

      end = find_cluster_end (cluster);
      place.end = (guint) (end - text);
      original = g_strndup (cluster, (gsize) (end - cluster));
      folded = fold_letters (original);
      squeeze (result, folded, &space);
      while ((*places)->len < result->len)
        g_array_append_val (*places, place);
    }

  return g_string_free_and_steal (result);
}

/**
 * planner_fold_equal:
 * @a: (nullable): valid UTF-8
 * @b: (nullable): valid UTF-8
 *
 * Returns: whether the folded texts are the same; %NULL is the same as an empty text
 */
gboolean
planner_fold_equal (const char *a, const char *b)
{
  g_autofree char *folded_a = planner_fold (a ? a : "");
  g_autofree char *folded_b = planner_fold (b ? b : "");

  return g_str_equal (folded_a, folded_b);
}
