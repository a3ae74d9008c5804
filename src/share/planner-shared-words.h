/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "share/planner-shared-stars.h"

G_BEGIN_DECLS

const char *planner_shared_error_describe (const GError *error);

G_END_DECLS
