/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Converts schedules to the form that the database stores: agenda-seeds FOLDER SCHEDULE… */

#include "feed/planner-feed.h"
#include "model/planner-agenda-bytes.h"

static gboolean
write_seed (const char *folder, const char *feed, GError **error)
{
  g_autofree char *name = g_path_get_basename (feed);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (PlannerAgenda) agenda = NULL;
  g_autoptr (GBytes) bytes = NULL, kept = NULL;
  char *contents = NULL;
  gsize size;

  if (!g_file_get_contents (feed, &contents, &size, error))
    return FALSE;
  bytes = g_bytes_new_take (contents, size);
  agenda = planner_feed_read (bytes, NULL, NULL, NULL, NULL);
  if (!agenda) /* some seeds are no schedules */
    return TRUE;
  kept = planner_agenda_to_bytes (agenda);

  return g_file_set_contents (path, g_bytes_get_data (kept, NULL), (gssize) g_bytes_get_size (kept), error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  for (int i = 2; i < argc; i++)
    if (!write_seed (argv[1], argv[i], &error))
      {
        g_printerr ("%s: %s\n", argv[i], error->message);
        return 1;
      }

  return 0;
}
