/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/agenda-fixture.h"
#include "model/planner-session-equal.h"

/* Changes a part of the first session that is in neither of the tables of its texts and strings. */
static void
change_part (PlannerAgenda *agenda, guint part)
{
  PlannerSession *session = g_ptr_array_index (agenda->sessions, 0);
  PlannerForum *forum = (PlannerForum *) session->forum;
  PlannerRoom *room = (PlannerRoom *) session->room;
  PlannerSpeaker *speaker = (PlannerSpeaker *) session->speakers[0];

  switch (part)
    {
    case 0:
      g_set_str (&session->key, "other");
      break;
    case 1:
      session->start_utc++;
      break;
    case 2:
      session->duration_s++;
      break;
    case 3:
      session->cancelled = !session->cancelled;
      break;
    case 4:
      session->not_recorded = !session->not_recorded;
      break;
    case 5:
      g_set_str (&forum->color, "#000000");
      break;
    case 6:
      planner_text_add (&forum->description, "fr", "other");
      break;
    case 7:
      session->forum = NULL;
      break;
    case 8:
      g_set_str (&room->url, NULL);
      break;
    case 9:
      planner_text_add (&room->title, "fr", "other");
      break;
    case 10:
      session->room = NULL;
      break;
    case 11:
      planner_text_add (&speaker->biography, "fr", "other");
      break;
    case 12:
      session->n_speakers--;
      break;
    case 13:
      g_set_str (&session->links[0].title, "other");
      break;
    case 14:
      g_set_str (&((PlannerDay *) g_ptr_array_index (agenda->days, session->day))->date, "2030-01-01");
      break;
    case 15:
      g_time_zone_unref (session->zone);
      session->zone = g_time_zone_new_utc ();
      break;
    default:
      g_assert_not_reached ();
    }
}

#define N_PARTS 16

static gboolean
first_is_equal (const PlannerAgenda *a, const PlannerAgenda *b)
{
  return planner_session_is_equal (a, planner_agenda_get_session (a, 0), b,
                                   planner_agenda_get_session (b, 0));
}

/* Two editions of a session differ if anything that the planner shows differs. */
static void
test_session_is_equal (void)
{
  g_autoptr (PlannerAgenda) agenda = make_full_agenda ();

  for (guint part = 0; part < N_PARTS; part++)
    {
      g_autoptr (PlannerAgenda) other = make_full_agenda ();

      g_assert_true (first_is_equal (agenda, other));
      change_part (other, part);
      g_assert_false (first_is_equal (agenda, other));
    }
  for (const PlannerTextField *field = planner_session_fields; field->name; field++)
    {
      g_autoptr (PlannerAgenda) other = make_full_agenda ();

      planner_text_add (planner_text_field_get (field, planner_agenda_get_session (other, 0)), "fr", "other");
      g_assert_false (first_is_equal (agenda, other));
    }
  for (const PlannerStringField *field = planner_session_strings; field->name; field++)
    {
      g_autoptr (PlannerAgenda) other = make_full_agenda ();

      g_set_str (planner_string_field_get (field, planner_agenda_get_session (other, 0)), NULL);
      g_assert_false (first_is_equal (agenda, other));
    }
}

/* The position of a session in its agenda does not count, because it is not shown. */
static void
test_session_is_equal_at_other_position (void)
{
  g_autoptr (PlannerAgenda) agenda = make_full_agenda ();
  g_autoptr (PlannerAgenda) other = make_full_agenda ();

  ((PlannerSession *) g_ptr_array_index (other->sessions, 0))->position = 1;
  g_assert_true (first_is_equal (agenda, other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/session-is-equal/any-shown-difference-counts", test_session_is_equal);
  g_test_add_func ("/model/session-is-equal/position-does-not-count",
                   test_session_is_equal_at_other_position);

  return g_test_run ();
}
