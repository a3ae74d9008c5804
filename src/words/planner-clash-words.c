/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names the starred sessions that take place at the same time as another one. */

#include "config.h"

#include "words/planner-clash-words.h"

#include "library/planner-conference-clashes.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

/**
 * planner_dup_session_of_conference:
 * @title: the title of a session
 * @conference_title: (nullable): the title of its conference; %NULL if the attendee knows which one it is
 *
 * Returns: (transfer full): "A Talk (FOSDEM 2026)", or @title alone
 */
char *
planner_dup_session_of_conference (const char *title, const char *conference_title)
{
  g_autofree char *isolated = NULL, *conference = NULL;

  if (!conference_title)
    return g_strdup (title);

  isolated = planner_isolate (title);
  conference = planner_isolate (conference_title);

  /* Translators: the title of a session and that of its conference, as in "A Talk (FOSDEM 2026)". */
  return g_strdup_printf (C_ ("session and conference", "%s (%s)"), isolated, conference);
}

/**
 * planner_format_clash:
 * @titles: the titles of the sessions that a session clashes with, %NULL-terminated
 *
 * Returns: (transfer full): "Clashes with A Talk, Another Talk"
 */
char *
planner_format_clash (const char *const *titles)
{
  GString *line = g_string_new (NULL);
  g_autofree char *joined = NULL;

  for (guint i = 0; titles[i]; i++)
    {
      g_autofree char *isolated = planner_isolate (titles[i]);

      g_string_append_printf (line, "%s%s", i > 0 ? C_ ("between titles of sessions", ", ") : "", isolated);
    }
  joined = g_string_free_and_steal (line);

  /* Translators: %s is the title of one or more sessions. */
  return *joined ? g_strdup_printf (_ ("Clashes with %s"), joined)
                 : g_strdup (_ ("Clashes with another starred session"));
}

/**
 * planner_describe_clashes:
 * @conference: (nullable): the conference of @entry
 *
 * Returns: (nullable) (transfer full): the starred sessions that @entry clashes with, as by planner_format_clash(), with the
 *   names of other conferences; %NULL if there are none
 */
char *
planner_describe_clashes (PlannerConference *conference, PlannerEntry *entry)
{
  g_autoptr (GPtrArray) clashes = NULL;
  g_autoptr (GStrvBuilder) titles = NULL;
  g_auto (GStrv) list = NULL;

  if (!conference || !planner_entry_get_clashing (entry))
    return NULL;

  clashes = planner_conference_get_clashes (conference, entry);
  titles = g_strv_builder_new ();
  for (guint i = 0; i < clashes->len; i++)
    {
      const PlannerEntryClash *clash = g_ptr_array_index (clashes, i);

      g_strv_builder_take (
          titles, planner_dup_session_of_conference (planner_entry_get_session (clash->entry)->title.shown,
                                                     clash->conference_title));
    }
  list = g_strv_builder_end (titles);

  return *list ? planner_format_clash ((const char *const *) list) : NULL;
}
