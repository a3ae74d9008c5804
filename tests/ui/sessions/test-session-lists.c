/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sessions/planner-session-lists.h"

#include "library/planner-entry.h"

#define N_SESSIONS 1000
#define MAX_ROWS_AT_ONCE 50

/* Each session has the letter a in its title. Half of them also have the letter b there. */
static GListModel *
make_entries (void)
{
  GListStore *entries = g_list_store_new (PLANNER_TYPE_ENTRY);
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  PlannerDay *day = planner_day_new ();

  day->date = g_strdup ("2026-07-01");
  g_ptr_array_add (agenda->days, day);
  for (guint i = 0; i < N_SESSIONS; i++)
    {
      PlannerSession *session = planner_session_new ();
      g_autoptr (PlannerEntry) entry = NULL;

      session->key = g_strdup_printf ("%u", i);
      planner_search_text_set (&session->search,
                               (const char *[PLANNER_SEARCH_N_FIELDS]) { i % 2 == 0 ? "a ab" : "a" });
      g_ptr_array_add (agenda->sessions, session);
      entry = planner_entry_new (agenda, session);
      g_list_store_append (entries, entry);
    }

  return G_LIST_MODEL (entries);
}

static guint
count (gpointer model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

/* A key that matches all sessions must not make hundreds of rows within a frame. */
static void
test_keys (void)
{
  g_autoptr (PlannerSessionLists) lists = planner_session_lists_new ();
  g_autoptr (GListModel) entries = make_entries ();
  PlannerGradualModel *found = planner_session_lists_get_found (lists);

  planner_session_lists_set_scope (lists, entries, NULL);

  planner_session_lists_search (lists, "a");
  g_assert_cmpuint (count (planner_session_lists_get_ranked (lists)), ==, N_SESSIONS);
  g_assert_cmpuint (count (found), >, 1);
  g_assert_cmpuint (count (found), <, MAX_ROWS_AT_ONCE);

  planner_session_lists_search (lists, "ab");
  g_assert_cmpuint (count (planner_session_lists_get_ranked (lists)), ==, N_SESSIONS / 2);
  g_assert_cmpuint (count (found), <, MAX_ROWS_AT_ONCE);

  planner_gradual_model_show_all (found);
  g_assert_cmpuint (count (found), ==, N_SESSIONS / 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/session-lists/U2/key-shows-few-results-at-once", test_keys);

  return g_test_run ();
}
