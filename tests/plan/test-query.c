/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-query.h"

#include "model/planner-fold.h"

static const char *const titles[] = { "C++ & C#: \"what's new\" 100% AND foo-bar_baz *",
                                      "Café ISTANBUL Straße ＧＯＴＣ", "全球开源技术峰会 👩\u200d💻" };

static PlannerAgenda *
make_agenda (const char *const *fields)
{
  PlannerAgenda *agenda = planner_agenda_new ();
  PlannerSession *session = planner_session_new ();

  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS; i++)
    session->search[i] = fields[i] ? planner_fold (fields[i]) : NULL;
  g_ptr_array_add (agenda->sessions, session);

  return agenda;
}

static guint
rank (const char *text, const char *const *fields)
{
  g_autoptr (PlannerQuery) query = planner_query_new (text);
  g_autoptr (PlannerAgenda) agenda = make_agenda (fields);

  return planner_query_rank (query, planner_agenda_get_session (agenda, 0));
}

static guint
rank_title (const char *text, const char *title)
{
  const char *const fields[PLANNER_SEARCH_N_FIELDS] = { title };

  return rank (text, fields);
}

typedef struct
{
  const char *path;
  const char *query;
  gboolean matches[G_N_ELEMENTS (titles)];
} MatchCase;

static const MatchCase match_cases[] = {
  { "S1/c++", "c++", { TRUE } },
  { "S1/c-sharp", "c#", { TRUE } },
  { "S1/double-quote", "\"", { TRUE } },
  { "S1/single-quote", "'", { TRUE } },
  { "S1/star", "*", { TRUE } },
  { "S1/star-is-no-wildcard", "caf*", { FALSE } },
  { "S1/and-is-a-word", "new AND foo", { TRUE } },
  { "S1/or-is-a-word", "café OR new", { FALSE } },
  { "S1/hyphen", "foo-bar", { TRUE } },
  { "S1/leading-hyphen-does-not-exclude", "-bar", { TRUE } },
  { "S1/percent", "%", { TRUE } },
  { "S1/percent-is-no-wildcard", "1%0", { FALSE } },
  { "S1/underscore", "_", { TRUE } },
  { "S1/underscore-is-no-wildcard", "c_f", { FALSE } },
  { "S1/emoji", "👩\u200d💻", { FALSE, FALSE, TRUE } },
  { "S1/part-of-an-emoji", "💻", { FALSE, FALSE, TRUE } },
  { "S1/other-emoji", "🎉", { FALSE } },
  { "S1/invalid-utf-8", "caf\xc3", { FALSE } },
  { "S1/backslash", "\\", { FALSE } },
  { "S2/accent", "cafe", { FALSE, TRUE } },
  { "S2/istanbul", "istanbul", { FALSE, TRUE } },
  { "S2/turkish-istanbul", "İstanbul", { FALSE, TRUE } },
  { "S2/ss", "strasse", { FALSE, TRUE } },
  { "S2/sharp-s", "STRAßE", { FALSE, TRUE } },
  { "S2/full-width", "gotc", { FALSE, TRUE } },
  { "S2/full-width-query", "ｃａｆｅ", { FALSE, TRUE } },
  { "S2/cjk", "开源", { FALSE, FALSE, TRUE } },
  { "S2/cjk-not-adjacent", "开技", { FALSE } },
  { "S2/while-typing", "stra", { FALSE, TRUE } },
  { "S2/inside-a-word", "tanb", { FALSE, TRUE } },
  { "S4/all-words", "istanbul cafe", { FALSE, TRUE } },
  { "S4/one-word-missing", "istanbul tea", { FALSE } },
  { "S4/white-space-only", " \t\n\u3000 ", { TRUE, TRUE, TRUE } },
};

static void
test_match (gconstpointer data)
{
  const MatchCase *match_case = data;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpint (rank_title (match_case->query, titles[i]) > 0, ==, match_case->matches[i]);
}

