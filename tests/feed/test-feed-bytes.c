/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/planner-feed-bytes.h"
#include "feed/json/planner-feed-json-text.h"
#include "feed/build/planner-feed-text.h"

#include <string.h>

#define BYTES(literal) literal, sizeof (literal) - 1

typedef struct
{
  const char *name;
  const char *bytes;
  gsize size;
  const char *text;
  const char *code;
} Case;

static const Case cases[] = {
  { "utf-8", BYTES ("caf\xc3\xa9 \xe5\xbc\x80"), "café 开", NULL },
  { "empty", BYTES (""), "", NULL },
  { "crlf", BYTES ("a\r\nb\tc"), "a\r\nb\tc", NULL },
  { "mark", BYTES ("\xef\xbb\xbf{}"), "{}", NULL },
  { "mark-only", BYTES ("\xef\xbb\xbf"), "", NULL },
  { "utf-16le", BYTES ("\xff\xfe{\0\xe9\0\x00\x5f}\0"), "{é开}", "charset" },
  { "utf-16be", BYTES ("\xfe\xff\0{\0\xe9\x5f\x00\0}"), "{é开}", "charset" },
  { "utf-16le-no-mark", BYTES ("{\0\"\0\xe9\0\"\0}\0"), "{\"é\"}", "charset" },
  { "utf-16be-no-mark", BYTES ("\0{\0\"\0\xe9\0\"\0}"), "{\"é\"}", "charset" },
  { "utf-16-pair", BYTES ("\xff\xfe\x3d\xd8\x00\xde"), "😀", "charset" },
  { "utf-16-half-pair",
    BYTES ("\xff\xfe\x3d\xd8"
           "a\0"),
    "\357\277\275a", "charset" },
  { "utf-16-odd-end",
    BYTES ("\xff\xfe"
           "a\0b"),
    "a", "charset" },
  { "utf-32le", BYTES ("\xff\xfe\0\0a\0\0\0\x00\x5f\0\0"), "a开", "charset" },
  { "latin-1-evident", BYTES ("{\"t\": \"Caf\xe9 f\xfcr\"}"), "{\"t\": \"Café für\"}", "charset" },
  { "windows-1252", BYTES ("\x80 \x93x\x94 \xe9"), "€ “x” é", "charset" },
  { "latin-1-undefined", BYTES ("\x81 \xe9"), "\xc2\x81 é", "charset" },
  { "latin-1-declared", BYTES ("<?xml version='1.0' encoding='ISO-8859-15'?><a>\xa4</a>"),
    "<?xml version='1.0' encoding='ISO-8859-15'?><a>€</a>", "charset" },
  { "nonsense-declared", BYTES ("<?xml encoding=\"x-none\"?>\xe9"), "<?xml encoding=\"x-none\"?>é",
    "charset" },
  { "invalid", BYTES ("\xc3\xa9 \xff\xfe \xe5\xbc"), "é \357\277\275\357\277\275 \357\277\275\357\277\275",
    "invalid-utf8" },
  { "overlong", BYTES ("\xc3\xa9\xc0\xaf"), "é\357\277\275\357\277\275", "invalid-utf8" },
  { "nul", BYTES ("a\0b"), "a\357\277\275b", "control-character" },
  { "nul-and-utf-8", BYTES ("\xc3\xa9\0\xc3\xa9"), "é\357\277\275é", "control-character" },
  { "controls",
    BYTES ("a\x01\x1f\x7f"
           "b"),
    "a\357\277\275\357\277\275\357\277\275b", "control-character" },
};

static void
test_bytes (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (expected->bytes, expected->size);
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autofree char *text = planner_feed_bytes_to_text (bytes, report);

  g_assert_cmpstr (text, ==, expected->text);
  g_assert_cmpuint (planner_report_get_n_problems (report), ==, expected->code ? 1 : 0);
  if (expected->code)
    g_assert_cmpstr (planner_problem_code_get_kind (planner_report_get_problem (report, 0)->code)->name, ==,
                     expected->code);
}

typedef struct
{
  const char *bytes;
  gsize size;
  const char *where;
  const char *message;
} PlaceCase;

