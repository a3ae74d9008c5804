/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "words/planner-room-words.h"

static const struct
{
  const char *path;
  guint n_hidden;
  guint n_starred;
  const char *expected;
} hidden_cases[] = {
  { "one", 1, 0, "1 room hidden" },
  { "several", 12, 0, "12 rooms hidden" },
  { "one-starred", 12, 1, "12 rooms hidden, with 1 of your sessions" },
  { "several-starred", 1, 3, "1 room hidden, with 3 of your sessions" },
};

static const struct
{
  const char *path;
  gint64 between_s;
  const char *shown;
  const char *spoken;
} walk_cases[] = {
  { "no-time", 0, "K.1.105 → H.2214, no time between", "then from K.1.105 to H.2214, no time between" },
  { "one-minute", 60, "K.1.105 → H.2214, only 1 min", "then from K.1.105 to H.2214, only 1 min" },
  { "short", 5 * 60, "K.1.105 → H.2214, only 5 min", "then from K.1.105 to H.2214, only 5 min" },
  { "enough", 6 * 60, "K.1.105 → H.2214, 6 min", "then from K.1.105 to H.2214, 6 min" },
  { "free-time", 15 * 60, "K.1.105 → H.2214", "then from K.1.105 to H.2214, 15 min" },
};

static void
test_hidden (gconstpointer data)
{
  const gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *text = planner_format_hidden_rooms (hidden_cases[i].n_hidden, hidden_cases[i].n_starred);

  g_assert_cmpstr (text, ==, hidden_cases[i].expected);
}

static void
test_walk (gconstpointer data)
{
  const gsize i = GPOINTER_TO_SIZE (data);
  const PlannerRoom from = { .title.shown = "K.1.105" }, to = { .title.shown = "H.2214" };
  const PlannerWalk walk = { .from = &from, .to = &to, .between_s = walk_cases[i].between_s };
  g_autofree char *shown = planner_format_walk (&walk);
  g_autofree char *spoken = planner_format_walk_sentence (&walk);

  g_assert_cmpstr (shown, ==, walk_cases[i].shown);
  g_assert_cmpstr (spoken, ==, walk_cases[i].spoken);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (hidden_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/words/hidden-rooms/", hidden_cases[i].path, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_hidden);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (walk_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/words/walk/", walk_cases[i].path, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_walk);
    }

  return g_test_run ();
}
