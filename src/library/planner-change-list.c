/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-change-list.h"
#include "model/planner-string-table.h"

struct _PlannerChangeList
{
  GObject parent_instance;

  PlannerStore *store;   /* owned */
  PlannerWorker *worker; /* owned */
  gint64 conference_id;
  GListStore *items; /* owned */
  guint n_unseen;
  guint n_urgent;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlannerChangeList,
                               planner_change_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

typedef enum
{
  PROP_N_ITEMS = 1,
  PROP_N_UNSEEN,
  PROP_N_URGENT,
} PlannerChangeListProperty;

static GParamSpec *properties[PROP_N_URGENT + 1];

/* The data for the thread that writes to the store. */
typedef struct
{
  PlannerStore *store;
  gint64 conference_id;
  GStrv keys; /* owned, nullable: sessions whose changes were seen; NULL to dismiss all changes */
} Write;

static void
write_free (Write *write)
{
  g_object_unref (write->store);
  g_strfreev (write->keys);
  g_free (write);
}

static PlannerChangeItem *
get_item (PlannerChangeList *self, guint position)
{
  g_autoptr (PlannerChangeItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return item;
}

static guint
get_length (PlannerChangeList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

static void
set_count (PlannerChangeList *self, guint *count, guint value, PlannerChangeListProperty property)
{
  if (*count == value)
    return;

  *count = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static PlannerMark
choose_mark (PlannerChangeItem *item)
{
  const PlannerChange *change = planner_change_item_get_change (item);

  if (planner_change_item_get_seen (item) || !change->is)
    return PLANNER_MARK_NONE;
  if (change->flags & PLANNER_CHANGE_NEW)
    return PLANNER_MARK_NEW;

  return change->flags & PLANNER_CHANGE_VISIBLE ? PLANNER_MARK_CHANGED : PLANNER_MARK_NONE;
}

static void
set_marks (PlannerChangeList *self)
{
  for (guint i = 0; i < get_length (self); i++)
    {
      PlannerChangeItem *item = get_item (self, i);
      PlannerEntry *entry = planner_change_item_get_entry (item);

      if (entry)
        planner_entry_set_mark (entry, choose_mark (item));
    }
}

static void
clear_marks (PlannerChangeList *self)
{
  for (guint i = 0; i < get_length (self); i++)
    {
      PlannerEntry *entry = planner_change_item_get_entry (get_item (self, i));

      if (entry)
        planner_entry_set_mark (entry, PLANNER_MARK_NONE);
    }
}

/* Another session may have the key of a withdrawn session. */
static PlannerEntry *
find_entry (PlannerEntries *entries, const PlannerChange *change)
{
  PlannerEntry *entry = planner_entries_find (entries, change->key);

  return entry && planner_entry_is_absent (entry) == (change->is == NULL) ? entry : NULL;
}

/* Returns: the numbers of seen changes, including those that are not stored as seen yet */
static GHashTable *
collect_seen (PlannerChangeList *self)
{
  GHashTable *seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < get_length (self); i++)
    if (planner_change_item_get_seen (get_item (self, i)))
      {
        const gint64 number = planner_change_item_get_change (get_item (self, i))->number;

        g_hash_table_add (seen, g_memdup2 (&number, sizeof number));
      }

  return seen;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Write *write = data;
  g_autoptr (GError) error = NULL;

  if (write->keys)
    planner_store_set_changes_seen (write->store, write->conference_id, (const char *const *) write->keys,
                                    &error);
  else
    planner_store_dismiss_changes (write->store, write->conference_id, &error);

  if (error)
    g_warning ("Storing that changes of conference %" G_GINT64_FORMAT " were seen or dismissed failed: %s",
               write->conference_id, error->message);
  g_task_return_boolean (task, error == NULL);
}

static void
start_write (PlannerChangeList *self, const char *const *keys)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, NULL, NULL);
  Write *write = g_new0 (Write, 1);

  write->store = g_object_ref (self->store);
  write->conference_id = self->conference_id;
  write->keys = g_strdupv ((char **) keys);
  g_task_set_task_data (task, write, (GDestroyNotify) write_free);
  planner_worker_run (self->worker, task, write_in_thread);
}

static GType
planner_change_list_get_item_type (GListModel *model)
{
  return PLANNER_TYPE_CHANGE_ITEM;
}

static guint
planner_change_list_get_n_items (GListModel *model)
{
  return get_length (PLANNER_CHANGE_LIST (model));
}

static gpointer
planner_change_list_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (PLANNER_CHANGE_LIST (model)->items), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = planner_change_list_get_item_type;
  iface->get_n_items = planner_change_list_get_n_items;
  iface->get_item = planner_change_list_get_item;
}

