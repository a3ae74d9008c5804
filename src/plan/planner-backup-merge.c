/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Merges what several installations know about the attendee's conferences and stars. All parts of an item only grow: the
 * counters of its marks, and the counters of its fields. Merging takes the highest of each, so that neither order nor
 * repetition matters. A removal covers the additions that it knew of. An addition made apart from it stays.
 */

#include "plan/planner-backup-merge.h"

static void
merge_marks (PlannerBackupItem *item, const PlannerBackupItem *other)
{
  for (guint i = 0; i < other->marks->len; i++)
    {
      const PlannerBackupMark *from = g_ptr_array_index (other->marks, i);
      PlannerBackupMark *mark = planner_backup_item_find_mark (item, from->installation);

      mark->added = MAX (mark->added, from->added);
      mark->removed = MAX (mark->removed, from->removed);
    }
}

/* Equal counters of one installation have equal values, unless a file was changed by hand. The value decides then. */
static int
compare_fields (const PlannerBackupField *a, const PlannerBackupField *b)
{
  int order = (a->counter > b->counter) - (a->counter < b->counter);

  if (order == 0)
    order = g_strcmp0 (a->installation, b->installation);

  return order != 0 ? order : g_strcmp0 (a->value, b->value);
}

static int
compare_bytes (GBytes *a, GBytes *b)
{
  return a && b ? g_bytes_compare (a, b) : (a != NULL) - (b != NULL);
}

static void
take_session (PlannerBackupItem *item, const PlannerBackupItem *other)
{
  g_clear_pointer (&item->identity, planner_identity_free);
  g_clear_pointer (&item->snapshot, g_bytes_unref);
  item->identity = other->identity ? planner_identity_copy (other->identity) : NULL;
  item->snapshot = other->snapshot ? g_bytes_ref (other->snapshot) : NULL;
}

static void
merge_fields (PlannerBackupItem *item, const PlannerBackupItem *other)
{
  for (guint i = 0; i < PLANNER_BACKUP_N_FIELDS; i++)
    {
      const PlannerBackupField *from = &other->fields[i];
      int order = compare_fields (from, &item->fields[i]);

      if (order == 0 && i == PLANNER_BACKUP_SESSION)
        order = compare_bytes (other->snapshot, item->snapshot);
      if (order <= 0)
        continue;
      planner_backup_item_set_field (item, i, from->value, from->counter, from->installation);
      if (i == PLANNER_BACKUP_SESSION)
        take_session (item, other);
    }
}

static PlannerBackupItem *
merge_items (const PlannerBackupItem *a, const PlannerBackupItem *b)
{
  PlannerBackupItem *item = planner_backup_item_copy (a);

  item->removed_utc = MAX (a->removed_utc, b->removed_utc);
  merge_marks (item, b);
  merge_fields (item, b);

  return item;
}

/**
 * planner_backup_merge:
 *
 * Merges two backups. The result contains no less than either. The function is commutative, associative and idempotent,
 * except that the result has the installation of @own.
 *
 * Returns: (transfer full): the merged backup
 */
PlannerBackup *
planner_backup_merge (const PlannerBackup *own, const PlannerBackup *other)
{
  PlannerBackup *merged;
  guint i = 0, j = 0;

  g_return_val_if_fail (own != NULL && other != NULL, NULL);

  merged = planner_backup_new (own->installation, MAX (own->counter, other->counter));
  while (i < own->items->len || j < other->items->len)
    {
      const PlannerBackupItem *a = i < own->items->len ? g_ptr_array_index (own->items, i) : NULL;
      const PlannerBackupItem *b = j < other->items->len ? g_ptr_array_index (other->items, j) : NULL;
      const int order = a && b ? planner_backup_item_compare (a, b) : a ? -1 : 1;

      g_ptr_array_add (merged->items, order == 0  ? merge_items (a, b)
                                      : order < 0 ? planner_backup_item_copy (a)
                                                  : planner_backup_item_copy (b));
      i += order <= 0;
      j += order >= 0;
    }

  return merged;
}

/* The bundled conference has no mark until the attendee stars a session of it or removes it. */
static void
remove_item (PlannerBackup *plan, PlannerBackupItem *item)
{
  if (item->marks->len == 0)
    planner_backup_item_find_mark (item, plan->installation)->added = ++plan->counter;
  for (guint i = 0; i < item->marks->len; i++)
    {
      PlannerBackupMark *mark = g_ptr_array_index (item->marks, i);

      mark->removed = MAX (mark->removed, mark->added);
    }
}

static gboolean
has_field (PlannerBackupFieldId id, const PlannerBackupItem *item)
{
  return planner_backup_item_is_star (item) == (id >= PLANNER_BACKUP_FIRST_OF_STAR);
}

