/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Calls asynchronous functions of a library, and runs the main loop until they are done. */

#pragma once

#include "library/planner-library.h"

/* @data: (out): the result */
void keep_result_cb (GObject *source, GAsyncResult *result, gpointer data);
GAsyncResult *wait_for_result (GAsyncResult **result);
PlannerLibrary *load_library (const char *store_path, PlannerFetcher *fetcher);

/* Returns: (transfer none): a conference of the library */
PlannerConference *add_to_library (PlannerLibrary *library, const char *address, GError **error);
void remove_from_library (PlannerLibrary *library, PlannerConference *conference);

/* Finished tasks release their objects in an idle source. */
void finish_object (gpointer object);
