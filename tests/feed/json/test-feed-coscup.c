/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads COSCUP's session.json. */

#include "feed/hostile-fixture.h"

#define LISTS                                                                                                 \
  "'speakers': [{'id': 'S1', 'avatar': 'https://x.example/a.png', 'zh': {'name': '王小明', 'bio': '工程師'}," \
  "  'en': {'name': 'Ming', 'bio': '-'}}, {'id': 'S2', 'zh': {'name': 'Bo', 'bio': '-'}}, {'id': 'S3'}, 7],"  \
  "'rooms': [{'id': 'R1', 'zh': {'name': '大廳'}, 'en': {'name': 'Hall'}}],"                                  \
  "'session_types': [{'id': 't1', 'zh': {'name': '主議程軌'}, 'en': {'name': 'Main Track'}}],"                \
  "'tags': [{'id': 'zh-tw', 'zh': {'name': '中文'}}]"

#define SESSION                                                                                                \
  "{'id': 'ABC123', 'type': 't1', 'room': 'R1', 'start': '2026-07-01T12:35:00+08:00',"                         \
  " 'end': '2026-07-01T13:05:00+08:00', 'language': '中文', 'zh': {'title': '小集群', 'description': '很小'}," \
  " 'en': {'title': 'Small clusters', 'description': 'Very small'}, 'speakers': ['S1', 'S2'],"                 \
  " 'tags': ['Beginner', 'zh-tw'], 'co_write': 'https://pad.example/1', 'qa': null, 'slide': '',"              \
  " 'live': 'https://live.example/1', 'record': 'https://video.example/1', 'uri': 'https://conf.example/ABC123'}"

static PlannerAgenda *
read_sessions (const char *sessions, const char *language, PlannerReport *report)
{
  const char *const languages[] = { language, "C", NULL };
  const PlannerFeedOptions options = { .languages = languages };
  g_autofree char *text = g_strdup_printf ("{'sessions': [%s], " LISTS "}", sessions);
  PlannerAgenda *agenda = read_json_with (text, &options, report);

  g_assert_cmpstr (agenda->format, ==, "coscup");

  return agenda;
}

static void
test_members (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_sessions (SESSION, "en", report);
  const PlannerSession *session = planner_agenda_get_session (agenda, 0);
  g_autofree char *venue = format_venue (session);

  g_assert_cmpstr (session->key, ==, "ABC123");
  g_assert_cmpstr (session->code, ==, "ABC123");
  g_assert_cmpstr (session->title.shown, ==, "Small clusters");
  g_assert_cmpstr (session->abstract.shown, ==, "Very small");
  g_assert_cmpstr (venue, ==, "2026-07-01 12:35");
  g_assert_cmpint (session->duration_s, ==, 30 * 60);
  g_assert_cmpstr (session->forum->title.shown, ==, "Main Track");
  g_assert_cmpstr (session->room->title.shown, ==, "Hall");
  g_assert_cmpstr (session->language, ==, "zh-tw");
  g_assert_cmpstr (session->url, ==, "https://conf.example/ABC123");
  g_assert_cmpstr (session->stream_url, ==, "https://live.example/1");
  g_assert_cmpuint (session->n_links, ==, 2);
  g_assert_cmpstr (session->links[0].title, ==, "Recording");
  g_assert_cmpstr (session->links[1].url, ==, "https://pad.example/1");
  g_assert_cmpuint (session->n_speakers, ==, 2);
  g_assert_cmpstr (session->speakers[0]->name.shown, ==, "Ming");
  g_assert_cmpstr (session->speakers[1]->name.shown, ==, "Bo");
  g_assert_null (session->speakers[1]->biography.shown);
  g_assert_cmpuint (planner_report_get_n_problems (report), ==, 0);
}

typedef struct
{
  const char *language;
  const char *title;
} LanguageCase;

static const LanguageCase languages[] = {
  { "zh_TW", "小集群" },      { "zh_CN", "小集群" },      { "zh_HK", "小集群" },
  { "en", "Small clusters" }, { "de", "Small clusters" },
};

