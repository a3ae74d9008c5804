/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-backup-merge.h"

#include <string.h>

#define N_RUNS 2000

static const char *const installations[] = { "a", "b", "c" };
static const char *const names[] = { "", "x", "y" };

static const char *
pick (const char *const *from, guint n)
{
  return from[g_test_rand_int_range (0, (int) n)];
}

static PlannerBackupItem *
make_item (const char *session)
{
  PlannerBackupItem *item = planner_backup_item_new ("https://example.org/", session);

  item->removed_utc = g_test_rand_int_range (0, 3);
  for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
    {
      PlannerBackupMark *mark =
          planner_backup_item_find_mark (item, pick (installations, G_N_ELEMENTS (installations)));

      mark->added = g_test_rand_int_range (0, 4);
      mark->removed = g_test_rand_int_range (0, 4);
    }
  for (guint i = 0; i < PLANNER_BACKUP_SESSION; i++)
    if (g_test_rand_bit ())
      planner_backup_item_set_field (item, i, g_test_rand_bit () ? pick (names, G_N_ELEMENTS (names)) : NULL,
                                     g_test_rand_int_range (1, 4),
                                     pick (installations, G_N_ELEMENTS (installations)));
  if (g_test_rand_bit ())
    {
      const char *text = pick (names, G_N_ELEMENTS (names));

      planner_backup_item_set_field (item, PLANNER_BACKUP_SESSION, NULL, g_test_rand_int_range (1, 4),
                                     pick (installations, G_N_ELEMENTS (installations)));
      item->snapshot = g_bytes_new (text, strlen (text));
      item->identity = g_new0 (PlannerIdentity, 1);
    }

  return item;
}

static PlannerBackup *
make_backup (void)
{
  PlannerBackup *backup = planner_backup_new ("a", g_test_rand_int_range (0, 10));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_test_rand_bit ())
      g_ptr_array_add (backup->items, make_item (names[i]));
  planner_backup_sort (backup);

  return backup;
}

static void
assert_same (const PlannerBackup *a, const PlannerBackup *b)
{
  g_assert_cmpint (a->counter, ==, b->counter);
  g_assert_cmpuint (a->items->len, ==, b->items->len);
  for (guint i = 0; i < a->items->len; i++)
    g_assert_true (
        planner_backup_item_is_same (g_ptr_array_index (a->items, i), g_ptr_array_index (b->items, i)));
}

static void
test_any_order (void)
{
  for (guint run = 0; run < N_RUNS; run++)
    {
      g_autoptr (PlannerBackup) a = make_backup ();
      g_autoptr (PlannerBackup) b = make_backup ();
      g_autoptr (PlannerBackup) c = make_backup ();
      g_autoptr (PlannerBackup) ab = planner_backup_merge (a, b);
      g_autoptr (PlannerBackup) ba = planner_backup_merge (b, a);
      g_autoptr (PlannerBackup) bc = planner_backup_merge (b, c);
      g_autoptr (PlannerBackup) ab_c = planner_backup_merge (ab, c);
      g_autoptr (PlannerBackup) a_bc = planner_backup_merge (a, bc);
      g_autoptr (PlannerBackup) again = planner_backup_merge (ab_c, b);

      assert_same (ab, ba);
      assert_same (ab_c, a_bc);
      assert_same (ab_c, again);
    }
}

static PlannerBackup *
make_one (gint64 added, gint64 removed)
{
  PlannerBackup *backup = planner_backup_new ("a", MAX (added, removed));
  PlannerBackupItem *item = planner_backup_item_new ("https://example.org/", "x");
  PlannerBackupMark *mark = planner_backup_item_find_mark (item, "a");

  mark->added = added;
  mark->removed = removed;
  planner_backup_item_set_field (item, PLANNER_BACKUP_NOTE, "old", 1, "a");
  g_ptr_array_add (backup->items, item);

  return backup;
}

static void
test_restore_again (void)
{
  g_autoptr (PlannerBackup) own = make_one (5, 5);
  g_autoptr (PlannerBackup) wanted = make_one (5, 0);
  PlannerBackupItem *item = g_ptr_array_index (own->items, 0);
  g_autoptr (PlannerBackup) plan = NULL;
  g_autoptr (PlannerBackup) merged = NULL;

  planner_backup_item_set_field (item, PLANNER_BACKUP_NOTE, "new", 6, "b");
  plan = planner_backup_plan_restore (own, wanted, FALSE);
  item = g_ptr_array_index (plan->items, 0);
  g_assert_true (planner_backup_item_is_live (item));
  g_assert_cmpstr (item->fields[PLANNER_BACKUP_NOTE].value, ==, "old");

  /* A restored item counts on a computer that still has the removal. */
  merged = planner_backup_merge (own, plan);
  assert_same (merged, plan);
}

static void
test_restore_replace (void)
{
  g_autoptr (PlannerBackup) own = make_one (5, 0);
  g_autoptr (PlannerBackup) wanted = planner_backup_new ("b", 1);
  g_autoptr (PlannerBackup) kept = planner_backup_plan_restore (own, wanted, FALSE);
  g_autoptr (PlannerBackup) replaced = planner_backup_plan_restore (own, wanted, TRUE);

  g_assert_true (planner_backup_item_is_live (g_ptr_array_index (kept->items, 0)));
  g_assert_false (planner_backup_item_is_live (g_ptr_array_index (replaced->items, 0)));
}

static void
set_note (PlannerBackup *backup, const char *note, gint64 counter, const char *installation)
{
  planner_backup_item_set_field (g_ptr_array_index (backup->items, 0), PLANNER_BACKUP_NOTE, note, counter,
                                 installation);
}

