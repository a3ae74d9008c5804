/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-clash.h"

#define MINUTE 60
#define AT(hour, minute) (((hour) * 60 + (minute)) * MINUTE)

typedef struct
{
  const char *path;
  gint64 start_a, duration_a;
  gint64 start_b, duration_b;
  gboolean clash;
} ClashCase;

static const ClashCase clash_cases[] = {
  { "overlap", AT (10, 0), 180 * MINUTE, AT (12, 0), 120 * MINUTE, TRUE },
  { "inside", AT (10, 0), 180 * MINUTE, AT (11, 0), 60 * MINUTE, TRUE },
  { "same", AT (10, 0), 60 * MINUTE, AT (10, 0), 60 * MINUTE, TRUE },
  { "same-start", AT (10, 0), 60 * MINUTE, AT (10, 0), 30 * MINUTE, TRUE },
  { "one-minute", AT (10, 0), 61 * MINUTE, AT (11, 0), 60 * MINUTE, TRUE },
  { "touching-ends", AT (10, 0), 60 * MINUTE, AT (11, 0), 60 * MINUTE, FALSE },
  { "apart", AT (10, 0), 60 * MINUTE, AT (12, 0), 60 * MINUTE, FALSE },
  { "zero-length-inside", AT (10, 0), 60 * MINUTE, AT (10, 30), 0, TRUE },
  { "zero-length-at-start", AT (10, 0), 60 * MINUTE, AT (10, 0), 0, TRUE },
  { "zero-length-at-end", AT (10, 0), 60 * MINUTE, AT (11, 0), 0, FALSE },
  { "two-of-zero-length", AT (10, 0), 0, AT (10, 0), 0, TRUE },
  { "two-of-zero-length-apart", AT (10, 0), 0, AT (10, 1), 0, FALSE },
  { "across-midnight", AT (23, 0), 120 * MINUTE, AT (24, 30), 60 * MINUTE, TRUE },
  { "touching-after-midnight", AT (23, 0), 120 * MINUTE, AT (25, 0), 60 * MINUTE, FALSE },
  { "before-1970", -AT (10, 0), 60 * MINUTE, -AT (9, 30), 60 * MINUTE, TRUE },
  { "one-time-unknown", PLANNER_TIME_UNKNOWN, 60 * MINUTE, AT (10, 0), 60 * MINUTE, FALSE },
  { "both-times-unknown", PLANNER_TIME_UNKNOWN, 60 * MINUTE, PLANNER_TIME_UNKNOWN, 0, FALSE },
};

static PlannerSession *
add_session (PlannerAgenda *agenda, gint64 start_utc, gint64 duration_s)
{
  PlannerSession *session = planner_session_new ();

  session->start_utc = start_utc;
  session->duration_s = duration_s;
  g_ptr_array_add (agenda->sessions, session);

  return session;
}

static void
assert_clashes_with (GHashTable *clashes, PlannerSession *session, const char *expected, GPtrArray *all)
{
  GPtrArray *others = g_hash_table_lookup (clashes, session);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; others && i < others->len; i++)
    {
      guint index;

      g_assert_true (g_ptr_array_find (all, g_ptr_array_index (others, i), &index));
      g_string_append_c (found, 'A' + index);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_pair (gconstpointer data)
{
  const ClashCase *clash_case = data;
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  PlannerSession *a = add_session (agenda, clash_case->start_a, clash_case->duration_a);
  PlannerSession *b = add_session (agenda, clash_case->start_b, clash_case->duration_b);
  g_autoptr (GHashTable) clashes = planner_clashes_find (agenda->sessions);

  g_assert_cmpint (planner_sessions_clash (a, b), ==, clash_case->clash);
  g_assert_cmpint (planner_sessions_clash (b, a), ==, clash_case->clash);
  g_assert_false (planner_sessions_clash (a, a));
  assert_clashes_with (clashes, a, clash_case->clash ? "B" : "", agenda->sessions);
  assert_clashes_with (clashes, b, clash_case->clash ? "A" : "", agenda->sessions);
  g_assert_cmpuint (g_hash_table_size (clashes), ==, clash_case->clash ? 2 : 0);
}

static void
test_one_with_two (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  PlannerSession *c = add_session (agenda, AT (12, 0), 60 * MINUTE);
  PlannerSession *a = add_session (agenda, AT (10, 0), 180 * MINUTE);
  PlannerSession *b = add_session (agenda, AT (10, 0), 60 * MINUTE);
  PlannerSession *alone = add_session (agenda, AT (13, 0), 60 * MINUTE);
  g_autoptr (GHashTable) clashes = planner_clashes_find (agenda->sessions);

  /* The letters are positions in the agenda: A is c, B is a, C is b. */
  assert_clashes_with (clashes, a, "CA", agenda->sessions);
  assert_clashes_with (clashes, b, "B", agenda->sessions);
  assert_clashes_with (clashes, c, "B", agenda->sessions);
  assert_clashes_with (clashes, alone, "", agenda->sessions);
}

static void
test_cancelled (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  PlannerSession *a = add_session (agenda, AT (10, 0), 60 * MINUTE);
  PlannerSession *b = add_session (agenda, AT (10, 0), 60 * MINUTE);
  g_autoptr (GHashTable) clashes = NULL;

  b->cancelled = TRUE;
  clashes = planner_clashes_find (agenda->sessions);
  g_assert_false (planner_sessions_clash (a, b));
  g_assert_false (planner_sessions_clash (b, a));
  g_assert_cmpuint (g_hash_table_size (clashes), ==, 0);
}

/* The sessions by start, without the session itself, those that only touch it, and cancelled ones. */
static void
test_parallel (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  const int starts_min[] = { 700, 600, 590, 660, 650, 540, 630 };
  g_autoptr (GPtrArray) parallel = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (starts_min); i++)
    {
      PlannerSession *session = add_session (agenda, starts_min[i] * MINUTE, 60 * MINUTE);

      session->key = g_strdup_printf ("%u", i);
      session->cancelled = i == 6;
    }
  parallel = planner_agenda_list_parallel (agenda, planner_agenda_get_session (agenda, 1));
  for (guint i = 0; i < parallel->len; i++)
    g_string_append (found, ((PlannerSession *) g_ptr_array_index (parallel, i))->key);
  g_assert_cmpstr (found->str, ==, "24");
}

