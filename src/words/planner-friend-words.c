/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "words/planner-friend-words.h"

#include "words/planner-words.h"

#include <glib/gi18n.h>

/**
 * planner_join_friends:
 *
 * Returns: (transfer full): "Ann, Ben"
 */
char *
planner_join_friends (const char *const *names)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; names[i]; i++)
    planner_append_name (joined, names[i]);

  return g_string_free_and_steal (joined);
}

/**
 * planner_format_friends:
 * @names: (nullable): the names of the friends who go to a session, one at least
 *
 * Returns: (nullable) (transfer full): "Ann is going", or %NULL without friends
 */
char *
planner_format_friends (const char *const *names)
{
  g_autofree char *joined = names ? planner_join_friends (names) : NULL;

  if (!names)
    return NULL;

  /* Translators: %s is one name or several, as in "Ann, Ben". */
  return g_strdup_printf (ngettext ("%s is going", "%s are going", g_strv_length ((char **) names)), joined);
}
