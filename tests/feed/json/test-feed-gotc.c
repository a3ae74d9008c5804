/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the members that data/agenda/README.md adds to a schedule in JSON. */

#include "feed/feed-fixture.h"

static const PlannerRoom *
find_room (const PlannerAgenda *agenda, const char *name)
{
  for (guint i = 0; i < agenda->rooms->len; i++)
    if (g_str_equal (((PlannerRoom *) g_ptr_array_index (agenda->rooms, i))->name, name))
      return g_ptr_array_index (agenda->rooms, i);

  return NULL;
}

static const PlannerForum *
find_forum (const PlannerAgenda *agenda, const char *name)
{
  for (guint i = 0; i < agenda->forums->len; i++)
    if (g_str_equal (((PlannerForum *) g_ptr_array_index (agenda->forums, i))->name, name))
      return g_ptr_array_index (agenda->forums, i);

  return NULL;
}

static const char gotc_schedule[] =
    "{'schedule': {'version': '1', 'conference': {'title': 'Open Fair', 'acronym': 'fair', 'time_zone_name': 'Asia/Shanghai',"
    "'tracks': [{'name': 'Main', 'color': '#1E66F5', 'kind': 'main', 'description': 'All of us', 'slug': 'main'},"
    " {'name': 'Quick', 'kind': 'flash talks', 'color': 'red', 'translations': {'zh_CN': {'name': '快闪'}}},"
    " {'name': 'Empty', 'color': '#abc'}, {'kind': 'main'}, 'Plain'],"
    "'rooms': [{'name': 'Hall', 'guid': 'r', 'url': 'https://example.org/map', 'description': 'Ground floor',"
    "  'description_de': 'Erdgeschoss'}, {'name': 'Unused', 'guid': 's'}],"
    "'days': [{'index': 1, 'date': '2026-05-27', 'day_start': '2026-05-27T08:00:00+08:00', 'day_end': '2026-05-27T22:00:00+08:00',"
    "'rooms': {'Hall': [{'title': 'Opening', 'guid': 'g1', 'date': '2026-05-27T09:00:00+08:00', 'start': '09:00', 'duration': '01:00',"
    "  'room': 'Hall', 'track': 'Main', 'persons': [{'id': 1, 'name': 'Ada', 'public_name': 'Ada', 'role': 'Chair', 'organisation': 'ACME'},"
    "   {'id': 2, 'name': 'Bo', 'company': 'BCorp', 'translations': {'zh_CN': {'name': '波'}}}]}],"
    "'': [{'title': 'Some time', 'guid': 'g2', 'date': '2026-05-27T00:00:00+08:00', 'start': '00:00', 'duration': '00:00', 'room': '', 'track': 'Quick'},"
    "  {'title': 'Some day', 'guid': 'g3', 'date': '2026-05-27T00:00:00+08:00', 'start': '00:00', 'duration': '00:20', 'room': ''}]}}]},"
    "'translations': {'zh_CN': {'conference': {'title': '开放大会'}, 'sessions': {'g1': {'title': '开幕', 'abstract': '摘要'}},"
    "  'tracks': {'Main': {'name': '主论坛', 'description': '大家'}}, 'rooms': {'Hall': {'name': '大厅'}},"
    "  'speakers': {'1': {'name': '艾达', 'role': '主席'}}, 'exhibitors': {'ACME': {'place': '左墙'}}}, 'not a language': {}},"
    "'to_be_announced': {'time': ['g2', 5], 'day': ['g3']},"
    "'exhibitors': [{'name': 'ACME', 'description': 'Makes all', 'place': 'Left wall', 'kind': 'stand', 'url': 'https://acme.example/',"
    "  'translations': {'zh_CN': {'name': '顶点'}}}, {'name': 'Fair', 'kind': 'market'}, {'name': 'Odd', 'kind': 'tent'}, {}]}}";

