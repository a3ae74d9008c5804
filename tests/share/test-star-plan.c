/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Stars of one attendee, imported by another: what is found, what clashes, what changes, and how that is undone. */

#include "library/library-fixture.h"

#include "share/planner-schedule-text.h"
#include "share/planner-star-apply.h"
#include "share/planner-star-collect.h"
#include "share/planner-star-file.h"
#include "share/planner-star-link.h"
#include "share/planner-star-plan.h"
#include "share/planner-star-reader.h"

#include <string.h>

#define EVENTS                                                                                               \
  EVENT (A, "Opening", "10:00", "Hall")                                                                      \
  "," EVENT (B, "Overlap", "10:30", "Yard") "," EVENT (C, "Closing", "12:00", "Hall")

static PlannerConference *
add_conference (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  PlannerConference *conference;

  write_feed (fixture, FEED ("1", EVENTS));
  conference = add (fixture, &error);
  g_assert_no_error (error);

  return conference;
}

static PlannerSharedStars *
share (PlannerConference *conference)
{
  g_autoptr (PlannerSharedStars) stars = planner_shared_stars_collect (conference);
  g_autofree char *link = planner_star_link_new (stars);
  g_autoptr (GError) error = NULL;
  PlannerSharedStars *read = planner_shared_stars_read_text (link, &error);

  g_assert_no_error (error);

  return read;
}

static void
apply (PlannerConference *conference, GPtrArray *added, GPtrArray *removed)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  planner_stars_apply_async (conference, added, removed, NULL, keep_result_cb, &answer);
  result = wait_for_result (&answer);
  g_assert_true (planner_stars_apply_finish (result, &error));
  g_assert_no_error (error);
}

static void
assert_starred (PlannerConference *conference, const char *keys)
{
  static const char *const all[] = { A, B, C };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      PlannerEntry *entry = planner_conference_find_entry (conference, all[i]);

      g_test_message ("%s", all[i]);
      g_assert_true (planner_entry_get_starred (entry) == (strstr (keys, all[i]) != NULL));
    }
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add_conference (fixture);
  g_autoptr (PlannerSharedStars) stars = NULL;
  g_autoptr (PlannerStarPlan) plan = NULL;

  set_starred (conference, A, TRUE);
  set_starred (conference, C, TRUE);
  stars = share (conference);
  set_starred (conference, A, FALSE);
  set_starred (conference, C, FALSE);
  set_starred (conference, B, TRUE);

  plan = planner_star_plan_new (fixture->library, conference, stars, FALSE);
  g_assert_cmpuint (plan->found->len, ==, 2);
  g_assert_cmpuint (plan->missing->len, ==, 0);
  g_assert_cmpuint (plan->added->len, ==, 2);
  g_assert_cmpuint (plan->removed->len, ==, 0);
  g_assert_cmpuint (g_hash_table_size (plan->clashing), ==, 1);
  g_assert_true (g_hash_table_contains (plan->clashing, planner_conference_find_entry (conference, A)));
  apply (conference, plan->added, plan->removed);
  assert_starred (conference, A B C);
  apply (conference, plan->removed, plan->added);
  assert_starred (conference, B);
}

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add_conference (fixture);
  g_autoptr (PlannerSharedStars) stars = NULL;
  g_autoptr (PlannerStarPlan) plan = NULL;

  set_starred (conference, A, TRUE);
  stars = share (conference);
  set_starred (conference, A, FALSE);
  set_starred (conference, B, TRUE);
  plan = planner_star_plan_new (fixture->library, conference, stars, TRUE);
  g_assert_cmpuint (plan->added->len, ==, 1);
  g_assert_cmpuint (plan->removed->len, ==, 1);
  g_assert_cmpuint (g_hash_table_size (plan->clashing), ==, 0);
  apply (conference, plan->added, plan->removed);
  assert_starred (conference, A);
  apply (conference, plan->removed, plan->added);
  assert_starred (conference, B);
}

