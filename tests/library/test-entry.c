/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The order of My Schedule. */

#include "library/planner-entry.h"

static const gint64 TBA = PLANNER_TIME_UNKNOWN;

static void
add_session (PlannerAgenda *agenda, const char *title, guint day, gint64 start_utc)
{
  PlannerSession *session = planner_session_new ();

  session->key = g_strdup (title);
  planner_text_add (&session->title, "", title);
  session->zone = g_time_zone_new_utc ();
  session->day = day;
  session->start_utc = start_utc;
  g_ptr_array_add (agenda->sessions, session);
}

static PlannerAgenda *
make_agenda (void)
{
  static const char *const dates[] = { "2026-07-01", "2026-07-02", "" };
  static const char *const languages[] = { "C", NULL };
  PlannerAgenda *agenda = planner_agenda_new ();

  agenda->zone = g_time_zone_new_utc ();
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      PlannerDay *day = planner_day_new ();

      day->date = g_strdup (dates[i]);
      g_ptr_array_add (agenda->days, day);
    }
  add_session (agenda, "Timed", 0, 1000);
  add_session (agenda, "Also timed", 0, 1000);
  add_session (agenda, "Opening", 0, TBA);
  add_session (agenda, "Closing", 0, TBA);
  add_session (agenda, "Next day", 1, 90000);
  add_session (agenda, "Some day", 2, TBA);
  planner_agenda_seal (agenda, languages);

  return agenda;
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return planner_entry_compare (*(PlannerEntry *const *) a, *(PlannerEntry *const *) b);
}

/* Withdrawn sessions have agendas of their own, and must not be sorted by title among the others. */
static void
test_order (void)
{
  static const char *const titles[] = { "Also timed", "Timed",   "Opening",  "Closing",
                                        "Closing",    "Opening", "Next day", "Some day" };
  g_autoptr (PlannerAgenda) agenda = make_agenda ();
  g_autoptr (PlannerAgenda) old = make_agenda ();
  g_autoptr (PlannerAgenda) older = make_agenda ();
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  PlannerEntry *withdrawn[] = { planner_entry_new (old, planner_agenda_get_session (old, 2)),
                                planner_entry_new (older, planner_agenda_get_session (older, 3)) };

  for (gsize i = 0; i < G_N_ELEMENTS (withdrawn); i++)
    {
      planner_entry_set_withdrawn (withdrawn[i], i == 0 ? "o" : "c");
      g_ptr_array_add (entries, withdrawn[i]);
    }
  for (guint i = agenda->sessions->len; i > 0; i--)
    g_ptr_array_add (entries, planner_entry_new (agenda, planner_agenda_get_session (agenda, i - 1)));

  g_ptr_array_sort (entries, compare_cb);
  g_assert_cmpuint (entries->len, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < entries->len; i++)
    g_assert_cmpstr (planner_entry_get_session (g_ptr_array_index (entries, i))->title.shown, ==, titles[i]);
  g_assert_true (g_ptr_array_index (entries, 4) == withdrawn[1]);
  g_assert_true (g_ptr_array_index (entries, 5) == withdrawn[0]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/entry/T9/order-of-my-schedule", test_order);

  return g_test_run ();
}
