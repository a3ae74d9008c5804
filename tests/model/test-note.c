/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-note.h"

#include <string.h>

typedef struct
{
  const char *path;
  const char *text;
  const char *expected;
} NoteCase;

static const NoteCase note_cases[] = {
  { "nothing-written", NULL, NULL },
  { "empty-text", "", NULL },
  { "only-white-space", " \n\t \u00a0", NULL },
  { "as-typed", "  Ask about\n\n\ttabs \n", "  Ask about\n\n\ttabs \n" },
  { "line-breaks", "one\r\ntwo\rthree\n", "one\ntwo\nthree\n" },
  { "control-characters", "be\a\x1b[31mep\x7f\u009b", "be[31mep" },
  { "only-control-characters", "\x1b\a", NULL },
  { "invalid-utf-8", "caf\xe9", "caf\ufffd" },
  { "chinese-words", "问：为什么？", "问：为什么？" },
};

static void
test_clean (gconstpointer data)
{
  const NoteCase *note_case = data;
  g_autofree char *note = planner_note_clean (note_case->text);

  g_assert_cmpstr (note, ==, note_case->expected);
}

/* Returns: (transfer full): @text repeated to @n_bytes or more */
static char *
repeat (const char *text, gsize n_bytes)
{
  GString *repeated = g_string_new (NULL);

  while (repeated->len < n_bytes)
    g_string_append (repeated, text);

  return g_string_free (repeated, FALSE);
}

static void
test_limit (gconstpointer data)
{
  g_autofree char *text = repeat (data, 3 * PLANNER_NOTE_MAX_BYTES);
  g_autofree char *note = planner_note_clean (text);

  g_assert_true (g_utf8_validate (note, -1, NULL));
  g_assert_true (g_str_has_prefix (text, note));
  g_assert_cmpuint (strlen (note), <=, PLANNER_NOTE_MAX_BYTES);
  g_assert_cmpuint (strlen (note), >, PLANNER_NOTE_MAX_BYTES - strlen (data));
}

static void
test_longest_note (void)
{
  g_autofree char *text = g_strnfill (PLANNER_NOTE_MAX_BYTES, 'x');
  g_autofree char *note = planner_note_clean (text);

  g_assert_cmpstr (note, ==, text);
}

static const struct
{
  const char *path, *base, *own, *other, *expected;
} merge_cases[] = {
  { "nothing-changed", "A", "A", "A", "A" },
  { "own-changed", "A", "B", "A", "B" },
  { "other-changed", "A", "A", "B", "B" },
  { "both-changed", "A", "B", "C", "B\n\nC" },
  { "both-are-new", NULL, "B", "C", "B\n\nC" },
  { "both-are-equal", "A", "B", "B", "B" },
  { "own-removed", "A", NULL, "A", NULL },
  { "own-removed-other-changed", "A", NULL, "B", "B" },
  { "other-removed", "A", "A", NULL, "A" },
  { "other-removed-own-changed", "A", "B", NULL, "B" },
  { "own-continues-other", "A", "A B C", "A B", "A B C" },
  { "other-continues-own", "A", "A B", "A B C", "A B C" },
  { "other-adds-below", "A", "A B", "A\n\nC", "A B\n\nC" },
  { "other-adds-to-a-word", "Ask", "Ask me", "Asking", "Ask me\n\nAsking" },
};

static void
test_merge (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (merge_cases); i++)
    {
      g_autofree char *note =
          planner_note_merge (merge_cases[i].base, merge_cases[i].own, merge_cases[i].other);

      g_test_message ("%s", merge_cases[i].path);
      g_assert_cmpstr (note, ==, merge_cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (note_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/U17/note-", note_cases[i].path, NULL);

      g_test_add_data_func (path, &note_cases[i], test_clean);
    }
  g_test_add_data_func ("/model/U17/note-limit-one-byte-characters", "x", test_limit);
  g_test_add_data_func ("/model/U17/note-limit-three-byte-characters", "问", test_limit);
  g_test_add_data_func ("/model/U17/note-limit-after-odd-byte", "x问😀", test_limit);
  g_test_add_func ("/model/U17/longest-note-is-kept", test_longest_note);

  g_test_add_func ("/model/U17/merging-keeps-both-texts", test_merge);

  return g_test_run ();
}
