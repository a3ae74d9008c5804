/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/planner-directory.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlannerDirectoryPage:
 *
 * Lists the conferences of a directory, with a search entry that also takes an address.
 *
 * Signals:
 * - chosen (address: string, zone: nullable string): the attendee chose a conference or entered an address; the zone is the
 *   IANA time zone of the venue, if the directory has it
 * - open-file: the attendee wants to choose a file
 * - cancel
 */
#define PLANNER_TYPE_DIRECTORY_PAGE (planner_directory_page_get_type ())

G_DECLARE_FINAL_TYPE (PlannerDirectoryPage,
                      planner_directory_page,
                      PLANNER,
                      DIRECTORY_PAGE,
                      AdwNavigationPage)

PlannerDirectoryPage *planner_directory_page_new (PlannerDirectory *directory, gint64 now_utc);

void planner_directory_page_set_address (PlannerDirectoryPage *self, const char *address);
void planner_directory_page_show_progress (PlannerDirectoryPage *self, const char *text);
void planner_directory_page_show_message (PlannerDirectoryPage *self, const char *text);

G_END_DECLS
