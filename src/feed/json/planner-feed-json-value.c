/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads values from a JSON tree. Any value may be missing or have the wrong type. */

#include "feed/json/planner-feed-json-value.h"

#define MAX_NAME_CHARS 100

static char *
number_to_string (JsonNode *node)
{
  const GType type = json_node_get_value_type (node);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (type == G_TYPE_DOUBLE)
    return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, json_node_get_double (node)));

  return NULL;
}

/* {"en": …, "zh_CN": …} */
static gboolean
is_text_in_languages (JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  guint n = 0;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, NULL))
    {
      if (*name && !planner_feed_is_language (name))
        return FALSE;
      n++;
    }

  return n > 0;
}

/**
 * planner_json_get:
 * @object: (nullable): an object
 *
 * Returns: (nullable) (transfer none): the member, or %NULL when it is missing or null
 */
JsonNode *
planner_json_get (JsonObject *object, const char *member)
{
  JsonNode *node = object ? json_object_get_member (object, member) : NULL;

  return node && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

JsonObject *
planner_json_get_object (JsonObject *object, const char *member)
{
  JsonNode *node = planner_json_get (object, member);

  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
planner_json_get_array (JsonObject *object, const char *member)
{
  JsonNode *node = planner_json_get (object, member);

  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/**
 * planner_json_get_bool:
 * @object: (nullable): an object
 *
 * Returns: whether the member is true, a number other than 0, or a word that means yes
 */
gboolean
planner_json_get_bool (JsonObject *object, const char *member)
{
  JsonNode *node = planner_json_get (object, member);

  if (!node || !JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return planner_feed_is_yes (json_node_get_string (node));
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return json_node_get_int (node) != 0;

  return json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

/**
 * planner_json_dup_node:
 * @node: (nullable): a string or a number; any other value is reported as a problem
 * @member: (nullable): the name of the value, for problems
 *
 * Returns: (nullable) (transfer full): clean text, or %NULL when there is none
 */
char *
planner_json_dup_node (const PlannerPlace *place, JsonNode *node, const char *member, PlannerTextKind kind)
{
  if (!node || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    {
      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_boolean (node))
        planner_place_note (place, PLANNER_SEVERITY_SKIPPED, member, PLANNER_PROBLEM_BAD_TYPE,
                            "“%s” is no text; it is left out.", member ? member : "");
      return NULL;
    }
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return number_to_string (node);

  return planner_place_clean (place, json_node_get_string (node), member, kind);
}

/**
 * planner_json_dup_line:
 * @object: (nullable): an object
 *
 * Returns: (nullable) (transfer full): the member as one line; the first language of a text in several languages
 */
char *
planner_json_dup_line (const PlannerPlace *place, JsonObject *object, const char *member)
{
  JsonNode *node = planner_json_get (object, member);
  PlannerText text = { 0 };
  char *line;

  if (!node || !JSON_NODE_HOLDS_OBJECT (node))
    return planner_json_dup_node (place, node, member, PLANNER_TEXT_LINE);
  planner_json_add_text (place, &text, "", node, member, PLANNER_TEXT_LINE);
  line = g_strdup (text.shown);
  planner_text_clear (&text);

  return line;
}

/**
 * planner_json_dup_first_line:
 * @members: names of members; the list ends with %NULL
 *
 * Returns: (nullable) (transfer full): the first member that has text, as one line
 */
char *
planner_json_dup_first_line (const PlannerPlace *place, JsonObject *object, const char *const *members)
{
  for (guint i = 0; members[i]; i++)
    {
      char *line = planner_json_dup_line (place, object, members[i]);

      if (line)
        return line;
    }

  return NULL;
}

/**
 * planner_json_add_text:
 * @language: the language of a plain text
 * @node: (nullable): a text, or an object with a text for each language
 * @member: (nullable): the name of the value, for problems
 *
 * Adds the text in all its languages.
 */
void
planner_json_add_text (const PlannerPlace *place,
                       PlannerText *text,
                       const char *language,
                       JsonNode *node,
                       const char *member,
                       PlannerTextKind kind)
{
  if (node && JSON_NODE_HOLDS_OBJECT (node) && is_text_in_languages (json_node_get_object (node)))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *variant;
      guint n = 0;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (n++ < PLANNER_FEED_MAX_LANGUAGES && json_object_iter_next_ordered (&iter, &name, &variant))
        planner_text_take (text, name, planner_json_dup_node (place, variant, member, kind));
    }
  else
    planner_text_take (text, language, planner_json_dup_node (place, node, member, kind));
}

/**
 * planner_json_add_fields:
 * @target: a structure
 * @fields: the texts of @target
 * @language: the language of plain texts
 * @object: (nullable): the object whose members the texts are read from
 *
 * Reads all texts of a structure.
 */
void
planner_json_add_fields (const PlannerPlace *place,
                         gpointer target,
                         const PlannerTextField *fields,
                         const char *language,
                         JsonObject *object)
{
  for (; fields->name; fields++)
    {
      PlannerText *text = planner_text_field_get (fields, target);

      planner_json_add_text (place, text, language, planner_json_get (object, fields->name), fields->name,
                             fields->kind);
      for (guint i = 0; fields->aliases[i]; i++)
        planner_json_add_text (place, text, language, planner_json_get (object, fields->aliases[i]),
                               fields->aliases[i], fields->kind);
    }
}

/**
 * planner_json_make_path:
 *
 * Returns: (transfer full): the JSONPath of the member @name of @path (RFC 9535, section 2.3.1); a long name is cut, because
 *   many paths may contain it
 */
char *
planner_json_make_path (const char *path, const char *name)
{
  GString *whole = g_string_new (path);
  const char *end = name;

  for (guint i = 0; *end && i < MAX_NAME_CHARS; i++)
    end = g_utf8_next_char (end);
  g_string_append (whole, "['");
  for (const char *p = name; p < end; p++)
    {
      if (*p == '\'' || *p == '\\')
        g_string_append_c (whole, '\\');
      if ((guchar) *p < 0x20)
        g_string_append_printf (whole, "\\u%04x", (guint) *p);
      else
        g_string_append_c (whole, *p);
    }
  g_string_append (whole, *end ? "…']" : "']");

  return g_string_free_and_steal (whole);
}
