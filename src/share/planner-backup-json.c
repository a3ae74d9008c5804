/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes and reads the file format of backups and of synchronization, which data/backup/README.md describes. */

#include "share/planner-backup-json.h"

#include "feed/json/planner-feed-json-parse.h"
#include "feed/planner-feed-error.h"
#include "model/planner-lead.h"
#include "model/planner-note.h"
#include "net/planner-shown-address.h"
#include "share/planner-backup-session.h"

#include <string.h>

#define FORMAT "gotc-planner-backup"
#define VERSION 1
#define MAX_CONFERENCES 2000
#define MAX_STARS 50000
#define MAX_MARKS 1000
#define MAX_LEAD_S (7 * 86400)

/* Which fields are numbers, and their limits. The others are texts. */
static const struct
{
  gboolean is_number;
  gint64 min;
  gint64 max;
} kinds[PLANNER_BACKUP_N_FIELDS] = {
  [PLANNER_BACKUP_REMIND] = { TRUE, 0, 1 },
  [PLANNER_BACKUP_DEGREE] = { TRUE, 0, 1 },
  [PLANNER_BACKUP_LEAD] = { TRUE, PLANNER_LEAD_NONE, MAX_LEAD_S },
};

static JsonObject *
write_marks (const PlannerBackupItem *item)
{
  JsonObject *marks = json_object_new ();

  for (guint i = 0; i < item->marks->len; i++)
    {
      const PlannerBackupMark *mark = g_ptr_array_index (item->marks, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "added", mark->added);
      json_object_set_int_member (object, "removed", mark->removed);
      json_object_set_object_member (marks, mark->installation, object);
    }

  return marks;
}

static void
set_value (JsonObject *object, PlannerBackupFieldId id, const char *value)
{
  if (!value)
    json_object_set_null_member (object, "value");
  else if (kinds[id].is_number)
    json_object_set_int_member (object, "value", g_ascii_strtoll (value, NULL, 10));
  else
    json_object_set_string_member (object, "value", value);
}

/* Returns: %FALSE if the session cannot be written, because an older planner stored it */
static gboolean
set_session (JsonObject *object, const PlannerBackupItem *item)
{
  JsonObject *snapshot = item->snapshot ? planner_backup_write_snapshot (item->snapshot) : NULL;

  if (!snapshot)
    return FALSE;
  json_object_set_object_member (object, "identity", planner_backup_write_identity (item->identity));
  json_object_set_object_member (object, "snapshot", snapshot);

  return TRUE;
}

static void
write_field (JsonObject *parent, const PlannerBackupItem *item, PlannerBackupFieldId id)
{
  const PlannerBackupField *field = &item->fields[id];
  g_autoptr (JsonObject) object = json_object_new ();

  if (field->counter == 0 || (id == PLANNER_BACKUP_SESSION && !set_session (object, item)))
    return;
  if (id != PLANNER_BACKUP_SESSION)
    set_value (object, id, field->value);
  json_object_set_int_member (object, "counter", field->counter);
  json_object_set_string_member (object, "installation", field->installation);
  json_object_set_object_member (parent, planner_backup_field_names[id], g_steal_pointer (&object));
}

static JsonObject *
write_item (const PlannerBackupItem *item)
{
  const gboolean is_star = planner_backup_item_is_star (item);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "key", is_star ? item->session : item->conference);
  json_object_set_object_member (object, "marks", write_marks (item));
  if (item->removed_utc > 0)
    json_object_set_int_member (object, "removed_utc", item->removed_utc);
  for (guint i = is_star ? PLANNER_BACKUP_FIRST_OF_STAR : 0; i < PLANNER_BACKUP_N_FIELDS; i++)
    write_field (object, item, i);

  return object;
}

static JsonArray *
write_conferences (const PlannerBackup *backup)
{
  JsonArray *conferences = json_array_new (), *stars = NULL;

  for (guint i = 0; i < backup->items->len; i++)
    {
      const PlannerBackupItem *item = g_ptr_array_index (backup->items, i);
      JsonObject *object;

      if (planner_backup_item_is_star (item) && !stars)
        continue;
      object = write_item (item);
      if (planner_backup_item_is_star (item))
        {
          json_array_add_object_element (stars, object);
          continue;
        }
      stars = json_array_new ();
      json_object_set_array_member (object, "stars", stars);
      json_array_add_object_element (conferences, object);
    }

  return conferences;
}

/**
 * planner_backup_to_json:
 * @backup: a backup in which the conference of each star comes before the star
 *
 * Equal backups give equal texts.
 *
 * Returns: (transfer full): the text, which ends with a line feed
 */
char *
planner_backup_to_json (const PlannerBackup *backup)
{
  g_autoptr (JsonObject) root = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  g_return_val_if_fail (backup != NULL, NULL);

  json_object_set_string_member (root, "format", FORMAT);
  json_object_set_int_member (root, "version", VERSION);
  json_object_set_string_member (root, "installation", backup->installation);
  json_object_set_int_member (root, "counter", backup->counter);
  json_object_set_array_member (root, "conferences", write_conferences (backup));
  json_node_set_object (node, root);
  text = json_to_string (node, TRUE);

  return g_strconcat (text, "\n", NULL);
}

