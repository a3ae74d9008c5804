/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-agenda.h"

static const PlannerTextField *
find_field (const PlannerTextField *fields, const char *name)
{
  for (; fields->name; fields++)
    if (planner_text_field_has_name (fields, name))
      return fields;

  return NULL;
}

static void
test_names (void)
{
  PlannerSpeaker speaker = { 0 };
  const PlannerTextField *field = find_field (planner_speaker_fields, "organisation");

  g_assert_true (planner_text_field_get (field, &speaker) == &speaker.organisation);
  g_assert_true (find_field (planner_speaker_fields, "company") == field);
  g_assert_true (find_field (planner_speaker_fields, "name") ==
                 find_field (planner_speaker_fields, "public_name"));
  g_assert_null (find_field (planner_speaker_fields, "id"));
}

/* Each name stands for one field only. */
static void
test_names_are_unique (gconstpointer data)
{
  const PlannerTextField *fields = data;

  for (const PlannerTextField *field = fields; field->name; field++)
    {
      g_assert_true (find_field (fields, field->name) == field);
      for (guint i = 0; field->aliases[i]; i++)
        g_assert_true (find_field (fields, field->aliases[i]) == field);
    }
}

static void
test_measure (void)
{
  static const char *const german[] = { "de", NULL };
  PlannerForum forum = { 0 };

  planner_text_add (&forum.title, "en", "Rust");
  planner_text_add (&forum.title, "de", "Rost");
  planner_text_add (&forum.description, "", "All");
  g_assert_cmpuint (planner_text_fields_measure (planner_forum_fields, &forum), ==,
                    strlen ("enRustdeRost") + strlen ("All"));
  planner_text_fields_choose (planner_forum_fields, &forum, german);
  g_assert_cmpstr (forum.title.shown, ==, "Rost");
  g_assert_cmpstr (forum.description.shown, ==, "All");
  planner_text_fields_clear (planner_forum_fields, &forum);
  g_assert_null (forum.title.shown);
  g_assert_null (forum.description.variants);
}

static void
test_merge (void)
{
  PlannerText text = { 0 }, other = { 0 };

  planner_text_add (&text, "en", "own");
  planner_text_add (&other, "en", "other");
  planner_text_add (&other, "de", "deutsch");
  planner_text_merge (&text, &other);
  g_assert_cmpuint (g_strv_length (text.variants), ==, 4);
  g_assert_cmpstr (text.variants[1], ==, "own");
  g_assert_cmpstr (text.variants[3], ==, "deutsch");
  g_assert_cmpstr (text.shown, ==, "own");
  planner_text_clear (&text);
  planner_text_clear (&other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/fields-are-found-by-all-names", test_names);
  g_test_add_data_func ("/model/names-of-session-fields-are-unique", planner_session_fields,
                        test_names_are_unique);
  g_test_add_data_func ("/model/names-of-speaker-fields-are-unique", planner_speaker_fields,
                        test_names_are_unique);
  g_test_add_func ("/model/fields-are-measured-chosen-and-cleared", test_measure);
  g_test_add_func ("/model/merge-keeps-own-variants", test_merge);

  return g_test_run ();
}
