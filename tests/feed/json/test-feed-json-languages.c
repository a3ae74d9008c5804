/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads schedules in JSON with texts in one language or several. */

#include "feed/feed-fixture.h"

static void
test_languages_in_place (void)
{
  const char *const chinese[] = { "zh_CN", "zh", "C", NULL };
  const PlannerFeedOptions options = { .languages = chinese };
  g_autofree char *schedule = make_schedule (
      "", "{'title': {'en': 'Talk', 'zh_CN': '演讲'}, 'abstract': {'zh-Hans': '摘要', 'en': null},"
          "'track': {'en': 'Security', 'zh_CN': '安全'}, 'room': {'en': 'Hall A', 'zh_CN': '一厅'},"
          "'type': {'en': 'talk'}, 'persons': [{'name': {'en': 'Ada', 'zh_CN': '阿达'}}], 'start': '10:00'}");
  g_autoptr (PlannerAgenda) agenda = read_json_with (schedule, &options, NULL);
  g_autoptr (PlannerAgenda) english = read_json (schedule);
  const PlannerSession *session = planner_agenda_get_session (agenda, 0);

  g_assert_cmpstr (session->title.shown, ==, "演讲");
  g_assert_cmpstr (session->abstract.shown, ==, "摘要");
  g_assert_cmpstr (session->forum->name, ==, "Security");
  g_assert_cmpstr (session->forum->title.shown, ==, "安全");
  g_assert_cmpstr (session->room->title.shown, ==, "一厅");
  g_assert_cmpstr (session->speakers[0]->name.shown, ==, "阿达");
  g_assert_cmpstr (session->type, ==, "talk");
  g_assert_cmpstr (planner_agenda_get_session (english, 0)->title.shown, ==, "Talk");
  g_assert_nonnull (strstr (planner_search_text_get (&planner_agenda_get_session (english, 0)->search,
                                                     PLANNER_SEARCH_TITLE, NULL),
                            "演讲"));
}

#define ENGLISH                                                                                              \
  "'conference': {'title': 'Own', 'tracks': ['Main'], 'days': [{'date': '2026-07-01', 'events': ["           \
  "{'title': 'Own', 'guid': 'g', 'track': 'Main', 'room': 'Hall', 'persons': ['Ada']}]}]}"

/* Reads a schedule whose members name its language, and which has a translation, with LANGUAGE=@languages. */
static const struct
{
  const char *members;
  const char *translation;
  const char *languages;
  gboolean translated;
} own_language_cases[] = {
  { "'language': 'en'", "zh_CN", "en:zh_CN:zh:C", FALSE },
  { "'language': 'en'", "zh_CN", "en_GB:en:zh_CN:zh:C", FALSE },
  { "'language': 'en-GB'", "zh_CN", "en:zh_CN:zh:C", FALSE },
  { "'language': 'en'", "zh_CN", "zh_CN:zh:en:C", TRUE },
  { "'language': 'en'", "zh_CN", "de:C", FALSE },
  { "'language': 'zh-Hans'", "en", "zh_CN:zh:en:C", FALSE },
  { "'language': 'zh-Hans'", "en", "en:zh_CN:zh:C", TRUE },
  { "'language': 'zh-Hans'", "en", "de:C", TRUE },
  { "'language': 'fr'", "zh_CN", "de:C", FALSE },
  { "'language': 'en'", "en", "en:C", FALSE },
  { "'language': 'no language'", "zh_CN", "en:zh_CN:zh:C", TRUE },
  { "'language': 5", "zh_CN", "de:C", FALSE },
  { "'version': '1'", "zh_CN", "de:C", FALSE },
};

static void
test_own_language (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (own_language_cases); i++)
    {
      g_auto (GStrv) languages = g_strsplit (own_language_cases[i].languages, ":", -1);
      const PlannerFeedOptions options = { .languages = (const char *const *) languages };
      g_autofree char *schedule =
          g_strdup_printf ("{'schedule': {%s, " ENGLISH
                           ", 'translations': {'%s': {'conference': {'title': 'Other'},"
                           "'sessions': {'g': {'title': 'Other'}}, 'tracks': {'Main': {'name': 'Other'}},"
                           "'speakers': {'Ada': {'name': 'Other'}}}}}}",
                           own_language_cases[i].members, own_language_cases[i].translation);
      g_autoptr (PlannerAgenda) agenda = read_json_with (schedule, &options, NULL);
      const PlannerSession *session = planner_agenda_get_session (agenda, 0);
      const gboolean translated = own_language_cases[i].translated;

      g_test_message ("%s, %s", own_language_cases[i].members, own_language_cases[i].languages);
      g_assert_cmpstr (agenda->title.shown, ==, translated ? "Other" : "Own");
      g_assert_cmpstr (session->title.shown, ==, translated ? "Other" : "Own");
      g_assert_cmpstr (session->forum->title.shown, ==, translated ? "Other" : "Main");
      g_assert_cmpstr (session->room->title.shown, ==, "Hall");
    }
}

/* The conference may name the language too. The name of a forum in several languages does not count for a language that it
 * does not have. */
static void
test_language_of_conference (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda =
      read_events ("'language': 'zh-CN', ",
                   "{'title': '开幕', 'track': {'de': 'Sicherheit', 'zh_CN': '安全'}}");
  const PlannerSession *session = planner_agenda_get_session (agenda, 0);
  g_autofree char *bad = make_schedule ("'language': 'Klingon!', ", "{'title': 'A'}");
  g_autoptr (PlannerAgenda) without = read_json_with (bad, NULL, report);

  g_assert_cmpstr (get_variant (&session->title, "zh_CN"), ==, "开幕");
  g_assert_cmpstr (get_variant (&session->forum->title, "zh_CN"), ==, "安全");
  g_assert_cmpstr (get_variant (&session->room->title, "zh_CN"), ==, "Hall");
  g_assert_cmpstr (get_variant (&planner_agenda_get_session (without, 0)->title, ""), ==, "A");
  g_assert_cmpuint (count_problems (report, "bad-language"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed/F6/json-texts-in-languages", test_languages_in_place);
  g_test_add_func ("/feed/F6/json-language-of-the-schedule", test_own_language);
  g_test_add_func ("/feed/F6/json-language-of-the-conference", test_language_of_conference);

  return g_test_run ();
}
