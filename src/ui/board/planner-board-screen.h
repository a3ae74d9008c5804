/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerBoardScreen:
 *
 * The full screen of a #PlannerBoard. The desktop does not lock or darken it. The header bar and the pointer are visible while
 * the pointer moves, a menu of the header bar is open, or the header bar has the focus, and a few seconds longer.
 */
#define PLANNER_TYPE_BOARD_SCREEN (planner_board_screen_get_type ())

G_DECLARE_FINAL_TYPE (PlannerBoardScreen, planner_board_screen, PLANNER, BOARD_SCREEN, GObject)

PlannerBoardScreen *
planner_board_screen_new (GtkWindow *window, AdwToolbarView *toolbar_view, GtkMenuButton *menu_button);
void planner_board_screen_show_controls (PlannerBoardScreen *self);

G_END_DECLS