static const char *
get_note (const PlannerBackup *backup)
{
  return ((const PlannerBackupItem *) g_ptr_array_index (backup->items, 0))
      ->fields[PLANNER_BACKUP_NOTE]
      .value;
}

/* The installation decides between values that were set at the same time. */
static void
test_tie (void)
{
  g_autoptr (PlannerBackup) first = make_one (5, 0);
  g_autoptr (PlannerBackup) second = make_one (5, 0);
  g_autoptr (PlannerBackup) merged = NULL;

  set_note (first, "z", 3, "a");
  set_note (second, "y", 3, "b");
  merged = planner_backup_merge (first, second);
  g_assert_cmpstr (get_note (merged), ==, "y");
}

static void
set_session (PlannerBackup *backup, const char *text)
{
  PlannerBackupItem *item = g_ptr_array_index (backup->items, 0);

  planner_backup_item_set_field (item, PLANNER_BACKUP_SESSION, NULL, 1, "a");
  item->snapshot = g_bytes_new (text, strlen (text));
  item->identity = g_new0 (PlannerIdentity, 1);
  item->identity->title = g_strdup (text);
}

static void
assert_session (const PlannerBackup *backup, const char *text)
{
  const PlannerBackupItem *item = g_ptr_array_index (backup->items, 0);
  g_autoptr (GBytes) expected = g_bytes_new (text, strlen (text));

  g_assert_true (g_bytes_equal (item->snapshot, expected));
  g_assert_cmpstr (item->identity->title, ==, text);
}

/* Own values that are newer stay, unless the attendee replaces them. */
static void
test_restore_values (void)
{
  g_autoptr (PlannerBackup) own = make_one (5, 0);
  g_autoptr (PlannerBackup) wanted = make_one (5, 0);
  g_autoptr (PlannerBackup) kept = NULL, replaced = NULL;

  set_note (own, "new", 6, "b");
  set_session (own, "Newer");
  set_session (wanted, "Before");
  kept = planner_backup_plan_restore (own, wanted, FALSE);
  g_assert_cmpstr (get_note (kept), ==, "new");
  replaced = planner_backup_plan_restore (own, wanted, TRUE);
  g_assert_cmpstr (get_note (replaced), ==, "old");
  assert_session (kept, "Newer");
  assert_session (replaced, "Before");
}

/* An item that was removed before the backup was written stays removed. */
static void
test_restore_removed (void)
{
  g_autoptr (PlannerBackup) own = planner_backup_new ("b", 1);
  g_autoptr (PlannerBackup) wanted = make_one (5, 5);
  g_autoptr (PlannerBackup) plan = planner_backup_plan_restore (own, wanted, FALSE);

  g_assert_false (planner_backup_item_is_live (g_ptr_array_index (plan->items, 0)));
}

/* The bundled conference has no mark. */
static void
test_replace_without_mark (void)
{
  g_autoptr (PlannerBackup) own = planner_backup_new ("a", 1);
  g_autoptr (PlannerBackup) wanted = planner_backup_new ("b", 1);
  g_autoptr (PlannerBackup) plan = NULL;
  const PlannerBackupItem *item;

  g_ptr_array_add (own->items, planner_backup_item_new ("https://example.org/", ""));
  plan = planner_backup_plan_restore (own, wanted, TRUE);
  item = g_ptr_array_index (plan->items, 0);
  g_assert_cmpuint (item->marks->len, ==, 1);
  g_assert_false (planner_backup_item_is_live (item));
}

static void
test_ahead (void)
{
  g_autoptr (PlannerBackup) nothing = planner_backup_new ("a", 5);
  g_autoptr (PlannerBackup) later = planner_backup_new ("a", 6);
  g_autoptr (PlannerBackup) live = make_one (5, 0);
  g_autoptr (PlannerBackup) forgotten = make_one (5, 5);

  g_assert_true (planner_backup_is_ahead (live, nothing));
  g_assert_false (planner_backup_is_ahead (forgotten, nothing));
  g_assert_true (planner_backup_is_ahead (later, nothing));
}

static void
test_copied_database (void)
{
  g_autoptr (PlannerBackup) older = make_one (5, 0);
  g_autoptr (PlannerBackup) newer = make_one (5, 5);

  g_assert_false (planner_backup_is_ahead (older, newer));
  g_assert_true (planner_backup_is_ahead (newer, older));
  g_assert_false (planner_backup_is_ahead (older, older));
  planner_backup_item_set_field (g_ptr_array_index (older->items, 0), PLANNER_BACKUP_NOTE, "new", 1, "a");
  g_assert_true (planner_backup_is_ahead (older, newer));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/Y2/merge/any-order-gives-the-same", test_any_order);
  g_test_add_func ("/plan/Y4/restore/removed-item-comes-back", test_restore_again);
  g_test_add_func ("/plan/Y4/restore/replace-removes-the-rest", test_restore_replace);
  g_test_add_func ("/plan/Y2/merge/installation-decides-a-tie", test_tie);
  g_test_add_func ("/plan/Y4/restore/newer-values-stay-unless-replaced", test_restore_values);
  g_test_add_func ("/plan/Y4/restore/removed-before-the-backup-stays-removed", test_restore_removed);
  g_test_add_func ("/plan/Y4/restore/replace-removes-what-has-no-mark", test_replace_without_mark);
  g_test_add_func ("/plan/Y5/merge/copied-database-is-recognized", test_copied_database);
  g_test_add_func ("/plan/Y5/merge/backup-with-more-is-ahead", test_ahead);

  return g_test_run ();
}
