/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/planner-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerBoard:
 *
 * A window for a screen in the hall: what runs now and comes next in a room or in all rooms. It opens in full screen, with
 * type that grows with the screen, follows the time and the refreshed schedule, and turns its pages by itself.
 *
 * Properties: room (string): the name of the room; empty for all rooms
 *
 * Actions: board.room (string): sets that property, board.toggle-fullscreen
 */
#define PLANNER_TYPE_BOARD (planner_board_get_type ())

G_DECLARE_FINAL_TYPE (PlannerBoard, planner_board, PLANNER, BOARD, AdwApplicationWindow)

PlannerBoard *planner_board_new (GtkApplication *application,
                                 PlannerConference *conference,
                                 const char *room,
                                 PlannerTimeSource *time_source);

void planner_board_turn_page (PlannerBoard *self, int n_pages);

G_END_DECLS