static void
test_language (gconstpointer data)
{
  const LanguageCase *expected = data;
  g_autoptr (PlannerAgenda) agenda = read_sessions (SESSION, expected->language, NULL);

  g_assert_cmpstr (planner_agenda_get_session (agenda, 0)->title.shown, ==, expected->title);
  g_assert_cmpstr (planner_agenda_get_session (agenda, 0)->title.variants[0], ==, "zh_TW");
}

/* Sessions that are broadcast to other rooms. */
static void
test_broadcast (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_sessions ("{'id': 'A', 'room': 'R1', 'broadcast': ['R1', 'R2', 'R3'], 'en': {'title': 'all'}},"
                     "{'id': 'B', 'room': 'R1', 'broadcast': ['R1'], 'en': {'title': 'one'}},"
                     "{'id': 'C', 'room': 'R1', 'broadcast': null, 'en': {'title': 'none'}},"
                     "{'id': 'D', 'broadcast': ['R2', 'R3'], 'en': {'title': 'homeless'}}",
                     "en", NULL);

  g_assert_cmpuint (agenda->sessions->len, ==, 4);
  g_assert_cmpstr (find_titled (agenda, "all")->room->title.shown, ==, "R1, R2, R3");
  g_assert_cmpuint (find_titled (agenda, "all")->room->n_parts, ==, 3);
  g_assert_cmpstr (find_titled (agenda, "all")->room->parts[0]->title.shown, ==, "Hall");
  g_assert_cmpstr (find_titled (agenda, "all")->room->parts[2]->title.shown, ==, "R3");
  g_assert_cmpuint (find_titled (agenda, "one")->room->n_parts, ==, 0);
  g_assert_true (
      strstr (planner_search_text_get (&find_titled (agenda, "all")->search, PLANNER_SEARCH_ROOM, NULL),
              "hall"));
  g_assert_cmpstr (find_titled (agenda, "one")->room->title.shown, ==, "Hall");
  g_assert_cmpstr (find_titled (agenda, "none")->room->title.shown, ==, "Hall");
  g_assert_cmpstr (find_titled (agenda, "homeless")->room->title.shown, ==, "R2, R3");
}

/* A bad session does not affect the others. */
static void
test_faults (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_sessions (
      "null, 3, {}, {'id': 5, 'type': 'none', 'room': 'R9', 'start': 'soon', 'end': [], 'zh': null, 'en': 'x',"
      " 'speakers': ['S3', 'S9', null, {}], 'tags': 'en', 'record': '無'}, " SESSION,
      "en", report);
  const PlannerSession *session = planner_agenda_find_session (agenda, "5");

  g_assert_cmpuint (agenda->sessions->len, ==, 3);
  g_assert_cmpstr (session->room->title.shown, ==, "R9");
  g_assert_cmpstr (session->forum->title.shown, ==, "none");
  g_assert_cmpuint (session->n_speakers, ==, 0);
  g_assert_cmpuint (session->n_links, ==, 0);
  g_assert_nonnull (planner_agenda_find_session (agenda, "ABC123"));
  g_assert_cmpstr (find_problem (report, "bad-date")->where, ==, "$.sessions[3].date");
  g_assert_cmpuint (count_problems (report, "no-name"), ==, 1);
  g_assert_cmpuint (count_problems (report, "unsafe-link"), ==, 1);
}

/* Lists of sessions and speakers alone are not this format. */
static void
test_other (void)
{
  assert_refused (make_bytes ("{'sessions': [], 'speakers': [], 'rooms': {}}"),
                  PLANNER_FEED_ERROR_NOT_A_SCHEDULE);
}

static void
test_cut (void)
{
  assert_refused (make_bytes ("{'sessions': [" SESSION ","), PLANNER_FEED_ERROR_TRUNCATED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/F6/coscup-language-", languages[i].language, NULL);

      g_test_add_data_func (path, &languages[i], test_language);
    }
  g_test_add_func ("/feed/coscup-members-are-read", test_members);
  g_test_add_func ("/feed/coscup-broadcast-session-has-all-rooms", test_broadcast);
  g_test_add_func ("/feed/F1/coscup-bad-session-does-not-affect-others", test_faults);
  g_test_add_func ("/feed/I5/coscup-needs-its-lists", test_other);
  g_test_add_func ("/feed/F5/coscup-cut-file-is-refused", test_cut);

  return g_test_run ();
}
