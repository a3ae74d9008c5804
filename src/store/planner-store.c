/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One connection behind one lock. Long work that needs no database, such as serializing an agenda, is done before taking
 * the lock, so that a star does not wait for a refresh.
 */

#include "store/planner-store.h"

#include "config.h"
#include "store/planner-sql.h"
#include "store/planner-store-open.h"

struct _PlannerStore
{
  GObject parent_instance;

  GMutex lock;
  sqlite3 *db; /* owned, guarded by lock */
};

G_DEFINE_FINAL_TYPE (PlannerStore, planner_store, G_TYPE_OBJECT)

static void
planner_store_finalize (GObject *object)
{
  PlannerStore *self = PLANNER_STORE (object);

  g_clear_pointer (&self->db, planner_sql_close);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (planner_store_parent_class)->finalize (object);
}

static void
planner_store_class_init (PlannerStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = planner_store_finalize;
}

static void
planner_store_init (PlannerStore *self)
{
  g_mutex_init (&self->lock);
}

/**
 * planner_store_lock:
 * @db: (out): the connection, valid while the lock is held
 *
 * Returns: (transfer full): the lock
 */
GMutexLocker *
planner_store_lock (PlannerStore *self, sqlite3 **db)
{
  GMutexLocker *locker = g_mutex_locker_new (&self->lock);

  *db = self->db;

  return locker;
}

/**
 * planner_store_dup_default_path:
 *
 * The database is in the data directory rather than the cache, because it cannot be downloaded again.
 *
 * Returns: (transfer full): the path of the attendee's database
 */
char *
planner_store_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), DEVELOPMENT ? "gotc-planner-devel" : "gotc-planner",
                           "planner.db", NULL);
}

/**
 * planner_store_open:
 * @path: the database; it is created with its folder if it does not exist
 *
 * Several processes may open the same file. A file that is damaged, newer than this planner or not a planner's is not
 * modified. A file of an older planner is copied to "PATH.backup-vN" before it is migrated.
 *
 * Returns: (nullable) (transfer full): the store; %NULL with a #PLANNER_STORE_ERROR
 */
PlannerStore *
planner_store_open (const char *path, GError **error)
{
  sqlite3 *db;
  PlannerStore *self;

  g_return_val_if_fail (path != NULL, NULL);

  db = planner_store_open_database (path, error);
  if (!db)
    return NULL;

  self = g_object_new (PLANNER_TYPE_STORE, NULL);
  self->db = db;
  g_debug ("Opened the store “%s”", path);

  return self;
}

/**
 * planner_store_dup_value:
 * @name: a name
 *
 * Returns: (nullable) (transfer full): the value of @name; %NULL without an error if it has none
 */
char *
planner_store_dup_value (PlannerStore *self, const char *name, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_return_val_if_fail (PLANNER_IS_STORE (self) && name != NULL, NULL);

  locker = g_mutex_locker_new (&self->lock);
  statement = planner_sql_query (self->db, error, "SELECT value FROM named_values WHERE name = ?", "s", name);
  if (!statement || planner_sql_next (statement, error) != PLANNER_SQL_ROW)
    return NULL;

  return planner_sql_dup_text (statement, 0);
}

/**
 * planner_store_release_memory:
 *
 * Frees the memory in which the database is cached. The store stays open.
 */
void
planner_store_release_memory (PlannerStore *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (PLANNER_IS_STORE (self));

  locker = g_mutex_locker_new (&self->lock);
  sqlite3_db_release_memory (self->db);
}