static void
planner_change_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlannerChangeList *self = PLANNER_CHANGE_LIST (object);

  switch ((PlannerChangeListProperty) prop_id)
    {
    case PROP_N_ITEMS:
      g_value_set_uint (value, get_length (self));
      break;
    case PROP_N_UNSEEN:
      g_value_set_uint (value, self->n_unseen);
      break;
    case PROP_N_URGENT:
      g_value_set_uint (value, self->n_urgent);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
planner_change_list_finalize (GObject *object)
{
  PlannerChangeList *self = PLANNER_CHANGE_LIST (object);

  g_clear_object (&self->items);
  g_clear_object (&self->store);
  g_clear_pointer (&self->worker, planner_worker_unref);

  G_OBJECT_CLASS (planner_change_list_parent_class)->finalize (object);
}

static void
planner_change_list_class_init (PlannerChangeListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_change_list_get_property;
  object_class->finalize = planner_change_list_finalize;

  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_UNSEEN] = g_param_spec_uint ("n-unseen", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_URGENT] = g_param_spec_uint ("n-urgent", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
planner_change_list_init (PlannerChangeList *self)
{
  self->items = g_list_store_new (PLANNER_TYPE_CHANGE_ITEM);
  g_signal_connect_object (self->items, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * planner_change_list_new:
 * @worker: the thread that writes to @store
 *
 * For the conference only.
 *
 * Returns: (transfer full): an empty list
 */
PlannerChangeList *
planner_change_list_new (PlannerStore *store, PlannerWorker *worker, gint64 conference_id)
{
  PlannerChangeList *self = g_object_new (PLANNER_TYPE_CHANGE_LIST, NULL);

  self->store = g_object_ref (store);
  self->worker = planner_worker_ref (worker);
  self->conference_id = conference_id;

  return self;
}

/**
 * planner_change_list_has:
 * @changes: (element-type PlannerChange): from planner_store_list_changes()
 *
 * Returns: whether the list has these changes already, in this order and seen or not as they are
 */
gboolean
planner_change_list_has (PlannerChangeList *self, GPtrArray *changes)
{
  g_return_val_if_fail (PLANNER_IS_CHANGE_LIST (self) && changes != NULL, FALSE);

  if (changes->len != get_length (self))
    return FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const PlannerChange *change = g_ptr_array_index (changes, i);
      PlannerChangeItem *item = get_item (self, i);

      if (planner_change_item_get_change (item)->number != change->number ||
          (change->seen && !planner_change_item_get_seen (item)))
        return FALSE;
    }

  return TRUE;
}

/**
 * planner_change_list_set:
 * @changes: (element-type PlannerChange): from planner_store_list_changes()
 * @entries: the entries of the same edition
 *
 * Replaces the changes.
 */
void
planner_change_list_set (PlannerChangeList *self, GPtrArray *changes, PlannerEntries *entries)
{
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GPtrArray) items = NULL;
  guint n_before;

  g_return_if_fail (PLANNER_IS_CHANGE_LIST (self) && changes != NULL && entries != NULL);

  seen = collect_seen (self);
  items = g_ptr_array_new_with_free_func (g_object_unref);
  n_before = get_length (self);
  clear_marks (self);
  for (guint i = 0; i < changes->len; i++)
    {
      PlannerChange *change = g_ptr_array_index (changes, i);
      PlannerChangeItem *item = planner_change_item_new (change, find_entry (entries, change));

      if (g_hash_table_contains (seen, &change->number))
        planner_change_item_set_seen (item, TRUE);
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->items, 0, n_before, items->pdata, items->len);
  set_marks (self);
  planner_change_list_update (self);
  if (n_before != items->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

guint
planner_change_list_get_n_unseen (PlannerChangeList *self)
{
  g_return_val_if_fail (PLANNER_IS_CHANGE_LIST (self), 0);

  return self->n_unseen;
}

guint
planner_change_list_get_n_urgent (PlannerChangeList *self)
{
  g_return_val_if_fail (PLANNER_IS_CHANGE_LIST (self), 0);

  return self->n_urgent;
}

/**
 * planner_change_list_find:
 *
 * Returns: (nullable) (transfer none): the change of the entry's session
 */
const PlannerChange *
planner_change_list_find (PlannerChangeList *self, PlannerEntry *entry)
{
  g_return_val_if_fail (PLANNER_IS_CHANGE_LIST (self) && PLANNER_IS_ENTRY (entry), NULL);

  for (guint i = 0; i < get_length (self); i++)
    if (planner_change_item_get_entry (get_item (self, i)) == entry)
      return planner_change_item_get_change (get_item (self, i));

  return NULL;
}

/**
 * planner_change_list_update:
 *
 * Updates the counts after stars have changed.
 */
void
planner_change_list_update (PlannerChangeList *self)
{
  guint n_unseen = 0, n_urgent = 0;

  g_return_if_fail (PLANNER_IS_CHANGE_LIST (self));

  for (guint i = 0; i < get_length (self); i++)
    {
      PlannerChangeItem *item = get_item (self, i);
      const PlannerChange *change = planner_change_item_get_change (item);

      if (planner_change_item_get_seen (item))
        continue;
      n_unseen++;
      n_urgent += planner_change_item_get_starred (item) && change->flags & PLANNER_CHANGE_URGENT;
    }
  set_count (self, &self->n_unseen, n_unseen, PROP_N_UNSEEN);
  set_count (self, &self->n_urgent, n_urgent, PROP_N_URGENT);
}

/**
 * planner_change_list_set_seen:
 * @keys: (array zero-terminated=1): the keys of sessions
 *
 * Removes the marks of the sessions at once and writes to the store later. If that fails, the marks are back at the next
 * start.
 */
void
planner_change_list_set_seen (PlannerChangeList *self, const char *const *keys)
{
  g_autoptr (GHashTable) wanted = planner_string_table_new (NULL, NULL);
  gboolean is_new = FALSE;

  g_return_if_fail (PLANNER_IS_CHANGE_LIST (self));

  for (guint i = 0; keys[i]; i++)
    g_hash_table_add (wanted, (gpointer) keys[i]);
  for (guint i = 0; i < get_length (self); i++)
    {
      PlannerChangeItem *item = get_item (self, i);

      if (planner_change_item_get_seen (item) ||
          !g_hash_table_contains (wanted, planner_change_item_get_change (item)->key))
        continue;
      planner_change_item_set_seen (item, TRUE);
      is_new = TRUE;
    }
  if (!is_new)
    return;

  set_marks (self);
  planner_change_list_update (self);
  start_write (self, keys);
}

/**
 * planner_change_list_dismiss:
 *
 * Removes all changes.
 */
void
planner_change_list_dismiss (PlannerChangeList *self)
{
  g_return_if_fail (PLANNER_IS_CHANGE_LIST (self));

  if (get_length (self) == 0)
    return;

  clear_marks (self);
  g_list_store_remove_all (self->items);
  planner_change_list_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
  start_write (self, NULL);
}