typedef struct
{
  const char *path;
  gint64 now_utc;
  gint64 start_going;
  gboolean cancelled; /* plan B */
  gboolean fits;
} PlanBCase;

/* Plan B lasts from 10:00 to 11:00. */
static const PlanBCase plan_b_cases[] = {
  { "overlapped-by-going", AT (9, 0), AT (10, 30), FALSE, FALSE },
  { "touching-the-end", AT (9, 0), AT (11, 0), FALSE, TRUE },
  { "going-without-time", AT (9, 0), PLANNER_TIME_UNKNOWN, FALSE, TRUE },
  { "running-now", AT (10, 59), AT (12, 0), FALSE, TRUE },
  { "over-already", AT (11, 0), AT (12, 0), FALSE, FALSE },
  { "cancelled-itself", AT (9, 0), AT (12, 0), TRUE, FALSE },
};

static void
test_plan_b_fits (gconstpointer data)
{
  const PlanBCase *plan_b_case = data;
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  g_autoptr (PlannerAgenda) others = planner_agenda_new ();
  PlannerSession *plan_b = add_session (agenda, AT (10, 0), 60 * MINUTE);

  plan_b->cancelled = plan_b_case->cancelled;
  add_session (others, AT (8, 0), 60 * MINUTE);
  add_session (others, plan_b_case->start_going, 60 * MINUTE);
  g_assert_cmpint (planner_plan_b_fits (plan_b, others->sessions, plan_b_case->now_utc), ==,
                   plan_b_case->fits);
}

static void
test_plan_b_without_time (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  g_autoptr (GPtrArray) going = g_ptr_array_new ();

  g_assert_false (planner_plan_b_fits (add_session (agenda, PLANNER_TIME_UNKNOWN, 0), going, AT (9, 0)));
}

/* When the session that plan B overlapped is cancelled, plan B fits. */
static void
test_plan_b_beside_cancelled (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  g_autoptr (PlannerAgenda) others = planner_agenda_new ();
  PlannerSession *plan_b = add_session (agenda, AT (10, 0), 60 * MINUTE);

  add_session (others, AT (10, 0), 60 * MINUTE)->cancelled = TRUE;
  g_assert_true (planner_plan_b_fits (plan_b, others->sessions, AT (9, 0)));
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GHashTable) clashes = planner_clashes_find (none);

  g_assert_cmpuint (g_hash_table_size (clashes), ==, 0);
}

static void
test_named_twice (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  g_autoptr (GPtrArray) twice = g_ptr_array_new ();
  g_autoptr (GHashTable) clashes = NULL;

  g_ptr_array_add (twice, add_session (agenda, AT (10, 0), 60 * MINUTE));
  g_ptr_array_add (twice, g_ptr_array_index (twice, 0));
  clashes = planner_clashes_find (twice);
  g_assert_cmpuint (g_hash_table_size (clashes), ==, 0);
}

/* planner_sessions_clash() and planner_clashes_find() agree. */
static void
test_random (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  g_autoptr (GHashTable) clashes = NULL;

  for (guint i = 0; i < 200; i++)
    add_session (agenda, g_test_rand_int_range (0, 500), g_test_rand_int_range (0, 20))->cancelled =
        g_test_rand_int_range (0, 10) == 0;
  clashes = planner_clashes_find (agenda->sessions);

  for (guint i = 0; i < 200; i++)
    {
      const PlannerSession *a = g_ptr_array_index (agenda->sessions, i);
      GPtrArray *others = g_hash_table_lookup (clashes, a);

      for (guint j = 0; j < 200; j++)
        {
          const PlannerSession *b = g_ptr_array_index (agenda->sessions, j);

          g_assert_cmpint (others && g_ptr_array_find (others, b, NULL), ==, planner_sessions_clash (a, b));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (clash_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plan/clash/U3/", clash_cases[i].path, NULL);

      g_test_add_data_func (path, &clash_cases[i], test_pair);
    }
  for (guint i = 0; i < G_N_ELEMENTS (plan_b_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plan/U16/plan-b-", plan_b_cases[i].path, NULL);

      g_test_add_data_func (path, &plan_b_cases[i], test_plan_b_fits);
    }
  g_test_add_func ("/plan/U16/plan-b-without-time", test_plan_b_without_time);
  g_test_add_func ("/plan/U16/plan-b-beside-cancelled", test_plan_b_beside_cancelled);
  g_test_add_func ("/plan/clash/U3/one-with-two", test_one_with_two);
  g_test_add_func ("/plan/clash/U3/cancelled", test_cancelled);
  g_test_add_func ("/plan/clash/parallel-sessions", test_parallel);
  g_test_add_func ("/plan/clash/U3/no-sessions", test_empty);
  g_test_add_func ("/plan/clash/U3/named-twice", test_named_twice);
  g_test_add_func ("/plan/clash/U3/random", test_random);

  return g_test_run ();
}