/* A row has the texts of a session. Each ranks before the next one for "open source". */
static const char *const order[][PLANNER_SEARCH_N_FIELDS] = {
  { "Open source" },
  { "Sourcery: reopen", "open source" },
  { "Open", "source" },
  { "Open", NULL, NULL, NULL, "source" },
  { "reopen", NULL, NULL, NULL, "source" },
  { "Party", "open source" },
  { "Party", "open", "source" },
  { "Party", NULL, "open source" },
  { "Party", NULL, NULL, "open source" },
  { "Party", NULL, NULL, NULL, "open source" },
};

static void
test_order (void)
{
  guint before = G_MAXUINT;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const guint now = rank ("open source", order[i]);

      g_assert_cmpuint (now, <, before);
      g_assert_cmpuint (now, >, 0);
      before = now;
    }
}

static void
test_words_over_fields (void)
{
  const char *const fields[PLANNER_SEARCH_N_FIELDS] = { "Kernel", "Linus", "Main", "Saal 1", "Patches" };

  g_assert_cmpuint (rank ("kernel linus main saal patches", fields), >, 0);
  g_assert_cmpuint (rank ("kernel linus main saal patches tea", fields), ==, 0);
  g_assert_cmpuint (rank ("kernellinus", fields), ==, 0);
}

static void
test_word_start_in_cjk (void)
{
  g_assert_cmpuint (rank_title ("开源", "全球开源技术峰会"), ==, rank_title ("开源", "开源"));
}

static void
test_second_place_starts_a_word (void)
{
  g_assert_cmpuint (rank_title ("open", "reopen open"), ==, rank_title ("open", "open"));
}

static void
test_repeated_word_counts_once (void)
{
  g_assert_cmpuint (rank_title ("open Open OPEN", "open"), ==, rank_title ("open", "open"));
}

static void
test_long_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *one_word = g_strnfill (10 * 1024, 'x');

  for (guint i = 0; text->len < 10 * 1024; i++)
    g_string_append_printf (text, "word%u ", i);

  g_assert_cmpuint (rank_title (text->str, "word1"), ==, 0);
  g_assert_cmpuint (rank_title (text->str, text->str), >, 0);
  g_assert_cmpuint (rank_title (one_word, "xxx"), ==, 0);
  g_assert_cmpuint (rank_title (one_word, one_word), >, 0);
}

static void
test_cut_inside_a_character (void)
{
  g_autoptr (GString) text = g_string_new ("a");

  while (text->len < 100 * 1024)
    g_string_append (text, "源");

  g_assert_cmpuint (rank_title (text->str, "a源"), ==, 0);
}

static void
test_empty (void)
{
  g_autoptr (PlannerQuery) nothing = planner_query_new ("");
  g_autoptr (PlannerQuery) invisible = planner_query_new (" \u200d\u00ad ");
  g_autoptr (PlannerQuery) something = planner_query_new ("a");

  g_assert_true (planner_query_is_empty (nothing));
  g_assert_true (planner_query_is_empty (invisible));
  g_assert_false (planner_query_is_empty (something));
  g_assert_cmpuint (rank_title ("", "anything"), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (match_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plan/query/", match_cases[i].path, NULL);

      g_test_add_data_func (path, &match_cases[i], test_match);
    }
  g_test_add_func ("/plan/query/S1/long-text", test_long_text);
  g_test_add_func ("/plan/query/S1/cut-inside-a-character", test_cut_inside_a_character);
  g_test_add_func ("/plan/query/S1/empty-query", test_empty);
  g_test_add_func ("/plan/query/S2/word-start-in-cjk", test_word_start_in_cjk);
  g_test_add_func ("/plan/query/S4/order", test_order);
  g_test_add_func ("/plan/query/S4/words-over-fields", test_words_over_fields);
  g_test_add_func ("/plan/query/S4/second-place-starts-a-word", test_second_place_starts_a_word);
  g_test_add_func ("/plan/query/S4/repeated-word", test_repeated_word_counts_once);

  return g_test_run ();
}
