/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-query.h"

#include "model/planner-fold.h"

static const char *const titles[] = { "C++ & C#: \"what's new\" 100% AND foo-bar_baz *",
                                      "Café ISTANBUL Straße ＧＯＴＣ", "全球开源技术峰会 👩\u200d💻" };

static void
set_search (PlannerSession *session, const char *const *fields)
{
  char *folded[PLANNER_SEARCH_N_FIELDS];

  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS; i++)
    folded[i] = planner_fold (fields[i] ? fields[i] : "");
  planner_search_text_set (&session->search, (const char *const *) folded);
  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS; i++)
    g_free (folded[i]);
}

static PlannerAgenda *
make_agenda (const char *const *fields)
{
  PlannerAgenda *agenda = planner_agenda_new ();
  PlannerSession *session = planner_session_new ();
  PlannerDay *day = planner_day_new ();

  day->date = g_strdup ("2026-07-01"); /* a Wednesday */
  g_ptr_array_add (agenda->days, day);
  set_search (session, fields);
  g_ptr_array_add (agenda->sessions, session);

  return agenda;
}

static guint
rank_with_note (const char *text, const char *const *fields, const char *note)
{
  g_autoptr (PlannerQuery) query = planner_query_new (text);
  g_autoptr (PlannerAgenda) agenda = make_agenda (fields);
  g_autofree char *folded = note ? planner_fold (note) : NULL;

  return planner_query_rank (query, agenda, planner_agenda_get_session (agenda, 0), folded);
}

