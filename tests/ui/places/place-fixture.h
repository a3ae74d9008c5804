/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Provides a window with the page of a room or of a speaker. */

#pragma once

#include "ui/ui-fixture.h"

typedef struct
{
  UiFixture base;
  GtkWidget *window;
  GtkWidget *page;
  char *activated; /* owned, nullable: the key of the session that was opened or starred last */
} PlaceFixture;

/* Creates the page of a room or of a speaker of @conference. */
typedef GtkWidget *(*PlaceFunc) (PlannerConference *conference);

void place_set_up (PlaceFixture *fixture, PlaceFunc create_page);
void place_tear_down (PlaceFixture *fixture, gconstpointer data);

/* Returns: the number of sessions in the list of the page */
guint place_count_rows (PlaceFixture *fixture);