static void
test_gotc (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_json_with (gotc_schedule, NULL, report);
  const PlannerSession *opening = find_titled (agenda, "Opening");
  const PlannerForum *main_forum = find_forum (agenda, "Main");
  const PlannerRoom *hall = find_room (agenda, "Hall");

  g_assert_cmpstr (agenda->format, ==, "gotc");
  g_assert_cmpstr (get_variant (&agenda->title, "zh_CN"), ==, "开放大会");
  g_assert_cmpstr (get_variant (&opening->title, "zh_CN"), ==, "开幕");
  g_assert_cmpstr (get_variant (&opening->abstract, "zh_CN"), ==, "摘要");

  g_assert_cmpuint (agenda->forums->len, ==, 4);
  g_assert_cmpint (main_forum->kind, ==, PLANNER_FORUM_MAIN);
  g_assert_cmpstr (main_forum->color, ==, "#1E66F5");
  g_assert_cmpstr (main_forum->description.shown, ==, "All of us");
  g_assert_cmpstr (get_variant (&main_forum->title, "zh_CN"), ==, "主论坛");
  g_assert_cmpuint (main_forum->n_sessions, ==, 1);
  g_assert_cmpint (find_forum (agenda, "Quick")->kind, ==, PLANNER_FORUM_FLASH_TALKS);
  g_assert_null (find_forum (agenda, "Quick")->color);
  g_assert_cmpstr (get_variant (&find_forum (agenda, "Quick")->title, "zh_CN"), ==, "快闪");
  g_assert_cmpuint (find_forum (agenda, "Empty")->n_sessions, ==, 0);
  g_assert_cmpstr (find_forum (agenda, "Empty")->color, ==, "#aabbcc");
  g_assert_nonnull (find_forum (agenda, "Plain"));

  g_assert_cmpuint (agenda->rooms->len, ==, 1);
  g_assert_cmpstr (hall->url, ==, "https://example.org/map");
  g_assert_cmpstr (get_variant (&hall->title, "zh_CN"), ==, "大厅");
  g_assert_cmpstr (get_variant (&hall->description, "de"), ==, "Erdgeschoss");
  g_assert_cmpuint (count_problems (report, "no-name"), ==, 2);
  g_assert_cmpuint (count_problems (report, "bad-color"), ==, 1);
}

static void
test_gotc_people (void)
{
  g_autoptr (PlannerAgenda) agenda = read_json (gotc_schedule);
  const PlannerSession *opening = find_titled (agenda, "Opening");
  const PlannerExhibitor *acme = g_ptr_array_index (agenda->exhibitors, 0);

  g_assert_cmpuint (opening->n_speakers, ==, 2);
  g_assert_cmpstr (opening->speakers[0]->role.shown, ==, "Chair");
  g_assert_cmpstr (opening->speakers[0]->organisation.shown, ==, "ACME");
  g_assert_cmpstr (get_variant (&opening->speakers[0]->name, "zh_CN"), ==, "艾达");
  g_assert_cmpstr (get_variant (&opening->speakers[0]->role, "zh_CN"), ==, "主席");
  g_assert_cmpstr (opening->speakers[1]->organisation.shown, ==, "BCorp");
  g_assert_cmpstr (get_variant (&opening->speakers[1]->name, "zh_CN"), ==, "波");

  g_assert_cmpuint (agenda->exhibitors->len, ==, 3);
  g_assert_cmpint (acme->kind, ==, PLANNER_EXHIBITOR_STAND);
  g_assert_cmpstr (acme->url, ==, "https://acme.example/");
  g_assert_cmpstr (acme->place.shown, ==, "Left wall");
  g_assert_cmpstr (get_variant (&acme->place, "zh_CN"), ==, "左墙");
  g_assert_cmpstr (get_variant (&acme->name, "zh_CN"), ==, "顶点");
  g_assert_cmpint (((PlannerExhibitor *) g_ptr_array_index (agenda->exhibitors, 1))->kind, ==,
                   PLANNER_EXHIBITOR_MARKET);
}

static void
test_gotc_to_be_announced (void)
{
  g_autoptr (PlannerAgenda) agenda = read_json (gotc_schedule);
  const PlannerSession *some_time = find_titled (agenda, "Some time"),
                       *some_day = find_titled (agenda, "Some day");

  g_assert_cmpuint (agenda->days->len, ==, 2);
  g_assert_cmpint (some_time->start_utc, ==, PLANNER_TIME_UNKNOWN);
  g_assert_cmpint (some_time->duration_s, ==, 0);
  g_assert_null (some_time->room);
  g_assert_cmpstr (get_date (agenda, "Some time"), ==, "2026-05-27");
  g_assert_true (planner_agenda_get_session (agenda, 1) == some_time);
  g_assert_cmpint (some_day->start_utc, ==, PLANNER_TIME_UNKNOWN);
  g_assert_cmpstr (get_date (agenda, "Some day"), ==, "");
  g_assert_cmpuint (some_day->day, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed/json-gotc-members-are-read", test_gotc);
  g_test_add_func ("/feed/json-gotc-speakers-are-read", test_gotc_people);
  g_test_add_func ("/feed/T9/json-sessions-to-be-announced", test_gotc_to_be_announced);

  return g_test_run ();
}
