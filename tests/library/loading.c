/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/loading.h"

#include "library/planner-library-add.h"
#include "library/planner-library-reload.h"
#include "library/planner-library-remove.h"

void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

GAsyncResult *
wait_for_result (GAsyncResult **result)
{
  while (!*result)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

PlannerLibrary *
load_library (const char *store_path, PlannerFetcher *fetcher)
{
  PlannerLibrary *library = planner_library_new (store_path, fetcher);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  planner_library_load_async (library, NULL, keep_result_cb, &result);
  planner_library_load_finish (library, wait_for_result (&result), &error);
  g_assert_no_error (error);

  return library;
}

PlannerConference *
add_to_library (PlannerLibrary *library, const char *address, GError **error)
{
  g_autoptr (GAsyncResult) search = NULL, result = NULL;
  g_autoptr (PlannerFound) found = NULL;
  g_autoptr (PlannerConference) conference = NULL;

  planner_library_find_schedule_async (library, address, NULL, NULL, NULL, NULL, keep_result_cb, &search);
  found = planner_library_find_schedule_finish (library, wait_for_result (&search), error);
  if (!found)
    return NULL;

  planner_library_add_found_async (library, found, keep_result_cb, &result);
  conference = planner_library_add_found_finish (library, wait_for_result (&result), error);

  return conference;
}

void
reload_library (PlannerLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  planner_library_reload_async (library, NULL, keep_result_cb, &result);
  planner_library_reload_finish (library, wait_for_result (&result), &error);
  g_assert_no_error (error);
}

void
remove_from_library (PlannerLibrary *library, PlannerConference *conference)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  planner_library_remove_async (library, conference, NULL, keep_result_cb, &result);
  planner_library_remove_finish (library, wait_for_result (&result), &error);
  g_assert_no_error (error);
}

void
finish_object (gpointer object)
{
  gpointer weak = object;

  g_object_add_weak_pointer (object, &weak);
  g_object_unref (object);
  while (weak)
    g_main_context_iteration (NULL, TRUE);
}
