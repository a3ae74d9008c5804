/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "words/planner-words.h"

typedef struct
{
  const char *given;
  const char *shown;
} Case;

static const Case types[] = {
  { "lecture", "Lecture" },
  { "Workshop", "Workshop" },
  { "lightning_talk", "Lightning talk" },
  { "Lightning Talk", "Lightning talk" },
  { "hands-on", "Hands-on" },
  { "podium", "Panel" },
  { "djset", "Djset" },
  { "Talk 20 minutes + 5 minutes Q&A", "Talk 20 minutes + 5 minutes Q&A" },
  { "übung", "Übung" },
  { "演讲", "演讲" },
  { NULL, NULL },
};

static const Case languages[] = {
  { "en", "English" },
  { "EN", "English" },
  { "en_GB", "English" },
  { "zh-Hans", "Chinese" },
  { "de, en", "German, English" },
  { "de/en", "German, English" },
  { "tlh", "tlh" },
  { "de, tlh", "de, tlh" },
  { "Deutsch", "Deutsch" },
  { "中文", "中文" },
  { ",", "," },
  { NULL, NULL },
};

static void
test_types (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *shown = planner_name_type (types[i].given);

      g_assert_cmpstr (shown, ==, types[i].shown);
    }
}

static void
test_languages (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *shown = planner_name_languages (languages[i].given);

      g_assert_cmpstr (shown, ==, languages[i].shown);
    }
}

static void
test_speakers (void)
{
  PlannerSpeaker ada = { 0 }, grace = { 0 };
  const PlannerSpeaker *speakers[] = { &ada, &grace };
  PlannerSession session = { .speakers = speakers };
  g_autofree char *none = planner_session_dup_speaker_names (&session);
  g_autofree char *one = NULL;
  g_autofree char *both = NULL;

  planner_text_add (&ada.name, "", "Ada");
  planner_text_add (&grace.name, "", "Grace");
  session.n_speakers = 1;
  one = planner_session_dup_speaker_names (&session);
  session.n_speakers = 2;
  both = planner_session_dup_speaker_names (&session);
  planner_text_clear (&ada.name);
  planner_text_clear (&grace.name);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (one, ==, "Ada");
  g_assert_cmpstr (both, ==, "Ada, Grace");
}

static void
add_days (PlannerAgenda *agenda, const char *const *dates)
{
  for (guint i = 0; dates[i]; i++)
    {
      PlannerDay *day = planner_day_new ();

      day->date = g_strdup (dates[i]);
      g_ptr_array_add (agenda->days, day);
    }
}

static void
test_size (void)
{
  const struct
  {
    guint n_sessions;
    const char *dates[3];
    const char *size;
  } cases[] = {
    { 1, { "2026-07-01" }, "1 session, 1 day" },
    { 3, { "2026-07-01", "2026-07-02" }, "3 sessions, 2 days" },
    { 3, { "2026-07-01", "" }, "3 sessions, 1 day" },
    { 2, { "" }, "2 sessions" },
    { 0, { NULL }, "0 sessions" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
      g_autofree char *size = NULL;

      for (guint j = 0; j < cases[i].n_sessions; j++)
        g_ptr_array_add (agenda->sessions, planner_session_new ());
      add_days (agenda, cases[i].dates);
      size = planner_agenda_dup_size (agenda);
      g_assert_cmpstr (size, ==, cases[i].size);
    }
}

/* Days without a date do not count, wherever they are in the list. */
static void
test_days (void)
{
  const struct
  {
    const char *dates[5];
    const char *days;
  } cases[] = {
    { { "2026-07-01" }, "Wednesday, 1 July 2026" },
    { { "2026-07-01", "2026-07-02" }, "Wednesday, 1 – Thursday, 2 July 2026" },
    { { "2026-07-01", "2026-07-02", "" }, "Wednesday, 1 – Thursday, 2 July 2026" },
    { { "", "2026-07-01", "", "2026-07-02" }, "Wednesday, 1 – Thursday, 2 July 2026" },
    { { "" }, "" },
    { { NULL }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
      g_autofree char *days = NULL;

      add_days (agenda, cases[i].dates);
      days = planner_agenda_dup_days (agenda);
      g_assert_cmpstr (days, ==, cases[i].days);
    }
}

static void
test_isolate (void)
{
  static const struct
  {
    const char *text;
    const char *isolated;
  } cases[] = {
    { "Hall 3", "Hall 3" },
    { "אולם 3", "\u2068אולם 3\u2069" },
    { "a \u202eb", "\u2068a \u202eb\u2069" },
    { "a \u2067b", "\u2068a \u2067b\u2069\u2069" },
    { "a \u2067b\u2069", "\u2068a \u2067b\u2069\u2069" },
    { "a\u2069 \u202eb", "\u2068\u2068a\u2069 \u202eb\u2069" },
    { "\u2069\u2069\u2066\u2068", "\u2068\u2068\u2068\u2069\u2069\u2066\u2068\u2069\u2069\u2069" },
    { "a\u202c\u200f", "\u2068a\u202c\u200f\u2069" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *isolated = planner_isolate (cases[i].text);

      g_assert_cmpstr (isolated, ==, cases[i].isolated);
    }
}

static void
test_isolated_names (void)
{
  g_autoptr (GString) names = g_string_new (NULL);

  planner_append_name (names, "Ann \u202eelpmaxE");
  planner_append_name (names, "Bo");
  g_assert_cmpstr (names->str, ==, "\u2068Ann \u202eelpmaxE\u2069, Bo");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/names/types", test_types);
  g_test_add_func ("/words/names/languages", test_languages);
  g_test_add_func ("/words/names/speakers", test_speakers);
  g_test_add_func ("/words/names/size", test_size);
  g_test_add_func ("/words/names/days", test_days);
  g_test_add_func ("/words/V2/fields-of-a-sentence-are-isolated", test_isolate);
  g_test_add_func ("/words/V2/names-of-a-list-are-isolated", test_isolated_names);

  return g_test_run ();
}
