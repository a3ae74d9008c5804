/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Compares the results of random searches with those of a plain search through all entries. */

#include "ui/sessions/planner-search-results.h"

#include "library/planner-entry.h"

#include <string.h>

#define N_ROUNDS 300
#define MAX_ENTRIES 12

/* Few letters, so that words are often found, in all places. */
static const char *const letters[] = { "a", "b", "c", " " };

typedef struct
{
  GListStore *entries;
  PlannerSearchResults *results;
  GPtrArray *seen; /* owned, of owned entries: the results according to the signals */
  guint n_signals;
  guint n_removed; /* by all signals */
} Fixture;

static void
items_changed_cb (GListModel *model, guint position, guint n_removed, guint n_added, gpointer data)
{
  Fixture *fixture = data;

  fixture->n_signals++;
  fixture->n_removed += n_removed;
  g_assert_cmpuint (position + n_removed, <=, fixture->seen->len);
  if (n_removed > 0)
    g_ptr_array_remove_range (fixture->seen, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (fixture->seen, (int) (position + i), g_list_model_get_item (model, position + i));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->entries = g_list_store_new (PLANNER_TYPE_ENTRY);
  fixture->results = planner_search_results_new (G_LIST_MODEL (fixture->entries));
  fixture->seen = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (fixture->results, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->seen);
  g_assert_finalize_object (fixture->results);
  g_assert_finalize_object (fixture->entries);
}

static char *
make_random (int max_letters)
{
  const int n = g_test_rand_int_range (0, max_letters + 1);
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    g_string_append (text, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);

  return g_string_free_and_steal (text);
}

static void
set_random_search (PlannerSession *session)
{
  char *fields[PLANNER_SEARCH_N_FIELDS];

  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS; i++)
    fields[i] = make_random (3);
  planner_search_text_set (&session->search, (const char *const *) fields);
  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS; i++)
    g_free (fields[i]);
}

/* The caller may replace the search texts of the session. */
static PlannerEntry *
make_entry (PlannerSession **made)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  PlannerSession *session = planner_session_new ();
  PlannerDay *day = planner_day_new ();

  day->date = g_strdup ("2026-07-01");
  g_ptr_array_add (agenda->days, day);
  session->key = g_strdup ("key");
  set_random_search (session);
  g_ptr_array_add (agenda->sessions, session);
  if (made)
    *made = session;

  return planner_entry_new (agenda, session);
}

static void
insert_entries (Fixture *fixture, int n)
{
  for (int i = 0; i < n; i++)
    {
      const guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (fixture->entries));
      g_autoptr (PlannerEntry) entry = make_entry (NULL);

      g_list_store_insert (fixture->entries, (guint) g_test_rand_int_range (0, (int) n_entries + 1), entry);
    }
}

static void
remove_entry (Fixture *fixture)
{
  const guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (fixture->entries));

  if (n_entries > 0)
    g_list_store_remove (fixture->entries, (guint) g_test_rand_int_range (0, (int) n_entries));
}

static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer query)
{
  const guint first = planner_entry_rank (*(PlannerEntry *const *) a, query);
  const guint second = planner_entry_rank (*(PlannerEntry *const *) b, query);

  return (second > first) - (second < first);
}

static GPtrArray *
search_plainly (Fixture *fixture, PlannerQuery *query)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->entries)); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (G_LIST_MODEL (fixture->entries), i);

      if (planner_entry_rank (entry, query) > 0)
        g_ptr_array_add (found, g_object_ref (entry));
    }
  g_ptr_array_sort_with_data (found, compare_ranks, query);

  return found;
}

static PlannerQueryPlace
get_place (GPtrArray *entries, guint index, const PlannerQuery *query)
{
  return planner_query_get_place (planner_entry_rank (g_ptr_array_index (entries, index), query));
}

/* Each section has the neighbors of a result that match in the same place. */
static void
assert_section (Fixture *fixture, GPtrArray *wanted, guint index, const PlannerQuery *query)
{
  const PlannerQueryPlace place = get_place (wanted, index, query);
  guint start, end;

  gtk_section_model_get_section (GTK_SECTION_MODEL (fixture->results), index, &start, &end);
  g_assert_cmpuint (start, <=, index);
  g_assert_cmpuint (end, >, index);
  g_assert_cmpuint (end, <=, wanted->len);
  g_assert_cmpint (get_place (wanted, start, query), ==, place);
  g_assert_cmpint (get_place (wanted, end - 1, query), ==, place);
  g_assert_true (start == 0 || get_place (wanted, start - 1, query) != place);
  g_assert_true (end == wanted->len || get_place (wanted, end, query) != place);
}

static void
assert_results (Fixture *fixture, PlannerQuery *query)
{
  g_autoptr (GPtrArray) wanted = search_plainly (fixture, query);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->results)), ==, wanted->len);
  g_assert_cmpuint (fixture->seen->len, ==, wanted->len);
  for (guint i = 0; i < wanted->len; i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (G_LIST_MODEL (fixture->results), i);

      g_assert_true (entry == g_ptr_array_index (wanted, i));
      g_assert_true (entry == g_ptr_array_index (fixture->seen, i));
      assert_section (fixture, wanted, i, query);
    }
}

