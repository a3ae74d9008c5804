/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-backup-error.h"

G_DEFINE_QUARK (planner_backup_error, planner_backup_error)
