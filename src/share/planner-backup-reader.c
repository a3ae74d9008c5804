/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "share/planner-backup-reader.h"

#include <string.h>

/* Ids of installations are 16 random bytes in hexadecimal. */
#define INSTALLATION_LENGTH 32

void
planner_backup_reader_clear (PlannerBackupReader *self)
{
  g_clear_pointer (&self->fault, g_free);
}

/**
 * planner_backup_reader_fail:
 * @format: says what is wrong, for developers
 *
 * Records a fault, unless there is one already.
 */
void
planner_backup_reader_fail (PlannerBackupReader *self, const char *format, ...)
{
  va_list values;

  if (self->fault)
    return;
  va_start (values, format);
  self->fault = g_strdup_vprintf (format, values);
  va_end (values);
}

/* Returns: (nullable): the member; %NULL if it is missing or null */
static JsonNode *
get_member (JsonObject *object, const char *member)
{
  JsonNode *node = object ? json_object_get_member (object, member) : NULL;

  return node && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

/**
 * planner_backup_reader_get_object:
 * @object: (nullable): the object that contains it
 *
 * Returns: (nullable) (transfer none): an object; %NULL if it is missing
 */
JsonObject *
planner_backup_reader_get_object (PlannerBackupReader *self, JsonObject *object, const char *member)
{
  JsonNode *node = get_member (object, member);

  if (!node)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  planner_backup_reader_fail (self, "“%s” is not an object", member);

  return NULL;
}

/**
 * planner_backup_reader_get_array:
 * @object: (nullable): the object that contains it
 * @max_length: a longer array is a fault
 *
 * Returns: (nullable) (transfer none): an array; %NULL if it is missing
 */
JsonArray *
planner_backup_reader_get_array (PlannerBackupReader *self,
                                 JsonObject *object,
                                 const char *member,
                                 guint max_length)
{
  JsonNode *node = get_member (object, member);

  if (!node)
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    planner_backup_reader_fail (self, "“%s” is not an array", member);
  else if (json_array_get_length (json_node_get_array (node)) > max_length)
    planner_backup_reader_fail (self, "“%s” has more than %u elements", member, max_length);
  else
    return json_node_get_array (node);

  return NULL;
}

/**
 * planner_backup_reader_get_element:
 *
 * Returns: (nullable) (transfer none): an object in an array; %NULL with a fault if it is something else
 */
JsonObject *
planner_backup_reader_get_element (PlannerBackupReader *self, JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  planner_backup_reader_fail (self, "element %u is not an object", index);

  return NULL;
}

/* No text of an agenda contains control characters, except for line feeds and tabs. */
static gboolean
is_clean (const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      const gunichar character = g_utf8_get_char (p);

      if (character != '\n' && character != '\t' && g_unichar_iscntrl (character))
        return FALSE;
    }

  return TRUE;
}

static const char *
check_string (PlannerBackupReader *self, JsonNode *node, const char *member, gsize max_bytes)
{
  const char *text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                         ? json_node_get_string (node)
                         : NULL;

  if (!text)
    planner_backup_reader_fail (self, "“%s” is not a string", member);
  else if (strlen (text) > max_bytes)
    planner_backup_reader_fail (self, "“%s” is longer than %" G_GSIZE_FORMAT " bytes", member, max_bytes);
  else if (!g_utf8_validate (text, -1, NULL) || !is_clean (text))
    planner_backup_reader_fail (self, "“%s” contains control characters", member);
  else
    return text;

  return NULL;
}

/**
 * planner_backup_reader_get_string:
 * @object: (nullable): the object that contains it
 * @max_bytes: a longer string is a fault
 *
 * Returns: (nullable) (transfer none): a string without control characters other than line feeds and tabs; %NULL if it is
 *   missing or empty
 */
const char *
planner_backup_reader_get_string (PlannerBackupReader *self,
                                  JsonObject *object,
                                  const char *member,
                                  gsize max_bytes)
{
  JsonNode *node = get_member (object, member);
  const char *text = node ? check_string (self, node, member, max_bytes) : NULL;

  return text && *text ? text : NULL;
}

/**
 * planner_backup_reader_require_string:
 * @object: (nullable): the object that contains it
 *
 * Returns: (transfer none): a line that is not empty; "" with a fault if it is missing
 */
const char *
planner_backup_reader_require_string (PlannerBackupReader *self, JsonObject *object, const char *member)
{
  const char *text = planner_backup_reader_get_string (self, object, member, PLANNER_BACKUP_MAX_LINE);

  if (text)
    return text;
  planner_backup_reader_fail (self, "“%s” is missing", member);

  return "";
}

/**
 * planner_backup_reader_get_int:
 * @object: (nullable): the object that contains it
 * @min: the lowest number that is no fault
 * @max: the highest
 * @if_missing: the result if there is no such member
 */
gint64
planner_backup_reader_get_int (PlannerBackupReader *self,
                               JsonObject *object,
                               const char *member,
                               gint64 min,
                               gint64 max,
                               gint64 if_missing)
{
  JsonNode *node = get_member (object, member);
  gint64 value;

  if (!node)
    return if_missing;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    {
      planner_backup_reader_fail (self, "“%s” is not a whole number", member);
      return if_missing;
    }
  value = json_node_get_int (node);
  if (value >= min && value <= max)
    return value;
  planner_backup_reader_fail (self, "“%s” is out of range", member);

  return if_missing;
}

/**
 * planner_backup_reader_get_flag:
 * @object: (nullable): the object that contains it
 *
 * Returns: the truth value; %FALSE if it is missing
 */
gboolean
planner_backup_reader_get_flag (PlannerBackupReader *self, JsonObject *object, const char *member)
{
  JsonNode *node = get_member (object, member);

  if (!node)
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);
  planner_backup_reader_fail (self, "“%s” is not true or false", member);

  return FALSE;
}

/**
 * planner_backup_reader_read_text:
 * @object: (nullable): the object that contains it
 *
 * Reads a text in several languages, an object from languages to texts, into @text.
 */
void
planner_backup_reader_read_text (PlannerBackupReader *self,
                                 JsonObject *object,
                                 const char *member,
                                 PlannerText *text)
{
  JsonObject *variants = planner_backup_reader_get_object (self, object, member);
  g_autoptr (GList) languages = variants ? json_object_get_members (variants) : NULL;

  for (GList *l = languages; l; l = l->next)
    planner_text_add (text, l->data,
                      planner_backup_reader_get_string (self, variants, l->data, PLANNER_BACKUP_MAX_TEXT));
}

/**
 * planner_backup_reader_check_installation:
 *
 * Returns: whether @installation is the id of an installation; otherwise there is a fault
 */
gboolean
planner_backup_reader_check_installation (PlannerBackupReader *self, const char *installation)
{
  if (strlen (installation) == INSTALLATION_LENGTH &&
      strspn (installation, "0123456789abcdef") == INSTALLATION_LENGTH)
    return TRUE;
  planner_backup_reader_fail (self, "“%s” is not the id of an installation", installation);

  return FALSE;
}
