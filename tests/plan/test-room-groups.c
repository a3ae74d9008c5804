/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-room-groups.h"

/* Names of rooms, separated by "|". The groups are expected as "name: rooms", and as "rooms" if they share nothing. */
static const struct
{
  const char *path;
  const char *rooms;
  const char *expected;
} group_cases[] = {
  { "none", "", "" },
  { "one-room", "H.1301", "H.1301" },
  { "dot", "H.1301|H.1302", "H: H.1301|H.1302" },
  { "several-parts", "K.1.105|K.3.201", "K: K.1.105|K.3.201" },
  { "longer-shared-part", "K.1.105|K.1.106", "K.1: K.1.105|K.1.106" },
  { "words", "Saal 1|Saal 2", "Saal: Saal 1|Saal 2" },
  { "two-words", "Main Hall 1|Main Hall 2", "Main Hall: Main Hall 1|Main Hall 2" },
  { "word-only-in-part", "Main Hall|Main Stage", "Main: Main Hall|Main Stage" },
  { "letters-before-digits", "RB105|RB107", "RB: RB105|RB107" },
  { "whole-name-is-the-part", "Saal|Saal 2", "Saal: Saal|Saal 2" },
  { "chinese", "教室101|教室102", "教室: 教室101|教室102" },
  { "part-of-a-letter", "é1|è1", "é1|è1" },
  { "digits-are-no-name", "1.01|1.02", "1.01|1.02" },
  { "nothing-shared", "Ada|Borg|Clarke", "Ada|Borg|Clarke" },
  { "part-of-a-word", "Halle|Hall 1", "Halle|Hall 1" },
  { "letter-case-differs", "saal 1|Saal 2", "saal 1|Saal 2" },
  { "mixed", "Janson|H.1|H.2|Aula", "Janson / H: H.1|H.2 / Aula" },
  { "apart-in-the-schedule", "H.1|Janson|H.2|Aula", "H: H.1|H.2 / Janson|Aula" },
  { "separators-are-no-part", "A - 1|A - 2", "A: A - 1|A - 2" },
  { "only-separators", "..|--", "..|--" },
};

static PlannerAgenda *
make_agenda (const char *names)
{
  PlannerAgenda *agenda = planner_agenda_new ();
  g_auto (GStrv) list = g_strsplit (names, "|", -1);

  for (guint i = 0; list[i]; i++)
    {
      PlannerRoom *room = planner_room_new ();

      room->name = g_strdup (list[i]);
      g_ptr_array_add (agenda->rooms, room);
    }

  return agenda;
}

static char *
format_groups (const GPtrArray *groups)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const PlannerRoomGroup *group = g_ptr_array_index (groups, i);

      g_string_append (text, i > 0 ? " / " : "");
      if (group->name)
        g_string_append_printf (text, "%s: ", group->name);
      for (guint j = 0; j < group->rooms->len; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? "|" : "",
                                ((const PlannerRoom *) g_ptr_array_index (group->rooms, j))->name);
    }

  return g_string_free_and_steal (text);
}

static void
test_groups (gconstpointer data)
{
  const gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (PlannerAgenda) agenda = make_agenda (group_cases[i].rooms);
  g_autoptr (GPtrArray) groups = planner_room_groups_find (agenda->rooms);
  g_autofree char *found = format_groups (groups);

  g_assert_cmpstr (found, ==, group_cases[i].expected);
}

/* The name that identifies a room may differ from the name that is shown. */
static void
test_shown_names (void)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ("a1|a2|b1");
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; i < 3; i++)
    {
      PlannerRoom *room = g_ptr_array_index (agenda->rooms, i);
      g_autofree char *title = i == 1 ? g_strdup ("Aula") : g_strdup_printf ("Saal %u", i);

      planner_text_add (&room->title, "", title);
    }
  planner_agenda_seal (agenda, (const char *[]) { "en", NULL });
  groups = planner_room_groups_find (agenda->rooms);
  found = format_groups (groups);
  g_assert_cmpstr (found, ==, "Saal: a1|b1 / a2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (group_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plan/room-groups/", group_cases[i].path, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_groups);
    }

  g_test_add_func ("/plan/room-groups/shown-names", test_shown_names);

  return g_test_run ();
}
