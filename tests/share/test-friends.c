/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The stars of friends beside those of the attendee, also after the schedule has changed. */

#include "library/library-fixture.h"

#include "share/planner-friends.h"

static PlannerSharedStars *
make_stars (const char *first, const char *second)
{
  PlannerSharedStars *stars = planner_shared_stars_new ();

  planner_shared_stars_add (stars)->identity->guid = g_strdup (first);
  planner_shared_stars_add (stars)->identity->guid = g_strdup (second);

  return stars;
}

static void
assert_friends (PlannerConference *conference, const char *key, const char *expected)
{
  PlannerEntry *entry = planner_conference_find_entry (conference, key);
  const char *const *friends = planner_entry_get_friends (entry);
  g_autofree char *joined = friends ? g_strjoinv (" ", (char **) friends) : NULL;

  g_test_message ("%s", key);
  g_assert_cmpstr (joined, ==, expected);
}

static void
count_cb (PlannerFriends *friends, guint *n)
{
  (*n)++;
}

static void
test_layer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerFriends) friends = planner_friends_new (G_LIST_MODEL (fixture->library));
  g_autoptr (GError) error = NULL;
  PlannerConference *conference;
  guint n_changes = 0;

  write_feed (fixture, FEED ("1", EVENT (A, "One", "10:00", "Hall") "," EVENT (B, "Two", "11:00", "Hall")));
  conference = add (fixture, &error);
  g_assert_no_error (error);
  set_starred (conference, B, TRUE);
  g_signal_connect (friends, "changed", G_CALLBACK (count_cb), &n_changes);

  planner_friends_add (friends, conference, "Ann", make_stars (A, C));
  planner_friends_add (friends, conference, "Ben", make_stars (A, B));
  assert_friends (conference, A, "Ann Ben");
  assert_friends (conference, B, "Ben");
  g_assert_false (planner_entry_get_starred (planner_conference_find_entry (conference, A)));
  g_assert_cmpuint (planner_conference_get_n_starred (conference), ==, 1);

  /* A friend with the same name is replaced. */
  planner_friends_add (friends, conference, "Ben", make_stars (B, B));
  assert_friends (conference, A, "Ann");
  assert_friends (conference, B, "Ben");

  g_ptr_array_unref (planner_friends_remove (friends, conference, NULL));
  assert_friends (conference, A, NULL);
  assert_friends (conference, B, NULL);
  g_assert_cmpuint (n_changes, ==, 4);
  g_assert_cmpuint (planner_conference_get_n_starred (conference), ==, 1);
}

static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerFriends) friends = planner_friends_new (G_LIST_MODEL (fixture->library));
  g_autoptr (GError) error = NULL;
  PlannerConference *conference;

  write_feed (fixture, FEED ("1", EVENT (A, "One", "10:00", "Hall") "," EVENT (B, "Two", "11:00", "Hall")));
  conference = add (fixture, &error);
  g_assert_no_error (error);
  set_starred (conference, A, TRUE);
  planner_friends_add (friends, conference, "Ann", make_stars (A, C));
  write_feed (fixture, FEED ("2", EVENT (B, "Two", "11:00", "Hall") "," EVENT (C, "Three", "12:00", "Hall")));
  g_assert_true (refresh (conference, &error));
  assert_friends (conference, C, "Ann");
  assert_friends (conference, B, NULL);
  assert_friends (conference, A, NULL);

  g_clear_object (&friends);
  write_feed (fixture, FEED ("3", EVENT (B, "Two", "11:30", "Hall") "," EVENT (C, "Three", "12:00", "Hall")));
  g_assert_true (refresh (conference, &error));
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerFriends) friends = planner_friends_new (G_LIST_MODEL (fixture->library));
  g_autofree char *long_name = g_strnfill (1000, 'x');
  g_autoptr (GError) error = NULL;
  PlannerConference *conference;
  g_auto (GStrv) names = NULL;

  write_feed (fixture, FEED ("1", EVENT (A, "One", "10:00", "Hall")));
  conference = add (fixture, &error);
  planner_friends_add (friends, conference, "Zoë", make_stars (A, B));
  planner_friends_add (friends, conference, long_name, make_stars (A, B));
  names = planner_friends_list (friends, conference);
  g_assert_cmpuint (g_strv_length (names), ==, 2);
  g_assert_cmpstr (names[0], ==, "Zoë");
  g_assert_cmpstr (names[1], ==, long_name);
}

static void
assert_free_name (PlannerFriends *friends, PlannerConference *conference, const char *expected)
{
  g_autofree char *name = planner_friends_dup_free_name (friends, conference, "Li");

  g_assert_cmpstr (name, ==, expected);
}

