/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLANNER_STORE_ERROR (planner_store_error_quark ())

/**
 * PlannerStoreError:
 * @PLANNER_STORE_ERROR_FAILED: any other failure
 * @PLANNER_STORE_ERROR_CORRUPT: the file is damaged; it is not modified
 * @PLANNER_STORE_ERROR_NEWER: a newer version of the planner wrote the file; it is not modified
 * @PLANNER_STORE_ERROR_READ_ONLY: the file must not be written
 * @PLANNER_STORE_ERROR_FULL: the disk is full
 * @PLANNER_STORE_ERROR_BUSY: another process has locked the file for more than five seconds
 * @PLANNER_STORE_ERROR_EXISTS: there is a conference with this address
 * @PLANNER_STORE_ERROR_NOT_FOUND: there is no such conference or star
 * @PLANNER_STORE_ERROR_STALE: another process has stored a newer edition; read it first
 */
typedef enum
{
  PLANNER_STORE_ERROR_FAILED,
  PLANNER_STORE_ERROR_CORRUPT,
  PLANNER_STORE_ERROR_NEWER,
  PLANNER_STORE_ERROR_READ_ONLY,
  PLANNER_STORE_ERROR_FULL,
  PLANNER_STORE_ERROR_BUSY,
  PLANNER_STORE_ERROR_EXISTS,
  PLANNER_STORE_ERROR_NOT_FOUND,
  PLANNER_STORE_ERROR_STALE,
} PlannerStoreError;

GQuark planner_store_error_quark (void);

gboolean
planner_store_set_error (GError **error, PlannerStoreError code, const char *path, const char *reason);
PlannerStoreError planner_store_classify_errno (int error_number);

G_END_DECLS
