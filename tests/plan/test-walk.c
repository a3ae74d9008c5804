/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-walk.h"

#include "model/planner-rooms.h"

#define AT(hour, minute) (((hour) * 60 + (minute)) * 60)

/* Sessions as "ROOM:HH:MM-HH:MM", with "x" before a cancelled one and "b" before plan B. ROOM is "?" if it is to be announced. */
static const struct
{
  const char *path;
  const char *own;
  guint after; /* the index in own */
  const char *expected;
} walk_cases[] = {
  { "other-room", "A:10:00-11:00 B:11:05-12:00", 0, "A B 5" },
  { "no-time-between", "A:10:00-11:00 B:11:00-12:00", 0, "A B 0" },
  { "long-break", "A:10:00-11:00 B:14:00-15:00", 0, "A B 180" },
  { "same-room", "A:10:00-11:00 A:11:05-12:00", 0, NULL },
  { "last", "A:10:00-11:00 B:11:05-12:00", 1, NULL },
  { "clash", "A:10:00-11:00 B:10:30-12:00", 0, NULL },
  { "same-start", "A:10:00-11:00 B:10:00-11:00 C:11:05-12:00", 0, NULL },
  { "next-two-clash", "A:10:00-11:00 B:11:05-12:00 C:11:05-12:00", 0, NULL },
  { "next-two-clash-later", "A:10:00-11:00 B:11:05-12:00 C:11:30-12:00", 0, "A B 5" },
  { "earlier-than-two-that-clash", "A:10:00-11:00 B:12:05-13:00 C:12:05-13:00 D:11:30-12:00", 0, "A D 30" },
  { "cancelled-between", "A:10:00-11:00 xB:11:05-12:00 C:12:00-13:00", 0, "A C 60" },
  { "after-cancelled", "xA:10:00-11:00 B:11:05-12:00", 0, NULL },
  { "room-unknown", "?:10:00-11:00 B:11:05-12:00", 0, NULL },
  { "next-room-unknown", "A:10:00-11:00 ?:11:05-12:00", 0, NULL },
  { "end-unknown", "A:10:00-10:00 B:11:05-12:00", 0, NULL },
  { "not-in-order", "B:11:05-12:00 A:10:00-11:00", 1, "A B 5" },
  { "plan-b-between", "A:10:00-11:00 bC:11:30-12:00 B:13:00-14:00", 0, NULL },
  { "below-plan-b-between", "A:10:00-11:00 bC:11:30-12:00 B:13:00-14:00", 1, "A B 120" },
  { "below-last-plan-b-only", "A:10:00-11:00 bC:11:30-12:00 bC:11:30-12:30 B:13:00-14:00", 1, NULL },
  { "below-last-plan-b", "A:10:00-11:00 bC:11:30-12:00 bC:11:30-12:30 B:13:00-14:00", 2, "A B 120" },
  { "plan-b-meanwhile", "A:10:00-11:00 bC:10:30-11:30 B:13:00-14:00", 1, "A B 120" },
  { "cancelled-plan-b-between", "A:10:00-11:00 bxC:11:30-12:00 B:13:00-14:00", 0, "A B 120" },
  { "plan-b-with-next", "A:10:00-11:00 bC:13:00-14:00 B:13:00-14:00", 0, "A B 120" },
  { "plan-b-before-all", "bC:09:00-09:30 A:10:00-11:00 B:13:00-14:00", 0, NULL },
  { "one-of-several-rooms", "A:10:00-11:00 A+B:11:05-12:00", 0, NULL },
  { "from-several-rooms", "A+B:10:00-11:00 B:11:05-12:00", 0, NULL },
};

static gint64
parse_time (const char *text)
{
  return AT (g_ascii_strtoll (text, NULL, 10), g_ascii_strtoll (text + 3, NULL, 10));
}

static PlannerRoom *
find_room (PlannerAgenda *agenda, const char *name)
{
  PlannerRoom *room;

  for (guint i = 0; i < agenda->rooms->len; i++)
    if (g_str_equal (((PlannerRoom *) g_ptr_array_index (agenda->rooms, i))->name, name))
      return g_ptr_array_index (agenda->rooms, i);

  room = planner_room_new ();
  room->name = g_strdup (name);
  g_ptr_array_add (agenda->rooms, room);

  return room;
}

static void
add_session (PlannerAgenda *agenda, GPtrArray *own, const char *word)
{
  const gboolean plan_b = *word == 'b';
  PlannerSession *session = planner_session_new ();
  const char *times = strchr (word, ':') + 1;
  g_autofree char *room = g_strndup (word + plan_b, (gsize) (times - 1 - word - plan_b));

  session->cancelled = *room == 'x';
  session->start_utc = parse_time (times);
  session->duration_s = parse_time (strchr (times, '-') + 1) - session->start_utc;
  if (!g_str_equal (room, "?"))
    session->room = find_room (agenda, room + session->cancelled);
  g_ptr_array_add (agenda->sessions, session);
  if (!plan_b)
    g_ptr_array_add (own, session);
}

static void
test_walk (gconstpointer data)
{
  const gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  g_auto (GStrv) words = g_strsplit (walk_cases[i].own, " ", -1);
  g_autofree char *found = NULL;
  PlannerWalk walk;

  find_room (agenda, "A");
  find_room (agenda, "B");
  for (guint j = 0; words[j]; j++)
    add_session (agenda, own, words[j]);
  planner_rooms_find_parts (agenda->rooms);
  if (planner_walk_find (own, agenda->sessions, g_ptr_array_index (agenda->sessions, walk_cases[i].after),
                         &walk))
    found = g_strdup_printf ("%s %s %d", walk.from->name, walk.to->name, (int) (walk.between_s / 60));

  g_assert_cmpstr (found, ==, walk_cases[i].expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (walk_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plan/walk/", walk_cases[i].path, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_walk);
    }

  return g_test_run ();
}
