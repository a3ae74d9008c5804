/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the schedules in data/agenda. */

#include "feed/feed-fixture.h"

static const char *const english[] = { "en_GB", "en", "C", NULL };
static const char *const chinese[] = { "zh_CN", "zh", "C", NULL };

static PlannerAgenda *
read_agenda (const char *name, const char *const *languages)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "agenda", name, NULL);
  char *contents = NULL;
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (GError) error = NULL;
  const PlannerFeedOptions options = { .languages = languages };
  PlannerAgenda *agenda;
  gsize length = 0;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  agenda = read_whole (g_bytes_new_take (contents, length), &options, report);
  g_assert_cmpuint (planner_report_get_n_problems (report), ==, 0);
  g_assert_cmpstr (agenda->format, ==, "gotc");

  return agenda;
}

static void
test_no_time_is_invented (void)
{
  g_autoptr (PlannerAgenda) agenda = read_agenda ("gotc-2023.json", english);
  guint n_without_day = 0;

  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);

      g_assert_false (planner_session_has_time (session));
      g_assert_null (session->room);
      n_without_day += *planner_agenda_get_day (agenda, session)->date == '\0';
    }
  g_assert_cmpuint (n_without_day, ==, 2); /* both flash talks */
}

static void
test_original_title (void)
{
  static const char translated[] = "Sigstore for putting SLSA into practice";
  static const char original[] = "Sigstore 助力 SLSA 框架的落地实践";
  g_autoptr (PlannerAgenda) in_english = read_agenda ("gotc-2023.json", english);
  g_autoptr (PlannerAgenda) in_chinese = read_agenda ("gotc-2023.json", chinese);

  g_assert_cmpstr (find_titled (in_english, translated)->subtitle.shown, ==, original);
  g_assert_cmpstr (find_titled (in_chinese, original)->subtitle.shown, ==, translated);
  g_assert_cmpstr (find_titled (in_chinese, original)->speakers[0]->name.shown, ==, "马景贺");
}

static void
test_opening_is_first (void)
{
  g_autoptr (PlannerAgenda) agenda = read_agenda ("gotc-2023.json", english);
  const char *first = NULL;

  for (guint i = 0; i < agenda->sessions->len && !first; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);

      if (session->forum && strstr (session->forum->name, "Security"))
        first = session->title.shown;
    }
  g_assert_cmpstr (first, ==, "Opening");
}

/* An attendee who prefers English over Chinese (LANGUAGE=en:zh_CN) sees the English texts. */
static void
test_own_language (void)
{
  static const char *const both[] = { "en", "zh_CN", "zh", "C", NULL };
  g_autoptr (PlannerAgenda) in_english = read_agenda ("gotc-2023.json", english);
  g_autoptr (PlannerAgenda) agenda = read_agenda ("gotc-2023.json", both);

  g_assert_cmpstr (agenda->title.shown, ==, in_english->title.shown);
  for (guint i = 0; i < agenda->sessions->len; i++)
    g_assert_cmpstr (planner_agenda_get_session (agenda, i)->title.shown, ==,
                     planner_agenda_get_session (in_english, i)->title.shown);
}

static void
test_example (void)
{
  g_autoptr (PlannerAgenda) agenda = read_agenda ("example.json", chinese);
  const PlannerSession *talk = find_titled (agenda, "开放的海港");

  g_assert_cmpint (talk->duration_s, ==, 45 * 60);
  g_assert_cmpstr (talk->room->title.shown, ==, "大厅");
  g_assert_cmpint (talk->forum->kind, ==, PLANNER_FORUM_MAIN);
  g_assert_cmpstr (talk->speakers[0]->role.shown, ==, "港务长");
  g_assert_cmpstr (talk->speakers[0]->organisation.shown, ==, "海港开源协会");
  g_assert_false (planner_session_has_time (find_titled (agenda, "圆桌讨论")));
  g_assert_cmpuint (agenda->exhibitors->len, ==, 2);
  g_assert_cmpstr (agenda->description.shown, ==, "海边的两天开源。");
  g_assert_cmpstr (agenda->venue.shown, ==, "海港大楼");
  g_assert_cmpstr (agenda->address.shown, ==, "上海市码头街 1 号");
  g_assert_cmpstr (agenda->hosts.shown, ==, "海港开源协会");
  g_assert_cmpstr (agenda->coordinates, ==, "31.200000,121.500000");
  g_assert_cmpstr (agenda->registration_url, ==, "https://harbour.example/tickets");
  g_assert_cmpstr (agenda->sources, ==, "The programme committee of 3 May 2027");
}

/* The facts about the real conference are those of public sources. */
static void
test_conference_facts (void)
{
  g_autoptr (PlannerAgenda) agenda = read_agenda ("gotc-2023.json", english);
  g_autoptr (PlannerAgenda) in_chinese = read_agenda ("gotc-2023.json", chinese);

  g_assert_cmpstr (agenda->venue.shown, ==, "Zhangjiang Science Hall");
  g_assert_cmpstr (agenda->address.shown, ==, "Pudong, Shanghai");
  g_assert_nonnull (strstr (agenda->hosts.shown, "OpenAtom Foundation"));
  g_assert_cmpstr (agenda->registration_url, ==, "https://bagevent.com/event/8387611");
  g_assert_nonnull (strstr (agenda->description.shown, "17 sub-forums"));
  g_assert_nonnull (strstr (agenda->sources, "codetd.com"));
  g_assert_cmpstr (in_chinese->venue.shown, ==, "张江科学会堂");
  g_assert_nonnull (strstr (in_chinese->hosts.shown, "开源中国"));
  g_assert_nonnull (strstr (in_chinese->description.shown, "分论坛"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feed/T9/gotc-2023-has-no-invented-times", test_no_time_is_invented);
  g_test_add_func ("/feed/F6/gotc-2023-keeps-original-titles", test_original_title);
  g_test_add_func ("/feed/T9/gotc-2023-opening-is-first", test_opening_is_first);
  g_test_add_func ("/feed/F6/gotc-2023-is-shown-in-its-own-language", test_own_language);
  g_test_add_func ("/feed/F6/example-is-read-completely", test_example);

  g_test_add_func ("/feed/F6/gotc-2023-names-venue-and-hosts", test_conference_facts);

  return g_test_run ();
}
