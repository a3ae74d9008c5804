/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads stars from links, texts and files, and finds them in a schedule. */

#include "fuzz/fuzz.h"

#include "feed/planner-feed.h"
#include "share/planner-star-match.h"
#include "share/planner-star-reader.h"

#include <string.h>

#define SCHEDULE                                                                                             \
  "{\"schedule\":{\"version\":\"1\",\"conference\":{\"title\":\"T\",\"days\":[{\"index\":1,"                 \
  "\"date\":\"2026-07-01\",\"rooms\":{\"Hall\":[{\"guid\":\"abc\",\"id\":7,\"title\":\"Opening\","           \
  "\"url\":\"https://example.org/7\",\"date\":\"2026-07-01T10:00:00+02:00\",\"start\":\"10:00\","            \
  "\"duration\":\"01:00\",\"persons\":[]}]}}]}}}"

static PlannerAgenda *
get_agenda (void)
{
  static PlannerAgenda *agenda;

  if (!agenda)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (SCHEDULE, strlen (SCHEDULE));

      agenda = planner_feed_read (bytes, NULL, NULL, NULL, NULL);
    }

  return agenda;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerSharedStars) stars = planner_shared_stars_read (bytes, &error);
  g_autoptr (GPtrArray) sessions = NULL;

  g_assert_true ((stars != NULL) != (error != NULL));
  if (!stars)
    return 0;

  g_assert_cmpuint (stars->stars->len, >, 0);
  g_assert_cmpuint (stars->stars->len, <=, PLANNER_SHARED_STARS_MAX);
  sessions = planner_shared_stars_match (stars, get_agenda ());
  g_assert_cmpuint (sessions->len, ==, stars->stars->len);

  return 0;
}
