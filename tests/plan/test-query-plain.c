/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Compares a query with a plain search for all of its words, for random texts. */

#include "plan/planner-query.h"

#include <string.h>

#define N_ROUNDS 20000

/* Few letters, so that words are often found, and often nearly found. */
static const char *const letters[] = { "a", "b", " ", "é", "中" };

static char *
make_random (guint max_letters, guint n_kinds)
{
  const int n = g_test_rand_int_range (0, (int) max_letters + 1);
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    g_string_append (text, letters[g_test_rand_int_range (0, (int) n_kinds)]);

  return g_string_free_and_steal (text);
}

static PlannerAgenda *
make_agenda (void)
{
  PlannerAgenda *agenda = planner_agenda_new ();
  PlannerSession *session = planner_session_new ();
  PlannerDay *day = planner_day_new ();
  char *fields[PLANNER_SEARCH_N_FIELDS];

  day->date = g_strdup ("2026-07-01");
  g_ptr_array_add (agenda->days, day);
  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS; i++)
    fields[i] = make_random (40, G_N_ELEMENTS (letters));
  planner_search_text_set (&session->search, (const char *const *) fields);
  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS; i++)
    g_free (fields[i]);
  g_ptr_array_add (agenda->sessions, session);

  return agenda;
}

static gboolean
has_word (const PlannerSession *session, const char *word)
{
  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS; i++)
    if (strstr (planner_search_text_get (&session->search, i, NULL), word))
      return TRUE;

  return FALSE;
}

static gboolean
has_all_words (const PlannerSession *session, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i]; i++)
    if (!has_word (session, words[i]))
      return FALSE;

  return TRUE;
}

static void
test_query (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (PlannerAgenda) agenda = make_agenda ();
      const PlannerSession *session = planner_agenda_get_session (agenda, 0);
      g_autofree char *text = make_random (8, 3);
      g_autoptr (PlannerQuery) query = planner_query_new (text);

      g_assert_cmpint (planner_query_rank (query, agenda, session, NULL) > 0, ==,
                       has_all_words (session, text));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/query/random/finds-what-a-plain-search-finds", test_query);

  return g_test_run ();
}
