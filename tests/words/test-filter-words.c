/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "words/planner-filter-words.h"

typedef struct
{
  const char *path;
  PlannerFilter filter;
  PlannerFilterPart part;
  const char *text;
} PartCase;

static const PartCase part_cases[] = {
  { "day", { .day = (char *) "2025-02-02" }, PLANNER_FILTER_DAY, "Sun 2" },
  { "span", { .from_min = 13 * 60, .to_min = 14 * 60 + 25 }, PLANNER_FILTER_TIME, "13:00 – 14:25" },
  { "from", { .from_min = 13 * 60, .to_min = PLANNER_FILTER_ANY_MIN }, PLANNER_FILTER_TIME, "From 13:00" },
  { "until", { .from_min = PLANNER_FILTER_ANY_MIN, .to_min = 25 * 60 }, PLANNER_FILTER_TIME, "Until 01:00" },
  { "room-by-title", { .room = (char *) "hall" }, PLANNER_FILTER_ROOM, "Great Hall" },
  { "unknown-room", { .room = (char *) "attic" }, PLANNER_FILTER_ROOM, "attic" },
  { "language", { .language = (char *) "de" }, PLANNER_FILTER_LANGUAGE, "German" },
  { "type", { .type = (char *) "talk" }, PLANNER_FILTER_TYPE, "Talk" },
  { "still-to-come", { .to_come = TRUE }, PLANNER_FILTER_TO_COME, "Still to Come" },
};

static void
test_part (gconstpointer data)
{
  const PartCase *part_case = data;
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  PlannerRoom *room = planner_room_new ();
  g_autofree char *text = NULL;

  room->name = g_strdup ("hall");
  room->title.shown = "Great Hall";
  g_ptr_array_add (agenda->rooms, room);
  text = planner_format_filter_part (&part_case->filter, part_case->part, agenda);

  g_assert_cmpstr (text, ==, part_case->text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (part_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/words/filter-words/condition/", part_cases[i].path, NULL);

      g_test_add_data_func (path, &part_cases[i], test_part);
    }

  return g_test_run ();
}
