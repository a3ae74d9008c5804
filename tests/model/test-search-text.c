/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-search-text.h"

#include <string.h>

static void
assert_fields (const PlannerSearchText *texts, const char *const *fields)
{
  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS; i++)
    {
      const char *expected = fields[i] ? fields[i] : "";
      gsize length;

      g_assert_cmpstr (planner_search_text_get (texts, i, &length), ==, expected);
      g_assert_cmpuint (length, ==, strlen (expected));
    }
}

static void
test_set (void)
{
  static const char *const rows[][PLANNER_SEARCH_N_FIELDS] = {
    { "title", "ada", "rust", "hall", "long text" },
    { NULL, NULL, NULL, NULL, NULL },
    { "title", "", NULL, "", NULL },
    { NULL, "", "", "", "last" },
    { "", "", "中文", "", "" },
    { "", "", "", "", "" },
  };
  PlannerSearchText texts = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      planner_search_text_set (&texts, rows[i]);
      assert_fields (&texts, rows[i]);
    }
  planner_search_text_clear (&texts);
}

static void
test_set_in (void)
{
  static const char *const fields[] = { "title, and more", "ada, too", NULL, "", "text." };
  static const gsize lengths[] = { 5, 3, 0, 0, 4 };
  g_autoptr (PlannerArena) arena = planner_arena_new (8);
  PlannerSearchText texts = { NULL };

  planner_search_text_set_in (&texts, arena, fields, lengths);

  assert_fields (&texts, (const char *[]) { "title", "ada", "", "", "text" });
}

static void
test_new (void)
{
  const PlannerSearchText texts = { NULL };

  assert_fields (&texts, (const char *[PLANNER_SEARCH_N_FIELDS]) { NULL });
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/search-text/set", test_set);
  g_test_add_func ("/model/search-text/set-in-an-arena", test_set_in);
  g_test_add_func ("/model/search-text/is-empty-when-new", test_new);

  return g_test_run ();
}
