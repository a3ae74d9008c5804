/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Returns a schedule as large as that of 36C3: 1,351 sessions in 92 rooms on four days, each with 2 kB of text. */
static inline char *
make_big_feed (void)
{
  GString *feed =
      g_string_new ("{\"schedule\":{\"version\":\"1\",\"conference\":{\"title\":\"Big\",\"acronym\":\"big\","
                    "\"time_zone_name\":\"Europe/Berlin\",\"days\":[");

  for (guint day = 0; day < 4; day++)
    {
      g_string_append_printf (feed, "%s{\"index\":%u,\"date\":\"2026-12-%u\",\"rooms\":{", day > 0 ? "," : "",
                              day + 1, 27 + day);
      for (guint room = 0; room < 92; room++)
        {
          g_string_append_printf (feed, "%s\"Room %u\":[", room > 0 ? "," : "", room);
          for (guint n = 0; n < 4 && day * 368 + room * 4 + n < 1351; n++)
            {
              const guint id = day * 368 + room * 4 + n;

              g_string_append_printf (
                  feed,
                  "%s{\"id\":%u,\"guid\":\"00000000-0000-4000-8000-%012u\",\"title\":\"Session %u of many\","
                  "\"date\":\"2026-12-%uT%02u:00:00+01:00\",\"start\":\"%02u:00\",\"duration\":\"00:50\","
                  "\"room\":\"Room %u\",\"track\":\"Track %u\",\"persons\":[{\"id\":%u,\"public_name\":"
                  "\"Speaker %u\"}],\"abstract\":\"",
                  n > 0 ? "," : "", id, id, id, 27 + day, 10 + n * 3, 10 + n * 3, room, id % 30, id % 437,
                  id % 437);
              for (guint i = 0; i < 40; i++)
                g_string_append (feed, "A *plain* sentence of about fifty letters, and so. ");
              g_string_append (feed, "\"}");
            }
          g_string_append_c (feed, ']');
        }
      g_string_append (feed, "}}");
    }
  g_string_append (feed, "]}}}");

  return g_string_free_and_steal (feed);
}
