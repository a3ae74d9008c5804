/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-text.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The longest key, name or address, and the longest text, in bytes. */
#define PLANNER_BACKUP_MAX_LINE 8192
#define PLANNER_BACKUP_MAX_TEXT (512 * 1024)

/* No counter is higher, so that numbers stay exact in every program that reads JSON. */
#define PLANNER_BACKUP_MAX_COUNTER (G_GINT64_CONSTANT (1) << 52)

/**
 * PlannerBackupReader:
 * @fault: (owned) (nullable): the first fault, for developers; %NULL while all is well
 *
 * Reads members of JSON objects that come from outside. A member that is missing is no fault, unless it is required. After
 * a fault, the results are valid but mean nothing.
 */
typedef struct
{
  char *fault;
} PlannerBackupReader;

void planner_backup_reader_clear (PlannerBackupReader *self);
void planner_backup_reader_fail (PlannerBackupReader *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

JsonObject *
planner_backup_reader_get_object (PlannerBackupReader *self, JsonObject *object, const char *member);
JsonArray *planner_backup_reader_get_array (PlannerBackupReader *self,
                                            JsonObject *object,
                                            const char *member,
                                            guint max_length);
JsonObject *planner_backup_reader_get_element (PlannerBackupReader *self, JsonArray *array, guint index);
const char *planner_backup_reader_get_string (PlannerBackupReader *self,
                                              JsonObject *object,
                                              const char *member,
                                              gsize max_bytes);
const char *
planner_backup_reader_require_string (PlannerBackupReader *self, JsonObject *object, const char *member);
gint64 planner_backup_reader_get_int (PlannerBackupReader *self,
                                      JsonObject *object,
                                      const char *member,
                                      gint64 min,
                                      gint64 max,
                                      gint64 if_missing);
gboolean planner_backup_reader_get_flag (PlannerBackupReader *self, JsonObject *object, const char *member);
void planner_backup_reader_read_text (PlannerBackupReader *self,
                                      JsonObject *object,
                                      const char *member,
                                      PlannerText *text);
gboolean planner_backup_reader_check_installation (PlannerBackupReader *self, const char *installation);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerBackupReader, planner_backup_reader_clear)

G_END_DECLS