static gint64
read_counter (PlannerBackupReader *reader, JsonObject *object, const char *member)
{
  return planner_backup_reader_get_int (reader, object, member, 0, PLANNER_BACKUP_MAX_COUNTER, 0);
}

static void
read_marks (PlannerBackupReader *reader, JsonObject *object, PlannerBackupItem *item)
{
  JsonObject *marks = planner_backup_reader_get_object (reader, object, "marks");
  g_autoptr (GList) installations = marks ? json_object_get_members (marks) : NULL;

  if (marks && json_object_get_size (marks) > MAX_MARKS)
    {
      planner_backup_reader_fail (reader, "an item has more than %d marks", MAX_MARKS);
      return;
    }
  for (GList *l = installations; l; l = l->next)
    {
      JsonObject *values = planner_backup_reader_get_object (reader, marks, l->data);
      PlannerBackupMark *mark;

      if (!planner_backup_reader_check_installation (reader, l->data))
        return;
      mark = planner_backup_item_find_mark (item, l->data);
      mark->added = read_counter (reader, values, "added");
      mark->removed = read_counter (reader, values, "removed");
    }
}

/* Returns: (transfer full) (nullable): the value of a field as text */
static char *
read_value (PlannerBackupReader *reader, JsonObject *object, PlannerBackupFieldId id)
{
  if (!json_object_has_member (object, "value") || json_object_get_null_member (object, "value"))
    return NULL;
  if (kinds[id].is_number)
    return g_strdup_printf ("%" G_GINT64_FORMAT,
                            planner_backup_reader_get_int (reader, object, "value", kinds[id].min,
                                                           kinds[id].max, kinds[id].min));

  return g_strdup (planner_backup_reader_get_string (reader, object, "value",
                                                     id == PLANNER_BACKUP_NOTE ? PLANNER_NOTE_MAX_BYTES
                                                                               : PLANNER_BACKUP_MAX_LINE));
}

static void
read_session (PlannerBackupReader *reader, JsonObject *object, PlannerBackupItem *item)
{
  JsonObject *snapshot = planner_backup_reader_get_object (reader, object, "snapshot");

  item->identity =
      planner_backup_read_identity (reader, planner_backup_reader_get_object (reader, object, "identity"));
  item->snapshot = planner_backup_read_snapshot (reader, snapshot);
  if (!item->snapshot)
    planner_backup_reader_fail (reader, "a session has no snapshot");
}

static void
read_field (PlannerBackupReader *reader, JsonObject *parent, PlannerBackupItem *item, PlannerBackupFieldId id)
{
  JsonObject *object = planner_backup_reader_get_object (reader, parent, planner_backup_field_names[id]);
  g_autofree char *value = NULL;
  const char *installation;

  if (!object)
    return;
  installation = planner_backup_reader_require_string (reader, object, "installation");
  planner_backup_reader_check_installation (reader, installation);
  if (id == PLANNER_BACKUP_SESSION)
    read_session (reader, object, item);
  else
    value = read_value (reader, object, id);
  planner_backup_item_set_field (item, id, value, read_counter (reader, object, "counter"), installation);
  if (item->fields[id].counter == 0)
    planner_backup_reader_fail (reader, "“%s” has no counter", planner_backup_field_names[id]);
}

/* The planner would fetch this address. */
static void
check_address (PlannerBackupReader *reader, const char *address)
{
  static const char *const schemes[] = { "https://", "http://", "file:///" };
  g_autofree char *shown = planner_address_dup_shown (address);
  gboolean is_known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    is_known |= g_str_has_prefix (address, schemes[i]);
  if (!is_known || !g_uri_is_valid (address, G_URI_FLAGS_NONE, NULL))
    planner_backup_reader_fail (reader, "“%s” is not the address of a schedule", shown);
  else if (!g_str_equal (shown, address))
    planner_backup_reader_fail (reader, "the address “%s” has a password", shown);
}

static void
read_item (PlannerBackupReader *reader, JsonObject *object, PlannerBackup *backup, const char *conference)
{
  const char *key = planner_backup_reader_require_string (reader, object, "key");
  PlannerBackupItem *item = planner_backup_item_new (conference ? conference : key, conference ? key : "");

  g_ptr_array_add (backup->items, item);
  read_marks (reader, object, item);
  item->removed_utc = planner_backup_reader_get_int (reader, object, "removed_utc", 0, G_MAXINT32 * 4LL, 0);
  for (guint i = conference ? PLANNER_BACKUP_FIRST_OF_STAR : 0;
       i < (conference ? PLANNER_BACKUP_N_FIELDS : PLANNER_BACKUP_FIRST_OF_STAR) && !reader->fault; i++)
    read_field (reader, object, item, i);
  if (item->fields[PLANNER_BACKUP_ADDRESS].value)
    check_address (reader, item->fields[PLANNER_BACKUP_ADDRESS].value);
  else if (!conference && planner_backup_item_is_live (item))
    planner_backup_reader_fail (reader, "a conference has no address");
}

