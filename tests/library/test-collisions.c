/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Adds a conference whose names, ids and guids collide in tables with g_str_hash(), and opens its library again. */

#include "feed/growing-fixture.h"
#include "library/library-fixture.h"

#include <time.h>

#define N_SESSIONS 4096

typedef struct
{
  clock_t adding;
  clock_t opening;
} Times;

static Times
measure (Fixture *fixture, GrowingKind kind)
{
  g_autoptr (GBytes) bytes = make_growing (&growing_formats[0], N_SESSIONS, kind);
  g_autoptr (GError) error = NULL;
  PlannerConference *conference;
  Times times;

  g_file_set_contents (fixture->feed_path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  times.adding = clock ();
  conference = add (fixture, &error);
  g_assert_no_error (error);
  times.adding = clock () - times.adding;
  g_assert_cmpuint (g_list_model_get_n_items (planner_conference_get_entries (conference)), ==, N_SESSIONS);

  times.opening = clock ();
  reopen_library (fixture);
  times.opening = clock () - times.opening;
  remove_from_library (fixture->library, get_last (fixture));
  g_test_message ("adding: %ld ms, opening: %ld ms", times.adding * 1000 / CLOCKS_PER_SEC,
                  times.opening * 1000 / CLOCKS_PER_SEC);

  return times;
}

/* Measures again before it fails, because other programs use the processor as well. */
static void
test_collisions (Fixture *fixture, gconstpointer data)
{
  Times ordinary = { 0 }, hostile = { 1, 1 };

  for (guint i = 0; i < 5 && (hostile.adding > 2 * ordinary.adding || hostile.opening > 2 * ordinary.opening);
       i++)
    {
      ordinary = measure (fixture, GROWING_ORDINARY);
      hostile = measure (fixture, GROWING_EQUAL_HASHES);
    }
  g_assert_cmpint (hostile.adding, <=, 2 * ordinary.adding);
  g_assert_cmpint (hostile.opening, <=, 2 * ordinary.opening);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/library/V3/equal-hashes-take-no-longer", test_collisions, NULL);

  return g_test_run ();
}
