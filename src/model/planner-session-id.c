/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session id, "CONFERENCE/KEY", names a session among all conferences: on the command line, in the targets of
 * actions and in the ids of notifications.
 */

#include "model/planner-session-id.h"

/**
 * planner_session_id_new:
 * @conference_id: the store's number of the conference
 * @key: the session's key in the stored agenda; "" for the conference as a whole
 *
 * Returns: (transfer full): the session id
 */
char *
planner_session_id_new (gint64 conference_id, const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  return g_strdup_printf ("%" G_GINT64_FORMAT "/%s", conference_id, key);
}

/**
 * planner_session_id_parse:
 * @id: any text
 * @conference_id: (out): the number before the first slash
 * @key: (out) (transfer none): the text after the first slash, as part of @id
 *
 * Returns: whether @id is a session id; otherwise @conference_id and @key are not set
 */
gboolean
planner_session_id_parse (const char *id, gint64 *conference_id, const char **key)
{
  char *end;
  gint64 number;

  g_return_val_if_fail (id != NULL, FALSE);

  number = g_ascii_strtoll (id, &end, 10);
  if (end == id || *end != '/')
    return FALSE;

  *conference_id = number;
  *key = end + 1;

  return TRUE;
}