static void
read_stars (PlannerBackupReader *reader, JsonObject *object, PlannerBackup *backup)
{
  JsonArray *stars = planner_backup_reader_get_array (reader, object, "stars", MAX_STARS);
  const guint n = stars ? json_array_get_length (stars) : 0;
  g_autofree char *conference = g_strdup (planner_backup_reader_require_string (reader, object, "key"));

  for (guint i = 0; i < n && !reader->fault; i++)
    read_item (reader, planner_backup_reader_get_element (reader, stars, i), backup, conference);
}

static void
check_unique (PlannerBackupReader *reader, const PlannerBackup *backup)
{
  for (guint i = 1; i < backup->items->len; i++)
    if (planner_backup_item_compare (g_ptr_array_index (backup->items, i - 1),
                                     g_ptr_array_index (backup->items, i)) == 0)
      planner_backup_reader_fail (reader, "an item is listed twice");
}

static PlannerBackup *
read_backup (PlannerBackupReader *reader, JsonObject *root)
{
  const char *installation = planner_backup_reader_require_string (reader, root, "installation");
  PlannerBackup *backup = planner_backup_new (installation, read_counter (reader, root, "counter"));
  JsonArray *conferences = planner_backup_reader_get_array (reader, root, "conferences", MAX_CONFERENCES);
  const guint n = conferences ? json_array_get_length (conferences) : 0;

  planner_backup_reader_check_installation (reader, installation);
  for (guint i = 0; i < n && !reader->fault; i++)
    {
      JsonObject *object = planner_backup_reader_get_element (reader, conferences, i);

      read_item (reader, object, backup, NULL);
      read_stars (reader, object, backup);
    }
  planner_backup_sort (backup);
  check_unique (reader, backup);

  return backup;
}

static gboolean
check_head (JsonNode *node, GError **error)
{
  JsonObject *root = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_auto (PlannerBackupReader) reader = { 0 };
  const char *format = planner_backup_reader_get_string (&reader, root, "format", PLANNER_BACKUP_MAX_LINE);

  if (g_strcmp0 (format, FORMAT) != 0)
    g_set_error_literal (error, PLANNER_BACKUP_ERROR, PLANNER_BACKUP_ERROR_OTHER_FILE,
                         "This file is not a backup of the planner.");
  else if (planner_backup_reader_get_int (&reader, root, "version", 1, G_MAXINT64, 1) > VERSION)
    g_set_error_literal (error, PLANNER_BACKUP_ERROR, PLANNER_BACKUP_ERROR_NEWER,
                         "A newer version of the planner wrote this file.");
  else
    return TRUE;

  return FALSE;
}

static JsonNode *
parse (GBytes *bytes, GError **error)
{
  gsize size_bytes;
  const char *data = g_bytes_get_data (bytes, &size_bytes);
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (GError) reason = NULL;
  g_autofree char *text = NULL;
  JsonNode *node;

  if (size_bytes > PLANNER_BACKUP_MAX_BYTES)
    {
      g_set_error_literal (error, PLANNER_BACKUP_ERROR, PLANNER_BACKUP_ERROR_TOO_LARGE,
                           "This file is larger than any backup of the planner.");
      return NULL;
    }
  if (size_bytes == 0 || memchr (data, '\0', size_bytes) || !g_utf8_validate_len (data, size_bytes, NULL))
    {
      g_set_error_literal (error, PLANNER_BACKUP_ERROR, PLANNER_BACKUP_ERROR_DAMAGED,
                           "The file is empty, or not text.");
      return NULL;
    }
  text = g_strndup (data, size_bytes);
  node = planner_json_parse (text, report, &reason);
  if (!node && g_error_matches (reason, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TRUNCATED))
    g_set_error_literal (error, PLANNER_BACKUP_ERROR, PLANNER_BACKUP_ERROR_DAMAGED,
                         "The file ends too early.");
  else if (!node)
    g_set_error (error, PLANNER_BACKUP_ERROR, PLANNER_BACKUP_ERROR_DAMAGED, "The file is damaged: %s",
                 reason->message);

  return node;
}

/**
 * planner_backup_new_from_json:
 * @bytes: a file from outside
 *
 * Reads a backup. Members that this version does not know are ignored. Everything else must be as the planner writes it.
 *
 * Returns: (nullable) (transfer full): the backup; %NULL with a %PLANNER_BACKUP_ERROR
 */
PlannerBackup *
planner_backup_new_from_json (GBytes *bytes, GError **error)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (PlannerBackup) backup = NULL;
  g_auto (PlannerBackupReader) reader = { 0 };

  g_return_val_if_fail (bytes != NULL, NULL);

  node = parse (bytes, error);
  if (!node || !check_head (node, error))
    return NULL;

  backup = read_backup (&reader, json_node_get_object (node));
  if (!reader.fault)
    return g_steal_pointer (&backup);
  g_set_error (error, PLANNER_BACKUP_ERROR, PLANNER_BACKUP_ERROR_DAMAGED, "The file is damaged: %s.",
               reader.fault);

  return NULL;
}
