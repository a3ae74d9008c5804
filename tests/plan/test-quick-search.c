/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-quick-search.h"

#include "model/planner-fold.h"

#define NOW_UTC 1000000
#define DAY_S (24 * 60 * 60)

/* The sessions, in the order of the agenda */
static const struct
{
  const char *key;
  const char *fields[PLANNER_SEARCH_N_FIELDS]; /* folded */
  gint64 start_s;                              /* from now */
  gboolean starred;
} sessions[] = {
  { "over", { "rust for beginners" }, -7200, FALSE },
  { "speaker", { "borrowing", "rust cohle" }, 3600, FALSE },
  { "later", { "rust in the kernel" }, 7200, FALSE },
  { "sooner", { "rust on the desktop" }, 1800, FALSE },
  { "running", { "rust now" }, -600, FALSE },
  { "room", { "metal", NULL, NULL, "rust hall" }, 600, FALSE },
  { "abstract", { "languages", "ada", NULL, NULL, "about rust" }, 600, FALSE },
  { "star-over", { "old rust" }, -9000, TRUE },
  { "star", { "corrosion", NULL, NULL, "rusty room" }, 9000, TRUE },
  { "no-time", { "rust, some day" }, 0, FALSE },
  { "other", { "lunch" }, 60, FALSE },
};

static PlannerSearched *
make_searched (gint64 id)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  PlannerDay *day = planner_day_new ();
  PlannerSearched *searched;

  day->date = g_strdup ("");
  day->n_sessions = G_N_ELEMENTS (sessions);
  g_ptr_array_add (agenda->days, day);
  agenda->zone = g_time_zone_new_utc ();
  for (guint i = 0; i < G_N_ELEMENTS (sessions); i++)
    {
      PlannerSession *session = planner_session_new ();

      session->key = g_strdup (sessions[i].key);
      session->zone = g_time_zone_ref (agenda->zone);
      session->start_utc =
          g_str_equal (session->key, "no-time") ? PLANNER_TIME_UNKNOWN : NOW_UTC + sessions[i].start_s;
      session->duration_s = 1200;
      planner_search_text_set (&session->search, sessions[i].fields);
      g_ptr_array_add (agenda->sessions, session);
      g_hash_table_insert (agenda->sessions_by_key, session->key, session);
    }

  searched = planner_searched_new (id, agenda);
  for (guint i = 0; i < G_N_ELEMENTS (sessions); i++)
    if (sessions[i].starred)
      g_hash_table_add (searched->starred, g_strdup (sessions[i].key));

  return searched;
}

static GPtrArray *
make_conferences (guint n)
{
  GPtrArray *conferences = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_searched_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (conferences, make_searched (i + 1));

  return conferences;
}

static void
test_order (void)
{
  g_autoptr (GPtrArray) conferences = make_conferences (1);
  g_auto (GStrv) ids = planner_quick_search_run (conferences, "RUST", NOW_UTC);
  g_autofree char *line = g_strjoinv (" ", ids);

  g_assert_cmpstr (line, ==,
                   "1/star 1/star-over 1/running 1/sooner 1/later 1/no-time 1/speaker 1/room 1/over");
}

static void
test_fields (void)
{
  static const struct
  {
    const char *text;
    const char *ids;
  } cases[] = {
    { "cohle", "1/speaker" },
    { "rust hall", "1/room" },
    { "ada rust", "1/abstract" },
    { "about rust", "" },
    { "lunch", "1/other" },
    { "", "" },
    { "   ", "" },
    { "dinner", "" },
    { "lunch \xff", "" },
  };
  g_autoptr (GPtrArray) conferences = make_conferences (1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) ids = planner_quick_search_run (conferences, cases[i].text, NOW_UTC);
      g_autofree char *line = g_strjoinv (" ", ids);

      g_assert_cmpstr (line, ==, cases[i].ids);
    }
}

static void
test_limit (void)
{
  g_autoptr (GPtrArray) conferences = make_conferences (60);
  g_auto (GStrv) ids = planner_quick_search_run (conferences, "rust", NOW_UTC);

  g_assert_cmpuint (g_strv_length (ids), ==, 100);
  g_assert_cmpstr (ids[0], ==, "1/star");
  g_assert_cmpstr (ids[1], ==, "2/star");
}

static void
test_find (void)
{
  static const char *const unknown[] = { "", "1", "1/", "3/star", "1/nothing", "x/star", "-1/star", "/star" };
  g_autoptr (GPtrArray) conferences = make_conferences (2);
  const PlannerSearched *searched = NULL;
  const PlannerSession *session = planner_quick_search_find (conferences, "2/star", &searched);

  g_assert_nonnull (session);
  g_assert_cmpstr (session->key, ==, "star");
  g_assert_cmpint (searched->conference_id, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_null (planner_quick_search_find (conferences, unknown[i], &searched));
}

static void
test_current (void)
{
  static const struct
  {
    gint64 last_utc;
    gboolean covers;
  } cases[] = {
    { NOW_UTC + 400 * DAY_S, TRUE }, { NOW_UTC, TRUE },
    { NOW_UTC - 29 * DAY_S, TRUE },  { NOW_UTC - 31 * DAY_S, FALSE },
    { PLANNER_TIME_UNKNOWN, TRUE },  { G_MAXINT64, TRUE },
    { G_MININT64 + 1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (planner_quick_search_covers (cases[i].last_utc, NOW_UTC) == cases[i].covers);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/G1/starred-first-then-upcoming", test_order);
  g_test_add_func ("/plan/G1/by-title-speaker-forum-and-room", test_fields);
  g_test_add_func ("/plan/G1/number-of-results-is-limited", test_limit);
  g_test_add_func ("/plan/G1/result-is-found-by-its-id", test_find);
  g_test_add_func ("/plan/G1/current-conferences", test_current);

  return g_test_run ();
}