static void
test_same_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerFriends) friends = planner_friends_new (G_LIST_MODEL (fixture->library));
  g_autoptr (GError) error = NULL;
  PlannerConference *conference;

  write_feed (fixture, FEED ("1", EVENT (A, "One", "10:00", "Hall")));
  conference = add (fixture, &error);
  assert_free_name (friends, conference, "Li");
  planner_friends_add (friends, conference, "Li", make_stars (A, B));
  assert_free_name (friends, conference, "Li (2)");
  planner_friends_add (friends, conference, "Li (2)", make_stars (A, B));
  assert_free_name (friends, conference, "Li (3)");
  g_ptr_array_unref (planner_friends_remove (friends, conference, NULL));
  assert_free_name (friends, conference, "Li");
}

static PlannerSharedStars *
make_part (guint part, guint n_parts, const char *first, const char *second)
{
  PlannerSharedStars *stars = make_stars (first, second);

  stars->part = part;
  stars->n_parts = n_parts;

  return stars;
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerFriends) friends = planner_friends_new (G_LIST_MODEL (fixture->library));
  g_autoptr (PlannerSharedStars) last = make_part (3, 3, C, C);
  g_autoptr (GError) error = NULL;
  PlannerConference *conference;
  g_auto (GStrv) names = NULL;

  write_feed (fixture, FEED ("1", EVENT (A, "One", "10:00", "Hall") "," EVENT (B, "Two", "11:00", "Hall")));
  conference = add (fixture, &error);
  g_assert_false (planner_friends_has_other_part (friends, conference, "Ann", last));
  planner_friends_add (friends, conference, "Ann", make_part (1, 3, A, A));
  planner_friends_add (friends, conference, "Ben", make_stars (A, A));
  g_assert_true (planner_friends_has_other_part (friends, conference, "Ann", last));
  g_assert_false (planner_friends_has_other_part (friends, conference, "Ben", last));
  planner_friends_add (friends, conference, "Ann", make_part (2, 3, A, B));
  assert_friends (conference, A, "Ann Ben");
  assert_friends (conference, B, "Ann");
  names = planner_friends_list (friends, conference);
  g_assert_cmpuint (g_strv_length (names), ==, 2);
  g_assert_cmpstr (names[0], ==, "Ann");
  assert_free_name (friends, conference, "Li");

  /* The same part again is of a newer list. */
  planner_friends_add (friends, conference, "Ann", make_part (1, 3, B, B));
  assert_friends (conference, A, "Ben");
  assert_friends (conference, B, "Ann");
  planner_friends_add (friends, conference, "Ann", make_part (2, 2, A, A));
  assert_friends (conference, B, NULL);
}

static char *
join_friends (PlannerFriends *friends, PlannerConference *conference)
{
  g_auto (GStrv) names = planner_friends_list (friends, conference);

  return g_strjoinv (" ", names);
}

/* The links of stars know only a hash, and files also other facts. */
static PlannerSharedStars *
make_hash_and_url (void)
{
  PlannerSharedStars *stars = planner_shared_stars_new ();
  PlannerSharedStar *star = planner_shared_stars_add (stars);

  star->has_hash = TRUE;
  star->hash = planner_star_hash (B);
  star->url = g_strdup ("https://example.org/two");
  stars->n_parts = 2;

  return stars;
}

static void
test_stored (Fixture *fixture, gconstpointer data)
{
  PlannerFriends *friends = planner_friends_new (G_LIST_MODEL (fixture->library));
  g_autoptr (PlannerSharedStars) part = make_part (2, 2, A, A);
  g_autoptr (GError) error = NULL;
  PlannerConference *conference;
  g_autofree char *names = NULL;

  write_feed (fixture, FEED ("1", EVENT (A, "One", "10:00", "Hall") "," EVENT (B, "Two", "11:00", "Hall")));
  conference = add (fixture, &error);
  g_assert_no_error (error);
  planner_friends_add (friends, conference, "R&D 'Zoë'", make_stars (A, C));
  planner_friends_add (friends, conference, "Ben", make_hash_and_url ());
  g_clear_object (&friends);

  reopen_library (fixture);
  friends = planner_friends_new (G_LIST_MODEL (fixture->library));
  conference = get_last (fixture);
  names = join_friends (friends, conference);
  g_assert_cmpstr (names, ==, "R&D 'Zoë' Ben");
  assert_friends (conference, A, "R&D 'Zoë'");
  assert_friends (conference, B, "Ben");
  g_assert_true (planner_friends_has_other_part (friends, conference, "Ben", part));

  /* A session that the schedule gets later belongs to the stored list too. */
  write_feed (fixture, FEED ("2", EVENT (A, "One", "10:00", "Hall") "," EVENT (C, "Three", "12:00", "Hall")));
  g_assert_true (refresh (conference, &error));
  assert_friends (conference, C, "R&D 'Zoë'");
  g_object_unref (friends);
}

