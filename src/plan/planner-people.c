/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-people.h"

#include <string.h>

/* The name in the first language of the schedule, which does not depend on the language of the interface. */
static const char *
get_first_name (const PlannerSpeaker *speaker)
{
  return speaker->name.variants ? speaker->name.variants[1] : NULL;
}

/* Readers use the name as the id if the schedule has no id. */
static gboolean
has_id (const PlannerSpeaker *speaker)
{
  for (guint i = 0; speaker->name.variants && speaker->name.variants[i]; i += 2)
    if (g_str_equal (speaker->id, speaker->name.variants[i + 1]))
      return FALSE;

  return TRUE;
}

static const char *
get_name (const PlannerSpeaker *speaker)
{
  return speaker->name.shown ? speaker->name.shown : speaker->id;
}

static void
free_person (PlannerPerson *person)
{
  g_free (person->key);
  g_ptr_array_unref (person->speakers);
  g_free (person);
}

static PlannerPerson *
add_person (GPtrArray *people, const PlannerSpeaker *speaker)
{
  PlannerPerson *person = g_new0 (PlannerPerson, 1);

  person->key = planner_speaker_dup_key (speaker);
  person->speakers = g_ptr_array_new ();
  g_ptr_array_add (people, person);

  return person;
}

/* Speakers with ids are different people even if they have the same name. Speakers without ids are the first person of their
 * name. */
static GPtrArray *
list_people (const PlannerAgenda *agenda, GHashTable *person_of_speaker)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) free_person);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < agenda->speakers->len; i++)
      {
        PlannerSpeaker *speaker = g_ptr_array_index (agenda->speakers, i);
        PlannerPerson *person = NULL;

        if (has_id (speaker) != (pass == 0))
          continue;
        if (pass == 1)
          person = g_hash_table_lookup (by_name, get_name (speaker));
        if (!person)
          person = add_person (people, speaker);
        g_ptr_array_add (person->speakers, speaker);
        if (!g_hash_table_contains (by_name, get_name (speaker)))
          g_hash_table_insert (by_name, (gpointer) get_name (speaker), person);
        g_hash_table_insert (person_of_speaker, speaker, person);
      }

  return people;
}

/* A session may name a person twice. */
static void
count_session (const PlannerSession *session, GHashTable *person_of_speaker)
{
  g_autoptr (GPtrArray) counted = g_ptr_array_new ();

  for (guint i = 0; i < session->n_speakers; i++)
    {
      PlannerPerson *person = g_hash_table_lookup (person_of_speaker, session->speakers[i]);

      if (!person || g_ptr_array_find (counted, person, NULL))
        continue;
      person->n_sessions++;
      g_ptr_array_add (counted, person);
    }
}

/**
 * planner_people_list:
 *
 * Returns: (transfer full) (element-type PlannerPerson): the people who speak at sessions; they borrow from @agenda
 */
GPtrArray *
planner_people_list (const PlannerAgenda *agenda)
{
  g_autoptr (GHashTable) person_of_speaker = NULL;
  GPtrArray *people;

  g_return_val_if_fail (agenda != NULL, NULL);

  person_of_speaker = g_hash_table_new (NULL, NULL);
  people = list_people (agenda, person_of_speaker);
  for (guint i = 0; i < agenda->sessions->len; i++)
    count_session (planner_agenda_get_session (agenda, i), person_of_speaker);
  for (guint i = people->len; i > 0; i--)
    if (((PlannerPerson *) g_ptr_array_index (people, i - 1))->n_sessions == 0)
      g_ptr_array_remove_index (people, i - 1);

  return people;
}

/**
 * planner_people_find:
 * @people: (element-type PlannerPerson): see planner_people_list()
 * @key: the key of a speaker; see planner_speaker_dup_key()
 *
 * Returns: (nullable) (transfer none): the person who is this speaker
 */
const PlannerPerson *
planner_people_find (const GPtrArray *people, const char *key)
{
  g_return_val_if_fail (people != NULL && key != NULL, NULL);

  for (guint i = 0; i < people->len; i++)
    {
      const PlannerPerson *person = g_ptr_array_index (people, i);

      for (guint j = 0; j < person->speakers->len; j++)
        {
          g_autofree char *other = planner_speaker_dup_key (g_ptr_array_index (person->speakers, j));

          if (g_str_equal (other, key))
            return person;
        }
    }

  return NULL;
}

/**
 * planner_speaker_dup_key:
 *
 * An agenda may have several speakers with one id, so the key contains the name as well.
 *
 * Returns: (transfer full): a text that identifies the speaker within an agenda
 */
char *
planner_speaker_dup_key (const PlannerSpeaker *speaker)
{
  g_return_val_if_fail (speaker != NULL, NULL);

  return g_strconcat (speaker->id, "\n", get_first_name (speaker), NULL);
}

static gboolean
is_same_speaker (const PlannerSpeaker *a, const PlannerSpeaker *b)
{
  return g_str_equal (a->id, b->id) && g_strcmp0 (get_first_name (a), get_first_name (b)) == 0;
}

/**
 * planner_person_speaks_at:
 * @session: a session, perhaps of another edition than @person
 */
gboolean
planner_person_speaks_at (const PlannerPerson *person, const PlannerSession *session)
{
  g_return_val_if_fail (person != NULL && session != NULL, FALSE);

  for (guint i = 0; i < session->n_speakers; i++)
    for (guint j = 0; j < person->speakers->len; j++)
      if (is_same_speaker (g_ptr_array_index (person->speakers, j), session->speakers[i]))
        return TRUE;

  return FALSE;
}

static gunichar
find_first_letter (const char *name)
{
  while (*name && !g_unichar_isalnum (g_utf8_get_char (name)))
    name = g_utf8_next_char (name);

  return *name ? g_utf8_get_char (name) : 0;
}

/**
 * planner_person_dup_letter:
 * @name: the name of a person
 *
 * Returns: (transfer full): the capital letter under which a list shows the name: A to Z for Latin letters, whatever their
 *   accents; "" for digits, and for scripts without capital letters, such as Chinese
 */
char *
planner_person_dup_letter (const char *name)
{
  gunichar first;
  char text[7] = "";

  g_return_val_if_fail (name != NULL, NULL);

  first = find_first_letter (name);
  if (g_unichar_toupper (first) == g_unichar_tolower (first))
    return g_strdup ("");

  g_unichar_to_utf8 (g_unichar_toupper (first), text);
  if (g_unichar_get_script (first) == G_UNICODE_SCRIPT_LATIN)
    {
      g_autofree char *plain = g_str_to_ascii (text, "C");

      if (g_ascii_isalpha (*plain))
        return g_ascii_strup (plain, 1);
    }

  return g_strdup (text);
}

/**
 * planner_person_compare_letters:
 * @a: see planner_person_dup_letter()
 * @b: see planner_person_dup_letter()
 *
 * Returns: below, equal to or above 0 as the names under @a are before, with or after those under @b; "" is last
 */
int
planner_person_compare_letters (const char *a, const char *b)
{
  if (!*a || !*b)
    return (*a == '\0') - (*b == '\0');

  return strcmp (a, b);
}
