/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-fold.h"

#include <string.h>

typedef struct
{
  const char *rule;
  const char *text;
  const char *folded;
} FoldCase;

static const FoldCase fold_cases[] = {
  { "S2/fold-nothing", "", "" },
  { "S2/fold-accent", "Café", "cafe" },
  { "S2/fold-accent-decomposed", "Cafe\u0301", "cafe" },
  { "S2/fold-turkish-capitals", "İSTANBUL", "istanbul" },
  { "S2/fold-capitals", "ISTANBUL", "istanbul" },
  { "S2/fold-dotless", "Kadıköy", "kadikoy" },
  { "S2/fold-sharp-s", "Straße", "strasse" },
  { "S2/fold-capital-sharp-s", "STRAẞE", "strasse" },
  { "S2/fold-full-width", "ＧＯＴＣ　２０２３", "gotc 2023" },
  { "S2/fold-half-width-kana", "ｶﾞ", "カ\u3099" },
  { "S2/fold-ligature", "oﬃce", "office" },
  { "S2/fold-letters-without-decomposition", "Søren Łukasz Đorđe Ægir Œuvre",
    "soren lukasz dorde aegir oeuvre" },
  { "S2/fold-cjk", "全球开源技术峰会", "全球开源技术峰会" },
  { "S2/fold-hangul-keeps-vowels", "한", "\u1112\u1161\u11ab" },
  { "S2/fold-devanagari-keeps-vowels", "हिन्दी", "हिन्दी" },
  { "S2/fold-arabic-vowel-points", "مَرْحَبًا", "مرحبا" },
  { "S2/fold-hebrew-vowel-points", "שָׁלוֹם", "שלום" },
  { "S2/fold-zwj-emoji", "👩\u200d💻 at work", "👩💻 at work" },
  { "S2/fold-variation-selector", "❤\ufe0f", "❤" },
  { "S2/fold-soft-hyphen", "sym\u00adposium", "symposium" },
  { "S2/fold-apostrophe", "Don’t “panic”", "don't \"panic\"" },
  { "S2/fold-dashes", "a–b—c\u2011d", "a-b-c-d" },
  { "S2/fold-white-space", " \t a\u00a0\n b \u3000", "a b" },
  { "S2/fold-several-marks", "e\u0323\u0301 e\u0301\u0323 \u00e9\u0323", "e e e" },
  { "S2/fold-marks-in-order", "e\u3099\u093c \u00e9\u3099\u093c", "e\u093c\u3099 e\u093c\u3099" },
  { "S2/fold-spacing-accents", "\u00b4a\u00b4\u00a8b", "a b" },
  { "S2/fold-fraction", "½ x ‽ №", "1\u20442 x ‽ no" },
  { "S2/fold-greek-final-sigma", "ΟΔΟΣ οδος", "οδοσ οδοσ" },
  { "S1/fold-punctuation", "C++ C# % _ * \"'", "c++ c# % _ * \"'" },
};

static void
test_fold (gconstpointer data)
{
  const FoldCase *fold_case = data;
  g_autofree char *folded = planner_fold (fold_case->text);

  g_assert_cmpstr (folded, ==, fold_case->folded);
}

static void
test_twice (gconstpointer data)
{
  const FoldCase *fold_case = data;
  g_autofree char *folded = planner_fold (fold_case->text);
  g_autofree char *twice = planner_fold (folded);

  g_assert_cmpstr (twice, ==, folded);
}

/* The parts of the text that the bytes of the folded text come from are in order, and the folded text is the same. */
static void
test_places (gconstpointer data)
{
  const FoldCase *fold_case = data;
  g_autoptr (GArray) places = NULL;
  g_autofree char *folded = planner_fold_with_places (fold_case->text, &places);
  guint last = 0;

  g_assert_cmpstr (folded, ==, fold_case->folded);
  g_assert_cmpuint (places->len, ==, strlen (folded));
  for (guint i = 0; i < places->len; i++)
    {
      const PlannerFoldPlace place = g_array_index (places, PlannerFoldPlace, i);

      g_assert_cmpuint (place.start, >=, last);
      g_assert_cmpuint (place.end, >, place.start);
      g_assert_cmpuint (place.end, <=, strlen (fold_case->text));
      last = place.start;
    }
}

/* planner_fold_with_places() folds one character after the other. */
static void
test_random_words (void)
{
  static const char *const pieces[] = { "WORDS", "and", "of [A-Z] @{`}", "\x7f\x01", " ", "  ", "\n", "\t",
                                        "Ä",     "é" };

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) places = NULL;
      g_autofree char *folded = NULL, *with_places = NULL;

      for (int n = g_test_rand_int_range (0, 20); n > 0; n--)
        g_string_append (text,
                         pieces[g_test_rand_int_range (0, g_test_rand_bit () ? 5 : G_N_ELEMENTS (pieces))]);
      folded = planner_fold (text->str);
      with_places = planner_fold_with_places (text->str, &places);
      g_assert_cmpstr (folded, ==, with_places);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fold_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/", fold_cases[i].rule, NULL);
      g_autofree char *twice = g_strconcat (path, "-twice", NULL);
      g_autofree char *places = g_strconcat (path, "-places", NULL);

      g_test_add_data_func (path, &fold_cases[i], test_fold);
      g_test_add_data_func (twice, &fold_cases[i], test_twice);
      g_test_add_data_func (places, &fold_cases[i], test_places);
    }
  g_test_add_func ("/model/S2/fold-random-words", test_random_words);

  return g_test_run ();
}
