/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes texts in one or several languages as members of JSON objects. */

#include "share/planner-export-texts.h"
#include "model/planner-string-table.h"

/**
 * planner_export_find_language:
 *
 * Returns: (transfer none): the language that most titles have first; "" when they do not name it
 */
const char *
planner_export_find_language (const PlannerAgenda *agenda)
{
  g_autoptr (GHashTable) counts = planner_string_table_new (NULL, NULL);
  const char *language = agenda->title.variants ? agenda->title.variants[0] : "";
  guint highest = 0;

  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const char *first = planner_agenda_get_session (agenda, i)->title.variants[0];
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, first)) + 1;

      g_hash_table_insert (counts, (gpointer) first, GUINT_TO_POINTER (n));
      if (n > highest)
        {
          highest = n;
          language = first;
        }
    }

  return language;
}

/**
 * planner_export_set_string:
 * @value: (nullable): nothing is set when it is %NULL
 */
void
planner_export_set_string (JsonObject *object, const char *member, const char *value)
{
  if (value)
    json_object_set_string_member (object, member, value);
}

/**
 * planner_export_set_variants:
 * @text: nothing is set when it is empty
 *
 * Sets a member to an object with the text in each language.
 */
void
planner_export_set_variants (JsonObject *object, const char *member, const PlannerText *text)
{
  JsonObject *variants;

  if (!text->variants)
    return;
  variants = json_object_new ();
  for (guint i = 0; text->variants[i]; i += 2)
    json_object_set_string_member (variants, text->variants[i], text->variants[i + 1]);
  json_object_set_object_member (object, member, variants);
}

/**
 * planner_export_set_text:
 * @overrides: receives the text in all its languages, if it is not only in @language
 * @text: nothing is set when it is empty
 * @language: the language of plain texts in the schedule
 *
 * Sets a member to a plain text, as the common format requires.
 */
void
planner_export_set_text (JsonObject *object,
                         JsonObject *overrides,
                         const char *member,
                         const PlannerText *text,
                         const char *language)
{
  const char *plain = text->variants ? text->variants[1] : NULL;

  if (!plain)
    return;
  for (guint i = 0; text->variants[i]; i += 2)
    if (g_ascii_strcasecmp (text->variants[i], language) == 0)
      plain = text->variants[i + 1];
  json_object_set_string_member (object, member, plain);
  if (text->variants[2] || g_ascii_strcasecmp (text->variants[0], language) != 0)
    planner_export_set_variants (overrides, member, text);
}

/**
 * planner_export_take_overrides:
 * @overrides: (transfer full): it is freed when it is empty
 */
void
planner_export_take_overrides (JsonObject *parent, const char *member, JsonObject *overrides)
{
  if (json_object_get_size (overrides) > 0)
    json_object_set_object_member (parent, member, overrides);
  else
    json_object_unref (overrides);
}
