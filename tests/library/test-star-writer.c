/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The attendee stars a session while an edition is being saved. */

#include "store/store-fixture.h"
#include "library/loading.h"

#include "library/planner-entries.h"
#include "library/planner-star-writer.h"

#define ADDRESS "https://example.org/schedule.json"

static const Row before[] = { { "1", "guid-a", "1", "Kernel", START_UTC } };
static const Row after[] = { { "2", "guid-a", "2", "Kernel", START_UTC } };

/* The star is stored with the new key of the session. */
static void
test_held (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) old_agenda = make_agenda (before, G_N_ELEMENTS (before));
  g_autoptr (PlannerAgenda) agenda = make_agenda (after, G_N_ELEMENTS (after));
  const gint64 id = add_conference (fixture->store, ADDRESS, old_agenda);
  PlannerEntries *entries = planner_entries_new ();
  g_autoptr (PlannerWorker) worker = planner_worker_new ();
  PlannerStarWriter *writer = planner_star_writer_new (worker);
  g_autoptr (GPtrArray) successors = g_ptr_array_new ();
  g_autoptr (GPtrArray) no_stars = g_ptr_array_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  PlannerEntry *entry;

  planner_entries_set_agenda (entries, old_agenda, NULL, no_stars);
  entry = planner_entries_find (entries, "1");
  planner_star_writer_hold (writer);
  planner_star_writer_write_async (writer,
                                   planner_star_change_new (PLANNER_STAR_CHANGE_ADD, fixture->store, id,
                                                            entry),
                                   keep_result_cb, &result);
  planner_worker_finish (worker);
  assert_stars (fixture->store, id, "");

  save_agenda (fixture->store, id, agenda);
  g_ptr_array_add (successors, (gpointer) planner_agenda_get_session (agenda, 0));
  planner_entries_set_agenda (entries, agenda, successors, no_stars);
  planner_star_writer_release (writer);
  g_assert_nonnull (planner_star_writer_write_finish (wait_for_result (&result), &error));
  g_assert_no_error (error);
  assert_stars (fixture->store, id, "2 Kernel");

  planner_star_writer_free (writer);
  planner_entries_free (entries);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/library/star-writer/changes-wait-while-held", Fixture, NULL, fixture_set_up, test_held,
              fixture_tear_down);

  return g_test_run ();
}