static void
test_remove_one (Fixture *fixture, gconstpointer data)
{
  PlannerFriends *friends = planner_friends_new (G_LIST_MODEL (fixture->library));
  g_autofree char *left = NULL, *restored = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GError) error = NULL;
  PlannerConference *conference;

  write_feed (fixture, FEED ("1", EVENT (A, "One", "10:00", "Hall") "," EVENT (B, "Two", "11:00", "Hall")));
  conference = add (fixture, &error);
  planner_friends_add (friends, conference, "Ann", make_part (1, 2, A, A));
  planner_friends_add (friends, conference, "Ann", make_part (2, 2, B, B));
  planner_friends_add (friends, conference, "Ben", make_stars (A, A));
  before = planner_friends_remove (friends, conference, "Ann");
  left = join_friends (friends, conference);
  g_assert_cmpstr (left, ==, "Ben");
  assert_friends (conference, A, "Ben");
  assert_friends (conference, B, NULL);

  planner_friends_restore (friends, conference, before);
  g_clear_object (&friends);
  reopen_library (fixture);
  friends = planner_friends_new (G_LIST_MODEL (fixture->library));
  conference = get_last (fixture);
  restored = join_friends (friends, conference);
  g_assert_cmpstr (restored, ==, "Ann Ben");
  assert_friends (conference, A, "Ann Ben");
  assert_friends (conference, B, "Ann");

  g_ptr_array_unref (planner_friends_remove (friends, conference, NULL));
  g_clear_object (&friends);
  reopen_library (fixture);
  friends = planner_friends_new (G_LIST_MODEL (fixture->library));
  assert_friends (get_last (fixture), A, NULL);
  g_object_unref (friends);
}

/* The stars are found by the hash of a key and by a title. A hash of zero is also one. */
static void
test_kinds_of_stars (Fixture *fixture, gconstpointer data)
{
  PlannerFriends *friends = planner_friends_new (G_LIST_MODEL (fixture->library));
  PlannerSharedStars *stars = planner_shared_stars_new ();
  PlannerSharedStar *star = planner_shared_stars_add (stars);
  g_autoptr (GError) error = NULL;
  PlannerConference *conference;

  write_feed (fixture, FEED ("1", EVENT (A, "One", "10:00",
                                         "Hall") "," EVENT (B, "Two Seven's", "11:00",
                                                            "Hall") "," EVENT (C, "Three", "12:00", "Hall")));
  conference = add (fixture, &error);
  g_assert_no_error (error);
  star->has_hash = TRUE;
  star->hash = planner_star_hash (A);
  star = planner_shared_stars_add (stars);
  star->identity->title = g_strdup ("Two\nSeven's");
  star->identity->speakers = g_strdup ("");
  star = planner_shared_stars_add (stars);
  star->has_hash = TRUE;
  star->hash = 0;
  planner_friends_add (friends, conference, "Ann\nLee", stars);
  g_clear_object (&friends);
  reopen_library (fixture);

  friends = planner_friends_new (G_LIST_MODEL (fixture->library));
  conference = get_last (fixture);
  assert_friends (conference, A, "Ann Lee");
  assert_friends (conference, B, "Ann Lee");
  assert_friends (conference, C, NULL);
  g_object_unref (friends);
}

/* Next year's session with the same title is another one. */
static void
test_next_year (Fixture *fixture, gconstpointer data)
{
  PlannerFriends *friends = planner_friends_new (G_LIST_MODEL (fixture->library));
  PlannerSharedStars *stars = planner_shared_stars_new ();
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;
  PlannerConference *conference;

  write_feed (fixture, FEED ("1", EVENT (A, "Opening", "10:00", "Hall")));
  conference = add (fixture, &error);
  planner_shared_stars_add (stars)->identity->title = g_strdup ("Opening");
  planner_friends_add (friends, conference, "Ann", stars);
  assert_friends (conference, A, "Ann");
  g_clear_object (&friends);

  change_store (fixture, "UPDATE conferences SET replaced_utc = 4000000000");
  friends = planner_friends_new (G_LIST_MODEL (fixture->library));
  conference = get_last (fixture);
  names = join_friends (friends, conference);
  g_assert_cmpstr (names, ==, "");
  assert_friends (conference, A, NULL);
  g_object_unref (friends);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/share/friends/V12/own-stars-stay", test_layer, NULL);
  add_test ("/share/friends/V12/layer-follows-schedule", test_refresh, NULL);
  add_test ("/share/friends/V12/second-friend-of-a-name-gets-a-number", test_same_name, NULL);
  add_test ("/share/friends/V12/parts-of-a-list-are-added", test_parts, NULL);
  add_test ("/share/friends/V12/friends-are-stored", test_stored, NULL);
  add_test ("/share/friends/V12/all-kinds-of-stars-are-stored", test_kinds_of_stars, NULL);
  add_test ("/share/friends/V12/one-friend-is-removed-and-restored", test_remove_one, NULL);
  add_test ("/share/friends/L5/friends-do-not-go-to-next-years-conference", test_next_year, NULL);
  add_test ("/share/friends/names-are-whole", test_names, NULL);

  return g_test_run ();
}
