/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What tests do with a library, with the main loop running until it answers. */

#pragma once

#include "library/planner-library.h"

/* @data is where it is kept. */
void keep_result_cb (GObject *source, GAsyncResult *result, gpointer data);
GAsyncResult *wait_for_result (GAsyncResult **result);
PlannerLibrary *load_library (const char *store_path, PlannerFetcher *fetcher);

/* Borrowed from the library. */
PlannerConference *add_to_library (PlannerLibrary *library, const char *address, GError **error);
void remove_from_library (PlannerLibrary *library, PlannerConference *conference);

/* Tasks that are over give their objects back in an idle source. */
void finish_object (gpointer object);
