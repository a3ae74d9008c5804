/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void planner_conference_menu_fill (GMenu *menu, GListModel *conferences);

G_END_DECLS
