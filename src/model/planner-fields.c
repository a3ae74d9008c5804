/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tables that list the texts and strings of a structure, so that each of them is named only once. */

#include "model/planner-fields.h"

/**
 * planner_text_field_get:
 * @item: a structure that has the field
 *
 * Returns: (transfer none): the text; change it only when nobody else uses @item
 */
PlannerText *
planner_text_field_get (const PlannerTextField *field, gconstpointer item)
{
  return G_STRUCT_MEMBER_P (item, field->offset);
}

/**
 * planner_text_field_has_name:
 *
 * Returns: whether @name is the name or an alias of the field
 */
gboolean
planner_text_field_has_name (const PlannerTextField *field, const char *name)
{
  return g_str_equal (field->name, name) || g_strv_contains (field->aliases, name);
}

/**
 * planner_text_fields_choose:
 * @fields: the texts of @item
 * @languages: the attendee's languages, best first
 *
 * Calls planner_text_choose() for each text.
 */
void
planner_text_fields_choose (const PlannerTextField *fields, gpointer item, const char *const *languages)
{
  for (; fields->name; fields++)
    planner_text_choose (planner_text_field_get (fields, item), languages);
}

/**
 * planner_text_fields_measure:
 * @fields: the texts of @item
 *
 * Returns: the number of bytes in all variants of the texts
 */
gsize
planner_text_fields_measure (const PlannerTextField *fields, gconstpointer item)
{
  gsize n_bytes = 0;

  for (; fields->name; fields++)
    n_bytes += planner_text_measure (planner_text_field_get (fields, item));

  return n_bytes;
}

/**
 * planner_text_fields_are_equal:
 * @fields: the texts of @a and @b, which have the same type
 */
gboolean
planner_text_fields_are_equal (const PlannerTextField *fields, gconstpointer a, gconstpointer b)
{
  for (; fields->name; fields++)
    if (!planner_text_is_equal (planner_text_field_get (fields, a), planner_text_field_get (fields, b)))
      return FALSE;

  return TRUE;
}

/**
 * planner_text_fields_clear:
 * @fields: the texts of @item
 *
 * Frees the texts, but not @item.
 */
void
planner_text_fields_clear (const PlannerTextField *fields, gpointer item)
{
  for (; fields->name; fields++)
    planner_text_clear (planner_text_field_get (fields, item));
}

/**
 * planner_string_field_get:
 * @item: a structure that has the field
 *
 * Returns: (transfer none): where @item keeps the string; change it only when nobody else uses @item
 */
char **
planner_string_field_get (const PlannerStringField *field, gconstpointer item)
{
  return (char **) G_STRUCT_MEMBER_P (item, field->offset);
}

/**
 * planner_string_fields_are_equal:
 * @fields: the strings of @a and @b, which have the same type
 */
gboolean
planner_string_fields_are_equal (const PlannerStringField *fields, gconstpointer a, gconstpointer b)
{
  for (; fields->name; fields++)
    if (g_strcmp0 (*planner_string_field_get (fields, a), *planner_string_field_get (fields, b)) != 0)
      return FALSE;

  return TRUE;
}

/**
 * planner_string_fields_clear:
 * @fields: the strings of @item
 *
 * Frees the strings, but not @item.
 */
void
planner_string_fields_clear (const PlannerStringField *fields, gpointer item)
{
  for (; fields->name; fields++)
    g_clear_pointer (planner_string_field_get (fields, item), g_free);
}
