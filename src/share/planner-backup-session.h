/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-identity.h"
#include "share/planner-backup-reader.h"

G_BEGIN_DECLS

JsonObject *planner_backup_write_identity (const PlannerIdentity *identity);
PlannerIdentity *planner_backup_read_identity (PlannerBackupReader *reader, JsonObject *object);
JsonObject *planner_backup_write_snapshot (GBytes *snapshot);
GBytes *planner_backup_read_snapshot (PlannerBackupReader *reader, JsonObject *object);

G_END_DECLS
