/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-text.h"

#define MAX_LANGUAGES 6

typedef struct
{
  const char *path;
  const char *variants[MAX_LANGUAGES * 2];
  const char *languages[MAX_LANGUAGES];
  const char *shown;
} TextCase;

static const TextCase text_cases[] = {
  { "F6/language-choice-nothing", { NULL }, { "en", NULL }, NULL },
  { "F6/language-choice-one", { "", "own" }, { "zh_CN", "C", NULL }, "own" },
  { "F6/language-choice-exact",
    { "", "own", "zh_CN", "chinese", "en", "english" },
    { "en", "C", NULL },
    "english" },
  { "F6/language-choice-best-first",
    { "en", "english", "zh_CN", "chinese" },
    { "zh_CN", "zh", "en", NULL },
    "chinese" },
  { "F6/language-choice-with-encoding",
    { "", "own", "zh_CN", "chinese" },
    { "zh_CN.UTF-8", "zh_CN", "zh", "C", NULL },
    "chinese" },
  { "F6/language-choice-bcp-47", { "", "own", "zh-CN", "chinese" }, { "zh_CN", "C", NULL }, "chinese" },
  { "F6/language-choice-script", { "", "own", "zh-Hans", "chinese" }, { "zh_CN", "C", NULL }, "chinese" },
  { "F6/language-choice-script-and-region",
    { "", "own", "zh-Hans-CN", "chinese" },
    { "zh_CN", "C", NULL },
    "chinese" },
  { "F6/language-choice-traditional",
    { "", "own", "zh-Hant", "taiwan", "zh-Hans", "chinese" },
    { "zh_TW", "zh", NULL },
    "taiwan" },
  { "F6/language-choice-other-region", { "", "own", "zh_TW", "taiwan" }, { "zh_CN", "C", NULL }, "taiwan" },
  { "F6/language-choice-base-language",
    { "", "own", "zh", "chinese" },
    { "zh_CN", "zh", "C", NULL },
    "chinese" },
  { "F6/language-choice-own-region-before-another",
    { "zh_TW", "taiwan", "zh_CN", "chinese" },
    { "zh_CN", "zh", NULL },
    "chinese" },
  { "F6/language-choice-letter-case", { "", "own", "ZH-cn", "chinese" }, { "zh_CN", NULL }, "chinese" },
  { "F6/language-choice-english-for-c", { "zh_CN", "chinese", "en", "english" }, { "C", NULL }, "english" },
  { "F6/language-choice-own-before-english-for-c", { "", "own", "en", "english" }, { "C", NULL }, "own" },
  { "F6/language-choice-none-of-them", { "zh_CN", "chinese", "de", "german" }, { "fr", NULL }, "chinese" },
  { "F6/language-choice-no-languages", { "de", "german", "en", "english" }, { NULL }, "german" },
  { "F6/language-choice-not-a-prefix", { "", "own", "eng", "other" }, { "en", NULL }, "own" },
  { "F6/language-choice-empty-is-missing", { "en", "", "de", "german" }, { "en", NULL }, "german" },
  { "F6/language-choice-first-of-one-language", { "en", "first", "en", "second" }, { "en", NULL }, "first" },
};

static void
test_choose (gconstpointer data)
{
  const TextCase *text_case = data;
  PlannerText text = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (text_case->variants) && text_case->variants[i]; i += 2)
    planner_text_add (&text, text_case->variants[i], text_case->variants[i + 1]);
  planner_text_choose (&text, text_case->languages);
  g_assert_cmpstr (text.shown, ==, text_case->shown);
  planner_text_clear (&text);
  g_assert_null (text.shown);
  g_assert_null (text.variants);
}

static void
test_shown_before_choice (void)
{
  PlannerText text = { NULL };

  planner_text_add (&text, "de", NULL);
  g_assert_null (text.shown);
  planner_text_add (&text, "de", "german");
  planner_text_add (&text, "en", "english");
  g_assert_cmpstr (text.shown, ==, "german");
  planner_text_clear (&text);
}

static void
test_many_languages (void)
{
  PlannerText text = { NULL };

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *language = g_strdup_printf ("aa_%03u", i);

      planner_text_add (&text, language, "ab");
    }
  g_assert_cmpuint (g_strv_length (text.variants), ==, 2 * 50);
  g_assert_cmpuint (planner_text_measure (&text), ==, 50 * (strlen ("aa_000") + strlen ("ab")));
  planner_text_clear (&text);
  g_assert_cmpuint (planner_text_measure (&text), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/", text_cases[i].path, NULL);

      g_test_add_data_func (path, &text_cases[i], test_choose);
    }
  g_test_add_func ("/model/text-is-shown-before-a-choice", test_shown_before_choice);
  g_test_add_func ("/model/F4/text-has-at-most-50-languages", test_many_languages);

  return g_test_run ();
}