/* Sets what differs as if the attendee did so now, so that it counts on all computers. */
static void
restore_fields (PlannerBackup *plan, PlannerBackupItem *item, const PlannerBackupItem *wanted)
{
  for (guint i = 0; i < PLANNER_BACKUP_SESSION; i++)
    if (has_field (i, item) && g_strcmp0 (item->fields[i].value, wanted->fields[i].value) != 0)
      planner_backup_item_set_field (item, i, wanted->fields[i].value, ++plan->counter, plan->installation);
  if (wanted->snapshot && compare_bytes (item->snapshot, wanted->snapshot) != 0)
    {
      planner_backup_item_set_field (item, PLANNER_BACKUP_SESSION, NULL, ++plan->counter, plan->installation);
      take_session (item, wanted);
    }
}

static void
restore_item (PlannerBackup *plan, PlannerBackupItem *item, const PlannerBackupItem *wanted, gboolean replace)
{
  const gboolean was_live = item->marks->len == 0 || planner_backup_item_is_live (item);

  if (!was_live)
    planner_backup_item_find_mark (item, plan->installation)->added = ++plan->counter;
  if (!was_live || replace)
    restore_fields (plan, item, wanted);
}

/**
 * planner_backup_plan_restore:
 * @own: what this installation has
 * @wanted: what the attendee wants back
 * @replace: whether what @wanted lacks is removed, and its values replace those of @own
 *
 * The items of @wanted are added again even if they were removed later. Where @own has an item, it keeps its own values,
 * unless @replace is set.
 *
 * Returns: (transfer full): what the installation has afterwards
 */
PlannerBackup *
planner_backup_plan_restore (const PlannerBackup *own, const PlannerBackup *wanted, gboolean replace)
{
  PlannerBackup *plan;

  g_return_val_if_fail (own != NULL && wanted != NULL, NULL);

  plan = planner_backup_merge (own, wanted);
  for (guint i = 0; i < plan->items->len; i++)
    {
      PlannerBackupItem *item = g_ptr_array_index (plan->items, i);
      const PlannerBackupItem *from = planner_backup_find (wanted, item->conference, item->session);

      if (from && (planner_backup_item_is_live (from) || (replace && from->marks->len == 0)))
        restore_item (plan, item, from, replace);
      else if (replace)
        remove_item (plan, item);
    }

  return plan;
}

static gboolean
have_same_marks (const PlannerBackupItem *a, const PlannerBackupItem *b)
{
  if (a->marks->len != b->marks->len)
    return FALSE;
  for (guint i = 0; i < a->marks->len; i++)
    {
      const PlannerBackupMark *x = g_ptr_array_index (a->marks, i), *y = g_ptr_array_index (b->marks, i);

      if (!g_str_equal (x->installation, y->installation) || x->added != y->added || x->removed != y->removed)
        return FALSE;
    }

  return TRUE;
}

/**
 * planner_backup_item_is_same:
 *
 * Returns: whether two states of an item are equal
 */
gboolean
planner_backup_item_is_same (const PlannerBackupItem *a, const PlannerBackupItem *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  for (guint i = 0; i < PLANNER_BACKUP_N_FIELDS; i++)
    if (compare_fields (&a->fields[i], &b->fields[i]) != 0)
      return FALSE;

  return planner_backup_item_compare (a, b) == 0 && a->removed_utc == b->removed_utc &&
         have_same_marks (a, b) && compare_bytes (a->snapshot, b->snapshot) == 0;
}

/* The session is left out, because it is forgotten when a conference is deleted. */
static gboolean
has_newer_field (const PlannerBackupItem *item, const PlannerBackupItem *own)
{
  for (guint i = 0; i < PLANNER_BACKUP_SESSION; i++)
    {
      const PlannerBackupField *a = &item->fields[i], *b = &own->fields[i];

      if (a->counter > b->counter || (a->counter == b->counter && compare_fields (a, b) != 0))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_newer_mark (const PlannerBackupItem *item, const PlannerBackupItem *own)
{
  g_autoptr (PlannerBackupItem) merged = planner_backup_item_copy (own);

  merge_marks (merged, item);

  return !have_same_marks (merged, own);
}

/**
 * planner_backup_is_ahead:
 * @backup: what an installation wrote before
 * @own: what the same installation has now
 *
 * Returns: whether @backup contains something that @own lacks, apart from removals that @own has forgotten. Then the database
 *   was copied to another computer, or replaced by an older copy.
 */
gboolean
planner_backup_is_ahead (const PlannerBackup *backup, const PlannerBackup *own)
{
  g_return_val_if_fail (backup != NULL && own != NULL, FALSE);

  for (guint i = 0; i < backup->items->len; i++)
    {
      const PlannerBackupItem *item = g_ptr_array_index (backup->items, i);
      const PlannerBackupItem *known = planner_backup_find (own, item->conference, item->session);

      if (known ? has_newer_field (item, known) || has_newer_mark (item, known)
                : planner_backup_item_is_live (item))
        return TRUE;
    }

  return backup->counter > own->counter;
}
