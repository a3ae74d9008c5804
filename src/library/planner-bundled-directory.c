/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/planner-bundled-directory.h"

#include "planner-bundled-directory-data.h"

#define BUNDLED_DIRECTORY "/org/gotc/Planner/directory/conferences.json"

/**
 * planner_bundled_directory_load:
 *
 * Returns: (transfer full): the directory of conferences that the planner includes; see data/directory/README.md
 */
PlannerDirectory *
planner_bundled_directory_load (void)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (planner_bundled_directory_get_resource (),
                                                     BUNDLED_DIRECTORY, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  PlannerDirectory *directory = planner_directory_read (bytes, NULL, NULL);

  g_assert (directory != NULL);

  return directory;
}
