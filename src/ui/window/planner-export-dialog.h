/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void planner_export_dialog_open (AdwToastOverlay *toast_overlay,
                                 const char *title,
                                 const char *name,
                                 char *calendar,
                                 const char *done);

G_END_DECLS
