/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A disk that can be made full, read-only or busy, for any user and on any machine. It wraps SQLite's access to files.
 */

#pragma once

#include <glib.h>

/* How many more writes succeed; a negative number means no limit. */
extern int disk_writes_left;

/* Whether files can only be read. */
extern gboolean disk_read_only;

/* The system error that the disk reports, or 0 to report the real one. */
extern int disk_errno;

/* How often the next locks fail because another process holds them. */
extern int disk_busy;

/* Makes the faulty disk the default of SQLite in this process. */
void install_faulty_disk (void);

/* Makes the disk work again. */
void repair_disk (void);
