/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs asynchronous functions of a library and waits in the main loop for their results. */

#pragma once

#include "library/planner-conference-stars.h"
#include "library/planner-library.h"

/* Stores a reference to the result. @data: a #GAsyncResult ** */
void keep_result_cb (GObject *source, GAsyncResult *result, gpointer data);
GAsyncResult *wait_for_result (GAsyncResult **result);
PlannerLibrary *load_library (const char *store_path, PlannerFetcher *fetcher);

/* Returns: (transfer none): the new conference, which the library owns */
PlannerConference *add_to_library (PlannerLibrary *library, const char *address, GError **error);
void reload_library (PlannerLibrary *library);
void remove_from_library (PlannerLibrary *library, PlannerConference *conference);

/* Releases an object and waits until it is finalized. Tasks release their objects in an idle source. */
void finish_object (gpointer object);
