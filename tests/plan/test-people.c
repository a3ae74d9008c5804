/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-people.h"

static PlannerSpeaker *
add_speaker (PlannerAgenda *agenda, const char *id, const char *name)
{
  PlannerSpeaker *speaker = planner_speaker_new ();

  speaker->id = g_strdup (id ? id : name);
  planner_text_add (&speaker->name, "", name);
  speaker->name.shown = speaker->name.variants[1];
  g_ptr_array_add (agenda->speakers, speaker);

  return speaker;
}

static PlannerSession *
add_session (PlannerAgenda *agenda, const char *key, PlannerSpeaker *first, PlannerSpeaker *second)
{
  PlannerSession *session = planner_session_new ();

  session->key = g_strdup (key);
  session->speakers = g_new0 (const PlannerSpeaker *, 2);
  session->speakers[0] = first;
  session->speakers[1] = second;
  session->n_speakers = second ? 2 : 1;
  g_ptr_array_add (agenda->sessions, session);

  return session;
}

/* Returns: (transfer full): "id name=sessions" for each person */
static char *
describe (const GPtrArray *people)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    {
      const PlannerPerson *person = g_ptr_array_index (people, i);
      const PlannerSpeaker *speaker = g_ptr_array_index (person->speakers, 0);

      g_string_append_printf (text, "%s %s=%u ", speaker->id, speaker->name.shown, person->n_sessions);
    }

  return g_string_free_and_steal (text);
}

static void
test_same_name_without_id (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  PlannerSpeaker *anonymous = add_speaker (agenda, NULL, "Ann");
  PlannerSpeaker *ann = add_speaker (agenda, "1", "Ann");
  PlannerSession *a = add_session (agenda, "a", anonymous, NULL);
  PlannerSession *b = add_session (agenda, "b", ann, NULL);
  PlannerSession *c = add_session (agenda, "c", add_speaker (agenda, "2", "Bo"), NULL);
  g_autoptr (GPtrArray) people = planner_people_list (agenda);
  g_autofree char *text = describe (people);
  g_autofree char *key = planner_speaker_dup_key (anonymous);
  const PlannerPerson *person = planner_people_find (people, key);

  g_assert_cmpstr (text, ==, "1 Ann=2 2 Bo=1 ");
  g_assert_true (person == g_ptr_array_index (people, 0));
  g_assert_true (planner_person_speaks_at (person, a));
  g_assert_true (planner_person_speaks_at (person, b));
  g_assert_false (planner_person_speaks_at (person, c));
}

static void
test_same_name_with_ids (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  PlannerSpeaker *first = add_speaker (agenda, "1", "Ann");
  PlannerSpeaker *second = add_speaker (agenda, "2", "Ann");
  PlannerSession *a = add_session (agenda, "a", first, NULL);
  g_autoptr (GPtrArray) people = NULL;
  g_autofree char *text = NULL;
  g_autofree char *key = planner_speaker_dup_key (second);

  add_session (agenda, "b", second, NULL);
  people = planner_people_list (agenda);
  text = describe (people);
  g_assert_cmpstr (text, ==, "1 Ann=1 2 Ann=1 ");
  g_assert_false (planner_person_speaks_at (planner_people_find (people, key), a));
}

static void
test_same_id_other_name (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  PlannerSession *a = add_session (agenda, "a", add_speaker (agenda, "1", "Ann"), NULL);
  PlannerSpeaker *bo = add_speaker (agenda, "1", "Bo");
  g_autoptr (GPtrArray) people = NULL;
  g_autofree char *text = NULL;
  g_autofree char *key = planner_speaker_dup_key (bo);

  add_session (agenda, "b", bo, NULL);
  people = planner_people_list (agenda);
  text = describe (people);
  g_assert_cmpstr (text, ==, "1 Ann=1 1 Bo=1 ");
  g_assert_false (planner_person_speaks_at (planner_people_find (people, key), a));
}

/* A session that names a person with and without an id counts once. A speaker without sessions is no person. */
static void
test_counts (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  PlannerSpeaker *ann = add_speaker (agenda, "1", "Ann");
  g_autoptr (GPtrArray) people = NULL;
  g_autofree char *text = NULL;

  add_session (agenda, "a", ann, add_speaker (agenda, NULL, "Ann"));
  add_speaker (agenda, "3", "Cy");
  people = planner_people_list (agenda);
  text = describe (people);
  g_assert_cmpstr (text, ==, "1 Ann=1 ");
  g_assert_null (planner_people_find (people, "3\nCy"));
  g_assert_null (planner_people_find (people, ""));
}

static void
test_letters (void)
{
  static const struct
  {
    const char *name, *letter;
  } cases[] = {
    { "Ann", "A" },  { "émile", "E" }, { "Øyvind", "O" },  { "Łukasz", "L" }, { "Æsa", "A" },
    { "“Bo”", "B" }, { "борис", "Б" }, { "Γιάννης", "Γ" }, { "王伟", "" },    { "김민수", "" },
    { "3blue", "" }, { "", "" },       { "—", "" },        { "ßa", "" },      { "سارة", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *letter = planner_person_dup_letter (cases[i].name);

      g_assert_cmpstr (letter, ==, cases[i].letter);
    }
}

static void
test_letter_order (void)
{
  const char *const letters[] = { "A", "Z", "Γ", "Б", "" };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    for (guint j = 0; j < G_N_ELEMENTS (letters); j++)
      {
        const int order = planner_person_compare_letters (letters[i], letters[j]);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/people/same-name-without-id-is-one-person", test_same_name_without_id);
  g_test_add_func ("/plan/people/same-name-with-ids-are-two-people", test_same_name_with_ids);
  g_test_add_func ("/plan/people/same-id-with-other-name-are-two-people", test_same_id_other_name);
  g_test_add_func ("/plan/people/counts-each-session-once", test_counts);
  g_test_add_func ("/plan/people/letters-of-several-scripts", test_letters);
  g_test_add_func ("/plan/people/letters-end-with-the-others", test_letter_order);

  return g_test_run ();
}