static void
test_plan_b (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add_conference (fixture);
  g_autoptr (PlannerSharedStars) stars = NULL;
  g_autoptr (PlannerStarPlan) imported = NULL, own = NULL;

  set_starred (conference, A, TRUE);
  stars = share (conference);
  set_plan_b (conference, B, TRUE);
  imported = planner_star_plan_new (fixture->library, conference, stars, FALSE);
  g_assert_cmpuint (g_hash_table_size (imported->clashing), ==, 0);

  set_plan_b (conference, A, TRUE);
  set_plan_b (conference, B, FALSE);
  own = planner_star_plan_new (fixture->library, conference, stars, FALSE);
  g_assert_cmpuint (own->found->len, ==, 1);
  g_assert_cmpuint (g_hash_table_size (own->clashing), ==, 0);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add_conference (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerSharedStars) stars = NULL;
  g_autoptr (PlannerSharedStars) file = NULL;
  g_autoptr (PlannerStarPlan) plan = NULL;
  g_autofree char *text = NULL;

  set_starred (conference, A, TRUE);
  set_starred (conference, B, TRUE);
  stars = planner_shared_stars_collect (conference);
  text = planner_star_file_write (stars);
  write_feed (fixture, FEED ("2", EVENT (A, "Opening", "11:00", "Hall")));
  g_assert_true (refresh (conference, &error));
  file = planner_shared_stars_read_text (text, &error);
  g_assert_no_error (error);
  plan = planner_star_plan_new (fixture->library, conference, file, FALSE);
  g_assert_cmpuint (plan->found->len, ==, 1);
  g_assert_cmpuint (plan->added->len, ==, 0);
  g_assert_cmpuint (plan->missing->len, ==, 1);
  g_assert_cmpstr (((PlannerSharedStar *) plan->missing->pdata[0])->identity->title, ==, "Overlap");
}

static void
test_conference (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    gboolean found;
  } cases[] = {
    { "{\"format\":\"gotc-planner-stars\",\"version\":1,\"stars\":[{\"guid\":\"" A "\"}]}", TRUE },
    { "{\"format\":\"gotc-planner-stars\",\"version\":1,\"address\":\"https://example.org/copy\",\"stars\":[{\"guid\":\"" A
      "\"},{\"guid\":\"x\"}]}",
      TRUE },
    { "{\"format\":\"gotc-planner-stars\",\"version\":1,\"address\":\"https://example.org/other\",\"stars\":[{\"guid\":\"" A
      "\"},{\"guid\":\"x\"},{\"guid\":\"y\"}]}",
      FALSE },
    { "gotc-planner:stars?v=1&s=ungWvw", FALSE },
  };
  PlannerConference *conference = add_conference (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlannerSharedStars) stars = planner_shared_stars_read_text (cases[i].text, NULL);
      g_autoptr (PlannerConference) found = planner_star_plan_find_conference (fixture->library, stars);

      g_test_message ("%s", cases[i].text);
      g_assert_true (found == (cases[i].found ? conference : NULL));
    }
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add_conference (fixture);
  g_autoptr (PlannerSharedStars) stars = NULL;
  g_autoptr (PlannerSharedStars) read = NULL;
  g_autofree char *link = NULL;
  g_autofree char *text = NULL;

  set_starred (conference, C, TRUE);
  set_starred (conference, A, TRUE);
  stars = planner_shared_stars_collect (conference);
  link = planner_star_link_new (stars);
  text = planner_schedule_to_text (conference, link);
  g_test_message ("%s", text);
  g_assert_true (g_str_has_prefix (text, "Test Conference\n\nTuesday, 1 July"));
  g_assert_nonnull (strstr (text, "\n10:00 – 11:00  Opening · Hall\n12:00 – 13:00  Closing · Hall\n"));
  read = planner_shared_stars_read_text (text, NULL);
  g_assert_cmpuint (read->stars->len, ==, 2);
}

static void
test_withdrawn (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add_conference (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerSharedStars) stars = NULL;
  g_autoptr (PlannerSharedStars) linked = NULL;

  set_starred (conference, A, TRUE);
  set_starred (conference, B, TRUE);
  write_feed (fixture, FEED ("2", EVENT (A, "Opening", "10:00", "Hall")));
  g_assert_true (refresh (conference, &error));
  stars = planner_shared_stars_collect (conference);
  g_assert_cmpuint (stars->stars->len, ==, 2);
  linked = share (conference);
  g_assert_cmpuint (linked->stars->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/share/star-plan/V11/merging-adds-stars", test_merge, NULL);
  add_test ("/share/star-plan/V11/replacing-removes-other-stars", test_replace, NULL);
  add_test ("/share/star-plan/U16/plan-b-does-not-clash", test_plan_b, NULL);
  add_test ("/share/star-plan/V11/missing-sessions-are-listed", test_missing, NULL);
  add_test ("/share/star-plan/V11/conference-is-found-by-its-sessions", test_conference, NULL);
  add_test ("/share/star-plan/text-is-for-people-and-ends-with-link", test_text, NULL);
  add_test ("/share/star-plan/link-leaves-out-withdrawn-sessions", test_withdrawn, NULL);

  return g_test_run ();
}
