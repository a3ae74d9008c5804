/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/long-schedule.h"

#include "words/planner-words.h"

#define LONG_TITLE                                                                                           \
  "A title of so many words that it needs more than two lines in a narrow window "                           \
  "and more than one line even in a wide one, because its author likes long titles"
#define LONG_ROOM "The large hall on the second floor of the old building (H.1301, Cornil)"

static const struct
{
  const char *title; /* %NULL: one long word */
  const char *day;
  int start_hour;
  const char *room; /* %NULL: one long word */
  int n_speakers;
} long_sessions[] = {
  { "Short", "2037-07-01", 10, "Hall", 0 },
  { NULL, "2037-07-01", 10, NULL, 1 },
  { LONG_TITLE, "2037-07-01", 10, LONG_ROOM, 12 },
  { "Another one at the same time in the same room, so that both share its column", "2037-07-01", 10,
    LONG_ROOM, 2 },
  { "关于在超大规模集群上运行开源人工智能基础设施的经验与教训以及未来展望", "2037-07-01", 11,
    "主会场三层大宴会厅", 3 },
  { "אבטחת שרשרת האספקה של תוכנה בקוד פתוח", "2037-07-02", 10, "אולם 3", 2 },
  { LONG_TITLE, "2037-07-02", 22, "Hall", 1 },
};

static void
append_session (GString *events, int n, int start_hour)
{
  g_autofree char *word = g_strnfill (200, 'w');
  const char *title = long_sessions[n].title ? long_sessions[n].title : word;
  const char *room = long_sessions[n].room ? long_sessions[n].room : word;

  g_string_append_printf (
      events,
      "%s{\"guid\":\"11111111-1111-4111-8111-00000000000%d\",\"id\":%d,\"title\":\"%s\","
      "\"date\":\"%sT%02d:00:00+02:00\",\"duration\":\"01:30\",\"room\":\"%s\",\"language\":\"de\",\"type\":\"workshop\","
      "\"track\":\"A forum with a name of many words, as some conferences have\","
      "\"abstract\":\"%s %s\",\"links\":[{\"title\":\"%s\",\"url\":\"https://example.org/%s\"}],\"persons\":[",
      events->len > 0 ? "," : "", n, n + 1, title, long_sessions[n].day, start_hour, room, LONG_TITLE, word,
      LONG_TITLE, word);
  for (int i = 0; i < long_sessions[n].n_speakers; i++)
    g_string_append_printf (events, "%s{\"id\":%d,\"name\":\"Maximiliane Wolkenstein-Rodenegg %d\"}",
                            i > 0 ? "," : "", i + 1, i);
  g_string_append (events, "]}");
}

static char *
make_events (const char *day, int version)
{
  g_autoptr (GString) events = g_string_new (NULL);

  for (int i = 0; i < (int) G_N_ELEMENTS (long_sessions); i++)
    if (g_str_equal (long_sessions[i].day, day) && (version == 1 || i % 3 != 2))
      append_session (events, i, long_sessions[i].start_hour + (version == 1 ? 0 : i % 2));

  return g_string_free_and_steal (g_steal_pointer (&events));
}

char *
long_schedule_make (int version)
{
  g_autofree char *first = make_events ("2037-07-01", version);
  g_autofree char *second = make_events ("2037-07-02", version);

  return g_strdup_printf (
      "{\"schedule\":{\"version\":\"%d\",\"exhibitors\":[{\"name\":\"%s\",\"kind\":\"stand\",\"place\":\"%s\","
      "\"description\":\"%s\"}],\"conference\":{\"title\":\"Long\",\"acronym\":\"long\","
      "\"time_zone_name\":\"Europe/Berlin\",\"days\":["
      "{\"index\":1,\"date\":\"2037-07-01\",\"rooms\":{\"Hall\":[%s]}},"
      "{\"index\":2,\"date\":\"2037-07-02\",\"rooms\":{\"Hall\":[%s]}}]}}}",
      version, LONG_ROOM, LONG_ROOM, LONG_TITLE, first, second);
}

char *
long_schedule_find_real (const char *name)
{
  const char *folder = g_getenv ("PLANNER_REAL_FEEDS");
  g_autofree char *path = folder ? g_build_filename (folder, name, NULL) : NULL;

  if (path && g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);

  g_test_skip ("the real schedule is missing");

  return NULL;
}

static gsize
get_length (PlannerEntry *entry)
{
  const PlannerSession *session = planner_entry_get_session (entry);
  g_autofree char *speakers = planner_session_dup_speaker_names (session);
  const gsize room = session->room && session->room->title.shown ? strlen (session->room->title.shown) : 0;

  return strlen (session->title.shown) + strlen (speakers) + 3 * room;
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const gsize length_a = get_length (*(PlannerEntry **) a);
  const gsize length_b = get_length (*(PlannerEntry **) b);

  return (length_a < length_b) - (length_a > length_b);
}

GPtrArray *
long_schedule_list_entries (PlannerConference *conference)
{
  GListModel *model = planner_conference_get_entries (conference);
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (entries, g_list_model_get_item (model, i));
  g_ptr_array_sort (entries, compare_lengths);

  return entries;
}