/* Searches for the text as it is typed, then for its start again. Some entries come and go in between. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autofree char *text = make_random (6);
      const guint n_letters = (guint) strlen (text);

      insert_entries (fixture, g_test_rand_int_range (0, 3));
      while (g_list_model_get_n_items (G_LIST_MODEL (fixture->entries)) > MAX_ENTRIES)
        remove_entry (fixture);
      for (guint key = 0; key < 2 * n_letters; key++)
        {
          g_autofree char *typed = g_strndup (text, key < n_letters ? key + 1 : 2 * n_letters - key);
          g_autoptr (PlannerQuery) query = planner_query_new (typed);

          if (g_test_rand_int_range (0, 8) == 0)
            remove_entry (fixture);
          planner_search_results_search (fixture->results, query);
          assert_results (fixture, query);
        }
    }
}

static void
test_update (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerQuery) query = planner_query_new ("");

  planner_search_results_search (fixture->results, query);
  insert_entries (fixture, 3);
  remove_entry (fixture);
  g_assert_cmpuint (fixture->seen->len, ==, 0);
  planner_search_results_update (fixture->results);
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  assert_results (fixture, query);

  insert_entries (fixture, 3);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_signals, ==, 2);
  assert_results (fixture, query);
}

/* A row that stays keeps the focus and the selection. */
static void
test_other_rows_stay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerQuery) query = planner_query_new ("");

  insert_entries (fixture, 3);
  planner_search_results_search (fixture->results, query);
  g_list_store_remove (fixture->entries, 1);
  planner_search_results_update (fixture->results);
  assert_results (fixture, query);
  g_assert_cmpuint (fixture->n_removed, ==, 1);
}

static void
add_session (Fixture *fixture, guint field, const char *text, gint64 start_utc)
{
  const char *fields[PLANNER_SEARCH_N_FIELDS] = { NULL };
  PlannerSession *session;
  g_autoptr (PlannerEntry) entry = make_entry (&session);

  fields[field] = text;
  planner_search_text_set (&session->search, fields);
  g_set_str (&session->key, text);
  session->start_utc = start_utc;
  session->duration_s = 60;
  g_list_store_append (fixture->entries, entry);
}

static void
assert_key (Fixture *fixture, guint index, const char *key)
{
  g_autoptr (PlannerEntry) entry = g_list_model_get_item (G_LIST_MODEL (fixture->results), index);

  g_assert_cmpstr (planner_entry_get_session (entry)->key, ==, key);
}

static void
test_over_comes_last (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerQuery) query = planner_query_new ("rust");

  add_session (fixture, PLANNER_SEARCH_TITLE, "rust yesterday", 1000);
  add_session (fixture, PLANNER_SEARCH_TITLE, "trust today", 5000);
  add_session (fixture, PLANNER_SEARCH_TITLE, "rust today", 6000);
  add_session (fixture, PLANNER_SEARCH_ABSTRACT, "rust in the abstract", 5000);
  planner_search_results_set_now (fixture->results, 3000);
  planner_search_results_search (fixture->results, query);
  assert_key (fixture, 0, "rust today");
  assert_key (fixture, 1, "trust today");
  assert_key (fixture, 2, "rust yesterday");
  assert_key (fixture, 3, "rust in the abstract");

  planner_search_results_set_now (fixture->results, PLANNER_TIME_UNKNOWN);
  planner_search_results_update (fixture->results);
  assert_key (fixture, 0, "rust yesterday");
  assert_key (fixture, 1, "rust today");
  assert_key (fixture, 2, "trust today");
}

static void
sections_changed_cb (GtkSectionModel *model, guint position, guint n_items, guint *n_changed)
{
  g_assert_cmpuint (position, ==, 0);
  *n_changed += n_items;
}

/* The only result stays, but the search finds it in another place, so that it needs another heading. */
static void
test_place_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerQuery) query = planner_query_new ("a");
  g_autoptr (PlannerQuery) longer = planner_query_new ("ab");
  PlannerSession *session;
  g_autoptr (PlannerEntry) entry = make_entry (&session);
  guint n_changed = 0;

  planner_search_text_set (&session->search, (const char *[]) { "a", "a", "a", "a", "ab" });
  g_list_store_append (fixture->entries, entry);
  planner_search_results_search (fixture->results, query);
  g_signal_connect (fixture->results, "sections-changed", G_CALLBACK (sections_changed_cb), &n_changed);
  planner_search_results_search (fixture->results, longer);
  g_assert_cmpuint (n_changed, ==, 1);
  assert_results (fixture, longer);
}

static void
test_no_query (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerQuery) query = planner_query_new ("");

  insert_entries (fixture, 3);
  planner_search_results_search (fixture->results, query);
  g_assert_cmpuint (fixture->seen->len, ==, 3);
  planner_search_results_search (fixture->results, NULL);
  g_assert_cmpuint (fixture->seen->len, ==, 0);
  planner_search_results_update (fixture->results);
  g_assert_cmpuint (fixture->seen->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  add ("/ui/search-results/S2/random-searches-find-what-a-plain-search-finds", test_random);
  add ("/ui/search-results/S3/entries-that-come-and-go-are-one-change", test_update);
  add ("/ui/search-results/other-rows-stay", test_other_rows_stay);
  add ("/ui/search-results/section-changes-with-place", test_place_changes);
  add ("/ui/search-results/sessions-that-are-over-come-last", test_over_comes_last);
  add ("/ui/search-results/no-query-has-no-results", test_no_query);
#undef add

  return g_test_run ();
}
