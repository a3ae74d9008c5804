/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-text.h"

G_BEGIN_DECLS

/**
 * PlannerTextKind:
 * @PLANNER_TEXT_LINE: a single line, such as a title or a name; line breaks become spaces
 * @PLANNER_TEXT_LONG: text with paragraphs, such as an abstract or a biography
 */
typedef enum
{
  PLANNER_TEXT_LINE,
  PLANNER_TEXT_LONG,
} PlannerTextKind;

#define PLANNER_FIELD_MAX_ALIASES 3

/**
 * PlannerTextField:
 * @name: what schedules call the text: the name of a JSON member or of an XML element
 * @offset: the offset of its #PlannerText in the structure
 * @kind: whether the text is one line
 * @aliases: other names that schedules use; the list ends with %NULL
 *
 * Describes a text of a structure. A table of fields ends with a field without a name.
 */
typedef struct
{
  const char *name;
  gsize offset;
  PlannerTextKind kind;
  const char *aliases[PLANNER_FIELD_MAX_ALIASES + 1];
} PlannerTextField;

/**
 * PlannerStringField:
 * @name: what schedules call the string
 * @offset: the offset of the string in the structure
 *
 * Describes an optional string of a structure, which the structure owns. A table of fields ends with a field without a
 * name.
 */
typedef struct
{
  const char *name;
  gsize offset;
} PlannerStringField;

PlannerText *planner_text_field_get (const PlannerTextField *field, gconstpointer item);
gboolean planner_text_field_has_name (const PlannerTextField *field, const char *name);
void planner_text_fields_choose (const PlannerTextField *fields, gpointer item, const char *const *languages);
gsize planner_text_fields_measure (const PlannerTextField *fields, gconstpointer item);
gboolean planner_text_fields_are_equal (const PlannerTextField *fields, gconstpointer a, gconstpointer b);
void planner_text_fields_clear (const PlannerTextField *fields, gpointer item);

char **planner_string_field_get (const PlannerStringField *field, gconstpointer item);
gboolean planner_string_fields_are_equal (const PlannerStringField *fields, gconstpointer a, gconstpointer b);
void planner_string_fields_clear (const PlannerStringField *fields, gpointer item);

G_END_DECLS