static guint
rank (const char *text, const char *const *fields)
{
  return rank_with_note (text, fields, NULL);
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
  { "Party", "reopen resource" },
  { "Party", NULL, "reopen resource" },
  { "Party", NULL, NULL, "reopen resource" },
  { "Party", NULL, NULL, NULL, "open source" },
  { "Party", NULL, NULL, NULL, "reopen resource" },
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
test_word_start_first (void)
{
  const char *const rust[PLANNER_SEARCH_N_FIELDS] = { "Async Rust" };
  const char *const frustrated[PLANNER_SEARCH_N_FIELDS] = { "Frustrated", NULL, NULL, NULL, "rust rust" };

  g_assert_cmpuint (rank ("rust", rust), >, rank ("rust", frustrated));
  g_assert_cmpuint (rank ("rus", rust), >, rank ("rus", frustrated));
}

/* A note ranks after the names and before the abstract. */
static void
test_note_order (void)
{
  const char *const room[PLANNER_SEARCH_N_FIELDS] = { "Party", NULL, NULL, "preopen" };
  const char *const abstract[PLANNER_SEARCH_N_FIELDS] = { "Party", NULL, NULL, NULL, "open" };
  const char *const nothing[PLANNER_SEARCH_N_FIELDS] = { "Party" };

  g_assert_cmpuint (rank ("open", room), >, rank_with_note ("open", nothing, "Open"));
  g_assert_cmpuint (rank_with_note ("open", nothing, "Open"), >, rank_with_note ("open", nothing, "Reopen"));
  g_assert_cmpuint (rank_with_note ("open", nothing, "Reopen"), >, rank ("open", abstract));
}

typedef struct
{
  const char *path;
  const char *query;
  const char *note;
  int place; /* −1 for no match */
} NoteCase;

static const NoteCase note_cases[] = {
  { "word-of-note", "prototype", "Bring\nthe Prototype", PLANNER_QUERY_PLACE_NOTE },
  { "inside-word-of-note", "totype", "Bring\nthe Prototype", PLANNER_QUERY_PLACE_NOTE },
  { "words-of-note-and-title", "prototype kernel", "Bring\nthe Prototype", PLANNER_QUERY_PLACE_TITLE },
  { "words-of-note-and-abstract", "prototype patches", "Bring\nthe Prototype", PLANNER_QUERY_PLACE_NOTE },
  { "word-of-neither", "kiosk", "Bring\nthe Prototype", -1 },
  { "no-note", "prototype", NULL, -1 },
  { "day-in-note", "friday", "Until Friday", PLANNER_QUERY_PLACE_NOTE },
};

static void
test_note (gconstpointer data)
{
  const NoteCase *note_case = data;
  const char *const fields[PLANNER_SEARCH_N_FIELDS] = { "Kernel", "Linus", "Main", "Saal 1", "Patches" };
  const guint found = rank_with_note (note_case->query, fields, note_case->note);

  if (note_case->place < 0)
    g_assert_cmpuint (found, ==, 0);
  else
    g_assert_cmpint (planner_query_get_place (found), ==, note_case->place);
}

typedef struct
{
  const char *path;
  const char *query;
  PlannerQueryPlace place;
} PlaceCase;

static const PlaceCase place_cases[] = {
  { "title", "kernel", PLANNER_QUERY_PLACE_TITLE },
  { "inside-title", "ernel", PLANNER_QUERY_PLACE_TITLE },
  { "speakers", "linus", PLANNER_QUERY_PLACE_NAMES },
  { "inside-room", "aal", PLANNER_QUERY_PLACE_NAMES },
  { "abstract", "patches", PLANNER_QUERY_PLACE_ABSTRACT },
  { "best-word-counts", "patches saal", PLANNER_QUERY_PLACE_NAMES },
  { "day", "wednesday", PLANNER_QUERY_PLACE_TIME },
  { "day-and-room", "wednesday saal", PLANNER_QUERY_PLACE_NAMES },
  { "day-in-title", "kern wednesday", PLANNER_QUERY_PLACE_TITLE },
};

static void
test_place (gconstpointer data)
{
  const PlaceCase *place_case = data;
  const char *const fields[PLANNER_SEARCH_N_FIELDS] = { "Kernel", "Linus", "Main", "Saal 1", "Patches" };

  g_assert_cmpint (planner_query_get_place (rank (place_case->query, fields)), ==, place_case->place);
}

/* A day is no word of an abstract: "wednesday" must not find what an abstract says about Wednesday. */
static void
test_day_in_text (void)
{
  const char *const in_title[PLANNER_SEARCH_N_FIELDS] = { "Black Friday" };
  const char *const in_abstract[PLANNER_SEARCH_N_FIELDS] = { "Party", NULL, NULL, NULL, "See you on Friday" };
  const char *const inside[PLANNER_SEARCH_N_FIELDS] = { "Parasat" };

  g_assert_cmpuint (rank ("friday", in_title), >, 0);
  g_assert_cmpuint (rank ("friday", in_abstract), ==, 0);
  g_assert_cmpuint (rank ("sat", inside), ==, 0);
}

typedef struct
{
  const char *path;
  const char *query;
  const char *wider;
  gboolean narrows;
} NarrowCase;

static const NarrowCase narrow_cases[] = {
  { "longer-word", "rust", "rus", TRUE },
  { "one-more-word", "rust async", "rust ", TRUE },
  { "inside-a-longer-word", "frustrated", "rust", TRUE },
  { "first-letter", "r", "", TRUE },
  { "shorter-word", "rus", "rust", FALSE },
  { "other-word", "tea", "rust", FALSE },
  { "time-becomes-word", "sunflower", "sun", FALSE },
  { "word-becomes-time", "sunday", "sunda", FALSE },
  { "one-more-time", "saal sunday", "saal", TRUE },
};

static void
test_narrows (gconstpointer data)
{
  const NarrowCase *narrow_case = data;
  g_autoptr (PlannerQuery) query = planner_query_new (narrow_case->query);
  g_autoptr (PlannerQuery) wider = planner_query_new (narrow_case->wider);

  g_assert_cmpint (planner_query_narrows (query, wider), ==, narrow_case->narrows);
}

typedef struct
{
  const char *path;
  const char *query;
  const char *text;
  const char *hits; /* in brackets, separated by spaces */
} HitCase;

static const HitCase hit_cases[] = {
  { "word", "rust", "Rust in Linux", "[Rust]" },
  { "word-starts-only", "rust", "Frustrated by Rust", "[Rust]" },
  { "inside-a-word", "rust", "Frustrated", "[rust]" },
  { "twice", "a", "A a", "[A] [a]" },
  { "two-words", "open talk", "Talk on openness", "[open] [Talk]" },
  { "accent", "cafe", "Le café noir", "[café]" },
  { "accent-in-two-characters", "cafe", "cafés", "[café]" },
  { "sharp-s", "strasse", "Große Straße 5", "[Straße]" },
  { "half-a-sharp-s", "stras", "Straße", "[Straß]" },
  { "full-width", "gotc", "＠ ＧＯＴＣ", "[ＧＯＴＣ]" },
  { "ligature", "office", "oﬃce", "[oﬃce]" },
  { "invisible-character", "symposium", "sym­posium", "[sym­posium]" },
  { "cjk", "开源", "全球开源技术峰会", "[开源]" },
  { "emoji", "💻", "👩‍💻", "[💻]" },
  { "after-white-space", "b", " 	 a 　 b", "[b]" },
  { "markup", "<b>", "a <b> c", "[<b>]" },
  { "none", "tea", "Rust", "" },
  { "day", "sun", "Sunny sun parasun", "[Sun] [sun]" },
};

static void
test_hits (gconstpointer data)
{
  const HitCase *hit_case = data;
  g_autoptr (PlannerQuery) query = planner_query_new (hit_case->query);
  g_autoptr (GArray) hits = planner_query_find_hits (query, hit_case->text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const PlannerQueryHit hit = g_array_index (hits, PlannerQueryHit, i);

      g_string_append_printf (found, "%s[%.*s]", i > 0 ? " " : "", (int) (hit.end - hit.start),
                              hit_case->text + hit.start);
    }
  g_assert_cmpstr (found->str, ==, hit_case->hits);
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

static void
add_case (const char *prefix, const char *name, gconstpointer data, GTestDataFunc test)
{
  g_autofree char *path = g_strconcat (prefix, name, NULL);

  g_test_add_data_func (path, data, test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (match_cases); i++)
    add_case ("/plan/query/", match_cases[i].path, &match_cases[i], test_match);
  for (guint i = 0; i < G_N_ELEMENTS (place_cases); i++)
    add_case ("/plan/query/S4/place/", place_cases[i].path, &place_cases[i], test_place);
  for (guint i = 0; i < G_N_ELEMENTS (narrow_cases); i++)
    add_case ("/plan/query/narrows/", narrow_cases[i].path, &narrow_cases[i], test_narrows);
  for (guint i = 0; i < G_N_ELEMENTS (hit_cases); i++)
    add_case ("/plan/query/S2/hits/", hit_cases[i].path, &hit_cases[i], test_hits);
  for (guint i = 0; i < G_N_ELEMENTS (note_cases); i++)
    add_case ("/plan/query/U17/", note_cases[i].path, &note_cases[i], test_note);
  g_test_add_func ("/plan/query/U17/note-ranks-before-abstract", test_note_order);
  g_test_add_func ("/plan/query/S4/word-start-first", test_word_start_first);
  g_test_add_func ("/plan/query/S4/day-is-no-word-of-an-abstract", test_day_in_text);
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
