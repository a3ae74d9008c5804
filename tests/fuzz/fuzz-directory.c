/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads a directory of conferences, ours or the menu of Giggity. */

#include "fuzz/fuzz.h"

#include "feed/planner-directory.h"
#include "feed/planner-feed-error.h"

#define NOW_UTC 1800000000

static void
check_listing (const PlannerListing *listing)
{
  g_assert_true (g_utf8_validate (listing->name, -1, NULL));
  g_assert_true (g_utf8_strlen (listing->name, -1) <= PLANNER_DIRECTORY_MAX_NAME_CHARS);
  g_assert_true (g_ascii_strncasecmp (listing->address, "http", 4) == 0);
  g_assert_true (!listing->website || g_ascii_strncasecmp (listing->website, "http", 4) == 0);
  g_assert_true (g_strcmp0 (listing->start, listing->end) <= 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerDirectory) directory = planner_directory_read (bytes, NULL, &error);
  g_autoptr (GPtrArray) sorted = NULL;

  g_assert_true ((directory == NULL) == (error != NULL));
  if (!directory)
    {
      g_assert_true (error->domain == PLANNER_FEED_ERROR && g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  for (guint i = 0; i < directory->listings->len; i++)
    check_listing (directory->listings->pdata[i]);
  sorted = planner_directory_sort (directory, NOW_UTC);
  g_assert_true (sorted->len <= directory->listings->len);

  return 0;
}
