/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads and changes a database without the store.
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

void execute (const char *path, const char *sql);
void assert_answer (const char *path, const char *sql, const char *expected);
