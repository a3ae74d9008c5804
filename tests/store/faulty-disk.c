/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/faulty-disk.h"

#include <errno.h>
#include <sqlite3.h>

static sqlite3_vfs faulty_disk;
static sqlite3_vfs *real_disk;

/* SQLite uses one table of methods for the database and another for its log. Each has a faulty copy. */
typedef struct
{
  sqlite3_io_methods faulty;
  const sqlite3_io_methods *real;
} Door;

static Door doors[4];

int disk_writes_left = -1;
gboolean disk_read_only;
int disk_errno;
int disk_busy;

static int
faulty_write (sqlite3_file *file, const void *data, int size_bytes, sqlite3_int64 offset)
{
  const Door *door = (const Door *) file->pMethods;

  if (disk_writes_left == 0)
    return SQLITE_FULL;
  if (disk_writes_left > 0)
    disk_writes_left--;

  return door->real->xWrite (file, data, size_bytes, offset);
}

static int
faulty_lock (sqlite3_file *file, int level)
{
  const Door *door = (const Door *) file->pMethods;

  if (level == SQLITE_LOCK_RESERVED && disk_busy > 0)
    {
      disk_busy--;
      return SQLITE_BUSY;
    }

  return door->real->xLock (file, level);
}

static const sqlite3_io_methods *
find_door (const sqlite3_io_methods *real)
{
  guint i = 0;

  while (doors[i].real && doors[i].real != real)
    i++;
  g_assert_cmpuint (i, <, G_N_ELEMENTS (doors) - 1);
  doors[i].real = real;
  doors[i].faulty = *real;
  doors[i].faulty.xWrite = faulty_write;
  doors[i].faulty.xLock = faulty_lock;

  return &doors[i].faulty;
}

/* Opens a file for reading when it may not be written, as the real file system does. */
static int
open_read_only (const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  const int read_only = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
  const int result = real_disk->xOpen (real_disk, name, file, read_only, out_flags);

  if (result != SQLITE_OK)
    disk_errno = EROFS;

  return result;
}

static int
faulty_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  const gboolean is_database = (flags & SQLITE_OPEN_MAIN_DB) != 0;
  const int result = is_database && disk_read_only
                         ? open_read_only (name, file, flags, out_flags)
                         : real_disk->xOpen (real_disk, name, file, flags, out_flags);

  if (result == SQLITE_OK && file->pMethods)
    file->pMethods = find_door (file->pMethods);

  return result;
}

static int
faulty_get_last_error (sqlite3_vfs *vfs, int size_bytes, char *message)
{
  return disk_errno ? disk_errno : real_disk->xGetLastError (real_disk, size_bytes, message);
}

void
install_faulty_disk (void)
{
  real_disk = sqlite3_vfs_find (NULL);
  faulty_disk = *real_disk;
  faulty_disk.zName = "faulty";
  faulty_disk.xOpen = faulty_open;
  faulty_disk.xGetLastError = faulty_get_last_error;
  g_assert_cmpint (sqlite3_vfs_register (&faulty_disk, TRUE), ==, SQLITE_OK);
}

void
repair_disk (void)
{
  disk_writes_left = -1;
  disk_read_only = FALSE;
  disk_errno = 0;
  disk_busy = 0;
}
