/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-backup.h"

const char *const planner_backup_field_names[PLANNER_BACKUP_N_FIELDS] = {
  "address", "title", "name", "zone", "remind", "degree", "note", "lead", "session",
};

static void
mark_free (PlannerBackupMark *mark)
{
  g_free (mark->installation);
  g_free (mark);
}

PlannerBackupItem *
planner_backup_item_new (const char *conference, const char *session)
{
  PlannerBackupItem *item;

  g_return_val_if_fail (conference != NULL && session != NULL, NULL);

  item = g_new0 (PlannerBackupItem, 1);
  item->conference = g_strdup (conference);
  item->session = g_strdup (session);
  item->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) mark_free);

  return item;
}

PlannerBackupItem *
planner_backup_item_copy (const PlannerBackupItem *item)
{
  PlannerBackupItem *copy = planner_backup_item_new (item->conference, item->session);

  copy->removed_utc = item->removed_utc;
  for (guint i = 0; i < item->marks->len; i++)
    {
      const PlannerBackupMark *mark = g_ptr_array_index (item->marks, i);
      PlannerBackupMark *other = planner_backup_item_find_mark (copy, mark->installation);

      other->added = mark->added;
      other->removed = mark->removed;
    }
  for (guint i = 0; i < PLANNER_BACKUP_N_FIELDS; i++)
    planner_backup_item_set_field (copy, i, item->fields[i].value, item->fields[i].counter,
                                   item->fields[i].installation);
  copy->identity = item->identity ? planner_identity_copy (item->identity) : NULL;
  copy->snapshot = item->snapshot ? g_bytes_ref (item->snapshot) : NULL;

  return copy;
}

void
planner_backup_item_free (PlannerBackupItem *item)
{
  g_free (item->conference);
  g_free (item->session);
  g_ptr_array_unref (item->marks);
  for (guint i = 0; i < PLANNER_BACKUP_N_FIELDS; i++)
    {
      g_free (item->fields[i].value);
      g_free (item->fields[i].installation);
    }
  g_clear_pointer (&item->identity, planner_identity_free);
  g_clear_pointer (&item->snapshot, g_bytes_unref);
  g_free (item);
}

/**
 * planner_backup_item_compare:
 *
 * Returns: the order of the items: a conference comes before its stars
 */
int
planner_backup_item_compare (const PlannerBackupItem *a, const PlannerBackupItem *b)
{
  const int order = g_strcmp0 (a->conference, b->conference);

  return order != 0 ? order : g_strcmp0 (a->session, b->session);
}

gboolean
planner_backup_item_is_star (const PlannerBackupItem *item)
{
  g_return_val_if_fail (item != NULL, FALSE);

  return *item->session != '\0';
}

/**
 * planner_backup_item_is_live:
 *
 * Returns: whether the attendee has the item: it was added on some computer, and no removal covers that
 */
gboolean
planner_backup_item_is_live (const PlannerBackupItem *item)
{
  g_return_val_if_fail (item != NULL, FALSE);

  for (guint i = 0; i < item->marks->len; i++)
    {
      const PlannerBackupMark *mark = g_ptr_array_index (item->marks, i);

      if (mark->added > mark->removed)
        return TRUE;
    }

  return FALSE;
}

/**
 * planner_backup_item_find_mark:
 *
 * Returns: (transfer none): the mark of an installation, which is added if the item has none
 */
PlannerBackupMark *
planner_backup_item_find_mark (PlannerBackupItem *item, const char *installation)
{
  PlannerBackupMark *mark;
  guint position = 0;

  g_return_val_if_fail (item != NULL && installation != NULL, NULL);

  for (; position < item->marks->len; position++)
    {
      int order;

      mark = g_ptr_array_index (item->marks, position);
      order = g_strcmp0 (mark->installation, installation);
      if (order == 0)
        return mark;
      if (order > 0)
        break;
    }
  mark = g_new0 (PlannerBackupMark, 1);
  mark->installation = g_strdup (installation);
  g_ptr_array_insert (item->marks, (int) position, mark);

  return mark;
}

/**
 * planner_backup_item_set_field:
 * @value: (nullable): the value
 * @counter: 0 for a field that was never set
 * @installation: (nullable): the installation that set the value
 */
void
planner_backup_item_set_field (PlannerBackupItem *item,
                               PlannerBackupFieldId id,
                               const char *value,
                               gint64 counter,
                               const char *installation)
{
  g_return_if_fail (item != NULL && id < PLANNER_BACKUP_N_FIELDS);

  g_set_str (&item->fields[id].value, value);
  item->fields[id].counter = counter;
  g_set_str (&item->fields[id].installation, installation);
}

/**
 * planner_backup_new:
 *
 * Returns: (transfer full): a backup without items
 */
PlannerBackup *
planner_backup_new (const char *installation, gint64 counter)
{
  PlannerBackup *backup;

  g_return_val_if_fail (installation != NULL, NULL);

  backup = g_new0 (PlannerBackup, 1);
  backup->installation = g_strdup (installation);
  backup->counter = counter;
  backup->items = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_backup_item_free);

  return backup;
}

void
planner_backup_free (PlannerBackup *backup)
{
  g_free (backup->installation);
  g_ptr_array_unref (backup->items);
  g_free (backup);
}

/**
 * planner_backup_sort:
 *
 * Puts the items in order. Call it when all are added.
 */
void
planner_backup_sort (PlannerBackup *backup)
{
  g_return_if_fail (backup != NULL);

  g_ptr_array_sort_values (backup->items, (GCompareFunc) planner_backup_item_compare);
}

/**
 * planner_backup_find:
 * @session: the key of a star, or "" for a conference
 *
 * Returns: (nullable) (transfer none): the item
 */
PlannerBackupItem *
planner_backup_find (const PlannerBackup *backup, const char *conference, const char *session)
{
  const PlannerBackupItem wanted = { .conference = (char *) conference, .session = (char *) session };
  guint first = 0, end;

  g_return_val_if_fail (backup != NULL && conference != NULL && session != NULL, NULL);

  end = backup->items->len;
  while (first < end)
    {
      const guint middle = first + (end - first) / 2;
      PlannerBackupItem *item = g_ptr_array_index (backup->items, middle);
      const int order = planner_backup_item_compare (item, &wanted);

      if (order == 0)
        return item;
      if (order < 0)
        first = middle + 1;
      else
        end = middle;
    }

  return NULL;
}
