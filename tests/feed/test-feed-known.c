/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reading a schedule with an earlier edition at hand gives the same agenda as reading it without. */

#include "feed/feed-fixture.h"
#include "model/planner-agenda-bytes.h"

#define EVENT(guid, title, abstract)                                                                         \
  "{'guid': '" guid "', 'id': 1, 'title': '" title "', 'date': '2026-07-01T10:00:00+02:00',"                 \
  "'start': '10:00', 'duration': '01:00', 'abstract': '" abstract "'}"
#define A "11111111-1111-4111-8111-111111111111"
#define B "22222222-2222-4222-8222-222222222222"
#define C "33333333-3333-4333-8333-333333333333"

#define OLD_EVENTS EVENT (A, "One", "*First* text") "," EVENT (B, "Two", "Second **text**")
#define NEW_EVENTS                                                                                           \
  EVENT (A, "One", "*First* text, changed")                                                                  \
  "," EVENT (B, "Two, again", "Second **text**") "," EVENT (C, "Three", "Third")

static PlannerAgenda *
read_with (const char *events, const PlannerAgenda *known)
{
  const PlannerFeedOptions options = { .known = known };
  g_autofree char *schedule = make_schedule ("", events);

  return read_json_with (schedule, &options, NULL);
}

static void
assert_same (const PlannerAgenda *a, const PlannerAgenda *b)
{
  g_autoptr (GBytes) a_bytes = planner_agenda_to_bytes (a);
  g_autoptr (GBytes) b_bytes = planner_agenda_to_bytes (b);

  g_assert_true (g_bytes_equal (a_bytes, b_bytes));
}

static void
test_same_agenda (void)
{
  g_autoptr (PlannerAgenda) known = read_with (OLD_EVENTS, NULL);
  g_autoptr (PlannerAgenda) with = read_with (NEW_EVENTS, known);
  g_autoptr (PlannerAgenda) without = read_with (NEW_EVENTS, NULL);

  assert_same (with, without);
  g_assert_cmpstr (planner_search_text_get (&find_titled (with, "One")->search, PLANNER_SEARCH_ABSTRACT,
                                            NULL),
                   ==, "first text, changed");
}

static const char *
get_abstract (const PlannerAgenda *agenda, const char *key)
{
  return planner_search_text_get (&planner_agenda_find_session (agenda, key)->search, PLANNER_SEARCH_ABSTRACT,
                                  NULL);
}

/* The earlier edition gets search texts that no schedule has, so that copies of them can be seen. */
static void
test_copies_unchanged (gconstpointer data)
{
  const gboolean is_outdated = GPOINTER_TO_INT (data);
  g_autoptr (PlannerAgenda) known = read_with (OLD_EVENTS, NULL);
  g_autoptr (PlannerAgenda) agenda = NULL;

  for (guint i = 0; i < known->sessions->len; i++)
    {
      PlannerSession *session = g_ptr_array_index (known->sessions, i);

      planner_search_text_set (&session->search, (const char *[PLANNER_SEARCH_N_FIELDS]) {
                                                     [PLANNER_SEARCH_ABSTRACT] = "from before" });
    }
  known->is_outdated = is_outdated;
  agenda = read_with (NEW_EVENTS, known);

  g_assert_cmpstr (get_abstract (agenda, A), ==, "first text, changed");
  g_assert_cmpstr (get_abstract (agenda, B), ==, is_outdated ? "second text" : "from before");
  g_assert_cmpstr (get_abstract (agenda, C), ==, "third");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feed/known/same-agenda", test_same_agenda);
  g_test_add_data_func ("/feed/known/copies-search-texts-of-unchanged-abstracts", GINT_TO_POINTER (FALSE),
                        test_copies_unchanged);
  g_test_add_data_func ("/feed/known/copies-nothing-from-an-outdated-edition", GINT_TO_POINTER (TRUE),
                        test_copies_unchanged);

  return g_test_run ();
}