/* Columns count characters, not bytes. */
static void
test_place (void)
{
  static const PlaceCase place_cases[] = {
    { BYTES ("a\nb\n\xc3\xa9\xe5\xbc\x80 \006 \006"), "line 3 column 4",
      "2 control characters were replaced; the first is here." },
    { BYTES ("\0"), "line 1 column 1", "A control character was replaced." },
    { BYTES ("\xc3\xa9\r\n\xc3\xa9 \xff"), "line 2 column 3", "A byte that is not UTF-8 was replaced." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (place_cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (place_cases[i].bytes, place_cases[i].size);
      g_autoptr (PlannerReport) report = planner_report_new ();
      g_autofree char *text = planner_feed_bytes_to_text (bytes, report);

      g_assert_cmpuint (planner_report_get_n_problems (report), ==, 1);
      g_assert_cmpstr (planner_report_get_problem (report, 0)->where, ==, place_cases[i].where);
      g_assert_cmpstr (planner_report_get_problem (report, 0)->message, ==, place_cases[i].message);
    }
}

typedef struct
{
  const char *text;
  PlannerTextKind kind;
  const char *clean;
  gboolean replaced;
} CleanCase;

static void
test_clean (void)
{
  static const CleanCase clean_cases[] = {
    { "  a title ", PLANNER_TEXT_LINE, "a title", FALSE },
    { "two\r\nlines\tand", PLANNER_TEXT_LINE, "two lines and", FALSE },
    { "two\r\nlines\rthree\nfour\tand", PLANNER_TEXT_LONG, "two\nlines\nthree\nfour\tand", FALSE },
    { "bell\a, del\177 and nel\xc2\x85.", PLANNER_TEXT_LONG,
      "bell\357\277\275, del\357\277\275 and nel\357\277\275.", TRUE },
    { "no\xc2\xa0"
      "break é",
      PLANNER_TEXT_LINE,
      "no\xc2\xa0"
      "break é",
      FALSE },
    { "half \xa9.", PLANNER_TEXT_LINE, "half \357\277\275.", TRUE },
    { " \n ", PLANNER_TEXT_LONG, NULL, FALSE },
    { "", PLANNER_TEXT_LINE, NULL, FALSE },
    { NULL, PLANNER_TEXT_LINE, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (clean_cases); i++)
    {
      gboolean replaced = FALSE, cut = FALSE;
      g_autofree char *clean =
          planner_feed_clean_text (clean_cases[i].text, clean_cases[i].kind, &replaced, &cut);

      g_assert_cmpstr (clean, ==, clean_cases[i].clean);
      g_assert_cmpint (replaced, ==, clean_cases[i].replaced);
      g_assert_false (cut);
    }
}

/* The limit never cuts a character of three bytes. */
static void
test_cut (void)
{
  for (guint lead = 0; lead < 3; lead++)
    {
      g_autoptr (GString) text = g_string_new ("xxx");
      g_autofree char *clean = NULL;
      gboolean replaced = FALSE, cut = FALSE;

      g_string_truncate (text, lead);
      while (text->len <= PLANNER_FEED_MAX_LINE_BYTES)
        g_string_append (text, "开");
      clean = planner_feed_clean_text (text->str, PLANNER_TEXT_LINE, &replaced, &cut);
      g_assert_true (cut);
      g_assert_true (g_utf8_validate (clean, -1, NULL));
      g_assert_cmpuint (strlen (clean), <=, PLANNER_FEED_MAX_LINE_BYTES);
      g_assert_cmpuint (strlen (clean), >, PLANNER_FEED_MAX_LINE_BYTES - 3);
    }
}

static void
test_languages (void)
{
  static const char *const good[] = { "en", "zh_CN", "zh-Hant", "pt-BR", "gsw", "zh-Hans-CN" };
  static const char *const bad[] = { "", "e", "name", "title", "EN", "en_", "en-x", "en/../x", "url " };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (planner_feed_is_language (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (planner_feed_is_language (bad[i]));
}

typedef struct
{
  const char *json;
  const char *prepared;
  guint n_replaced;
  gboolean cut_off;
} PrepareCase;

static void
test_json_text (void)
{
  static const PrepareCase prepare_cases[] = {
    { "[\"a\\u0041\\\\\\\"\"]", "[\"a\\u0041\\\\\\\"\"]", 0, FALSE },
    { "[\"a\nb\r\n\tc\"]", "[\"a\\nb\\r\\n\\tc\"]", 0, FALSE },
    { "[\"\\u0000\"]", "[\"\\ufffd\"]", 1, FALSE },
    { "[\"\\\\u0000\"]", "[\"\\\\u0000\"]", 0, FALSE },
    { "[\"\\ud83d\\ude00\"]", "[\"\\ud83d\\ude00\"]", 0, FALSE },
    { "[\"\\ud83d\\ud83d\\ude00\"]", "[\"\\ufffd\\ud83d\\ude00\"]", 1, FALSE },
    { "[\"\\ud800x\\uDC00\"]", "[\"\\ufffdx\\ufffd\"]", 2, FALSE },
    { "[\357\277\275 \"\357\277\275\"]", "[  \"\357\277\275\"]", 0, FALSE },
    { "[1, 2", "[1, 2", 0, TRUE },
    { "{\"a\": \"b", "{\"a\": \"b", 0, TRUE },
    { "{\"a\": \"b\\", "{\"a\": \"b\\", 0, TRUE },
    { "[1]]", "[1]]", 0, FALSE },
    { "", "", 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (prepare_cases); i++)
    {
      g_auto (PlannerJsonText) prepared = { 0 };

      g_test_message ("%s", prepare_cases[i].json);
      planner_json_text_init (&prepared, prepare_cases[i].json);
      g_assert_cmpstr (prepared.text, ==, prepare_cases[i].prepared);
      g_assert_cmpuint (prepared.n_replaced, ==, prepare_cases[i].n_replaced);
      g_assert_cmpint (prepared.cut_off, ==, prepare_cases[i].cut_off);
      g_assert_false (prepared.too_large);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/F3/bytes-", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_bytes);
    }
  g_test_add_func ("/feed/F3/problem-has-line-and-column", test_place);
  g_test_add_func ("/feed/F3/texts-are-cleaned", test_clean);
  g_test_add_func ("/feed/F3/json-strings-are-repaired", test_json_text);
  g_test_add_func ("/feed/text-is-cut-between-characters", test_cut);
  g_test_add_func ("/feed/languages-are-recognized", test_languages);

  return g_test_run ();
}
